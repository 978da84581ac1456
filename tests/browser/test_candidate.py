"""Choosing a candidate shows on the body what the list says in words."""

import pytest
from body_page import VIEWS, BodyPage
from playwright.sync_api import expect
from test_marking import THIGH

from referral_map import load_atlas
from referral_map.atlas.drawings import drawings

DISC_RADIUS = 13


@pytest.fixture
def listed(body) -> BodyPage:
    """The list for the back of the right thigh."""
    body.list_for(THIGH)
    body.page.mouse.move(5, 5)
    return body


SHAPES = {"mark": ".trigger-point", "muscle": ".hidden-line"}
"""What a kind is drawn with, where that is not its name."""


def candidate(body: BodyPage, point: str):
    """Card of a trigger point."""
    return body.results.locator(f'.card[data-point="{point}"]')


def test_a_chosen_candidate_is_drawn_in_every_view_that_has_it(listed):
    point, side = "gluteus_minimus_posterior", "right"
    choose = candidate(listed, point).locator(".choose")
    choose.click()
    listed.page.mouse.move(5, 5)
    expect(choose).to_have_attribute("aria-pressed", "true")
    expect(listed.legend).to_contain_text("Showing Gluteus minimus")
    content = drawings(load_atlas(body=listed.who))
    seen = {"essential": 0, "spillover": 0, "mark": 0, "muscle": 0, "nerve": 0}
    for name in VIEWS:
        view = content["views"][name]
        pattern = view["patterns"].get(point, {}).get(side, {})
        drawn = listed.view(name)
        expected = {
            "essential": bool(pattern.get("essential")),
            "spillover": bool(pattern.get("spillover")),
            "mark": bool(pattern.get("mark")),
            "muscle": bool(view["muscles"].get("gluteus_minimus", {}).get(side)),
        }
        # A view that has nothing else of it shows no nerve alone.
        expected["nerve"] = any(expected.values()) and bool(view["nerves"]["sciatic_nerve"])
        for kind, there in expected.items():
            shape = SHAPES.get(kind, f".{kind}")
            expect(drawn.locator(shape)).to_have_count(int(there))
            seen[kind] += there
        if pattern.get("essential"):
            shown = drawn.locator(".essential").get_attribute("d")
            assert shown == pattern["essential"]
    assert all(count >= 1 for count in seen.values()), seen


def test_the_trigger_point_is_a_cross_in_a_disc_never_a_pin(listed):
    candidate(listed, "gluteus_minimus_posterior").locator(".choose").click()
    disc = listed.view("back").locator(".trigger-point circle")
    expect(disc).to_have_attribute("r", str(DISC_RADIUS))
    expect(listed.view("back").locator(".trigger-point path")).to_have_count(1)


def test_points_with_the_same_pattern_are_shown_and_named_together(listed):
    point = "biceps_femoris_long_head"
    card = candidate(listed, point)
    expect(card.locator(".same")).to_contain_text("same pattern")
    card.locator(".choose").click()
    expect(listed.view("back").locator(".trigger-point")).to_have_count(2)


def test_the_key_explains_what_is_drawn_and_nothing_else(listed):
    expect(listed.legend).to_be_hidden()
    candidate(listed, "gluteus_minimus_posterior").locator(".choose").click()
    expect(listed.legend).to_be_visible()
    expect(listed.legend.locator("li:visible")).to_have_count(5)
    listed.legend.get_by_role("button", name="Hide it").click()
    listed.page.mouse.move(5, 5)
    expect(listed.legend).to_be_hidden()
    expect(listed.map.locator(".picture .essential")).to_have_count(0)
    expect(listed.results.locator('.choose[aria-pressed="true"]')).to_have_count(0)


def test_zones_are_told_apart_by_form_as_well_as_colour(listed):
    candidate(listed, "gluteus_minimus_posterior").locator(".choose").click()
    back = listed.view("back")
    assert "url(" in back.locator(".spillover").evaluate("shape => getComputedStyle(shape).fill")
    assert "rgb" in back.locator(".essential").evaluate("shape => getComputedStyle(shape).fill")
    assert "url(" in back.locator(".mark-signs").get_attribute("fill")


def test_a_pattern_does_not_hide_what_is_marked(listed):
    candidate(listed, "gluteus_minimus_posterior").locator(".choose").click()
    back = listed.view("back")
    order = back.locator("svg g").evaluate_all("all => all.map(each => each.getAttribute('class'))")
    assert order.index("under") < order.index("marks-layer")
    signs = back.locator(".mark-signs")
    assert float(signs.evaluate("shape => getComputedStyle(shape).opacity")) >= 0.9
    marked = back.locator('[data-region][aria-pressed="true"]')
    assert float(marked.evaluate("shape => parseFloat(getComputedStyle(shape).strokeWidth)")) >= 2


def test_pointing_previews_and_leaving_goes_back_to_the_chosen_one(listed):
    listed.card(0).click()
    first = listed.card(0).text_content()
    listed.cards.nth(2).hover()
    expect(listed.legend).to_contain_text(f"Showing {listed.card(2).text_content()}")
    listed.page.mouse.move(5, 5)
    expect(listed.legend).to_contain_text(f"Showing {first}")
    listed.card(0).click()
    listed.page.mouse.move(5, 5)
    expect(listed.legend).to_be_hidden()


def test_another_choice_takes_the_place_of_the_first(listed):
    listed.card(0).click()
    listed.card(1).click()
    expect(listed.results.locator('.choose[aria-pressed="true"]')).to_have_count(1)
    expect(listed.card(1)).to_have_attribute("aria-pressed", "true")


def test_a_choice_outlives_a_new_mark_but_not_its_own_end(listed):
    chosen = listed.card(0).text_content()
    listed.card(0).click()
    listed.click("thigh_back_upper_right", "back")
    listed.expect_marked(2)
    expect(listed.results.locator(".summary")).to_be_visible()
    expect(listed.legend).to_contain_text(chosen)
    listed.press_tool("Clear all")
    listed.expect_nothing_listed()
    expect(listed.legend).to_be_hidden()
    expect(listed.map.locator(".picture .essential")).to_have_count(0)
