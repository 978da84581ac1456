"""The law of the windows once more, in a real browser: two windows, random actions, one record.

The same actions and the same small record as in Node (`tests/record/test_one_record.py`); storage,
the channel between the windows, and the pages that show it all are real.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from actions import OF_A_PERSON, expect_alike, played
from body_page import BodyPage
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from one_record import Record, Tab
from visits import renew, several

RUNS = 50
PERSON = Path(__file__).parents[1] / "frontend" / "document" / "person_actions.js"

STORE = """async () => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  window.testedStore = await import(loaded.find((each) => each.endsWith("/store.js")));
}"""

SHOWN = """async () => {
  await new Promise((done) => setTimeout(() => setTimeout(done)));
  const store = window.testedStore;
  return {
    document: store.current(), rest: store.rest(), undo: store.canUndo(), redo: store.canRedo(),
    unsaved: store.unsaved(), trouble: store.storageTrouble(), asleep: false,
    stored: localStorage.getItem("referral_map.document"),
  };
}"""


class TwoWindows:
    """Two windows of a real browser that can do what a person does."""

    def __init__(self, pages: list[BodyPage]) -> None:
        self.pages = pages
        # A page's policy allows no code from texts, but its debugger does.
        self.person = PERSON.read_text().replace("export const", "globalThis.testedPerson =")
        for each in pages:
            self.prepare(each)

    def prepare(self, body: BodyPage) -> None:
        """Give the test the page's own store."""
        body.page.evaluate(STORE)
        body.page.evaluate(f"() => {{ {self.person} }}")

    def act(self, action: dict[str, Any]) -> None:
        """Do something in a window, and wait until both have heard of it."""
        body = self.pages[action["tab"]]
        if action["do"] == "reload":
            body.page.reload()
            body.ready()
            self.prepare(body)
        else:
            body.page.evaluate(
                "(action) => testedPerson[action.do]({ ...action, store: testedStore })", action
            )

    def choose(self, record: Record, tab: int, name: str) -> None:
        """Choose a body in a window, and in the small record."""
        action = {"do": "set", "tab": tab, "field": "body", "value": name}
        for each in played(record, action):
            self.act(each)

    def shown(self) -> dict[str, Any]:
        """What both windows show, and what is stored."""
        tabs = [each.page.evaluate(SHOWN) for each in self.pages]
        return {"tabs": tabs, "stored": tabs[0]["stored"]}


@pytest.fixture(scope="module")
def two(server, chromium) -> Iterator[TwoWindows]:
    """Two windows for all runs."""
    with several(chromium, server, 2) as opened_windows:
        yield TwoWindows(opened_windows)


def begun(two: TwoWindows) -> Record:
    """Both windows with nobody's record but for a body, chosen anew so that it is stored."""
    for body in two.pages:
        renew(body.page)
    for body in two.pages:
        body.page.evaluate("localStorage.clear()")
    record = Record(tabs=[Tab(0), Tab(1)], opened=2)
    for name in ("woman", "man"):
        two.choose(record, 0, name)
    return record


def settled(two: TwoWindows, record: Record) -> None:
    """Wait until both windows show the record; fail where one never does."""
    for _ in range(40):
        try:
            expect_alike(record, two.shown())
        except AssertionError:
            two.pages[0].page.wait_for_timeout(25)
        else:
            return
    expect_alike(record, two.shown())


reloaded = st.sampled_from((None, 0, 1))


# A run that fails is not made smaller here: in Node that takes seconds, in a browser an hour.
@settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    max_examples=RUNS,
    suppress_health_check=(HealthCheck.function_scoped_fixture, HealthCheck.too_slow),
)
@given(actions=st.lists(st.one_of(*OF_A_PERSON), min_size=10, max_size=60), reload=reloaded)
def test_two_real_windows_show_one_record_whatever_is_done(two, actions, reload):
    record = begun(two)
    settled(two, record)
    for action in actions:
        for each in played(record, action):
            two.act(each)
            settled(two, deepcopy(record))
    # A window that asks for a body shows no map.
    if record.document["body"] is None:
        two.choose(record, 0, "man")
        settled(two, record)
    if reload is not None:
        record.reload(record.tabs[reload])
        two.act({"do": "reload", "tab": reload})
        settled(two, record)
    for body in two.pages:
        body.ready().agrees()
    assert json.dumps(two.shown()["tabs"][0]["document"])
