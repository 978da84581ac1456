"""An opened card: where the point is, how to check it, the timer, and what pressing changes."""

import re

import pytest
from body_page import BodyPage
from playwright.sync_api import expect
from test_marking import THIGH
from visits import Watch

from referral_map import load_atlas

SECTIONS = ["Where the point is", "How to check it", "What you can try", "What sets it off"]


@pytest.fixture
def listed(body) -> BodyPage:
    """The list for the back of the right thigh."""
    return body.list_for(THIGH)


def test_an_opened_card_tells_everything_with_its_sources(listed):
    card = listed.open_card(0)
    atlas = load_atlas()
    point, _ = listed.listed()[0]
    muscle = atlas.muscle_of(point)
    expect(card.locator(".plain-name")).to_have_text(muscle.plain_name)
    headings = card.get_by_role("heading", level=4).all_text_contents()
    assert headings[:4] == SECTIONS
    care = atlas.self_care[muscle.id]
    for said in (care.self_test.text, care.movement.text, care.stop.text, care.massage.tool):
        expect(card.locator(".parts")).to_contain_text(said)
    expect(card.locator(".wide-picture .trigger-point").first).to_be_visible()
    expect(card.locator(".caution")).to_be_visible()
    card.locator(".sources > summary").click()
    sources = card.locator(".sources li")
    numbers = card.locator(".cite").all_text_contents()
    assert len(numbers) >= 5
    cited = {int(each) for number in numbers for each in number.split(",")}
    assert cited == set(range(1, sources.count() + 1))
    for link in card.locator(".sources a").all():
        assert re.match("https?://", link.get_attribute("href"))
        assert "noopener" in link.get_attribute("rel")


def test_opening_a_card_shows_its_pattern_on_the_body(listed):
    listed.open_card(1)
    expect(listed.card(1)).to_have_attribute("aria-pressed", "true")
    expect(listed.legend).to_contain_text(listed.card(1).text_content())


def test_pressing_a_point_changes_the_list_and_can_be_taken_back(listed):
    before = listed.listed()
    pressed = f"{before[1][0]}:{before[1][1]}"
    card = listed.open_card(1)
    title = card.locator(".choose").text_content()
    card.locator('.pressing .choice[data-choice="familiar"]').click()
    steps = listed.results.locator(".pressed-steps")
    expect(steps.locator("li")).to_have_count(1)
    expect(steps).to_contain_text(title)
    expect(steps).to_contain_text("My pain")
    expect(listed.card(0)).to_have_text(title)
    assert listed.listed() != before
    assert listed.document()["pressed"] == {pressed: "familiar"}
    # Whoever pressed stays where they were, though the card has moved.
    moved = listed.cards.nth(0)
    expect(moved.get_by_role("radio", name="My pain")).to_be_focused()
    expect(moved.get_by_role("radio", name="My pain")).to_be_in_viewport()
    steps.get_by_role("button", name="Take back").click()
    expect(steps).to_be_hidden()
    expect(listed.card(0)).not_to_have_text(title)
    assert listed.listed() == before
    assert listed.document()["pressed"] == {}
    expect(listed.cards.nth(1).get_by_role("radio", name="Not tried")).to_be_checked()
    expect(listed.results.get_by_role("heading", name="What might explain it")).to_be_focused()


def test_a_spot_that_is_not_it_moves_down(listed):
    first = listed.card(0).text_content()
    listed.open_card(0).locator('.pressing .choice[data-choice="nothing"]').click()
    expect(listed.results.locator(".pressed-steps li")).to_have_count(1)
    expect(listed.card(0)).not_to_have_text(first)


def test_a_point_is_kept_for_the_handout(listed):
    point, side = listed.listed()[0]
    card = listed.open_card(0)
    card.get_by_role("checkbox", name="Keep this point").check()
    assert listed.document()["kept"] == [f"{point}:{side}"]
    card.get_by_role("checkbox", name="Keep this point").uncheck()
    assert listed.document()["kept"] == []


def test_several_points_together_are_shown_on_the_map(listed):
    for region in ("calf_middle_right", "low_back_lower_right"):
        # The list is drawn anew under the pointer when it is read again.
        with listed.page.expect_response("**/answer/reading"):
            listed.click(region, "back")
    expect(listed.sets.first).to_be_visible()
    first = listed.sets.first
    members = first.locator("ul li")
    assert members.count() >= 2
    first.hover()
    names = [each.text_content() for each in members.locator("span:first-child").all()]
    expect(listed.legend).to_contain_text(names[0])
    expect(listed.map.locator(".picture .essential").nth(1)).to_be_attached()
    choose = first.locator(".choose")
    choose.click()
    listed.page.mouse.move(5, 5)
    expect(listed.legend).to_contain_text("Showing")
    expect(listed.legend.get_by_role("button", name="Hide it")).to_be_visible()
    expect(listed.map.locator(".picture .trigger-point").nth(1)).to_be_attached()


def test_more_cards_are_shown_and_the_keyboard_goes_to_the_first_of_them(body):
    body.list_for("buttock_lower_right")
    before = body.cards.count()
    body.results.locator(".more").click()
    assert body.cards.count() > before
    expect(body.card(before)).to_be_focused()


def test_the_timer_runs_for_one_press(server, chromium):
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.clock.install()
    watch = Watch()
    watch.over(page)
    page.goto(server.url)
    body = BodyPage(page).ready().list_for(THIGH)
    timer = body.open_card(0).locator(".timer")
    clock, start = timer.locator(".clock"), timer.locator(".start")
    expect(timer.locator(".choice")).to_have_text([f"{each} seconds" for each in (30, 60, 90, 120)])
    whole = "1:00"
    expect(clock).to_have_text(whole)
    timer.get_by_role("radio", name="30 seconds").check()
    expect(clock).to_have_text("0:30")
    timer.get_by_role("radio", name="60 seconds").check()
    start.click()
    expect(start).to_have_text("Pause")
    page.clock.run_for(10_500)
    left = clock.text_content() or ""
    assert left.startswith("0:")
    start.click()
    expect(start).to_have_text("Start")
    page.clock.run_for(30_000)
    expect(clock).to_have_text(left)
    start.click()
    page.clock.fast_forward(60_000)
    expect(clock).to_have_text("Time is up")
    expect(timer.locator("[aria-live]")).to_have_text("Time is up")
    expect(start).to_have_text("Start")
    timer.get_by_role("button", name="Start over").click()
    expect(clock).to_have_text(whole)
    context.close()
    watch.check(server)
