"""The safety questions: before the list, and in its place when something is urgent."""

import pytest
from playwright.sync_api import expect
from test_marking import THIGH

from referral_map import load_atlas
from referral_map.red_flags import questions

SIZES = {
    "desktop": {},
    "phone": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}


THIGH_NAME = "thigh_back_middle"


def asked(*urgencies, at=(THIGH_NAME,)) -> list:
    """Questions of these urgencies to somebody who marked these regions."""
    return [
        each
        for each in questions(load_atlas())
        if each.urgency in urgencies and each.is_asked_at(at)
    ]


def before_the_list(*regions) -> list:
    """The questions that are answered before the list is shown."""
    stopping = {flag.id for flag in load_atlas().red_flags if flag.takes_over}
    return [
        each
        for each in questions(load_atlas())
        if (each.id in stopping and each.is_asked_at(regions)) or each.is_first_at(regions)
    ]


def expect_list(body, there: bool) -> None:
    """The list, and everything that tells what to do oneself, is there or not."""
    shown = body.results.locator(":is(.card, .set, .nerve, .timer, .massage):visible")
    if there:
        expect(body.cards.first).to_be_visible()
    else:
        expect(shown).to_have_count(0)


def test_nothing_is_listed_before_the_questions_are_answered(body):
    expect(body.screen).to_be_hidden()
    body.click(THIGH, "back")
    expect(body.screen).to_be_visible()
    expect_list(body, False)
    first, later = before_the_list(THIGH_NAME), asked("soon")
    assert len(first) >= 12
    for each in first:
        expect(body.flag(each.id)).to_be_visible()
    body.screen.locator(".later > summary").click()
    for each in later:
        expect(body.flag(each.id)).to_be_visible()


def test_none_of_these_shows_the_list_and_takes_the_keyboard_to_it(body):
    body.click(THIGH, "back")
    body.answer_none()
    expect_list(body, True)
    heading = body.results.get_by_role("heading", name="What might explain it")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(body.screen.locator(".screen-line")).to_contain_text("none of the signs")
    answers = body.document()["answers"]
    assert answers == {each.id: "no" for each in before_the_list(THIGH_NAME)}


def test_marking_the_belly_asks_its_questions_before_the_list(body):
    body.click(THIGH, "back")
    body.answer_none()
    expect_list(body, True)
    body.click("belly_lower_right", "front")
    first = [each for each in before_the_list("belly_lower") if each.asked_at]
    assert len(first) >= 5
    expect_list(body, False)
    for each in first:
        expect(body.flag(each.id)).to_be_visible()
    body.answer_none()
    expect_list(body, True)


def test_what_the_words_might_tell_of_is_asked_and_the_answer_decides(body):
    body.click(THIGH, "back")
    body.screen.locator(".own-words textarea").fill("my mum had a blood clot")
    asked_now = body.screen.locator(".asked")
    expect(asked_now).to_be_visible()
    expect(asked_now).to_contain_text('"clot"')
    question = next(each for each in asked("today") if each.id == "swollen_calf")
    expect(asked_now).to_contain_text(question.words)
    expect(body.screen.locator(".urgent")).to_be_hidden()
    asked_now.get_by_role("radio", name="Not sure").click()
    expect(asked_now.locator(".unsure")).to_contain_text("today")
    asked_now.get_by_role("radio", name="Yes").click()
    expect(asked_now).to_be_hidden()
    expect(body.screen.locator(".urgent")).to_be_visible()
    body.flag("swollen_calf").uncheck()
    expect(asked_now).to_be_visible()
    asked_now.get_by_role("radio", name="No", exact=True).click()
    expect(asked_now).to_be_hidden()
    expect(body.screen.locator(".urgent")).to_be_hidden()


@pytest.mark.parametrize("size", SIZES)
def test_a_red_flag_ends_list_and_self_care_until_it_is_taken_back(open_page, size):
    body = open_page(**{"viewport": {"width": 1440, "height": 900}, **SIZES[size]})
    body.list_for(THIGH)
    body.open_card(0)
    expect(body.legend).to_be_visible()
    body.screen.get_by_role("button", name="Change").click()
    expect(body.screen.get_by_role("heading").first).to_be_focused()
    for urgent in (asked("now")[0], asked("today")[0]):
        body.flag(urgent.id).check()
        expect(body.urgent).to_be_visible()
        expect(body.urgent).to_be_in_viewport()
        expect(body.urgent).to_have_attribute("role", "alert")
        action = next(each.action for each in load_atlas().red_flags if each.id == urgent.id)
        expect(body.urgent).to_contain_text(action)
        expect(body.urgent).to_contain_text("No self-care")
        expect_list(body, False)
        expect(body.legend).to_be_hidden()
        expect(body.map.locator(".picture .essential")).to_have_count(0)
        expect(body.screen.locator(".done")).to_be_hidden()
        body.flag(urgent.id).uncheck()
        expect(body.urgent).to_be_hidden()
    body.answer_none()
    expect_list(body, True)


def test_a_tick_stops_the_list_at_once_even_before_the_server_answers(body):
    body.list_for(THIGH)
    body.screen.get_by_role("button", name="Change").click()
    body.page.context.set_offline(True)
    try:
        body.flag(asked("now")[0].id).check()
        body.screen.locator(".done").dispatch_event("click")
        expect_list(body, False)
    finally:
        body.page.context.set_offline(False)


def test_what_a_person_writes_raises_a_flag(body):
    body.click(THIGH, "back")
    words = body.screen.get_by_role("textbox")
    words.fill("Since Monday I cannot hold my urine.")
    expect(body.urgent).to_be_visible()
    expect(body.urgent).to_contain_text("You wrote")
    expect_list(body, False)
    # Pasted text may bring characters that no page can hold.
    words.fill("It aches\u0007 when I sit 🙂.")
    expect(body.urgent).to_be_hidden()
    assert body.document()["text"] == "It aches when I sit 🙂."
    expect(body.page.locator(".session-head .trouble")).to_be_hidden()
    body.answer_none()
    expect_list(body, True)


def test_what_can_wait_is_told_and_leaves_the_list(body):
    body.click(THIGH, "back")
    body.screen.locator(".later > summary").click()
    body.flag(asked("soon")[0].id).check()
    body.answer_none()
    expect_list(body, True)
    expect(body.screen.locator("> .soon")).to_contain_text("Tell a doctor soon")
    expect(body.urgent).to_be_hidden()
