"""Every point says how sure it is and how common: what ships, held to what it cites."""

from referral_map.atlas.credit import sources_of
from referral_map.atlas.how_sure import graded, how_common, in_words
from referral_map.domain import GRADES, HOW_COMMON

LEAST_WITH_A_VALUE = 90


def test_nearly_every_point_carries_a_cited_value_of_how_common_it_is(atlas):
    valued = [point for point in atlas.trigger_points if how_common(point) in HOW_COMMON]
    assert len(valued) >= LEAST_WITH_A_VALUE
    for point in valued:
        assert sources_of(atlas, point.involvement.sources), point.id
    assert {how_common(point) for point in valued} == set(HOW_COMMON)


def test_what_no_source_says_is_not_known_and_not_rare(atlas):
    unknown = [point for point in atlas.trigger_points if how_common(point) == "unknown"]
    assert unknown
    for point in unknown:
        assert atlas.words("how_common.unknown") in in_words(atlas, point.id)


def test_every_grade_is_used_and_none_is_given_to_nearly_all(atlas):
    grades = [each.grade for point in atlas.trigger_points for _, each in graded(point)]
    assert len(grades) > 2 * len(atlas.trigger_points)
    for grade in GRADES:
        assert 0 < grades.count(grade) < 0.6 * len(grades), grade


def test_the_line_names_each_zone_once_with_its_grade(atlas):
    for point in atlas.trigger_points:
        line = in_words(atlas, point.id)
        for name, how_sure in graded(point):
            if name != "place":
                assert atlas.words(f"how_sure.{name}") in line
                assert atlas.words(f"how_sure.grade.{how_sure.grade}") in line


def test_a_pattern_whose_record_calls_it_weak_is_graded_weak(atlas):
    for name in ("superior_gemellus_1", "transversus_abdominis_navel"):
        point = atlas.trigger_point(name)
        assert point.essential.how_sure.grade == "weak", name


def test_what_was_not_found_is_not_said_to_have_been_counted_by_nobody(atlas):
    texts = [point.involvement.text for point in atlas.trigger_points if point.involvement]
    assert len(texts) >= LEAST_WITH_A_VALUE
    assert [text for text in texts if "obody" in text] == []
