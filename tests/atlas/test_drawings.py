"""The drawings of the views: small, valid, inside the body, and complete."""

import gzip
import hashlib
import json
import re
from collections import Counter

import pytest
from shapely import Point, Polygon

from referral_map import load_atlas
from referral_map.atlas.drawings import drawings, drawn_map
from referral_map.atlas.folded import MARK_RADIUS_MM, folded_view
from referral_map.atlas.folder import anatomy_folder
from referral_map.domain import BODIES
from referral_map.geometry.body_frame import DRAWN_VIEWS, VIEWS
from referral_map.geometry.paths import path_to_lines, path_to_shape, shape_to_path

HAIR_MM = 1.5
ONE_PIECE = ("back", "front", "right", "left", "head_top")
ALL_BYTES, VIEW_BYTES, PACKED_BYTES = 6_000_000, 400_000, 120_000
PAIR = r"-?\d+(\.\d)?,-?\d+(\.\d)?"
ONE_PAIR = r"-?[\d.]+,-?[\d.]+"
PATH = re.compile(rf"(M{PAIR}( {PAIR})*(C{PAIR}( {PAIR})*)?Z?)*")


def every_path(content):
    """All path data in nested plain data, with where it stands."""
    if isinstance(content, dict):
        for key, value in content.items():
            yield from ((f"{key} {where}", path) for where, path in every_path(value))
    elif isinstance(content, list):
        for value in content:
            yield from every_path(value)
    elif isinstance(content, str) and (content == "" or re.match(r"M-?\d", content)):
        yield "", content


@pytest.fixture(scope="module", params=list(VIEWS))
def view(drawn, request) -> dict:
    return drawn["views"][request.param] | {"name": request.param}


def test_the_measured_geometry_is_small_enough_to_ship():
    files = [path for path in (anatomy_folder() / "computed").rglob("*") if path.is_file()]
    assert len(files) >= 8
    assert sum(path.stat().st_size for path in files) < ALL_BYTES


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("name", DRAWN_VIEWS)
def test_every_stored_drawing_is_small(name, body):
    path = anatomy_folder() / "computed" / body / "views" / f"{name}.json"
    assert 1_000 < path.stat().st_size < VIEW_BYTES


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("name", DRAWN_VIEWS)
def test_every_view_a_browser_gets_is_small(name, body):
    sent = json.dumps(folded_view(load_atlas(body=body), name), separators=(",", ":"))
    assert 1_000 < len(gzip.compress(sent.encode(), 9)) < PACKED_BYTES


def test_the_body_is_one_valid_outline(view):
    body = path_to_shape(view["body"])
    parts = 1 if view["name"] in ONE_PIECE else 2
    assert body.is_valid
    assert len([part for part in body.geoms if part.area > 100]) == parts
    u, v, width, height = view["window"]
    low_u, low_v, high_u, high_v = body.bounds
    assert u - 3 <= low_u < high_u <= u + width + 3
    assert v - 3 <= low_v < high_v <= v + height + 3
    assert 0.1 < body.area / (width * height) < 0.9


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("name", [name for name in DRAWN_VIEWS if VIEWS[name].two_sided])
def test_a_picture_of_both_sides_is_its_own_mirror_image(name, body):
    stored = anatomy_folder() / "computed" / body / "views" / f"{name}.json"
    drawing = json.loads(stored.read_text())
    lines = {"body": drawing["body"], "bony": drawing["bony"], "folds": drawing["folds"]}
    lines |= {f"shade {step}": path for step, path in enumerate(drawing["shades"])}
    assert any(lines.values())
    for what, path in lines.items():
        places = [tuple(map(float, pair.split(","))) for pair in re.findall(ONE_PAIR, path)]
        assert Counter(places) == Counter((-u, v) for u, v in places), what


def test_muscles_are_valid_and_inside_the_body(view):
    body = path_to_shape(view["body"]).buffer(HAIR_MM)
    for muscle, sides in view["muscles"].items():
        for side, path in sides.items():
            shape = path_to_shape(path)
            assert shape.is_valid, (muscle, side)
            assert shape.area > 25, (muscle, side)
            assert shape.difference(body).area < 0.02 * shape.area + 5, (muscle, side)


def test_bones_and_nerves_lie_inside_the_body(view):
    body = path_to_shape(view["body"]).buffer(1.5)
    assert view["bones"]
    for name, bone in view["bones"].items():
        shape = path_to_shape(bone["path"])
        assert shape.difference(body).area < 0.05 * shape.area + 5, name
        assert all(body.intersects(piece) for piece in shape.geoms), name
    for sides in view["nerves"].values():
        for line in (line for lines in sides.values() for line in lines):
            (points,) = path_to_lines(line["path"])
            inside = [body.buffer(3).contains(Point(point)) for point in points]
            assert sum(inside) >= 0.9 * len(inside)
            assert 0 < line["width"] < 30


def test_the_order_names_what_is_drawn_each_once(view):
    drawn = [f"bone:{bone}" for bone in view["bones"]]
    drawn += [f"muscle:{muscle}" for muscle in view["muscles"]]
    assert sorted(view["order"]) == sorted(drawn)
    over = {each for sides in view["nerves"].values() for lines in sides.values()
            for line in lines for each in line["under"]}  # fmt: skip
    assert over <= set(drawn)
    for patch in view["patches"]:
        assert view["order"].index(patch["of"]) < view["order"].index(patch["over"])


def test_a_point_is_marked_where_its_muscle_is_drawn(drawn, view):
    marks = 0
    for point_id, sides in view["patterns"].items():
        muscle = drawn["trigger_points"][point_id]["muscle"]
        for side, pattern in sides.items():
            if pattern["mark"]:
                marks += 1
                shape = path_to_shape(view["muscles"][muscle][side])
                assert shape.distance(Point(pattern["mark"])) < MARK_RADIUS_MM
    assert marks >= (8 if view["name"] in ("back", "right", "left") else 0)


def test_every_muscle_and_point_is_shown_somewhere(atlas, drawn):
    views = drawn["views"].values()
    assert len(atlas.muscles) >= 14
    for muscle in atlas.muscles:
        assert any(muscle.id in view["muscles"] for view in views), muscle.id
    for point in atlas.trigger_points:
        view = drawn["views"][point.view]
        assert view["patterns"][point.id]["right"]["mark"], point.id
        zones = [view["patterns"].get(point.id, {}).get("right", {}) for view in views]
        assert any(zone.get("essential") for zone in zones), point.id
        assert any(zone.get("spillover") for zone in zones) == bool(point.spillover), point.id


def test_all_coordinates_are_tenths_of_a_millimetre(view):
    paths = [path for _, path in every_path({k: v for k, v in view.items() if k != "name"})]
    assert len(paths) > 20
    for path in paths:
        assert PATH.fullmatch(path), path[:80]


def test_names_and_records_go_with_the_drawings(atlas, drawn):
    assert [region["id"] for region in drawn["regions"]] == [r.id for r in atlas.regions]
    assert set(drawn["muscles"]) == {muscle.id for muscle in atlas.muscles}
    assert set(drawn["trigger_points"]) == {point.id for point in atlas.trigger_points}
    for words in ("BodyParts3D", "Z-Anatomy", "MakeHuman", "CC BY-SA 4.0"):
        assert words in drawn["credit"]


def test_the_hash_is_that_of_the_content(atlas, drawn):
    frames = {name: drawn_map(atlas)["views"][name] for name in VIEWS}
    content = {key: value for key, value in drawn.items() if key not in ("hash", "views")}
    parts = [content | {"views": frames}, drawn["views"]]
    text = json.dumps(parts, sort_keys=True, separators=(",", ":"))
    assert drawn["hash"] == hashlib.sha256(text.encode()).hexdigest()[:16]
    assert drawings(atlas) == drawn


def test_the_drawings_are_plain_data(drawn):
    assert json.loads(json.dumps(drawn)) == drawn


@pytest.mark.parametrize("name", DRAWN_VIEWS)
def test_holes_run_the_other_way_round(atlas, name):
    """So that a hole stays open whether a drawing program fills by even-odd or by winding."""
    drawing = atlas.computed.drawings[name]
    paths = [drawing["body"], *drawing["regions"].values()]
    paths += [muscle["path"] for muscle in drawing["muscles"].values()]
    for point in atlas.trigger_points:
        shown = atlas.outline(point.id, name)
        paths += [shape_to_path(shape) for shape in (shown.essential, shown.spillover)]
    compared = 0
    for path in filter(None, paths):
        rings = [Polygon(line) for line in path_to_lines(path) if len(line) > 3]
        if not all(ring.is_valid for ring in rings):
            continue  # rounded to a ring that touches itself, which has no one direction
        compared += 1
        signed = sum(ring.area * (1 if ring.exterior.is_ccw else -1) for ring in rings)
        assert abs(signed) == pytest.approx(path_to_shape(path).area, abs=1)
    assert compared > 10


def test_the_sciatic_nerve_is_drawn_with_the_main_line_of_each_part(atlas, drawn):
    family = [n for n in atlas.nerves if n.part_of == "sciatic_nerve"]
    assert len(family) >= 5
    lines = drawn["views"]["back"]["nerves"]["sciatic_nerve"]["right"]
    names = [line["name"] for line in lines]
    for nerve in family:
        for branch in nerve.branches:
            assert names.count(branch.name) >= 1, branch.name
