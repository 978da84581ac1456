"""Names and notes are shown as words, whatever is in them."""

import unicodedata
import warnings
from io import BytesIO
from xml.etree import ElementTree

import pytest
from handouts import opened, session, text_of
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.image import imread

from referral_map import load_atlas
from referral_map.report import handout_bytes
from referral_map.report.fonts import is_plain
from referral_map.report.typeset import (
    BODY,
    Run,
    broken,
    paragraphs,
    printable,
    unprintable,
    width_of,
)
from referral_map.words import words_in

NASTY = [
    "$x^2$ and \\frac{1}{2} $", "<script>alert(1)</script>", "]]> <!-- & \"' -->", "a" * 120,
    "\N{RIGHT-TO-LEFT OVERRIDE}gnp.exe", "漢字 😀",
    "مرحبا שלום", "e" + "\N{COMBINING ACUTE ACCENT}" * 30, "(brackets) \\(and\\) 100% {0} {name}",
]  # fmt: skip

words_of_strangers = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("$<>&\\{}\n\t"), max_size=120
)


@pytest.mark.parametrize("name", NASTY)
def test_it_is_shown_as_words_in_the_pdf(name):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        content = handout_bytes(load_atlas(), session(0, marks=(), name=name), "pdf")
    said = printable(name)
    assert said
    text = text_of(content).replace(" ", "")
    # Writing from right to left is read back in another order.
    if said.isascii():
        assert said.replace(" ", "") in text


@settings(max_examples=5)
@given(words_of_strangers, words_of_strangers)
def test_svg_stays_svg_and_holds_the_words_as_words(name, note):
    made = session(0, marks=(), name=name, patient_note=note)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        root = ElementTree.fromstring(handout_bytes(load_atlas(), made, "svg"))
    tags = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert {"svg", "g", "path"} <= tags
    assert tags.isdisjoint({"script", "a", "image", "foreignObject", "iframe", "animate", "set"})
    attributes = {key.lower() for element in root.iter() for key in element.attrib}
    assert not [key for key in attributes if key.startswith("on")]
    if printable(name) and is_plain(printable(name) + printable(note)):
        said = "".join("".join(root.itertext()).split())
        assert "".join(printable(name).split()) in said


def test_a_picture_is_a_picture(atlas):
    content = handout_bytes(atlas, session(4, language="es"), "png")
    assert len(content) < 1_000_000
    pixels = imread(BytesIO(content))
    assert pixels.shape[0] > 2 * pixels.shape[1]
    assert 0.03 < (pixels[..., :3].mean(axis=2) < 0.6).mean() < 0.4


@pytest.mark.parametrize("kept", [0, 4])
def test_a_long_note_is_cut_with_a_sentence_and_pushes_nothing_off(atlas, kept):
    note = "\n".join(f"Line {number} of what I was told to do." for number in range(140))
    content = handout_bytes(atlas, session(kept, patient_note=note[:5000]), "pdf")
    text = text_of(content)
    assert len(opened(content).pages) <= 2
    assert "Line 0 of" in text
    assert "Line 139 of" not in text
    assert words_in("en")("report.note_cut") in text
    assert words_in("en")("report.flags.title") in text


@given(words_of_strangers, st.floats(60, 500))
def test_no_line_is_wider_than_its_column_and_no_letter_is_lost(text, width):
    said = printable(text)
    lines = broken([Run(said, bold=False)], BODY, width)
    for line in lines:
        (begin, run), *more = line
        assert not more
        assert begin + width_of(run.text, BODY) <= width + 1e-6
    kept = "".join(run.text for line in lines for _, run in line)
    assert kept.replace(" ", "") == said.replace(" ", "")


@given(words_of_strangers)
def test_what_is_printable_stays_as_it_is(text):
    once = printable(text)
    assert printable(once) == once
    assert not [each for each in once if unicodedata.category(each) in ("Cc", "Cs", "Co")]


def test_controls_are_gone_and_what_scripts_need_is_kept():
    assert printable("漢a") == "漢a"
    assert printable("a\x00\x07b\N{RIGHT-TO-LEFT OVERRIDE}c\N{ZERO WIDTH SPACE}") == "abc"
    assert printable("می\N{ZERO WIDTH NON-JOINER}روم") == "می\N{ZERO WIDTH NON-JOINER}روم"
    assert printable(" a \t\n b ") == "a b"
    assert paragraphs("a\n\n b\nc") == ["a", "b", "c"]
    assert printable("e\N{COMBINING ACUTE ACCENT}") == "é"


def test_accents_heaped_up_on_a_letter_are_told():
    heaped = "e" + "\N{COMBINING CEDILLA}\N{COMBINING TILDE}" * 20
    assert len(printable(heaped)) < 8
    assert unprintable(heaped) == ["\N{COMBINING CEDILLA}", "\N{COMBINING TILDE}"]
