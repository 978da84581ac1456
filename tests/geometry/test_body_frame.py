"""The frame and its windows: there and back, mirror twice."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from referral_map.geometry.body_frame import (
    DRAWN_VIEWS,
    PARTS,
    SIDES,
    VIEWS,
    mirror,
    other_side,
    side_letters,
)

bodies = arrays(float, st.tuples(st.integers(1, 9), st.just(3)), elements=st.floats(-2000, 2000))
TWO_SIDED = [name for name, view in VIEWS.items() if view.two_sided]
CENTRED = [name for name, view in VIEWS.items() if view.origin[0] == 0]
"""Views whose two halves meet where the body's do; in the others they are moved apart."""

X, Y, Z = np.eye(3)
BASE = np.array([-150.0, 700.0, 10.0])
"""A place on the right side."""


def shift(view, step) -> tuple[float, float]:
    """How far a step of the right side moves the picture: to the viewer's right, and down."""
    base = mirror(BASE) if view.side == "left" else BASE
    (u0, v0), (u1, v1) = view.project(np.array([base, base + step]))
    return round(float(u1 - u0), 9), round(float(v1 - v0), 9)


@pytest.mark.parametrize("name", CENTRED)
@given(xyz=bodies)
def test_into_a_picture_and_back(name, xyz):
    view = VIEWS[name]
    assert np.allclose(view.unproject(view.project(xyz), view.depth(xyz)), xyz)


@pytest.mark.parametrize("body", ["man", "woman"])
@pytest.mark.parametrize("name", list(VIEWS))
def test_the_skin_that_a_view_shows_comes_back_from_its_picture(atlas, name, body):
    view, skin = VIEWS[name], atlas.skin_of(body)
    xyz = skin.xyz[skin.seen[name]]
    assert len(xyz) > 400
    assert np.allclose(view.unproject(view.project(xyz), view.depth(xyz)), xyz)


@pytest.mark.parametrize("name", list(VIEWS))
@given(xyz=bodies)
def test_a_picture_keeps_lengths_across_the_line_of_sight(name, xyz):
    view = VIEWS[name]
    xyz = -abs(xyz) if view.side != "left" else abs(xyz)
    toward = mirror(np.array(view.toward)) if view.side == "left" else np.array(view.toward)
    flat = xyz - np.outer(view.depth(xyz), toward)
    steps = np.linalg.norm(np.diff(flat, axis=0), axis=1)
    shown = np.linalg.norm(np.diff(view.project(xyz), axis=0), axis=1)
    assert np.allclose(steps, shown)


@pytest.mark.parametrize("name", list(VIEWS))
def test_a_view_is_a_right_angled_frame(name):
    view = VIEWS[name]
    axes = np.array([view.across, view.up, view.toward])
    assert np.allclose(axes @ axes.T, np.eye(3))
    assert set(view.shows) <= set(PARTS)


@given(bodies)
def test_mirrored_twice_is_the_same(xyz):
    assert np.array_equal(mirror(mirror(xyz)), xyz)


@given(bodies)
def test_the_mirror_changes_sides_and_nothing_else(xyz):
    assert np.array_equal(mirror(xyz)[:, 0], -xyz[:, 0])
    assert np.array_equal(mirror(xyz)[:, 1:], xyz[:, 1:])


@pytest.mark.parametrize("name", TWO_SIDED)
@given(xyz=bodies)
def test_a_two_sided_picture_of_the_mirrored_body_is_the_mirrored_picture(name, xyz):
    view = VIEWS[name]
    xyz = xyz[xyz[:, 0] != 0]  # the midline itself has no side
    assert np.allclose(view.project(mirror(xyz)), view.project(xyz) * [-1, 1])
    assert np.allclose(view.depth(mirror(xyz)), view.depth(xyz))


@given(bodies)
def test_the_left_side_view_is_the_mirror_of_the_right_one(xyz):
    right, left = VIEWS["right"], VIEWS["left"]
    assert np.allclose(left.project(mirror(xyz)), right.project(xyz) * [-1, 1])
    assert np.allclose(left.depth(mirror(xyz)), right.depth(xyz))


@pytest.mark.parametrize("name", ["back", "front", "right", "left", "inner_legs", "head_sides"])
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
    assert shift(VIEWS["inner_legs"], Z)[0] == -1, "the toes of the right leg point to the left"
    assert shift(VIEWS["feet_tops"], Z)[1] > 0.8, "seen from in front of the feet, toes down"
    assert shift(VIEWS["head_sides"], Z)[0] == 1, "the right side of the head faces right"
    assert shift(VIEWS["head_top"], Z)[1] == 1, "the face is down"
    assert shift(VIEWS["arms_outer"], Z)[0] == 1, "the palm of the right arm is to the right"
    assert shift(VIEWS["arms_inner"], Z)[0] == -1, "and from within to the left"
    assert shift(VIEWS["palms"], -X)[0] < -0.8, "the right thumb, palm forward, points out"
    assert shift(VIEWS["hand_backs"], -X)[0] > 0.8, "seen from behind to the right"


@pytest.mark.parametrize(
    ("name", "nearer"),
    [
        *(("back", -Z), ("front", Z), ("right", -X), ("left", X), ("soles", -Y)),
        *(("inner_legs", X), ("head_sides", -X), ("head_top", Y), ("palms", Z), ("hand_backs", -Z)),
    ],
)
def test_what_the_viewer_looks_at_is_nearer(name, nearer):
    view = VIEWS[name]
    base = mirror(BASE) if view.side == "left" else BASE
    assert np.diff(view.depth(np.array([base, base + nearer])))[0] == pytest.approx(1)
    assert shift(view, nearer) == (0, 0)


def test_the_left_view_is_not_stored():
    assert set(VIEWS) - set(DRAWN_VIEWS) == {"left"}
    assert len(DRAWN_VIEWS) == 12


@pytest.mark.parametrize("name", TWO_SIDED)
def test_a_two_sided_window_is_its_own_mirror_image(name):
    assert VIEWS[name].windows
    for u, _, width, _ in VIEWS[name].windows.values():
        assert u == -width / 2


@pytest.mark.parametrize("name", list(VIEWS))
def test_every_part_of_a_view_lies_inside_the_whole(name):
    u, v, width, height = VIEWS[name].window
    for low_u, low_v, wide, tall in VIEWS[name].windows.values():
        assert u <= low_u < low_u + wide <= u + width
        assert v <= low_v < low_v + tall <= v + height


@pytest.mark.parametrize("name", TWO_SIDED)
def test_the_letters_stand_inside_the_picture_on_their_side(name):
    view = VIEWS[name]
    for framing, (u, v, width, height) in view.windows.items():
        letters = {letter["text"]: letter for letter in side_letters(view, framing)}
        assert set(letters) == {"R", "L"}
        assert letters["R"]["side"] == "right"
        assert letters["L"]["side"] == "left"
        assert np.sign(letters["R"]["at"][0]) == view.right_at
        assert np.sign(letters["L"]["at"][0]) == -view.right_at
        for letter in letters.values():
            assert u < letter["at"][0] < u + width
            assert v < letter["at"][1] < v + height


@pytest.mark.parametrize("name", ["right", "left"])
def test_a_side_view_needs_no_letters(name):
    assert side_letters(VIEWS[name]) == []


def test_the_other_side():
    assert [other_side(side) for side in SIDES] == ["left", "right"]
