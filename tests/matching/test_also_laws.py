"""The laws of the question that tells most, and of its answers."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_map import PainDrawing, load_atlas, match
from referral_map.domain import ANSWERS
from referral_map.errors import UnknownName
from referral_map.geometry.body_frame import other_side
from referral_map.matching.also import LEAST_BITS, MOSTLY_MARKED, chance_of_answers
from referral_map.matching.pattern_table import pattern_table

region_ids = st.deferred(lambda: st.sampled_from([r.id for r in load_atlas().regions]))
region_sets = st.lists(region_ids, min_size=1, max_size=4, unique=True)
answers = st.dictionaries(region_ids, st.sampled_from(ANSWERS), max_size=4)


def read(regions, also=None):
    atlas = load_atlas()
    return match(atlas, PainDrawing.from_regions(atlas, regions), also_hurts=also)


def posteriors(result) -> dict:
    return {(c.trigger_point, c.side): c.posterior for c in result.candidates}


@settings(max_examples=25)
@given(region_sets, answers)
def test_asked_is_what_is_neither_marked_nor_answered(regions, also):
    asked = read(regions, also).ask_area
    if asked is None:
        return
    assert asked.region not in regions
    assert asked.region not in also
    assert LEAST_BITS <= asked.bits <= 1


def test_one_clicked_region_leaves_a_question_nearly_everywhere(atlas):
    asked = [read([region]).ask_area for region in sorted(atlas.regions_with_patterns)]
    assert len(asked) > 100
    assert sum(each is not None for each in asked) > 0.9 * len(asked)


@settings(max_examples=20)
@given(region_sets, answers)
def test_not_sure_and_answers_about_marked_regions_change_nothing(regions, also):
    idle = {name: given if name in regions else "not_sure" for name, given in also.items()}
    assert posteriors(read(regions, idle)) == posteriors(read(regions))


@settings(max_examples=20)
@given(region_sets, answers, st.randoms(use_true_random=False))
def test_the_order_of_answers_does_not_matter(regions, also, random):
    shuffled = dict(random.sample(list(also.items()), len(also)))
    assert read(regions, also).candidates == read(regions, shuffled).candidates


@settings(max_examples=20)
@given(region_sets)
def test_an_answer_moves_the_likely_ones_its_way(regions):
    atlas = load_atlas()
    table, before = pattern_table(atlas), read(regions)
    asked = before.ask_area
    if asked is None:
        return
    number = atlas.region(asked.region).index
    rows = zip(table.points, chance_of_answers(atlas)[0][number], strict=True)
    chance = {(point.trigger_point, point.side): each for point, each in rows}
    yes, no = (
        {(c.trigger_point, c.side): c.also for c in read(regions, {asked.region: each}).candidates}
        for each in ("yes", "no")
    )
    likely, unlikely = max(yes, key=chance.__getitem__), min(yes, key=chance.__getitem__)
    assert chance[likely] > chance[unlikely]
    assert yes[likely] > yes[unlikely]
    assert no[likely] < no[unlikely]


@settings(max_examples=15)
@given(region_sets, answers)
def test_the_mirrored_drawing_is_moved_alike(regions, also):
    def flip(name):
        return f"{name.rpartition('_')[0]}_{other_side(name.rpartition('_')[2])}"

    here = posteriors(read(regions, also))
    there = posteriors(read(map(flip, regions), {flip(k): v for k, v in also.items()}))
    assert {(point, other_side(side)) for point, side in here} == set(there)
    for (point, side), value in here.items():
        assert there[point, other_side(side)] == pytest.approx(value, abs=3e-4)


def test_a_region_that_is_marked_by_now_is_not_answered_any_more():
    also = {"calf_middle_right": "no"}
    first = read(["calf_upper_right"], also)
    assert any(c.also for c in first.candidates)
    both = read(["calf_upper_right", "calf_middle_right"], also)
    assert not any(c.also for c in both.candidates)
    assert 0 < MOSTLY_MARKED < 0.5


def test_an_unknown_region_is_named_with_the_nearest():
    with pytest.raises(UnknownName, match="did you mean 'calf_upper_right'"):
        read(["calf_middle_right"], {"calf_uper_right": "no"})
