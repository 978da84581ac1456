"""The summary: how many signs point each way, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..domain import Strength
from ..words import Words


class _Weighed(Protocol):
    @property
    def strength(self) -> Strength: ...


def summary(
    nerve: Sequence[_Weighed],
    muscle: Sequence[_Weighed],
    neither: Sequence[_Weighed],
    words: Words,
    *,
    answered: bool,
    marked: bool,
) -> str:
    """One plain sentence without a verdict."""
    if not (nerve or muscle or neither or answered or marked):
        return words("nerves.nothing_yet")
    if not answered:
        return words("nerves.only_drawn")
    counts = {"nerve": _count(nerve, words), "muscle": _count(muscle, words)}
    if not nerve:
        return words("nerves.summary.none", muscle=counts["muscle"])
    return words.count("nerves.summary", len(nerve), **counts)


def _count(items: Sequence[_Weighed], words: Words) -> str:
    """Such as ``3 signs (1 strong)``."""
    strong = sum(item.strength == "strong" for item in items)
    counted = words.count("nerves.signs", len(items)) if items else words("nerves.signs.none")
    return words.count("nerves.strong", strong, signs=counted) if strong else counted
