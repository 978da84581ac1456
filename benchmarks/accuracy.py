"""How often simulated pain drawings lead back to the points they came from; prints one table.

    python benchmarks/accuracy.py [--drawings 1000] [--seed 20] [--workers 2] [--write]

With --write the table goes to docs/accuracy.md. All drawings come from one seed.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import product
from multiprocessing import get_context
from pathlib import Path
from typing import Any

THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")
for _name in THREADS:
    os.environ.setdefault(_name, "1")  # one worker a core: more threads in each would only wait
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np  # noqa: E402

from benchmarks.parts.baselines import Baselines  # noqa: E402
from benchmarks.parts.ceiling import Reader, click_rates  # noqa: E402
from benchmarks.parts.report import page  # noqa: E402
from benchmarks.parts.simulated import (  # noqa: E402
    BRUSH,
    LEVELS,
    REGIONS,
    Simulator,
    jaccard,
)
from referral_map import PainDrawing, load_atlas, match  # noqa: E402
from referral_map.atlas.patterns import SPILLOVER_WEIGHT  # noqa: E402
from referral_map.matching import shortlist  # noqa: E402

SEED = 20
"""The seed of the published drawings. Constants were tuned on other seeds."""

READER_SEED, READER_DRAWINGS = 1000, 25
"""The informed reader's seed, and the drawings of each point that it learns from."""

SAME = 0.8
"""Two patterns count as one when each shares more than this part of itself with the other."""

LIST, NAMED, ALONE = "list", "named first", "drawing alone"
FIRST = (1, 3, 5)
PAGE = Path(__file__).parents[1] / "docs" / "accuracy.md"


@dataclass(frozen=True)
class Case:
    """Drawings of one kind."""

    points: int
    level: str
    way: str

    @property
    def name(self) -> str:
        """How many points hurt, how people draw, and with what."""
        noun = "point" if self.points == 1 else "points"
        return f"{self.points} {noun}, {self.level}, {self.way}"


CASES = [Case(*parts) for parts in product((1, 2, 3), LEVELS, (BRUSH, REGIONS))]


class Trial:
    """Everything a worker needs, made once."""

    def __init__(self) -> None:
        self.atlas = load_atlas()
        self.simulator = Simulator(self.atlas)
        self.baselines = Baselines(self.simulator).ways()
        table = self.simulator.table
        self.columns = {(p.trigger_point, p.side): k for k, p in enumerate(table.points)}

    @cached_property
    def same(self) -> np.ndarray:
        """Which patterns count as one another ``(k, k)``."""
        table = self.simulator.table
        weights = table.essential + SPILLOVER_WEIGHT * table.spillover
        area = table.area[:, None]
        shared = np.array([
            (np.minimum(weights, weights[:, [k]]) * area).sum(axis=0)
            for k in range(weights.shape[1])
        ])  # fmt: skip
        return np.minimum(shared / table.usual, shared / table.usual[:, None]) > SAME

    def drawn(self, weights: np.ndarray, way: str) -> PainDrawing:
        """The drawing, painted or clicked."""
        if way == BRUSH:
            return PainDrawing.from_weights(self.atlas, weights)
        numbers = np.unique(self.atlas.skin.region[weights > 0])
        return PainDrawing.from_regions(self.atlas, [self.atlas.regions[k].id for k in numbers])

    def ours(self, weights: np.ndarray, way: str) -> dict[str, list[int]]:
        """The list, the shortlist, and the list without what is known before the drawing."""
        pain = self.drawn(weights, way)
        listed, alone = (
            [
                self.columns[c.trigger_point, c.side]
                for c in match(self.atlas, pain, on, on).candidates
            ]
            for on in (True, False)
        )
        named = [self.columns[name] for name in shortlist(self.atlas, pain)]
        return {LIST: listed, NAMED: named, ALONE: alone}

    def ranked(self, weights: np.ndarray, way: str) -> dict[str, list[int]]:
        """The order in which each way names the patterns."""
        return self.ours(weights, way) | {
            name: rank(weights)[: FIRST[-1]].tolist() for name, rank in self.baselines.items()
        }

    def recall(self, true: tuple[int, ...], order: list[int]) -> list[float]:
        """Part of the true points among the first 1, 3 and 5, and whether all are in the 5."""
        hits = [[bool(self.same[t, order[:k]].any()) for t in true] for k in FIRST]
        return [float(np.mean(each)) for each in hits] + [float(all(hits[-1]))]


@lru_cache(maxsize=1)
def trial() -> Trial:
    """The trial of this process."""
    return Trial()


def find(case: Case, seed: int, numbers: range) -> dict[str, list[list[float]]]:
    """What each way finds in drawings of a case: ``{way: [[top 1, 3, 5, all], ...]}``."""
    here, recalls = trial(), {}
    for number in numbers:
        rng = np.random.default_rng([seed, CASES.index(case), number])
        true = here.simulator.points(case.points, rng)
        weights = here.simulator.drawing(true, LEVELS[case.level], case.way, rng)
        if not weights.any():  # moved off the skin: nothing is drawn
            continue
        for way, order in here.ranked(weights, case.way).items():
            recalls.setdefault(way, []).append(here.recall(true, order))
    return recalls


def redraw(seed: int, numbers: range) -> list[tuple[float, dict[str, bool]]]:
    """Drawings made twice: their overlap, and whether two of the first three stay, by way."""
    here, pairs = trial(), []
    for number in numbers:
        rng = np.random.default_rng([seed, len(CASES), number])
        points = here.simulator.points(1 + number % 3, rng)
        first = here.simulator.drawing(points, LEVELS["moderate"], BRUSH, rng)
        again = here.simulator.redrawn(first, rng)
        if not first.any() or not again.any():
            continue
        before, after = here.ranked(first, BRUSH), here.ranked(again, BRUSH)
        stays = {
            way: sum(bool(here.same[k, after[way][:3]].any()) for k in before[way][:3])
            >= min(2, len(before[way]))
            for way in before
        }
        overlap = jaccard(first > 0, again > 0, here.simulator.skin.area)
        pairs.append((overlap, stays))
    return pairs


def learn(level: str, columns: range) -> np.ndarray:
    """What the informed reader learns about some points."""
    return click_rates(trial().simulator, LEVELS[level], columns, READER_DRAWINGS, READER_SEED)


def read_clicks(
    points: int, level: str, rates: np.ndarray, seed: int, numbers: range
) -> list[list[float]]:
    """What the informed reader finds in the drawings of one case of clicked regions."""
    here, case = trial(), Case(points, level, REGIONS)
    reader, recalls = Reader(here.simulator, rates), []
    for number in numbers:
        rng = np.random.default_rng([seed, CASES.index(case), number])
        true = here.simulator.points(points, rng)
        weights = here.simulator.drawing(true, LEVELS[level], REGIONS, rng)
        order = reader.one(weights) if points == 1 else reader.two(weights)
        clicked = np.count_nonzero(here.simulator.by_region(weights))
        recalls.append([*here.recall(true, order.tolist()), clicked == 1])
    return recalls


def measure(drawings: int, seed: int, workers: int) -> tuple[dict, list, dict]:
    """All cases, the redrawn drawings and the informed reader's results, divided among
    processes."""
    half = max(1, drawings // 2)
    pieces = [range(0, half), range(half, drawings)]
    right = len(trial().columns) // 2
    parts = [range(0, right // 2), range(right // 2, right)]
    # Fresh processes: they load numpy anew, with one thread.
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        learnt = [pool.submit(learn, "moderate", part) for part in parts]
        jobs = {case: [pool.submit(find, case, seed, piece) for piece in pieces] for case in CASES}
        again = [pool.submit(redraw, seed, piece) for piece in pieces]
        rates = np.vstack([job.result() for job in learnt])
        best = {
            points: [pool.submit(read_clicks, points, "moderate", rates, seed, p) for p in pieces]
            for points in (1, 2)
        }
        results = {case: _joined([job.result() for job in asked]) for case, asked in jobs.items()}
        ceiling: dict[int | str, Any] = {points: _all(asked) for points, asked in best.items()}
        ceiling["one region"] = np.mean([single for *_, single in ceiling[1]])
        return results, _all(again), ceiling


def _all(jobs: list) -> list:
    return [each for job in jobs for each in job.result()]


def _joined(parts: list[dict[str, list]]) -> dict[str, list]:
    return {way: [row for part in parts for row in part.get(way, [])] for way in parts[0]}


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--drawings", type=int, default=1000, help="drawings a case (1000)")
    parser.add_argument("--seed", type=int, default=SEED, help=f"of all drawings ({SEED})")
    parser.add_argument("--workers", type=int, default=2, help="processes (2)")
    parser.add_argument("--write", action="store_true", help="write docs/accuracy.md")
    options = parser.parse_args()
    start = time.perf_counter()
    results, again, ceiling = measure(options.drawings, options.seed, options.workers)
    text = page(results, again, ceiling, LEVELS)
    if options.write:
        PAGE.write_text(text, encoding="utf-8", newline="\n")
    print(text)
    print(f"{time.perf_counter() - start:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
