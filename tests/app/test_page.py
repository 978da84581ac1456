"""The page as Streamlit's own test harness sees it: everything but the browser."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from referral_map import ReferralMapError
from referral_map.app import SCRIPT
from referral_map.app.components import PAGE
from referral_map.words import LANGUAGES, words_in


@pytest.fixture
def page():
    test = AppTest.from_file(SCRIPT, default_timeout=60).run()
    assert not test.exception
    return test


def data(page):
    """What the parts of the page were given."""
    (only,) = page.get("bidi_component")
    return json.loads(only.proto.json)


def foot(page):
    """What Streamlit draws below the parts."""
    (found,) = [each.proto.body for each in page.get("html") if "<footer" in each.proto.body]
    return found


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


def test_the_map_stands_between_the_head_and_the_results(page):
    assert data(page)["parts"] == ["session", "body_map", "results"]


def test_the_head_offers_every_language(page):
    assert data(page)["languages"] == dict(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_is_drawn_in_the_language_the_browser_chose(page, code):
    page.session_state[PAGE] = {"language": code}
    page.run()
    assert not page.exception
    assert f"texts-{code}." in data(page)["addresses"]["texts"]
    assert words_in(code)("app.licence") in foot(page)


def test_of_the_document_streamlit_hears_the_language_and_nothing_else(page):
    (only,) = page.get("bidi_component")
    assert set(data(page)) == {"parts", "addresses", "code", "languages"}
    assert "marks" not in only.proto.json
