"""Pens, palms, fingers and mice that come and go in any order: one pointer paints, as far as it
went, and no other disturbs it."""

from collections import Counter
from math import dist

import pytest
from body_page import BodyPage
from fingers import Fingers
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import expect
from test_marking import THIGH

TABLET = {"viewport": {"width": 820, "height": 1180}, "has_touch": True}

# Plays what pointers do on the back view, on a clock of its own, and tells what each of them did
# from the moment it came down: a contact. `places` are in mm of the picture, as a stroke has them.
PLAY = """async (map, actions) => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const store = await import(loaded.find(each => each.endsWith("/document/store.js")));
  const svg = map.querySelector('[data-view="back"] svg.picture');
  const root = svg.getRootNode();
  const box = svg.getBoundingClientRect();
  const kinds = ["mouse", "pen", "touch", "touch", "touch"];
  const contacts = [], down = new Map(), at = kinds.map((_, i) => [0.5, 0.22 + 0.01 * i]);
  // Ten seconds between two plays: nothing of the last one counts.
  let clock = (globalThis.playClock ?? 1e6) + 10_000, lastTouch = globalThis.playTouch ?? 100;
  const place = (pointer) => {
    const [u, v] = at[pointer];
    return [box.x + u * box.width, box.y + v * box.height];
  };
  const send = (type, pointer, id, more) => {
    const [clientX, clientY] = place(pointer);
    const target = root.elementFromPoint(clientX, clientY) ?? svg;
    const touches = [...down.values()].filter(({ pointer }) => pointer > 1);
    const event = new PointerEvent(type, {
      bubbles: true, composed: true, cancelable: true, clientX, clientY, pointerId: id,
      pointerType: kinds[pointer],
      isPrimary: pointer < 2 || !touches.some((each) => each.id !== id), ...more,
    });
    Object.defineProperty(event, "timeStamp", { value: clock });
    target.dispatchEvent(event);
    const mm = new DOMPoint(clientX, clientY).matrixTransform(svg.getScreenCTM().inverse());
    return {
      place: [Math.round(mm.x * 10) / 10, Math.round(mm.y * 10) / 10],
      onBody: Boolean(target.closest?.("[data-region]")),
    };
  };
  const end = (pointer) => {
    const contact = down.get(pointer);
    contact.ended = clock;
    down.delete(pointer);
    return contact;
  };
  const go = (pointer, buttons) => {
    const contact = down.get(pointer);
    const moved = send("pointermove", pointer, contact.id, { button: -1, buttons });
    if (buttons) contact.places.push(moved);
  };
  const press = (pointer) => {
    const id = pointer < 2 ? pointer + 1 : (lastTouch += 1);
    const beside = [...down.values()].map(({ number }) => number);
    const contact = {
      number: contacts.length, pointer, id, type: kinds[pointer], at: clock, ended: null, beside,
      places: [],
    };
    contacts.push(contact);
    down.set(pointer, contact);
    contact.places.push(send("pointerdown", pointer, id, { button: 0, buttons: 1 }));
  };
  const act = {
    press: (pointer) => (down.has(pointer) ? go(pointer, 1) : press(pointer)),
    move: (pointer) => down.has(pointer) && go(pointer, 1),
    lift: (pointer) => {
      if (!down.has(pointer)) return;
      const { id } = down.get(pointer);
      send("pointerup", pointer, id, { button: 0, buttons: 0 });
      send("lostpointercapture", pointer, end(pointer).id, {});
    },
    cancel: (pointer) => {
      if (!down.has(pointer)) return;
      send("pointercancel", pointer, down.get(pointer).id, {});
      end(pointer);
    },
    // Lifted where nobody hears of it: then it moves with no button down.
    outside: (pointer) => {
      if (pointer > 1 || !down.has(pointer)) return;
      go(pointer, 0);
      end(pointer);
    },
  };
  for (const [pointer, verb, u, v, wait] of actions) {
    clock += wait;
    at[pointer] = [0.5 + u / 400, at[pointer][1] + v / 400];
    act[verb](pointer);
  }
  const painting = map.querySelectorAll(".stroke-now").length;
  for (const pointer of [...down.keys()]) { clock += 1000; act.lift(pointer); }
  const { marks } = store.current();
  store.setMarks([]);
  map.querySelector(".zoom button:last-child").click();
  Object.assign(globalThis, { playClock: clock, playTouch: lastTouch });
  const left = map.querySelectorAll(".stroke-now").length;
  return { contacts, marks, painting, left };
}"""

actions = st.lists(
    st.tuples(
        st.sampled_from([0, 1, 1, 2, 2, 3, 4]),
        st.sampled_from(["press", "press", "move", "move", "move", "lift", "cancel", "outside"]),
        st.integers(-20, 20),
        st.integers(-8, 8),
        st.sampled_from([1, 16, 16, 120, 300, 700]),
    ),
    min_size=2,
    max_size=24,
)


def path_of(contact: dict) -> list[list[float]]:
    """The path of a stroke that goes as far as the contact went, in steps of 3 mm or more."""
    places = [each["place"] for each in contact["places"]]
    path = places[:1]
    for place in places[1:]:
        if dist(place, path[-1]) >= 3:
            path.append(place)
    return path


def is_palm(contact: dict, contacts: list[dict]) -> bool:
    """Whether a pen was there before a touch ended, or a moment before it began."""
    return contact["type"] == "touch" and any(
        pen["at"] <= contact["ended"] and contact["at"] - pen["ended"] < 500
        for pen in contacts
        if pen["type"] == "pen"
    )


def must_paint(contact: dict, contacts: list[dict]) -> bool:
    """Whether nothing was in the way of a contact when it came down."""
    if not any(each["onBody"] for each in contact["places"]):
        return False
    beside = {contacts[number]["type"] for number in contact["beside"]}
    if contact["type"] == "pen":
        return not beside & {"mouse", "pen"}
    if beside or is_palm(contact, contacts):
        return False
    soon = [
        other
        for other in contacts
        if other["number"] > contact["number"] and 0 <= other["at"] - contact["at"] < 250
    ]
    return contact["type"] == "mouse" or not soon


@pytest.fixture(scope="module")
def tablet(visits) -> BodyPage:
    """A tablet for what Chromium's own fingers and pens do."""
    return with_brush(visits)


@pytest.fixture(scope="module")
def stage(visits) -> BodyPage:
    """Another one, on whose clock only the plays go on."""
    return with_brush(visits)


def with_brush(visits) -> BodyPage:
    body = visits(**TABLET)
    body.take("brush")
    body.map.get_by_role("slider", name="Width").fill("6")
    body.picture("back").evaluate(
        "each => each.scrollIntoView({ block: 'start', behavior: 'instant' })"
    )
    return body


@given(actions=actions)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_each_stroke_is_one_mark_as_far_as_its_pointer_went(stage, actions):
    played = stage.map.evaluate(PLAY, actions)
    contacts, marks = played["contacts"], played["marks"]
    assert played["painting"] <= 1
    assert played["left"] == 0
    painted = Counter(str(mark["path"]) for mark in marks)
    # Each mark is one contact and no other, whole; contacts may have the same path.
    might = Counter(str(path_of(each)) for each in contacts if not is_palm(each, contacts))
    must = Counter(str(path_of(each)) for each in contacts if must_paint(each, contacts))
    assert must <= painted <= might


def test_contacts_of_each_kind_must_paint_among_those_drawn_by_chance(stage):
    """The law above speaks of something."""
    for pointer, kind in enumerate(["mouse", "pen", "touch"]):
        stroke = [(pointer, "press", 0, 0, 700), (pointer, "move", 20, 4, 16)]
        (contact,) = stage.map.evaluate(PLAY, stroke)["contacts"]
        assert contact["type"] == kind
        assert must_paint(contact, [contact])
        assert len(path_of(contact)) == 2


@pytest.fixture
def touched(tablet) -> BodyPage:
    """The tablet with nothing marked, not zoomed, and Regions taken."""
    tablet.press_tool("Whole body")
    if tablet.chips.count():
        tablet.press_tool("Clear all")
    tablet.take("region")
    tablet.point_in(THIGH, "back")
    tablet.page.wait_for_timeout(600)
    return tablet


def shown_box(body: BodyPage) -> str:
    return body.picture("back").get_attribute("viewBox")


def test_a_second_finger_that_comes_late_leaves_the_stroke_alone(touched):
    touched.take("brush")
    x, y = touched.point_in(THIGH, "back")
    fingers, before = Fingers(touched.page), shown_box(touched)
    fingers.down([(x, y)])
    fingers.slide([(x, y)], [(x, y + 60)])
    fingers.down([(x, y + 60), (x + 90, y + 60)])
    fingers.slide([(x, y + 60), (x + 90, y + 60)], [(x, y + 110), (x + 140, y + 20)])
    fingers.up()
    touched.expect_marked(1)
    (mark,) = touched.document()["marks"]
    assert mark["path"][-1][1] - mark["path"][0][1] > 60, "it went on beside the second finger"
    assert shown_box(touched) == before


def test_the_next_stroke_is_painted_though_a_finger_still_rests(touched):
    touched.take("brush")
    x, y = touched.point_in(THIGH, "back")
    fingers = Fingers(touched.page)
    palm = (x + 120, y + 40)
    fingers.down([(x, y)])
    fingers.slide([(x, y)], [(x, y + 50)])
    fingers.one("touchStart", 1, palm)
    fingers.one("touchEnd", 0, (x, y + 50))
    touched.expect_marked(1)
    fingers.one("touchStart", 2, (x, y + 70))
    fingers.one("touchMove", 2, (x, y + 110))
    fingers.up()
    touched.page.wait_for_timeout(300)
    print(touched.document()["marks"])
    touched.expect_marked(2)


def test_a_finger_that_rests_beside_the_picture_or_on_it_neither_loses_nor_doubles_a_tap(touched):
    x, y = touched.point_in(THIGH, "back")
    rests = [(10, y), (x + 130, y + 30)]
    fingers = Fingers(touched.page)
    for number, rest in enumerate(rests, 1):
        fingers.one("touchStart", 0, rest)
        touched.page.wait_for_timeout(300)
        fingers.one("touchStart", 1, (x, y))
        fingers.one("touchEnd", 1, (x, y))
        fingers.up()
        touched.page.wait_for_timeout(100)
        marked = [mark["region"] for mark in touched.document()["marks"]]
        assert marked == [THIGH] * (number % 2), rest


def test_a_palm_that_comes_down_with_the_tap_of_a_finger_does_not_lose_it(touched):
    x, y = touched.point_in(THIGH, "back")
    fingers = Fingers(touched.page)
    fingers.one("touchStart", 0, (x, y))
    fingers.one("touchStart", 1, (x + 130, y + 40))
    fingers.one("touchEnd", 0, (x, y))
    fingers.up()
    touched.page.wait_for_timeout(100)
    assert [mark["region"] for mark in touched.document()["marks"]] == [THIGH]


class Pen:
    """A pen, as Chromium itself makes its events."""

    def __init__(self, body: BodyPage) -> None:
        self.session = body.page.context.new_cdp_session(body.page)

    def send(self, kind: str, place: tuple[float, float], down: bool) -> None:
        self.session.send("Input.dispatchMouseEvent", {
            "type": kind, "x": place[0], "y": place[1], "button": "left" if down else "none",
            "buttons": int(down and kind != "mouseReleased"), "pointerType": "pen", "clickCount": 1,
        })  # fmt: skip

    def stroke(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        self.send("mousePressed", start, down=True)
        for step in range(1, 9):
            place = (
                start[0] + step / 8 * (end[0] - start[0]),
                start[1] + step / 8 * (end[1] - start[1]),
            )
            self.send("mouseMoved", place, down=True)
        self.send("mouseReleased", end, down=True)


def test_a_pen_paints_beside_the_palm_that_came_before_it(touched):
    touched.take("brush")
    x, y = touched.point_in(THIGH, "back")
    fingers, before = Fingers(touched.page), shown_box(touched)
    palm = [(x + 120, y + 60)]
    fingers.down(palm)
    Pen(touched).stroke((x, y), (x, y + 80))
    fingers.slide(palm, [(x + 130, y + 70)])
    fingers.up()
    touched.expect_marked(1)
    (mark,) = touched.document()["marks"]
    assert mark["path"][-1][1] - mark["path"][0][1] > 40
    # Just after the pen it is still the palm.
    fingers.down(palm)
    fingers.up()
    touched.page.wait_for_timeout(100)
    touched.expect_marked(1)
    touched.page.wait_for_timeout(600)
    fingers.down([(x, y)])
    fingers.up()
    touched.expect_marked(2)
    assert shown_box(touched) == before


def test_a_pen_marks_regions_and_its_palm_does_not(touched):
    x, y = touched.point_in(THIGH, "back")
    fingers, pen = Fingers(touched.page), Pen(touched)
    fingers.down([(x + 130, y + 30)])
    pen.stroke((x, y), (x, y))
    fingers.up()
    touched.page.wait_for_timeout(100)
    assert [mark["region"] for mark in touched.document()["marks"]] == [THIGH]


ERASER_END = """(shape, [x, y]) => {
  const send = (type, dy, more) => shape.dispatchEvent(new PointerEvent(type, {
    bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y + dy, pointerId: 77,
    pointerType: "pen", isPrimary: true, ...more,
  }));
  send("pointerdown", 0, { button: 5, buttons: 32 });
  send("pointermove", 10, { button: -1, buttons: 32 });
  send("pointerup", 10, { button: 5, buttons: 0 });
}"""


@pytest.mark.parametrize("tool", ["region", "brush"])
def test_the_eraser_end_of_a_pen_rubs_out_whatever_tool_is_taken(touched, tool):
    touched.click(THIGH, "back")
    touched.take(tool)
    at = touched.point_in(THIGH, "back")
    touched.region(THIGH, "back").evaluate(ERASER_END, at)
    assert [mark["kind"] for mark in touched.document()["marks"]] == ["region", "eraser"]
    touched.agrees()


def test_a_mouse_that_is_released_outside_the_window_ends_its_stroke(touched):
    touched.take("brush")
    x, y = touched.point_in(THIGH, "back")
    mouse = touched.page.mouse
    mouse.move(x, y)
    mouse.down()
    mouse.move(x, y + 40, steps=4)
    expect(touched.view("back").locator(".stroke-now")).to_have_count(1)
    touched.page.evaluate("dispatchEvent(new Event('blur'))")
    touched.expect_marked(1)
    mouse.move(x, y + 90, steps=4)
    mouse.up()
    touched.expect_marked(1)
    (mark,) = touched.document()["marks"]
    mm_a_pixel = touched.picture("back").evaluate("each => 1 / each.getScreenCTM().a")
    assert mark["path"][-1][1] - mark["path"][0][1] == pytest.approx(40 * mm_a_pixel, abs=3)


def test_a_stroke_that_slips_far_off_the_picture_stays_one_that_can_be_read(touched):
    touched.take("brush")
    x, y = touched.point_in(THIGH, "back")
    touched.stroke((x, y), (5, y))
    touched.expect_marked(1)
    touched.agrees()
