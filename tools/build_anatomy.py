"""Computes ``anatomy/computed/`` from the body meshes.

    python tools/build_anatomy.py FOLDER_OF_MESHES [--only-structures]

Needs the packages of the ``tools`` extra. A user never runs this: its output is in the repository.
A second run writes the same bytes. ``--only-structures`` keeps the skin and the surfaces and
redraws the views, after a muscle file was added.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import re
import sys
import time
import tomllib
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from anatomy_build import body as bodies  # noqa: E402
from anatomy_build import carry_over, drawing, fibres, flesh, meshes, skin  # noqa: E402
from anatomy_build.nerve_drawing import Line  # noqa: E402
from referral_map.domain import BODIES, DRAWN_VIEWS, MEASURED_BODY, Body  # noqa: E402
from referral_map.geometry.body_frame import VIEWS  # noqa: E402

ANATOMY = ROOT / "anatomy"
COMPUTED = ANATOMY / "computed"
NUMBERS = re.compile(r"\[\s+-?[\d.]+(?:,\s+-?[\d.]+)*\s+\]")
FORK = multiprocessing.get_context("fork")
SURFACE_STEP = {name: 1.5 if bodies.is_fine(VIEWS[name]) else 3.0 for name in DRAWN_VIEWS}


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("meshes", type=Path, help="folder that holds male/, female/ and first/")
    parser.add_argument("--only-structures", action="store_true")
    options = parser.parse_args()
    started = time.time()
    measured = bodies.measure(options.meshes)
    if not options.only_structures:
        write_skin(measured)
        carry_over.write(options.meshes / "first", measured[MEASURED_BODY], COMPUTED)
        print(f"skin and regions: {time.time() - started:.0f} s")
    # A process a body: they inherit what was measured, so nothing is sent to them.
    works = [FORK.Process(target=write_views, args=(options.meshes, measured[b])) for b in BODIES]
    for work in works:
        work.start()
    for work in works:
        work.join()
    if any(work.exitcode for work in works):
        raise SystemExit("the views could not be drawn")
    size = sum(f.stat().st_size for f in COMPUTED.rglob("*") if f.is_file())
    print(f"all: {time.time() - started:.0f} s, {size / 1e6:.2f} MB")


def dump(path: Path, content: dict) -> None:
    """Writes JSON in canonical form: sorted keys, one space of indent, lists of numbers in a line,
    a final newline."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(content, indent=1, sort_keys=True)
    path.write_text(NUMBERS.sub(in_a_line, text) + "\n", encoding="utf-8")


def in_a_line(numbers: re.Match[str]) -> str:
    """A list of numbers without its line breaks."""
    return " ".join(numbers[0].split()).replace("[ ", "[").replace(" ]", "]")


def write_skin(measured: dict[Body, bodies.MeasuredBody]) -> None:
    """Skin points with their regions, and on each body their places, what is seen, landmarks."""
    man = measured[MEASURED_BODY]
    index, owner = skin.even_points(man.xyz, man.normal, man.shared.part)
    region = man.shared.region[index]
    order = sorted(set(region.tolist()))
    COMPUTED.mkdir(exist_ok=True)
    np.savez_compressed(
        COMPUTED / "skin.npz", region=np.array([order.index(name) for name in region], dtype="i1")
    )
    for name, body in measured.items():
        folder = COMPUTED / name
        folder.mkdir(exist_ok=True)
        np.savez_compressed(
            folder / "skin.npz",
            xyz=np.round(body.xyz[index], 1).astype("<f4"),
            normal=np.round(body.normal[index] * 127).astype("i1"),
            area=np.bincount(owner, body.area, len(index)).astype("<f4"),
            seen=np.packbits(bodies.seen(body, index), axis=0),
        )
        np.savez_compressed(folder / "surfaces.npz", allow_pickle=True, **surfaces(body))
        dump(
            folder / "body.json",
            {
                "area_cm2": round(body.whole_area_cm2, 1),
                "height_mm": round(float(body.xyz[:, 1].max()), 1),
                "landmarks": body.landmarks,
                "regions": order,
                "segments": {key: segment_record(s) for key, s in body.segments.items()},
                "surface_step_mm": SURFACE_STEP,
            },
        )


def surfaces(body: bodies.MeasuredBody) -> dict[str, np.ndarray]:
    """The skin that each view sees, on a grid: tenths of a mm, and normals times 127."""
    grids = {}
    for name in DRAWN_VIEWS:
        surface = bodies.surface_grid(body, VIEWS[name], SURFACE_STEP[name])
        depth = np.nan_to_num(surface["depth"] * 10, nan=-32768)
        grids[f"{name}_depth"] = np.round(depth).astype("<i2")
        grids[f"{name}_normal"] = np.round(surface["normal"] * 127).astype("i1")
    return grids


def segment_record(segment: bodies.Segment) -> dict:
    """A limb segment as plain lists, mm."""
    return {
        key: np.round(getattr(segment, key), 4).tolist()
        for key in ("start", "end", "outward", "centres", "half_widths")
    }


def records(folder: str) -> dict[str, dict]:
    """Every record of a folder of anatomy/ by id, read without the library's checks."""
    files = sorted((ANATOMY / folder).glob("*.toml"))
    return {f.stem: tomllib.loads(f.read_text(encoding="utf-8")) for f in files}


def write_views(folder: Path, body: bodies.MeasuredBody) -> None:
    """The views of a body; of the measured one also how deep muscles lie and what runs by them."""
    own = folder / bodies.MESH_FOLDERS[body.name]
    all_muscles = meshes.read(own, "muscles")
    muscles, nerves = records("muscles"), records("nerves")
    heads = {mid: flesh.heads_of(record, all_muscles) for mid, record in muscles.items()}
    lines = flesh.nerve_lines(nerves, meshes.read(own, "nerves"))
    with np.load(COMPUTED / body.name / "skin.npz") as data:
        xyz, normal = data["xyz"].astype(float), data["normal"] / 127.0
        seen = np.unpackbits(data["seen"], axis=0, count=len(xyz)).astype(bool)
    dump(COMPUTED / body.name / "nerves.json", {"lines": line_records(lines)})
    if body.name == MEASURED_BODY:
        top = float(body.landmarks["t9_spine"]["bone"][1])
        measured = flesh.measure_muscles(muscles, all_muscles, xyz, normal, top)
        dump(COMPUTED / "muscles.json", measured)
        dump(COMPUTED / "near_nerves.json", flesh.distances(heads, lines, nerves))
    on_bone = fibres.BoneParts.of(body.bones)
    drawn = drawing.Flesh(
        {mid: [fibres.course(mesh, on_bone) for mesh in parts] for mid, parts in heads.items()},
        {mid: {p["view"] for p in record["trigger_points"]} for mid, record in muscles.items()},
        lines,
    )
    cloud = drawing.SkinCloud(xyz, dict(zip(DRAWN_VIEWS, seen.T, strict=True)))
    for name in DRAWN_VIEWS:
        view = drawing.drawn_view(body, VIEWS[name], drawn, cloud)
        dump(COMPUTED / body.name / "views" / f"{name}.json", view)


def line_records(lines: dict[str, list[Line]]) -> dict[str, list[dict]]:
    """Centre lines every 6 mm, mm, with their width."""
    return {
        branch: [
            {"line": np.round(line.places[::3], 1).tolist(), "width": line.width}
            for line in several
        ]
        for branch, several in lines.items()
    }


if __name__ == "__main__":
    main()
