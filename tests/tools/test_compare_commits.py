"""The comparison of two commits finds nothing where nothing changed, and one number that did."""

import json
from pathlib import Path

import pytest

from referral_map import load_atlas
from referral_map.domain import BODIES
from referral_map.sessions import open_session
from tools.commit_readings.read_sessions import line_of
from tools.commit_readings.simulated_sessions import SessionMaker
from tools.compare_commits import differences, main, report

REPOSITORY = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sessions() -> list[dict]:
    maker = SessionMaker(load_atlas())
    return [maker.session(20, number) for number in range(60)]


@pytest.fixture(scope="module")
def lines(sessions) -> list[str]:
    return [line_of(json.dumps(session).encode()) for session in sessions]


def changed(line: str, change) -> str:
    reading = json.loads(line)
    change(reading)
    return json.dumps(reading, sort_keys=True, ensure_ascii=False)


@pytest.mark.skipif(not (REPOSITORY / ".git").exists(), reason="needs the history")
def test_a_commit_reads_like_itself(capsys):
    assert main(["HEAD", "HEAD", "--sessions", "6"]) == 0
    assert capsys.readouterr().out.endswith("identical: 6 of 6\n")


@pytest.mark.skipif(not (REPOSITORY / ".git").exists(), reason="needs the history")
def test_an_unknown_commit_is_named_in_one_line():
    with pytest.raises(SystemExit, match=r"^compare_commits: .*no_such_commit[^\n]*$"):
        main(["no_such_commit", "--sessions", "1"])


def test_equal_lines_are_identical(lines):
    assert differences(lines, list(lines)) == []
    assert report(lines, list(lines)) == "identical: 60 of 60"


def test_one_changed_score_is_counted_and_told_where_it_is(lines):
    number = next(k for k, line in enumerate(lines) if json.loads(line)["candidates"])
    after = list(lines)
    before = json.loads(lines[number])["candidates"][0]["score"]
    after[number] = changed(lines[number], lambda r: r["candidates"][0].update(score=2.5))
    assert differences(lines, after) == [number]
    assert report(lines, after).splitlines() == [
        "identical: 59 of 60",
        "different: 1 of 60",
        "  candidates: 1",
        f"first difference, in session {number}:",
        f"  candidates[0].score: {before!r} -> 2.5",
    ]


def test_a_part_that_is_missing_is_noticed(lines):
    after = [changed(lines[0], lambda r: r.pop("nerve")), *lines[1:]]
    assert differences(lines, after) == [0]
    assert "  nerve: 1" in report(lines, after).splitlines()


def test_a_number_of_another_type_is_another_line(lines):
    after = [changed(lines[0], lambda r: r["pain"].update(area_cm2=1)), *lines[1:]]
    other = [changed(lines[0], lambda r: r["pain"].update(area_cm2=1.0)), *lines[1:]]
    assert differences(after, other) == [0]
    assert "  pain.area_cm2: 1 -> 1.0" in report(after, other).splitlines()


def test_readings_of_unequal_count_are_refused(lines):
    with pytest.raises(ValueError, match="shorter"):
        differences(lines, lines[:-1])


def test_the_same_seed_makes_the_same_sessions_and_another_seed_others(sessions):
    maker = SessionMaker(load_atlas())
    assert [maker.session(20, number) for number in range(5)] == sessions[:5]
    assert all(maker.session(21, number) != sessions[number] for number in range(5))


def test_the_sessions_hold_everything_that_a_person_can_do(sessions, lines):
    opened = [open_session(json.dumps(each).encode()).session for each in sessions]
    marks = [mark for session in opened for mark in session.marks]
    assert {mark.kind for mark in marks} == {"region", "brush", "eraser"}
    strokes = [mark for mark in marks if mark.kind != "region"]
    assert {mark.view for mark in strokes} >= {"back", "front", "right", "left", "soles"}
    assert {mark.body for mark in strokes} == {session.body for session in opened} == set(BODIES)
    felt = [mark for mark in marks if mark.kind != "eraser"]
    assert len({mark.quality for mark in felt}) == 6
    assert {0.0, 10.0, None} <= {mark.intensity for mark in felt}
    assert {session.language for session in opened} == {"en", "es"}
    assert {session.weigh_common for session in opened} == {True, False}
    assert len({value for session in opened for value in session.answers.values()}) == 3
    assert len({value for session in opened for value in session.pressed.values()}) == 3
    readings = [json.loads(line) for line in lines]
    assert all(any(reading.get(part) for reading in readings) for part in PARTS)
    assert not any(reading["notes"] for reading in readings)
    assert {flag["urgency"] for reading in readings for flag in reading["red_flags"]} == {
        "now", "today", "soon",
    }  # fmt: skip


PARTS = ("candidates", "sets", "shortlist", "steps", "red_flags", "nerve")
