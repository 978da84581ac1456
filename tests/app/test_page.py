"""The page as Streamlit's own test harness sees it: everything but the browser."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from referral_map import PainDrawing, ReferralMapError, load_atlas, match
from referral_map.app import SCRIPT
from referral_map.app.components import PAGE
from referral_map.matching import shortlist
from referral_map.matching.marks import BrushMark, EraserMark, RegionMark
from referral_map.sessions import FORMAT, VERSION
from referral_map.words import LANGUAGES, words_in

REGION = "thigh_back_middle_right"
STROKE = {"view": "back", "path": [[80.0, 1100.0], [80.0, 1200.0]], "size_cm": 6.0}


@pytest.fixture
def page():
    test = AppTest.from_file(SCRIPT, default_timeout=60).run()
    assert not test.exception
    return test


def data(page, name):
    """What a part of the page was given."""
    (only,) = page.get("bidi_component")
    given = json.loads(only.proto.json)
    parts = given.pop("parts")
    return given | parts[name]


def foot(page):
    """What Streamlit draws below the parts."""
    (found,) = [each.proto.body for each in page.get("html") if "<footer" in each.proto.body]
    return found


def reading(page):
    """What the results say."""
    return data(page, "results")["reading"]


def send(page, **document):
    """What the browser sends after a change: the whole document."""
    page.session_state[PAGE] = {"document": {"format": FORMAT, "version": VERSION, **document}}
    page.run()
    assert not page.exception


def mark(page, *regions, **document):
    """The browser's document with these regions marked."""
    marks = [{"kind": "region", "region": each} for each in regions]
    send(page, marks=marks, **document)


def test_the_page_credits_the_body_and_names_the_licence(page):
    assert "CC BY-SA" in foot(page)
    assert "Apache" in foot(page)


def test_the_explanation_says_that_it_does_not_diagnose(page):
    assert "diagnose" in foot(page)
    assert "therapist" in foot(page)


def test_an_atlas_that_cannot_be_read_is_told_in_a_sentence(monkeypatch):
    def broken(*given, **named):
        raise ReferralMapError("A muscle has no name.")

    monkeypatch.setattr("referral_map.load_atlas", broken)
    page = AppTest.from_file(SCRIPT, default_timeout=60).run()
    assert not page.exception
    assert [element.value for element in page.error] == [
        f"{words_in('en')('app.cannot_show')} A muscle has no name."
    ]


def test_nothing_marked_nothing_listed(page):
    assert reading(page)["candidates"] == []
    assert reading(page)["self_care"] is True


def test_the_head_offers_every_language(page):
    assert data(page, "session")["languages"] == dict(LANGUAGES)
    assert data(page, "session")["trouble"] == ""


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_component_is_given_the_texts_of_the_language(page, code):
    send(page, language=code)
    for name in ("session", "body_map", "results"):
        assert f"texts-{code}." in data(page, name)["addresses"]["texts"]


def test_the_list_is_the_librarys_own_ranking(page):
    mark(page, REGION)
    atlas = load_atlas()
    pain = PainDrawing.from_regions(atlas, [REGION])
    expected = match(atlas, pain).as_dict()["candidates"]
    shown = reading(page)["candidates"]
    assert len(shown) >= 5
    assert reading(page)["listed"] == len(expected)
    first = shortlist(atlas, pain)[: len(shown)]
    assert [(each["trigger_point"], each["side"]) for each in shown] == list(first)
    by_rank = {each["rank"]: each for each in expected}
    for each in shown:
        same = each.keys() & by_rank[each["rank"]].keys()
        assert len(same) >= 10
        assert {key: each[key] for key in same} == {key: by_rank[each["rank"]][key] for key in same}


def test_strokes_and_the_eraser_count_as_they_do_in_the_library(page):
    marks = [{"kind": "region", "region": REGION}, {"kind": "brush", **STROKE}]
    atlas = load_atlas()
    known = [RegionMark(region=REGION), BrushMark(**STROKE)]
    send(page, marks=marks)
    both = PainDrawing.from_marks(atlas, known).area_cm2
    assert reading(page)["pain"]["area_cm2"] == both
    send(page, marks=[*marks, {"kind": "eraser", **STROKE}])
    left = PainDrawing.from_marks(atlas, [*known, EraserMark(**STROKE)]).area_cm2
    assert reading(page)["pain"]["area_cm2"] == left
    assert 0 < left < both


def test_the_map_is_given_the_same_whatever_is_marked(page):
    before = data(page, "body_map")
    mark(page, REGION)
    assert data(page, "body_map") == before


def test_a_region_that_does_not_exist_is_left_out(page):
    mark(page, "no_such_region", REGION)
    assert reading(page)["pain"]["regions"] == [REGION]
    assert len(reading(page)["notes"]) == 1


def test_an_urgent_answer_ends_self_care_until_it_is_taken_back(page):
    urgent = next(each.id for each in load_atlas().red_flags if each.urgency == "now")
    mark(page, REGION, answers={urgent: "yes"})
    assert reading(page)["self_care"] is False
    assert [each["id"] for each in reading(page)["red_flags"]] == [urgent]
    assert reading(page)["red_flags"][0]["action"]
    mark(page, REGION, answers={urgent: "no"})
    assert reading(page)["self_care"] is True
    assert reading(page)["red_flags"] == []


def test_free_words_raise_a_flag_too(page):
    mark(page, REGION, text="Since Monday I cannot hold my urine.")
    assert reading(page)["self_care"] is False
    mark(page, REGION, text="It aches when I sit.")
    assert reading(page)["self_care"] is True


def test_pressing_a_point_moves_it_and_the_step_is_told(page):
    mark(page, REGION)
    before = reading(page)["candidates"]
    third = f"{before[2]['trigger_point']}:{before[2]['side']}"
    mark(page, REGION, pressed={third: "familiar"})
    after = reading(page)["candidates"]
    assert f"{after[0]['trigger_point']}:{after[0]['side']}" == third
    (step,) = reading(page)["steps"]
    assert step["finding"] == "familiar"
    assert step["after"] > step["before"]


def test_a_document_that_cannot_be_read_is_told_and_the_page_stays(page):
    send(page, marks="everything")
    assert "cannot be read" in data(page, "session")["trouble"]
    assert reading(page)["candidates"] == []
    mark(page, REGION)
    assert data(page, "session")["trouble"] == ""
    assert len(reading(page)["candidates"]) >= 5
