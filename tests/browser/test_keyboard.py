"""Everything the mouse can do, the keyboard can; and its keys stay with the map."""

import pytest
from body_page import VIEWS, BodyPage
from playwright.sync_api import expect
from test_marking import HAMSTRINGS, THIGH, muscles_of

MOST_TABS = 60
MOST_STEPS = 60

CENTRES = """view => Object.fromEntries([...view.querySelectorAll("[data-region]")].map(each => {
  const box = each.getBoundingClientRect();
  return [each.dataset.region, [box.x + box.width / 2, box.y + box.height / 2]];
}))"""

# How many regions the arrow keys reach from the first one, by the map's own rule.
REACHED = """async view => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const module = (name) => import(loaded.find((each) => each.endsWith(`/${name}`)));
  const { nextRegion, readingOrder } = await module("arrow_keys.js");
  const { pathCentre } = await module("svg_paths.js");
  const shapes = [...view.querySelectorAll("[data-region]")];
  const centre = each => [each.dataset.region, pathCentre(each.getAttribute("d"))];
  const centres = new Map(shapes.map(centre));
  const start = readingOrder(centres)[0];
  const reached = new Set([start]), ahead = [start];
  while (ahead.length) {
    const here = ahead.pop();
    for (const key of ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]) {
      const next = nextRegion(key, here, centres);
      if (next && !reached.has(next)) { reached.add(next); ahead.push(next); }
    }
  }
  return { all: [...centres.keys()], reached: [...reached] };
}"""


def tab_into(body: BodyPage, view: str) -> None:
    """Press Tab until the keyboard is in a view."""
    for _ in range(MOST_TABS):
        body.page.keyboard.press("Tab")
        if body.focused_view() == view:
            return
    raise AssertionError(f"{MOST_TABS} tabs do not lead into the {view} view")


def tab_to(body: BodyPage, target) -> None:
    """Press Tab until the keyboard is on an element."""
    for _ in range(MOST_TABS):
        body.page.keyboard.press("Tab")
        if target.evaluate("each => each.matches(':focus')"):
            return
    raise AssertionError(f"{MOST_TABS} tabs do not lead to {target}")


def walk_to(body: BodyPage, region: str, view: str) -> None:
    """Go to a region with the arrow keys, as one would who sees the picture."""
    centres = body.view(view).evaluate(CENTRES)
    for _ in range(MOST_STEPS):
        here = body.focused_region()
        if here == region:
            return
        across = centres[region][0] - centres[here][0]
        down = centres[region][1] - centres[here][1]
        keys = ["ArrowRight" if across > 0 else "ArrowLeft", "ArrowDown" if down > 0 else "ArrowUp"]
        if abs(down) > abs(across):
            keys.reverse()
        for key in keys:
            body.page.keyboard.press(key)
            if body.focused_region() != here:
                break
    raise AssertionError(f"{MOST_STEPS} steps do not lead to {region}")


def test_the_keyboard_alone_marks_reads_chooses_and_unmarks(body):
    tab_into(body, "back")
    walk_to(body, THIGH, "back")
    expect(body.caption).to_have_text("Back of the middle thigh, right")
    expect(body.view("back").locator(".ring.focused")).to_have_count(1)
    body.page.keyboard.press("Enter")
    body.expect_marked(1)
    assert body.focused_region() == THIGH
    tab_to(body, body.screen.locator(".done"))
    body.page.keyboard.press("Enter")
    body.expect_listed()
    first_five = body.listed()[:5]
    assert len(first_five) == 5
    assert muscles_of(first_five) >= {"gluteus_minimus"}
    assert muscles_of(first_five) & HAMSTRINGS

    # From the heading of the list, where "None of these" leads.
    tab_to(body, body.card(1))
    body.page.keyboard.press("Enter")
    expect(body.card(1)).to_have_attribute("aria-pressed", "true")
    expect(body.legend).to_be_visible()

    body.region(THIGH, "back").focus()
    body.page.keyboard.press("Enter")
    body.expect_marked(0)
    body.expect_nothing_listed()
    body.page.keyboard.press("Space")
    body.expect_marked(1)
    body.expect_listed()


def test_the_keyboard_answers_opens_and_presses(body):
    body.list_for(THIGH)
    summary = body.cards.first.locator(".card-details > summary")
    tab_to(body, summary)
    body.page.keyboard.press("Enter")
    expect(body.cards.first.locator(".parts")).to_be_visible()
    tab_to(body, body.cards.first.get_by_role("radio", name="Not tried"))
    body.page.keyboard.press("ArrowRight")
    expect(body.results.locator(".pressed-steps li")).to_have_count(1)
    expect(body.results.get_by_role("radio", name="My pain", checked=True)).to_be_focused()


def test_the_tools_are_chosen_and_set_by_keyboard(body):
    body.map.get_by_role("radio", name="Regions").focus()
    body.page.keyboard.press("ArrowRight")
    expect(body.map).to_have_attribute("data-tool", "brush")
    tab_to(body, body.map.get_by_role("slider", name="Width"))
    body.page.keyboard.press("ArrowRight")
    expect(body.map.get_by_role("slider", name="Width")).to_have_attribute(
        "aria-valuetext", "4.5 cm"
    )
    # Regions are marked by keyboard whatever tool is in the hand.
    tab_into(body, "back")
    body.page.keyboard.press("Enter")
    body.expect_marked(1)


def test_each_view_is_one_tab_stop_that_remembers_its_place(body):
    stops = body.map.locator('[data-region][tabindex="0"]')
    expect(stops).to_have_count(len(VIEWS))
    tab_into(body, "back")
    walk_to(body, "calf_upper_left", "back")
    body.page.keyboard.press("Tab")
    assert body.focused_view() == "front"
    body.page.keyboard.press("Shift+Tab")
    assert body.focused_region() == "calf_upper_left"
    expect(stops).to_have_count(len(VIEWS))


def test_home_and_end_lead_to_the_top_and_the_bottom(body):
    tab_into(body, "back")
    centres = body.view("back").evaluate(CENTRES)
    middle = (min(y for _, y in centres.values()) + max(y for _, y in centres.values())) / 2
    body.page.keyboard.press("End")
    assert centres[body.focused_region()][1] > middle
    body.page.keyboard.press("Home")
    assert centres[body.focused_region()][1] < middle


def test_the_arrow_keys_reach_every_region_of_every_view(still_body):
    for view in VIEWS:
        walk = still_body.view(view).evaluate(REACHED)
        assert len(walk["all"]) >= 8, view
        assert sorted(walk["reached"]) == sorted(walk["all"]), view


def test_chips_are_taken_away_by_keyboard_and_the_focus_stays_near(body):
    for region in (THIGH, "calf_upper_left"):
        body.click(region, "back")
    body.chips.nth(0).locator(".remove").focus()
    body.page.keyboard.press("Enter")
    assert body.marked() == ["calf_upper_left"]
    expect(body.chips.nth(0).locator(".remove")).to_be_focused()
    body.page.keyboard.press("Space")
    body.expect_marked(0)
    expect(body.marks.get_by_role("heading", name="What is marked")).to_be_focused()


@pytest.mark.parametrize("key", ["c", "r", "C", "R", "a", "?", "/", ".", "Escape"])
def test_no_key_pressed_on_the_map_opens_a_dialog(body_with_a_mark, key):
    body = body_with_a_mark
    body.page.evaluate("""() => {
      window.leaked = [];
      document.addEventListener("keydown", event => window.leaked.push(event.key));
    }""")
    body.region(THIGH, "back").focus()
    body.page.keyboard.press(key)
    body.card(0).focus()
    body.page.keyboard.press(key)
    body.page.wait_for_timeout(150)
    expect(body.page.get_by_role("dialog")).to_have_count(0)
    body.expect_marked(1)
    if key != "Escape":
        assert body.page.evaluate("window.leaked") == []


@pytest.fixture(scope="module")
def body_with_a_mark(visits) -> BodyPage:
    """One page for all keys: none of them may change it."""
    return visits().list_for(THIGH)
