"""What the page is told of a document: never trusted, never changed."""

import json

import pytest

from referral_map import PainDrawing, load_atlas, match
from referral_map.app.answers import answer
from referral_map.app.browser_reading import MOST_LISTED
from referral_map.matching import shortlist
from referral_map.matching.marks import BrushMark, EraserMark, RegionMark
from referral_map.sessions import FORMAT, VERSION
from referral_map.words import LANGUAGES

REGION = "thigh_back_middle_right"
STROKE = {"body": "man", "view": "back", "path": [[110.0, 1050.0], [110.0, 1150.0]], "size_cm": 6.0}

DOCUMENT = {
    "format": FORMAT, "version": VERSION, "language": "en", "weigh_common": False,
    "marks": [
        {"kind": "region", "region": "calf_upper_left", "intensity": 7, "quality": "ache"},
        {"kind": "brush", "body": "man", "view": "back", "path": [[0, 900], [5, 909.5]],
         "size_cm": 3, "intensity": None, "quality": None},
    ],
    "answers": {"foot_drop": "no"}, "text": "since May", "pressed": {"soleus_tp1:left": "familiar"},
    "kept": [], "name": "", "clinical_note": "", "patient_note": "",
}  # fmt: skip


def asked(**document):
    """The answer to a document with these fields."""
    return answer("reading", {"document": {"format": FORMAT, "version": VERSION, **document}})


def reading(*regions, **document):
    """What is said of a document with these regions marked."""
    marks = [{"kind": "region", "region": each} for each in regions]
    made = asked(**{"marks": marks, **document})
    assert "trouble" not in made
    return made["reading"]


def point(candidate):
    """A candidate as documents name it."""
    return f"{candidate['trigger_point']}:{candidate['side']}"


@pytest.mark.parametrize("nothing", [{}, {"document": None}])
def test_without_a_document_the_session_is_empty(nothing):
    made = answer("reading", nothing)
    assert "trouble" not in made
    assert made["reading"]["candidates"] == []
    assert made["reading"]["self_care"] is True


def test_the_list_is_the_librarys_own_ranking():
    atlas = load_atlas()
    pain = PainDrawing.from_regions(atlas, [REGION])
    expected = match(atlas, pain).as_dict()["candidates"]
    said = reading(REGION)
    shown = said["candidates"]
    assert 5 <= len(shown) <= MOST_LISTED
    assert said["listed"] == len(expected)
    first = shortlist(atlas, pain)[: len(shown)]
    assert [(each["trigger_point"], each["side"]) for each in shown] == list(first)
    by_rank = {each["rank"]: each for each in expected}
    for each in shown:
        same = each.keys() & by_rank[each["rank"]].keys()
        assert len(same) >= 10
        assert {key: each[key] for key in same} == {key: by_rank[each["rank"]][key] for key in same}


def test_strokes_and_the_eraser_count_as_they_do_in_the_library():
    marks = [{"kind": "region", "region": REGION}, {"kind": "brush", **STROKE}]
    atlas = load_atlas()
    known = [RegionMark(region=REGION), BrushMark(**STROKE)]
    both = PainDrawing.from_marks(atlas, known).area_cm2
    assert reading(marks=marks)["pain"]["area_cm2"] == both
    left = PainDrawing.from_marks(atlas, [*known, EraserMark(**STROKE)]).area_cm2
    erased = reading(marks=[*marks, {"kind": "eraser", **STROKE}])
    assert erased["pain"]["area_cm2"] == left
    assert 0 < left < both


def test_a_region_that_does_not_exist_is_left_out():
    said = reading("no_such_region", REGION)
    assert said["pain"]["regions"] == [REGION]
    assert len(said["notes"]) == 1


def test_an_urgent_answer_ends_self_care_until_it_is_taken_back():
    urgent = next(each.id for each in load_atlas().red_flags if each.urgency == "now")
    said = reading(REGION, answers={urgent: "yes"})
    assert said["self_care"] is False
    assert [each["id"] for each in said["red_flags"]] == [urgent]
    assert said["red_flags"][0]["action"]
    said = reading(REGION, answers={urgent: "no"})
    assert said["self_care"] is True
    assert said["red_flags"] == []


def test_free_words_raise_a_flag_too():
    assert reading(REGION, text="Since Monday I cannot hold my urine.")["self_care"] is False
    assert reading(REGION, text="It aches when I sit.")["self_care"] is True


def test_pressing_a_point_moves_it_and_the_step_is_told():
    second = point(reading(REGION)["candidates"][1])
    said = reading(REGION, pressed={second: "familiar"})
    assert point(said["candidates"][0]) == second
    (step,) = said["steps"]
    assert step["finding"] == "familiar"
    assert step["after"] > step["before"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_reading_is_in_the_language_of_the_document(code):
    expected = match(load_atlas(language=code), PainDrawing.from_regions(load_atlas(), [REGION]))
    why = {each["why"] for each in reading(REGION, language=code)["candidates"]}
    assert len(why) >= 3
    assert why <= {each.why for each in expected.candidates}


def test_a_language_that_is_not_here_is_answered_in_english():
    assert reading(REGION, language="fr") == reading(REGION, language="en")


@pytest.mark.parametrize("damage", [
    {"marks": "all of it"},
    {"marks": [{"kind": "cross", "region": "calf_upper_left"}]},
    {"marks": [{"kind": "brush", "view": "above", "path": [[0, 0]], "size_cm": 3}]},
    {"marks": [{"kind": "region", "region": "calf_upper_left", "intensity": 11}]},
    {"answers": {"foot_drop": "perhaps"}},
    {"pressed": {"soleus_tp1": "familiar"}},
    {"text": "x" * 5001},
    {"version": 99},
    {"shoe_size": 43},
])  # fmt: skip
def test_a_document_that_cannot_be_read_is_told_in_one_sentence(damage):
    made = asked(**{**DOCUMENT, **damage})
    assert made["reading"]["candidates"] == []
    assert len(made["trouble"]) >= 20
    assert "\n" not in made["trouble"]
    assert "all of it" not in made["trouble"]


def test_reading_leaves_what_was_sent_as_it_was():
    before = json.dumps(DOCUMENT)
    assert "trouble" not in answer("reading", {"document": DOCUMENT})
    assert json.dumps(DOCUMENT) == before
