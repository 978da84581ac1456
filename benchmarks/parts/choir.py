"""Real pain drawings of the CHOIR body map as marks on our regions.

The drawings are those of Alter and others 2021 (PLoS ONE 16(8): e0254862, S1 Dataset, CC BY 4.0):
people of pain clinics, each of 74 parts marked or not. They are never shipped: a benchmark reads
them from a folder. Which of our regions a part of that map is, is our reading of its picture.
"""

from __future__ import annotations

import csv
import gzip
from dataclasses import dataclass
from pathlib import Path

THIRDS = ("upper", "middle", "lower")


def _each(start: str) -> tuple[str, ...]:
    return tuple(f"{start}_{third}" for third in THIRDS)


PARTS: dict[str, tuple[str, ...]] = {
    "abdomen": ("belly_upper",),
    "groin and lower belly": ("belly_lower", "groin"),
    "side of the hip, front": ("hip_front", "hip_outer_upper"),
    "front of the thigh": (*_each("thigh_front"), *_each("thigh_inner")),
    "front of the knee": ("knee_front",),
    "shin": _each("shin"),
    "front of the ankle": ("ankle_front",),
    "top of the foot": ("foot_top", "big_toe_top", "toes_top"),
    "middle back": ("back_lower_ribs",),
    "lower back": ("low_back_upper", "low_back_lower"),
    "side of the hip, back": ("hip_outer", "buttock_outer"),
    "buttock": ("buttock_upper", "buttock_lower", "sacrum"),
    "back of the thigh": _each("thigh_back"),
    "back of the knee": ("knee_back",),
    "calf": _each("calf"),
    "back of the ankle": ("ankle_back",),
    "heel and sole": (
        *("heel_under", "heel_back", "arch_of_foot"),
        *("ball_of_foot", "big_toe_under", "toes_under"),
    ),
}
"""Our regions, without a side, for the parts of the lower half of that map."""


@dataclass(frozen=True)
class Drawing:
    """The parts of the lower half that a person marked, with the patient's side.

    upper: whether the person marked the upper half as well.
    """

    parts: frozenset[tuple[str, str]]
    upper: bool

    @property
    def regions(self) -> list[str]:
        """Our regions."""
        return [f"{region}_{side}" for part, side in sorted(self.parts) for region in PARTS[part]]


def read_drawings(folder: Path) -> tuple[list[Drawing], int]:
    """The drawings with a mark on the lower half, and how many there are in all."""
    with (folder / "regions.csv").open(encoding="utf-8") as file:
        names = {row["key"]: (row["name"], row["side"]) for row in csv.DictReader(file)}
    lower = {key: named for key, named in names.items() if named[0] in PARTS}
    drawings: list[Drawing] = []
    number = 0
    with gzip.open(folder / "drawings.csv.gz", "rt", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            number += 1
            marked = {key for key in names if row[key] == "1"}
            parts = frozenset(lower[key] for key in marked & lower.keys())
            if parts:
                drawings.append(Drawing(parts, bool(marked - lower.keys())))
    return drawings, number
