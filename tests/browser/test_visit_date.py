"""The date of a drawing is the person's own, and nothing but the person changes it."""

import json
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from body_page import BodyPage
from playwright.sync_api import Locator, expect
from pypdf import PdfReader
from test_files import CALF, menu, opened, saved
from test_marking import THIGH
from visits import erase

from referral_map.sessions import Session, as_text, open_session

OLD = {
    "format": "referral-map-session", "version": 1, "saved": "2025-11-01T10:00:00Z",
    "marks": [{"kind": "region", "region": each} for each in (THIGH, CALF, "ankle_back_right")],
}  # fmt: skip


def open_old(body: BodyPage, folder) -> None:
    """Open last year's file through the page."""
    path = folder / "old.json"
    path.write_text(json.dumps(OLD))
    opened(body, path)
    body.expect_marked(3)


def date_field(body: BodyPage, label: str = "This drawing is of") -> Locator:
    """Where the page shows the date of the drawing."""
    return body.page.get_by_label(label, exact=True)


def is_now(moment: str) -> bool:
    """Whether a moment has a time zone, and is not long ago."""
    return abs(datetime.fromisoformat(moment).timestamp() - datetime.now().timestamp()) < 600


def test_an_old_file_that_is_saved_again_keeps_the_date_of_its_visit(body, tmp_path):
    open_old(body, tmp_path)
    first = open_session(saved(body, tmp_path, "again.json")).session
    opened(body, tmp_path / "again.json")
    expect(body.page.locator(".said")).to_contain_text("again.json is open")
    body.click(THIGH, "back")
    body.expect_marked(2)
    second = open_session(saved(body, tmp_path, "more.json")).session
    for session in (first, second):
        assert session.visited == OLD["saved"]
        assert session.saved
        assert is_now(session.saved)
    expect(date_field(body)).to_have_value("2025-11-01")
    body.page.get_by_role("link", name="Visits").click()
    body.page.locator('.visits input[type="file"]').set_input_files(tmp_path / "old.json")
    expect(body.page.locator(".visit-table tbody th")).to_have_text(
        [re.compile(r"^November 1, 2025, 10:00.AM \(visit 1\)$"), re.compile(r"\(visit 2\)$")]
    )


def test_a_drawing_has_the_date_on_which_marking_starts(body, tmp_path):
    body.click(THIGH, "back")
    body.expect_marked(1)
    started = body.document()["visited"]
    assert is_now(started)
    body.click(CALF, "back")
    body.expect_marked(2)
    assert open_session(saved(body, tmp_path, "new.json")).session.visited == started
    body.page.reload()
    body.ready()
    assert body.document()["visited"] == started


def test_clearing_forgets_the_date_and_undo_brings_it_back(body, tmp_path):
    open_old(body, tmp_path)
    body.page.get_by_role("button", name="Clear all").click()
    body.expect_marked(0)
    assert body.document()["visited"] is None
    expect(date_field(body)).to_have_value("")
    body.press_tool("Undo")
    body.expect_marked(3)
    assert body.document()["visited"] == OLD["saved"]
    body.press_tool("Redo")
    body.click(THIGH, "back")
    body.expect_marked(1)
    assert is_now(body.document()["visited"])


def test_erasing_everything_forgets_the_date(body, tmp_path):
    open_old(body, tmp_path)
    menu(body)
    erase(body.page)
    menu(body)
    body.expect_marked(0)
    body.click(THIGH, "back")
    body.expect_marked(1)
    assert is_now(body.document()["visited"])


def test_the_person_dates_a_drawing_and_undo_leaves_it(body, tmp_path):
    body.click(THIGH, "back")
    menu(body)
    date_field(body).fill("2025-10-05")
    menu(body)
    body.click(CALF, "back")
    body.expect_marked(2)
    body.press_tool("Undo")
    body.expect_marked(1)
    path = saved(body, tmp_path, "dated.json")
    assert open_session(path).session.visited == "2025-10-05"
    for wrong in ("2999-01-01", "0020-01-01", ""):
        menu(body)
        date_field(body).fill(wrong)
        date_field(body).blur()
        expect(date_field(body)).to_have_value("2025-10-05")
        menu(body)
    body.page.get_by_label("Language").select_option("es")
    expect(date_field(body, "Este dibujo es del día")).to_have_value("2025-10-05")


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu"])
def test_the_date_is_that_of_the_person_wherever_they_are(open_page, tmp_path, zone):
    body = open_page(timezone_id=zone, locale="en-US")
    body.click(THIGH, "back")
    body.expect_marked(1)
    there = datetime.now(ZoneInfo(zone))
    moment = body.document()["visited"]
    assert is_now(moment)
    assert datetime.fromisoformat(moment).utcoffset() == there.utcoffset()
    menu(body)
    with body.page.expect_download() as download:
        body.page.locator(".file-tools .save").click()
    assert download.value.suggested_filename == f"referral-map-{moment[:10]}.json"
    body.page.get_by_role("link", name="Handout").click()
    with body.page.expect_download(timeout=90_000) as handout:
        body.page.locator(".make").click()
    assert handout.value.suggested_filename == f"handout-{moment[:10]}.pdf"
    [first, *_] = PdfReader(handout.value.path()).pages
    assert f"{there:%B} {int(moment[8:10])}, {moment[:4]}" in first.extract_text()
    far = tmp_path / "far.json"
    far.write_text(as_text(Session(visited="2025-11-01T23:30:00+13:00")))
    body.page.get_by_role("link", name="Visits").click()
    body.page.locator('.visits input[type="file"]').set_input_files(far)
    dates = body.page.locator(".visit-table tbody th")
    today = re.compile(rf"^{there:%B} \d+, {there.year}$")
    expect(dates).to_have_text(["November 1, 2025", today])
