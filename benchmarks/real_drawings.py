"""What the patterns explain of real pain drawings; prints a page.

    python benchmarks/real_drawings.py folder [--first 1000] [--workers 2] [--write]

The folder holds drawings of the CHOIR body map (`benchmarks/parts/choir.py`). With --write the page
goes to docs/real_drawings.md.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")  # one worker a core: more threads in each would only wait
sys.path.insert(0, str(Path(__file__).parents[1]))

import numpy as np  # noqa: E402

from benchmarks.parts.choir import PARTS, Drawing, read_drawings  # noqa: E402
from referral_map import Atlas, PainDrawing, load_atlas  # noqa: E402
from referral_map.matching import point_sets  # noqa: E402
from referral_map.nerves import read as read_nerves  # noqa: E402

PAGE = Path(__file__).parents[1] / "docs" / "real_drawings.md"
SIZES = (1, 2, 3)
HALF = 0.5
PIECE = 50

HEAD = """# What the patterns explain of real drawings

Made by `python benchmarks/real_drawings.py FOLDER --write`. The drawings are of {people:,} people
of pain clinics who marked parts of the CHOIR body map (Alter and others 2021, PLoS ONE 16(8):
e0254862, S1 Dataset, CC BY 4.0; not shipped here). {lower:,} of them marked the lower half, and are
read here by what they marked of it. There is no diagnosis in these drawings, and a part of that map
is mostly several of our regions, all of which count as marked. So this says what the patterns *can*
explain of what people draw. It does not say that a trigger point was there.

{upper} of these marked the upper half as well; the median drawing marks {many} of {parts} lower
parts, a side counted apart. Reading one took {ms:.0f} ms on one core.

## How much one, two and three points explain

Of the marked skin, by the strict share that the app shows; the best set of at most so many.

{explained}

{by_count}

## What stays unexplained

Parts of which the best set of at most three points holds less than half, where they are marked.

{left}

## What the shape says of nerves

Drawings with that part whose shape alone, without an answer, gives an item in each column. Pain
that comes down from above the knee to below it, on one side alone, gives one toward a nerve; pain
that stays above it gives one toward a muscle; pain below it alone, or down both legs, gives none:
of people with proven pain of the hip joint 22 % felt it there too (Lesher 2008). The app says
beside each how little it tells.

{nerve}

## Beside published drawings

{published}
"""


PUBLISHED = """\
Of {calves:,} drawings with pain in one calf alone, more than half of the marks lie inside the
L5 dermatome of one side in {l5}, inside the S1 dermatome in {s1}. Of people with a proven
compression of these roots it was 1 % and 0 % (Taylor 2013). The app names no dermatome: all of them
stand as one.

Joints are listed as felt where a drawing is, with the share of people who felt each place, when at
least half of it lies where a tenth of the people studied felt them:
{joints}.
Of people with pain of the hip joint 71 % felt it in the buttock and 22 % below the knee (Lesher
2008), of those with sacroiliac pain 94 % and 28 % (Slipman 2000): what a drawing shows there is no
sign against a joint, and the app does not say so."""


@dataclass(frozen=True)
class Read:
    """What one drawing comes to.

    explained: the part 0..1 that the best set of one, two and three points explains; left: parts
    of which the best set of three leaves more than half; toward: the columns of the nerve reading
    in which the shape alone has an item; mostly_in: dermatomes of a side that hold more than half
    of the marks; joints: those that are listed as felt there.
    """

    explained: tuple[float, ...]
    left: frozenset[str]
    toward: tuple[str, ...]
    mostly_in: frozenset[str]
    joints: frozenset[str]


@lru_cache(maxsize=1)
def atlas() -> Atlas:
    """The atlas of this process."""
    return load_atlas()


def read_one(drawing: Drawing) -> Read:
    """Match a drawing, and read what its shape says of nerves."""
    pain = PainDrawing.from_regions(atlas(), drawing.regions)
    sets = point_sets(atlas(), pain, max(SIZES))
    by_size = [each.coverage for each in sets] or [0.0]
    explained = tuple(by_size[min(size, len(by_size)) - 1] for size in SIZES)
    nerve = read_nerves(atlas(), pain)
    columns = ("toward_nerve", "toward_muscle", "toward_neither")
    toward = tuple(name for name in columns if getattr(nerve, name))
    members = [(m.trigger_point, m.side) for m in sets[-1].members] if sets else []
    joints = frozenset(each.id for each in nerve.joints)
    return Read(explained, _left(drawing, members), toward, _mostly_in(pain), joints)


def _mostly_in(pain: PainDrawing) -> frozenset[str]:
    """Dermatomes, of either side, that hold more than half of a drawing."""
    here = atlas()
    weighted = here.skin.area * pain.weights
    return frozenset(
        root.id
        for root in here.dermatomes
        for weights in (here.areas[root.id].weights,)
        if max(weighted @ weights, weighted @ here.skin.mirrored(weights)) > HALF * weighted.sum()
    )


def _left(drawing: Drawing, members: list[tuple[str, str]]) -> frozenset[str]:
    """Parts of which no member's pattern holds half."""
    here = atlas()
    held = np.zeros(len(here.skin.area), bool)
    for point, side in members:
        held |= here.pattern_weights(point, side) > 0
    names = [region.id for region in here.regions]
    left: set[str] = set()
    for part, side in drawing.parts:
        numbers = [names.index(f"{region}_{side}") for region in PARTS[part]]
        skin = np.isin(here.skin.region, numbers)
        if here.skin.area[skin & held].sum() < HALF * here.skin.area[skin].sum():
            left.add(part)
    return frozenset(left)


def read_piece(drawings: list[Drawing]) -> list[Read]:
    """Some of the drawings."""
    return [read_one(each) for each in drawings]


def read_all(drawings: list[Drawing], workers: int) -> tuple[list[Read], float]:
    """Every drawing read, each different one once, and the seconds that one takes."""
    different = list({each.parts: each for each in drawings}.values())
    pieces = [different[start : start + PIECE] for start in range(0, len(different), PIECE)]
    began = time.perf_counter()
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        read = [each for piece in pool.map(read_piece, pieces) for each in piece]
    seconds = (time.perf_counter() - began) * workers / len(different)
    by_parts = {each.parts: result for each, result in zip(different, read, strict=True)}
    return [by_parts[each.parts] for each in drawings], seconds


def _table(head: str, rows: list[str]) -> str:
    columns = head.count("|") - 1
    return "\n".join([head, "|" + "---|" * columns, *rows])


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def explained_table(read: list[Read]) -> str:
    """How much the best one, two and three points explain."""
    shares = np.array([each.explained for each in read])
    rows = [
        f"| {size} | {_percent(np.median(shares[:, at]))} | {_percent(shares[:, at].mean())} "
        f"| {_percent((shares[:, at] < HALF).mean())} |"
        for at, size in enumerate(SIZES)
    ]
    return _table("| points | explained, median | mean | drawings under half |", rows)


def parts_table(drawings: list[Drawing], read: list[Read]) -> str:
    """By part: how often it is marked, and left unexplained by the best three points."""
    marked, left = Counter[str](), Counter[str]()
    for drawing, each in zip(drawings, read, strict=True):
        marked.update({part for part, _ in drawing.parts})
        left.update(each.left)
    rows = [
        f"| {part} | {_percent(number / len(drawings))} | {_percent(left[part] / number)} |"
        for part, number in sorted(marked.items(), key=lambda item: -left[item[0]] / item[1])
    ]
    return _table("| part | marked in | then left mostly unexplained |", rows)


def nerve_table(drawings: list[Drawing], read: list[Read]) -> str:
    """By part: whether the shape alone has an item toward a nerve, a muscle, neither."""
    rows: list[str] = []
    columns = ("toward_nerve", "toward_muscle", "toward_neither")
    for part in PARTS:
        here = [r for d, r in zip(drawings, read, strict=True) if part in dict(d.parts)]
        shares = [sum(name in each.toward for each in here) / max(len(here), 1) for name in columns]
        rows.append(f"| {part} | " + " | ".join(map(_percent, shares)) + " |")
    return _table("| part | toward a nerve | toward a muscle | toward neither |", rows)


def published_text(drawings: list[Drawing], read: list[Read]) -> str:
    """What the maps of nerves and joints say of drawings that studies report, too."""
    one_calf = [
        r
        for d, r in zip(drawings, read, strict=True)
        if len({side for part, side in d.parts if part == "calf"}) == 1
    ]
    inside = {
        root: sum(root in each.mostly_in for each in one_calf) / max(len(one_calf), 1)
        for root in ("l5", "s1")
    }
    joints = Counter(joint for each in read for joint in each.joints)
    listed = ", ".join(
        f"{key.replace('_', ' ')} {_percent(number / len(read))}"
        for key, number in sorted(joints.items())
    )
    return PUBLISHED.format(
        calves=len(one_calf), l5=_percent(inside["l5"]), s1=_percent(inside["s1"]), joints=listed
    )


def by_count_table(drawings: list[Drawing], read: list[Read]) -> str:
    """How much three points explain of drawings with few and many parts."""
    rows: list[str] = []
    for least, most in ((1, 1), (2, 3), (4, 6), (7, 12), (13, 99)):
        here = [
            r.explained[-1]
            for d, r in zip(drawings, read, strict=True)
            if least <= len(d.parts) <= most
        ]
        name = str(least) if least == most else f"{least} to {most}" if most < 99 else f"{least} on"
        share = len(here) / len(drawings)
        rows.append(f"| {name} | {_percent(share)} | {_percent(float(np.median(here or [0])))} |")
    return _table("| parts marked | drawings | explained by three points, median |", rows)


def page(drawings: list[Drawing], people: int, read: list[Read], milliseconds: float) -> str:
    """The whole page."""
    return HEAD.format(
        people=people,
        lower=len(drawings),
        upper=_percent(sum(each.upper for each in drawings) / len(drawings)),
        many=f"{np.median([len(each.parts) for each in drawings]):.0f}",
        parts=2 * len(PARTS),
        ms=milliseconds,
        explained=explained_table(read),
        by_count=by_count_table(drawings, read),
        left=parts_table(drawings, read),
        nerve=nerve_table(drawings, read),
        published=published_text(drawings, read),
    )


def main() -> None:
    """Read the drawings, and print or write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--first", type=int, help="read only so many")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    if given.folder is None:
        print("no folder given: real drawings are not shipped, so name a folder of them")
        return
    drawings, people = read_drawings(given.folder)
    drawings = drawings[: given.first]
    read, seconds = read_all(drawings, given.workers)
    text = page(drawings, people, read, 1000 * seconds)
    if given.write:
        PAGE.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
