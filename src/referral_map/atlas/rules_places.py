"""Rules for the words of a trigger point: they name the side of the limb where it is measured."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from ..geometry.limbs import Segment
from ..geometry.place_language import Place
from ..geometry.skin import Skin
from .atlas import Atlas
from .problems import Problems

FOOT_HEIGHT_MM = 80.0
SLICE_MM = 8.0
"""The width of the foot is measured on the skin this near to the point, along the foot."""

INNER_PART, INNER_EDGE = 0.5, 0.8
"""Of the foot's width, from its outer edge: where its inner half, and its inner edge, begin."""

FootRules: TypeAlias = dict[str, Callable[[Place, float], bool]]
LimbRules: TypeAlias = dict[str, Callable[[float], bool]]


def _up(place: Place, _: float) -> bool:
    return bool(place.normal[1] > 0)


def _down(place: Place, _: float) -> bool:
    return bool(place.normal[1] < 0)


_UNDER = r"under (?:your|the) (?:foot|(?:inner|outer) edge)|\b(?:your|the) sole\b"
_FOOT: dict[str, FootRules] = {
    "where": {
        r"on top of (?:your|the) foot|top of your foot": _up,
        _UNDER: _down,
        r"\bon the inner edge of (?:your|the) foot": lambda _, share: share >= INNER_EDGE,
        r"\bon the outer edge of (?:your|the) foot": lambda _, share: share <= 1 - INNER_EDGE,
        r"inner edge": lambda _, share: share > INNER_PART,
        r"outer edge": lambda _, share: share < INNER_PART,
    },
    "landmarks": {
        r"\bon the dorsum\b|\bdorsolateral foot\b|\bpressed from the dorsum\b": _up,
        r"\bplantar (?:side|and)\b|\bmid-sole\b|\bof the sole\b|\bpressed from the sole\b": _down,
        r"\bmedial border of the foot\b": lambda _, share: share >= INNER_EDGE,
        r"\blateral border of the (?:foot|sole)\b": lambda _, share: share < INNER_PART,
    },
}
"""What the words of a foot's point ask of its skin: which way it faces, and its share 0..1 of the
foot's width from the outer edge."""

_LIMB: dict[str, LimbRules] = {
    "where": {
        r"\binner\b": lambda angle: np.sin(angle) < 0,
        r"\bouter\b": lambda angle: np.sin(angle) > 0,
        r"(?<!in )\bfront of (?:your|the)\b": lambda angle: np.cos(angle) > 0,
        r"\bback of (?:your|the)\b|\bat the back\b|\bcalf\b": lambda angle: np.cos(angle) < 0,
    },
    "landmarks": {
        r"\b(?:antero|postero)medial (?:\w+-)?(?:thigh|upper tibia)\b|^(?:proximal )?medial head\b":
            lambda angle: np.sin(angle) < 0,
        r"\bposterolateral (?:thigh|edge)\b|\bon the lateral side\b|^(?:proximal )?lateral head\b":
            lambda angle: np.sin(angle) > 0,
        r"\b(?:anterior|anteromedial) (?:\w+-)?thigh\b": lambda angle: np.cos(angle) > 0,
        r"\b(?:posterior|posteromedial|posterolateral) thigh\b": lambda angle: np.cos(angle) < 0,
    },
}  # fmt: skip
"""What the words of a point on the thigh or leg ask of its angle round the limb, from the front
outward."""


def _sentence(text: str) -> str:
    """The first sentence: it names the place; the next ones say how to find it."""
    return re.split(r"(?<=[.!?])\s", text)[0]


def width_share(skin: Skin, place: Place) -> float:
    """Share 0..1 of the foot's width at a right-sided place, from the outer edge to the inner."""
    beside = np.abs(skin.xyz[:, 2] - place.xyz[2]) < SLICE_MM
    across = skin.xyz[skin.right & beside & (skin.xyz[:, 1] < FOOT_HEIGHT_MM), 0]
    if not len(across) or np.ptp(across) == 0:
        return INNER_PART
    return float((place.xyz[0] - across.min()) / np.ptp(across))


def _limb_angle(segment: Segment, place: Place) -> float:
    return float(np.radians(segment.angle(place.xyz)[0]))


def words_agree_with_the_place(atlas: Atlas, problems: Problems) -> None:
    """A point on the thigh, leg or foot lies on the side of it that its words name."""
    for muscle in atlas.muscles:
        for point in muscle.trigger_points:
            if point.id not in atlas.patterns:
                continue
            place = atlas.patterns[point.id].place
            texts = {"where": _sentence(point.where), "landmarks": point.landmarks}
            for name, said in texts.items():
                for words in _wrong(atlas, muscle.part_of_body, place, name, said)[:1]:
                    problems.add(
                        f"muscles/{muscle.id}.toml",
                        f"{point.id} {name}",
                        f"says {words!r}, and its place lies elsewhere",
                    )


def _wrong(atlas: Atlas, part: str, place: Place, name: str, said: str) -> list[str]:
    """The words in a text of a point that do not fit its place."""
    segments = atlas.computed.gazetteer.segments
    if part == "foot":
        share = width_share(atlas.skin, place)
        return [words for words, fits in _named(_FOOT[name], said) if not fits(place, share)]
    if part in segments:
        angle = _limb_angle(segments[part], place)
        return [words for words, fits in _named(_LIMB[name], said) if not fits(angle)]
    return []


def _named(
    table: dict[str, Callable[..., bool]], said: str
) -> list[tuple[str, Callable[..., bool]]]:
    """What of a table a sentence names: the words as they stand, and what they ask."""
    found = ((re.search(words, said, re.IGNORECASE), fits) for words, fits in table.items())
    return [(match[0], fits) for match, fits in found if match]


RULES = (words_agree_with_the_place,)
