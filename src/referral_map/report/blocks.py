"""The parts of a handout as blocks, in the order in which they are read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.axes import Axes
from matplotlib.lines import Line2D

from ..atlas import Atlas
from ..atlas.drawings import CREDIT
from ..atlas.measured import NerveShape
from ..colours import on_paper
from ..domain import STOPPING, Urgency
from ..figures import artists, inside, style
from ..matching.drawing import share_of_skin
from ..sessions import Reading
from . import pain_hatching, typeset
from .content import Advice, PointWords, first_authors, flag_lines, works, works_cited
from .flow import Beside, Block, Boxed, Halves, Paragraph, Picture, heading, plain
from .legend import Legend
from .pictures import swatch
from .typeset import Run

QUIET = on_paper("quiet")
"""The colour of what is less important: still dark enough on white and on grey."""

_SQUARE = "M0,0 16,0 16,10 0,10Z"
_SHORT_NERVE: NerveShape = {"path": "M0,5 16,5", "width": 3.0, "under": [], "line": 0}


@dataclass(frozen=True)
class Level:
    """How much a handout holds.

    without: the parts of the advice that are left out; scale, tallest: of the pictures of points,
    points a mm and points; drawing: height of the person's own drawing in points; note_lines: of
    the note; cited: letters that the sources may take; signs, advice: sizes of the type that tells
    when to see a doctor, and what to do at a point. tells_how_sure: on the fullest page what to do
    comes before it.
    """

    without: tuple[str, ...]
    scale: float
    tallest: float
    drawing: float
    note_lines: int
    cited: int
    signs: float
    advice: float = typeset.BODY
    tells_how_sure: bool = True


LEVELS = (
    Level((), 0.26, 250, 175, 12, 620, typeset.BODY),
    Level((), 0.2, 170, 130, 8, 620, 9.5),
    Level(("see_someone",), 0.19, 160, 130, 6, 620, 9.0),
    Level(("see_someone", "self_test"), 0.18, 150, 125, 4, 480, 8.5),
    Level(("see_someone", "self_test", "movement"), 0.17, 120, 110, 3, 320, 8.5),
    Level(("see_someone", "self_test", "movement"), 0.15, 84, 84, 2, 220, 8.0, 10.0),
    Level(("see_someone", "self_test", "movement"), 0.14, 76, 76, 2, 120, 8.0, 9.5),
    Level(("see_someone", "self_test", "movement"), 0.14, 76, 76, 2, 120, 8.0, 9.0),
    Level(("see_someone", "self_test", "movement"), 0.13, 70, 70, 1, 100, 8.0, 8.5),
    Level(("see_someone", "self_test", "movement"), 0.13, 70, 70, 1, 100, 8.0, 8.5, False),
    Level(("see_someone", "self_test", "movement"), 0.12, 62, 62, 1, 80, 8.0, 8.0, False),
)
"""From the most to the least; a handout takes the first that fits on its pages."""


def head(atlas: Atlas, title: str, day: str, name: str, note: Sequence[str]) -> list[Block]:
    """Title, date, and the name and the note if any, as printable lines."""
    words = atlas.words
    blocks: list[Block] = [
        Paragraph((Run(title, bold=True),), typeset.TITLE, 0.0),
        plain(words("report.date", date=day), before=2.0),
    ]
    if name:
        blocks.append(Paragraph((Run(words("report.name") + ":"), Run(name)), before=0.0))
    return blocks + (_note(Run(words("report.note") + ":", bold=True), note) if note else [])


def _note(label: Run, lines: Sequence[str]) -> list[Block]:
    """A note after its label; one that is written the other way stands below it."""
    first, *more = lines
    other_way = typeset.runs_from_the_right(first) != typeset.runs_from_the_right(label.text)
    begun = [Paragraph((label,)), plain(first, before=0.0)]
    together = [Paragraph((label, Run(first)))]
    return [*(begun if other_way else together), *(plain(line, before=0.0) for line in more)]


def note_in(lines: Sequence[str], most: int, width: float, cut: str) -> list[str]:
    """The lines of a note that fit into ``most`` printed lines; ``cut`` stands for the rest."""
    kept: list[str] = []
    used, room_beside_label = 0, width * 0.9
    for line in lines:
        broken = typeset.broken([Run(line)], typeset.BODY, room_beside_label)
        room = most - used
        if len(broken) > room:
            begun = typeset.first_lines(line, typeset.BODY, room_beside_label, max(room - 1, 0))
            return [*kept, *([f"{begun} ..."] if begun else []), cut]
        kept.append(line)
        used += len(broken)
    return kept


def drawing(atlas: Atlas, reading: Reading, pictures: Sequence[Picture]) -> list[Block]:
    """The person's own drawing, beside its numbers and a legend of its hatching."""
    words, pain = atlas.words, reading.pain
    title = heading(words("report.drawing.title"))
    nerve = () if reading.urgent else (_nerve(atlas, reading),)
    if pain.empty:
        return [title, plain(words("report.drawing.nothing")), *nerve]
    area = float(atlas.skin.area[pain.weights > 0].sum())
    share = words.fine_percent(share_of_skin(atlas, area))
    sentences = [words("report.drawing.area", area=f"{area:.0f}", share=share)]
    if pain.worst_intensity is not None:
        worst = f"{round(pain.worst_intensity, 1):g}"
        sentences.append(words("report.drawing.worst", worst=worst))
        if len(np.unique(pain.intensity[pain.weights > 0])) > 1:
            sentences.append(words("report.drawing.darker"))
    sentences.append(words("report.drawing.sides"))
    qualities = sorted(set(pain.quality[pain.weights > 0].tolist()))
    legend = Legend(tuple(_quality(atlas, number) for number in qualities))
    numbers = plain(" ".join(sentences), before=0.0)
    return [title, Beside(tuple(pictures), (numbers, legend, *nerve))]


def _nerve(atlas: Atlas, reading: Reading) -> Paragraph:
    """What points toward a nerve and toward a muscle, no verdict; and the items of the published
    list that were answered, with what they cannot tell."""
    label, model = Run(atlas.words("report.drawing.nerve"), bold=True), reading.nerve.model
    listed = f" {model.text} {model.limits}" if model else ""
    return Paragraph((label, Run(f"{reading.nerve.summary}{listed}")), before=6.0)


def _quality(atlas: Atlas, number: int) -> tuple[Picture, str]:
    quality = pain_hatching.quality_name(number)

    def draw(ax: Axes) -> None:
        artists.draw_shape(
            ax, _SQUARE, "pain", facecolor=pain_hatching.GROUND, edgecolor=pain_hatching.INK
        )
        pain_hatching.draw_signs(ax, _SQUARE, quality, 5.4)

    return swatch(draw), atlas.words(f"report.drawing.quality.{quality or 'none'}")


def red_flags(atlas: Atlas, reading: Reading, size: float = typeset.BODY) -> list[Block]:
    """When to see a doctor, in a frame, in type of a size: always there."""
    words = atlas.words
    contents: list[Block] = [heading(words("report.flags.title"), before=0.0)]
    now, today = (_signs_of(atlas, urgency, reading.marked_regions, size) for urgency in STOPPING)
    contents.append(Halves(now, today))
    # What takes nothing away although it is for now stands beside the urgent sign already.
    own = dict.fromkeys(
        flag.action_in_words(words)
        for flag in reading.sure_flags
        if not flag.stops and not (reading.urgent and flag.hides_nothing)
    )
    contents += _bullets(words("report.flags.yours"), own, size)
    asked = [flag.question for flag in reading.flags_to_ask if flag.urgency in STOPPING]
    asked += [first.words for first in reading.asked_first]
    contents += _bullets(words("report.flags.ask"), dict.fromkeys(asked), size)
    return [Boxed(tuple(contents))]


def _bullets(title: str, lines: Iterable[str], size: float, before: float = 0.0) -> list[Block]:
    """Lines under a title; nothing without a line."""
    points: list[Block] = [
        plain(line, size=size, before=before, indent=11.0, bullet=True) for line in lines
    ]
    return [Paragraph((Run(title, bold=True),), size), *points] if points else []


def _signs_of(
    atlas: Atlas, urgency: Urgency, regions: Sequence[str], size: float
) -> tuple[Block, ...]:
    title = atlas.words(f"report.flags.{urgency}")
    return tuple(_bullets(title, flag_lines(atlas, urgency, regions), size, before=1.0))


def urgent(atlas: Atlas, reading: Reading) -> list[Block]:
    """The one instruction of the most urgent sign, and why."""
    words, first = atlas.words, reading.stopping_flags[0]
    why = typeset.printable(first.why)
    calm = [flag.action_in_words(words) for flag in reading.sure_flags if flag.hides_nothing]
    contents = [
        Paragraph((Run(first.action, bold=True),), 15.0, 0.0),
        plain(words("report.urgent.why", why=why), before=8.0),
        plain(words("report.urgent.no_self_care"), before=6.0),
        plain(words("report.urgent.take"), before=6.0),
        *(plain(action, before=6.0) for action in calm),
    ]
    return [Boxed(tuple(contents), line=3.0, inside=12.0)]


def point(
    atlas: Atlas, number: int, each: PointWords, level: Level, picture: Picture, same_as: int
) -> list[Block]:
    """A trigger point: its names, its picture, and what to do beside it.

    same_as: number of an earlier point of the same muscle and so of the same advice, or 0.
    """
    title = atlas.words("report.points.heading", number=number, name=each.name)
    weak = atlas.words("report.points.weak") if each.weak else ""
    sure = each.how_sure if level.tells_how_sure else ""
    exact = " ".join(filter(None, (f"{each.exact}.", each.explains, sure, weak)))
    contents = [plain(exact, size=level.advice, before=0.0, color=QUIET)]
    for advice in each.advice:
        if advice.part == "where" or (not same_as and advice.part not in level.without):
            contents.append(_labelled(advice, level.advice))
    if same_as:
        contents.append(plain(atlas.words("report.care.same", number=same_as), size=level.advice))
    again = atlas.words("report.points.again", name=title)
    row = Beside((picture,), tuple(contents), before=2.0, again=again)
    return [heading(title, typeset.SUBHEADING, 8.0), row]


def _labelled(advice: Advice, size: float) -> Paragraph:
    runs = [run for label, text in advice.lines for run in (Run(label, bold=True), Run(text))]
    return Paragraph(tuple(runs), size, before=2.0)


def dose(atlas: Atlas) -> Paragraph:
    """How long and how often to press, said once for all points, and who found it."""
    words, said = atlas.words, atlas.dose
    found_by = words("report.sources", works=first_authors(atlas, works_cited(said.sources)))
    label = Run(words("report.care.dose"), bold=True)
    return Paragraph((label, Run(f"{said.text} {found_by}")), before=6.0)


def left_out(atlas: Atlas, level: Level) -> list[Block]:
    """One sentence on what did not fit, and when to see someone in any case."""
    words = atlas.words
    sentences = [words("report.care.see_anyone")]
    if level.without:
        parts = ", ".join(words(f"report.care.part.{part}") for part in level.without)
        sentences.append(words("report.care.left_out", parts=parts))
    return [plain(" ".join(sentences), before=7.0)]


def legend(atlas: Atlas) -> Legend:
    """What the pictures of points show."""

    def point_mark(ax: Axes) -> None:
        ax.add_line(
            Line2D([8], [5], marker="o", markersize=8, mfc="white", mec=style.INK, linestyle="")
        )
        ax.add_line(Line2D([8], [5], marker="x", markersize=4, color=style.INK, linestyle=""))

    kinds: dict[str, Callable[[Axes], object]] = {
        "point": point_mark,
        "essential": lambda ax: artists.draw_essential(ax, _SQUARE, "legend"),
        # As fine as in the pictures, of which a square mm is much smaller here.
        "spillover": lambda ax: artists.draw_spillover(ax, _SQUARE, "legend", square=0.0),
        "muscle": lambda ax: artists.draw_shape(
            ax, _SQUARE, "legend", facecolor=style.FLESH, edgecolor=style.MUSCLE_EDGE
        ),
        "nerve": lambda ax: inside.draw_nerve(ax, [_SHORT_NERVE], "legend"),
    }
    return Legend(
        tuple(
            (swatch(draw), atlas.words(f"report.points.legend.{kind}"))
            for kind, draw in kinds.items()
        ),
        together=True,
    )


def foot(atlas: Atlas, keys: Sequence[str], level: Level, weak: bool) -> list[Block]:
    """What few and weak sources are, where a point has them; sources, licence and credit, small."""
    words = atlas.words
    flags = [f for f in atlas.red_flags if f.urgency in STOPPING]
    cited = [*keys, *works_cited(key for flag in flags for key in flag.sources)]
    why_weak = f"{words('report.points.weak')} {words('report.weak_why')} " if weak else ""
    listed = works(atlas, cited, level.cited - len(why_weak))
    licence = f"{words('report.licence')} {CREDIT}"
    return [
        plain(f"{why_weak}{listed}", size=typeset.SMALL, before=9.0, color=QUIET),
        plain(licence, size=typeset.SMALL, before=2.0, color=QUIET),
        plain(
            words("report.purpose", title=atlas.purpose.title),
            size=typeset.SMALL,
            before=2.0,
            color=QUIET,
        ),
    ]
