"""The page as Streamlit's own test harness sees it: everything but the browser."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from referral_map import ReferralMapError
from referral_map.app import SCRIPT
from referral_map.app.components import PAGE
from referral_map.app.pages import PAGES
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


def test_an_atlas_that_cannot_be_read_is_told_in_a_sentence(monkeypatch):
    def broken(*_, **__):
        raise ReferralMapError("A muscle has no name.")

    monkeypatch.setattr("referral_map.load_atlas", broken)
    page = AppTest.from_file(SCRIPT, default_timeout=60).run()
    assert not page.exception
    assert [element.value for element in page.error] == [
        f"{words_in('en')('app.cannot_show')} A muscle has no name."
    ]


def test_the_map_stands_between_the_head_and_the_results(page):
    assert data(page)["parts"] == ["head", "map", "results", "foot"]


def test_the_head_offers_every_language(page):
    assert data(page)["languages"] == dict(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_page_is_drawn_in_the_language_the_browser_chose(page, code):
    page.session_state[PAGE] = {"language": code}
    page.run()
    assert not page.exception
    assert f"texts-{code}." in data(page)["addresses"]["texts"]


@pytest.mark.parametrize("name", PAGES)
def test_a_link_in_the_head_turns_to_its_page(page, name):
    page.session_state[PAGE] = {"navigate": name}
    page.run()
    assert not page.exception
    assert data(page)["page"] == name
    assert data(page)["parts"] == list(PAGES[name])


@pytest.mark.parametrize("name", ["", "nowhere", None, 3])
def test_there_is_no_other_page(page, name):
    page.session_state[PAGE] = {"navigate": name}
    page.run()
    assert not page.exception
    assert data(page)["page"] == "map"


def test_of_the_document_streamlit_hears_the_language_and_nothing_else(page):
    (only,) = page.get("bidi_component")
    assert set(data(page)) == {
        "parts", "addresses", "code", "languages", "pages", "page",
    }  # fmt: skip
    assert "marks" not in only.proto.json
