"""What is typed is kept at each letter, and a limit is told before it cuts."""

import re

import pytest
from body_page import BodyPage
from playwright.sync_api import expect
from teach_page import TeachPage
from test_marking import THIGH

from referral_map.sessions.record import LONGEST_NAME, LONGEST_TEXT

PASTE = """(field, text) => {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
}"""

# What is typed last, and a reload in the same breath.
TYPE_AND_RELOAD = """(field, text) => {
  field.focus();
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertText" }));
  location.reload();
}"""


def own_words(body: BodyPage):
    return body.screen.locator(".own-words textarea")


def limit(body: BodyPage):
    return body.screen.locator(".limit")


def test_own_words_and_notes_outlive_a_reload_at_once(body):
    body.click(THIGH, "back")
    own_words(body).evaluate(TYPE_AND_RELOAD, "since May")
    body.page.wait_for_load_state("load")
    body.ready()
    expect(own_words(body)).to_have_value("since May")
    body.page.get_by_role("link", name="Teach", exact=True).click()
    for label, text in (("Name", "Ada"), ("Private notes", "worse at night")):
        field = body.page.get_by_label(label, exact=True)
        field.evaluate(TYPE_AND_RELOAD, text)
        body.page.wait_for_load_state("load")
        expect(field).to_have_value(text)
    body.page.get_by_role("link", name="Map", exact=True).click()
    body.ready()
    assert (body.document()["name"], body.document()["clinical_note"]) == ("Ada", "worse at night")


def test_the_letters_left_are_told_and_what_is_beyond_is_shown_and_read(body):
    body.click(THIGH, "back")
    words = own_words(body)
    expect(limit(body)).to_be_hidden()
    words.fill("a" * (LONGEST_TEXT * 9 // 10 - 1))
    expect(limit(body)).to_be_hidden()
    words.press_sequentially("b")
    expect(limit(body)).to_have_text("4,500 of 5,000 letters.")
    # A letter is a letter, however the browser counts it.
    long = "😀" * LONGEST_TEXT + " numb between the legs"
    words.evaluate(PASTE, long)
    sentence = (
        "Only the first 5,000 letters are kept in the file; 22 more are read for danger signs but "
        "not kept."
    )
    expect(limit(body)).to_contain_text(sentence)
    expect(words).to_have_value(long)
    assert body.document()["text"] == "😀" * LONGEST_TEXT
    body.page.reload()
    body.ready()
    expect(own_words(body)).to_have_value(long)
    expect(limit(body)).to_contain_text(sentence)
    own_words(body).fill("short")
    expect(limit(body)).to_be_hidden()


def test_a_paste_is_a_step_that_can_be_undone(body):
    body.click(THIGH, "back")
    own_words(body).fill("typed")
    own_words(body).evaluate(PASTE, "typed and pasted")
    body.press_tool("Undo")
    expect(own_words(body)).to_have_value("typed")
    body.press_tool("Undo")
    body.expect_marked(0)


ELSEWHERE = """async text => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const store = await import(loaded.find(each => each.endsWith("/document/store.js")));
  store.setText(text);
}"""


def test_what_is_written_elsewhere_comes_into_the_field_but_not_under_the_hands(body):
    body.click(THIGH, "back")
    words = own_words(body)
    body.page.evaluate(ELSEWHERE, "from elsewhere")
    expect(words).to_have_value("from elsewhere")
    words.press("End")
    words.press_sequentially("!")
    body.page.evaluate(ELSEWHERE, "once more")
    assert words.input_value() == "from elsewhere!"
    words.press_sequentially("?")
    assert body.document()["text"] == "from elsewhere!?"
    body.page.evaluate(ELSEWHERE, "at last")
    expect(words).to_have_value("at last")


@pytest.mark.parametrize("letters", [LONGEST_NAME, LONGEST_NAME + 3])
def test_the_limit_of_a_name_is_told_and_no_more_is_kept(server, visits, letters):
    page = visits().page
    teach = TeachPage(page).open(server)
    name = page.get_by_label("Name", exact=True)
    name.fill("n" * letters)
    told = teach.root.locator(".notes .limit").first
    expect(told).to_be_visible()
    told_words = (
        f"{LONGEST_NAME} of {LONGEST_NAME} letters." if letters == LONGEST_NAME else "3 more"
    )
    expect(told).to_contain_text(re.compile(re.escape(told_words)))
    expect(name).to_have_value("n" * letters)
    page.reload()
    teach.ready()
    expect(page.get_by_label("Name", exact=True)).to_have_value("n" * LONGEST_NAME)
