"""`compare`: saved sessions, from visit to visit."""

import json
from xml.etree import ElementTree

import pytest

from referral_map import load_atlas
from referral_map.domain import BODIES
from referral_map.sessions import compare, session_of, write_session
from referral_map.words import words_in


def visit(day: int, *regions: str, intensity=None):
    marks = [{"kind": "region", "region": name, "intensity": intensity} for name in regions]
    return session_of({"saved": f"2026-11-{day:02}T10:00:00Z", "marks": marks})


FIRST = visit(1, "thigh_back_lower_left", "calf_middle_left", "ankle_back_left", intensity=7)
LAST = visit(20, "thigh_back_lower_left", intensity=3)


@pytest.fixture
def paths(tmp_path):
    """Two saved sessions."""
    saved = tmp_path / "first.json", tmp_path / "last.json"
    for session, path in zip((FIRST, LAST), saved, strict=True):
        write_session(session, path)
    return saved


def test_what_is_printed_is_the_library_s(run, paths):
    wanted = json.loads(json.dumps(compare(load_atlas(), [FIRST, LAST]).as_dict()))
    for order in (paths, paths[::-1]):
        answer = run("compare", *order, "--json")
        assert (answer.code, answer.err) == (0, "")
        assert json.loads(answer.out) == wanted


def test_in_words_the_change_comes_first(run, paths):
    lines = run("compare", *paths).out.splitlines()
    assert lines[0] == "On the left the pain drew back from the ankle to the lower thigh."
    assert any(line.startswith("1. 1 November 2026, ") for line in lines)
    assert any("worst 7, mean 7 of 10" in line for line in lines)
    assert any("Back of the thigh" in line or "thigh" in line.split(";")[-1] for line in lines)


def test_an_old_form_and_a_missing_date_are_said(run, paths, tmp_path):
    (tmp_path / "old.json").write_text('{"regions": ["sacrum_left"]}')
    found = json.loads(run("compare", tmp_path / "old.json", *paths, "--json").out)
    assert len(found["notes"]) == 2
    assert len(found["visits"]) == 3
    shown = run("compare", tmp_path / "old.json", *paths).out
    assert "1. no date (visit 1), " in shown
    assert shown.startswith("Note: ")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ([], "SESSION"),
        (["first.json"], "two sessions or more, not 1"),
        (["first.json", "missing.json"], "cannot open 'missing.json'"),
        (["first.json", "broken.json"], "damaged"),
    ],
)
def test_bad_input_is_one_line(run, paths, monkeypatch, arguments, words):
    monkeypatch.chdir(paths[0].parent)
    (paths[0].parent / "broken.json").write_text("{")
    answer = run("compare", *arguments)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert words in answer.err


def test_percent_stands_beside_cm2(run, paths):
    found = json.loads(run("compare", *paths, "--json").out)
    lines = run("compare", *paths).out.splitlines()
    for visit in found["visits"]:
        area, percent = f"{visit['area_cm2']:.0f}", f"{100 * visit['share_of_skin']:.1f}"
        assert any(f", {area} cm2 ({percent}% of the skin), worst" in line for line in lines)
        assert visit["body"] == "man"


@pytest.fixture
def on_two_bodies(tmp_path):
    """Two saved sessions, one on each body."""
    saved = tmp_path / "man.json", tmp_path / "woman.json"
    for session, body, path in zip((FIRST, LAST), ("man", "woman"), saved, strict=True):
        write_session(session.model_copy(update={"body": body}), path)
    return saved


def test_visits_on_two_bodies_are_told_and_compared_in_percent(run, on_two_bodies):
    found = json.loads(run("compare", *on_two_bodies, "--json").out)
    assert [visit["body"] for visit in found["visits"]] == ["man", "woman"]
    assert (found["overall"]["gone_cm2"], found["overall"]["same_cm2"]) == (None, None)
    assert 0 < found["overall"]["same_share"] < found["overall"]["gone_share"] < 0.1
    shown = run("compare", *on_two_bodies).out
    assert shown.startswith(f"Note: {words_in('en')('compare.two_bodies')}\n")
    assert " cm2" not in shown
    spoken = run("compare", *on_two_bodies, "--language", "es").out
    assert words_in("es")("compare.two_bodies") in spoken
    assert " cm2" not in spoken


@pytest.mark.parametrize("body", BODIES)
def test_all_visits_can_be_measured_on_one_body(run, on_two_bodies, paths, body):
    asked = run("compare", *on_two_bodies, "--body", body, "--json")
    assert asked.out == run("compare", *paths, "--body", body, "--json").out
    found = json.loads(asked.out)
    assert {visit["body"] for visit in found["visits"]} == {body}
    assert found["notes"] == []
    assert found["overall"]["gone_cm2"] > 0


def test_the_page_about_two_bodies_holds_percent_alone(run, on_two_bodies, tmp_path):
    page = tmp_path / "page.svg"
    assert run("compare", *on_two_bodies, "-o", page).code == 0
    text = "".join(ElementTree.parse(page).getroot().itertext())
    assert "% of the skin" in text
    assert "Marked skin, %" in text
    assert "cm\u00b2" not in text
