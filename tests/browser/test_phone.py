"""On a phone: one view at a time, large, and the list below."""

import pytest
from body_page import VIEWS
from fingers import Fingers
from playwright.sync_api import expect
from test_marking import THIGH
from visits import fresh

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WIDTHS = (360, 390, 768, 1024, 1120, 1440, 1920)

SIDEWAYS = """() => {
  const main = document.querySelector('[data-testid="stMain"]') ?? document.documentElement;
  return Math.max(main.scrollWidth - main.clientWidth,
    document.documentElement.scrollWidth - innerWidth);
}"""


@pytest.fixture(scope="module")
def one_phone(visits):
    """One phone for the module."""
    return visits(**PHONE)


@pytest.fixture
def phone(one_phone):
    """The app on a phone, with nothing marked."""
    return fresh(one_phone)


def test_one_view_is_shown_at_a_time(phone):
    expect(phone.map.locator("[data-view]:visible")).to_have_count(1)
    expect(phone.view("back")).to_be_visible()
    shown = phone.map.get_by_role("group", name="View shown")
    expect(shown.get_by_role("button")).to_have_count(len(VIEWS))
    shown.get_by_role("button", name="Soles").tap()
    expect(phone.view("soles")).to_be_visible()
    expect(phone.view("back")).to_be_hidden()


def test_a_tap_marks_and_leads_over_the_questions_to_the_list(phone):
    phone.tap(THIGH, "back")
    phone.expect_marked(1)
    expect(phone.caption).to_have_text("Back of the middle thigh, right")
    expect(phone.area).to_be_in_viewport()
    # The way on is in sight wherever on the map one is.
    onward = phone.map.get_by_role("button", name="See what might explain it")
    expect(onward).to_be_in_viewport()
    onward.tap()
    expect(phone.screen.get_by_role("heading", name="First: does any")).to_be_in_viewport()
    phone.screen.locator(".done").tap()
    expect(phone.results.get_by_role("heading", name="What might explain it")).to_be_focused()
    expect(phone.card(0)).to_be_in_viewport()


def test_a_finger_paints_and_rubs_out(phone):
    phone.take("brush")
    x, y = phone.point_in(THIGH, "back")
    Fingers(phone.page).move([(x, y)], [(x, y + 60)])
    phone.expect_marked(1)
    before = phone.painted_cm2()
    assert before >= 20
    phone.take("eraser")
    phone.page.touchscreen.tap(*phone.point_in(THIGH, "back"))
    phone.expect_marked(2)
    assert 0 < phone.painted_cm2() < before
    phone.press_tool("Undo")
    assert phone.painted_cm2() == before


def test_on_a_phone_too_marks_are_named_rated_copied_and_cleared(phone):
    phone.marks.get_by_text("Mark by name").tap()
    phone.marks.get_by_role("checkbox", name="Back of the middle thigh, right").check()
    phone.expect_marked(1)
    phone.chips.first.locator("summary").tap()
    phone.chips.first.get_by_role("slider").fill("7")
    phone.chips.first.locator('.choice[data-choice="ache"]').tap()
    expect(phone.chips.first.locator(".rated")).to_have_text("7/10, Ache")
    phone.press_tool("Copy to left side")
    phone.expect_marked(2)
    phone.answer_none()
    phone.expect_listed()
    assert {side for _, side in phone.listed()} == {"left", "right"}
    phone.press_tool("Clear all")
    phone.expect_nothing_listed()
    phone.press_tool("Undo")
    phone.expect_marked(2)


def test_a_finger_that_scrolls_past_the_body_marks_nothing(phone):
    x, y = phone.point_in(THIGH, "back")
    Fingers(phone.page).move([(x, y)], [(x, y - 150)])
    phone.expect_marked(0)


def test_choosing_turns_the_body_to_the_view_that_shows_most(phone):
    shown = phone.map.get_by_role("group", name="View shown")
    phone.tap(THIGH, "back")
    phone.answer_none()
    phone.expect_listed()
    shown.get_by_role("button", name="Soles").tap()
    phone.open_card(0).get_by_role("button", name="See it on the body").tap()
    expect(phone.view("back")).to_be_in_viewport()
    expect(phone.view("back").locator(".essential")).to_be_visible()


@pytest.fixture(scope="module")
def chosen(visits):
    """The app with an opened candidate, in a window that changes its width."""
    body = visits().list_for(THIGH)
    body.open_card(0)
    return body


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows_sideways(chosen, width):
    body = chosen
    body.page.set_viewport_size({"width": width, "height": 900})
    expect(body.map.locator(".picture:visible")).to_have_count(1 if width < 600 else len(VIEWS))
    for tool in ("brush", "region"):
        body.take(tool)
        assert body.page.evaluate(SIDEWAYS) <= 0
    box = body.map.bounding_box()
    for view in body.map.locator(".picture:visible").all():
        picture = view.bounding_box()
        assert picture["x"] >= box["x"] - 1
        assert picture["x"] + picture["width"] <= box["x"] + box["width"] + 1


def test_on_paper_the_tools_are_left_out(chosen):
    body = chosen
    body.page.emulate_media(media="print")
    for tools in (".toolbar", ".steps-bar", ".by-name", ".remove"):
        expect(body.map.locator(f"{tools}:visible")).to_have_count(0)
    for tools in (".order", ".timer", ".pressing"):
        expect(body.results.locator(f"{tools}:visible")).to_have_count(0)
    expect(body.cards.first).to_be_visible()
    expect(body.marks.get_by_role("heading")).to_be_visible()
    body.page.emulate_media(media="screen")


def test_the_menu_of_the_file_lies_on_the_screen(phone):
    phone.page.locator(".file-menu summary").click()
    box = phone.page.locator(".file-tools").bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= phone.page.viewport_size["width"]


def test_every_page_is_one_tap_away(phone):
    links = phone.page.get_by_role("navigation", name="Pages").get_by_role("link")
    expect(links).to_have_text(["Map", "Teach", "Learn", "Handout", "Visits"])
    for link in links.all():
        expect(link).to_be_in_viewport()
        assert min(link.bounding_box()["width"], link.bounding_box()["height"]) >= 44
    phone.tap(THIGH, "back")
    here = phone.page.locator('nav a[aria-current="page"]')
    for name, inside in (("Learn", ".learn-page"), ("Handout", ".kept-points")):
        links.filter(has_text=name).tap()
        expect(phone.page.locator(inside)).to_be_visible()
        expect(here).to_have_text(name)
    phone.page.go_back()
    expect(here).to_have_text("Learn")
    links.filter(has_text="Map").tap()
    phone.ready()
    phone.expect_marked(1)
