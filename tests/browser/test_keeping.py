"""What a person marked stays in their browser, until they erase it."""

import json

import pytest
from body_page import STORED
from playwright.sync_api import expect
from test_marking import THIGH
from visits import Watch, erase, visit

from referral_map.sessions import VERSION

MARK = {"kind": "region", "region": THIGH, "intensity": None, "quality": None}


def document(**changes) -> str:
    """A kept document as text."""
    return json.dumps({"format": "referral-map-session", "version": 2, "marks": [MARK], **changes})


def test_a_reload_keeps_marks_answers_and_words(body):
    body.list_for(THIGH)
    before = body.listed()
    body.take("brush")
    body.page.mouse.click(*body.point_in("calf_upper_left", "back"))
    body.expect_marked(2)
    area, kept = body.painted_cm2(), body.document()
    body.page.reload()
    body.ready()
    body.expect_marked(2)
    body.expect_listed()
    assert body.painted_cm2() == area
    assert body.document() == kept
    assert len(before) >= 5


def test_erasing_everything_leaves_nothing_behind(body):
    body.list_for(THIGH)
    body.open_card(0).locator('.pressing .choice[data-choice="tender"]').click()
    body.page.locator(".file-menu summary").click()
    erase(body.page)
    # The body that was chosen was theirs as well.
    expect(body.map.locator(".choose-body")).to_have_count(2)
    assert body.page.evaluate(f"localStorage.getItem('{STORED}')") is None
    body.expect_marked(0)
    body.expect_nothing_listed()
    expect(body.legend).to_be_hidden()
    body.page.reload()
    body.ready()
    body.expect_marked(0)
    # What was erased can be brought back where it was erased, until that page is left.
    expect(body.map.locator(".undo")).to_be_disabled()
    body.click(THIGH, "back")
    expect(body.screen.locator(".done")).to_be_visible()
    assert body.document()["pressed"] == {}


@pytest.mark.parametrize("text", [
    "{", "null", "[]", '"x"', "{}", document(version=99), document(marks="all"),
    document(marks=[None, 3, {"kind": "brush"}, {"kind": "brush", "view": "back", "path": [[1]]}]),
])  # fmt: skip
def test_a_damaged_document_is_left_aside(body, text):
    body.put(text)
    body.expect_marked(0)
    body.expect_nothing_listed()
    body.list_for(THIGH)


def test_what_only_the_server_can_tell_is_wrong_is_told_and_can_be_erased(body):
    far = {"kind": "brush", "body": "man", "view": "back", "path": [[0, 90_000]], "size_cm": 4}
    body.put(document(version=VERSION, body="man", marks=[MARK, far]))
    trouble = body.page.locator(".session-head .trouble")
    expect(trouble).to_contain_text("cannot be read")
    body.page.locator(".file-menu summary").click()
    erase(body.page)
    expect(trouble).to_be_hidden()
    body.ready().list_for(THIGH)


def test_marks_this_atlas_does_not_know_harm_nothing(body):
    odd = [{**MARK, "region": "tail_middle_right"}, MARK]
    body.put(document(marks=odd))
    expect(body.chips).to_have_count(2)
    body.answer_none()
    body.expect_listed()


def test_where_nothing_may_be_kept_the_page_still_works(server, chromium):
    context = chromium.new_context(viewport={"width": 1440, "height": 900})
    context.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    body = visit(context, server, Watch())
    body.list_for(THIGH)
    context.close()
