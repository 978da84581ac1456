"""The summary: how many signs point each way, and nothing more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class _Weighed(Protocol):
    @property
    def strength(self) -> str: ...


def summary(
    nerve: Sequence[_Weighed],
    muscle: Sequence[_Weighed],
    neither: Sequence[_Weighed],
    *,
    answered: bool,
    marked: bool,
) -> str:
    """One plain sentence without a verdict."""
    if not (nerve or muscle or neither or answered or marked):
        return "Nothing is marked or answered yet."
    if not answered:
        return "A drawing alone hardly tells a nerve from a muscle, so answer the questions too."
    start = "No sign" if not nerve else _count(nerve)
    verb = "point" if len(nerve) > 1 else "points"
    return f"{start} {verb} toward a nerve, {_count(muscle)} toward a muscle or joint."


def _count(items: Sequence[_Weighed]) -> str:
    """Such as ``3 signs (1 strong)``."""
    strong = sum(item.strength == "strong" for item in items)
    counted = "1 sign" if len(items) == 1 else f"{len(items) or 'no'} signs"
    return f"{counted} ({strong} strong)" if strong else counted
