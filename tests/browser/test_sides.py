"""Left and right are the person's own, and never confused with those of the picture."""

import pytest
from body_page import VIEWS
from playwright.sync_api import expect

from referral_map import load_atlas

# Which of the person's sides is on the left of each picture.
ON_THE_LEFT = {
    "back": "left", "front": "right", "inner_legs": "right", "soles": "right", "feet_tops": "right",
}  # fmt: skip

DRAWN = (".essential", ".trigger-point", ".chosen-flesh", ".hidden-line", ".nerve")
"""What a chosen trigger point is drawn with, and its muscle in the flesh or under others."""

ACROSS = """shape => {
  const box = shape.getBoundingClientRect(), all = shape.ownerSVGElement.getBoundingClientRect();
  return (box.x + box.width / 2 - all.x) / all.width;
}"""


def half(across: float) -> str:
    """Where in the picture: its left or its right half."""
    return "left half" if across < 0.5 else "right half"


def half_of(view: str, side: str) -> str:
    """The half of a two-sided view that shows one of the person's sides."""
    return "left half" if ON_THE_LEFT[view] == side else "right half"


@pytest.mark.parametrize("view", ON_THE_LEFT)
def test_every_two_sided_view_carries_its_letters_on_the_right_sides(still_body, view):
    letters = still_body.view(view).locator(".letter")
    expect(letters).to_have_count(2)
    placed = {each.text_content(): half(each.evaluate(ACROSS)) for each in letters.all()}
    assert placed == {"L": half_of(view, "left"), "R": half_of(view, "right")}


def test_the_side_views_say_whose_side_they_show(still_body):
    for view, title in (("right", "Right side"), ("left", "Left side")):
        expect(still_body.view(view).locator("figcaption")).to_have_text(title)
        expect(still_body.view(view).locator(".letter")).to_have_count(0)
        sides = (
            still_body.view(view)
            .locator("[data-region]")
            .evaluate_all("all => all.map(each => each.dataset.region.split('_').at(-1))")
        )
        assert len(sides) >= 20
        assert set(sides) == {view}


def test_every_region_lies_on_its_own_side_of_every_picture(still_body):
    sides = {each.id: each.side for each in load_atlas().regions}
    checked = 0
    for view in ON_THE_LEFT:
        shapes = still_body.view(view).locator("[data-region]")
        ids = shapes.evaluate_all("all => all.map(each => each.dataset.region)")
        places = shapes.evaluate_all(f"all => all.map({ACROSS})")
        for region, across in zip(ids, places, strict=True):
            assert half(across) == half_of(view, sides[region]), (view, region)
            checked += 1
    assert checked >= 100


def test_a_region_is_named_by_the_side_it_lies_on(still_body):
    shapes = still_body.map.locator("[data-region]")
    named = shapes.evaluate_all(
        "all => all.map(each => [each.dataset.region, each.getAttribute('aria-label')])"
    )
    assert len(named) >= 200
    for region, label in named:
        assert label.endswith(f", {region.rsplit('_', 1)[-1]}"), (region, label)


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_mark_is_on_the_same_side_of_the_person_in_all_views(body, side):
    region = f"ankle_inner_{side}"
    seen = {each.id: each.views for each in load_atlas(body=body.who).regions}[region]
    views = [view for view in seen if view in VIEWS]
    shown = [view for view in views if view in ON_THE_LEFT]
    assert len(shown) >= 2
    body.click(region, shown[0])
    body.expect_marked(1)
    pressed = body.map.locator('[data-region][aria-pressed="true"]')
    expect(pressed).to_have_count(len(views))
    for view in shown:
        across = body.region(region, view).evaluate(ACROSS)
        assert half(across) == half_of(view, side), view
    body.answer_none()
    body.expect_listed()
    assert {each for _, each in body.listed()} == {side}


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_chosen_trigger_point_is_drawn_on_the_side_of_the_pain(body, side):
    body.list_for(f"thigh_back_middle_{side}")
    body.card(0).click()
    drawn = 0
    for view in ON_THE_LEFT:
        for kind in DRAWN:
            for shape in body.view(view).locator(kind).all():
                assert half(shape.evaluate(ACROSS)) == half_of(view, side), (view, kind)
                drawn += 1
    assert drawn >= 5
    other = "left" if side == "right" else "right"
    expect(body.view(other).locator(", ".join(DRAWN))).to_have_count(0)


PLACES = [(view, side) for view in ON_THE_LEFT for side in ("left", "right")]


def test_a_stroke_is_told_on_the_side_it_was_painted(body):
    body.take("brush")
    for view, side in [*PLACES, ("left", "left"), ("right", "right")]:
        expect_told(body, view, side)
        body.press_tool("Clear all")


def expect_told(body, view, side):
    """A dab in this view, on this side of the person, is told as that."""
    sides = {each.id: each.side for each in load_atlas().regions}
    shapes = body.view(view).locator("[data-region]")
    shown = shapes.evaluate_all("all => all.map(each => each.dataset.region)")
    regions = [each for each in shown if sides[each] == side]
    region = regions[len(regions) // 2]
    body.page.mouse.click(*body.point_in(region, view))
    body.expect_marked(1)
    expect(body.chips.first).to_contain_text(f", {side}")
    expect(body.map.get_by_role("status")).to_contain_text(f"Painted on the {side} side.")
