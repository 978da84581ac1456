"""The question that tells most: asked, shown on the map, answered, taken back and skipped."""

import os

import pytest
from playwright.sync_api import expect
from test_files import CALF

from referral_map import load_atlas
from referral_map.sessions import read, session_of


def asked_by(body) -> str:
    """The region that the library asks about."""
    area = read(load_atlas(), session_of(body.document())).result.ask_area
    assert area is not None
    return area.region


def look(body, name: str) -> None:
    """A picture for who works on it."""
    if folder := os.environ.get("LOOK"):
        body.page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def test_the_question_names_the_region_and_shows_it_on_the_map(body):
    body.list_for(CALF)
    also = body.page.locator(".also")
    region = asked_by(body)
    expect(also.locator(".also-region")).to_have_text(load_atlas().region(region).name)
    expect(body.map.locator(f'[data-region="{region}"][data-asked]')).not_to_have_count(0)
    assert {
        each.get_attribute("data-region") for each in body.map.locator("[data-asked]").all()
    } == {region}
    look(body, "question")


@pytest.mark.parametrize("answer", ["yes", "no", "not_sure"])
def test_an_answer_counts_and_can_be_taken_back(body, answer):
    body.list_for(CALF)
    before, region = body.listed(), asked_by(body)
    also = body.page.locator(".also")
    also.locator(f'[data-answer="{answer}"]').first.click()
    given = also.locator(f'.also-given [data-region="{region}"]')
    expect(given).to_be_visible()
    assert body.document()["also_hurts"] == {region: answer}
    expect(also.locator(".also-region")).not_to_have_text(load_atlas().region(region).name)
    wanted = read(load_atlas(), session_of(body.document()))
    expect(body.page.locator(".card .choose").first).to_contain_text(
        load_atlas().muscle(wanted.result.candidates[0].muscle).name
    )
    look(body, f"answered_{answer}")
    given.get_by_role("button").click()
    expect(given).to_have_count(0)
    assert body.document()["also_hurts"] == {}
    expect(also.locator(".also-region")).to_have_text(load_atlas().region(region).name)
    assert body.listed() == before


def test_nobody_has_to_answer(body):
    body.list_for(CALF)
    also = body.page.locator(".also")
    also.get_by_text("No such questions").click()
    expect(also).to_be_hidden()
    expect(body.map.locator("[data-asked]")).to_have_count(0)
    body.click("calf_middle_left", "back")
    body.expect_listed()
    expect(also).to_be_hidden()


def test_show_me_where_turns_the_map(body):
    body.page.set_viewport_size({"width": 390, "height": 844})
    body.list_for(CALF)
    region = asked_by(body)
    body.page.locator(".also").get_by_text("Show me where").click()
    shown = body.map.locator("[data-view][data-current]").locator(f'[data-region="{region}"]')
    expect(shown).to_be_in_viewport()
    look(body, "where")


def test_with_the_marks_goes_where_else_it_was_asked(body):
    body.list_for(CALF)
    body.page.locator('.also [data-answer="no"]').first.click()
    expect(body.page.locator(".also-given li")).to_have_count(1)
    body.click(CALF, "back")
    body.expect_marked(0)
    assert body.document()["also_hurts"] == {}
    body.press_tool("Undo")
    expect(body.page.locator(".also-given li")).to_have_count(1)
