"""Rules of how sure a place or a zone is: a grade is held to the sources that make it so."""

from __future__ import annotations

from collections.abc import Iterator

from .atlas import Atlas
from .credit import STUDYING, sources_of, was_read
from .how_sure import graded
from .problems import Problems
from .records import HowSure, Source


def _graded(atlas: Atlas) -> Iterator[tuple[str, str, HowSure, list[Source]]]:
    for muscle in atlas.muscles:
        for point in muscle.trigger_points:
            for part, how_sure in graded(point):
                cited = list(sources_of(atlas, how_sure.sources).values())
                yield f"muscles/{muscle.id}.toml", f"{point.id} {part} how_sure", how_sure, cited


def grades_rest_on_sources(atlas: Atlas, problems: Problems) -> None:
    """`measured` cites a study, a trial or a review that was read; `consensus` the standard work
    and a text of others that was read; what only popular pages say is `weak`."""
    for file, where, how_sure, cited in _graded(atlas):
        if not cited:
            continue
        grade, ranks = how_sure.grade, {each.rank for each in cited}
        others = {each.rank for each in cited if was_read(each)} - {"standard"}
        if grade == "measured" and not others & STUDYING:
            problems.add(
                file, where, "is measured, but cites no study, trial or review that was read"
            )
        elif grade == "consensus" and not (others and "standard" in ranks):
            problems.add(
                file, where, "is consensus, but cites not both the standard work and one of others"
            )
        elif grade in ("consensus", "single") and ranks == {"popular"}:
            problems.add(file, where, f"is {grade}, but rests on popular pages alone: it is weak")


def what_is_not_plain_is_explained(atlas: Atlas, problems: Problems) -> None:
    """What is `weak` or `measured` says why."""
    for file, where, how_sure, _ in _graded(atlas):
        if how_sure.grade in ("weak", "measured") and not how_sure.text.strip():
            problems.add(file, where, f"is {how_sure.grade} and does not say why in its text")


RULES = (grades_rest_on_sources, what_is_not_plain_is_explained)
