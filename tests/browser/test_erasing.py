"""What was erased stays erased, whatever other windows of the same browser still hold."""

import json

import pytest
from body_page import STORED, BodyPage
from playwright.sync_api import Page, expect
from test_files import CALF, opened, saved
from test_marking import THIGH
from visits import Watch, erase, visit

WORDS = "It aches when I sit"

# A window that can be frozen, as the browser does with those in the back: while it is deaf nothing
# from outside reaches it. In it a pause in typing lasts long enough to erase in another window.
FREEZABLE = """
const outside = ["storage", "focus", "visibilitychange", "pageshow"];
for (const name of outside) addEventListener(name, (event) => {
  if (globalThis.deaf) event.stopImmediatePropagation();
});
const Channel = globalThis.BroadcastChannel;
globalThis.BroadcastChannel = class extends Channel {
  set onmessage(hear) { super.onmessage = (event) => globalThis.deaf || hear(event); }
};
const wait = globalThis.setTimeout;
globalThis.setTimeout = (act, ms, ...more) =>
  wait(act, ms >= 400 && ms <= 800 ? 4000 : ms, ...more);
"""
PAUSE_MS = 5000
MARK_AND_LEAVE = """path => {
  path.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  location.reload();
}"""

OF_NOBODY = (
    "format", "version", "body", "skin_tone", "language", "weigh_common", "weigh_evidence",
    "erasures",
)  # fmt: skip
"""What a kept document says where nobody has marked or written anything; these windows choose a
body whenever they are asked."""
NO_STORAGE = "Storage.prototype.setItem = () => { throw new Error('full'); };"


@pytest.fixture
def windows(server, chromium):
    """Open two windows of one browser: `windows(script, locale=...)`; the script runs in both."""
    contexts, watch = [], Watch()

    def open_two(script: str = FREEZABLE, **options) -> list[BodyPage]:
        size = {"width": 1440, "height": 900}
        contexts.append(chromium.new_context(viewport=size, reduced_motion="reduce", **options))
        contexts[-1].add_init_script(script)
        return [visit(contexts[-1], server, watch) for _ in range(2)]

    yield open_two
    for context in contexts:
        context.close()
    watch.check(server)


def marked_in_both(windows) -> list[BodyPage]:
    """Two windows that hold the same two marks."""
    here, there = windows
    here.click(THIGH, "back")
    here.click(CALF, "back")
    here.expect_marked(2)
    there.page.reload()
    there.ready().expect_marked(2)
    return windows


def erase_all(window: BodyPage) -> None:
    """Erase everything as a person does."""
    window.page.locator(".file-menu summary").click()
    erase(window.page)
    expect(window.page.locator(".session-head .said")).to_contain_text("erased from this browser")


def expect_nothing_kept(page: Page) -> None:
    """The browser keeps nothing a person said or marked.

    A window's view of the storage may lag behind what another wrote.
    """
    left: dict = {}
    for _ in range(30):
        kept = json.loads(page.evaluate(f"localStorage.getItem('{STORED}')") or "{}")
        left = {name: value for name, value in kept.items() if name not in OF_NOBODY and value}
        if not left:
            return
        page.wait_for_timeout(100)
    assert left == {}


def wake(window: BodyPage) -> None:
    """Let a frozen window hear again, as the browser does with one that is looked at."""
    window.page.evaluate(
        "globalThis.deaf = false;"
        "dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))"
    )


def expect_told(page: Page, words: str = "Everything was erased in another window.") -> None:
    """The head of the page says why nothing is there."""
    expect(page.locator(".session-head .said")).to_have_text(words)


def go_to(window: BodyPage, name: str) -> None:
    """Another page of the app, by the link in its head."""
    window.page.get_by_role("link", name=name, exact=True).click()
    expect(window.page.locator(f".{name.lower()} h2").first).to_be_visible()


def test_what_is_erased_in_one_window_is_gone_from_the_other(windows):
    here, there = marked_in_both(windows())
    there.click("calf_upper_left", "back")
    there.expect_marked(3)
    there.press_tool("Undo")
    erase_all(here)
    there.expect_marked(0)
    there.expect_nothing_listed()
    expect_told(there.page)
    expect(there.map.locator(".undo")).to_be_disabled()
    expect(there.map.locator(".redo")).to_be_disabled()
    expect_nothing_kept(there.page)
    there.click("heel_under_left", "soles")
    there.expect_marked(1)
    assert [mark["region"] for mark in there.document()["marks"]] == ["heel_under_left"]
    here.page.reload()
    here.ready().expect_marked(1)


def test_words_still_being_typed_in_the_other_window_are_not_written_after_all(windows):
    here, there = marked_in_both(windows())
    there.screen.get_by_role("textbox").press_sequentially(WORDS)
    erase_all(here)
    there.expect_marked(0)
    there.page.wait_for_timeout(PAUSE_MS)
    expect_nothing_kept(there.page)
    there.page.reload()
    there.ready().expect_marked(0)
    expect_nothing_kept(there.page)


@pytest.mark.parametrize("leave", ["stay", "reload", "close", "another page"])
def test_notes_still_being_typed_in_the_other_window_are_not_written_after_all(windows, leave):
    here, there = marked_in_both(windows())
    go_to(there, "Teach")
    fields = there.page.locator(".notes").get_by_role("textbox")
    expect(fields).not_to_have_count(0)
    for number in range(fields.count()):
        fields.nth(number).press_sequentially(WORDS)
    erase_all(here)
    expect_told(there.page)
    for number in range(fields.count()):
        expect(fields.nth(number)).to_have_value("")
    if leave == "stay":
        there.page.wait_for_timeout(PAUSE_MS)
    elif leave == "reload":
        there.page.reload()
        expect(fields.first).to_have_value("")
    elif leave == "close":
        there.page.close(run_before_unload=True)
    else:
        go_to(there, "Visits")
    here.page.wait_for_timeout(500)
    expect_nothing_kept(here.page)


def test_notes_are_gone_when_they_are_erased_where_they_were_written(windows):
    window, _ = windows()
    go_to(window, "Teach")
    fields = window.page.locator(".notes").get_by_role("textbox")
    expect(fields).not_to_have_count(0)
    for number in range(fields.count()):
        fields.nth(number).press_sequentially(WORDS)
    erase_all(window)
    expect(fields.first).to_have_value("")
    window.page.wait_for_timeout(PAUSE_MS)
    expect_nothing_kept(window.page)
    go_to(window, "Visits")
    expect_nothing_kept(window.page)


def test_handout_and_opened_visits_of_the_other_window_are_emptied(windows, tmp_path):
    here, there = marked_in_both(windows())
    path = saved(here, tmp_path, "before.json")
    go_to(there, "Handout")
    points = there.page.locator(".kept-points input")
    points.first.check()
    there.page.get_by_label("Name").fill("Ada")
    erase_all(here)
    expect_told(there.page)
    expect(points).to_have_count(0)
    expect(there.page.get_by_label("Name")).to_have_value("")
    expect_nothing_kept(there.page)
    opened(here, path)
    here.expect_marked(2)
    there.page.reload()
    go_to(there, "Visits")
    there.page.locator('.visits input[type="file"]').set_input_files(path)
    expect(there.page.locator(".visit-sentence")).to_be_visible()
    here.page.reload()
    here.ready().expect_marked(2)
    erase_all(here)
    expect_told(there.page)
    expect(there.page.locator(".visit-files li, .visit-sentence")).to_have_count(0)
    expect(there.page.get_by_role("checkbox").first).not_to_be_checked()
    expect_nothing_kept(there.page)


@pytest.mark.parametrize("act", ["mark", "undo", "reload", "come back"])
def test_a_window_that_was_frozen_meanwhile_brings_nothing_back(windows, act):
    here, there = marked_in_both(windows())
    there.click("calf_upper_left", "back")
    there.expect_marked(3)
    there.page.evaluate("globalThis.deaf = true")
    erase_all(here)
    # It knows of nothing.
    there.page.wait_for_timeout(500)
    there.expect_marked(3)
    if act == "mark":
        there.click("heel_under_left", "soles")
    elif act == "undo":
        there.press_tool("Undo")
    elif act == "reload":
        # What was marked at the last moment is kept on leaving the page.
        there.region("heel_under_left", "soles").evaluate(MARK_AND_LEAVE)
        there.ready()
    else:
        wake(there)
    there.expect_marked(0)
    if act != "reload":
        expect_told(there.page)
    here.page.wait_for_timeout(500)
    expect_nothing_kept(here.page)
    here.page.reload()
    here.ready().expect_marked(0)


def test_what_another_window_wrote_at_the_same_moment_is_left_aside(windows):
    here, there = marked_in_both(windows())
    kept = there.page.evaluate(f"localStorage.getItem('{STORED}')")
    erase_all(here)
    there.expect_marked(0)
    there.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [STORED, kept])
    for window in (here, there):
        window.page.reload()
        window.ready().expect_marked(0)
    expect_nothing_kept(here.page)


def test_marks_made_after_the_erasing_are_not_lost_to_a_window_that_wakes_late(windows):
    here, there = marked_in_both(windows())
    there.page.evaluate("globalThis.deaf = true")
    erase_all(here)
    here.choose_body()
    here.click("calf_upper_left", "back")
    here.expect_marked(1)
    there.click("heel_under_left", "soles")
    expect_told(there.page)
    wake(there)
    there.expect_marked(1)
    assert there.marked() == ["calf_upper_left"]
    assert [mark["region"] for mark in here.document()["marks"]] == ["calf_upper_left"]


def test_where_nothing_may_be_kept_erasing_reaches_the_other_window_too(windows):
    here, there = windows(NO_STORAGE)
    there.click(THIGH, "back")
    for window in (here, there):
        window.expect_marked(1)
    erase_all(here)
    there.expect_marked(0)
    expect_told(there.page)


def test_it_is_told_in_the_language_of_the_page(windows):
    here, there = windows(locale="es-ES")
    here.page.locator(".file-menu summary").click()
    here.page.locator(".erase").click()
    here.page.locator('[data-choose="erase"]').click()
    expect_told(there.page, "Todo se ha borrado en otra ventana.")
