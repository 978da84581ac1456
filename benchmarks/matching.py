"""How long one pain drawing takes on the full atlas, on one core; prints one table.

    python benchmarks/matching.py [--repeats 100]

Processor time, so that other processes do not count. *all*: the whole reading of a drawing: the
list, the sets of points, what to name first, muscle or nerve. *numbers*: only coverage and fit of
every pattern. Beside it stand the same numbers worked out as one would without skin points: for
every view, every zone of every pattern cut with the drawing by shapely, one polygon after the
other. What does not depend on the drawing is made before the clock runs, and so are the drawing's
own weights and polygons. The last line: the median of the readings, and the other times added up.
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
from shapely import LineString, MultiPolygon, Point, contains_xy, unary_union
from shapely.geometry.base import BaseGeometry

from referral_map import PainDrawing, load_atlas, match
from referral_map.atlas import Atlas
from referral_map.atlas.drawings import drawings
from referral_map.atlas.patterns import SPILLOVER_WEIGHT
from referral_map.geometry.body_frame import SIDES, VIEWS
from referral_map.geometry.paths import path_to_shape
from referral_map.matching import point_sets, shortlist
from referral_map.matching.pattern_table import pattern_table
from referral_map.matching.score import Shares, shares
from referral_map.nerves import read

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
HEAD = ("drawing", "skin points", "all ms", "95 % ms", "numbers ms", "polygons ms", "times faster")

POINT_MM = 8.0
"""Discs so wide round skin points of about 1 cm2 leave no gaps between them."""


@dataclass(frozen=True)
class Drawn:
    """A drawing in both forms: weights on the skin, and a polygon for each view it is seen in."""

    pain: PainDrawing
    polygons: dict[str, BaseGeometry]


def clicked(atlas: Atlas, regions: list[str]) -> Drawn:
    """Whole regions."""
    parts: dict[str, list[MultiPolygon]] = {}
    for name, view in drawings(atlas)["views"].items():
        for region in regions:
            if region in view["regions"]:
                parts.setdefault(name, []).append(path_to_shape(view["regions"][region]))
    polygons = {view: unary_union(shapes) for view, shapes in parts.items()}
    return Drawn(PainDrawing.from_regions(atlas, regions), polygons)


def brushed(atlas: Atlas, view: str, regions: list[str], width: float) -> Drawn:
    """One stroke of a brush, ``width`` mm wide, in one view through the middles of regions."""
    skin, path = atlas.skin, []
    for region in regions:
        inside = skin.seen[view] & (skin.region == atlas.region(region).index)
        path.append(VIEWS[view].project(skin.xyz[inside]).mean(axis=0))
    shape = LineString(path).buffer(width / 2)
    inside = skin.seen[view] & contains_xy(shape, *VIEWS[view].project(skin.xyz).T)
    polygons = {view: shape} | {
        other: outline(VIEWS[other].project(skin.xyz[inside & seen]))
        for other, seen in skin.seen.items()
        if other != view and (inside & seen).any()
    }
    return Drawn(PainDrawing.from_weights(atlas, inside.astype(float)), polygons)


def outline(places: np.ndarray) -> BaseGeometry:
    """Around skin points ``(n, 2)`` of a picture: a drawing is seen in other views too."""
    return unary_union([Point(place).buffer(POINT_MM) for place in places]).simplify(1.0)


def cases(atlas: Atlas) -> dict[str, Drawn]:
    """Drawings from small to as large as one can be, clicked and painted."""
    leg = [r.id for r in atlas.regions if r.side == "left" and r.part in ("thigh", "knee", "leg")]
    low_back = [f"low_back_{part}_{side}" for part in ("upper", "lower") for side in SIDES]
    down = ["buttock_lower_right", "thigh_back_upper_right", "calf_upper_right"]
    return {
        "back of the thigh": clicked(atlas, ["thigh_back_middle_right"]),
        "buttock, thigh and calf": clicked(atlas, down),
        "low back, both sides": clicked(atlas, low_back),
        "whole left leg": clicked(atlas, leg),
        "everything": clicked(atlas, [region.id for region in atlas.regions]),
        "stroke across the low back": brushed(atlas, "back", low_back[:2], 50),
        "stroke down the calf": brushed(atlas, "back", ["calf_upper_left", "calf_lower_left"], 30),
        "stroke from buttock to calf": brushed(atlas, "back", down, 60),
    }


@dataclass
class Polygons:
    """Patterns as the polygons of all views, with their weighted areas in the pictures."""

    patterns: list[list[tuple[str, MultiPolygon, float]]]
    usual: np.ndarray

    @classmethod
    def of(cls, atlas: Atlas) -> Polygons:
        """The polygons that the map draws."""
        views = drawings(atlas)["views"]
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
        usual = [sum(weight * zone.area for _, zone, weight in pattern) for pattern in patterns]
        return cls(patterns, np.array(usual))

    def shares(self, drawn: dict[str, BaseGeometry]) -> Shares:
        """Coverage and fit of every pattern, from areas in the pictures."""
        shared = [
            sum(
                weight * zone.intersection(drawn[view]).area
                for view, zone, weight in pattern
                if view in drawn
            )
            for pattern in self.patterns
        ]
        return shares(np.array(shared), sum(shape.area for shape in drawn.values()), self.usual)


def numbers(atlas: Atlas, pain: PainDrawing) -> Shares:
    """Coverage and fit of every pattern, on the skin."""
    patterns = pattern_table(atlas)
    overlap = patterns.overlap(pain.weights)
    return shares(overlap.shared, overlap.marked, patterns.usual)


def reading(atlas: Atlas, pain: PainDrawing) -> object:
    """The whole reading of a drawing."""
    result = match(atlas, pain)
    muscles = [candidate.muscle for candidate in result.candidates]
    return point_sets(atlas, pain), shortlist(atlas, pain), read(atlas, pain, {}, muscles)


def milliseconds(work: Callable[[], object], repeats: int) -> list[float]:
    """Processor time of each of some runs, after one run that is not counted."""
    work()
    taken = []
    for _ in range(repeats):
        start = time.process_time()
        work()
        taken.append(1000 * (time.process_time() - start))
    return taken


def rows(atlas: Atlas, repeats: int) -> list[tuple[str, ...]]:
    """The lines of the table, as text."""
    polygons, lines, timed = Polygons.of(atlas), [], []
    for name, drawn in cases(atlas).items():
        whole = milliseconds(lambda d=drawn: reading(atlas, d.pain), repeats)
        ours = statistics.median(milliseconds(lambda d=drawn: numbers(atlas, d.pain), 5 * repeats))
        theirs = statistics.median(
            milliseconds(lambda d=drawn: polygons.shares(d.polygons), max(3, repeats // 10))
        )
        timed.append((whole, ours, theirs))
        lines.append(line(name, int(np.count_nonzero(drawn.pain.weights)), whole, ours, theirs))
    whole = [run for runs, _, _ in timed for run in runs]
    skin = len(atlas.skin.area)
    return [*lines, line("together", skin, whole, *np.sum([t[1:] for t in timed], axis=0))]


def line(name: str, points: int, whole: list[float], ours: float, theirs: float) -> tuple:
    """One line of the table."""
    slow = np.percentile(whole, 95)
    times = (f"{statistics.median(whole):.1f}", f"{slow:.1f}", f"{ours:.3f}", f"{theirs:.1f}")
    return name, str(points), *times, f"{theirs / ours:.0f}"


def table(lines: list[tuple[str, ...]]) -> str:
    """Lines of text in columns, the first one to the left and numbers to the right."""
    widths = [max(len(line[i]) for line in [HEAD, *lines]) for i in range(len(HEAD))]
    printed = []
    for line in [HEAD, tuple("-" * width for width in widths), *lines]:
        numbers = (part.rjust(width) for part, width in zip(line[1:], widths[1:], strict=True))
        printed.append("  ".join((line[0].ljust(widths[0]), *numbers)))
    return "\n".join(printed)


def keep_to_one_core() -> None:
    """Restarts with one thread where libraries would use more; numpy reads that at import."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    wanted = dict.fromkeys(THREADS, "1")
    if any(os.environ.get(name) != "1" for name in wanted):
        os.execve(sys.executable, [sys.executable, *sys.argv], os.environ | wanted)


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--repeats", type=int, default=100, help="readings per line (100)")
    repeats = parser.parse_args().repeats
    keep_to_one_core()
    atlas = load_atlas()
    points = 2 * len(atlas.trigger_points)
    print(table(rows(atlas, repeats)))
    print(f"{points} patterns, {len(atlas.skin.area)} skin points, one core")


if __name__ == "__main__":
    main()
