"""Marking where it hurts, with the mouse: the list answers, and nothing is lost."""

import json
import re

from body_page import BodyPage
from playwright.sync_api import expect

from referral_map import PainDrawing, load_atlas, match
from referral_map.cli.main import main

THIGH = "thigh_back_middle_right"
HAMSTRINGS = {"biceps_femoris", "semitendinosus", "semimembranosus"}


def ranking(regions) -> list[tuple[str, str]]:
    """(trigger point, side) as the library ranks them."""
    atlas = load_atlas()
    found = match(atlas, PainDrawing.from_regions(atlas, regions)).as_dict()
    return [(each["trigger_point"], each["side"]) for each in found["candidates"]]


def muscles_of(points) -> set[str]:
    """Muscles of the listed trigger points."""
    return {load_atlas().muscle_of(point).id for point, _ in points}


def ranking_by_command(capsys, region: str) -> list[tuple[str, str]]:
    """(trigger point, side) as the command prints them."""
    assert main(["match", "--region", region, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    return [(each["trigger_point"], each["side"]) for each in found["candidates"]]


def expect_ranking(body: BodyPage, regions) -> None:
    """The page comes to list exactly what the library finds for these regions."""
    expected = ranking(regions)
    assert expected
    first = body.cards.nth(0)
    expect(first).to_have_attribute("data-point", expected[0][0])
    expect(body.results.locator(".summary")).to_contain_text(
        re.compile(rf"^{len(expected)} trigger")
    )
    body.show_all()
    assert body.listed() == expected


def test_the_back_of_the_thigh_finds_gluteus_minimus_and_the_hamstrings(body):
    body.click(THIGH, "back")
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "true")
    body.expect_marked(1)
    body.expect_listed_for(1)
    first_five = body.listed()[:5]
    assert len(first_five) == 5
    assert {side for _, side in first_five} == {"right"}
    assert muscles_of(first_five) >= {"gluteus_minimus"}
    assert muscles_of(first_five) & HAMSTRINGS

    body.click(THIGH, "back")
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "false")
    body.expect_marked(0)
    body.expect_listed_for(0)


def test_the_command_ranks_the_same_region_the_same(body, capsys):
    for region in ("buttock_lower_left", "calf_middle_right"):
        body.click(region, "back")
        expected = ranking_by_command(capsys, region)
        assert len(expected) >= 5
        expect(body.cards.first).to_have_attribute("data-side", expected[0][1])
        body.show_all()
        assert body.listed() == expected
        body.click(region, "back")
        body.expect_listed_for(0)


def test_the_list_says_how_well_each_fits_and_why(body):
    body.click(THIGH, "back")
    body.expect_listed_for(1)
    card = body.cards.first
    expect(card.locator(".rank")).to_have_text("1")
    expect(card.locator(".meter-value")).to_have_text(re.compile(r"^\d{1,3}%$"))
    expect(card.locator(".why")).to_contain_text("might explain")
    expect(card.locator("h3")).to_contain_text("right")
    expect(card.locator("svg.thumbnail .essential")).to_have_count(1)
    expect(card.locator("svg.thumbnail .trigger-point").first).to_be_visible()


def test_several_regions_are_marked_at_once_and_in_every_view_that_shows_them(body):
    regions = {each.id: each for each in load_atlas().regions}
    chosen = ["knee_outer_right", "calf_upper_left", "heel_under_right"]
    for region in chosen:
        body.click(region, regions[region].views[0])
    body.expect_marked(3)
    assert body.marked() == chosen
    seen = 0
    for region in chosen:
        for view in regions[region].views:
            expect(body.region(region, view)).to_have_attribute("aria-pressed", "true")
            seen += 1
    assert seen >= 6
    assert body.map.locator('[data-region][aria-pressed="true"]').count() == seen
    expect_ranking(body, chosen)


def test_a_region_under_the_pointer_lights_up_and_says_its_name(body):
    body.point_at(THIGH, "back")
    expect(body.caption).to_have_text("Back of the middle thigh, right")
    expect(body.view("back").locator(".ring.pointed")).to_have_attribute(
        "d", body.region(THIGH, "back").get_attribute("d")
    )
    body.page.mouse.move(5, 5)
    expect(body.caption).to_contain_text("Click to mark it")
    expect(body.map.locator(".ring.pointed")).to_have_count(0)


def test_forty_quick_clicks_all_count(open_page):
    body = open_page(viewport={"width": 1440, "height": 1200})
    back = [each.id for each in load_atlas().regions if "back" in each.views][:40]
    assert len(back) == 40
    points = [body.point_in(region, "back") for region in back]
    for x, y in points:
        body.page.mouse.click(x, y)
    body.expect_marked(40)
    assert sorted(body.marked()) == sorted(back)
    expect_ranking(body, back)


def test_an_odd_number_of_quick_clicks_on_one_region_leaves_it_marked(body):
    x, y = body.point_in(THIGH, "back")
    for _ in range(41):
        body.page.mouse.click(x, y)
    body.expect_marked(1)
    expect_ranking(body, [THIGH])


def test_cleared_marks_stay_cleared_when_another_widget_is_used(body):
    for region in (THIGH, "calf_upper_left"):
        body.click(region, "back")
    body.expect_marked(2)
    body.expect_listed_for(2)
    body.marks.get_by_role("button", name="Clear all").click()
    body.expect_marked(0)
    body.expect_listed_for(0)

    body.list_by("How much of its pattern I feel")
    body.click("knee_back_left", "back")
    # The server has run twice since: what it lists is for the one region alone.
    expect(body.cards.first.locator(".meter")).to_contain_text("Of its pattern felt")
    body.expect_marked(1)
    assert body.marked() == ["knee_back_left"]
    body.show_all()
    assert sorted(body.listed()) == sorted(ranking(["knee_back_left"]))


def test_an_example_marks_the_map_and_can_be_cleared_for_good(body):
    body.page.get_by_role("button", name="Right low back").click()
    body.expect_marked(1)
    body.expect_listed_for(1)
    (region,) = body.marked()
    assert region.startswith("low_back")
    body.marks.get_by_role("button", name="Clear all").click()
    body.expect_listed_for(0)
    body.page.get_by_role("button", name="Left calf").click()
    body.expect_marked(2)
    assert {each.rsplit("_", 1)[-1] for each in body.marked()} == {"left"}
    body.click(body.marked()[0], "back")
    body.expect_marked(1)
    expect_ranking(body, body.marked())


def test_a_chip_takes_its_region_away(body):
    for region in (THIGH, "calf_upper_left"):
        body.click(region, "back")
    body.expect_marked(2)
    body.marks.get_by_role("button", name="Unmark Back of the middle thigh, right").click()
    assert body.marked() == ["calf_upper_left"]
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "false")
    expect_ranking(body, ["calf_upper_left"])
