"""What a screen reader is told, and what axe-core finds."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from body_page import VIEWS
from playwright.sync_api import expect
from test_marking import THIGH

PHONE = {"width": 390, "height": 844}
SERIOUS = {"serious", "critical"}
LEAST_TARGET = 24


def serious_findings(page) -> list[str]:
    """Rules broken seriously, with the first elements that break them."""
    found = Axe().run(page).response
    assert len(found["passes"]) >= 10
    return [
        f"{each['id']}: {[node['html'][:120] for node in each['nodes'][:3]]}"
        for each in found["violations"]
        if each["impact"] in SERIOUS
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(open_page, scheme):
    body = open_page(color_scheme=scheme)
    assert serious_findings(body.page) == []
    body.click(THIGH, "back")
    body.expect_listed_for(1)
    body.card(0).click()
    body.read_how_it_works()
    assert serious_findings(body.page) == []


def test_axe_finds_nothing_serious_on_a_phone(open_page):
    body = open_page(viewport=PHONE, has_touch=True)
    body.tap(THIGH, "back")
    body.expect_listed_for(1)
    assert serious_findings(body.page) == []


def test_every_region_is_a_named_button_that_says_whether_it_is_marked(body):
    for view in VIEWS:
        group = body.view(view).get_by_role("group").first
        expect(group).to_have_attribute("aria-label", re.compile("right|left"))
        buttons = group.get_by_role("button")
        assert buttons.count() >= 8
    region = body.view("back").get_by_role("button", name="Back of the middle thigh, right")
    expect(region).to_have_attribute("aria-pressed", "false")
    region.click()
    expect(region).to_have_attribute("aria-pressed", "true")


def test_changes_are_told(body):
    told = body.map.get_by_role("status")
    body.click(THIGH, "back")
    expect(told).to_have_text("Back of the middle thigh, right marked. 1 region marked.")
    expect(body.results.get_by_role("status")).to_contain_text("might explain it. First: ")
    body.click(THIGH, "back")
    expect(told).to_have_text("Back of the middle thigh, right unmarked. Nothing is marked.")


def test_headings_run_in_order(body):
    body.click(THIGH, "back")
    body.expect_listed_for(1)
    levels = [
        int(each.evaluate("e => e.tagName")[1]) for each in body.page.get_by_role("heading").all()
    ]
    assert len(levels) >= 5
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1440, "height": 900}])
def test_buttons_are_large_enough_to_hit(open_page, viewport):
    body = open_page(viewport=viewport)
    body.page.get_by_role("button", name="Left calf").click()
    body.expect_listed_for(2)
    buttons = body.page.locator(".body-map button:visible, .results button:visible")
    sizes = buttons.evaluate_all("""all => all.map(each => {
      const box = each.getBoundingClientRect();
      return [each.textContent, box.width, box.height];
    })""")
    assert len(sizes) >= 8
    assert [size for size in sizes if min(size[1:]) < LEAST_TARGET] == []
