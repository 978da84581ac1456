"""What the browser asks for: files to save and to read, handouts, comparisons."""

import base64

import pytest
from sent_files import base64_of, files_of

from referral_map import load_atlas
from referral_map.app.answers import answer
from referral_map.app.questions import MOST_VISITS
from referral_map.domain import BODIES, MEASURED_BODY
from referral_map.sessions import VERSION, as_text, open_session, session_of
from referral_map.words import words_in

MARKED = {
    "format": "referral-map-session",
    "version": VERSION,
    "marks": [{"kind": "region", "region": "calf_upper_right", "intensity": 6}],
    "kept": ["gluteus_minimus_posterior:right"],
    "patient_note": "<script>alert(1)</script>",
}


def ask(kind, **fields):
    """Asks as the browser does."""
    return answer(kind, {"document": MARKED, **fields})


def text(**changes) -> str:
    return as_text(session_of(MARKED | changes))


def test_a_saved_file_opens_as_the_same_session_with_date_and_versions():
    made = ask("save")
    opened = open_session(made["text"].encode()).session
    assert made["name"].endswith(".json")
    assert opened.saved
    assert opened.visited == opened.saved
    assert opened.app_version
    assert opened.atlas_version
    same = {"visited": None, "saved": None, "app_version": "", "atlas_version": ""}
    assert opened.model_copy(update=same) == session_of(MARKED)


def test_a_file_is_read_and_given_back_whole():
    made = ask("open", file=base64_of(text(name="Ana")))
    assert session_of(made["session"]).name == "Ana"
    assert made["notes"] == []
    assert "trouble" not in made


@pytest.mark.parametrize(
    "given", ["", "{", "[]", "null", '{"format": "other"}', None, 3, "\ud800", "x" * 100]
)
def test_what_is_no_session_gets_one_sentence(given):
    made = ask("open", file=base64_of(given) if isinstance(given, str) else given)
    assert made["trouble"]
    assert "\n" not in made["trouble"]
    assert "session" not in made


@pytest.mark.parametrize("body", BODIES)
def test_a_document_is_read_on_its_body(body):
    read = answer("reading", {"document": MARKED | {"body": body}})["reading"]
    region = load_atlas(body=body).region(MARKED["marks"][0]["region"])
    assert read["body"] == body
    assert read["pain"]["area_cm2"] == pytest.approx(region.area_cm2, abs=0.11)
    assert answer("reading", {"document": MARKED})["reading"]["body"] == MEASURED_BODY


def test_each_visit_is_compared_on_its_own_body():
    files = files_of(text(body="man"), text(), text(body="woman"))
    for document in (MARKED, MARKED | {"body": "woman"}):
        made = answer("compare", {"document": document, "files": files})["comparison"]
        assert sorted(visit["body"] for visit in made["visits"]) == ["man", "man", "woman"]
        assert words_in("en")("compare.two_bodies") in made["notes"]
        assert (made["overall"]["gone_share"], made["overall"]["new_share"]) == (0, 0)
        assert made["overall"]["same_share"] > 0


def test_what_was_asked_stays_as_it_was():
    asked = {"document": MARKED, "format": "svg", "paper": "a4"}
    before = repr(asked)
    for kind in ("reading", "save", "handout"):
        assert "trouble" not in answer(kind, asked)
    assert repr(asked) == before


@pytest.mark.parametrize("kind", ["save", "handout", "compare"])
def test_nothing_is_made_of_a_document_that_cannot_be_read(kind):
    broken = MARKED | {"marks": "everything"}
    made = answer(
        kind, {"document": broken, "format": "pdf", "paper": "a4", "files": files_of(text())}
    )
    assert list(made) == ["trouble"]
    assert "cannot be read" in made["trouble"]


@pytest.mark.parametrize("document", ["all of it", 3, True, [], [["format", "x"]]])
def test_a_document_that_is_no_table_is_told_in_one_sentence(document):
    made = answer("reading", {"document": document})
    assert made["reading"]["candidates"] == []
    assert "not a session" in made["trouble"]


def test_a_file_can_be_opened_over_a_document_that_cannot_be_read():
    sent = base64_of(text(name="Ana"))
    made = answer("open", {"document": MARKED | {"marks": "everything"}, "file": sent})
    assert session_of(made["session"]).name == "Ana"


@pytest.mark.parametrize(
    ("form", "starts"), [("pdf", b"%PDF"), ("png", b"\x89PNG"), ("svg", b"<?xml")]
)
def test_a_handout_is_made_in_each_format(form, starts):
    made = ask("handout", format=form, paper="a4")
    content = base64.b64decode(made["file"])
    assert content.startswith(starts)
    assert len(content) < 1_000_000
    assert b"<script" not in content


@pytest.mark.parametrize("fields", [{"format": "exe", "paper": "a4"}, {"format": "pdf"}])
def test_another_format_or_paper_is_refused_in_a_sentence(fields):
    assert "allowed: " in ask("handout", **fields)["trouble"]


def test_visits_are_compared_with_the_page_itself():
    before = text(saved="2026-01-01T00:00:00+00:00", marks=[
        {"kind": "region", "region": "ankle_back_right", "intensity": 8},
    ])  # fmt: skip
    found = ask("compare", files=files_of(before), own=True)["comparison"]
    assert len(found["visits"]) == 2
    assert len(found["skin"]["gone"]) > 5
    assert len(found["skin"]["new"]) > 5
    assert found["sentence"]
    pdf = ask("compare", files=files_of(before), own=True, format="pdf")
    assert base64.b64decode(pdf["file"]).startswith(b"%PDF")


@pytest.mark.parametrize(
    "files",
    [[], None, "x", ["x"], [{}], files_of("{"), files_of(*[text()] * (MOST_VISITS + 1))],
)
def test_visits_that_cannot_be_compared_get_a_sentence(files):
    said = ask("compare", files=files)["trouble"]
    assert said
    assert "\n" not in said


@pytest.mark.parametrize(("content", "said"), [
    ("{", "está dañado"),
    ("", "está vacío"),
    ('{"format": "other"}', "no es una sesión"),
    (text().replace("patient_note", "patient_notes"), "decir 'patient_note'?"),
    (text().replace('"intensity": 6', '"intensity": 60'), "no se permite"),
    (text().replace("calf_upper_right", "Calf!"), "no está escrito en una forma"),
    (text().replace(f'"version": {VERSION}', '"version": 9'), "versión más nueva"),
    ("é".encode("latin-1"), "no es texto en UTF-8 ni en UTF-16"),
])  # fmt: skip
def test_why_a_file_is_not_opened_is_told_in_the_language_of_the_document(content, said):
    spanish = MARKED | {"language": "es"}
    assert said in answer("open", {"document": spanish, "file": base64_of(content)})["trouble"]


@pytest.mark.parametrize(("kind", "fields", "said"), [
    ("compare", {"files": []}, "se pueden comparar"),
    ("compare", {"files": files_of(text())}, "hacen falta dos sesiones"),
    ("handout", {"format": "exe", "paper": "a4"}, "se permite: pdf"),
])  # fmt: skip
def test_what_cannot_be_done_is_told_in_the_language_of_the_document(kind, fields, said):
    spanish = MARKED | {"language": "es"}
    assert said in answer(kind, {"document": spanish, **fields})["trouble"]


def test_what_was_done_to_a_file_is_told_in_the_language_of_the_document():
    old = '{"regions": ["calf_upper_right"]}'
    made = answer("open", {"document": MARKED | {"language": "es"}, "file": base64_of(old)})
    assert made["notes"] == [words_in("es")("session.upgraded_picture", version=0)]
    assert made["session"]["body"] == MEASURED_BODY
    said = answer("reading", {"document": MARKED | {"language": "es", "kept": ["elbow:left"]}})
    assert said["reading"]["notes"] == [
        "Este atlas no conoce 1 punto guardado de la sesión: elbow:left."
    ]
