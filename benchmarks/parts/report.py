"""The page that docs/accuracy.md is: what was simulated, one table, what it means."""

from __future__ import annotations

import numpy as np

BASELINES = ("look-up list", "Jaccard", "nearest centroid")
WAYS = ("list", "named first", "drawing alone", *BASELINES)
FIRST_OR_ALL = ("first one", "first three", "first five", "all in five")

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
- **Ours.** *list*: the candidates in their order. *named first*: the shortlist, which looks also at
  what a point does for the set that explains the drawing best, where several do so better than one.
  *drawing alone*: the list without weighing how common and how sure a point is. Here every point is
  as common and as sure as another, so weighing that can only cost. It costs most where regions were
  clicked, for there it counts in full; in return the lists there are more like those of printed
  guides ([decision 30](decisions/0030-posterior.md)).
- **Baselines.** *look-up list*: the points a printed guide would list under each marked region,
  those in most lists first; *Jaccard*: plain overlap; *nearest centroid*: middles compared.
- **Drawn again.** {again} drawings (moderate, brush) drawn again with an overlap (Jaccard index)
  of {mean:.2f} (SD {sd:.2f}); people reach 0.62 (SD 0.18) a minute later (Barbero
  2013). The number is the percentage in which at least two of the first three stay.
- **Chance.** With so few drawings a case a number can be off by {error:.0f} either way (two
  standard errors). The numbers in `credit.py`, `score.py` and `shortlist.py` were chosen by trying
  on drawings of other seeds.

{aims}
## What clicked regions can tell at all

{clicked:.0f} of 100 moderate drawings of one point end up as a single region, and many points share
it. For comparison, a reader that knows how the drawings are made: it has seen others of every point
with the very same noise, and ranks by the chance of the clicks, taking regions as independent. It
found {one} among the first one / three / five for one point, and {two} for two.
That is about the best that can be hoped for, not a strict bound: the aims are far above it. Who
can say more should paint.

"""


def _cell(rows: list[list[float]]) -> str:
    one, three, five, everything = (100 * np.mean(rows, axis=0)[:4]).round().astype(int)
    return f"{one} / {three} / {five} \\| {everything}"


def _aims(results: dict, again: list) -> str:
    """The aims of the project and what was reached, by the order in which points are named."""
    by_name = {case.name: {w: 100 * np.mean(rows, axis=0) for w, rows in ways.items()}
               for case, ways in results.items()}  # fmt: skip
    stays = 100 * np.mean([stay[WAYS[1]] for _, stay in again])
    lines = ["| aim | at least | list | named first |", "|---|---|---|---|"]
    for words, least, name, column in (
        ("one point among the first three, brush", 92, "1 point, moderate, brush", 1),
        ("the same, regions", 92, "1 point, moderate, regions", 1),
        ("two points both among the first five, brush", 80, "2 points, moderate, brush", 3),
        ("the same, regions", 80, "2 points, moderate, regions", 3),
    ):
        reached = (f"{by_name[name][way][column]:.1f}" for way in WAYS[:2])
        lines.append(f"| {words} | {least} | {' | '.join(reached)} |")
    listed = 100 * np.mean([stay[WAYS[0]] for _, stay in again])
    lines.append(f"| two of the first three stay | 90 | {listed:.1f} | {stays:.1f} |")
    return "\n".join(lines) + "\n\n" + _behind(by_name)


def _behind(by_name: dict) -> str:
    """Where a baseline was ahead of what is named first, one line for each."""
    lines = []
    for other in BASELINES:
        ahead = [
            f"{name} ({', '.join(FIRST_OR_ALL[column] for column in better)})"
            for name, values in by_name.items()
            if (better := [k for k in range(4) if values[WAYS[1]][k] < values[other][k]])
        ]
        lines.append(f"- *{other}*: {'; '.join(ahead) if ahead else 'nowhere'}.")
    return "Where a baseline was ahead of what is named first:\n\n" + "\n".join(lines) + "\n"


def page(results: dict, again: list, ceiling: dict, levels: dict) -> str:
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
    drawings = max(len(ways[WAYS[0]]) for ways in results.values())
    head = _HEAD.format(
        count=sum(len(ways[WAYS[0]]) for ways in results.values()),
        **noise, again=len(again), mean=np.mean(overlaps), sd=np.std(overlaps),
        error=200 * 0.5 / np.sqrt(drawings), aims=_aims(results, again),
        clicked=100 * ceiling["one region"],
        one=_cell(ceiling[1]).replace("\\", ""), two=_cell(ceiling[2]).replace("\\", ""),
    )  # fmt: skip
    lines = ["| drawings | " + " | ".join(WAYS) + " |", "|---" * (len(WAYS) + 1) + "|"]
    for case, ways in results.items():
        lines.append(f"| {case.name} | " + " | ".join(_cell(ways[way]) for way in WAYS) + " |")
    stays = (f"{100 * np.mean([stay[way] for _, stay in again]):.0f}" for way in WAYS)
    lines.append("| drawn again | " + " | ".join(stays) + " |")
    return head + "\n".join(lines) + "\n"
