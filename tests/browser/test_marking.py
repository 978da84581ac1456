"""Marking where it hurts, with the mouse: the list answers, and nothing is lost."""

import json
import re

import pytest
from body_page import BodyPage
from playwright.sync_api import expect

from referral_map import PainDrawing, load_atlas, match
from referral_map.app.browser_reading import MOST_LISTED
from referral_map.cli.main import main
from referral_map.domain import MEASURED_BODY, Body, Side
from referral_map.matching import shortlist
from referral_map.sessions import read, session_of

THIGH = "thigh_back_middle_right"
HAMSTRINGS = {"biceps_femoris", "semitendinosus", "semimembranosus"}


# Where a mouse hits each of these regions, with the picture where it is.
POINTS_IN = """(view, ids) => ids.map(id => {
  const path = view.querySelector(`[data-region="${id}"]`), root = path.getRootNode();
  const box = path.getBBox(), at = path.getScreenCTM();
  for (const up of [.5, .4, .6, .3, .7, .2, .8]) for (const along of [.5, .4, .6, .3, .7, .2, .8]) {
    const point = new DOMPoint(box.x + along * box.width, box.y + up * box.height);
    const seen = point.matrixTransform(at);
    if (root.elementFromPoint(seen.x, seen.y) === path) return [seen.x, seen.y];
  }
  return null;
})"""


def points_of(found: dict) -> list[tuple[str, str]]:
    """(trigger point, side) of what was found, in the order worth naming."""
    return [tuple(each) for each in found["shortlist"]][:MOST_LISTED]


def ranking(regions, who: Body = MEASURED_BODY) -> list[tuple[str, Side]]:
    """(trigger point, side) as the library ranks them."""
    atlas = load_atlas(body=who)
    return list(shortlist(atlas, PainDrawing.from_regions(atlas, regions)))[:MOST_LISTED]


def number_listed(regions, who: Body = MEASURED_BODY) -> int:
    """How many points the library finds for these regions, those farther down included."""
    atlas = load_atlas(body=who)
    return len(match(atlas, PainDrawing.from_regions(atlas, regions)).candidates)


def muscles_of(points) -> set[str]:
    """Muscles of the listed trigger points."""
    return {load_atlas().muscle_of(point).id for point, _ in points}


def ranking_by_command(capsys, region: str, who: Body) -> list[tuple[str, str]]:
    """(trigger point, side) as the command prints them."""
    assert main(["match", "--region", region, "--json", "--body", who]) == 0
    return points_of(json.loads(capsys.readouterr().out))


def expect_ranking(body: BodyPage, regions) -> None:
    """The page comes to list exactly what the library finds for these regions."""
    expected = ranking(regions, body.who)
    assert expected
    first = body.cards.nth(0)
    expect(first).to_have_attribute("data-point", expected[0][0])
    expect(body.results.locator(".summary")).to_contain_text(
        re.compile(rf"^{number_listed(regions, body.who)} trigger points? might explain")
    )
    body.show_all()
    assert body.listed() == expected


def test_the_back_of_the_thigh_finds_gluteus_minimus_and_the_hamstrings(body):
    body.list_for(THIGH)
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "true")
    body.expect_marked(1)
    first_five = body.listed()[:5]
    assert len(first_five) == 5
    assert {side for _, side in first_five} == {"right"}
    assert muscles_of(first_five) >= {"gluteus_minimus"}
    assert muscles_of(first_five) & HAMSTRINGS

    body.click(THIGH, "back")
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "false")
    body.expect_marked(0)
    body.expect_nothing_listed()


def test_the_command_ranks_the_same_regions_the_same(body, capsys):
    body.list_for(THIGH)
    body.click(THIGH, "back")
    for region in ("buttock_lower_left", "calf_middle_right"):
        expected = ranking_by_command(capsys, region, body.who)
        assert len(expected) >= 5
        body.click(region, "back")
        expect(body.results.locator(".summary")).to_contain_text(
            f"{number_listed([region], body.who)} trigger"
        )
        expect(body.cards.first).to_have_attribute("data-point", expected[0][0])
        body.show_all()
        assert body.listed() == expected
        body.click(region, "back")
        body.expect_nothing_listed()


def test_the_list_says_how_well_each_fits_and_why(body):
    body.list_for(THIGH)
    card = body.cards.first
    expect(card.locator(".rank")).to_have_text("1")
    expect(card.locator(".meter-value")).to_have_text(re.compile(r"^\d{1,3}\s%$"))
    expect(card.locator(".why")).to_contain_text("might explain")
    expect(card.locator("h3")).to_contain_text("right")
    expect(card.locator("svg.thumbnail .essential").first).to_be_visible()
    expect(card.locator("svg.thumbnail .trigger-point").first).to_be_visible()


def test_the_list_can_go_by_another_measure(body):
    body.list_for(THIGH)
    by_score = body.listed()
    body.list_by("How much of its pattern I feel")
    expect(body.cards.first.locator(".meter-label")).to_have_text("Of its pattern felt ")
    body.show_all()
    shares = body.cards.locator(".meter-value").all_text_contents()
    percents = [int(re.sub(r"\D", "", each)) for each in shares]
    assert len(percents) >= 5
    assert percents == sorted(percents, reverse=True)
    body.list_by("Overall match")
    assert body.listed()[: len(by_score)] == by_score


def test_whether_points_that_are_often_found_count_more_is_the_persons_choice(body):
    # Studies counted points in people with low back pain: see anatomy/complaints.toml.
    body.list_for("low_back_lower_right")
    common = body.results.get_by_role("checkbox", name="often found")
    expect(common).to_be_checked()
    scores = set()
    for weigh_common in (False, True):
        common.click()
        expect(common).to_be_checked(checked=weigh_common)
        assert body.document()["weigh_common"] is weigh_common
        expected = read(load_atlas(body=body.who), session_of(body.document())).as_dict()
        first = expected["candidates"][0]
        scores.add(str(expected["candidates"]))
        shown = body.cards.first.locator(".meter-value")
        expect(shown).to_have_text(re.compile(rf"^{round(100 * first['posterior'])}\s%$"))
        first_point, side = points_of(expected)[0]
        expect(body.cards.first).to_have_attribute("data-point", first_point)
        expect(body.cards.first).to_have_attribute("data-side", side)
        body.page.wait_for_timeout(1000)
        body.show_all()
        assert body.listed() == points_of(expected)
    assert len(scores) == 2


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
    body.answer_none()
    expect_ranking(body, chosen)


def test_a_region_under_the_pointer_lights_up_and_says_its_name_without_the_server(body):
    x, y = body.point_in(THIGH, "back")
    body.page.context.set_offline(True)
    body.page.mouse.move(x, y)
    # Read at once, without waiting: it lights up in the very event.
    shown = (
        body.view("back")
        .locator(".ring")
        .evaluate("ring => [ring.getAttribute('class'), ring.getAttribute('d')]")
    )
    assert shown == ["ring pointed", body.region(THIGH, "back").get_attribute("d")]
    assert body.caption.text_content() == "Back of the middle thigh, right"
    body.page.context.set_offline(False)
    body.page.mouse.move(5, 5)
    expect(body.caption).to_contain_text("Click to mark it")
    expect(body.map.locator(".ring.pointed")).to_have_count(0)


def test_forty_clicks_twenty_milliseconds_apart_all_count(open_page):
    body = open_page(viewport={"width": 1440, "height": 1400})
    atlas = load_atlas(body=body.who)
    felt = atlas.regions_with_patterns
    seen = [each.id for each in atlas.regions if "back" in each.views]
    back = [each for each in seen if each in felt][:40]
    assert len(back) == 40
    body.point_in(back[20], "back")
    points = body.view("back").evaluate(POINTS_IN, back)
    assert None not in points
    for x, y in points:
        body.page.mouse.click(x, y)
        body.page.wait_for_timeout(20)
    body.expect_marked(40)
    assert sorted(body.marked()) == sorted(back)
    body.answer_none()
    expect_ranking(body, back)


def test_an_odd_number_of_quick_clicks_on_one_region_leaves_it_marked(body):
    x, y = body.point_in(THIGH, "back")
    for _ in range(41):
        body.page.mouse.click(x, y)
    body.expect_marked(1)
    body.answer_none()
    expect_ranking(body, [THIGH])


def test_what_is_cleared_stays_cleared_when_something_else_is_changed(body):
    body.list_for(THIGH)
    body.click("calf_upper_left", "back")
    body.expect_marked(2)
    body.press_tool("Clear all")
    body.expect_marked(0)
    body.expect_nothing_listed()
    body.click("knee_back_left", "back")
    body.expect_marked(1)
    assert body.marked() == ["knee_back_left"]
    expect_ranking(body, ["knee_back_left"])


def test_an_example_marks_the_map_and_can_be_cleared(body):
    body.example("Right low back")
    body.expect_marked(1)
    (region,) = body.marked()
    assert region.startswith("low_back")
    body.press_tool("Clear all")
    body.expect_nothing_listed()
    body.example("Left calf")
    body.expect_marked(2)
    assert {each.rsplit("_", 1)[-1] for each in body.marked()} == {"left"}
    body.click(body.marked()[0], "back")
    body.expect_marked(1)
    body.answer_none()
    expect_ranking(body, body.marked())


@pytest.mark.parametrize("example", ["Back of the right thigh", "Right low back", "Left calf"])
def test_every_example_marks_known_regions_of_the_side_it_names(body, example):
    body.example(example)
    known = {each.id: each.side for each in load_atlas().regions}
    marked = body.marked()
    assert len(marked) >= 1
    assert {known[region] for region in marked} == {*re.findall("right|left", example.lower())[:1]}
    assert len(ranking(marked)) >= 3


def test_a_chip_takes_its_region_away(body):
    for region in (THIGH, "calf_upper_left"):
        body.click(region, "back")
    body.expect_marked(2)
    body.marks.get_by_role("button", name="Unmark Back of the middle thigh, right").click()
    assert body.marked() == ["calf_upper_left"]
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "false")
    body.answer_none()
    expect_ranking(body, ["calf_upper_left"])


def test_a_region_can_be_marked_by_its_name_without_the_picture(body):
    body.marks.get_by_text("Mark by name").click()
    box = body.marks.get_by_role("checkbox", name="Back of the middle thigh, right")
    box.check()
    body.expect_marked(1)
    expect(body.region(THIGH, "back")).to_have_attribute("aria-pressed", "true")
    box.uncheck()
    body.expect_marked(0)
    boxes = body.marks.locator(".by-name input")
    expect(boxes).to_have_count(len(load_atlas().regions))
