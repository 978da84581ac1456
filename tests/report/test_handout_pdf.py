"""The PDF as another program reads it: pages, words in order, fonts, title, language, pictures."""

import pytest
from handouts import opened, session, text_of
from matplotlib.backends.backend_agg import FigureCanvasAgg
from pypdf.generic import DictionaryObject

from referral_map.report import PAPERS, handout
from referral_map.words import LANGUAGES, words_in

MOST_BYTES = 1_000_000
CASES = [
    (kept, language, paper)
    for kept, language, paper in (
        (0, "en", "a4"), (1, "en", "a4"), (4, "es", "letter"), (6, "en", "a4"),
    )
]  # fmt: skip


def entry(of: object, key: str) -> DictionaryObject:
    """A dictionary within a dictionary of a PDF file."""
    assert isinstance(of, DictionaryObject)
    within = of[key]
    assert isinstance(within, DictionaryObject)
    return within


@pytest.mark.parametrize(("kept", "language", "paper"), CASES)
def test_it_is_one_or_two_pages_of_the_paper_and_small(pdf, kept, language, paper):
    content = pdf(kept, language, paper)
    reader = opened(content)
    assert 1 <= len(reader.pages) <= 2
    assert len(content) < MOST_BYTES
    for page in reader.pages:
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(
            PAPERS[paper], abs=0.1
        )


@pytest.mark.parametrize("language", LANGUAGES)
def test_title_author_subject_and_language_are_set(pdf, language):
    reader, words = opened(pdf(1, language)), words_in(language)
    assert reader.metadata
    assert reader.metadata.title == words("report.title")
    assert reader.metadata.author == words("report.author")
    assert reader.metadata.subject == words("report.subject")
    assert reader.root_object["/Lang"] == language
    assert entry(reader.root_object, "/ViewerPreferences")["/DisplayDocTitle"]
    urgent = opened(pdf(1, language, urgent=True)).metadata
    assert urgent
    assert urgent.title == words("report.urgent.title")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_font_is_in_the_file_whole_letters_not_pictures(pdf, language):
    fonts = [
        font.get_object()
        for page in opened(pdf(4, language)).pages
        for font in entry(entry(page, "/Resources"), "/Font").values()
    ]
    assert len(fonts) >= 2
    for font in fonts:
        if font["/Subtype"] == "/Type0":
            font = font["/DescendantFonts"][0].get_object()
        assert font["/Subtype"] in ("/TrueType", "/CIDFontType2")
        assert "/FontFile2" in font["/FontDescriptor"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_stand_in_the_order_in_which_they_are_read(pdf, language):
    words, text = words_in(language), text_of(pdf(1, language))
    keys = (
        "title", "intro", "drawing.title", "drawing.nerve", "flags.title", "flags.now",
        "flag.saddle_numbness", "flags.today", "points.title", "points.legend.point",
        "care.where", "care.self_test", "care.massage", "care.pressure",
        "care.movement", "care.stop", "care.see_someone", "care.dose", "care.see_anyone",
    )  # fmt: skip
    places = [text.index(words(f"report.{key}")) for key in keys]
    assert places == sorted(places)
    assert text.index("Ana") < text.index("Come back.") < places[1]


def test_pictures_are_lines_and_not_dots(pdf):
    reader = opened(pdf(1))
    contents = [page.get_contents() for page in reader.pages]
    drawn = sum(each.get_data().count(b" l\n") for each in contents if each is not None)
    assert drawn > 2000
    assert not [image for page in reader.pages for image in page.images]


@pytest.mark.parametrize(("kept", "language", "paper"), CASES)
def test_no_word_leaves_the_page_or_lies_over_another(atlas, kept, language, paper):
    for figure in handout(atlas, session(kept, language=language), paper):
        figure.set_dpi(144)
        renderer = FigureCanvasAgg(figure).get_renderer()
        page = figure.bbox
        boxes = [text.get_window_extent(renderer) for text in figure.texts]
        assert len(boxes) > 20
        for box in boxes:
            assert page.x0 + 60 < box.x0
            assert box.x1 < page.x1 - 60
            assert page.y0 + 20 < box.y0
            assert box.y1 < page.y1 - 60
        # Letters reach a little over their line: a third of a line is no overlap.
        shrunk = [box.shrunk(1, 0.66) for box in boxes]
        for number, box in enumerate(shrunk):
            for other in shrunk[:number]:
                lap_x = min(box.x1, other.x1) - max(box.x0, other.x0)
                lap_y = min(box.y1, other.y1) - max(box.y0, other.y0)
                assert lap_x < 4 or lap_y < 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_smaller_than_it_should_be(atlas, language):
    sizes = {
        float(text.get_fontsize())
        for figure in handout(atlas, session(4, language=language))
        for text in figure.texts
        if len(text.get_text()) > 60
    }
    assert sizes
    # Sources and credit are the smallest; where room lacks, signs and advice go down to 8 points.
    assert {size for size in sizes if size < 8} <= {7.5}
