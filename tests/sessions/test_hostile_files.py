"""Damaged and hostile files: one sentence each, quickly, and nothing that was there is changed."""

import json
import re

import pytest
from hostile import HOSTILE, SCRIPT, WHOLE, changed, old
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_map.cli.main import main
from referral_map.sessions import MOST_BYTES, Session, SessionError, open_session

UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def refusal(source) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(SessionError) as refused:
        open_session(source)
    return str(refused.value)


def opens_or_is_refused(data: bytes) -> bool:
    """Whether a file opens as a session or is refused with one sentence."""
    try:
        return isinstance(open_session(data).session, Session)
    except SessionError as refused:
        return is_one_sentence(str(refused))


def is_one_sentence(said: str) -> bool:
    """One line that a person can read, without a script or a word of the program's own."""
    return (
        10 < len(said) < 300
        and not UNPRINTABLE.search(said)
        and "<" not in said.replace("<=", "")
        and "Traceback" not in said
        and "pydantic" not in said
    )


def test_there_are_more_than_two_hundred():
    assert len(HOSTILE) >= 200
    assert len(set(HOSTILE.values())) >= 200


def test_the_whole_session_opens():
    opened = open_session(json.dumps(WHOLE).encode())
    assert opened.notes() == ()
    assert json.loads(opened.session.model_dump_json()) == WHOLE


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_with_one_sentence(name):
    said = refusal(HOSTILE[name])
    assert is_one_sentence(said), said


def test_a_session_cut_short_anywhere_is_refused():
    whole = json.dumps(WHOLE).encode()
    assert len(whole) > 500
    for length in range(len(whole)):
        said = refusal(whole[:length])
        assert is_one_sentence(said), said


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_are_refused(data):
    assert is_one_sentence(refusal(data))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)


@settings(max_examples=200)
@given(st.sampled_from(sorted(WHOLE)), json_values)
def test_any_value_in_any_field_opens_or_is_refused_with_one_sentence(field, value):
    assert opens_or_is_refused(changed(**{field: value}))


@settings(max_examples=200)
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_a_byte_that_is_wrong_opens_or_is_refused_with_one_sentence(place, byte):
    data = bytearray(json.dumps(WHOLE).encode())
    data[place % len(data)] = byte
    assert opens_or_is_refused(bytes(data))


@pytest.mark.parametrize("field", ["text", "clinical_note", "patient_note", "name"])
def test_a_script_is_kept_as_the_words_it_is(field):
    session = open_session(changed(**{field: SCRIPT})).session
    assert getattr(session, field) == SCRIPT


def test_a_file_of_100_mb_is_refused_by_its_size_alone(tmp_path, monkeypatch):
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(100_000_000)

    def never(*_, **__):
        raise AssertionError("it was parsed")

    monkeypatch.setattr("referral_map.sessions.files._content", lambda _: never())
    assert refusal(path) == "the session file is too large: 100.0 MB; allowed: at most 5.0 MB"
    assert refusal(str(path)) == refusal(path)


def test_a_file_without_an_end_is_refused():
    said = refusal("/dev/zero")
    assert said == f"the session file is too large: more than {MOST_BYTES / 1e6} MB"


@pytest.mark.parametrize("name", ["missing.json", "", "folder", "nul\0l"])
def test_a_file_that_is_not_there_is_one_sentence(tmp_path, name):
    (tmp_path / "folder").mkdir()
    said = refusal(tmp_path / name if name else tmp_path)
    assert said.startswith("cannot open ")
    assert "\n" not in said


def test_a_newer_session_is_told_from_a_damaged_one():
    assert refusal(changed(version=4)) == (
        "this session was made by a newer version of the map (file version 4, this one reads up "
        "to 3): update the map to open it"
    )


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (changed(colour="red"), "unknown field 'colour'"),
        (changed(note=""), "unknown field 'note'"),
        (old(clinical_note=""), "unknown field 'clinical_note'"),
        (changed(mark=[]), "unknown field 'mark'; did you mean 'marks'?"),
        (changed(marks=[{"kind": "pencil"}]), "marks[0]: its kind must be region, brush or eraser"),
        (changed(answers={"foot_drop": "perhaps"}), "answers.foot_drop: input should be 'yes'"),
        (HOSTILE["twice an answer"], "a field stands in it twice"),
        (HOSTILE["version NaN"], "holds NaN"),
        (HOSTILE["lists, 100 000 deep"], "nested too deeply"),
        (HOSTILE["UTF-32"], "not text in UTF-8 or UTF-16"),
        (HOSTILE["Latin-1"], "not text in UTF-8 or UTF-16"),
        (json.dumps(WHOLE).encode()[:-9], "damaged"),
    ],
)
def test_the_sentence_says_what_is_wrong(data, words):
    assert words in refusal(data)


def test_the_command_says_the_same_in_one_line(tmp_path, capsys):
    names = sorted(HOSTILE)[::9]
    assert len(names) > 20
    for name in names:
        path = tmp_path / "session.json"
        path.write_bytes(HOSTILE[name])
        assert main(["match", "--drawing", str(path)]) == 2
        out, err = capsys.readouterr()
        assert (out, err.count("\n")) == ("", 1)
        assert err == f"referral-map: {refusal(path)}\n"
        assert path.read_bytes() == HOSTILE[name]
