"""What a screen reader is told, and what axe-core finds."""

import re
from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from body_page import VIEWS
from playwright.sync_api import expect
from test_marking import THIGH
from test_safety import asked

DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SERIOUS = {"serious", "critical"}
LEAST_TARGET, LEAST_TOUCHED = 24, 44

# The size of all that can be hit, but for words in a line of text and what lies on the body.
TARGETS = """all => all.map(each => {
  const hit = each.matches("input") ? each.closest("label") ?? each : each;
  const box = hit.getBoundingClientRect();
  return [hit.textContent.slice(0, 40) || hit.className, box.width, box.height];
})"""
CAN_BE_HIT = ":is(button, select, summary, textarea, input):visible"


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
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing_serious_in_any_state(open_page, scheme, size):
    body = open_page(color_scheme=scheme, **size)
    found = {"empty": serious_findings(body.page)}
    body.click(THIGH, "back")
    body.screen.locator(".later > summary").click()
    found["questions"] = serious_findings(body.page)
    body.answer_none()
    body.expect_listed()
    body.nerve.locator(".nerve-questions > summary").click()
    found["list"] = serious_findings(body.page)
    card = body.open_card(0)
    card.locator(".sources > summary").click()
    card.locator('.pressing .choice[data-choice="familiar"]').click()
    expect(body.results.locator(".pressed-steps li")).to_have_count(1)
    body.read_how_it_works()
    found["opened card"] = serious_findings(body.page)
    body.take("brush")
    body.map.locator(".feel > summary").click()
    body.chips.first.locator("summary").click()
    body.marks.get_by_text("Mark by name").click()
    found["brush"] = serious_findings(body.page)
    body.screen.get_by_role("button", name="Change").click()
    body.flag(asked("now")[0].id).check()
    expect(body.urgent).to_be_visible()
    found["urgent"] = serious_findings(body.page)
    assert len(found) == 6
    assert {state: each for state, each in found.items() if each} == {}


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
    name = "Back of the middle thigh, right"
    body.click(THIGH, "back")
    expect(told).to_have_text(re.compile(rf"^{name} marked\. [\d,.]+ cm² marked in all\.$"))
    body.answer_none()
    expect(body.results.get_by_role("status")).to_contain_text("might explain it. First: ")
    body.click(THIGH, "back")
    expect(told).to_have_text(f"{name} unmarked. 0 cm² marked in all.")
    expect(body.results.get_by_role("status")).to_have_text("")


@pytest.fixture(scope="module")
def opened(visits):
    """An opened card, to look at."""
    body = visits().list_for(THIGH)
    body.open_card(0)
    return body


def test_headings_run_in_order(opened):
    headings = opened.page.get_by_role("heading").all()
    levels = [int(each.evaluate("e => e.tagName")[1]) for each in headings]
    assert len(levels) >= 12
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_field_has_a_name(opened):
    fields = opened.page.locator(
        ":is(.body-map, .results, .session-head) :is(input, select, textarea)"
    )
    unnamed = fields.evaluate_all("""all => all.filter(each =>
      !each.labels?.length && !each.getAttribute("aria-label")).map(each => each.outerHTML)""")
    assert fields.count() >= 20
    assert unnamed == []


@pytest.mark.parametrize(
    ("size", "least"), [(DESKTOP, LEAST_TARGET), (PHONE, LEAST_TOUCHED)], ids=["mouse", "finger"]
)
def test_what_can_be_hit_is_large_enough(open_page, size, least):
    body = open_page(**size)
    body.click(THIGH, "back")
    body.take("brush")
    body.answer_none()
    body.expect_listed()
    body.open_card(0)
    body.chips.first.locator("summary").click()
    # The name of a card reaches over all of it; a word that explains itself is a part of its line.
    targets = body.page.locator(
        f":is(.body-map, .results, .session-head) {CAN_BE_HIT}:not(.choose, .term)"
    )
    sizes = targets.evaluate_all(TARGETS)
    assert len(sizes) >= 25
    assert [each for each in sizes if round(min(each[1:])) < least] == []


def test_whoever_asks_for_less_motion_gets_none(open_page):
    body = open_page(reduced_motion="reduce")
    body.list_for(THIGH)
    moving = body.page.locator(":is(.body-map, .results) :is(button, .region, .card)")
    times = moving.evaluate_all("all => all.map(each => getComputedStyle(each).transitionDuration)")
    assert len(times) >= 200
    assert set(times) == {"0s"}
    expect(body.results.get_by_role("heading", name="What might explain it")).to_be_in_viewport()
