"""The page as Streamlit's own test harness sees it: everything but the browser."""

import json

import pytest
from streamlit.testing.v1 import AppTest

from referral_map import PainDrawing, ReferralMapError, load_atlas, match
from referral_map.app import SCRIPT, words
from referral_map.app.examples import EXAMPLES
from referral_map.app.marks import MAP

REGION = "thigh_back_middle_right"


@pytest.fixture
def page():
    test = AppTest.from_file(SCRIPT, default_timeout=60).run()
    assert not test.exception
    return test


def data(page, name):
    """What a component of the page was given."""
    found = [
        element.proto
        for element in page.get("bidi_component")
        if element.proto.component_name == f"referral-map.{name}"
    ]
    assert len(found) == 1
    return json.loads(found[0].json)


def mark(page, regions):
    """What the browser sends after a click: the whole selection."""
    rev = data(page, "body_map")["rev"]
    page.session_state[MAP] = {"marks": {"rev": rev, "selected": regions}}
    page.run()
    assert not page.exception


def text(page):
    elements = [*page.title, *page.markdown, *page.warning, *page.caption]
    return " ".join(element.value for element in elements)


def test_the_page_says_what_it_is_and_when_to_see_a_doctor(page):
    said = text(page)
    assert words.WHAT_IT_IS in said
    for sign in ("between the legs", "bladder", "bowel", "weakness", "fever", "swollen calf"):
        assert sign in said


def test_the_page_credits_the_body_and_names_the_licence(page):
    assert "CC BY-SA" in text(page)


def test_an_atlas_that_cannot_be_read_is_told_in_a_sentence(monkeypatch):
    def broken():
        raise ReferralMapError("A muscle has no name.")

    monkeypatch.setattr("referral_map.app.drawn.drawn", broken)
    page = AppTest.from_file(SCRIPT, default_timeout=60).run()
    assert not page.exception
    assert [element.value for element in page.error] == [
        f"{words.CANNOT_SHOW} A muscle has no name."
    ]


def test_nothing_marked_nothing_listed(page):
    assert data(page, "results")["candidates"] == []


def test_the_list_is_the_librarys_own_ranking(page):
    mark(page, [REGION])
    atlas = load_atlas()
    expected = match(atlas, PainDrawing.from_regions(atlas, [REGION])).as_dict()["candidates"]
    shown = data(page, "results")["candidates"]
    assert len(shown) >= 5
    assert [{key: each[key] for key in expected[0]} for each in shown] == expected


def test_the_maps_data_stays_the_same_when_a_region_is_marked(page):
    before = data(page, "body_map")
    mark(page, [REGION])
    assert data(page, "body_map") == before


def test_a_region_that_does_not_exist_is_left_out(page):
    mark(page, ["no_such_region", REGION])
    assert data(page, "results")["pain"]["regions"] == [REGION]


def test_the_list_can_go_by_another_measure(page):
    mark(page, [REGION])
    page.selectbox(key="order").select("fit").run()
    fits = [each["fit"] for each in data(page, "results")["candidates"]]
    assert len(fits) >= 5
    assert fits == sorted(fits, reverse=True)


def test_an_example_marks_its_regions_and_makes_way(page):
    example = EXAMPLES[0]
    page.button(key=f"example_{example.id}").click().run()
    assert not page.exception
    sent = data(page, "body_map")
    assert (sent["rev"], sent["selected"]) == (1, list(example.regions))
    assert data(page, "results")["pain"]["regions"] == list(example.regions)
    assert len(page.button) == 0
    mark(page, [])
    assert data(page, "results")["candidates"] == []
    assert len(page.button) == len(EXAMPLES)
