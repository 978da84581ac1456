"""The skin points: even, whole, mirrored, facing outward."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_map import load_atlas
from referral_map.geometry.body_frame import DRAWN_VIEWS, VIEWS, mirror

BODY_CM2 = {"man": 17_964, "woman": 15_239}
"""The skin of each mesh, cm2."""

LITRES = {"man": 69.3, "woman": 53.0}
UNSEEN_SHARE = 0.06
"""Skin that no view shows at less than 60 degrees: in the armpit, between fingers, toes and thighs,
behind the ear."""


@pytest.fixture(scope="module", params=["man", "woman"])
def body(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def skin(atlas, body):
    return atlas.skin_of(body)


@pytest.fixture(scope="module")
def nearest_mm(skin) -> np.ndarray:
    """Distance from each right-sided point to the nearest other one, mm."""
    xyz = skin.xyz[: skin.half]
    squared = (xyz**2).sum(axis=1)
    found = np.empty(len(xyz))
    for start in range(0, len(xyz), 1000):
        rows = slice(start, start + 1000)
        away = squared[rows, None] + squared - 2 * xyz[rows] @ xyz.T
        away[np.arange(len(away)), np.arange(len(xyz))[rows]] = np.inf
        found[rows] = np.sqrt(np.maximum(away.min(axis=1), 0))
    return found


def test_there_are_about_20000_points(skin):
    assert 19_500 <= len(skin.xyz) <= 20_500
    assert skin.xyz.shape == skin.normal.shape == (2 * skin.half, 3)
    assert skin.area.shape == skin.region.shape == (2 * skin.half,)


def test_their_areas_add_up_to_the_skin_of_the_body(skin, body):
    assert skin.area.sum() == pytest.approx(BODY_CM2[body], rel=1e-4)


def test_every_point_has_about_its_share_of_the_skin(skin):
    assert skin.area.min() > 0
    assert np.quantile(skin.area, 0.01) > 0.2, "only in folds are points crowded"
    assert skin.area.max() < 3
    assert np.median(skin.area) == pytest.approx(0.95, abs=0.2)


def test_head_hands_and_feet_are_finer_than_the_trunk(atlas, skin):
    names = np.array([*atlas.computed.region_order] * 2)[skin.region]
    fine = np.isin(names, ["forehead", "palm", "toes_top", "index_finger_front"])
    trunk = np.isin(names, ["belly_upper", "low_back_lower", "thigh_front_middle"])
    assert fine.sum() > 200
    assert trunk.sum() > 200
    assert skin.area[fine].mean() < 0.6 * skin.area[trunk].mean()


def test_points_are_evenly_spread(nearest_mm):
    """Points strewn at random would often touch."""
    assert np.quantile(nearest_mm, 0.01) > 2.5
    assert nearest_mm.max() < 16
    assert np.median(nearest_mm) > 6


def test_a_point_is_the_same_place_on_both_bodies(atlas):
    """Neighbours on the one are neighbours on the other, of the same regions, at a like height."""
    man, woman = atlas.skin_of("man"), atlas.skin_of("woman")
    assert np.array_equal(man.region, woman.region)
    assert np.array_equal(man.right, woman.right)
    share = [skin.xyz[:, 1] / skin.xyz[:, 1].max() for skin in (man, woman)]
    assert np.abs(share[0] - share[1]).max() < 0.035
    assert ((man.normal * woman.normal).sum(axis=1) > 0.5).mean() > 0.99


def test_nearly_all_skin_is_seen_at_less_than_60_degrees_in_some_view(skin):
    best = np.zeros(len(skin.area))
    for name, view in VIEWS.items():
        facing = view.facing(skin.normal, skin.xyz)
        best = np.maximum(best, np.where(skin.seen[name], facing, 0.0))
    unseen = skin.area[best < 0.5].sum() / skin.area.sum()
    assert 0 < unseen < UNSEEN_SHARE


def test_the_left_half_is_the_exact_mirror_of_the_right(skin):
    half = skin.half
    assert np.array_equal(skin.xyz[half:], mirror(skin.xyz[:half]))
    assert np.array_equal(skin.normal[half:], mirror(skin.normal[:half]))
    assert np.array_equal(skin.area[half:], skin.area[:half])
    assert (skin.region >= 0).all(), "every place has a region"
    assert np.array_equal(skin.region[half:] - skin.region[half:].min(), skin.region[:half])


def test_the_patients_right_is_where_x_is_below_zero(skin):
    assert np.array_equal(skin.xyz[:, 0] < 0, skin.right)
    assert np.array_equal(skin.on_side("right"), skin.right)
    assert np.array_equal(skin.on_side("left"), ~skin.right)


def test_normals_are_unit_vectors(skin):
    assert np.allclose(np.linalg.norm(skin.normal, axis=1), 1)


def test_normals_point_outward(skin, body):
    """By Gauss: outward normals enclose the volume of a person, inward ones its negative."""
    litres = (skin.area * 100 * (skin.xyz * skin.normal).sum(axis=1)).sum() / 3 / 1e6
    assert litres == pytest.approx(LITRES[body], rel=0.05)


@pytest.mark.parametrize(("name", "first", "last"), [("thigh", 0.75, 0.95), ("leg", 0.1, 0.9)])
def test_round_a_limb_every_normal_points_away_from_its_middle(atlas, name, first, last):
    skin = atlas.skin
    segment = atlas.computed.gazetteer.segments[name]
    xyz, normal = skin.xyz[: skin.half], skin.normal[: skin.half]
    along = segment.fraction(xyz)
    inside = (along > first) & (along < last)
    middle = segment.start + np.outer(along, segment.end - segment.start)
    away = xyz - middle
    inside &= np.linalg.norm(away, axis=1) < 120
    assert inside.sum() > 200
    assert ((away * normal).sum(axis=1)[inside] > 0).all()


@pytest.mark.parametrize("view", list(VIEWS))
def test_a_view_shows_only_skin_that_faces_it(skin, view):
    seen = skin.seen[view]
    u, v, width, height = VIEWS[view].window
    uv = VIEWS[view].project(skin.xyz[seen])
    assert seen.sum() > 200
    assert (VIEWS[view].facing(skin.normal[seen], skin.xyz[seen]) > 0).all()
    assert ((uv >= (u - 1, v - 1)) & (uv <= (u + width + 1, v + height + 1))).all()


def test_no_point_is_seen_from_both_sides(skin):
    assert not (skin.seen["back"] & skin.seen["front"]).any()
    assert not (skin.seen["right"] & skin.seen["left"]).any()


def test_a_side_view_shows_its_own_side_only(skin):
    assert not (skin.seen["right"] & ~skin.right).any()
    assert not (skin.seen["left"] & skin.right).any()
    assert np.array_equal(skin.mirrored(skin.seen["right"]), skin.seen["left"])


@pytest.mark.parametrize("view", [name for name, view in VIEWS.items() if view.two_sided])
def test_a_two_sided_view_shows_both_sides_alike(skin, view):
    assert np.array_equal(skin.mirrored(skin.seen[view]), skin.seen[view])


def test_nearly_all_clickable_skin_shows_in_some_view(skin):
    shown = np.any([skin.seen[view] for view in VIEWS], axis=0)
    clickable = skin.region >= 0
    assert skin.area[shown & clickable].sum() > 0.95 * skin.area[clickable].sum()


@given(st.integers(0, 99))
def test_moved_to_the_other_side_twice_is_back(seed):
    skin = load_atlas().skin
    weights = np.random.default_rng(seed).random((2, len(skin.area)))
    assert np.array_equal(skin.mirrored(skin.mirrored(weights)), weights)
    assert np.allclose(skin.mirrored(weights) @ skin.area, weights @ skin.area)


@given(st.integers(0, 9999), st.floats(-6, 6))
def test_a_point_off_the_skin_is_put_back_on_it(number, off):
    skin = load_atlas().skin
    number %= skin.half
    place, facing = skin.xyz[number], skin.normal[number]
    xyz, normal = skin.put_on((place + off * facing)[None], facing[None])
    assert np.linalg.norm(xyz[0] - place) < 9
    assert np.linalg.norm(normal[0]) == pytest.approx(1)


def test_the_surfaces_hold_the_same_skin_as_the_points(body):
    """A skin point a view shows lies on the grid of that view, at the same depth."""
    atlas = load_atlas(body=body)
    skin = atlas.skin
    for view in DRAWN_VIEWS:
        surface = atlas.computed.surfaces[view]
        seen = np.flatnonzero(skin.seen[view][: skin.half])
        square = seen[VIEWS[view].facing(skin.normal[seen], skin.xyz[seen]) > 0.7]
        uv = (VIEWS[view].project(skin.xyz[square]) - surface.origin) / surface.step
        column, row = np.floor(uv).astype(int).T
        gap = surface.depth[row, column] - VIEWS[view].depth(skin.xyz[square])
        assert len(square) > 100
        # The grid looks steeply down on shoulders and face, past the cut of the arm, and from the
        # side between fingers that lie one behind the other.
        steep = view in ("head_top", "arms_outer", "arms_inner")
        assert np.nanpercentile(abs(gap), 90 if steep else 98) < 4, view
        assert np.isfinite(gap).mean() > (0.97 if steep else 0.98), view
