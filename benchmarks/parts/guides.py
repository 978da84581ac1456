"""Printed region guides: which muscles each names, and how lists of this project stand beside them.

A guide is a list of muscles for a named region, those named most often first. It is never shipped:
a benchmark reads it from a file. What stands here is our own: which of our regions a guide's region
is, and which of our muscles one of its names means.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from referral_map import Atlas

OF_SEVERAL = {
    "iliopsoas": ("psoas_major", "iliacus"),
    "interossei": ("first_dorsal_interosseus", "dorsal_interossei", "plantar_interossei"),
    "gemelli": ("superior_gemellus", "inferior_gemellus"),
}
"""Names of guides for muscles that have records of their own here: they count as one."""

OTHER_NAMES = {
    "multifidi": "multifidus_lumborum",
    "internal oblique": "internal_abdominal_oblique",
    "external oblique": "external_abdominal_oblique",
    "peroneus longus": "fibularis_longus",
    "peroneus brevis": "fibularis_brevis",
    "peroneus tertius": "fibularis_tertius",
}

REGIONS = {
    "lumbar pain": ("low_back_upper", "low_back_lower"),
    "iliosacral pain": ("sacrum",),
    "buttock pain": ("buttock_upper", "buttock_outer", "buttock_lower"),
    "pelvic pain": ("genital_area", "coccyx"),
    "lateral thigh and hip pain": (
        *("hip_outer", "thigh_outer_upper", "thigh_outer_middle", "thigh_outer_lower"),
    ),
    "anterior thigh pain": ("thigh_front_upper", "thigh_front_middle", "thigh_front_lower"),
    "medial thigh pain": ("thigh_inner_upper", "thigh_inner_middle", "thigh_inner_lower"),
    "posterior thigh pain": ("thigh_back_upper", "thigh_back_middle", "thigh_back_lower"),
    "anterior knee pain": ("knee_front",),
    "anteromedial knee pain": ("knee_front", "knee_inner"),
    "lateral knee pain": ("knee_outer",),
    "posterior knee pain": ("knee_back",),
    "anterior leg pain": ("shin_upper", "shin_middle", "shin_lower"),
    "lateral leg pain": ("leg_outer_upper", "leg_outer_middle", "leg_outer_lower"),
    "posterior leg pain": ("calf_upper", "calf_middle", "calf_lower"),
    "anterior ankle pain": ("ankle_front",),
    "lateral ankle pain": ("ankle_outer",),
    "medial ankle pain": ("ankle_inner",),
    "posterior ankle pain": ("ankle_back",),
    "heel pain": ("heel_under", "heel_back"),
    "dorsal forefoot pain": ("foot_top",),
    "plantar midfoot pain": ("arch_of_foot",),
    "metatarsal head pain": ("ball_of_foot",),
    "dorsal great toe pain": ("big_toe_top",),
    "plantar great toe pain": ("big_toe_under",),
    "dorsal lesser toe pain": ("toes_top",),
    "plantar lesser toe pain": ("toes_under",),
}
"""Our regions, without a side, for the regions of guides on the lower half."""

MEASURES = ("recall", "first five", "first named")
MORE_NAMES = 3
FIRST_NAMES, FIRST_PLACES = 5, 3


@dataclass(frozen=True)
class Guide:
    """What a guide says of one region: names of muscles, the one it names most often first."""

    id: str
    region: str
    essential: tuple[str, ...]
    spillover: tuple[str, ...]

    @property
    def regions(self) -> list[str]:
        """Our regions on the right side."""
        return [f"{each}_right" for each in REGIONS[self.region]]


def read_guides(path: Path, atlas: Atlas) -> list[Guide]:
    """The guides of a file whose region this atlas has muscles for.

    Raises UnknownName where a guide names a muscle that no record means.
    """
    lists = json.loads(path.read_text(encoding="utf-8"))["lists"]
    return [
        Guide(
            each["id"],
            each["region"],
            tuple(key_of(name, atlas) for name in each["essential"]),
            tuple(key_of(name, atlas) for name in each["spillover"]),
        )
        for each in lists
        if each["region"] in REGIONS
    ]


def key_of(name: str, atlas: Atlas) -> str:
    """One key for a muscle by any name: ours, a guide's, or that of several muscles."""
    if name in OF_SEVERAL:
        return name
    ours = OTHER_NAMES.get(name, name.replace(" ", "_"))
    for together, members in OF_SEVERAL.items():
        if ours in members:
            return together
    return atlas.muscle(ours).id


def named(muscles: Iterable[str], atlas: Atlas) -> list[str]:
    """Keys of muscles in the order of a list, each once."""
    return list(dict.fromkeys(key_of(muscle, atlas) for muscle in muscles))


def measures(names: Sequence[str], guide: Guide) -> dict[str, float]:
    """How a list of names does against a guide, each 0..1.

    recall: how many of the guide's n essential muscles stand among the first 2 n + 3; first five:
    the share of the first five that the guide names, out of as many as it names where it names
    fewer; first named: whether the one it names first is among the first three.
    """
    essential, known = set(guide.essential), {*guide.essential, *guide.spillover}
    first = names[: 2 * len(essential) + MORE_NAMES]
    places = min(FIRST_NAMES, len(known))
    return {
        "recall": len(essential.intersection(first)) / len(essential),
        "first five": min(len(known.intersection(names[:FIRST_NAMES])), places) / places,
        "first named": float(guide.essential[0] in names[:FIRST_PLACES]),
    }


def mean(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The mean of each measure."""
    return {name: sum(row[name] for row in rows) / len(rows) for name in MEASURES}
