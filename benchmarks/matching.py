"""How long one pain drawing takes on the full atlas, on one core; prints one table.

    python benchmarks/matching.py [--repeats 200]

Beside it stands the same work done as one would without skin points: for every view, every zone
of every pattern cut with the marked regions by shapely, one polygon after the other.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from shapely import MultiPolygon, unary_union

from referral_map import PainDrawing, load_atlas, match
from referral_map.atlas import Atlas
from referral_map.atlas.drawings import drawings
from referral_map.atlas.patterns import SPILLOVER_WEIGHT
from referral_map.geometry.frame import SIDES
from referral_map.geometry.paths import path_to_shape
from referral_map.matching.score import from_areas

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
HEAD = ("drawing", "regions", "median ms", "95 % ms", "polygons ms", "times faster")


def cases(atlas: Atlas) -> dict[str, list[str]]:
    """Regions of drawings from small to as large as a drawing can be."""
    everything = [region.id for region in atlas.regions]
    leg = [r.id for r in atlas.regions if r.side == "left" and r.part in ("thigh", "knee", "leg")]
    return {
        "back of the thigh": ["thigh_back_middle_right"],
        "buttock and thigh": ["buttock_lower_right", "thigh_back_upper_right", "calf_upper_right"],
        "low back, both sides": [
            f"low_back_{part}_{side}" for part in ("upper", "lower") for side in SIDES
        ],
        "whole left leg": leg,
        "everything": everything,
    }


@dataclass
class Polygons:
    """Regions and patterns as the polygons of all views, read before the clock runs."""

    regions: dict[str, list[tuple[str, MultiPolygon]]]
    patterns: list[list[tuple[str, MultiPolygon, float]]]

    @classmethod
    def of(cls, atlas: Atlas) -> Polygons:
        """The polygons that the map draws."""
        views = drawings(atlas)["views"]
        regions = {
            region.id: [(name, path_to_shape(view["regions"][region.id]))
                        for name, view in views.items() if region.id in view["regions"]]
            for region in atlas.regions
        }  # fmt: skip
        patterns = [
            [
                (name, path_to_shape(view["patterns"][point.id][side][zone]), weight)
                for name, view in views.items()
                if side in view["patterns"].get(point.id, {})
                for zone, weight in (("essential", 1.0), ("spillover", SPILLOVER_WEIGHT))
            ]
            for point in atlas.trigger_points
            for side in SIDES
        ]
        return cls(regions, patterns)

    def scores(self, region_ids: list[str]) -> np.ndarray:
        """Score of every pattern, from areas in the pictures."""
        marked: dict[str, list[MultiPolygon]] = {}
        for region_id in region_ids:
            for view, shape in self.regions[region_id]:
                marked.setdefault(view, []).append(shape)
        pain = {view: unary_union(shapes) for view, shapes in marked.items()}
        shared, usual = [], []
        for pattern in self.patterns:
            usual.append(sum(weight * zone.area for _, zone, weight in pattern))
            shared.append(sum(weight * zone.intersection(pain[view]).area
                              for view, zone, weight in pattern if view in pain))  # fmt: skip
        total = sum(shape.area for shape in pain.values())
        return from_areas(np.array(shared), total, np.array(usual)).score


def milliseconds(work: Callable[[], object], repeats: int) -> list[float]:
    """How long each of some runs took; one more goes before them, unseen."""
    work()
    taken = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        taken.append(1000 * (time.perf_counter() - start))
    return taken


def rows(atlas: Atlas, repeats: int) -> list[tuple[str, ...]]:
    """The lines of the table, as text."""
    polygons, found = Polygons.of(atlas), []
    for name, regions in cases(atlas).items():
        ours = milliseconds(
            lambda r=regions: match(atlas, PainDrawing.from_regions(atlas, r)), repeats
        )
        theirs = milliseconds(lambda r=regions: polygons.scores(r), max(3, repeats // 20))
        median, other = statistics.median(ours), statistics.median(theirs)
        slow = float(np.percentile(ours, 95))
        found.append((name, str(len(regions)), f"{median:.2f}", f"{slow:.2f}", f"{other:.0f}",
                      f"{other / median:.0f}"))  # fmt: skip
    return found


def table(lines: list[tuple[str, ...]]) -> str:
    """Lines of text in columns, the first one to the left and numbers to the right."""
    widths = [max(len(line[i]) for line in [HEAD, *lines]) for i in range(len(HEAD))]
    made = []
    for line in [HEAD, tuple("-" * width for width in widths), *lines]:
        numbers = (part.rjust(width) for part, width in zip(line[1:], widths[1:], strict=True))
        made.append("  ".join((line[0].ljust(widths[0]), *numbers)))
    return "\n".join(made)


def keep_to_one_core() -> None:
    """Start anew with one thread where libraries would use more; numpy reads it when imported."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    wanted = dict.fromkeys(THREADS, "1")
    if any(os.environ.get(name) != "1" for name in wanted):
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | wanted)


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--repeats", type=int, default=200, help="drawings matched per line (200)")
    repeats = parser.parse_args().repeats
    keep_to_one_core()
    atlas = load_atlas()
    points = 2 * len(atlas.trigger_points)
    print(table(rows(atlas, repeats)))
    print(f"{points} patterns, {len(atlas.skin.area)} skin points, one core")


if __name__ == "__main__":
    main()
