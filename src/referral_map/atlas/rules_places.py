"""Rules for the words of a trigger point: they name the side of the limb where it is measured."""

from __future__ import annotations

import re
from collections.abc import Callable

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

_UNDER = r"under (?:your|the) (?:foot|(?:inner|outer) edge)|\b(?:your|the) sole\b"
_FOOT: dict[str, Callable[[Place, float], bool]] = {
    r"on top of (?:your|the) foot|top of your foot": lambda place, _: place.normal[1] > 0,
    _UNDER: lambda place, _: place.normal[1] < 0,
    r"\bon the inner edge of (?:your|the) foot": lambda _, share: share >= INNER_EDGE,
    r"\bon the outer edge of (?:your|the) foot": lambda _, share: share <= 1 - INNER_EDGE,
    r"inner edge": lambda _, share: share > INNER_PART,
    r"outer edge": lambda _, share: share < INNER_PART,
}
"""What the words of a foot's point ask of its skin: which way it faces, and its share 0..1 of the
foot's width from the outer edge."""

_LIMB: dict[str, Callable[[float], bool]] = {
    r"\binner\b": lambda angle: np.sin(angle) < 0,
    r"\bouter\b": lambda angle: np.sin(angle) > 0,
    r"\bfront of (?:your|the)\b": lambda angle: np.cos(angle) > 0,
    r"\bback of (?:your|the)\b|\bat the back\b|\bcalf\b": lambda angle: np.cos(angle) < 0,
}
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
            place, said = atlas.patterns[point.id].place, _sentence(point.where)
            wrong: list[str] = []
            if muscle.part_of_body == "foot":
                share = width_share(atlas.skin, place)
                wrong = [w for w, fits in _named(_FOOT, said) if not fits(place, share)]
            elif muscle.part_of_body in atlas.computed.gazetteer.segments:
                angle = _limb_angle(atlas.computed.gazetteer.segments[muscle.part_of_body], place)
                wrong = [w for w, fits in _named(_LIMB, said) if not fits(angle)]
            for words in wrong[:1]:
                problems.add(
                    f"muscles/{muscle.id}.toml",
                    f"{point.id} where",
                    f"says {words!r}, and its place lies elsewhere",
                )


def _named(
    table: dict[str, Callable[..., bool]], said: str
) -> list[tuple[str, Callable[..., bool]]]:
    """What of a table a sentence names: the words as they stand, and what they ask."""
    found = ((re.search(words, said, re.IGNORECASE), fits) for words, fits in table.items())
    return [(match[0], fits) for match, fits in found if match]


RULES = (words_agree_with_the_place,)
