"""How many questions bring the true point of clicked regions among the first three; prints a table.

    python benchmarks/questions.py [--drawings 1000] [--seed 20] [--most 6]

A simulated person has one trigger point and clicks the regions that hurt (benchmarks/accuracy.py).
Then "does it also hurt here?" is asked as the map asks it. The person says yes where at least a
quarter of the region hurts, no where less than a twentieth does, and not sure between. Beside it:
the same without weighing how common and how sure points are, for here every point is as common as
another; and with a reader that asks about any region at random.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np

from benchmarks.accuracy import SEED, Trial
from benchmarks.parts.simulated import BRUSH, LEVELS
from referral_map import PainDrawing, match
from referral_map.domain import Answer

YES, NO = 0.25, 0.05
PLACES = 3


@dataclass(frozen=True)
class Way:
    """What is weighed, and whether the map or chance chooses the question."""

    name: str
    weighed: bool
    chance: bool = False


WAYS = (
    Way("as the map asks", weighed=True),
    Way("without how common, how sure", weighed=False),
    Way("about any region", weighed=True, chance=True),
)


def says(share: float) -> Answer:
    """What a person says of a region of which this share hurts."""
    return "yes" if share >= YES else "no" if share < NO else "not_sure"


def found_after(here: Trial, way: Way, seed: int, number: int, most: int) -> list[bool] | None:
    """Whether the point is among the first three after none, one, two ... questions; None where
    nothing was drawn."""
    sim, rng = here.simulator, np.random.default_rng([seed, number])
    true = sim.points(1, rng)
    hurts = sim.drawing(true, LEVELS["moderate"], BRUSH, rng)
    clicked = sim.clicked(hurts > 0)
    if not hurts.any():
        return None
    regions = [here.atlas.regions[k] for k in np.unique(here.atlas.skin.region[clicked > 0])]
    pain = PainDrawing.from_regions(here.atlas, [region.id for region in regions])
    shares = sim.by_region(hurts) / np.maximum(sim.region_area, 1e-9)
    also: dict[str, Answer] = {}
    found: list[bool] = []
    for _ in range(most + 1):
        result = match(here.atlas, pain, way.weighed, way.weighed, also)
        first = [here.columns[c.trigger_point, c.side] for c in result.candidates[:PLACES]]
        found.append(bool(here.same[true[0], first].any()))
        asked = result.ask_area and result.ask_area.region
        if way.chance:
            asked = here.atlas.regions[int(rng.integers(len(here.atlas.regions)))].id
        if asked:
            also[asked] = says(float(shares[here.atlas.region(asked).index]))
    return found


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--drawings", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--most", type=int, default=6, help="questions (6)")
    given = parser.parse_args()
    here = Trial()
    print(f"{'questions':32}" + "".join(f"{number:6}" for number in range(given.most + 1)))
    for way in WAYS:
        rows = (
            found_after(here, way, given.seed, number, given.most)
            for number in range(given.drawings)
        )
        shares = np.mean([row for row in rows if row], axis=0)
        print(f"{way.name:32}" + "".join(f"{100 * share:6.0f}" for share in shares))


if __name__ == "__main__":
    main()
