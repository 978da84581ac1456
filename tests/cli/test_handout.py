"""`handout`, and `compare` with a page."""

import json

import pytest
from pypdf import PdfReader

from referral_map import load_atlas
from referral_map.domain import BODIES
from referral_map.sessions import session_of, write_session

MARKS = [{"kind": "region", "region": "thigh_back_middle_right"}]


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """A folder with two saved sessions, in which the commands run."""
    monkeypatch.chdir(tmp_path)
    for name, language in (("one.json", "en"), ("other.json", "es")):
        write_session(session_of({"marks": MARKS, "language": language}), name)
    return tmp_path


def test_a_handout_is_written_in_the_session_s_language_or_another(run, saved):
    for arguments, language, width in (
        (("one.json",), "en", 595),
        (("other.json", "--paper", "letter"), "es", 612),
        (("other.json", "--language", "en"), "en", 595),
    ):
        answer = run("handout", *arguments, "-o", "out.pdf")
        written = {"en": "wrote out.pdf\n", "es": "se escribió out.pdf\n"}[language]
        assert (answer.code, answer.out, answer.err) == (0, written, "")
        reader = PdfReader(saved / "out.pdf")
        assert reader.root_object["/Lang"] == language
        assert round(float(reader.pages[0].mediabox.width)) == width


@pytest.mark.parametrize(
    ("locale", "width"),
    [
        ({"LC_ALL": "en_US.UTF-8"}, 612),
        ({"LC_ALL": "es_MX"}, 612),
        ({"LC_ALL": "", "LC_PAPER": "en_CA.utf8", "LANG": "en_NZ.UTF-8"}, 612),
        ({"LC_ALL": "en_NZ.UTF-8", "LC_PAPER": "en_US.UTF-8"}, 595),
        ({"LANG": "en_US.UTF-8"}, 612),
        ({"LANG": "es_ES.UTF-8"}, 595),
        ({"LANG": "C"}, 595),
        ({"LC_ALL": "C.UTF-8", "LANG": "en_US.UTF-8"}, 595),
        ({}, 595),
    ],
)
def test_the_paper_is_the_one_of_the_machine_s_locale(run, saved, monkeypatch, locale, width):
    for name in ("LC_ALL", "LC_PAPER", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in locale.items():
        monkeypatch.setenv(name, value)
    assert run("handout", "one.json", "-o", "out.pdf").code == 0
    assert run("compare", "one.json", "other.json", "-o", "visits.pdf").code == 0
    for name in ("out.pdf", "visits.pdf"):
        assert round(float(PdfReader(saved / name).pages[0].mediabox.width)) == width
    assert run("handout", "one.json", "-o", "out.pdf", "--paper", "a4").code == 0
    assert round(float(PdfReader(saved / "out.pdf").pages[0].mediabox.width)) == 595


@pytest.mark.usefixtures("saved")
def test_letters_that_cannot_be_printed_are_named(run):
    strange = "\N{EGYPTIAN HIEROGLYPH A001}"
    write_session(session_of({"name": f"Ana {strange} \N{HANGUL SYLLABLE GIM}"}), "strange.json")
    answer = run("handout", "strange.json", "-o", "out.pdf")
    assert strange in answer.out
    assert "\N{HANGUL SYLLABLE GIM}" not in answer.out
    notes = json.loads(run("handout", "strange.json", "-o", "out.pdf", "--json").out)["notes"]
    assert len(notes) == 1
    assert strange in notes[0]


def test_a_comparison_is_written_as_a_page_and_still_printed(run, saved):
    plain = run("compare", "one.json", "other.json", "--json")
    answer = run("compare", "one.json", "other.json", "--json", "-o", "page.svg")
    assert answer == plain
    assert (saved / "page.svg").read_text().startswith("<?xml")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["handout", "one.json"], "-o/--output"),
        (["handout", "missing.json", "-o", "out.pdf"], "cannot open 'missing.json'"),
        (["handout", "one.json", "-o", "out.doc"], "allowed: .pdf, .png, .svg"),
        (["handout", "one.json", "-o", "no/out.pdf"], "no folder 'no'"),
        (["handout", "one.json", "-o", "out.pdf", "--paper", "a3"], "--paper"),
        (["handout", "one.json", "-o", "out.pdf", "--language", "ess"], "did you mean 'es'?"),
        (["compare", "one.json", "other.json", "-o", "out.txt"], "allowed: .pdf, .png, .svg"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_writes_nothing(run, saved, arguments, words):
    answer = run(*arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1
    assert {path.name for path in saved.iterdir()} == {"one.json", "other.json"}


@pytest.mark.usefixtures("saved")
def test_a_handout_is_of_the_session_s_body_or_of_the_one_asked_for(run):
    woman = session_of({"marks": MARKS, "body": "woman"})
    write_session(woman, "woman.json")
    areas = {
        body: f"{load_atlas(body=body).region(MARKS[0]['region']).area_cm2:.0f} cm\u00b2"
        for body in BODIES
    }
    assert areas["woman"] != areas["man"]
    for name, asked, body in (
        ("one.json", (), "man"),
        ("woman.json", (), "woman"),
        ("one.json", ("--body", "woman"), "woman"),
        ("woman.json", ("--body", "man"), "man"),
    ):
        answer = run("handout", name, *asked, "-o", "out.pdf", "--json")
        assert json.loads(answer.out)["body"] == body
        text = " ".join(PdfReader("out.pdf").pages[0].extract_text().split())
        assert areas[body] in text
