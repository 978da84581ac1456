"""What a view shows of a zone: valid, inside the body, and just what lies on the seen skin."""

import numpy as np
import pytest
import shapely

from referral_map.atlas.patterns import ON_NAMED_SIDE, on_sides
from referral_map.geometry.body_frame import DRAWN_VIEWS, VIEWS
from referral_map.geometry.paths import path_to_shape
from referral_map.geometry.zones import field

HAIR_MM = 0.15
SKIN_POINT_MM = 9
CLEFT_MM = 5
WITH_ZONES = [name for name in DRAWN_VIEWS if "lower" in VIEWS[name].windows]


def shown_zones(drawn):
    """Every drawn zone: view, trigger point, side, zone, shape."""
    for name, view in drawn["views"].items():
        for point_id, sides in view["patterns"].items():
            for side, pattern in sides.items():
                for zone in ("essential", "spillover"):
                    if pattern[zone]:
                        yield name, point_id, side, zone, path_to_shape(pattern[zone])


@pytest.fixture(scope="module")
def zones(drawn):
    return list(shown_zones(drawn))


def test_every_zone_is_valid_and_inside_the_body(drawn, zones):
    bodies = {
        name: path_to_shape(view["body"]).buffer(HAIR_MM) for name, view in drawn["views"].items()
    }
    assert len(zones) > 200
    for name, point_id, side, zone, shape in zones:
        assert shape.is_valid, (name, point_id, side, zone)
        assert shape.difference(bodies[name]).area < 1, (name, point_id, side, zone)


def test_essential_and_spillover_do_not_overlap(zones):
    shapes = {(*key, zone): shape for *key, zone, shape in zones}
    both = {key[:3] for key in shapes if key[3] == "essential"} & {
        key[:3] for key in shapes if key[3] == "spillover"
    }
    assert len(both) > 80
    for key in both:
        overlap = shapes[*key, "essential"].intersection(shapes[*key, "spillover"])
        assert overlap.area < 5, key


@pytest.mark.parametrize("view", WITH_ZONES)
def test_the_picture_shows_the_zone_on_the_skin_it_lies_on(atlas, view):
    """True to one skin point, wherever the skin is not seen edge on. A cleft too narrow for the
    picture, as between two toes, may be bridged where the border runs on its walls."""
    half = atlas.skin.half
    facing = VIEWS[view].facing(atlas.skin.normal[:half], atlas.skin.xyz[:half]) > 0.4
    seen = np.flatnonzero(atlas.skin.seen[view][:half] & facing)
    dots = np.asarray(shapely.points(VIEWS[view].project(atlas.skin.xyz[seen])))
    assert len(seen) > 150
    compared = 0
    places = atlas.skin.xyz[seen], atlas.skin.normal[seen]
    for point in atlas.trigger_points:
        shown, pattern = atlas.outline(point.id, view), atlas.patterns[point.id]
        for name, weight in (("essential", 1.0), ("spillover", 0.7)):
            zone, inside = getattr(shown, name), pattern.weights[seen] == weight
            compared += inside.sum()
            if inside.sum() > 2:  # a point or two at the tip of a toe is too small to draw
                near = np.asarray(shapely.dwithin(zone, dots[inside], SKIN_POINT_MM))
                assert near.mean() > (0.7 if view == "feet_tops" else 0.85), (point.id, weight)
            deep = shapely.contains(zone.buffer(-SKIN_POINT_MM), dots)
            depth = field(on_sides(getattr(pattern, name), ON_NAMED_SIDE), *places)
            assert not (deep & ~inside & (depth < -CLEFT_MM)).any(), (point.id, weight)
            assert not (deep & ~inside & (pattern.weights[seen] > weight)).any(), (point.id, weight)
    assert compared > 100


@pytest.mark.parametrize("view", DRAWN_VIEWS)
def test_no_brush_shows_nothing(atlas, view):
    assert atlas.computed.surfaces[view].outline([]).is_empty


def test_a_zone_ends_on_the_outline_of_the_body(drawn):
    """No light between a zone and the edge of the body that it reaches round."""
    view = drawn["views"]["right"]
    body = path_to_shape(view["body"])
    zone = path_to_shape(view["patterns"]["gluteus_minimus_posterior"]["right"]["spillover"])
    assert body.boundary.intersection(zone.buffer(HAIR_MM)).length > 50
