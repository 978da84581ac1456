"""Which body, and which part of it: chosen on the first visit, changed at any time."""

import pytest
from body_page import BodyPage
from playwright.sync_api import expect
from test_marking import THIGH

from referral_map.domain import BODIES

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


@pytest.mark.parametrize("options", [{}, PHONE], ids=["desktop", "phone"])
def test_a_first_visit_shows_both_bodies_and_takes_none_by_itself(server, chromium, options):
    context = chromium.new_context(**options)
    page = context.new_page()
    page.goto(server.url)
    choices = page.locator(".choose-body")
    expect(choices.locator("svg .body")).to_have_count(len(BODIES), timeout=90_000)
    assert choices.evaluate_all("all => all.map(each => each.dataset.body)") == list(BODIES)
    assert page.locator("[data-view]").count() == 0
    sizes = [each.bounding_box() for each in choices.all()]
    assert all(box["y"] + box["height"] <= page.viewport_size["height"] for box in sizes)
    body = BodyPage(page, "woman").ready()
    assert body.document()["body"] == "woman"
    context.close()


def test_the_small_body_is_one_and_turns_to_the_part_that_is_tapped(body):
    key = body.map.locator(".body-key svg")
    expect(key).to_have_count(1)
    expect(body.view("palms")).to_be_hidden()
    box = key.bounding_box()
    assert box
    body.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.25)
    expect(body.map.get_by_role("radio", name="Neck, shoulder, arm")).to_be_checked()
    expect(body.view("palms").locator("[data-region]").first).to_be_attached()
    expect(body.view("soles")).to_be_hidden()
    expect(key).to_have_count(1)
    body.map.get_by_role("radio", name="Low back to feet").check(force=True)
    expect(body.view("soles").locator("[data-region]").first).to_be_attached()


def test_where_no_pattern_is_described_the_page_says_so_and_counts_the_skin(body):
    body.map.get_by_role("radio", name="Neck, shoulder, arm").check(force=True)
    body.click("palm_right", "palms")
    body.answer_none()
    expect(body.results).to_contain_text("No muscle patterns here yet")
    assert body.painted_cm2() > 0
    body.map.get_by_role("radio", name="Low back to feet").check(force=True)


def test_another_body_keeps_every_mark(body):
    body.click(THIGH, "back")
    area = body.map.locator(".area").text_content()
    body.page.locator(".file-menu summary").click()
    body.page.get_by_role("radio", name="Woman's body").check(force=True)
    # So many cm2 of another skin.
    expect(body.map.locator(".area")).not_to_have_text(area)
    body.expect_marked(1)
    assert body.document()["body"] == "woman"
