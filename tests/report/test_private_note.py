"""A therapist's private note is on no page that is handed out; the note for the patient is."""

import json
from io import BytesIO

import pytest
from handouts import URGENT, session, text_of
from matplotlib.image import imread
from sent_files import files_of

from referral_map import load_atlas
from referral_map.app.answers import answer
from referral_map.cli.main import main
from referral_map.report import FORMATS, handout_bytes, visits_bytes
from referral_map.sessions import FORMAT, as_text, compare, open_session
from referral_map.words import LANGUAGES

PRIVATE, SHARED = "Zxqvfear", "Wvukhint"
"""Words that stand in no text of the map."""

OLD = {"format": FORMAT, "version": 1, "saved": "2026-11-21T10:00:00Z"}


def content_of(page: bytes, form: str) -> str:
    """What a reader finds on a page: its words, or the pixels of a picture in hexadecimal."""
    if form == "pdf":
        return text_of(page)
    return imread(BytesIO(page)).tobytes().hex() if form == "png" else page.decode()


def handouts(form: str, *sessions) -> list[str]:
    """What stands on the handouts of sessions."""
    pages = [handout_bytes(load_atlas(), each, form) for each in sessions]
    assert not [page for page in pages if PRIVATE.encode() in page]
    return [content_of(page, form) for page in pages]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_note_of_an_older_file_is_in_no_handout(form, language):
    with_note, without = (
        open_session(json.dumps(OLD | {"language": language} | fields).encode()).session
        for fields in ({"note": PRIVATE}, {})
    )
    assert with_note.clinical_note == PRIVATE
    there, here = handouts(form, with_note, without)
    assert there == here


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_a_handout_has_the_note_for_the_patient_and_not_the_private_one(form, language):
    bare = session(0, marks=(), language=language)
    shared = bare.model_copy(update={"patient_note": SHARED})
    both = shared.model_copy(update={"clinical_note": PRIVATE})
    with_both, with_shared, without = handouts(form, both, shared, bare)
    assert with_both == with_shared
    assert with_shared != without
    if form != "png":
        assert SHARED in with_shared
        assert PRIVATE not in with_both


@pytest.mark.parametrize("answers", [{}, URGENT])
def test_nor_has_a_whole_handout_with_points_or_with_an_urgent_sign(answers):
    made = session(2, answers=answers, clinical_note=PRIVATE, patient_note=SHARED)
    (text,) = handouts("pdf", made)
    assert SHARED in text
    assert PRIVATE not in text


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMATS)
def test_the_page_about_visits_has_neither_note(form, language):
    atlas = load_atlas(language=language)
    bare = session(0)
    noted = session(0, clinical_note=PRIVATE, patient_note=SHARED)
    pages = [
        content_of(visits_bytes(atlas, compare(atlas, [each, each]), form), form)
        for each in (noted, bare)
    ]
    assert pages[0] == pages[1]


def test_no_answer_but_the_saved_file_holds_the_private_note():
    made = session(0, clinical_note=PRIVATE, patient_note=SHARED)
    asked = {
        "document": made.model_dump(mode="json"),
        "files": files_of(as_text(made)),
        "own": True,
    }
    for kind in ("reading", "compare"):
        found = answer(kind, asked)
        assert "trouble" not in found
        assert PRIVATE not in json.dumps(found)
    assert PRIVATE in answer("save", asked)["text"]


def test_the_command_says_that_an_older_note_is_not_printed(tmp_path, capsys):
    path, page = tmp_path / "old.json", tmp_path / "page.svg"
    path.write_text(json.dumps(OLD | {"note": PRIVATE}))
    for arguments in (["--json"], []):
        assert main(["handout", str(path), "-o", str(page), *arguments]) == 0
        printed = capsys.readouterr().out
        assert "it is not printed" in printed
        assert PRIVATE not in printed + page.read_text()
        assert json.loads(printed)["written"] == [str(page)] if arguments else True
