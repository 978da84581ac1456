"""A tap marks what was under the finger when it came down: at random places, for fingers that
rest as long as fingers do."""

import random

import pytest
from body_page import BodyPage
from fingers import Fingers
from teach_page import TeachPage
from visits import fresh

PHONES = {"narrow": (360, 640), "usual": (390, 844)}
TAPS = 25
HELD_MS = (30, 300)

# What lies under a place of the window that can be tapped, or null; also null on a border, where
# the browser itself rounds to one side or the other.
UNDER = """([x, y, wanted]) => {
  const at = (x, y) => {
    let element = document.elementFromPoint(x, y);
    while (element?.shadowRoot) {
      const inner = element.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === element) break;
      element = inner;
    }
    return element?.closest(wanted) ?? null;
  };
  const around = [[0, 0], [1, 0], [-1, 0], [0, 1], [0, -1]].map(([u, v]) => at(x + u, y + v));
  return around.every(each => each === around[0]) ? around[0]?.dataset ?? null : null;
}"""


def phone_options(name: str) -> dict:
    width, height = PHONES[name]
    return {"viewport": {"width": width, "height": height}, "has_touch": True, "is_mobile": True}


def random_places(page, picture, wanted: str, seed: int):
    """Places of the window in a picture with something to tap, each with what that is."""
    chance = random.Random(seed)
    while True:
        box = picture.bounding_box()
        x = box["x"] + chance.random() * box["width"]
        y = box["y"] + chance.random() * box["height"]
        under = page.evaluate(UNDER, [x, y, wanted])
        if under:
            yield x, y, under, chance.randint(*HELD_MS)


def press(fingers: Fingers, picture, x: float, y: float, held_ms: int) -> None:
    """One finger down and up again; the picture stays where it is meanwhile."""
    before = picture.bounding_box()
    fingers.down([(x, y)])
    fingers.page.wait_for_timeout(held_ms)
    assert picture.bounding_box() == before, "the picture moved under the finger"
    fingers.up()
    # Time for the click that follows.
    fingers.page.wait_for_timeout(60)


def to_the_picture(body: BodyPage, view: str):
    """The picture in the middle of the screen, as somebody who wants to tap it has it."""
    picture = body.picture(view)
    picture.evaluate("each => each.scrollIntoView({ block: 'center', behavior: 'instant' })")
    body.page.wait_for_timeout(100)
    return picture


@pytest.mark.parametrize("name", PHONES)
def test_every_tap_at_a_random_place_marks_the_region_under_it(visits, name):
    phone = fresh(visits(**phone_options(name)))
    picture = to_the_picture(phone, "back")
    fingers, marked, lost = Fingers(phone.page), set(), []
    places = random_places(phone.page, picture, "[data-region]", seed=1)
    for _ in range(TAPS):
        x, y, under, held = next(places)
        press(fingers, picture, x, y, held)
        marked ^= {under["region"]}
        now = {mark["region"] for mark in phone.document()["marks"]}
        if now != marked:
            lost.append((under["region"], held, sorted(now ^ marked)))
            marked = now
    assert lost == []


def test_a_touch_names_nothing_before_it_is_a_tap(visits):
    phone = fresh(visits(**phone_options("narrow")))
    picture = to_the_picture(phone, "back")
    fingers, hint = Fingers(phone.page), phone.caption.text_content()
    x, y, _, _ = next(random_places(phone.page, picture, "[data-region]", seed=2))
    fingers.down([(x, y)])
    phone.page.wait_for_timeout(200)
    assert phone.caption.text_content() == hint
    fingers.up()
    phone.expect_marked(1)


def test_the_line_over_the_map_is_as_high_with_any_name_in_it(visits):
    phone = fresh(visits(**phone_options("narrow")))
    heights = phone.map.evaluate("""map => {
      const [row, caption] = [map.querySelector(".told"), map.querySelector(".caption")];
      const names = [...map.querySelectorAll("[data-region]")].map(each => each.ariaLabel);
      const heights = {};
      for (const marks of [false, true]) for (const text of ["", ...names, caption.textContent]) {
        map.classList.toggle("has-marks", marks);
        const before = caption.textContent;
        caption.textContent = text;
        heights[row.getBoundingClientRect().height] = text;
        caption.textContent = before;
      }
      return heights;
    }""")
    assert len(heights) == 1, heights


def test_a_mouse_that_presses_one_region_and_lets_go_over_another_marks_neither(body):
    page = body.page
    start = body.point_in("thigh_back_upper_right", "back")
    end = body.point_in("calf_upper_right", "back")
    body.stroke(start, end)
    page.wait_for_timeout(200)
    body.expect_marked(0)


def test_a_click_without_a_pointer_marks_too(body):
    """What a screen reader sends."""
    region = body.region("thigh_back_upper_right", "back")
    region.evaluate("each => each.dispatchEvent(new MouseEvent('click', { bubbles: true }))")
    body.expect_marked(1)
    # A press of the mouse before it changes nothing.
    body.click("calf_upper_right", "back")
    body.expect_marked(2)
    region.evaluate("each => each.dispatchEvent(new MouseEvent('click', { bubbles: true }))")
    body.expect_marked(1)


def test_every_tap_in_teach_chooses_the_muscle_under_it(server, visits):
    page = visits(**phone_options("narrow")).page
    teach = TeachPage(page).open(server)
    picture = teach.view("back").locator("svg.picture")
    picture.evaluate("each => each.scrollIntoView({ block: 'center', behavior: 'instant' })")
    page.wait_for_timeout(100)
    fingers, lost = Fingers(page), []
    places = random_places(page, picture, "[data-muscle]", seed=3)
    for _ in range(TAPS):
        x, y, under, held = next(places)
        press(fingers, picture, x, y, held)
        chosen = set(
            teach.stage.locator('[data-muscle][aria-pressed="true"]').evaluate_all(
                "all => all.map(each => each.dataset.muscle)"
            )
        )
        if chosen != {under["muscle"]}:
            lost.append((under["muscle"], held, chosen))
        # The picture stays the back view, whatever was chosen.
        teach.root.locator('.view-choice [data-choice="back"]').evaluate(
            "each => each.querySelector('input').click()"
        )
        page.wait_for_timeout(50)
        picture.evaluate("each => each.scrollIntoView({ block: 'center', behavior: 'instant' })")
    assert lost == []
