"""On a phone: one view at a time, large, and the list below."""

import pytest
from body_page import VIEWS
from playwright.sync_api import expect
from test_marking import THIGH
from visits import Watch, visit

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
WIDTHS = (360, 390, 768, 1024, 1120, 1440, 1920)


@pytest.fixture
def phone(open_page):
    """The app on a phone."""
    return open_page(**PHONE)


def test_one_view_is_shown_at_a_time(phone):
    expect(phone.map.locator("[data-view]:visible")).to_have_count(1)
    expect(phone.view("back")).to_be_visible()
    shown = phone.map.get_by_role("group", name="View shown")
    expect(shown.get_by_role("button")).to_have_count(len(VIEWS))
    shown.get_by_role("button", name="Soles").tap()
    expect(phone.view("soles")).to_be_visible()
    expect(phone.view("back")).to_be_hidden()


def test_a_tap_marks_in_all_views_and_leads_to_the_list(phone):
    phone.tap(THIGH, "back")
    phone.expect_marked(1)
    expect(phone.caption).to_have_text("Back of the middle thigh, right")
    phone.expect_listed_for(1)
    phone.map.get_by_role("button", name="See what might explain it").tap()
    expect(phone.results.get_by_role("heading", name="What might explain it")).to_be_in_viewport()


def test_choosing_turns_the_body_to_the_view_that_shows_most(phone):
    shown = phone.map.get_by_role("group", name="View shown")
    phone.tap(THIGH, "back")
    phone.expect_listed_for(1)
    shown.get_by_role("button", name="Soles").tap()
    phone.card(0).tap()
    phone.cards.nth(0).get_by_role("button", name="See it on the body").tap()
    expect(phone.view("back")).to_be_in_viewport()
    expect(phone.view("back").locator(".essential")).to_be_visible()


@pytest.fixture(scope="module")
def chosen(server, chromium):
    """The app with a candidate chosen, in a window that changes its width."""
    context = chromium.new_context()
    body = visit(context, server, Watch())
    body.page.get_by_role("button", name="Left calf").click()
    body.expect_listed_for(2)
    body.card(0).click()
    yield body
    context.close()


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_overflows_sideways(chosen, width):
    body = chosen
    body.page.set_viewport_size({"width": width, "height": 900})
    expect(body.map.locator(".picture:visible")).to_have_count(1 if width < 600 else len(VIEWS))
    wide = body.page.evaluate("""() => {
      const main = document.querySelector('[data-testid="stMain"]') ?? document.documentElement;
      return main.scrollWidth - main.clientWidth;
    }""")
    assert wide <= 0
    box = body.map.bounding_box()
    for view in body.map.locator(".picture:visible").all():
        picture = view.bounding_box()
        assert picture["x"] >= box["x"] - 1
        assert picture["x"] + picture["width"] <= box["x"] + box["width"] + 1
