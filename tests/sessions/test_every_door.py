"""Every sign stands in every door: the app, ``match --json``, the handout and the file alike."""

from __future__ import annotations

import json

import pytest

from referral_map import load_atlas
from referral_map.app.answers import answer
from referral_map.app.browser_texts import texts
from referral_map.cli.main import main
from referral_map.domain import STOPPING
from referral_map.red_flags import every_change
from referral_map.red_flags.hearing import hear
from referral_map.report import handout
from referral_map.sessions import Session, as_text, open_session, read, session_of
from referral_map.words import LANGUAGES

FLAGS = load_atlas().red_flags
MARKS = [{"kind": "region", "region": "buttock_outer_right"}]
NOTHING_ELSE = "The pain is dull."


def words_of_handout(atlas, session: Session) -> str:
    """All words of a session's handout, with single spaces."""
    figures = handout(atlas, session)
    return " ".join(" ".join(text.get_text() for each in figures for text in each.texts).split())


def told(atlas, flag_id: str, language: str) -> str | None:
    """A sentence of the language in which the sign is heard for sure; None where there is none."""
    for each in atlas.told[language]:
        if each.sign == flag_id:
            heard = hear(atlas, each.text)
            if flag_id in heard and heard[flag_id].certainty == "sure":
                return each.text
    return None


ONLY_READ = {"en": "I read online about this: ", "es": "He leído en internet sobre esto: "}


def asked_of(atlas, flag_id: str, language: str) -> str:
    """A text of the language that makes the sign asked: one of its sentences, or only read of."""
    for each in atlas.told[language]:
        for text in (each.text, ONLY_READ[language] + each.text):
            heard = hear(atlas, text).get(flag_id) if each.sign == flag_id else None
            if heard is not None and heard.certainty == "ask":
                return text
    raise AssertionError(f"no sentence of {flag_id} is asked about in {language}")


def document(language: str, **more) -> dict:
    """The document of a person with a mark, as a browser keeps it."""
    session = session_of({"marks": MARKS, "language": language, **more})
    return json.loads(as_text(session))


def flags_in(doors: dict[str, list[dict]], flag_id: str) -> dict[str, dict]:
    """The item of a sign in each door."""
    found = {
        door: next((item for item in items if item["id"] == flag_id), None)
        for door, items in doors.items()
    }
    assert None not in found.values(), found
    return {door: item for door, item in found.items() if item is not None}


def doors_of(capsys, tmp_path, made: dict) -> dict[str, dict]:
    """What the app, the command and the file make of one document: a reading each."""
    file = tmp_path / "session.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    assert main(["match", "--drawing", str(file), "--json"]) == 0
    from_file = open_session(file).session
    atlas = load_atlas(language=made["language"])
    command = json.loads(capsys.readouterr().out)
    return {
        "app": answer("reading", {"document": made})["reading"],
        "command": command,
        "file": json.loads(json.dumps(read(atlas, from_file).as_dict())),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: flag.id)
def test_an_answered_sign_stands_in_every_door(flag, language, capsys, tmp_path):
    atlas = load_atlas(language=language)
    record = next(each for each in atlas.red_flags if each.id == flag.id)
    made = document(language, answers={flag.id: "yes"})
    doors = doors_of(capsys, tmp_path, made)
    items = flags_in({door: each["red_flags"] for door, each in doors.items()}, flag.id)
    for door, item in items.items():
        assert (item["heard"], item["action"]) == ("sure", record.action), door
        assert item["urgency"] == record.urgency
    for door, each in doors.items():
        assert each["self_care"] == (not record.takes_over), door
    assert record.action in words_of_handout(atlas, session_of(made))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: flag.id)
def test_a_sign_to_be_asked_stands_in_every_door_with_its_question(
    flag, language, capsys, tmp_path
):
    atlas = load_atlas(language=language)
    record = next(each for each in atlas.red_flags if each.id == flag.id)
    asked = asked_of(atlas, flag.id, language)
    doors = doors_of(capsys, tmp_path, document(language, text=asked))
    for door, item in flags_in({k: v["red_flags"] for k, v in doors.items()}, flag.id).items():
        assert (item["heard"], item["question"]) == ("ask", record.question), door
    decided = doors_of(capsys, tmp_path, document(language, text=asked, answers={flag.id: "no"}))
    for door, each in decided.items():
        assert flag.id not in [item["id"] for item in each["red_flags"]], door


@pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: flag.id)
def test_the_words_of_a_sign_are_heard_in_each_language_whatever_the_page_speaks(
    flag, capsys, tmp_path
):
    heard = 0
    for language in LANGUAGES:
        sentence = told(load_atlas(), flag.id, language)
        if sentence is None:
            continue
        heard += 1
        for page in LANGUAGES:
            doors = doors_of(capsys, tmp_path, document(page, text=sentence))
            flags_in({door: each["red_flags"] for door, each in doors.items()}, flag.id)
    assert heard


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flag", FLAGS, ids=lambda flag: flag.id)
def test_every_question_is_on_the_page_and_in_the_command(flag, language, capsys):
    atlas = load_atlas(language=language)
    record = next(each for each in atlas.red_flags if each.id == flag.id)
    page = next(each for each in texts(atlas)["flags"] if each["id"] == flag.id)
    assert (page["question"], page["action"]) == (record.question, record.action)
    assert main(["questions", "--json", "--language", language]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert record.question in [each["question"] for each in listed]


CHANGES = [flag for flag in FLAGS if flag.self_care is not None]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("flag", CHANGES, ids=lambda flag: flag.id)
def test_a_caution_changes_self_care_in_every_door(flag, language, capsys, tmp_path):
    assert len(CHANGES) >= 8
    atlas = load_atlas(language=language)
    change = every_change(atlas)[flag.id]
    point = change.trigger_points[0] if change.trigger_points else "gluteus_medius_1"
    made = document(language, answers={flag.id: "yes"}, kept=[f"{point}:right"])
    doors = doors_of(capsys, tmp_path, made)
    for door, each in doors.items():
        found = [item for item in each["self_care_changes"] if item["sign"] == flag.id]
        assert [item["text"] for item in found] == [change.text], door
    page = next(each for each in texts(atlas)["flags"] if each["id"] == flag.id)
    assert page["self_care"]["text"] == change.text
    paper = words_of_handout(atlas, session_of(made))
    assert " ".join(change.text.split()) in paper
    assert (atlas.words("report.care.massage") in paper) == (change.hold_back != "all")


FIRST = [flag for flag in FLAGS if flag.asked_first]


@pytest.mark.parametrize("flag", FIRST, ids=lambda flag: flag.id)
def test_marking_a_region_asks_its_questions_first_in_every_door(flag, capsys, tmp_path):
    assert len(FIRST) >= 10
    for region in flag.asked_first:
        marks = [{"kind": "region", "region": f"{region}_left"}]
        made = document("en", marks=marks)
        for door, each in doors_of(capsys, tmp_path, made).items():
            assert flag.id in [item["id"] for item in each["asked_first"]], (door, region)
        assert flag.question in words_of_handout(load_atlas(), session_of(made))
        answered = document("en", marks=marks, answers={flag.id: "no"})
        for door, each in doors_of(capsys, tmp_path, answered).items():
            assert flag.id not in [item["id"] for item in each["asked_first"]], (door, region)


def test_what_tells_of_nothing_says_nothing_of_urgency(capsys):
    assert main(["match", "--region", "buttock_outer_right", "--text", NOTHING_ELSE]) == 0
    printed = capsys.readouterr().out
    assert "urgent" not in printed.lower()
    assert "urgente" not in " ".join(load_atlas(language="es").words.texts["screen.none"])


def test_thoughts_of_dying_hide_nothing(capsys, tmp_path):
    doors = doors_of(capsys, tmp_path, document("en", answers={"thoughts_of_dying": "yes"}))
    for door, each in doors.items():
        (item,) = [item for item in each["red_flags"] if item["id"] == "thoughts_of_dying"]
        assert item["urgency"] in STOPPING, door
        assert each["self_care"] is True
        assert each["candidates"]
