"""Zooming with buttons, wheel and fingers; a picture that is dragged is not marked."""

import pytest
from fingers import Fingers
from playwright.sync_api import expect
from test_marking import THIGH

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def box_of(body, view="back") -> list[float]:
    """The part of the picture that is seen: u, v, width, height in mm."""
    return [float(each) for each in body.picture(view).get_attribute("viewBox").split()]


def test_buttons_zoom_all_views_and_back(body):
    before = box_of(body), box_of(body, "soles")
    body.press_tool("Zoom in")
    for view, whole in zip(("back", "soles"), before, strict=True):
        assert box_of(body, view)[2] < whole[2]
    body.press_tool("Zoom out")
    assert box_of(body) == pytest.approx(before[0])
    body.press_tool("Zoom in")
    body.press_tool("Zoom in")
    body.press_tool("Whole picture")
    assert box_of(body) == before[0]
    body.press_tool("Zoom out")
    assert box_of(body) == before[0]


def test_the_wheel_with_ctrl_zooms_about_the_pointer(body):
    before = box_of(body)
    x, y = body.point_in(THIGH, "back")
    body.page.mouse.move(x, y)
    body.page.keyboard.down("Control")
    body.page.mouse.wheel(0, -400)
    body.page.keyboard.up("Control")
    expect(body.picture("back")).to_have_class("picture zoomed")
    assert box_of(body)[2] < before[2] / 1.5
    assert body.page.evaluate("visualViewport.scale") == 1
    hit = body.region(THIGH, "back").evaluate(
        "(shape, [x, y]) => shape.getRootNode().elementFromPoint(x, y) === shape", [x, y]
    )
    assert hit


def test_a_plain_wheel_scrolls_the_page(body):
    before = box_of(body)
    body.point_at(THIGH, "back")
    body.page.mouse.wheel(0, 200)
    body.page.wait_for_timeout(150)
    assert box_of(body) == before


def test_a_zoomed_picture_is_moved_by_dragging_and_that_marks_nothing(body):
    body.press_tool("Zoom in")
    body.press_tool("Zoom in")
    before = box_of(body)
    frame = body.picture("back").bounding_box()
    x, y = frame["x"] + frame["width"] / 2, frame["y"] + min(frame["height"] / 2, 200)
    body.stroke((x, y), (x - 40, y - 60))
    after = box_of(body)
    assert after[0] > before[0]
    assert after[1] > before[1]
    body.expect_marked(0)
    body.click(THIGH, "back")
    body.expect_marked(1)


def test_strokes_land_where_they_are_made_when_zoomed(body):
    body.press_tool("Zoom in")
    body.take("brush")
    body.page.mouse.click(*body.point_in(THIGH, "back"))
    body.expect_marked(1)
    (at,) = body.document()["marks"][0]["path"]
    assert body.region(THIGH, "back").evaluate(
        "(shape, [u, v]) => shape.isPointInFill(new DOMPoint(u, v))", at
    )


@pytest.fixture(scope="module")
def phone(visits):
    """One phone for the fingers."""
    return visits(**PHONE)


def test_two_fingers_zoom_the_body_and_not_the_page(phone):
    before = box_of(phone)
    middle = phone.point_in(THIGH, "back")
    Fingers(phone.page).spread(middle, 30, 90)
    assert box_of(phone)[2] < before[2] / 1.8
    assert phone.page.evaluate("visualViewport.scale") == 1
    phone.expect_marked(0)
    Fingers(phone.page).spread(middle, 120, 30)
    assert box_of(phone)[2] == pytest.approx(before[2])
    phone.expect_marked(0)


def test_two_fingers_zoom_in_brush_mode_too_and_paint_nothing(phone):
    phone.take("brush")
    Fingers(phone.page).spread(phone.point_in(THIGH, "back"), 30, 90)
    assert box_of(phone)[2] < 400
    phone.expect_marked(0)
    phone.press_tool("Whole picture")
    phone.take("region")


def test_one_finger_moves_the_zoomed_body_and_marks_nothing(phone):
    phone.press_tool("Zoom in")
    phone.press_tool("Zoom in")
    x, y = phone.point_in(THIGH, "back")
    before = box_of(phone)
    Fingers(phone.page).move([(x, y)], [(x - 30, y - 80)])
    assert box_of(phone)[1] > before[1]
    phone.expect_marked(0)
    phone.press_tool("Whole picture")
