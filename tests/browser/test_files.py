"""What a person takes with them: saved files, visits, the handout, and a server that ends."""

import json
import re

import pytest
from app_server import start
from body_page import BodyPage
from playwright.sync_api import expect
from test_marking import THIGH
from visits import Watch

from referral_map.matching.marks import RegionMark
from referral_map.sessions import open_session

CALF = "calf_upper_right"
SCRIPT = "<img src=x onerror=alert(1)><script>alert(2)</script>"


def menu(body: BodyPage) -> None:
    """Unfold the menu of the person's file."""
    body.page.locator(".file-menu summary").click()


def saved(body: BodyPage, folder, name: str):
    """Save the session as a file, through the page."""
    menu(body)
    with body.page.expect_download() as download:
        body.page.locator(".file-tools .save").click()
    path = folder / name
    download.value.save_as(path)
    menu(body)
    return path


def opened(body: BodyPage, path) -> None:
    """Open a file through the page."""
    body.page.locator('.file-tools input[type="file"]').set_input_files(path)


@pytest.fixture
def marked(body) -> BodyPage:
    """Two regions marked, with words and a name."""
    body.click(THIGH, "back")
    body.click(CALF, "back")
    body.expect_marked(2)
    return body


def test_a_saved_file_opens_again_as_it_was(marked, tmp_path):
    path = saved(marked, tmp_path, "first.json")
    session = open_session(path).session
    assert session.marks == (RegionMark(region=THIGH), RegionMark(region=CALF))
    assert session.saved
    marked.page.get_by_role("button", name="Clear all").click()
    marked.expect_marked(0)
    opened(marked, path)
    marked.expect_marked(2)
    expect(marked.page.locator(".said")).to_contain_text("first.json is open")


@pytest.mark.parametrize(
    "content", [b"", b"{", b'{"format": "x"}', b"\xff\xfe\x00", b"[" * 50_000, b'{"a":' * 500]
)
def test_a_damaged_file_is_told_and_changes_nothing(marked, tmp_path, content):
    before = marked.document()
    path = tmp_path / "broken.json"
    path.write_bytes(content)
    opened(marked, path)
    trouble = marked.page.locator(".session-head .trouble")
    expect(trouble).to_contain_text("broken.json")
    expect(trouble).to_contain_text("nothing was changed", ignore_case=True)
    assert marked.document() == before


def test_a_huge_file_is_never_read(marked, tmp_path):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)
    opened(marked, path)
    expect(marked.page.locator(".session-head .trouble")).to_contain_text("too large")
    marked.expect_marked(2)


def test_script_in_a_file_stays_text(marked, tmp_path):
    dialogs = []
    marked.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    path = saved(marked, tmp_path, "plain.json")
    content = json.loads(path.read_text())
    content |= dict.fromkeys(("clinical_note", "patient_note", "text"), SCRIPT)
    content |= {"name": SCRIPT[:100]}
    path.write_text(json.dumps(content))
    opened(marked, path)
    expect(marked.page.locator(".said")).to_contain_text("is open")
    marked.page.get_by_role("link", name="Handout").click()
    name = marked.page.get_by_label("Name")
    expect(name).to_have_value(SCRIPT[:100])
    marked.page.wait_for_timeout(300)
    assert dialogs == []


def test_visits_are_compared_and_said_in_one_sentence(marked, tmp_path):
    path = saved(marked, tmp_path, "before.json")
    marked.page.locator(f'[data-chip="{CALF}"] .remove').click()
    marked.expect_marked(1)
    marked.page.get_by_role("link", name="Visits").click()
    marked.page.locator('.visits input[type="file"]').set_input_files(path)
    sentence = marked.page.locator(".visit-sentence")
    expect(sentence).to_contain_text("drew back")
    expect(marked.page.locator(".change-view")).not_to_have_count(0)
    expect(marked.page.locator(".visit-table tbody tr")).to_have_count(2)
    expect(marked.page.locator(".change-key")).to_contain_text(re.compile(r"Gone: [1-9]"))
    with marked.page.expect_download() as download:
        marked.page.locator('.visit-save [data-format="pdf"]').click()
    download.value.save_as(tmp_path / "visits.pdf")
    assert (tmp_path / "visits.pdf").read_bytes().startswith(b"%PDF")


def test_the_handout_is_made_from_what_is_kept(marked, tmp_path):
    marked.page.get_by_role("link", name="Handout").click()
    boxes = marked.page.locator(".kept-points input")
    boxes.first.check()
    expect(marked.page.locator(".handout")).to_contain_text("shows the points that are ticked")
    with marked.page.expect_download(timeout=60_000) as download:
        marked.page.get_by_role("button", name="Make the handout").click()
    download.value.save_as(tmp_path / "handout.pdf")
    assert (tmp_path / "handout.pdf").read_bytes().startswith(b"%PDF")
    marked.page.get_by_role("button", name="Look at it first").click()
    expect(marked.page.locator(".preview img").first).to_be_visible(timeout=60_000)


def test_a_server_that_ends_loses_no_mark(chromium, tmp_path):
    process, running = start(tmp_path)
    context = chromium.new_context()
    try:
        page = context.new_page()
        Watch().over(page)
        page.goto(running.url)
        body = BodyPage(page).ready()
        body.click(THIGH, "back")
        body.expect_marked(1)
        process.kill()
        process.wait(timeout=60)
        body.region(CALF, "back").dispatch_event("click")
        body.expect_marked(2)
        kept = body.document()
    finally:
        process.kill()
    port = int(running.url.rsplit(":", 1)[1])
    again = tmp_path / "again"
    again.mkdir()
    process, running = start(again, port)
    try:
        page.goto(running.url)
        body = BodyPage(page).ready()
        body.expect_marked(2)
        assert body.document() == kept
    finally:
        context.close()
        process.kill()
