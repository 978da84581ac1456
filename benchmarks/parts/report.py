"""The page that docs/accuracy.md is: what was simulated, one table, what it means."""

from __future__ import annotations

import numpy as np

BASELINES = ("look-up list", "Jaccard", "nearest centroid")
WAYS = ("list", "sets", *BASELINES)

_HEAD = """# How well drawings lead back to their points

Made by `python benchmarks/accuracy.py --write`; every drawing comes from one seed. The drawings are
simulated from the same patterns they are matched with, so this measures the arithmetic and not
medicine: how often a person with such a point draws such a picture, nobody knows.

- **Drawings.** {count} of one, two and three points of one side (the others within 500 mm of the
  first), drawn with a brush or by clicking regions of which at least 40 % hurts.
- **Noise.** Light, moderate, strong: moved {shift} mm along the skin; edge wandering by {ragged}
  mm; at least {least} % of the essential and at most {spillover} % of the spillover zone felt; at
  most {patches} stray patches.
- **Found.** A point counts as found when it, or one with nearly its pattern (each shares more than
  80 % of itself with the other), is named. The numbers are the percentage of points found among the
  first one / three / five; after the bar, drawings with *all* their points in the first five.
- **Ours.** *list*: the candidates by score. *sets*: first the members of the set with the best
  score, then what could take a member's place, by the score of the set it would make.
- **Baselines.** *look-up list*: the points a printed guide would list under each marked region,
  those in most lists first; *Jaccard*: plain overlap; *nearest centroid*: middles compared.
- **What is not good enough yet.** The aims are 92 % of single points among the first three at
  moderate noise, 80 % of pairs both among the first five, at least two of three staying in 90 % of
  redrawn drawings, and every figure above every baseline. Only single points drawn with a brush
  reach their aim. Clicked regions are too coarse for the small patterns, and plain overlap does
  about as well as the list for single points. The *sets* column is the best of three ways of
  making it that were compared on other seeds.
- **Drawn again.** {again} drawings (moderate, brush) drawn again with an overlap (Jaccard index)
  of {mean:.2f} (SD {sd:.2f}); people reach 0.62 (SD 0.18) a minute later (Barbero
  2013). The number is the percentage in which at least two of the first three stay.

"""


def _cell(rows: list[list[float]]) -> str:
    one, three, five, everything = (100 * np.mean(rows, axis=0)).round().astype(int)
    return f"{one} / {three} / {five} \\| {everything}"


def page(found: dict, again: list, levels: dict) -> str:
    """The text of the page."""

    def each(values) -> str:
        return ", ".join(f"{value:g}" for value in values)

    noise = {
        "shift": each(n.shift for n in levels.values()),
        "ragged": each(n.ragged for n in levels.values()),
        "least": each(100 * n.least for n in levels.values()),
        "spillover": each(100 * n.spillover for n in levels.values()),
        "patches": each(n.patches for n in levels.values()),
    }
    overlaps = [overlap for overlap, _ in again]
    head = _HEAD.format(
        count=sum(len(ways[WAYS[0]]) for ways in found.values()),
        **noise, again=len(again), mean=np.mean(overlaps), sd=np.std(overlaps),
    )  # fmt: skip
    lines = ["| drawings | " + " | ".join(WAYS) + " |", "|---" * (len(WAYS) + 1) + "|"]
    for case, ways in found.items():
        lines.append(f"| {case.name} | " + " | ".join(_cell(ways[way]) for way in WAYS) + " |")
    stays = (f"{100 * np.mean([stay[way] for _, stay in again]):.0f}" for way in WAYS)
    lines.append("| drawn again | " + " | ".join(stays) + " |")
    return head + "\n".join(lines) + "\n"
