"""How our lists stand beside printed region guides: which muscles are named, and in which order.

    python benchmarks/guides.py lists.json

The file holds lists of muscles for named regions (`benchmarks/parts/guides.py` says how it is
read). Constants are tuned on every second list; both halves are reported.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np

from benchmarks.parts.baselines import Baselines
from benchmarks.parts.guides import (
    MEASURES,
    Guide,
    mean,
    measures,
    named,
    read_guides,
)
from benchmarks.parts.simulated import Simulator
from referral_map import Atlas, PainDrawing, load_atlas
from referral_map.matching import analyse, shortlist

SHOWN = 7
"""Names of our list that are printed beside a guide."""

Way = Callable[[PainDrawing], list[str]]


def ways(atlas: Atlas) -> dict[str, Way]:
    """Lists of muscles for a drawing, best first, by name."""
    simulator = Simulator(atlas)
    columns = simulator.table.points

    def by(order: Callable[[np.ndarray], np.ndarray]) -> Way:
        return lambda pain: [columns[k].muscle for k in order(pain.weights).tolist()]

    def ours(pain: PainDrawing, weigh: bool) -> list[str]:
        return [each.muscle for each in analyse(atlas, pain, weigh_common=weigh).result.candidates]

    def named_first(pain: PainDrawing) -> list[str]:
        return [atlas.muscle_of(point).id for point, _ in shortlist(atlas, pain)]

    return {
        "ours": lambda pain: ours(pain, True),
        "ours, named first": named_first,
        "geometry alone": lambda pain: ours(pain, False),
        **{name: by(order) for name, order in Baselines(simulator).ways().items()},
    }


def scored(way: Way, guides: list[Guide], atlas: Atlas) -> list[dict[str, float]]:
    """The measures of each guide for one way of listing."""
    return [
        measures(named(way(PainDrawing.from_regions(atlas, each.regions)), atlas), each)
        for each in guides
    ]


def main() -> None:
    """Print the measures of each way, for the half tuned on and for the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lists", type=Path, nargs="?")
    parser.add_argument("--each", action="store_true", help="print our list for each guide too")
    given = parser.parse_args()
    if given.lists is None:
        print("no lists given: guides are not shipped, so name a file of them")
        return
    atlas = load_atlas()
    guides = read_guides(given.lists, atlas)
    print(f"{len(guides)} lists; tuned on every second, {len(guides[1::2])} are the other half")
    head = "".join(f"{name:>13}" for name in MEASURES)
    print(f"{'':22}{'tuned on':^39}{'other half':^39}\n{'':22}{head}{head}")
    listed = ways(atlas)
    for name, way in listed.items():
        rows = scored(way, guides, atlas)
        cells = [mean(half)[each] for half in (rows[::2], rows[1::2]) for each in MEASURES]
        print(f"{name:22}" + "".join(f"{cell:13.2f}" for cell in cells))
    if given.each:
        show_each(listed["ours"], guides, atlas)


def show_each(way: Way, guides: list[Guide], atlas: Atlas) -> None:
    """Print what each guide names first and what we do, with a star where the guide names it."""
    for guide in guides:
        known = {*guide.essential, *guide.spillover}
        ours = named(way(PainDrawing.from_regions(atlas, guide.regions)), atlas)
        first = [name + "*" * (name in known) for name in ours[:SHOWN]]
        late = {name: ours.index(name) + 1 for name in guide.essential if name in ours[SHOWN:]}
        print(f"{guide.id} {guide.region}: {guide.essential[0]} | {', '.join(first)} | {late}")


if __name__ == "__main__":
    main()
