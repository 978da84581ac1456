"""Painting with brush and eraser: what is seen, what is counted, and what can be taken back."""

import pytest
from body_page import VIEWS
from playwright.sync_api import expect
from test_marking import THIGH

from referral_map import PainDrawing, load_atlas
from referral_map.sessions import session_of

KNEE = "knee_back_right"


def paint(body, tool="brush", start=THIGH, end=KNEE):
    """Drag from one region to another on the back."""
    body.take(tool)
    body.point_in(start, "back")
    there = body.point_in(end, "back")
    # The second look may have scrolled the first place away.
    body.stroke(body.region(start, "back").evaluate(CENTRE), there)


CENTRE = """shape => {
  const box = shape.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
}"""


def by_python(body) -> float:
    """The marked cm2 as the library counts them."""
    session = session_of(body.document())
    return PainDrawing.from_marks(load_atlas(body=body.who), session.marks).area_cm2


def test_a_stroke_marks_what_it_passes_and_counts_as_in_python(body):
    paint(body)
    body.expect_marked(1)
    (mark,) = body.document()["marks"]
    assert (mark["kind"], mark["view"]) == ("brush", "back")
    assert len(mark["path"]) >= 5
    assert body.painted_cm2() >= 20
    assert body.painted_cm2() == pytest.approx(by_python(body), abs=1)
    body.answer_none()
    body.expect_listed()
    shown = body.results.locator(".summary").text_content()
    assert f"{by_python(body):.0f} cm²" in shown


def test_a_stroke_is_seen_in_the_other_views_that_show_that_skin(body):
    body.take("brush")
    body.page.mouse.click(*body.point_in("hip_outer_right", "right"))
    body.expect_marked(1)
    seen = {view: body.view(view).locator(".mark-ground").count() for view in VIEWS}
    assert seen["right"] == 1
    assert seen["back"] + seen["front"] >= 1
    assert seen["left"] == seen["soles"] == 0


def test_the_area_changes_while_the_brush_is_still_down(body):
    body.take("brush")
    x, y = body.point_in(THIGH, "back")
    body.page.mouse.move(x, y)
    body.page.mouse.down()
    first = body.painted_cm2()
    body.page.mouse.move(x, y + 30, steps=5)
    assert body.painted_cm2() > first > 0
    expect(body.view("back").locator(".stroke-now")).to_have_count(1)
    assert body.document() is None or body.document()["marks"] == []
    body.page.mouse.up()
    body.expect_marked(1)
    expect(body.view("back").locator(".stroke-now")).to_have_count(0)


def test_the_eraser_takes_away_only_what_it_reaches(body):
    body.click(THIGH, "back")
    before = body.painted_cm2()
    body.take("eraser")
    body.page.mouse.click(*body.point_in(THIGH, "back"))
    body.expect_marked(2)
    assert 0 < body.painted_cm2() < before
    assert body.painted_cm2() == pytest.approx(by_python(body), abs=1)
    expect(body.view("back").locator(".marks-layer mask")).to_have_count(1)


def test_a_wider_brush_marks_more(body):
    body.take("brush")
    areas = []
    for width in (2, 8):
        body.map.get_by_role("slider", name="Width").fill(str(width))
        body.page.mouse.click(*body.point_in(THIGH, "back"))
        body.expect_marked(1)
        areas.append(body.painted_cm2())
        body.press_tool("Clear all")
    assert areas[1] > 4 * areas[0] > 0


def test_a_stroke_beside_the_body_marks_nothing(body):
    body.take("brush")
    box = body.picture("back").bounding_box()
    corner = (box["x"] + 4, box["y"] + box["height"] - 4)
    body.stroke(corner, (corner[0] + 3, corner[1] - 20))
    body.expect_marked(0)


def test_every_step_can_be_undone_and_done_again(body):
    undo, redo = (body.map.locator(f".{name}") for name in ("undo", "redo"))
    expect(undo).to_be_disabled()
    expect(redo).to_be_disabled()
    body.click(THIGH, "back")
    paint(body)
    body.press_tool("Clear all")
    for left in (2, 1, 0):
        undo.click()
        body.expect_marked(left)
    expect(undo).to_be_disabled()
    for there in (1, 2, 0):
        redo.click()
        body.expect_marked(there)
    expect(redo).to_be_disabled()
    undo.click()
    body.click("calf_upper_left", "back")
    body.expect_marked(3)
    expect(redo).to_be_disabled()


def test_marks_are_copied_to_the_other_side(body):
    body.click(THIGH, "back")
    paint(body)
    one_side = body.painted_cm2()
    body.press_tool("Copy to left side")
    body.expect_marked(4)
    assert body.painted_cm2() == pytest.approx(2 * one_side, rel=0.05)
    expect(body.region("thigh_back_middle_left", "back")).to_have_attribute("aria-pressed", "true")
    copied = body.document()["marks"][3]
    assert copied["path"][0][0] == -body.document()["marks"][1]["path"][0][0]


def test_every_mark_has_its_own_rating(body):
    body.click(THIGH, "back")
    paint(body)
    for number, (worst, quality) in enumerate([(3, "Burning"), (9, "Numb")]):
        chip = body.chips.nth(number)
        chip.locator("summary").click()
        chip.get_by_role("slider").fill(str(worst))
        chip.locator(f'.choice[data-choice="{quality.lower()}"]').click()
        expect(chip.locator(".rated")).to_have_text(f"{worst}/10, {quality}")
    marks = body.document()["marks"]
    assert [(each["intensity"], each["quality"]) for each in marks] == [(3, "burning"), (9, "numb")]
    back = body.view("back")
    fills = back.locator(".mark-signs").evaluate_all(
        "all => all.map(each => each.getAttribute('fill') ?? each.getAttribute('stroke'))"
    )
    assert [each.rsplit("-", 1)[-1] for each in fills] == ["burning)", "numb)"]
    paler, darker = back.locator(".mark-ground").evaluate_all(
        "all => all.map(each => +each.getAttribute('opacity'))"
    )
    assert paler < darker


def test_what_is_said_beforehand_goes_with_the_next_mark(body):
    body.map.locator(".feel > summary").click()
    body.map.locator(".feel").get_by_role("slider").fill("6")
    body.map.locator('.feel .choice[data-choice="electric"]').click()
    body.click(THIGH, "back")
    (mark,) = body.document()["marks"]
    assert (mark["intensity"], mark["quality"]) == (6, "electric")


def test_pain_of_nought_is_not_marked(body):
    body.click(THIGH, "back")
    body.chips.locator("summary").click()
    body.chips.get_by_role("slider").fill("0")
    assert body.painted_cm2() == 0
    expect(body.results.locator(".empty")).to_contain_text("Click where it hurts")
