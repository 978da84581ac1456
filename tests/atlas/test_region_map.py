"""The clickable regions: they cover the skin and every picture of it, without gaps or overlaps."""

import numpy as np
import pytest
import shapely
from shapely import Polygon, unary_union

from referral_map.geometry.body_frame import VIEWS
from referral_map.geometry.paths import path_to_shape, polygons


@pytest.fixture(scope="module")
def shown(drawn) -> dict:
    """For each view, the polygons of the regions it shows."""
    return {
        name: {region: path_to_shape(path) for region, path in view["regions"].items()}
        for name, view in drawn["views"].items()
    }


def test_every_place_of_the_skin_has_a_region(atlas):
    assert (atlas.skin.region >= 0).all()
    assert len(set(atlas.skin.region.tolist())) == len(atlas.regions) == 244


def test_every_region_has_skin_on_its_own_side(atlas):
    assert len(atlas.regions) >= 80
    for region in atlas.regions:
        inside = atlas.skin.region == region.index
        assert inside.sum() >= 5, region.id
        assert (atlas.skin.right[inside] == (region.side == "right")).all(), region.id
        assert region.area_cm2 == pytest.approx(atlas.skin.area[inside].sum(), abs=0.06)


def test_the_areas_of_the_regions_are_the_area_of_the_clickable_skin(atlas):
    clickable = atlas.skin.area[atlas.skin.region >= 0].sum()
    assert sum(region.area_cm2 for region in atlas.regions) == pytest.approx(clickable, rel=1e-3)


def test_no_region_is_too_small_or_too_large_to_point_at(atlas):
    assert len(atlas.regions) >= 80
    for region in atlas.regions:
        assert 5 < region.area_cm2 < 480, region.id


def test_the_skin_of_a_region_hangs_together(atlas):
    """No stray points: each has a neighbour of its region within twice the usual spacing."""
    for region in atlas.regions[: len(atlas.regions) // 2]:
        xyz = atlas.skin.xyz[atlas.skin.region == region.index]
        away = np.linalg.norm(xyz[:, None] - xyz, axis=2)
        np.fill_diagonal(away, np.inf)
        assert away.min(axis=1).max() < 24, region.id


def test_a_region_is_in_the_views_that_draw_it(atlas, shown):
    assert len(atlas.regions) >= 80
    for region in atlas.regions:
        drawn_in = {name for name, regions in shown.items() if region.id in regions}
        assert set(region.views) == drawn_in, region.id
    for regions in shown.values():
        assert all(not shape.is_empty for shape in regions.values())


@pytest.mark.parametrize("view", list(VIEWS))
def test_the_regions_of_a_view_tile_it(shown, view):
    shapes = list(shown[view].values())
    whole = unary_union(shapes)
    assert len(shapes) >= 12
    assert all(shape.is_valid for shape in shapes)
    assert sum(shape.area for shape in shapes) == pytest.approx(whole.area, rel=1e-5)
    tree = shapely.STRtree(shapes)
    for one, other in tree.query(shapes, predicate="intersects").T:
        if one < other:
            assert shapes[one].intersection(shapes[other]).area < 0.5
    gaps = [Polygon(ring).area for part in polygons(whole) for ring in part.interiors]
    # Where the arm was cut from the trunk, a view of either may look past skin into nothing.
    assert sum(gaps) < (600 if view in ("head_top", "arms_outer") else 1)


@pytest.mark.parametrize("view", list(VIEWS))
def test_the_regions_of_a_view_lie_inside_the_body(drawn, shown, view):
    body = path_to_shape(drawn["views"][view]["body"]).buffer(1.5)
    for name, shape in shown[view].items():
        assert shape.difference(body).area < 8, name


@pytest.mark.parametrize("view", list(VIEWS))
def test_clicking_where_a_point_of_the_skin_is_seen_marks_its_region(atlas, shown, view):
    """True to one skin point, wherever the skin is not seen edge on."""
    skin, window = atlas.skin, VIEWS[view]
    facing = window.facing(skin.normal, skin.xyz) > 0.4
    compared = 0
    for region in atlas.regions:
        inside = np.flatnonzero((skin.region == region.index) & skin.seen[view] & facing)
        if len(inside) and view in region.views:
            dots = shapely.points(window.project(skin.xyz[inside]))
            far = ~shapely.dwithin(shown[view][region.id], dots, 9)
            assert far.mean() < 0.05, region.id
            compared += len(inside)
    assert compared > 250


@pytest.mark.parametrize("view", ["back", "front", "right", "left"])
def test_the_clickable_part_of_a_view_has_no_holes_in_the_leg(drawn, shown, view):
    """From the buttock to the ankle all of the body is clickable."""
    body = path_to_shape(drawn["views"][view]["body"])
    legs = body.intersection(shapely.box(-290, 1100, 290, 1600))
    missing = legs.difference(unary_union(list(shown[view].values())).buffer(1.5))
    assert legs.area > 30_000
    assert missing.area < 0.003 * legs.area
