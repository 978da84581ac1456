"""Computes ``anatomy/computed/`` from the body meshes.

    python tools/build_anatomy.py FOLDER_OF_MESHES [--only-structures]

Needs the packages of the ``tools`` extra. A user never runs this: its output is in the repository.
A second run writes the same bytes. ``--only-structures`` keeps the skin and the regions and redraws
muscles and nerves, after a muscle file was added.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tomllib
from pathlib import Path

import numpy as np
from shapely import unary_union

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from anatomy_build import body as bodies  # noqa: E402
from anatomy_build import flesh, meshes, regions, skin, structures  # noqa: E402
from referral_map.geometry.body_frame import DRAWN_VIEWS, VIEWS  # noqa: E402
from referral_map.geometry.paths import line_to_path, shape_to_path  # noqa: E402

ANATOMY = ROOT / "anatomy"
COMPUTED = ANATOMY / "computed"
SURFACE_STEP = {"back": 3.0, "front": 3.0, "right": 3.0, "soles": 1.5}


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("meshes", type=Path, help="folder that holds skin.glb, bones.glb, ...")
    parser.add_argument("--only-structures", action="store_true")
    options = parser.parse_args()
    started = time.time()
    (COMPUTED / "views").mkdir(parents=True, exist_ok=True)
    if not options.only_structures:
        write_skin_and_regions(bodies.measure(options.meshes))
        print(f"skin and regions: {time.time() - started:.0f} s")
    write_structures(options.meshes)
    size = sum(f.stat().st_size for f in COMPUTED.rglob("*") if f.is_file())
    print(f"all: {time.time() - started:.0f} s, {size / 1e6:.2f} MB")


def dump(path: Path, content: dict) -> None:
    """Writes JSON in canonical form: sorted keys, one space of indent, a final newline."""
    path.write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def write_skin_and_regions(body: bodies.Body) -> None:
    """Skin points, surfaces, landmarks and limb axes, body outline, bones and regions."""
    sample = skin.DenseSkin(body.xyz[::3], body.normal[::3], body.area_cm2 / 2)
    whole = skin.DenseSkin(sample.xyz, sample.normal, body.area_cm2)
    xyz, normal, area = skin.even_points(whole)
    nearest = structures.cKDTree(body.xyz).query(xyz)[1]
    part = body.region[nearest]
    order = sorted(set(body.region.tolist()) - {regions.ARM, regions.CONTEXT})
    index = np.array([order.index(name) if name in order else -1 for name in part])
    views = bodies.seen(body, xyz, normal, part)
    np.savez_compressed(
        COMPUTED / "skin.npz",
        xyz=xyz.astype("<f4"),
        normal=np.round(normal * 127).astype("i1"),
        area=np.round(area, 4).astype("<f4"),
        region=index.astype("i1"),
        seen=np.column_stack([views[name] for name in DRAWN_VIEWS]),
    )
    surfaces = {}
    for name in DRAWN_VIEWS:
        surface = bodies.surface_grid(body, VIEWS[name], SURFACE_STEP[name])
        depth = np.nan_to_num(surface["depth"] * 10, nan=-32768)
        surfaces[f"{name}_depth"] = np.round(depth).astype("<i2")
        surfaces[f"{name}_normal"] = np.round(surface["normal"] * 127).astype("i1")
    np.savez_compressed(COMPUTED / "surfaces.npz", **surfaces)
    dump(
        COMPUTED / "body.json",
        {
            "area_cm2": round(body.area_cm2, 1),
            "landmarks": body.landmarks,
            "regions": order,
            "segments": {name: segment_record(s) for name, s in body.segments.items()},
            "surface_step_mm": SURFACE_STEP,
        },
    )
    for name in DRAWN_VIEWS:
        dump(COMPUTED / "views" / f"{name}.json", skin_drawing(body, name))


def segment_record(segment: bodies.Segment) -> dict:
    """A limb segment as plain lists, mm."""
    return {
        key: np.round(getattr(segment, key), 4).tolist()
        for key in ("start", "end", "outward", "centres", "half_widths")
    }


def skin_drawing(body: bodies.Body, view_name: str) -> dict:
    """Body outline, bones and regions of one view, right side."""
    view = VIEWS[view_name]
    shapes = bodies.region_polygons(body, view)
    shapes.pop(regions.ARM, None)
    trunk = unary_union([s for part in shapes.values() for s in part])
    shapes.pop(regions.CONTEXT, None)
    return {
        "view": view_name,
        "body": shape_to_path(trunk),
        "creases": creases(body, view_name),
        "bones": structures.bone_drawing(body, view),
        "regions": {name: shape_to_path(unary_union(part)) for name, part in shapes.items()},
        "muscles": {},
        "nerves": {},
    }


def creases(body: bodies.Body, view_name: str) -> str:
    """The lines that make skin read as a body: the cleft between the legs, the fold of the buttock.

    The mesh joins the inner thighs with skin half way down; the cleft shows where they part.
    """
    view = VIEWS[view_name]
    at = {name: np.array(item["skin"]) for name, item in body.landmarks.items()}
    parting = np.array([0.0, 562.0, 0.0])
    if view_name not in ("back", "front"):
        return ""
    top = at["sacral_apex"] if view_name == "back" else at["pubic_symphysis"] - [0, 38, 0]
    lines = [np.array([top, parting]) * [0, 1, 1]]
    if view_name == "back":
        fold = at["gluteal_fold"]
        steps = np.linspace(-1, 1, 13)[:, None]
        arc = fold + np.hstack([steps * -44, -9 + 13 * steps**2 + 4 * steps, 0 * steps])
        lines.append(arc)
    return "".join(line_to_path(view.project(line)) for line in lines)


def records(folder: str) -> dict[str, dict]:
    """Every record of a folder of anatomy/ by id, read without the library's checks."""
    files = sorted((ANATOMY / folder).glob("*.toml"))
    return {f.stem: tomllib.loads(f.read_text(encoding="utf-8")) for f in files}


def write_structures(folder: Path) -> None:
    """Muscles and nerves of every view, how deep each muscle lies, and which nerves run by it."""
    drawings = {
        name: json.loads((COMPUTED / "views" / f"{name}.json").read_text()) for name in DRAWN_VIEWS
    }
    for drawing in drawings.values():
        drawing["muscles"], drawing["nerves"] = {}, {}
    with np.load(COMPUTED / "skin.npz") as data:
        skin_cloud = flesh.SkinCloud(
            data["xyz"], data["normal"] / 127.0, data["seen"], data["region"] >= 0
        )
    all_muscles = meshes.read(folder, "muscles")
    muscles = records("muscles")
    heads = {mid: flesh.heads_of(record, all_muscles) for mid, record in muscles.items()}
    measured = flesh.draw_muscles(muscles, all_muscles, skin_cloud, drawings)
    lines = flesh.draw_nerves(records("nerves"), meshes.read(folder, "nerves"), drawings)
    dump(COMPUTED / "muscles.json", measured)
    dump(
        COMPUTED / "nerves.json",
        {"lines": lines, "distances": flesh.distances(heads, lines, records("nerves"))},
    )
    for name, drawing in drawings.items():
        dump(COMPUTED / "views" / f"{name}.json", drawing)


if __name__ == "__main__":
    main()
