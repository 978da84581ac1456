"""The next person finds nothing of the last one: not on a page, nor in the browser."""

import json
import re

import pytest
from body_page import BodyPage
from playwright.sync_api import Page, expect
from test_files import CALF, menu, opened, saved
from test_marking import THIGH
from visits import several

NAME, NOTE, WORDS, HINT = "Zebedee Quux", "weak on the left 4711", "zapping ache 0815", "limp 9042"
SECRETS = (NAME, NOTE, WORDS, HINT, "zebedee", "4711", "0815", "9042")

TRACES = """async () => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const own = (name) => import(loaded.find((each) => each.endsWith(`/${name}`)));
  const [store, readings, selection, pages] = await Promise.all(
    ["store.js", "reading.js", "selection.js", "page_state.js"].map(own));
  const texts = [];
  const walk = (root) => {
    for (const node of root.querySelectorAll("*")) {
      if (node.shadowRoot) walk(node.shadowRoot);
      if (["STYLE", "SCRIPT"].includes(node.tagName)) continue;
      if ("value" in node && typeof node.value === "string") texts.push(node.value);
      for (const child of node.childNodes) if (child.nodeType === 3) texts.push(child.data);
      for (const { name, value } of node.attributes)
        if (/^(aria-label|title|alt|src|href|download|value|data-kept)$/.test(name))
          texts.push(`${name}=${value.slice(0, 300)}`);
    }
  };
  walk(document);
  return {
    texts,
    local: { ...localStorage },
    session: { ...sessionStorage },
    cookies: document.cookie,
    databases: (await indexedDB.databases?.())?.map(({ name }) => name) ?? [],
    caches: "caches" in window ? await caches.keys() : [],
    title: document.title,
    name: window.name,
    address: location.href,
    history: JSON.stringify(history.state),
    undo: [store.canUndo(), store.canRedo()],
    document: store.current(),
    rest: store.rest(),
    reading: JSON.stringify(readings.latest()),
    chosen: selection.chosen(),
    pages: pages.everything(),
  };
}"""


@pytest.fixture
def rooms(server, chromium):
    """Three windows of one browser."""
    with several(chromium, server, 3) as opened_windows:
        yield opened_windows


def go_to(window: BodyPage, name: str) -> None:
    """Another page of the app."""
    window.page.get_by_role("link", name=name, exact=True).click()
    expect(window.page.locator(f".{name.lower()} h2").first).to_be_visible()


def fill_with_secrets(here: BodyPage, teach: BodyPage, visits: BodyPage, folder) -> None:
    """Leave a trace wherever a person can."""
    here.list_for(THIGH)
    here.click(CALF, "back")
    here.press_tool("Undo")
    here.open_card(0).locator('.pressing .choice[data-choice="tender"]').click()
    here.screen.locator(".again").click()
    here.screen.get_by_role("textbox").fill(WORDS)
    go_to(teach, "Teach")
    teach.page.locator(".notes input").fill(NAME)
    teach.page.locator(".notes textarea").fill(NOTE)
    path = saved(here, folder, "visit.json")
    go_to(visits, "Visits")
    visits.page.locator('.visits input[type="file"]').set_input_files(path)
    expect(visits.page.locator(".visit-sentence")).to_be_visible()
    go_to(here, "Handout")
    here.page.get_by_label("Note for the patient").fill(HINT)
    here.page.locator(".kept-points input").first.check()
    here.page.locator(".look").click()
    expect(here.page.locator(".preview img").first).to_be_visible(timeout=60_000)


def traces(page: Page) -> dict:
    """Everything that can hold a trace."""
    found = page.evaluate(TRACES)
    assert len(found["texts"]) > 20
    return found


def expect_no_trace(page: Page) -> None:
    """Nothing a person said, marked or looked at is left in a window."""
    found = traces(page)
    held = json.dumps(found, ensure_ascii=False).lower()
    assert [secret for secret in SECRETS if secret.lower() in held] == []
    # How often everything was forgotten, and Streamlit's own theme, say nothing of anybody.
    assert set(found["local"]) <= {"referral_map.erasures", "stActiveTheme-/-v2"}
    assert found["session"] == {}
    assert found["databases"] == found["caches"] == []
    assert found["name"] == ""
    assert found["undo"] == [False, False]
    assert found["rest"] == ""
    assert found["chosen"] is None
    assert found["pages"] == {}
    document = found["document"]
    assert [document[key] for key in ("marks", "answers", "pressed", "kept")] == [[], {}, {}, []]
    assert document["visited"] is None
    for region in (THIGH, CALF):
        assert region not in found["reading"]
    assert not re.search(r"visit\.json|data:image/png|blob:", held)


def test_nothing_of_the_last_person_reaches_the_next(rooms, tmp_path):
    here, teach, visits = rooms
    fill_with_secrets(here, teach, visits, tmp_path)
    before = json.dumps([traces(each.page) for each in rooms], ensure_ascii=False)
    assert [secret for secret in SECRETS[:4] if secret not in before] == []
    here.page.keyboard.press("Alt+Shift+N")
    dialog = here.page.get_by_role("dialog")
    expect(dialog.get_by_role("button", name="Go on with this one")).to_be_focused()
    dialog.get_by_role("button", name="Start anew without saving").click()
    expect(here.page.locator(".session-head .said")).to_contain_text("Ready for a new person")
    # The next one is asked for their own body.
    expect(here.map.locator(".choose-body")).to_have_count(2)
    expect(teach.page.locator(".notes input")).to_have_value("")
    expect(visits.page.locator(".visit-files li, .visit-sentence")).to_have_count(0)
    for window in rooms:
        window.page.wait_for_timeout(600)
        expect_no_trace(window.page)
    for window in rooms:
        window.page.keyboard.press("Control+z")
        expect_no_trace(window.page)
    here.ready().expect_marked(0)
    here.click(CALF, "back")
    here.expect_marked(1)
    menu(here)
    with here.page.expect_download() as download:
        here.page.locator(".file-tools .save").click()
    assert "zebedee" not in download.value.suggested_filename.lower()
    for window in rooms:
        window.page.reload()
    here.ready().expect_marked(1)
    teach.page.go_back()
    expect_secrets_gone(teach.page)


def expect_secrets_gone(page: Page) -> None:
    """Going back in the browser's history brings nothing back."""
    page.wait_for_load_state()
    held = page.content().lower()
    assert [secret for secret in SECRETS if secret.lower() in held] == []


def test_the_file_is_offered_and_saved_first(body, tmp_path):
    body.click(THIGH, "back")
    body.page.locator(".new-person").click()
    dialog = body.page.get_by_role("dialog")
    expect(dialog).to_contain_text("cannot be brought back")
    body.page.keyboard.press("Escape")
    body.expect_marked(1)
    body.page.locator(".new-person").click()
    with body.page.expect_download() as download:
        dialog.get_by_role("button", name="Save as a file").click()
    path = tmp_path / "kept.json"
    download.value.save_as(path)
    body.expect_marked(0)
    opened(body, path)
    body.expect_marked(1)
    # It is in a file: nothing is asked.
    body.page.locator(".new-person").click()
    body.expect_marked(0)


def test_a_file_that_cannot_be_saved_keeps_the_person(body):
    body.click(THIGH, "back")
    body.page.context.set_offline(True)
    body.page.locator(".new-person").click()
    body.page.locator('[data-choose="save"]').click()
    expect(body.page.locator(".session-head .trouble")).to_contain_text("does not answer")
    body.page.context.set_offline(False)
    body.expect_marked(1)


@pytest.mark.parametrize("choice", ["go-on", "save-now", "start-anew"])
def test_marks_of_an_earlier_day_are_told_of(body, choice):
    body.click(THIGH, "back")
    body.expect_marked(1)
    body.put(json.dumps(body.document() | {"visited": "2026-11-03T09:15:00+13:00"}))
    reminder = body.page.locator(".notice:visible")
    expect(reminder).to_contain_text("Marks from November 3, 2026 are still here")
    if choice == "save-now":
        with body.page.expect_download() as download:
            reminder.locator(".save-now").click()
        assert "2026-11-03" in download.value.suggested_filename
        reminder.locator(".go-on").click()
    elif choice == "start-anew":
        reminder.locator(".start-anew").click()
        body.page.locator('[data-choose="forget"]').click()
        body.expect_marked(0)
    else:
        reminder.locator(".go-on").click()
        body.expect_marked(1)
    expect(reminder).to_have_count(0)
    body.page.reload()
    body.ready()
    expect(reminder).to_have_count(0)


def test_marks_of_today_and_a_file_of_last_month_are_no_surprise(body, tmp_path):
    body.click(THIGH, "back")
    body.expect_marked(1)
    body.page.reload()
    body.ready().expect_marked(1)
    expect(body.page.locator(".notice:visible")).to_have_count(0)
    path = saved(body, tmp_path, "today.json")
    text = path.read_text().replace(body.document()["visited"], "2026-10-03T10:00:00+00:00")
    path.write_text(text)
    body.click(CALF, "back")
    body.expect_marked(2)
    opened(body, path)
    body.page.locator('[data-choose="open"]').click()
    expect(body.page.locator(".said")).to_contain_text("today.json is open")
    body.page.wait_for_timeout(300)
    expect(body.page.locator(".notice:visible")).to_have_count(0)
    body.page.reload()
    body.ready().expect_marked(1)
    expect(body.page.locator(".notice:visible")).to_have_count(0)
