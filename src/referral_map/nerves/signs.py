"""Which signs are present, from the answers, the drawing and the muscles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..domain import ANSWERS, Answer
from ..errors import ReferralMapError, nearest
from .skin_areas import CORRIDOR, DERMATOMES, Compared

HIGH_IN_LIST = 5
"""The number of muscles at the head of a list of matches that count as high in it."""

LEAST_CM2 = 10.0
"""Marks smaller than this (weighted cm2) are a slip of the hand, unless they are half of all."""

HALF_OF_PAIN = 0.5
ALONG_NERVE = 0.4
"""The marks run along the nerve when this share of them lies in its corridor: whole regions, as
people click them, are wider than the corridor."""

ONE_AREA_OF_PAIN, ONE_AREA_OF_AREA = 0.7, 0.25
"""The marks fit one area when at least these shares of the pain and of the area are common."""


@dataclass(frozen=True)
class Question:
    """A question to ask: its key, its words for the patient, and the answers it takes."""

    id: str
    question: str
    answers: tuple[Answer, ...] = ANSWERS


def nerve_questions(atlas: Atlas) -> tuple[Question, ...]:
    """The questions, in the order in which they are asked."""
    return tuple(
        Question(key, sign.question)
        for key, sign in atlas.records.nerve_signs.items()
        if sign.question
    )


def checked(atlas: Atlas, answers: Mapping[str, str]) -> dict[str, bool]:
    """The answers that say yes or no, by question, as True or False.

    Raises ReferralMapError for a question that is not asked or an answer that is not allowed.
    """
    asked = [question.id for question in nerve_questions(atlas)]
    given: dict[str, bool] = {}
    for key, value in answers.items():
        if key not in asked:
            raise ReferralMapError(f"unknown question {key!r}{nearest(key, asked)}")
        if value not in ANSWERS:
            raise ReferralMapError(
                f"unknown answer {value!r} to {key!r}; allowed: {', '.join(ANSWERS)}"
                f"{nearest(value, ANSWERS)}"
            )
        if value != "not_sure":
            given[key] = value == "yes"
    return {key: given[key] for key in asked if key in given}


def high_muscles(atlas: Atlas, muscles: Iterable[str]) -> set[str]:
    """The first few different muscles of a list of matches. Raises UnknownName."""
    distinct = list(dict.fromkeys(muscles))
    for muscle in distinct:
        atlas.muscle(muscle)
    return set(distinct[:HIGH_IN_LIST])


def seen_in_drawing(
    atlas: Atlas, table: Compared, of_pain: np.ndarray, of_area: np.ndarray, pain: np.ndarray
) -> dict[str, bool]:
    """What the drawing shows, by kind, as far as it says anything; nothing for an empty drawing.

    The leg below the knee says something only together with what lies above it, and on one side: a
    calf alone hurts for as many reasons as any other muscle, and one root does not hurt both legs.
    """
    if not pain.any():
        return {}
    fits = (of_pain >= ONE_AREA_OF_PAIN) & (of_area >= ONE_AREA_OF_AREA)
    fits[[i for i, area in enumerate(table.areas) if area.id in (CORRIDOR, DERMATOMES)]] = False
    along = sum(float(of_pain[column]) for column in table.column(CORRIDOR))
    weighted = atlas.skin.area * pain
    below, above = _below_knee(atlas), _above_knee(atlas)
    comes_down = [
        _enough(weighted[half], above[half]) and _enough(weighted[half], below[half])
        for half in (slice(None, atlas.skin.half), slice(atlas.skin.half, None))
    ]
    seen = {
        "sciatic_corridor": along >= ALONG_NERVE and _enough(weighted, above),
        "one_area": bool(fits.any()),
        "groin": is_felt_in(atlas, _groin(atlas), pain),
    }
    if any(comes_down):
        return seen | ({} if all(comes_down) else {"below_knee": True})
    is_above_alone = _enough(weighted, above) and not _enough(weighted, below)
    return seen | ({"below_knee": False} if is_above_alone else {})


def is_felt_in(atlas: Atlas, regions: tuple[str, ...], pain: np.ndarray) -> bool:
    """Whether enough of a drawing ``(n,)`` lies in some regions, named without a side."""
    return _enough(atlas.skin.area * pain, _in_regions(atlas, regions))


def _enough(weighted: np.ndarray, where: np.ndarray) -> bool:
    """Whether enough of the pain, in cm2 ``(n,)``, lies where numbers or ``(n,)`` flags say."""
    inside = float(weighted[where].sum())
    return inside >= LEAST_CM2 or 0 < inside >= HALF_OF_PAIN * float(weighted.sum())


def _below_knee(atlas: Atlas) -> np.ndarray:
    """Skin below the head of the fibula on the standing body ``(n,)``."""
    return atlas.skin.xyz[:, 1] < atlas.computed.gazetteer.landmarks["fibular_head"].xyz[1]


ABOVE = ("trunk", "pelvis", "hip", "thigh")
"""Parts of the body that pain comes down from: not the knee, which is neither."""


def _above_knee(atlas: Atlas) -> np.ndarray:
    """Skin of the parts above the knee ``(n,)``."""
    numbers = [region.index for region in atlas.regions if region.part in ABOVE]
    return np.isin(atlas.skin.region, numbers)


def _groin(atlas: Atlas) -> tuple[str, ...]:
    """The regions that count as the groin."""
    signs = atlas.records.nerve_signs.values()
    return tuple(region for sign in signs if sign.drawing == "groin" for region in sign.regions)


def _in_regions(atlas: Atlas, names: tuple[str, ...]) -> np.ndarray:
    """Numbers ``(k,)`` of the skin points of some regions, on both sides."""
    order = atlas.computed.region_order
    numbers = [order.index(name) for name in names if name in order]
    both = numbers + [number + len(order) for number in numbers]
    return np.concatenate([np.zeros(0, int), *map(atlas.skin.of_region, both)])
