"""The page about visits: its words, its map, its plots, in every format and language."""

from xml.etree import ElementTree

import numpy as np
import pytest
from handouts import opened, session, text_of, words_of

from referral_map.errors import ReferralMapError
from referral_map.report import save_visits, visits_bytes, visits_figure
from referral_map.report.visits import KINDS, change_kinds
from referral_map.sessions import compare
from referral_map.words import LANGUAGES, words_in


def visit(day: int, *regions: str, intensity=None):
    felt = {"kind": "region", "intensity": intensity}
    marks = [felt | {"region": f"{name}_left"} for name in regions]
    return session(0, marks=marks, saved=f"2026-11-{day:02}T10:00:00Z")


VISITS = [
    visit(1, "thigh_back_middle", "thigh_back_lower", "calf_middle", intensity=8),
    visit(9, "thigh_back_middle", "thigh_back_lower", intensity=6),
    visit(20, "thigh_back_middle", "buttock_lower", intensity=3),
]


@pytest.fixture(scope="session")
def compared(atlas):
    """Three visits, compared in each language."""
    return {code: compare(atlas.in_language(code), VISITS) for code in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_one_page_that_says_what_changed_and_what_research_knows(atlas, compared, language):
    there, found = atlas.in_language(language), compared[language]
    content = visits_bytes(there, found, "pdf")
    reader, text, words = opened(content), text_of(content), words_in(language)
    assert len(reader.pages) == 1
    assert len(content) < 1_000_000
    assert reader.root_object["/Lang"] == language
    assert reader.metadata
    assert reader.metadata.title == words("report.visits.title")
    parts = [
        words("report.visits.title"), found.sentence, words("report.visits.map"),
        words("report.visits.trends"), words("report.visits.research"),
        there.subjects["pain_drawing_back"].paragraphs[0].text,
    ]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    for each in there.subjects["pain_drawing_back"].often_said:
        assert words("report.visits.often_said", claim=each.claim) in text
        assert each.what_research_found in text
    for kind in KINDS:
        area, share = (getattr(found.overall, f"{kind}_{each}") for each in ("cm2", "share"))
        percent = words.fine_percent(share)
        size = words("report.visits.size", area=f"{area:.0f}", share=percent)
        assert words(f"report.visits.{kind}", size=size) in text
    for visit in found.visits:
        percent = words.fine_percent(visit.share_of_skin)
        assert words("report.visits.area", area=f"{visit.area_cm2:.0f}", share=percent) in text


def test_the_map_holds_each_skin_point_once(atlas, compared):
    change = compared["en"].overall
    kinds = change_kinds(change)
    assert set(kinds.tolist()) == {-1, 0, 1, 2}
    for number, name in enumerate(KINDS):
        assert ((kinds == number) == (getattr(change, name) > 0)).all()
        assert float(atlas.skin.area[kinds == number].sum()) == pytest.approx(
            getattr(change, f"{name}_cm2"), abs=0.1
        )


def test_the_plots_show_the_numbers(atlas, compared):
    figure = visits_figure(atlas, compared["en"])
    drawn = [
        line.get_ydata()
        for ax in figure.axes
        for line in ax.lines
        if np.size(line.get_xdata()) == 3
    ]
    visits = compared["en"].visits
    for wanted in (
        [each.area_cm2 for each in visits],
        [each.worst_intensity for each in visits],
        [each.mean_intensity for each in visits],
        [each.reach["left"].cm for each in visits],
    ):
        assert any(np.allclose(wanted, line) for line in drawn)
    (reach,) = [ax for ax in figure.axes if ax.yaxis_inverted() and ax.axison]
    assert reach.get_ylim()[1] == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_visits_on_two_bodies_are_told_and_shown_in_percent_alone(atlas, language):
    bodies = ("man", "woman", "woman")
    visits = [
        each.model_copy(update={"body": body}) for each, body in zip(VISITS, bodies, strict=True)
    ]
    words, there = words_in(language), atlas.in_language(language)
    found = compare(there, visits)
    figure = visits_figure(there, found)
    text = words_of([figure])
    assert words("compare.two_bodies") in text
    assert words("report.visits.plot.share") in text
    for kind in KINDS:
        size = words.fine_percent(getattr(found.overall, f"{kind}_share"))
        assert words(f"report.visits.{kind}", size=size) in text
    for visit in found.visits:
        share = words.fine_percent(visit.share_of_skin)
        assert words("report.visits.share", share=share) in text
    shares = [100 * visit.share_of_skin for visit in found.visits]
    lines = [line.get_ydata() for ax in figure.axes for line in ax.lines]
    assert any(np.size(line) == 3 and np.allclose(shares, line) for line in lines)


def test_lines_and_shapes_differ_without_colour(atlas, compared):
    figure = visits_figure(atlas, compared["en"])
    strength = next(ax for ax in figure.axes if len(ax.lines) == 2 and ax.axison)
    assert len({line.get_linestyle() for line in strength.lines}) == 2
    assert len({str(line.get_marker()) for line in strength.lines}) == 2
    signs = {
        each.get_gid() for each in figure.findobj() if str(each.get_gid()).startswith("signs-")
    }
    assert signs == {"signs-none", "signs-burning"}


@pytest.mark.parametrize("count", [2, 40])
def test_many_visits_and_empty_ones_fit_on_the_page(atlas, count):
    many = [visit(1 + number % 28) for number in range(count)]
    text = words_of([visits_figure(atlas, compare(atlas, many))])
    assert words_in("en")("report.drawing.nothing") in text
    assert (words_in("en")("report.visits.last", number=6) in text) == (count > 6)
    assert words_in("en")("report.visits.research") in text


def test_every_format_is_written_and_others_are_not(atlas, compared, tmp_path):
    for suffix, begin in (("pdf", b"%PDF-"), ("png", b"\x89PNG"), ("svg", b"<?xml")):
        save_visits(atlas, compared["en"], tmp_path / f"page.{suffix}")
        assert (tmp_path / f"page.{suffix}").read_bytes().startswith(begin)
    root = ElementTree.parse(tmp_path / "page.svg").getroot()
    assert compared["en"].sentence.split()[-1] in "".join(root.itertext())
    with pytest.raises(ReferralMapError, match="suffix"):
        save_visits(atlas, compared["en"], tmp_path / "page.txt")
