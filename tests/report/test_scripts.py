"""A name and a note are printed in any script, or what cannot be printed is named."""

import re
import unicodedata
import warnings
from io import BytesIO

import pytest
from handouts import opened, session, text_of, words_of
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.ft2font import LoadFlags
from matplotlib.image import imread
from pypdf.generic import ContentStream
from scripts import FROM_THE_RIGHT, NOTES, SHAPED, glyphs, typed

from referral_map import load_atlas
from referral_map.report import fonts, handout, handout_bytes, handout_notes
from referral_map.report.typeset import (
    BODY,
    STAND_IN,
    Run,
    broken,
    first_lines,
    printable,
    runs_from_the_right,
    unprintable,
    width_of,
)

EGYPTIAN = "\N{EGYPTIAN HIEROGLYPH A001}"


def made(script, **more):
    name, note = NOTES[script]
    return session(0, marks=(), name=name, patient_note=note, **more)


@pytest.mark.parametrize("script", NOTES)
def test_every_letter_has_a_shape_and_none_is_a_box(script):
    name, note = NOTES[script]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        figures = handout(load_atlas(), made(script))
        drawn = list(glyphs(figures))
        handout_bytes(load_atlas(), made(script), "png")
    assert len(drawn) > 500
    assert {number for _, number, _ in drawn} & {0} == set()
    assert "Last Resort High-Efficiency" not in {font for _, _, font in drawn}
    letters = "".join(char for char, _, _ in drawn)
    assert {each for each in name + note if each.isalnum()} <= set(letters)
    assert unprintable(name) == unprintable(note) == handout_notes(load_atlas(), made(script)) == []


# Urdu is drawn with a font that has the dots of a letter as shapes of their own: matplotlib says
# such a letter once for each.
@pytest.mark.parametrize("script", [each for each in NOTES if each != "Urdu"])
def test_the_words_are_found_in_the_pdf_which_stays_small(script):
    name, note = NOTES[script]
    content = handout_bytes(load_atlas(), made(script), "pdf")
    assert len(content) < 400_000
    said = " ".join([text_of(content), *actual_texts(content)])
    looked_for = (name + " " + note).split()
    assert looked_for
    if script in FROM_THE_RIGHT:
        # Each word is there; where full stops and accents stand depends on who reads the file.
        looked_for = [each for each in looked_for if each.isalpha()]
        assert len(looked_for) > 4
    assert [each for each in looked_for if each not in said] == []


def actual_texts(content: bytes) -> list[str]:
    """What a PDF file says of the shapes it holds, for readers and for a search."""
    pages = opened(content).pages
    return [
        str(operands[1]["/ActualText"])
        for page in pages
        for operands, operator in ContentStream(page.get_contents(), page.pdf).operations
        if operator == b"BDC" and "/ActualText" in operands[1]
    ]


@pytest.mark.parametrize("script", SHAPED)
def test_what_is_written_in_several_shapes_is_said_once(script):
    said = " ".join(actual_texts(handout_bytes(load_atlas(), made(script), "pdf")))
    assert NOTES[script][1] in said


@pytest.mark.parametrize("script", ["Chinese, simplified", "Hebrew", "emoji"])
def test_in_svg_they_are_shapes_which_need_no_font_of_the_reader(script):
    content = handout_bytes(load_atlas(), made(script), "svg").decode()
    assert "<text" not in content
    assert "<text" in handout_bytes(load_atlas(), made("Greek"), "svg").decode()


@pytest.mark.parametrize("script", FROM_THE_RIGHT)
def test_a_note_from_the_right_stands_at_the_right(atlas, script):
    (figure,) = handout(atlas, made(script))
    figure.canvas.draw()
    wide = figure.bbox.width
    _, note = NOTES[script]
    first = next(each for each in figure.texts if each.get_text().lstrip("\u200f") in note)
    others = [each for each in figure.texts if not runs_from_the_right(each.get_text())]
    assert len(others) > 5
    left = min(each.get_window_extent().x0 for each in others)
    assert first.get_window_extent().x1 == pytest.approx(wide - left, abs=2)
    assert first.get_window_extent().x0 > left + 2


def test_a_letter_that_no_font_has_is_named_and_a_question_mark_stands_for_it(atlas):
    note = f"{EGYPTIAN} pain {EGYPTIAN}\ue000"
    assert printable(note) == f"{STAND_IN} pain {STAND_IN}{STAND_IN}"
    assert unprintable(note) == [EGYPTIAN, "\ue000"]
    (told,) = handout_notes(atlas, session(0, patient_note=note))
    assert EGYPTIAN in told
    assert "question mark" in told
    (told,) = handout_notes(atlas.in_language("es"), session(0, name=EGYPTIAN))
    assert "interrogación" in told
    many = "".join(map(chr, range(0x13000, 0x13040)))
    assert f"and {64 - 20} more" in handout_notes(atlas, session(0, patient_note=many))[0]


def test_own_words_are_named_only_where_they_are_printed(atlas):
    calm = session(0, marks=(), text=f"my thigh burns {EGYPTIAN}")
    assert handout_notes(atlas, calm) == []
    urgent = session(0, marks=(), text=f"I cannot hold {EGYPTIAN} my urine")
    printed = words_of(handout(atlas, urgent))
    assert f"cannot hold {STAND_IN} my urine" in printed
    (told,) = handout_notes(atlas, urgent)
    assert EGYPTIAN in told


@given(typed)
def test_what_is_printed_has_a_shape_and_what_is_not_is_named(text):
    said, named = printable(text), unprintable(text)
    lines = broken([Run(said)], BODY, 200)
    drawn = [
        (item, run)
        for line in lines
        for _, run in line
        for item in fonts.font(run.families, run.bold)._layout(run.text, LoadFlags.NO_HINTING)
    ]
    assert not [item for item, _ in drawn if item.glyph_index == 0]
    printed = set("".join(run.text for line in lines for _, run in line) + "".join(named))
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        shapeless = kind in ("Cc", "Cf", "Cs") or letter.isspace() or kind[0] == "Z"
        composed = unicodedata.normalize("NFC", said + "".join(named))
        assert shapeless or letter in printed or letter in composed, hex(ord(letter))


@given(typed, st.floats(80, 500))
def test_no_line_is_wider_than_its_column_and_no_cluster_is_broken(text, width):
    said = printable(text)
    lines = broken([Run(said)], BODY, width)
    for line in lines:
        for begin, run in line:
            drawn = fonts.width_in_sizes(run.text, run.families, run.bold) * BODY
            assert begin + drawn <= width + 0.5
    kept = [run.text for line in lines for _, run in line]
    assert "".join(kept).replace(" ", "") == said.replace(" ", "")
    whole = [each for each in fonts.clusters(said) if each.strip()]
    assert [each for part in kept for each in fonts.clusters(part) if each.strip()] == whole


@given(typed, st.integers(0, 5))
def test_a_text_is_cut_after_whole_lines(text, most):
    said = printable(text)
    begun = first_lines(said, BODY, 150, most)
    assert said.startswith(begun)
    assert len(broken([Run(begun)], BODY, 150)) <= most
    assert begun == said or len(broken([Run(said)], BODY, 150)) > most


def test_chinese_fills_its_lines_and_thai_breaks_between_letters():
    chinese = "Pain " + "腰部疼痛三周" * 30
    lines = broken([Run(chinese)], BODY, 300)
    widths = [sum(width_of(run.text, BODY) for _, run in line) for line in lines[:-1]]
    assert len(widths) > 4
    assert min(widths) > 300 - 2 * BODY
    thai = broken([Run(NOTES["Thai"][1] * 3)], BODY, 100)
    marks = {"Mn", "Mc"}
    assert len(thai) > 5
    assert not [line for line in thai if unicodedata.category(line[0][1].text[0]) in marks]


def test_a_full_stop_does_not_begin_a_line_of_chinese():
    text = "腰部疼痛三周，坐着更严重。" * 20
    for width in range(100, 140, 3):
        lines = broken([Run(text)], BODY, width)
        assert len(lines) > 5
        assert not [line for line in lines if line[0][1].text[0] in "，。"]


@settings(max_examples=3)
@given(typed)
def test_a_picture_holds_what_a_pdf_holds(text):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        content = handout_bytes(load_atlas(), session(0, marks=(), patient_note=text), "png")
        handout_bytes(load_atlas(), session(0, marks=(), patient_note=text), "pdf")
    assert imread(BytesIO(content)).shape[1] > 500


@pytest.mark.parametrize(
    ("text", "font"),
    [
        ("腰部疼痛三周", "Noto Sans CJK SC"),
        ("坐著更嚴重", "Noto Sans CJK TC"),
        ("腰が痛い", "Noto Sans CJK JP"),
        ("허리", "Noto Sans CJK KR"),
    ],
)
def test_chinese_characters_have_the_shapes_of_their_language(text, font):
    assert fonts.families(text, fonts.cjk_of(text)) == (fonts.FAMILY, font)
    assert re.fullmatch("Noto Sans CJK ..", font)
