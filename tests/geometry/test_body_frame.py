"""The frame and its five windows: there and back, mirror twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from referral_map.geometry.body_frame import (
    DRAWN_VIEWS,
    SIDES,
    VIEWS,
    mirror,
    other_side,
    side_letters,
)

bodies = arrays(float, st.tuples(st.integers(1, 9), st.just(3)), elements=st.floats(-2000, 2000))
views = st.sampled_from(list(VIEWS.values()))
X, Y, Z = np.eye(3)
ORIGIN = np.zeros(3)


def shift(view, step) -> tuple[float, float]:
    """How far a step of the body moves the picture: to the viewer's right, and down."""
    (u0, v0), (u1, v1) = view.project(np.array([ORIGIN, step]))
    return u1 - u0, v1 - v0


@given(bodies, views)
def test_into_a_picture_and_back(xyz, view):
    assert np.allclose(view.unproject(view.project(xyz), view.depth(xyz)), xyz)


@given(bodies, views)
def test_a_picture_keeps_lengths_across_the_line_of_sight(xyz, view):
    flat = xyz - np.outer(view.depth(xyz), view.toward)
    steps = np.linalg.norm(np.diff(flat, axis=0), axis=1)
    shown = np.linalg.norm(np.diff(view.project(xyz), axis=0), axis=1)
    assert np.allclose(steps, shown)


@given(bodies)
def test_mirrored_twice_is_the_same(xyz):
    assert np.array_equal(mirror(mirror(xyz)), xyz)


@given(bodies)
def test_the_mirror_changes_sides_and_nothing_else(xyz):
    assert np.array_equal(mirror(xyz)[:, 0], -xyz[:, 0])
    assert np.array_equal(mirror(xyz)[:, 1:], xyz[:, 1:])


@pytest.mark.parametrize("name", ["back", "front", "soles"])
@given(xyz=bodies)
def test_a_two_sided_picture_of_the_mirrored_body_is_the_mirrored_picture(name, xyz):
    view = VIEWS[name]
    assert np.allclose(view.project(mirror(xyz)), view.project(xyz) * [-1, 1])
    assert np.allclose(view.depth(mirror(xyz)), view.depth(xyz))


@given(bodies)
def test_the_left_side_view_is_the_mirror_of_the_right_one(xyz):
    right, left = VIEWS["right"], VIEWS["left"]
    assert np.allclose(left.project(mirror(xyz)), right.project(xyz) * [-1, 1])
    assert np.allclose(left.depth(mirror(xyz)), right.depth(xyz))


@pytest.mark.parametrize("name", ["back", "front", "right", "left"])
def test_upright_views_have_the_head_at_the_top(name):
    assert shift(VIEWS[name], Y) == (0, -1)


def test_who_stands_where():
    """+x is the patient's left, +z the front; u grows to the viewer's right."""
    assert shift(VIEWS["back"], -X)[0] == 1, "from behind, the patient's right is on the right"
    assert shift(VIEWS["front"], -X)[0] == -1, "from the front, it is on the viewer's left"
    assert shift(VIEWS["soles"], -X)[0] == -1, "from below with toes up, it is on the left"
    assert shift(VIEWS["soles"], Z)[1] == -1, "toes up"
    assert shift(VIEWS["right"], Z)[0] == 1, "the right side view faces right"
    assert shift(VIEWS["left"], Z)[0] == -1, "the left side view faces left"


@pytest.mark.parametrize(
    ("name", "nearer"), [("back", -Z), ("front", Z), ("right", -X), ("left", X), ("soles", -Y)]
)
def test_what_the_viewer_looks_at_is_nearer(name, nearer):
    assert VIEWS[name].depth(nearer)[0] == 1
    assert shift(VIEWS[name], nearer) == (0, 0)


def test_there_are_five_views_and_the_left_one_is_not_stored():
    assert set(VIEWS) == {"back", "front", "right", "left", "soles"}
    assert set(VIEWS) - set(DRAWN_VIEWS) == {"left"}


@pytest.mark.parametrize("name", ["back", "front", "soles"])
def test_a_two_sided_window_is_its_own_mirror_image(name):
    u, _, width, _ = VIEWS[name].window
    assert u == -width / 2


@pytest.mark.parametrize(("name", "right_u"), [("back", 1), ("front", -1), ("soles", -1)])
def test_the_letters_stand_inside_the_picture_on_their_side(name, right_u):
    letters = {letter["text"]: letter for letter in side_letters(VIEWS[name])}
    u, v, width, height = VIEWS[name].window
    assert set(letters) == {"R", "L"}
    assert letters["R"]["side"] == "right"
    assert letters["L"]["side"] == "left"
    assert np.sign(letters["R"]["at"][0]) == right_u
    assert np.sign(letters["L"]["at"][0]) == -right_u
    for letter in letters.values():
        assert u < letter["at"][0] < u + width
        assert v < letter["at"][1] < v + height


@pytest.mark.parametrize("name", ["right", "left"])
def test_a_side_view_needs_no_letters(name):
    assert side_letters(VIEWS[name]) == []


def test_the_other_side():
    assert [other_side(side) for side in SIDES] == ["left", "right"]
