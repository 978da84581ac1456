"""The reading: items in two columns, with strength and sources, and no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias, get_args

import numpy as np

from ..atlas import Atlas
from ..domain import STRENGTHS, Answer, Strength
from ..json_data import to_json
from .joints import JointShare, joints_felt
from .model import ModelItems, model_items
from .signs import checked, high_muscles, is_felt_in, seen_in_drawing
from .skin_areas import SkinShare, compared, listed
from .words import summary

Kind: TypeAlias = Literal["answer", "muscle", "drawing"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""What a sign comes from, in the order in which equal signs stand."""


class Drawing(Protocol):
    """A pain drawing: weights ``(n,)`` 0..1 on the skin points."""

    @property
    def weights(self) -> np.ndarray:
        """The weights."""
        ...


@dataclass(frozen=True)
class Item:
    """One sign. kind: ``answer``, ``muscle`` or ``drawing``, where it comes from; answer: whether
    the sign is there (``yes``) or its absence counts (``no``); text: one plain sentence."""

    id: str
    kind: Kind
    answer: Answer
    strength: Strength
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True)
class NerveReading:
    """Items toward a nerve, toward a muscle or joint, and toward neither; strongest first.

    areas: the skin of nerves that holds some of the pain; joints: those that might be felt where it
    is; model: the published model's items that were answered, None when none was; summary: one
    plain sentence without a verdict.
    """

    toward_nerve: tuple[Item, ...]
    toward_muscle: tuple[Item, ...]
    toward_neither: tuple[Item, ...]
    areas: tuple[SkinShare, ...]
    joints: tuple[JointShare, ...]
    model: ModelItems | None
    summary: str

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON, by the names of the fields."""
        return to_json(self)


def read(
    atlas: Atlas,
    pain: Drawing,
    answers: Mapping[str, str] | None = None,
    muscles: Iterable[str] = (),
) -> NerveReading:
    """What a drawing, answers and the muscles of the matches (best first) point toward.

    answers: by key of ``nerve_questions``, each ``yes``, ``no`` or ``not_sure``. Raises
    ReferralMapError for a key or value that is not known, UnknownName for such a muscle.
    """
    given = checked(atlas, answers or {})
    table = compared(atlas)
    of_pain, of_area = table.shares(atlas.skin.area, pain.weights)
    drawn = seen_in_drawing(atlas, table, of_pain, of_area, pain.weights)
    high = high_muscles(atlas, muscles)
    sore = {
        key: bool(high & set(sign.muscles))
        and (not sign.regions or is_felt_in(atlas, tuple(sign.regions), pain.weights))
        for key, sign in atlas.records.nerve_signs.items()
    }
    columns: dict[str, list[Item]] = {"nerve": [], "muscle": [], "neither": []}
    for toward, item in _items(atlas, given, drawn, sore):
        columns[toward].append(item)
    nerve, muscle, neither = (_in_order(column) for column in columns.values())
    return NerveReading(
        nerve,
        muscle,
        neither,
        listed(table, of_pain, of_area),
        joints_felt(atlas, pain.weights),
        model_items(atlas, given),
        summary(nerve, muscle, neither, atlas.words, answered=bool(given), marked=bool(drawn)),
    )


def _items(
    atlas: Atlas, given: dict[str, bool], drawn: dict[str, bool], sore: dict[str, bool]
) -> Iterator[tuple[str, Item]]:
    """Every sign with a meaning for this drawing, with its column.

    Each sign stands by itself: no item removes or weakens another.
    """
    for key, sign in atlas.records.nerve_signs.items():
        if sign.question:
            kind, there = "answer", given.get(key)
        elif sign.drawing:
            kind, there = "drawing", drawn.get(sign.drawing)
        else:
            kind, there = "muscle", sore[key] or None
        reading = None if there is None else sign.yes if there else sign.no
        if reading:
            answer = "yes" if there else "no"
            sources = tuple(reading.sources)
            yield reading.toward, Item(key, kind, answer, reading.strength, reading.text, sources)


def _in_order(items: list[Item]) -> tuple[Item, ...]:
    """The strongest first; among equals what was answered before what was drawn."""
    return tuple(
        sorted(items, key=lambda item: (STRENGTHS.index(item.strength), KINDS.index(item.kind)))
    )
