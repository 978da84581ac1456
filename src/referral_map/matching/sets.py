"""Several points together: the smallest sets that explain the most of a drawing.

A set is scored as one point is, with what its members explain together and all their usual
patterns::

    explained = sum(a min(p, max of w over the members))
    score     = explained / (C sum(a p) + (1 - C) sum over the members of sum(a w))

C is COVERAGE_WEIGHT; for one member this is the score of the list. Skin that two members share is
explained once but is usual for both, so a second point with nearly the same pattern does not pay.

The search is exact: branch and bound. What a member adds can only shrink as the set grows, so for
a set S still to be filled with r members, and the best score x found so far, no filling beats x
when ``explained(S) - x (C marked + (1 - C) usual(S))`` and the r best of
``added(S, j) - x (1 - C) usual(j)`` come to 0 or less. A search that takes longer than MOST_NODES
steps stops; ``best_possible`` then says what score no set of that size exceeds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np

from ..atlas import Atlas
from ..geometry.frame import SIDES
from .drawing import PainDrawing
from .pressed import effect_on, read_pressed
from .rows import Row, Rows, rows_of
from .score import from_areas
from .search import Best, Search

MOST_POINTS = 4
"""The largest set that is looked for."""

LEAST_ADDED = 0.05
"""A larger set must explain at least this share of the drawing more. A point that would explain
less on its own can therefore never be the one that is added, and is left out of the search."""


@dataclass(frozen=True)
class Member:
    """A point of a set and its own share of the drawing, in cm2 and as a part 0..1 of it."""

    trigger_point: str
    same_pattern: tuple[str, ...]
    muscle: str
    side: str
    share_cm2: float
    share: float


@dataclass(frozen=True)
class PointSet:
    """Points that together might explain the drawing, the largest share first.

    explained_cm2 is the sum of the shares; with unexplained_cm2 it is the drawing. coverage: the
    explained part 0..1. score 0..1, and best_possible: what no set of this size exceeds (equal
    to the score when the search was exact).
    """

    members: tuple[Member, ...]
    explained_cm2: float
    unexplained_cm2: float
    coverage: float
    score: float
    best_possible: float

    def as_dict(self) -> dict:
        """Plain data for JSON."""
        return {**asdict(self), "members": [
            {**asdict(member), "same_pattern": list(member.same_pattern)}
            for member in self.members
        ]}  # fmt: skip


def explain(
    atlas: Atlas,
    pain: PainDrawing,
    most: int = MOST_POINTS,
    pressed: Mapping[str, str] | None = None,
) -> tuple[PointSet, ...]:
    """The best set of one point, of two, and so on, while each explains enough more.

    most: the largest size, 1 to 4; pressed: findings as in ``with_pressed``, which make what a
    pressed point explains count more or less when sets are compared (never the shares shown).
    Raises ValueError for another size, UnknownName as ``read_pressed``.
    """
    if not 1 <= most <= MOST_POINTS:
        raise ValueError(f"a set has 1 to {MOST_POINTS} points, not {most}")
    findings = read_pressed(pressed or {}, pain.side)
    if pain.empty:
        return ()
    rows = rows_of(atlas)
    felt = _Felt.of(rows, pain.weights, findings)
    return tuple(felt.point_set(rows, best) for best in felt.growing(most))


def shortlist(
    atlas: Atlas, pain: PainDrawing, pressed: Mapping[str, str] | None = None
) -> tuple[tuple[str, str], ...]:
    """Trigger points with their sides, in order of what they do for the set with the best score.

    First its members, the largest share first; then the others by the score the set would have
    with them in a member's place. Where one point is the best set, this is the order of the list.
    """
    findings = read_pressed(pressed or {}, pain.side)
    if pain.empty:
        return ()
    rows = rows_of(atlas)
    felt = _Felt.of(rows, pain.weights, findings)
    found = felt.growing(MOST_POINTS)
    if not found:
        return ()
    best = max(found, key=lambda each: each.score)
    made = [(m.trigger_point, m.side) for m in felt.point_set(rows, best).members]
    standing = np.round(felt.search.standing(best.chosen), 9)
    for number in np.argsort(-standing, kind="stable"):
        point = rows.points[felt.columns[number]]
        if number not in best.chosen:
            made.append((point.trigger_point, point.side))
    return tuple(made)


@dataclass(frozen=True)
class _Felt:
    """A drawing reduced to what the search needs.

    columns: patterns that explain enough to be a member, best first; shared ``(f, c)`` cm2 that
    each explains of each kind of felt skin, and weight ``(f, c)`` its pattern there. Felt skin of
    one strength that lies in the same zones is one kind.
    """

    columns: list[int]
    shared: np.ndarray
    weight: np.ndarray
    marked: float
    search: Search

    @classmethod
    def of(cls, rows: Rows, pain: np.ndarray, findings: Mapping) -> _Felt:
        felt = np.flatnonzero(pain)
        marked = float(rows.area[felt] @ pain[felt])
        inner, outer = rows.explained(pain)
        worth = np.flatnonzero(inner + outer >= LEAST_ADDED * marked)
        score = from_areas((inner + outer)[worth], marked, rows.usual[worth]).score
        order = sorted(
            zip(np.round(-score, 6).tolist(), worth.tolist(), strict=True),
            key=lambda item: (item[0], *_name(rows.points[item[1]])),
        )
        columns = [column for _, column in order]
        first, area = _kinds(rows, pain, felt, columns)
        strength = pain[first, None]
        weight = rows.weights(first, columns)
        shared = area[:, None] * np.minimum(strength, weight)
        effects = [effect_on(rows.points[column], findings) for column in columns]
        factor = np.array([1.0 if effect is None else effect.factor for effect in effects])
        search = Search(shared * factor, rows.usual[columns], marked)
        return cls(columns, shared, weight, marked, search)

    def growing(self, most: int) -> list[Best]:
        """The best set of one column, of two and so on, while each explains enough more."""
        found: list[Best] = []
        enough = 0.0
        for size in range(1, min(most, len(self.columns)) + 1):
            best = self.search.best(size, enough)
            if best is None:
                break
            found.append(best)
            enough = self.search.explained(best.chosen) + LEAST_ADDED * self.marked
        return found

    def point_set(self, rows: Rows, best: Best) -> PointSet:
        """The set of the columns that were found."""
        part = list(best.chosen)
        weight = self.weight[:, part]
        # Pain goes to the member whose zone weighs most there; equal ones split it.
        owner = (weight == weight.max(axis=1, keepdims=True)) & (weight > 0)
        split = owner / np.maximum(owner.sum(axis=1, keepdims=True), 1)
        shares = (split * self.shared[:, part]).sum(axis=0)
        members = [
            Member(
                point.trigger_point, point.same_pattern, point.muscle, point.side,
                round(float(share), 1), round(float(share) / self.marked, 4),
            )
            for point, share in zip(
                (rows.points[self.columns[number]] for number in part), shares, strict=True
            )
        ]  # fmt: skip
        members.sort(key=lambda member: (-member.share_cm2, member.trigger_point, member.side))
        explained = float(shares.sum())
        return PointSet(
            tuple(members),
            round(explained, 1),
            round(max(self.marked - explained, 0.0), 1),
            round(min(explained / self.marked, 1.0), 4),
            round(min(best.score, 1.0), 4),
            round(min(best.best_possible, 1.0), 4),
        )


def _name(point: Row) -> tuple[str, int]:
    return point.trigger_point, SIDES.index(point.side)


def _kinds(
    rows: Rows, pain: np.ndarray, felt: np.ndarray, columns: list[int]
) -> tuple[np.ndarray, np.ndarray]:
    """One skin point of each kind ``(f,)`` and the cm2 of the kind."""
    if not columns:
        return felt[:0], np.zeros(0)
    # Zones as a random sum: equal zones give equal sums, others do not.
    chance = np.random.default_rng(0).random(len(columns) + 1)
    code = rows.weights(felt, columns) @ chance[1:] + pain[felt] * chance[0]
    _, first, kind = np.unique(np.round(code, 9), return_index=True, return_inverse=True)
    return felt[first], np.bincount(kind, weights=rows.area[felt], minlength=len(first))
