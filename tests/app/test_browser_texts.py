"""The texts the browser is given hold everything it looks up, and nothing is left to look up."""

import re

import pytest

from referral_map import load_atlas
from referral_map.app.browser_texts import LEAST_SHARE, texts
from referral_map.nerves import nerve_questions
from referral_map.red_flags import questions
from referral_map.words import LANGUAGES


@pytest.fixture(scope="module", params=list(LANGUAGES))
def spoken(request):
    """The atlas and its texts in a language."""
    atlas = load_atlas(language=request.param)
    return atlas, texts(atlas)


def cited(value):
    """Every source named anywhere inside."""
    if isinstance(value, dict):
        for key, inside in value.items():
            yield from inside if key == "sources" and isinstance(inside, list) else cited(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from cited(inside)


def test_they_say_in_which_language_they_are(spoken):
    atlas, given = spoken
    assert given["language"] == atlas.language
    assert len(given["words"]) >= 100
    assert not any(key.startswith("cli.") for key in given["words"])
    assert all(isinstance(each, str) and each.strip() for each in given["words"].values())


def test_everything_of_the_atlas_has_its_words(spoken):
    atlas, given = spoken
    assert set(given["regions"]) == {each.id for each in atlas.regions}
    assert set(given["muscles"]) == {each.id for each in atlas.muscles}
    assert set(given["trigger_points"]) == {each.id for each in atlas.trigger_points}
    assert set(given["nerves"]) == {each.id for each in atlas.nerves}
    assert len(given["regions"]) >= 100
    assert len(given["trigger_points"]) >= 50


def test_every_question_is_there_in_its_order(spoken):
    atlas, given = spoken
    assert [each["id"] for each in given["flags"]] == [each.id for each in questions(atlas)]
    assert [each["id"] for each in given["signs"]] == [each.id for each in nerve_questions(atlas)]
    assert len(given["flags"]) >= 10
    assert len(given["signs"]) >= 5
    assert {each["urgency"] for each in given["flags"]} >= {"now", "today", "soon"}


def test_every_source_that_is_cited_can_be_looked_up(spoken):
    _, given = spoken
    named = {each.split(" ")[0] for each in cited({**given, "sources": {}})}
    assert len(named) >= 50
    assert named <= set(given["sources"])


def test_what_a_card_shows_is_there_for_every_point(spoken):
    _, given = spoken
    shown = 0
    for point in given["trigger_points"].values():
        muscle = given["muscles"][point["muscle"]]
        assert muscle["plain_name"]
        assert point["where"]
        care = muscle["self_care"]
        assert "minutes" not in care["massage"]
        for part in ("self_test", "movement", "sets_it_off", "stop", "see_someone"):
            assert care[part]["text"], part
            assert care[part]["sources"], part
        shown += 1
    assert shown >= 50


def test_the_one_dose_and_what_the_map_is_for_are_there(spoken):
    atlas, given = spoken
    assert given["dose"]["text"] == atlas.dose.text
    assert given["dose"]["seconds"] == [30, 120]
    assert given["dose"]["sources"]
    assert given["purpose"]["title"] == atlas.purpose.title
    assert [each["heading"] for each in given["purpose"]["parts"]] == [
        part.heading for part in atlas.purpose.parts
    ]


def test_where_a_pattern_is_felt_is_told_by_region_the_largest_share_first(spoken):
    atlas, given = spoken
    regions = {each.id for each in atlas.regions}
    for id_, point in given["trigger_points"].items():
        shares = [share for _, share in point["felt"]]
        assert shares, id_
        assert shares == sorted(shares, reverse=True)
        assert min(shares) >= LEAST_SHARE - 0.001
        assert sum(shares) <= 1.01
        assert {region for region, _ in point["felt"]} <= regions


def test_geometry_stays_out_of_the_texts(spoken):
    _, given = spoken
    for point in given["trigger_points"].values():
        assert "place" not in point
        assert set(point["essential"]) == {"text", "sources", "how_sure"}


def test_the_explanation_has_no_tags_but_those_the_page_reads(spoken):
    how = spoken[1]["words"]["app.how"]
    tags = re.findall(r"<[^>]*>", how)
    assert len(tags) >= 10
    assert {tag.strip("</>") for tag in tags} <= {"p", "ul", "li", "strong", "em"}
    assert "Apache-2.0" in spoken[1]["words"]["app.licence"]
    assert "CC BY-SA 4.0" in spoken[1]["credit"]
