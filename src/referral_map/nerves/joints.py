"""The drawing against the joints whose pain is felt elsewhere.

The maps of some were measured in people whose joint was tested with a needle, so they are better
known than those of muscles: for each region the share of these people who felt it there. A drawing
is compared with them like with the skin of nerves. No joint is told from a muscle that way.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..atlas import Atlas
from ..atlas.joint_records import JointRecord
from ..atlas.once import once_an_atlas
from ..domain import SIDES, Side

LEAST_FELT = 0.1
"""Where fewer of the people studied felt it, it does not count as felt."""

LEAST_SHARE = 0.5
"""A joint that would be felt in less of the drawing than this is not listed."""

MOST_NAMED = 3


@dataclass(frozen=True)
class JointShare:
    """A joint that is felt where the drawing is.

    share_of_pain: of the drawing, how much lies where at least a tenth of the people studied felt
    it, 0..1; typical: of the people studied, how many felt it where the drawing is, on average,
    0..1, where nobody counted a tenth; felt: regions on its side with the share of people, too.
    """

    id: str
    name: str
    side: Side
    share_of_pain: float
    typical: float
    felt: tuple[tuple[str, float], ...]
    text: str


@once_an_atlas
def _felt_on_skin(atlas: Atlas) -> np.ndarray:
    """Shares ``(n, k)`` of people on the skin: the right joints, then the left ones."""
    columns: list[np.ndarray] = []
    for side in SIDES:
        for joint in atlas.records.joints.values():
            weights = np.zeros(len(atlas.skin.area))
            for region, share in _shares(joint).items():
                weights[atlas.skin.of_region(atlas.region(f"{region}_{side}").index)] = share
            columns.append(weights)
    return np.array(columns).reshape(-1, len(atlas.skin.area)).T


def _shares(joint: JointRecord) -> dict[str, float]:
    """The share of people by region, without a side; LEAST_FELT where nobody counted."""
    return joint.share_in | dict.fromkeys(sorted(joint.uncounted), LEAST_FELT)


def joints_felt(atlas: Atlas, pain: np.ndarray) -> tuple[JointShare, ...]:
    """The joints that might be felt where a drawing ``(n,)`` is, the most typical first."""
    weighted = atlas.skin.area * pain
    marked = float(weighted.sum())
    if not marked:
        return ()
    felt = _felt_on_skin(atlas)
    within = weighted @ (felt >= LEAST_FELT) / marked
    typical = weighted @ felt / marked
    found: list[JointShare] = []
    keys: list[tuple[Side, str]] = [(side, key) for side in SIDES for key in atlas.records.joints]
    for column, (side, key) in enumerate(keys):
        if within[column] >= LEAST_SHARE:
            found.append(
                _share(atlas, key, side, weighted, float(within[column]), float(typical[column]))
            )
    return tuple(sorted(found, key=lambda each: (-each.typical, each.id, SIDES.index(each.side))))


def _share(
    atlas: Atlas, key: str, side: Side, weighted: np.ndarray, within: float, typical: float
) -> JointShare:
    joint, words = atlas.records.joints[key], atlas.words
    felt = {f"{region}_{side}": share for region, share in _shares(joint).items()}
    marked = {
        region: share
        for region, share in felt.items()
        if share >= LEAST_FELT and weighted[atlas.skin.of_region(atlas.region(region).index)].any()
    }
    most = sorted(marked, key=lambda region: (-marked[region], region))[:MOST_NAMED]
    counted = [region for region in most if region.rpartition("_")[0] in joint.share_in]
    named = "; ".join(
        words("joints.felt_in", region=atlas.region(each).name, number=f"{100 * felt[each]:.0f}")
        for each in counted
    )
    regions = "; ".join(atlas.region(each).name for each in most)
    text = words("joints.felt", regions=named) if named else words("joints.named", regions=regions)
    shares = tuple(felt.items())
    return JointShare(key, joint.name, side, round(within, 3), round(typical, 3), shares, text)
