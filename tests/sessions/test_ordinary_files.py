"""Files of ordinary life: from other programs, from two patients, one of them bad, marked twice."""

import base64
import json
import re
import unicodedata

import numpy as np
import pytest
from hostile import HOSTILE, SCRIPT, WHOLE, changed
from hypothesis import example, given, settings
from hypothesis import strategies as st
from made import any_marks, printable, sessions
from sent_files import base64_of, files_of
from test_compare_laws import leg
from test_hostile_files import is_one_sentence

from referral_map import load_atlas
from referral_map.app.answers import answer
from referral_map.cli.main import main
from referral_map.matching.marks import RegionMark, marked_skin
from referral_map.sessions import (
    MOST_BYTES,
    Session,
    as_text,
    each_region_once,
    file_name,
    open_session,
    read,
)
from referral_map.sessions.record import LONGEST_REST, LONGEST_TEXT
from referral_map.words import LANGUAGES, words_in

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
THERE = {"format": "svg", "paper": "a4", "now": "2026-11-28T10:00:00Z"}


@given(sessions, st.sampled_from(ENCODINGS))
def test_a_file_is_read_alike_in_each_encoding(session, encoding):
    text = as_text(session)
    assert open_session(text.encode(encoding)) == open_session(text.encode())
    marked = text.encode("utf-16-be" if encoding == "utf-16-be" else "utf-16-le")
    mark = b"\xfe\xff" if encoding == "utf-16-be" else b"\xff\xfe"
    assert open_session(mark + marked) == open_session(text.encode())


@settings(max_examples=30)
@given(sessions, st.sampled_from(["utf-32", "utf-32-le", "utf-32-be", "latin-1", "cp1252"]))
def test_no_other_encoding_is_read(session, encoding):
    text = as_text(session.model_copy(update={"name": "José "}))
    said = answer("open", {"file": base64_of(text.encode(encoding, "replace"))})["trouble"]
    assert said == words_in("en")("session.not_text")


@pytest.mark.parametrize("name", ["UTF-32", "Latin-1", "UTF-16 cut in a letter", "a picture"])
def test_app_and_command_refuse_another_encoding_in_the_same_words(name, tmp_path, capsys):
    path = tmp_path / "file.json"
    path.write_bytes(HOSTILE[name])
    said = answer("open", {"file": base64_of(HOSTILE[name])})["trouble"]
    assert main(["match", "--drawing", str(path)]) == 2
    assert capsys.readouterr().err == f"referral-map: {said}\n"
    assert said == "the session file is not text in UTF-8 or UTF-16"


@given(any_marks, st.data())
def test_a_region_is_marked_once_and_the_skin_is_as_it_was(marks, data):
    regions = [mark.region for mark in marks if isinstance(mark, RegionMark)] or ["sacrum_right"]
    again = st.builds(
        RegionMark, region=st.sampled_from(regions), intensity=st.none() | st.integers(0, 10)
    )
    for mark in data.draw(st.lists(again, min_size=1, max_size=3)):
        marks.insert(data.draw(st.integers(0, len(marks))), mark)
    session = Session(marks=tuple(marks))
    once, twice = each_region_once(session)
    named = [mark.region for mark in once.marks if isinstance(mark, RegionMark)]
    assert len(set(named)) == len(named)
    assert len(session.marks) - len(once.marks) >= len(twice)
    others = [mark for mark in marks if not isinstance(mark, RegionMark)]
    assert [mark for mark in once.marks if not isinstance(mark, RegionMark)] == others
    before, after = (marked_skin(load_atlas(), each.marks) for each in (session, once))
    for field in ("marked", "intensity", "quality"):
        assert np.array_equal(
            getattr(before, field), getattr(after, field), equal_nan=field == "intensity"
        )
    assert each_region_once(once) == (once, ())


TWICE = [
    {"kind": "region", "region": "sacrum_right", "intensity": 3},
    {"kind": "region", "region": "calf_upper_right"},
    {"kind": "region", "region": "sacrum_right", "intensity": 8},
]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_later_mark_counts_and_it_is_told(language, tmp_path, capsys):
    told = words_in(language).count("session.marked_twice", 1)
    data = changed(marks=TWICE, language=language)
    opened = answer("open", {"document": {"language": language}, "file": base64_of(data)})
    assert opened["notes"] == [told]
    assert [(each["region"], each["intensity"]) for each in opened["session"]["marks"]] == [
        ("calf_upper_right", None), ("sacrum_right", 8)
    ]  # fmt: skip
    path = tmp_path / "twice.json"
    path.write_bytes(data)
    for command in (["match", "--drawing", str(path)], ["compare", str(path), str(path)]):
        assert main(command) == 0
        assert told in capsys.readouterr().out


UNKNOWN = [RegionMark(region="elbow_right"), RegionMark(region="sacrum_right")]
LEFT_OUT = "This atlas does not know 1 region of the session: elbow_right."


def test_what_the_atlas_does_not_know_is_told_by_app_and_command_and_stays(tmp_path, capsys):
    path, page = tmp_path / "old.json", tmp_path / "page.svg"
    path.write_text(as_text(Session(marks=tuple(UNKNOWN), kept=("elbow:left",))))
    opened = answer("open", {"file": base64_of(path.read_bytes())})
    assert opened["notes"][0] == LEFT_OUT
    assert len(opened["notes"]) == 2
    assert [each["region"] for each in opened["session"]["marks"]] == [
        "elbow_right",
        "sacrum_right",
    ]
    assert opened["session"]["kept"] == ["elbow:left"]
    assert main(["handout", str(path), "-o", str(page), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["notes"] == opened["notes"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_opening_leaves_the_language_of_the_page(language):
    data = changed(language="es" if language == "en" else "en", text="Mi pierna duele.")
    opened = answer("open", {"document": {"language": language}, "file": base64_of(data)})
    assert opened["session"]["language"] == language
    assert opened["session"]["text"] == "Mi pierna duele."


GOOD = [as_text(leg(0, 9)), as_text(leg(20, 5))]


@pytest.mark.parametrize("name", sorted(HOSTILE)[::25])
def test_one_bad_file_is_named_and_left_out_in_app_and_command(name, tmp_path, capsys):
    if len(HOSTILE[name]) > MOST_BYTES:
        return
    found = answer("compare", {"files": files_of(GOOD[0], HOSTILE[name], GOOD[1])})["comparison"]
    assert len(found["visits"]) == 2
    assert found["notes"][0].startswith('"file2.json" was left out: ')
    assert is_one_sentence(found["notes"][0])
    paths = [tmp_path / f"file{number}.json" for number in (1, 2, 3)]
    for path, data in zip(paths, (GOOD[0], HOSTILE[name], GOOD[1]), strict=True):
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    assert main(["compare", *map(str, paths), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    # The command names the path, as far as there is room: the end of it counts.
    assert re.sub(r'^"[^"]*/', '"', printed["notes"][0]) == found["notes"][0]
    assert printed["sentence"] == found["sentence"]


def test_too_few_files_that_are_left_are_one_sentence_that_names_the_bad_ones(tmp_path, capsys):
    files = files_of("{", GOOD[0], b"\xff", "", "[]")
    said = answer("compare", {"files": files})["trouble"]
    assert said.startswith('there are not two files left to compare: "file1.json" was left out: ')
    assert '"file3.json"' in said
    assert said.endswith(" and 1 more")
    assert "comparison" in answer("compare", {"files": files, "own": True})
    path = tmp_path / "bad.json"
    path.write_text("{")
    assert main(["compare", str(path), str(path)]) == 2
    assert 'bad.json" was left out' in capsys.readouterr().err


def test_the_name_of_a_file_is_shown_as_one_short_line():
    files = files_of("{", "{", GOOD[0])
    files[0]["name"], files[1]["name"] = "a\nb\x00c\ud800", "x" * 5000
    said = answer("compare", {"files": files})["trouble"]
    assert "a b c " in said
    assert len(said) < 500
    assert "\n" not in said


def test_the_same_file_twice_is_about_the_same():
    found = answer("compare", {"files": files_of(GOOD[0], GOOD[0])})["comparison"]
    assert found["sentence"] == "The pain is about the same as before."
    assert len({each["when"] for each in found["visits"]}) == 2


RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
}


@given(st.text(max_size=150) | printable, st.sampled_from(["referral-map", "handout", "visits"]))
@example("../../etc/passwd", "handout")
@example("CON", "visits")
@example("a" * 39 + " b", "visits")
def test_a_file_name_is_one_safe_part_of_a_path(name, what):
    made = file_name(what, "2026-11-28", "json", name)
    assert re.fullmatch(rf"{what}-2026-11-28(-[^-/\\:*?\"<>|.\s]+)*\.json", made)
    assert made.split(".")[0] not in RESERVED
    assert len(made.encode()) < 255
    assert all(unicodedata.category(each)[0] in "LNMP" for each in made)


plain_names = st.lists(
    st.text(st.characters(categories=["Ll", "Nd", "Lo"]), min_size=1, max_size=9),
    min_size=1, max_size=4,
).map(" ".join).map(lambda name: unicodedata.normalize("NFC", name.lower()))  # fmt: skip


@given(plain_names, plain_names)
def test_two_plain_names_give_two_file_names(one, other):
    made = [file_name("visits", "2026-11-28", "pdf", each) for each in (one, other)]
    assert (made[0] == made[1]) == (one == other)


def test_files_carry_the_name_only_where_it_is_wanted():
    document = Session(visited="2026-11-28", name="Ada  Lovelace").model_dump(mode="json")
    names = {
        kind: [answer(kind, asked | more)["name"] for more in ({}, {"named": True})]
        for kind, asked in {
            "save": {"document": document},
            "handout": {"document": document, **THERE},
            "compare": {"document": document, "files": files_of(GOOD[0]), "own": True, **THERE},
        }.items()
    }
    assert names == {
        "save": ["referral-map-2026-11-28.json", "referral-map-2026-11-28-ada-lovelace.json"],
        "handout": ["handout-2026-11-28.svg", "handout-2026-11-28-ada-lovelace.svg"],
        "compare": ["visits-2026-11-28.svg", "visits-2026-11-28-ada-lovelace.svg"],
    }
    two = files_of(as_text(Session(name="Ada")), as_text(Session(name="Bob")))
    made = answer("compare", {"files": two, "named": True, **THERE})["name"]
    assert made == "visits-2026-11-28.svg"


DANGER = "Since Monday I cannot hold my urine."


@pytest.mark.parametrize("rest", [f" {DANGER}", " " * (LONGEST_REST - len(DANGER)) + DANGER])
def test_danger_in_words_no_file_has_room_for_stops_self_care(rest):
    document = Session(text="x" * LONGEST_TEXT).model_dump(mode="json")
    calm, urgent = (answer("reading", {"document": document, **each})["reading"]
                    for each in ({}, {"rest": rest}))  # fmt: skip
    assert (calm["self_care"], urgent["self_care"]) == (True, False)
    pages = [answer("handout", {"document": document, **THERE, **each})["file"]
             for each in ({}, {"rest": rest})]  # fmt: skip
    assert pages[0] != pages[1]
    assert read(load_atlas(), Session(text=DANGER)).urgent
    assert answer("save", {"document": document, "rest": rest})["text"].count(DANGER) == 0


@pytest.mark.parametrize("rest", ["x" * (LONGEST_REST + 1), 7, ["x"]])
def test_more_words_than_are_heard_get_a_sentence(rest):
    said = answer("reading", {"document": None, "rest": rest})
    assert list(said) == ["trouble"]
    assert is_one_sentence(said["trouble"])


@pytest.mark.parametrize("rest", [SCRIPT, "\x00\ud800\uffff", ""])
def test_any_rest_is_read(rest):
    assert "reading" in answer("reading", {"document": WHOLE, "rest": rest})


@pytest.mark.parametrize(("locale", "said"), [
    ("en-NZ", "3 November 2026"), ("en-US", "November 3, 2026"), (None, "3 November 2026"),
    (["en-US"], "3 November 2026"),
])  # fmt: skip
def test_every_door_writes_the_date_as_the_person_does(locale, said, tmp_path, monkeypatch, capsys):
    document = Session(visited="2026-11-03T23:30:00-10:00").model_dump(mode="json")
    asked = {"document": document, "locale": locale, "files": files_of(GOOD[0]), "own": True}
    found = answer("compare", {**asked, "now": THERE["now"]})["comparison"]
    assert said in [each["when"] for each in found["visits"]]
    for kind in ("handout", "compare"):
        assert said in _svg(answer(kind, asked | THERE))
    for variable in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(variable, raising=False)
    if isinstance(locale, str):
        monkeypatch.setenv("LC_TIME", f"{locale.replace('-', '_')}.UTF-8")
    path, page = tmp_path / "visit.json", tmp_path / "page.svg"
    path.write_text(answer("save", {"document": document})["text"])
    assert main(["compare", str(path), str(path)]) == 0
    assert f"1. {said}, 11:30" in capsys.readouterr().out
    assert main(["handout", str(path), "-o", str(page)]) == 0
    assert said in page.read_text()


def _svg(made: dict) -> str:
    """The picture in an answer."""
    return base64.b64decode(made["file"]).decode()
