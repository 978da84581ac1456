"""The recognition loop: what pressing a candidate point found, and what that does to the list.

Examiners agree on two things best: whether a spot is tender (kappa 0.676) and whether pressing it
brings on the pain the person knows (kappa 0.575; Rathbone 2017, meta-analysis). Whether pain is
referred elsewhere they do not agree on (Njoo 1994), so it is not asked. Kappa, agreement beyond
chance, is how far each sign is trusted here:

- ``familiar``: tender, and recognised: two signs for it.
- ``tender``: tender, but not recognised: one sign for and one against it.
- ``nothing``: not even tender, so nothing to recognise: two signs against it.

A sign on which examiners agree with kappa k multiplies the odds by (1 + k) / (1 - k), or divides
them: that is how much likelier a second examiner finds it where the first did than where the first
did not, where half have it. In log odds, 2 atanh k. Kappa says that two examiners find the same,
not that the point is the cause: that it is the size of the step is a choice of this project.
Everything here is a pure function of the list that the drawing gave, so removing a finding restores
the earlier list.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias, TypeVar

import numpy as np

from ..domain import FINDINGS, SIDES, Finding, Side
from ..errors import UnknownName
from ..words import Words, words_in
from .match import Candidate, MatchResult, Step, ranked, rounded
from .posterior import from_log_odds, log_odds

RECOGNITION = 0.575
"""Kappa of pain recognition (Rathbone 2017)."""

TENDERNESS = 0.676
"""Kappa of tenderness (Rathbone 2017)."""

SOURCES = ("rathbone_2017", "njoo_1994")
"""Keys of the sources of these numbers."""

Findings: TypeAlias = Mapping[tuple[str, Side], Finding]
"""What pressing found, by trigger point and side."""

Allowed = TypeVar("Allowed", bound=str)


class Pattern(Protocol):
    """Something with members and a side: a candidate of a list or a column of the pattern table."""

    @property
    def trigger_point(self) -> str:
        """The point that names it."""
        ...

    @property
    def same_pattern(self) -> tuple[str, ...]:
        """The other points that have it."""
        ...

    @property
    def side(self) -> Side:
        """The patient's side."""
        ...


@dataclass(frozen=True)
class Effect:
    """The finding that counts for a pattern, and what it adds in log odds.

    Of several points with one pattern the strongest finding counts; ``nothing`` at some of them
    counts for those alone.
    """

    finding: Finding
    log_odds: float

    def on(self, posterior: float) -> float:
        """The posterior 0..1 after the finding."""
        return rounded(float(from_log_odds(log_odds(posterior) + self.log_odds)))

    @property
    def times(self) -> float:
        """What it multiplies the odds with."""
        return float(np.exp(self.log_odds))

    @property
    def factor(self) -> float:
        """What the pattern's explained pain is multiplied with where sets are compared."""
        return 1 + float(np.tanh(self.log_odds / 2))


def read_pressed(pressed: Mapping[str, str], side: Side) -> dict[tuple[str, Side], Finding]:
    """Findings by trigger point and side, from keys ``id`` or ``id:side``.

    side: the one meant where a key names none. For a point given twice the last finding counts.
    Raises UnknownName for a side or a finding that does not exist.
    """
    read: dict[tuple[str, Side], Finding] = {}
    for key, given in pressed.items():
        point, _, named = key.partition(":")
        on_side: Side = _one_of(SIDES, named or side, "side")
        finding: Finding = _one_of(FINDINGS, given, "finding")
        read.pop((point, on_side), None)
        read[point, on_side] = finding
    return read


def _one_of(allowed: tuple[Allowed, ...], given: str, kind: str) -> Allowed:
    """The one of the allowed names that was given. Raises UnknownName for another."""
    for name in allowed:
        if name == given:
            return name
    raise UnknownName(f"unknown {kind} {given!r}; allowed: {', '.join(allowed)}")


def effect_on(pattern: Pattern, findings: Findings) -> Effect | None:
    """What the findings do to a pattern; None where none of its points was pressed."""
    members = (pattern.trigger_point, *pattern.same_pattern)
    counted: list[Finding] = [
        findings[m, pattern.side] for m in members if (m, pattern.side) in findings
    ]
    if not counted:
        return None
    strongest = min(counted, key=FINDINGS.index)
    known, tender = 2 * np.arctanh(RECOGNITION), 2 * np.arctanh(TENDERNESS)
    step = {
        "familiar": tender + known,
        "tender": tender - known,
        "nothing": -(tender + known) * len(counted) / len(members),
    }[strongest]
    return Effect(strongest, float(step))


def with_pressed(result: MatchResult, pressed: Mapping[str, str]) -> MatchResult:
    """The list ranked again after points were pressed, with one step for each finding.

    pressed: ``{"piriformis_lateral": "familiar", "soleus_lower:left": "nothing"}``; without a side
    the one that is marked most is meant. All findings are given each time: they replace earlier
    ones, and without any the list is that of the drawing again. Candidates that tie keep the order
    they had. Raises UnknownName as ``read_pressed``.
    """
    drawn = result.candidates if result.drawn is None else result.drawn
    findings = read_pressed(pressed, result.pain.side)
    if not findings:
        return replace(result, candidates=drawn, steps=(), drawn=None)
    effects = [effect_on(candidate, findings) for candidate in drawn]
    moved = [
        candidate
        if effect is None
        else replace(candidate, posterior=effect.on(candidate.posterior))
        for candidate, effect in zip(drawn, effects, strict=True)
    ]
    steps = _steps(findings, drawn, moved, effects, words_in(result.language))
    in_order = sorted(moved, key=lambda candidate: -candidate.posterior)
    return replace(result, candidates=ranked(in_order), steps=steps, drawn=drawn)


def _steps(
    findings: Findings,
    drawn: Sequence[Candidate],
    moved: Sequence[Candidate],
    effects: Sequence[Effect | None],
    texts: Words,
) -> tuple[Step, ...]:
    """One step a finding, in the order given."""
    places = {
        (member, candidate.side): number
        for number, candidate in enumerate(drawn)
        for member in (candidate.trigger_point, *candidate.same_pattern)
    }
    steps: list[Step] = []
    for (point, side), finding in findings.items():
        number = places.get((point, side))
        effect = None if number is None else effects[number]
        if number is None or effect is None:
            words = texts("pressed.not_listed")
            steps.append(Step(point, side, finding, None, None, words))
            continue
        if effect.finding == finding:
            words = texts(f"pressed.{finding}", times=texts.decimal(effect.times))
        else:
            words = texts(f"pressed.another_{effect.finding}")
        steps.append(
            Step(point, side, finding, drawn[number].posterior, moved[number].posterior, words)
        )
    return tuple(steps)
