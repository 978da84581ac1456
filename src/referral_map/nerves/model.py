"""The published model of sciatica, as far as it is accessible: its items, not its coefficients.

Stynes and others (2018), 394 people with low back and leg pain in British general practice. Four
items were kept whichever standard was used (clinicians sure of sciatica: AUC 0.95; the same with a
fitting scan: AUC 0.82, badly calibrated); the scoring tool has a fifth, change of feeling. Its
coefficients were not accessible, so no probability is computed: the items are only counted. Two of
them were findings of an examiner, and all patients had back and leg pain.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..atlas import Atlas
from ..json_data import to_json

ITEMS = ("below_knee", "leg_worse", "neural_tension", "neurological_deficit", "sensory_change")
"""The items; their names are the texts ``model.items.<id>``."""

SOURCES = ("stynes_2018", "stynes_thesis_2017")


@dataclass(frozen=True)
class ModelItems:
    """present, absent, not_answered: items of the model by id (see ``ITEMS``)."""

    present: tuple[str, ...]
    absent: tuple[str, ...]
    not_answered: tuple[str, ...]
    text: str
    limits: str
    sources: tuple[str, ...] = SOURCES

    def as_dict(self) -> dict[str, Any]:
        """Plain data for JSON."""
        return to_json(self)


def model_items(atlas: Atlas, given: Mapping[str, bool]) -> ModelItems | None:
    """The model's items in the answers, None when no question of it was answered yes or no.

    One yes makes an item present; it is absent only when every question about it was a no.
    """
    asked: dict[str, list[bool | None]] = {item: [] for item in ITEMS}
    for key, sign in atlas.records.nerve_signs.items():
        if sign.model_item:
            asked[sign.model_item].append(given.get(key))
    if all(answer is None for answers in asked.values() for answer in answers):
        return None
    present = tuple(item for item, answers in asked.items() if True in answers)
    absent = tuple(item for item, got in asked.items() if got and all(a is False for a in got))
    open_ = tuple(item for item in ITEMS if item not in (*present, *absent))
    text = atlas.words("model.said", number=len(present), all=len(ITEMS))
    return ModelItems(present, absent, open_, text, atlas.words("model.limits"))
