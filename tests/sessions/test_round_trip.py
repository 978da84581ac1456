"""A session is the same after it was written and opened; a save is whole or did not happen."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import numpy as np
import pytest
from hostile import HOSTILE, STROKE, WHOLE, changed, old, second
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import sessions, sizes

import referral_map
from referral_map.atlas.building import first_pose
from referral_map.cli.main import main
from referral_map.domain import MEASURED_BODY, SIDES
from referral_map.geometry.first_pose import FIRST_WINDOWS
from referral_map.matching.marks import BrushMark, EraserMark, RegionMark, reached_by
from referral_map.sessions import (
    FORMAT,
    MOST_BYTES,
    VERSION,
    Session,
    SessionError,
    as_text,
    each_region_once,
    json_schema,
    open_session,
    session_of,
    write_session,
)
from referral_map.words import LANGUAGES, words_in

DOCS = Path(__file__).resolve().parents[2] / "docs"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sessions)
def test_what_is_written_opens_as_the_same_session(tmp_path, session):
    session, _ = each_region_once(session)
    path = tmp_path / "session.json"
    write_session(session, path)
    assert open_session(path).session == session
    assert open_session(path.read_bytes()) == open_session(str(path))
    assert open_session(path).notes() == ()
    assert [each.name for each in tmp_path.iterdir()] == ["session.json"]


@given(sessions)
def test_what_is_written_obeys_the_published_schema(session):
    jsonschema.validate(json.loads(as_text(session)), json_schema())


@given(sessions)
def test_plain_data_makes_the_same_session(session):
    assert session_of(json.loads(as_text(session))) == session
    assert session_of(session.model_dump()) == session


def test_an_empty_session_is_the_shortest_one():
    assert session_of({}) == Session()
    smallest = json.dumps({"format": FORMAT, "version": VERSION}).encode()
    assert open_session(smallest).session == Session()


def test_a_session_cannot_be_changed():
    with pytest.raises(ValueError, match="frozen"):
        Session().text = "other"


def test_the_schema_in_the_docs_is_that_of_the_model(capsys):
    assert main(["session-schema"]) == 0
    printed = capsys.readouterr().out
    assert (DOCS / "session.schema.json").read_text(encoding="utf-8") == printed
    assert json.loads(printed) == json_schema()
    jsonschema.Draft202012Validator.check_schema(json_schema())


def test_the_schema_refuses_what_is_wrong_in_a_field():
    check = jsonschema.Draft202012Validator(json_schema())
    assert check.is_valid(WHOLE)
    names = [name for name in HOSTILE if " is " in name or name.endswith("with more")]
    names.remove("a day that is none")
    wrong = [json.loads(HOSTILE[name]) for name in names]
    assert len(wrong) > 100
    assert [n for n, each in zip(names, wrong, strict=True) if check.is_valid(each)] == []


def test_the_example_in_the_docs_opens():
    text = (DOCS / "session_format.md").read_text(encoding="utf-8")
    example = text.split("```json\n")[1].split("```")[0]
    session = open_session(example.encode()).session
    assert {type(mark).__name__ for mark in session.marks} == {
        "RegionMark", "BrushMark", "EraserMark"
    }  # fmt: skip
    assert session.answers
    assert session.pressed
    for field in Session.model_fields:
        assert f"`{field}`" in text, field
        assert f'"{field}"' in example, field


def test_the_first_form_is_brought_up_to_date():
    opened = open_session(b'{"regions": ["sacrum_right", "calf_upper_left"]}')
    assert opened.session.marks == (
        RegionMark(region="sacrum_right"),
        RegionMark(region="calf_upper_left"),
    )
    assert opened.session.version == VERSION
    assert len(opened.notes()) == 1
    assert "brought up to date" in opened.notes()[0]


def test_the_only_note_of_version_1_counts_as_the_private_one():
    opened = open_session(old(note="Weak ankle."))
    same = {name: WHOLE[name] for name in ("clinical_note", "visited", "also_hurts", "skin_tone")}
    same |= {"body": "woman", "marks": session_of(WHOLE).marks}
    assert opened.session.clinical_note == "Weak ankle."
    assert opened.session.patient_note == ""
    assert opened.session.model_copy(update=same) == session_of(WHOLE)
    for language in LANGUAGES:
        words = words_in(language)
        assert opened.notes(words)[1:] == (words("session.note_private"),)
    again = open_session(as_text(opened.session).encode())
    assert again.session == opened.session
    assert again.notes() == ()


@pytest.mark.parametrize("data", [second(), old(), b'{"regions": ["sacrum_right"]}'])
def test_a_file_of_the_old_picture_is_of_a_man_and_says_what_became_of_it(data):
    opened = open_session(data)
    assert (opened.session.version, opened.session.body) == (VERSION, MEASURED_BODY)
    assert opened.session.skin_tone == "medium"
    for language in LANGUAGES:
        words = words_in(language)
        key = "session.upgraded_picture"
        assert opened.notes(words)[0] == words(key, version=opened.upgraded_from)
    again = open_session(as_text(opened.session).encode())
    assert (again.session, again.notes()) == (opened.session, ())


def test_regions_keep_their_names_and_strokes_are_carried_over():
    marks = open_session(second()).session.marks
    before = json.loads(second())["marks"]
    assert isinstance(marks[0], RegionMark)
    assert marks[0].region == before[0]["region"]
    for mark, was in zip(marks[1:], before[1:], strict=True):
        assert not isinstance(mark, RegionMark)
        carried = first_pose().carried(was["view"], was["path"])
        assert (mark.body, mark.view, mark.size_cm) == ("man", was["view"], was["size_cm"])
        assert mark.path == tuple(carried) != tuple(map(tuple, was["path"]))


@st.composite
def first_strokes(draw) -> dict:
    """A stroke as version 2 took it: near its picture of the first body."""
    view = draw(st.sampled_from(("back", "front", "right", "left", "soles")))
    u, v, width, height = FIRST_WINDOWS["right" if view == "left" else view]
    far = max(abs(u), abs(u + width))
    # The midline itself is on no side: between the feet it was drawn apart.
    across = st.floats(-far, far).filter(bool)
    place = st.tuples(across, st.floats(v, v + height))
    path = draw(st.lists(place, min_size=1, max_size=6))
    kind = draw(st.sampled_from(("brush", "eraser")))
    return {"kind": kind, "view": view, "path": path, "size_cm": draw(sizes)}


@given(st.lists(first_strokes(), min_size=1, max_size=4), st.sampled_from([1, 2]))
def test_every_stroke_of_the_old_pictures_opens_on_the_body_of_a_man(strokes, version):
    data = json.dumps({"format": FORMAT, "version": version, "marks": strokes}).encode()
    marks = open_session(data).session.marks
    assert [mark.kind for mark in marks] == [each["kind"] for each in strokes]
    assert {mark.body for mark in marks if not isinstance(mark, RegionMark)} == {"man"}


@given(first_strokes())
def test_the_mirrored_old_stroke_is_the_mirrored_new_one(stroke):
    other = {"right": "left", "left": "right"}.get(stroke["view"], stroke["view"])
    across = stroke | {"view": other, "path": [(-u, v) for u, v in stroke["path"]]}
    one, there = (
        open_session(
            json.dumps({"format": FORMAT, "version": 2, "marks": [each]}).encode()
        ).session.marks[0]
        for each in (stroke, across)
    )
    assert isinstance(one, BrushMark | EraserMark)
    assert isinstance(there, BrushMark | EraserMark)
    mirrored = [(-u, v) for u, v in one.path]
    assert np.allclose(mirrored, there.path, atol=0.11)


# View, and the middle of a region of the right side in the picture of the first body.
FIRST_PLACES = [
    ("back", (78, 1095), "thigh_back_middle"),
    ("back", (87, 1366), "calf_upper"),
    ("front", (-89, 1277), "knee_front"),
    ("right", (-54, 1453), "leg_outer_middle"),
    ("soles", (-80, 63), "heel_under"),
]


@pytest.mark.parametrize("side", SIDES)
@pytest.mark.parametrize(("view", "place", "region"), FIRST_PLACES)
def test_an_old_stroke_lies_where_it_lay_on_the_body(atlas, view, place, region, side):
    u, v = place if side == "right" else (-place[0], place[1])
    seen = "left" if (view, side) == ("right", "left") else view
    stroke = STROKE | {"kind": "brush", "view": seen, "path": [[u, v]]}
    (mark,) = open_session(second(marks=[stroke])).session.marks
    numbers = atlas.skin.region[reached_by(atlas, mark)]
    reached = {atlas.regions[number].id for number in numbers if number >= 0}
    assert f"{region}_{side}" in reached


@pytest.mark.parametrize("version", [1, 2])
def test_an_old_file_without_marks_is_of_no_body(version):
    opened = open_session(json.dumps({"format": FORMAT, "version": version, "marks": []}).encode())
    assert opened.session.body is None
    assert opened.notes() == (words_in("en")("session.upgraded", version=version),)


@pytest.mark.parametrize(
    ("data", "where"),
    [
        (second(body="man"), "unknown field 'body'"),
        (old(skin_tone="dark"), "unknown field 'skin_tone'"),
        (second(marks=[{"kind": "brush", "body": "man", **STROKE}]), "'marks[0].body'"),
        (second(marks=[{"kind": "brush", **STROKE, "view": "palms"}]), "marks[0].view: holds"),
        (second(marks=[{"kind": "brush", **STROKE, "path": [[999, 1000]]}]), "leaves its picture"),
        (changed(body="womn"), "body: "),
    ],
)
def test_what_an_older_version_did_not_have_is_refused_and_named(data, where):
    with pytest.raises(SessionError) as told:
        open_session(data)
    assert where in str(told.value)
    for language in LANGUAGES:
        assert "\n" not in told.value.message_in(words_in(language))


@pytest.mark.parametrize("data", [old(note=""), b'{"regions": ["sacrum_right"]}'])
def test_without_a_note_nothing_is_told_of_one(data):
    opened = open_session(data)
    assert opened.session.clinical_note == ""
    assert len(opened.notes()) == 1


# What goes wrong in the middle of a save.
STOPS = {
    "the disk is full": ("os.fsync", OSError(28, "No space left on device")),
    "it cannot be put in place": ("os.replace", PermissionError(13, "Permission denied")),
    "the person stops it": ("os.replace", KeyboardInterrupt()),
    "the memory is full": ("os.fdopen", MemoryError()),
}


@pytest.mark.parametrize("name", STOPS)
def test_an_interrupted_save_leaves_the_old_file_whole(tmp_path, monkeypatch, name):
    path = tmp_path / "session.json"
    write_session(Session(text="old"), path)
    before = path.read_bytes()
    place, error = STOPS[name]

    def stop(*_, **__):
        raise error

    with monkeypatch.context() as patched:
        patched.setattr(f"referral_map.whole_files.{place}", stop)
        with pytest.raises(SessionError if isinstance(error, OSError) else type(error)) as told:
            write_session(Session(text="new"), path)
    if isinstance(error, OSError):
        assert str(told.value) == f"cannot write {str(path)!r}: {error.strerror}"
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["session.json"]


def test_a_process_that_dies_while_saving_leaves_the_old_file_whole(tmp_path):
    path = tmp_path / "session.json"
    write_session(Session(text="old"), path)
    before = path.read_bytes()
    code = (
        "import os, sys; os.fsync = lambda _: os._exit(9)\n"
        "from referral_map.sessions import Session, write_session\n"
        "write_session(Session(text='new'), sys.argv[1])"
    )
    library = str(Path(referral_map.__file__).parents[1])
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        env={**os.environ, "PYTHONPATH": library},
        check=False,
    )
    assert done.returncode == 9
    assert path.read_bytes() == before


def test_a_link_stays_a_link(tmp_path):
    real, link = tmp_path / "real.json", tmp_path / "link.json"
    write_session(Session(text="old"), real)
    link.symlink_to(real)
    write_session(Session(text="new"), link)
    assert link.is_symlink()
    assert open_session(real).session.text == "new"


@pytest.mark.parametrize("place", ["folder", "no/such/file.json", "nul\0l"])
def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path, place):
    (tmp_path / "folder").mkdir()
    with pytest.raises(SessionError, match="cannot write") as told:
        write_session(Session(), tmp_path / place)
    assert "\n" not in str(told.value)
    assert [each.name for each in tmp_path.rglob("*")] == ["folder"]


def test_the_largest_session_can_be_opened_again(tmp_path):
    places = tuple((number + 1 / 7, 900 + 1 / 7) for number in range(100)) * 20
    place = {"body": "woman", "view": "front", "path": places}
    stroke = BrushMark(**place, size_cm=3 + 1 / 7, intensity=1 / 7)
    dabs = [
        RegionMark(region=f"{'r' * 76}{number:04}", intensity=1 / 7, quality="electric")
        for number in range(1975)
    ]
    points = [f"{'p' * 80}{number:04}:right"[-86:] for number in range(1000)]
    largest = Session(
        marks=(*[stroke] * 25, *dabs),
        answers={f"{'q' * 75}{number:04}": "not_sure" for number in range(500)},
        pressed=dict.fromkeys(points, "familiar"),
        kept=tuple(points[:100]),
        text="\U0001f9b5" * 5000,
        clinical_note='"' * 5000,
        patient_note="\U0001f9b5" * 5000,
        name="\U0001f9b5" * 120,
    )
    write_session(largest, tmp_path / "largest.json")
    assert (tmp_path / "largest.json").stat().st_size < MOST_BYTES
    assert open_session(tmp_path / "largest.json").session == largest
