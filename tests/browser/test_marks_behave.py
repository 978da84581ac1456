"""One action is one step, and what the picture shows is what a tap acts on."""

import pytest
from body_page import BodyPage
from playwright.sync_api import expect
from test_marking import THIGH

LEFT_THIGH = "thigh_back_middle_left"
SMALL = "heel_under_right"


def marks(body: BodyPage) -> list[dict]:
    return body.document()["marks"]


def rating(body: BodyPage, number: int = 0):
    """The slider of a mark in the list, which is opened for it."""
    chip = body.chips.nth(number)
    if chip.locator("details").get_attribute("open") is None:
        chip.locator("summary").click()
    return chip.get_by_role("slider")


def drag(body: BodyPage, slider, values=(2, 5, 8)) -> None:
    """Drag the handle of a slider over some of its values."""
    slider.scroll_into_view_if_needed()
    box = slider.bounding_box()
    y = box["y"] + box["height"] / 2
    places = [box["x"] + (value + 1) / 11 * (box["width"] - 16) + 8 for value in values]
    body.page.mouse.move(places[0], y)
    body.page.mouse.down()
    for place in places[1:]:
        body.page.mouse.move(place, y, steps=4)
    body.page.mouse.up()


def rub_out_whole(body: BodyPage, region: str, view: str) -> None:
    """Rub out with the widest eraser until nothing of a region is left."""
    body.take("eraser")
    body.map.get_by_role("slider", name="Width").fill("10")
    chip = body.map.locator(f'[data-chip="{region}"]')
    places = body.region(region, view).evaluate("""shape => {
      shape.scrollIntoView({ block: "center", behavior: "instant" });
      const { x, y, width, height } = shape.getBoundingClientRect();
      const at = (u, v) => [x + u * width, y + v * height];
      return [0.2, 0.5, 0.8].flatMap(v => [0.1, 0.5, 0.9].map(u => at(u, v)));
    }""")
    body.page.mouse.move(*places[0])
    body.page.mouse.down()
    for place in places[1:]:
        body.page.mouse.move(*place, steps=3)
    body.page.mouse.up()
    expect(chip.locator(".rated")).to_have_text("rubbed out")


def test_a_drag_of_the_rating_is_one_step_and_undoing_it_leaves_the_mark(body):
    body.click(THIGH, "back")
    slider = rating(body)
    drag(body, slider)
    rated = marks(body)[0]["intensity"]
    assert rated >= 6
    body.press_tool("Undo")
    assert [mark["intensity"] for mark in marks(body)] == [None]
    expect(body.chips.locator(".rated")).to_have_text("rate it")
    assert slider.input_value() == "-1", "the open slider follows"
    body.press_tool("Redo")
    assert slider.input_value() == str(int(rated))
    body.agrees()
    body.press_tool("Undo")
    body.press_tool("Undo")
    body.expect_marked(0)
    expect(body.map.locator(".undo")).to_be_disabled()


def test_each_visit_of_the_rating_by_keyboard_is_one_step(body):
    body.click(THIGH, "back")
    slider = rating(body)
    for presses in (3, 2):
        slider.focus()
        for _ in range(presses):
            slider.press("ArrowRight")
        slider.blur()
    assert marks(body)[0]["intensity"] == 4
    body.chips.locator('.choice[data-choice="numb"]').click()
    for left in [(4, None), (2, None), (None, None)]:
        body.press_tool("Undo")
        assert [(mark["intensity"], mark["quality"]) for mark in marks(body)] == [left]
    body.press_tool("Undo")
    body.expect_marked(0)


def test_an_open_rating_keeps_the_focus_when_it_is_changed_from_elsewhere(body):
    body.click(THIGH, "back")
    slider = rating(body)
    slider.focus()
    slider.press("ArrowRight")
    body.page.evaluate("""async () => {
      const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
      const store = await import(loaded.find(each => each.endsWith("/document/store.js")));
      const [mark] = store.current().marks;
      store.changeMarks({ replace: [[mark, { ...mark, intensity: 7, quality: "burning" }]] });
    }""")
    expect(body.chips.locator(".rated")).to_have_text("7/10, Burning")
    assert slider.input_value() == "7"
    expect(slider).to_be_focused()
    expect(body.chips.locator('.choice[data-choice="burning"] input')).to_be_checked()
    slider.press("ArrowRight")
    assert marks(body)[0]["intensity"] == 8
    assert marks(body)[0]["quality"] == "burning"
    body.chips.locator(".remove").click()
    body.expect_marked(0)


def test_what_undo_and_redo_did_is_told(body):
    said = body.map.get_by_role("status")
    body.click(THIGH, "back")
    body.press_tool("Undo")
    expect(said.first).to_have_text("Undone. 0 cm² marked in all.")
    expect(body.map.locator(".redo")).to_be_focused()
    body.press_tool("Redo")
    expect(said.first).to_contain_text("Done again.")


def test_copying_onto_another_rating_tells_that_the_copy_counts(body):
    body.map.locator(".feel > summary").click()
    rate_next = body.map.locator(".feel").get_by_role("slider")
    for region, worst in ((LEFT_THIGH, 3), (THIGH, 8)):
        rate_next.fill(str(worst))
        body.click(region, "back")
    told = body.map.locator(".told-now")
    body.press_tool("Copy to left side")
    sentence = "One mark on the left had another rating: the copy counts."
    expect(told).to_be_visible()
    expect(told).to_have_text(sentence)
    expect(body.map.get_by_role("status").first).to_contain_text(sentence)
    assert {mark["region"]: mark["intensity"] for mark in marks(body)} == {THIGH: 8, LEFT_THIGH: 8}
    body.agrees()
    before = marks(body)
    for _ in range(2):
        body.map.locator(".mirror").click()
        expect(told).to_contain_text("Nothing to copy")
    assert marks(body) == before
    # Copying again made no step.
    body.press_tool("Undo")
    assert {mark["region"]: mark["intensity"] for mark in marks(body)} == {THIGH: 8, LEFT_THIGH: 3}
    expect(told).to_be_hidden()


def test_a_region_that_is_rubbed_out_whole_is_not_pressed_and_a_tap_marks_it_again(body):
    body.mark_in("soles", SMALL)
    rub_out_whole(body, SMALL, "soles")
    expect(body.region(SMALL, "soles")).to_have_attribute("aria-pressed", "false")
    assert body.painted_cm2() == 0
    expect(body.view("soles").locator(".mark-ground")).to_have_count(0)
    body.agrees()
    body.take("region")
    body.click(SMALL, "soles")
    expect(body.region(SMALL, "soles")).to_have_attribute("aria-pressed", "true")
    assert marks(body)[-1]["region"] == SMALL
    assert body.painted_cm2() > 0
    body.agrees()
    body.click(SMALL, "soles")
    expect(body.region(SMALL, "soles")).to_have_attribute("aria-pressed", "false")
    assert [mark["kind"] for mark in marks(body)] == ["eraser"]


def test_a_region_rubbed_out_in_part_is_still_pressed(body):
    body.click(THIGH, "back")
    body.take("eraser")
    body.page.mouse.click(*body.point_in(THIGH, "back"))
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "true")
    body.agrees()
    body.take("region")
    body.click(THIGH, "back")
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "false")
    body.agrees()


def test_the_list_of_names_goes_by_what_is_seen_and_marks_with_the_tools_rating(body):
    body.mark_in("soles", SMALL)
    rub_out_whole(body, SMALL, "soles")
    body.take("region")
    body.map.locator(".by-name > summary").click()
    box = body.map.locator(".by-name").get_by_label("Under the heel, right")
    expect(box).not_to_be_checked()
    body.map.locator(".feel > summary").click()
    body.map.locator(".feel").get_by_role("slider").fill("6")
    box.check()
    assert (marks(body)[-1]["region"], marks(body)[-1]["intensity"]) == (SMALL, 6)
    expect(box).to_be_checked()
    body.agrees()
    body.press_tool("Undo")
    expect(box).not_to_be_checked()
    # A mark that is rubbed out can still be taken away.
    body.map.locator(f'[data-chip="{SMALL}"] .remove').click()
    assert [mark["kind"] for mark in marks(body)] == ["eraser"]


def test_pain_of_nought_hides_what_it_covers(body):
    body.click(THIGH, "back")
    body.take("brush")
    body.map.locator(".feel > summary").click()
    body.map.locator(".feel").get_by_role("slider").fill("0")
    body.page.mouse.click(*body.point_in(THIGH, "back"))
    body.expect_marked(2)
    back = body.view("back")
    expect(back.locator(".marks-layer mask")).to_have_count(1)
    expect(back.locator(".mark-ground")).to_have_count(1)
    body.agrees()
    rating(body, 1).fill("4")
    expect(back.locator(".marks-layer mask")).to_have_count(0)
    expect(back.locator(".mark-ground")).to_have_count(2)
    body.agrees()


@pytest.mark.parametrize("width", [360, 1440])
def test_what_copying_tells_moves_nothing(open_page, width):
    body = open_page(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    body.click(THIGH, "back")
    body.press_tool("Copy to left side")
    view = body.view("back")
    before = view.bounding_box()
    body.map.locator(".mirror").click()
    expect(body.map.locator(".told-now")).to_be_visible()
    assert view.bounding_box() == before
