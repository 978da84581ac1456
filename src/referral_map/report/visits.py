"""From visit to visit on one page: what has changed, where, and what research says about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Literal, TypeAlias

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from ..atlas import Atlas
from ..atlas.building import on_body
from ..atlas.drawings import CREDIT
from ..atlas.learn import subject_for
from ..colours import on_paper
from ..domain import CHANGES as KINDS
from ..domain import Changed, Quality
from ..figures import artists
from ..figures.style import INK
from ..sessions import Change, Comparison, Visit
from ..words import Words
from . import pain_hatching, typeset
from .blocks import QUIET
from .content import works, works_cited
from .flow import Beside, Block, Paragraph, Picture, fits, flowed, heading, plain
from .legend import Legend
from .paper import FOOT, MARGIN, paper_size, sheets
from .pictures import SkinPictures, swatch
from .skin_shapes import NOTHING
from .trends import trend_row
from .typeset import Run

_Edge: TypeAlias = str | tuple[int, tuple[int, int]]

_LOOKS: dict[Changed, tuple[str, Quality | Literal[""] | None, _Edge]] = {
    "gone": ("white", None, (0, (3, 2))),
    "new": (on_paper("new_on_paper"), "burning", "solid"),
    "same": (pain_hatching.GROUND, "", "solid"),
}
"""Ground, sign and edge of each kind: slashes, crosses, and nothing on it."""

_SIGN_POINTS = 5.4
_MOST_VIEWS = 3
_MOST_LISTED = 6
_MOST_CITED = 300
_SQUARE = "M0,0 16,0 16,10 0,10Z"


def visits_figure(atlas: Atlas, comparison: Comparison, paper: str = "a4") -> Figure:
    """A comparison as one page, in the language of the atlas, drawn on the body of the last visit.

    Raises ReferralMapError for a paper there is not.
    """
    atlas = on_body(atlas, comparison.visits[-1].body)
    wide, high = paper_size(paper)
    width, column = wide - 2 * MARGIN, high - MARGIN - FOOT
    content: list[Block] = []
    for content in _from_full_to_bare(atlas, comparison, width):
        if fits(content, width, column, 1):
            break
    (sheet,) = sheets(1, paper, tall=False)
    for y, block in flowed(content, width, column)[0]:
        block.draw(sheet, MARGIN, MARGIN + y, width)
    foot = sheet.height - FOOT + 19
    sheet.text(MARGIN, foot, atlas.words("report.footer"), typeset.SMALL, color=QUIET)
    return sheet.figure


def _from_full_to_bare(atlas: Atlas, comparison: Comparison, width: float) -> Iterator[list[Block]]:
    """Pages with less and less about the research, and then with smaller pictures."""
    pictures = SkinPictures.of(atlas, change_kinds(comparison.overall), _draw_change, _MOST_VIEWS)
    paragraphs = len(subject_for(atlas, "pain_draws_back").paragraphs)
    for number, tall in [(count, 190.0) for count in range(paragraphs, 2, -1)] + [
        (2, 130.0),
        (1, 100.0),
    ]:
        yield [
            *_head(atlas, comparison),
            *_map(atlas, comparison, pictures.sized(tall)),
            *_trends(atlas, comparison, width, 82.0),
            *_listed(atlas, comparison),
            *_research(atlas, number),
            plain(f"{_sources(atlas)} {CREDIT}", size=typeset.SMALL, before=6.0, color=QUIET),
        ]


def change_kinds(change: Change) -> np.ndarray:
    """What became of each skin point ``(n,)``: a place in KINDS, or NOTHING."""
    kinds = np.full(len(change.gone), NOTHING)
    for number, name in enumerate(KINDS):
        kinds[getattr(change, name) > 0] = number
    return kinds


def _head(atlas: Atlas, comparison: Comparison) -> list[Block]:
    words = atlas.words
    content: list[Block] = [
        Paragraph((Run(words("report.visits.title"), bold=True),), typeset.TITLE, 0.0),
        Paragraph((Run(comparison.sentence, bold=True),), 12.5, 6.0),
    ]
    content += [plain(line, before=1.0) for line in comparison.details]
    notes = map(typeset.printable, comparison.notes)
    content += [plain(line, before=1.0, size=9.0, color=QUIET) for line in notes]
    return content


def _map(atlas: Atlas, comparison: Comparison, pictures: Sequence[Picture]) -> list[Block]:
    """Where the pain is gone, new and the same; from the first visit to the last."""
    words, overall = atlas.words, comparison.overall
    title = heading(words("report.visits.map"))
    if not pictures:
        return [title, plain(words("report.drawing.nothing"))]
    legends = [
        Legend(((swatch(_square(number)), words(f"report.visits.{name}", size=size)),))
        for number, (name, size) in enumerate(zip(KINDS, _sizes(words, overall), strict=True))
    ]
    sides = plain(words("report.drawing.sides"))
    return [title, Beside(tuple(pictures), (*legends, sides))]


def _sizes(words: Words, change: Change) -> Iterator[str]:
    """How much is gone, new and the same: in percent alone where the visits are on two bodies."""
    areas = change.gone_cm2, change.new_cm2, change.same_cm2
    shares = change.gone_share, change.new_share, change.same_share
    for area, percent in zip(areas, map(words.fine_percent, shares), strict=True):
        told = "" if area is None else f"{area:.0f}"
        yield words("report.visits.size", area=told, share=percent) if told else percent


def _square(number: int) -> Callable[[Axes], None]:
    return lambda ax: _draw_change(ax, _SQUARE, number, 1.0)


def _draw_change(ax: Axes, path: str, kind: int, scale: float) -> None:
    ground, sign, edge = _LOOKS[KINDS[kind]]
    artists.draw_shape(
        ax,
        path,
        KINDS[kind],
        facecolor=ground,
        edgecolor=INK,
        linewidth=0.7,
        linestyle=edge,
        zorder=5,
    )
    if sign != "":
        pain_hatching.draw_signs(ax, path, sign, _SIGN_POINTS / scale, colors=INK)


def _trends(atlas: Atlas, comparison: Comparison, width: float, tall: float) -> list[Block]:
    return [
        heading(atlas.words("report.visits.trends")),
        Beside(trend_row(atlas, comparison, width, tall), ()),
    ]


def _listed(atlas: Atlas, comparison: Comparison) -> list[Block]:
    """The numbers of the last visits in words, for people who do not read plots."""
    words, visits = atlas.words, comparison.visits
    first = max(len(visits) - _MOST_LISTED, 0)
    content: list[Block] = []
    if first:
        content.append(
            plain(words("report.visits.last", number=_MOST_LISTED), size=9.0, before=6.0)
        )
    for number, visit in enumerate(visits[first:], first + 1):
        # The dates of the plots stand close above the first line.
        before = 1.0 if content else 6.0
        said = _numbers(words, number, visit, comparison.one_body)
        content.append(plain(said, size=9.0, before=before))
    return content


def _numbers(words: Words, number: int, visit: Visit, one_body: bool) -> str:
    measure, share = "area" if one_body else "share", words.fine_percent(visit.share_of_skin)
    parts = [words(f"report.visits.{measure}", area=f"{visit.area_cm2:.0f}", share=share)]
    if visit.worst_intensity is not None and visit.mean_intensity is not None:
        worst, mean = (f"{round(n, 1):g}" for n in (visit.worst_intensity, visit.mean_intensity))
        parts.append(words("report.visits.strength", worst=worst, mean=mean))
    parts += [
        words(f"report.visits.reach.{side}", cm=f"{far.cm:.0f}")
        for side, far in visit.reach.items()
        if far
    ]
    return words("report.visits.line", number=number, day=visit.when, said=", ".join(parts))


def _research(atlas: Atlas, most: int) -> list[Block]:
    """What research does and does not show; always with what is unproven about massage."""
    subject = subject_for(atlas, "pain_draws_back")
    content = [plain(each.text) for each in subject.paragraphs[:most]]
    for each in subject.often_said:
        label = Run(atlas.words("report.visits.often_said", claim=each.claim), bold=True)
        content.append(Paragraph((label, Run(each.what_research_found))))
    return [heading(atlas.words("report.visits.research")), *content]


def _sources(atlas: Atlas) -> str:
    subject = subject_for(atlas, "pain_draws_back")
    cited = [key for each in (*subject.paragraphs, *subject.often_said) for key in each.sources]
    return works(atlas, works_cited(cited), _MOST_CITED)
