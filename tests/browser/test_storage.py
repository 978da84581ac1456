"""Storage that is full, forbidden or damaged is told of at once, and nothing is lost by it."""

import json

import pytest
from body_page import STORED, BodyPage
from playwright.sync_api import expect
from test_files import opened
from test_marking import THIGH
from visits import Watch, visit

FULL = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError'); };"
FORBIDDEN = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("no", "SecurityError"); } });
"""
REGION = {"kind": "region", "region": THIGH, "intensity": None, "quality": None}


@pytest.mark.parametrize(
    ("script", "words"),
    [(FULL, "no room left"), (FORBIDDEN, "This browser keeps nothing")],
    ids=["full", "forbidden"],
)
def test_marks_live_on_in_the_page_and_saving_is_offered(server, chromium, tmp_path, script, words):
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script(script)
    body = visit(context, server, Watch())
    body.click(THIGH, "back")
    notice = body.page.locator(".notice:visible")
    expect(notice).to_contain_text(words)
    expect(notice).to_have_attribute("role", "alert")
    with body.page.expect_download() as download:
        notice.locator(".save-now").click()
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    body.page.get_by_role("link", name="Teach", exact=True).click()
    expect(body.page.locator(".teach h2").first).to_be_visible()
    expect(notice).to_contain_text(words)
    body.page.get_by_role("link", name="Map", exact=True).click()
    body.ready().expect_marked(1)
    opened(body, path)
    body.expect_marked(1)
    context.close()


def test_when_there_is_room_again_the_sentence_goes(open_page):
    body = open_page()
    body.click(THIGH, "back")
    body.page.evaluate(
        "() => { window.keep = Storage.prototype.setItem; Storage.prototype.setItem ="
        " () => { throw new DOMException('no', 'QuotaExceededError'); }; }"
    )
    body.click("calf_upper_right", "back")
    notice = body.page.locator(".notice:visible")
    expect(notice).to_contain_text("no room left")
    body.page.evaluate("() => { Storage.prototype.setItem = window.keep; }")
    body.click("heel_under_left", "soles")
    expect(notice).to_have_count(0)
    assert len(body.document()["marks"]) == 3


def kept(**changes) -> str:
    """A kept document as text."""
    return json.dumps(
        {"format": "referral-map-session", "version": 2, "marks": [REGION], **changes}
    )


@pytest.mark.parametrize(
    ("text", "words", "marks"),
    [
        ("{", "cannot be read in full", 0),
        (kept(marks="all"), "cannot be read in full", 0),
        (kept(marks=[REGION, None, {"kind": "brush"}]), "cannot be read in full", 1),
        (kept(answers={"foot_drop": "perhaps", "fever": "no"}), "cannot be read in full", 1),
        (kept(version=99), "newer version", 0),
        (kept(marks=[{**REGION, "region": "constructor"}, REGION], kept=["constructor:left"]),
         None, 2),
        (kept(marks=[{"kind": "brush", "view": "constructor", "path": [[0, 0]], "size_cm": 4}]),
         "cannot be read in full", 0),
    ],
)  # fmt: skip
def test_what_is_damaged_is_read_as_far_as_it_can_be_and_set_aside(body, text, words, marks):
    body.put(text)
    expect(body.chips).to_have_count(marks)
    notice = body.page.locator(".notice:visible")
    if words is None:
        expect(notice).to_have_count(0)
        return
    expect(notice).to_contain_text(words)
    with body.page.expect_download() as download:
        notice.locator(".save-set-aside").click()
    assert json_or_text(download.value.path().read_text()) == json_or_text(text)
    body.click("calf_upper_right", "back")
    expect(body.chips).to_have_count(marks + 1)
    body.page.reload()
    body.ready()
    expect(body.chips).to_have_count(marks + 1)


def json_or_text(text: str) -> object:
    """What a text says, however its JSON is laid out."""
    try:
        return json.loads(text)
    except ValueError:
        return text


def test_an_urgent_answer_survives_a_damaged_document(body: BodyPage):
    body.put(kept(answers={"foot_drop": "yes"}, pressed=7, text=None))
    expect(body.urgent).to_be_visible()
    assert body.page.evaluate(f"localStorage.getItem('{STORED}')")
