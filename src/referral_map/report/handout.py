"""The handout: one or two pages that a patient takes home."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.figure import Figure

from ..atlas import Atlas
from ..domain import Language
from ..sessions import Reading, Session, atlas_for, date_locale, read, written
from ..words import LANGUAGES
from . import blocks, typeset
from .content import Chosen, PointWords, chosen, names_in_a_row
from .flow import Block, fits, flowed, heading, plain
from .paper import FOOT, MARGIN, Sheet, paper_size, sheets
from .pictures import PointPicture, pain_pictures

MOST_PAGES = 2
MOST_POINTS = 4
"""More points would leave no room for the advice."""

_MOST_VIEWS = 3


@dataclass(frozen=True)
class Pages:
    """The figures of a handout, its title, and the code of its language."""

    figures: list[Figure]
    title: str
    language: Language


def handout(atlas: Atlas, session: Session, paper: str = "a4", locale: str = "") -> list[Figure]:
    """The pages of a handout, one figure each, in the session's language and on its body.

    English where that language is not installed. locale: of the person, such as ``en-NZ``, for the
    date. Raises ReferralMapError for an unknown paper.
    """
    return drawn(atlas, session, paper, locale, tall=False).figures


def drawn(atlas: Atlas, session: Session, paper: str, locale: str, tall: bool) -> Pages:
    """The pages; ``tall``, one below the other in one figure."""
    wide, high = paper_size(paper)
    atlas = atlas_for(in_its_language(atlas, session), session)
    width, column = wide - 2 * MARGIN, high - MARGIN - FOOT
    reading = read(atlas, session)
    day = written(session.visit_date or str(date.today()), date_locale(atlas.language, locale))
    pages = flowed(_fitting(atlas, reading, day, width, column), width, column)
    drawn_sheets = sheets(len(pages), paper, tall)
    for number, (sheet, page) in enumerate(zip(drawn_sheets, pages, strict=True), 1):
        for y, block in page:
            block.draw(sheet, MARGIN, MARGIN + y, width)
        _draw_foot(atlas, sheet, number, len(pages))
    figures = list(dict.fromkeys(sheet.figure for sheet in drawn_sheets))
    return Pages(figures, _title(atlas, reading), atlas.language)


def _title(atlas: Atlas, reading: Reading) -> str:
    return atlas.words("report.urgent.title" if reading.urgent else "report.title")


def in_its_language(atlas: Atlas, session: Session) -> Atlas:
    """The atlas in the session's language where there is such a language."""
    spoken = session.language in atlas.languages and session.language in LANGUAGES
    return atlas.in_language(session.language) if spoken else atlas.original


def _draw_foot(atlas: Atlas, sheet: Sheet, number: int, count: int) -> None:
    y = sheet.height - FOOT + 8
    sheet.rule(MARGIN, y, sheet.width - 2 * MARGIN, color=blocks.QUIET, linewidth=0.5)
    y += 11
    color = blocks.QUIET
    sheet.text(MARGIN, y, atlas.words("report.footer"), typeset.SMALL, color=color)
    page = atlas.words("report.page", number=number, all=count)
    sheet.text(sheet.width - MARGIN, y, page, typeset.SMALL, ha="right", color=color)


def _fitting(atlas: Atlas, reading: Reading, day: str, width: float, column: float) -> list[Block]:
    """The blocks of the fullest handout that fits on the pages."""
    content: list[Block] = []
    for content in _from_full_to_bare(atlas, reading, day, width):
        if fits(content, width, column, MOST_PAGES):
            break
    return content


def _from_full_to_bare(
    atlas: Atlas, reading: Reading, day: str, width: float
) -> Iterator[list[Block]]:
    """Handouts from the fullest to the barest; the last ones also show fewer points."""
    selected, tone = chosen(atlas, reading), reading.session.skin_tone
    drawing = pain_pictures(atlas, reading.pain, _MOST_VIEWS, tone)
    pictures = [
        PointPicture.of(atlas, each.trigger_point, each.side, tone)
        for each in selected.points[:MOST_POINTS]
    ]
    for count in range(len(pictures), -1, -1):
        for level in blocks.LEVELS:
            yield [
                *_head(atlas, reading, day, level, width),
                *(blocks.urgent(atlas, reading) if reading.urgent else ()),
                *blocks.drawing(atlas, reading, drawing.sized(level.drawing)),
                *blocks.red_flags(atlas, reading, level.signs),
                *(() if reading.urgent else _points(atlas, selected, pictures[:count], level)),
                *blocks.foot(atlas, _cited(selected, count), level, _weak(selected, count)),
            ]


def _head(
    atlas: Atlas, reading: Reading, day: str, level: blocks.Level, width: float
) -> list[Block]:
    words, session = atlas.words, reading.session
    note = blocks.note_in(
        typeset.paragraphs(session.patient_note), level.note_lines, width, words("report.note_cut")
    )
    name = typeset.printable(session.name)
    head = blocks.head(atlas, _title(atlas, reading), day, name, note)
    return head if reading.urgent else [*head, plain(words("report.intro"), before=6.0)]


def _points(
    atlas: Atlas, selected: Chosen, pictures: Sequence[PointPicture], level: blocks.Level
) -> list[Block]:
    """The heading, the points with pictures, and the names of those that do not fit."""
    words = atlas.words
    title = heading(words("report.points.title"))
    if not selected.points:
        return [title, plain(words("report.points.none"))]
    why = "kept" if selected.kept else "first"
    content: list[Block] = [
        title,
        plain(words.count(f"report.points.{why}", len(selected.points)), together=True),
        blocks.legend(atlas),
    ]
    advised: dict[str, int] = {}
    resized = [each.sized(level.scale, level.tallest) for each in pictures]
    for number, (each, picture) in enumerate(zip(selected.points, resized, strict=False), 1):
        content += blocks.point(atlas, number, each, level, picture, advised.get(each.muscle, 0))
        advised.setdefault(each.muscle, number)
    left = [each.name for each in selected.points[len(pictures) :]]
    if left:
        named = names_in_a_row(left, words)
        content.append(plain(words.count("report.points.more", len(left), names=named), before=7.0))
    if any(_pressed_as_all(atlas, each) for each in selected.points[: len(pictures)]):
        content.append(blocks.dose(atlas))
    return [*content, *blocks.left_out(atlas, level)]


def _pressed_as_all(atlas: Atlas, point: PointWords) -> bool:
    """Whether a point is to be pressed, and for as long as most: its muscle has no own dose."""
    pressed = any(advice.part == "massage" for advice in point.advice)
    return pressed and atlas.self_care[point.muscle].massage.dose is None


def _weak(selected: Chosen, count: int) -> bool:
    return any(each.weak for each in selected.points[:count])


def _cited(selected: Chosen, count: int) -> list[str]:
    return [key for each in selected.points[:count] for key in each.sources]
