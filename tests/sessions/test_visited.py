"""A visit keeps its date, however often its file is opened, saved, compared or handed out."""

import base64
import json
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from made import sessions
from sent_files import base64_of, files_of
from test_compare_laws import leg

from referral_map.app.answers import answer
from referral_map.cli.main import main
from referral_map.sessions import FORMAT, Session, as_text, open_session

DREW_BACK = "On the right the pain drew back from the ankle to the knee."
NOW = "2027-03-04T05:06:07+13:00"
NOT_KEPT = ("saved", "app_version", "atlas_version")
"""What the browser does not keep of a file that it opens (frontend/document.js)."""


def opened(text: str) -> dict:
    """The document on the page after a file was opened there."""
    session = answer("open", {"file": base64_of(text)})["session"]
    return {key: value for key, value in session.items() if key not in NOT_KEPT}


def saved_again(text: str, times: int = 1) -> str:
    """A file that was opened on the page and saved there again."""
    for _ in range(times):
        text = answer("save", {"document": opened(text), "now": NOW})["text"]
    return text


def old_file(day: int, parts: int) -> str:
    """A file of version 1: the first few parts down the leg, saved on a day of November."""
    marks = leg(0, parts).model_dump(mode="json")["marks"]
    saved = f"2026-11-{day:02}T10:00:00Z"
    return json.dumps({"format": FORMAT, "version": 1, "saved": saved, "marks": marks})


def compared(*texts: str, **fields: object) -> dict:
    """The comparison of files as the page asks for it."""
    return answer("compare", {"files": files_of(*texts), "now": NOW, **fields})["comparison"]


def test_an_old_visit_that_is_opened_and_saved_stays_the_older_one():
    first, last = old_file(1, 9), old_file(20, 5)
    assert compared(first, last)["sentence"] == DREW_BACK
    assert compared(saved_again(first), last)["sentence"] == DREW_BACK
    assert compared(last, saved_again(first, 2))["sentence"] == DREW_BACK
    assert compared(last, own=True, document=opened(first))["sentence"] == DREW_BACK


def test_the_date_of_an_older_file_is_that_of_the_visit():
    session = open_session(saved_again(old_file(1, 9)).encode()).session
    assert (session.visited, session.saved) == ("2026-11-01T10:00:00Z", NOW)


@settings(max_examples=25)
@given(st.lists(sessions, min_size=2, max_size=3), st.integers(1, 3), st.data())
def test_opening_and_saving_changes_no_visit_and_no_comparison(visits, times, data):
    assume(all(each.visit_date for each in visits))
    texts = [as_text(each) for each in visits]
    again = [saved_again(each, times) for each in texts]
    for text, visit in zip(again, visits, strict=True):
        assert open_session(text.encode()).session.visited == visit.visit_date
    mixed = [data.draw(st.sampled_from(pair)) for pair in zip(texts, again, strict=True)]
    # A region marked twice is told of once, where the file that holds it is opened.
    found, wanted = (compared(*each) | {"notes": []} for each in (mixed, texts))
    assert found == wanted


def test_a_visit_compared_with_itself_is_about_the_same():
    found = compared(old_file(1, 9), own=True, document=opened(old_file(1, 9)))
    assert found["sentence"] == "The pain is about the same as before."
    assert [each["visited"] for each in found["visits"]] == ["2026-11-01T10:00:00Z"] * 2


def test_a_drawing_without_a_date_is_of_today_on_the_clock_of_the_person():
    found = compared(old_file(1, 9), own=True, document=Session().model_dump(mode="json"))
    assert [each["visited"] for each in found["visits"]] == ["2026-11-01T10:00:00Z", NOW]
    made = answer("save", {"document": None, "now": NOW})
    session = open_session(made["text"].encode()).session
    assert (session.visited, session.saved) == (NOW, NOW)
    assert made["name"] == "referral-map-2027-03-04.json"


@pytest.mark.parametrize("now", [None, "", "yesterday", 3, "2027-03-04", ["x"], "x" * 10_000])
def test_without_a_clock_of_the_person_it_is_the_one_here(now):
    made = answer("save", {"document": None, "now": now})
    saved = open_session(made["text"].encode()).session.saved
    assert saved
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d", saved)


def test_handouts_and_file_names_have_the_date_of_the_visit(tmp_path):
    document = Session(visited="2026-11-21T23:30:00-10:00").model_dump(mode="json")
    fields = {"format": "svg", "paper": "a4", "now": NOW}
    made = answer("handout", {"document": document, **fields})
    assert made["name"] == "handout-2026-11-21.svg"
    assert "21 November 2026" in base64.b64decode(made["file"]).decode()
    saved = answer("save", {"document": document, "now": NOW})
    assert saved["name"] == "referral-map-2026-11-21.json"
    visits = answer("compare", {"files": files_of(old_file(1, 1), saved["text"]), **fields})
    assert visits["name"] == "visits-2026-11-21.svg"
    assert "21 November 2026" in base64.b64decode(visits["file"]).decode()
    path, page = tmp_path / "visit.json", tmp_path / "page.svg"
    path.write_text(saved["text"])
    assert main(["handout", str(path), "-o", str(page)]) == 0
    assert "21 November 2026" in page.read_text()


def test_the_command_goes_by_the_visits(tmp_path, capsys):
    paths = [tmp_path / "first.json", tmp_path / "last.json"]
    paths[0].write_text(saved_again(old_file(1, 9)))
    paths[1].write_text(old_file(20, 5))
    assert main(["compare", *map(str, paths)]) == 0
    printed = capsys.readouterr().out
    assert DREW_BACK in printed
    assert "1. 1 November 2026, " in printed
