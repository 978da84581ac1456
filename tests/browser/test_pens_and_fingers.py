"""Pens, palms, fingers and mice as Chromium makes them: none disturbs what another one does."""

import pytest
from body_page import BodyPage
from fingers import Fingers
from playwright.sync_api import expect
from test_marking import THIGH


@pytest.fixture(scope="module")
def tablet(visits) -> BodyPage:
    body = visits(viewport={"width": 820, "height": 1180}, has_touch=True)
    body.take("brush")
    body.map.get_by_role("slider", name="Width").fill("6")
    return body


@pytest.fixture
def touched(tablet) -> BodyPage:
    """The tablet with nothing marked, not zoomed, and Regions taken."""
    tablet.press_tool("Whole picture")
    if tablet.chips.count():
        tablet.press_tool("Clear all")
    tablet.take("region")
    tablet.point_in(THIGH, "back")
    tablet.page.wait_for_timeout(600)
    return tablet


def shown_box(body: BodyPage) -> str | None:
    return body.picture("back").get_attribute("viewBox")


def beside_the_body(body: BodyPage, y: float) -> tuple[float, float]:
    """A place in the picture of the back where no skin is: other pictures begin close to it."""
    box = body.picture("back").bounding_box()
    assert box
    return box["x"] + box["width"] - 6, y


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
    rests = [(10, y), beside_the_body(touched, y + 30)]
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
    fingers.one("touchStart", 1, beside_the_body(touched, y + 40))
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
    # Just after the pen it is still the palm; on a busy machine that is over before one has looked.
    fingers.down(palm)
    fingers.up()
    touched.page.wait_for_timeout(100)
    touched.expect_marked(1)
    (mark,) = touched.document()["marks"]
    assert mark["path"][-1][1] - mark["path"][0][1] > 40
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
