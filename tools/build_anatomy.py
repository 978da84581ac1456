"""Computes ``anatomy/computed/`` from the body meshes.

    python tools/build_anatomy.py FOLDER_OF_MESHES [--only-structures]

Needs the packages of the ``tools`` extra. A user never runs this: what it writes is in the repo.
A second run writes the same bytes. ``--only-structures`` keeps the skin and the regions and
redraws muscles and nerves, after a muscle file was added.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import tomllib
from pathlib import Path

import numpy as np
from shapely import MultiPolygon, unary_union

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tools")]

from anatomy_build import body as bodies  # noqa: E402
from anatomy_build import meshes, regions, skin, structures  # noqa: E402
from referral_map.geometry.frame import DRAWN_VIEWS, VIEWS  # noqa: E402
from referral_map.geometry.paths import line_to_path, path_to_shape, shape_to_path  # noqa: E402

ANATOMY = ROOT / "anatomy"
COMPUTED = ANATOMY / "computed"
SURFACE_STEP = {"back": 3.0, "front": 3.0, "right": 3.0, "soles": 1.5}


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
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
    """Muscles and nerves of every view, and how deep each muscle lies."""
    drawings = {
        name: json.loads((COMPUTED / "views" / f"{name}.json").read_text()) for name in DRAWN_VIEWS
    }
    all_muscles = meshes.read(folder, "muscles")
    used = {
        mid: [all_muscles[name] for name in record["structures"]]
        for mid, record in records("muscles").items()
    }
    with np.load(COMPUTED / "skin.npz") as data:
        cloud = {key: data[key] for key in data}
    normal = cloud["normal"] / 127.0
    torso = cloud["region"] >= 0
    measured = {}
    inside = {name: MultiPolygon(path_to_shape(drawings[name]["body"])) for name in DRAWN_VIEWS}
    for drawing in drawings.values():
        drawing["muscles"], drawing["nerves"] = {}, {}
    covers = {n: _cover_weight(n, m) for n, m in all_muscles.items()}
    for mid, heads in used.items():
        whole = heads[0].joined(*heads[1:])
        others = [
            (m, covers[n])
            for n, m in all_muscles.items()
            if covers[n] and not any(m is head for head in heads)
        ]
        depth, cover, nearest = structures.depth_and_cover(
            whole, others, cloud["xyz"][torso], normal[torso]
        )
        measured[mid] = {
            "depth_mm": round(depth, 1),
            "cover": round(cover, 2),
            "layer": structures.layer(cover),
        }
        for column, name in enumerate(DRAWN_VIEWS):
            facing = float(cloud["seen"][torso][nearest, column].mean())
            if facing < structures.LEAST_FACING:
                continue
            path = structures.muscle_drawing(heads, VIEWS[name], inside[name])
            drawings[name]["muscles"][mid] = {"path": path, "facing": round(facing, 2)}
    nerve_meshes = meshes.read(folder, "nerves")
    for record in records("nerves").values():
        for branch in record["branches"]:
            lines = [
                line
                for name in branch["structures"]
                for line in structures.nerve_lines(nerve_meshes[name])
            ]
            for name in DRAWN_VIEWS:
                drawn = structures.nerve_drawing(lines, VIEWS[name])
                if drawn:
                    drawings[name]["nerves"][branch["id"]] = drawn
    dump(COMPUTED / "muscles.json", measured)
    for name, drawing in drawings.items():
        dump(COMPUTED / "views" / f"{name}.json", drawing)


def _cover_weight(name: str, mesh: meshes.Mesh) -> float:
    """What a muscle counts as a layer over another: flesh 1, a thin sheet 0.5, tendon 0."""
    none = (
        "tendon",
        "aponeurosis",
        "transversus",
        "intercostal",
        "anal",
        "diaphragm",
        "hand",
        "pollicis",
        "carpi",
        "brachi",
        "pronator",
        "finger",
    )
    sheets = ("latissimus", "serratus", "oblique")
    if mesh.vertices[:, 1].min() > 1100 or any(word in name for word in none):
        return 0.0
    return 0.5 if any(word in name for word in sheets) else 1.0


if __name__ == "__main__":
    main()
