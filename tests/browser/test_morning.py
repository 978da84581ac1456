"""A therapist's morning: three people in a row, two windows, a file, a crash, a full storage.

Nothing of one person reaches the next, and nothing of anybody is lost.
"""

import json
import time

import pytest
from app_server import free_port, start
from body_page import BodyPage
from playwright.sync_api import expect
from test_files import CALF, menu, opened, saved
from test_marking import THIGH
from visits import Watch, visit

from referral_map.sessions import open_session

HEEL = "heel_under_left"
FILL = """() => {
  const chunk = "x".repeat(100_000);
  try { for (let i = 0; ; i += 1) localStorage.setItem(`filler${i}`, chunk); } catch { /* full */ }
  try { for (let i = 0; ; i += 1) localStorage.setItem(`crumb${i}`, "x"); } catch { /* full */ }
}"""
MAKE_ROOM = """() => Object.keys(localStorage)
  .filter((key) => /^(filler|crumb)/.test(key)).forEach((key) => localStorage.removeItem(key))"""


@pytest.fixture
def practice(tmp_path, chromium):
    """A server of its own that can crash, and two windows of one browser."""
    port = free_port()
    running = [start(made(tmp_path / "first"), port)]
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    windows = [visit(context, running[0][1], Watch()) for _ in range(2)]

    def crash() -> None:
        running[-1][0].kill()
        running[-1][0].wait(timeout=60)

    def back_again() -> None:
        running.append(start(made(tmp_path / f"again{len(running)}"), port))

    yield windows, crash, back_again
    context.close()
    running[-1][0].kill()


def made(folder):
    """A new folder."""
    folder.mkdir()
    return folder


def settled(window: BodyPage) -> None:
    """Wait until Streamlit has its server: until then it may build the page anew."""
    app = window.page.locator('[data-testid="stApp"]')
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=60_000)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=60_000)
    window.page.wait_for_timeout(1000)
    window.ready()


def named(window: BodyPage, name: str) -> None:
    """Type a name on the page Teach, and go back to the map."""
    window.page.get_by_role("link", name="Teach", exact=True).click()
    window.page.locator(".notes input").fill(name)
    window.page.get_by_role("link", name="Map", exact=True).click()
    settled(window)


def new_person(window: BodyPage, choice: str | None):
    """Begin with a new person; returns the path of the file that was saved, if one was."""
    window.page.locator(".new-person").click()
    path = None
    if choice == "save":
        with window.page.expect_download() as download:
            window.page.locator('[data-choose="save"]').click()
        path = download.value.path()
    elif choice:
        window.page.locator(f'[data-choose="{choice}"]').click()
    expect(window.page.locator(".session-head .said")).to_contain_text("Ready for a new person")
    window.expect_marked(0)
    return path


def holds(window: BodyPage, *words: str) -> list[str]:
    """Which of some words stand anywhere in a window or in the browser's storage."""
    held = window.page.evaluate(
        "() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href])"
    )
    texts = window.page.locator("body").aria_snapshot()
    return [word for word in words if word in held or word in texts]


def test_three_people_in_a_row(practice, tmp_path):
    (here, there), crash, back_again = practice

    # Ada: marked in both windows, and the server crashes meanwhile.
    here.click(THIGH, "back")
    there.expect_marked(1)
    named(there, "Ada Lovelace")
    crash()
    here.click(CALF, "back")
    there.expect_marked(2)
    expect(here.page.locator(".session-head .trouble")).to_contain_text("does not answer")
    here.expect_marked(2)
    back_again()
    expect(here.page.locator(".session-head .trouble")).to_be_hidden(timeout=60_000)
    settled(here)
    settled(there)
    settled(here)
    settled(there)
    path = new_person(here, "save")
    assert path
    ada = open_session(path).session
    assert [getattr(mark, "region", None) for mark in ada.marks] == [THIGH, CALF]
    assert ada.name == "Ada Lovelace"
    there.expect_marked(0)
    assert holds(here, "Ada", THIGH, CALF) == holds(there, "Ada", THIGH, CALF) == []

    # Grace: the storage is full, her file of last month is opened, and saved with her name.
    last_month = tmp_path / "last.json"
    last_month.write_text(json.dumps({
        "format": "referral-map-session", "version": 2, "visited": "2026-10-28", "name": "Grace H",
        "marks": [{"kind": "region", "region": HEEL}],
    }))  # fmt: skip
    here.page.evaluate(FILL)
    opened(here, last_month)
    here.expect_marked(1)
    notice = here.page.locator(".notice:visible")
    expect(notice).to_contain_text("no room left")
    there.expect_marked(1)
    there.click(THIGH, "back")
    here.expect_marked(2)
    menu(here)
    here.page.get_by_label("Call saved files after the person").check()
    menu(here)
    grace = saved(here, tmp_path, "grace.json")
    session = open_session(grace).session
    assert (session.visited, session.name) == ("2026-10-28", "Grace H")
    assert len(session.marks) == 2
    new_person(here, None)
    here.page.evaluate(MAKE_ROOM)
    there.expect_marked(0)
    assert holds(here, "Grace", HEEL) == holds(there, "Grace", HEEL) == []

    # The third has no name; a window is loaded again at once, and nothing is lost.
    there.click(CALF, "back")
    here.expect_marked(1)
    here.page.reload()
    here.ready().expect_marked(1)
    expect(here.page.locator(".notice:visible")).to_have_count(0)
    here.click(THIGH, "back")
    there.expect_marked(2)
    third = open_session(saved(there, tmp_path, "third.json")).session
    assert [getattr(mark, "region", None) for mark in third.marks] == [CALF, THIGH]
    assert (third.name, third.answers, third.text, third.kept) == ("", {}, "", ())
    assert third.visited
    assert third.visited[:10] == time.strftime("%Y-%m-%d")
