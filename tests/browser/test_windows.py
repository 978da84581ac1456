"""Two windows of a browser show one document; what is marked in either is nowhere lost."""

import pytest
from body_page import BodyPage
from playwright.sync_api import expect
from test_files import CALF, menu, opened, saved
from test_marking import THIGH
from visits import Watch, erase, renew, several, visit

HEEL = "heel_under_left"


@pytest.fixture(scope="module")
def shared_windows(server, chromium):
    """Two windows of one browser for the module."""
    with several(chromium, server, 2) as opened_windows:
        yield opened_windows


@pytest.fixture
def windows(shared_windows):
    """Both windows with nothing marked."""
    here, there = shared_windows
    renew(here.page)
    for window in (here, there):
        window.expect_marked(0)
        expect(window.map.locator(".undo")).to_be_disabled()
    return here, there


def test_marks_of_each_window_appear_in_the_other_and_after_a_reload(windows):
    here, there = windows
    here.click(THIGH, "back")
    there.expect_marked(1)
    there.click(CALF, "back")
    here.expect_marked(2)
    here.click(HEEL, "soles")
    there.expect_marked(3)
    assert here.marked() == there.marked() == [THIGH, CALF, HEEL]
    there.page.reload()
    there.ready().expect_marked(3)


def test_answers_words_and_names_appear_in_the_other_window_while_they_are_typed(windows):
    here, there = windows
    here.click(THIGH, "back")
    here.screen.get_by_role("textbox").press_sequentially("It aches")
    expect(there.screen.get_by_role("textbox")).to_have_value("It aches")
    here.flag("foot_drop").check()
    expect(there.flag("foot_drop")).to_be_checked()
    expect(there.urgent).to_be_visible()


def test_undo_takes_back_what_the_other_window_did(windows):
    here, there = windows
    here.click(THIGH, "back")
    there.expect_marked(1)
    there.click(CALF, "back")
    here.expect_marked(2)
    here.press_tool("Undo")
    here.expect_marked(1)
    there.expect_marked(1)
    assert there.marked() == [THIGH]
    there.page.keyboard.press("Control+z")
    here.expect_marked(0)
    here.page.keyboard.press("Control+Shift+z")
    there.expect_marked(1)
    there.page.keyboard.press("Control+y")
    here.expect_marked(2)
    assert here.marked() == there.marked() == [THIGH, CALF]


def test_a_window_that_is_opened_later_can_undo_too(windows, server):
    here, _ = windows
    here.click(THIGH, "back")
    here.click(CALF, "back")
    watch = Watch()
    third = visit(here.page.context, server, watch)
    third.expect_marked(2)
    third.press_tool("Undo")
    here.expect_marked(1)
    third.page.close()
    assert here.marked() == [THIGH]


def test_an_opened_file_asks_first_appears_in_both_and_is_one_step(windows, tmp_path):
    here, there = windows
    here.click(THIGH, "back")
    path = saved(here, tmp_path, "one.json")
    here.click(CALF, "back")
    there.expect_marked(2)
    opened(here, path)
    here.page.locator('[data-choose="keep"]').click()
    here.expect_marked(2)
    opened(here, path)
    here.page.locator('[data-choose="open"]').click()
    there.expect_marked(1)
    there.press_tool("Undo")
    here.expect_marked(2)
    assert here.marked() == [THIGH, CALF]
    here.press_tool("Redo")
    there.expect_marked(1)


def test_what_is_saved_is_replaced_without_a_question(windows, tmp_path):
    here, there = windows
    here.click(THIGH, "back")
    path = saved(here, tmp_path, "one.json")
    here.click(CALF, "back")
    saved(here, tmp_path, "two.json")
    opened(here, path)
    there.expect_marked(1)


def test_erasing_can_be_undone_where_it_was_done_and_nowhere_else(windows):
    here, there = windows
    here.click(THIGH, "back")
    there.expect_marked(1)
    menu(here)
    here.page.get_by_role("button", name="Erase everything").click()
    here.page.locator('[data-choose="erase"]').click()
    there.expect_marked(0)
    expect(there.map.locator(".undo")).to_be_disabled()
    there.page.keyboard.press("Control+z")
    there.expect_marked(0)
    menu(here)
    here.press_tool("Undo")
    here.expect_marked(1)
    there.expect_marked(1)


def test_a_shared_computer_keeps_nothing_beyond_the_tab(windows):
    here, there = windows
    here.click(THIGH, "back")
    menu(here)
    here.page.get_by_label("This is a shared computer").check()
    menu(here)
    there.click(CALF, "back")
    here.expect_marked(2)
    kept = here.page.evaluate("Object.keys(localStorage).filter(key => /document|state/.test(key))")
    assert kept == []
    here.page.reload()
    here.ready().expect_marked(2)
    menu(here)
    here.page.get_by_label("This is a shared computer").uncheck()
    menu(here)
    there.page.reload()
    there.ready().expect_marked(2)
    assert here.document()["marks"]


def test_a_tab_of_a_shared_computer_that_is_opened_again_later_is_empty(windows, server):
    here, _ = windows
    context = here.page.context.browser.new_context()
    watch = Watch()
    alone: BodyPage = visit(context, server, watch)
    alone.click(THIGH, "back")
    menu(alone)
    alone.page.get_by_label("This is a shared computer").check()
    alone.page.wait_for_function("sessionStorage['referral_map.document']")
    # As when the browser opens a closed tab again: the storage of the tab is back, hours later.
    alone.page.add_init_script("sessionStorage.setItem('referral_map.left', '1000')")
    alone.page.reload()
    alone.ready().expect_marked(0)
    context.close()


WRITE_LATE = """() => {
  const number = Number(localStorage.getItem("referral_map.erasures"));
  const late = (key, kept) => localStorage.setItem(
    `referral_map.${key}`, JSON.stringify({ ...kept, erasures: number - 1 }));
  late("document", { format: "referral-map-session", version: 2, name: "Zebedee" });
  late("state", { clock: 7, known: ["7.late"], rest: "Zebedee" });
}"""
PERSONAL = '() => Object.values({ ...localStorage }).filter((text) => text.includes("Zebedee"))'


def test_what_a_late_window_writes_after_everything_was_erased_does_not_stay(windows):
    here, there = windows
    here.click(THIGH, "back")
    there.expect_marked(1)
    menu(here)
    erase(here.page)
    there.expect_marked(0)
    there.page.evaluate(WRITE_LATE)
    here.page.wait_for_function(f"() => ({PERSONAL})().length === 0")
    here.page.wait_for_timeout(400)
    assert there.page.evaluate(PERSONAL) == []
    there.click(CALF, "back")
    here.expect_marked(1)
    here.page.reload()
    here.ready().expect_marked(1)
