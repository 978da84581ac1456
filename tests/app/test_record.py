"""The person's document as Python reads it: never trusted, never changed."""

import pytest

from referral_map.app.components import PAGE
from referral_map.app.record import given
from referral_map.sessions import FORMAT, VERSION
from referral_map.words import LANGUAGES

DOCUMENT = {
    "format": FORMAT, "version": VERSION, "language": "en", "weigh_common": False,
    "marks": [
        {"kind": "region", "region": "calf_upper_left", "intensity": 7, "quality": "ache"},
        {"kind": "brush", "view": "back", "path": [[0, 900], [5, 909.5]], "size_cm": 3,
         "intensity": None, "quality": None},
    ],
    "answers": {"foot_drop": "no"}, "text": "since May", "pressed": {"soleus_tp1:left": "familiar"},
    "kept": [], "name": "", "note": "",
}  # fmt: skip


def state_with(document):
    return {PAGE: {"document": document}}


def test_before_the_browser_has_spoken_the_session_is_empty():
    for state in ({}, {PAGE: None}, {PAGE: {}}, state_with(None)):
        read = given(state, None)
        assert read.trouble == ""
        assert read.session.marks == ()
        assert read.session.language == "en"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_page_speaks_the_language_the_browser_asks_for(code):
    assert given({}, code).session.language == code
    assert given({}, f"{code}-XX").session.language == code


def test_a_language_that_is_not_there_falls_back_to_english():
    for locale in ("xx", "xx-YY", "", None):
        assert given({}, locale).session.language == "en"


def test_the_document_is_read_as_it_was_sent():
    read = given(state_with(DOCUMENT), "xx")
    assert read.trouble == ""
    sent = read.session.model_dump(mode="json", exclude_defaults=True)
    assert len(sent["marks"]) == 2
    assert sent["weigh_common"] is False
    assert sent["answers"] == {"foot_drop": "no"}
    assert sent["text"] == "since May"
    assert [list(place) for place in sent["marks"][1]["path"]] == [[0, 900], [5, 909.5]]


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
    read = given(state_with(DOCUMENT | damage), "en")
    assert read.session.marks == ()
    assert len(read.trouble) >= 20
    assert "\n" not in read.trouble
    assert "all of it" not in read.trouble


def test_reading_leaves_what_was_sent_as_it_was():
    before = repr(DOCUMENT)
    given(state_with(DOCUMENT), "en")
    assert repr(DOCUMENT) == before
