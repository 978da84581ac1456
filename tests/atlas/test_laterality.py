"""Patient left and picture left are never confused: worked out anew from the skin points.

The patient's right has x < 0. From behind it is on the viewer's right; from the front and from
below, toes up, on the viewer's left. A side view shows its own side and faces the way it is named.
"""

import numpy as np
import pytest

from referral_map import PainDrawing
from referral_map.geometry.body_frame import SIDES, VIEWS
from referral_map.geometry.paths import mirror_path, path_to_lines

RIGHT_IS_AT = {
    "back": 1, "front": -1, "soles": -1, "feet_tops": -1, "inner_legs": -1, "head_sides": -1,
    "head_top": -1, "arms_outer": -1, "arms_inner": -1, "palms": -1, "hand_backs": 1,
}  # fmt: skip
TWO_SIDED = sorted(RIGHT_IS_AT)
WITH_MUSCLES = ("back", "feet_tops", "front", "inner_legs", "soles")
"""Those of the part of the body whose muscles there are."""

HAIR_MM = 0.06
MIDLINE_MM = 12.0
"""A muscle or nerve that ends at the midline may be drawn a little past it."""


def sign_of(view: str, side: str) -> int:
    return RIGHT_IS_AT[view] if side == "right" else -RIGHT_IS_AT[view]


def reach(path: str) -> tuple[float, float]:
    """Least and greatest u of path data."""
    u = np.concatenate([line[:, 0] for line in path_to_lines(path)])
    return u.min(), u.max()


def on_half(path: str, sign: int, hair: float = HAIR_MM) -> bool:
    low, high = reach(path)
    return low >= -hair if sign > 0 else high <= hair


def crossing_points(atlas) -> set[str]:
    """The trigger points whose record says that their pattern crosses the midline."""
    return {
        point.id
        for point in atlas.trigger_points
        for zone in (point.essential, point.spillover)
        if zone and any(item.side != "same" for item in (*zone.strokes, *zone.patches))
    }


@pytest.mark.parametrize("view", TWO_SIDED)
def test_skin_of_the_right_is_seen_on_the_half_of_the_letter_r(atlas, drawn, view):
    u = VIEWS[view].project(atlas.skin.xyz)[:, 0]
    right_skin = atlas.skin.xyz[:, 0] < 0
    (each, *_) = drawn["views"][view]["letters"].values()
    letters = {letter["text"]: letter["at"][0] for letter in each}
    assert set(letters) == {"R", "L"}
    for text, skin in (("R", right_skin), ("L", ~right_skin)):
        shown = u[skin & atlas.skin.seen[view]]
        assert len(shown) > 200
        assert (np.sign(shown) == np.sign(letters[text])).all()
    assert np.sign(letters["R"]) == RIGHT_IS_AT[view]


@pytest.mark.parametrize("view", TWO_SIDED)
def test_every_region_lies_on_the_half_of_its_side(atlas, drawn, view):
    regions = drawn["views"][view]["regions"]
    assert len(regions) >= 12
    for region_id, path in regions.items():
        assert on_half(path, sign_of(view, atlas.region(region_id).side)), region_id


@pytest.mark.parametrize("view", TWO_SIDED)
@pytest.mark.parametrize("side", SIDES)
def test_a_marked_region_is_seen_on_the_half_of_its_side(atlas, view, side):
    marked = PainDrawing.from_regions(atlas, [r.id for r in atlas.regions if r.side == side])
    skin = atlas.skin.xyz[(marked.weights > 0) & atlas.skin.seen[view]]
    assert len(skin) > 200
    assert ((skin[:, 0] < 0) == (side == "right")).all()
    assert (np.sign(VIEWS[view].project(skin)[:, 0]) == sign_of(view, side)).all()


@pytest.mark.parametrize("side", SIDES)
def test_a_pattern_has_its_weights_on_its_side(atlas, side):
    crossing = crossing_points(atlas)
    kept = [point.id for point in atlas.trigger_points if point.id not in crossing]
    assert len(kept) >= 25
    for point_id in kept:
        weights = atlas.pattern_weights(point_id, side)
        assert ((atlas.skin.xyz[weights > 0, 0] < 0) == (side == "right")).all(), point_id


def test_a_pattern_of_the_left_is_the_mirror_of_the_right(atlas):
    count = len(atlas.trigger_points)
    assert count >= 35
    assert np.array_equal(atlas.weights[count:], atlas.skin.mirrored(atlas.weights[:count]))
    for row, point in enumerate(atlas.trigger_points):
        assert np.array_equal(atlas.weights[row], atlas.pattern_weights(point.id, "right"))
        assert np.array_equal(atlas.weights[count + row], atlas.pattern_weights(point.id, "left"))


@pytest.mark.parametrize("view", WITH_MUSCLES)
def test_zones_and_marks_are_drawn_on_the_half_of_their_side(atlas, drawn, view):
    crossing, compared = crossing_points(atlas), 0
    for point_id, sides in drawn["views"][view]["patterns"].items():
        assert set(sides) == set(SIDES)
        for side, pattern in sides.items():
            if pattern["mark"]:
                assert np.sign(pattern["mark"][0]) == sign_of(view, side), point_id
            for zone in ("essential", "spillover"):
                if pattern[zone] and point_id not in crossing:
                    compared += 1
                    assert on_half(pattern[zone], sign_of(view, side)), (point_id, side)
    assert compared >= 4


@pytest.mark.parametrize("view", WITH_MUSCLES)
def test_muscles_and_nerves_are_drawn_on_the_half_of_their_side(drawn, view):
    content, compared = drawn["views"][view], 0
    for sides in content["muscles"].values():
        for side, path in sides.items():
            low, high = reach(path)
            assert np.sign(low + high) == sign_of(view, side)
            compared += 1
    for sides in content["nerves"].values():
        for side, lines in sides.items():
            assert lines
            assert all(on_half(line["path"], sign_of(view, side), MIDLINE_MM) for line in lines)
            compared += 1
    assert compared >= 2


@pytest.mark.parametrize("view", TWO_SIDED)
def test_the_left_half_of_a_drawing_is_the_mirror_of_its_right_half(drawn, view):
    content = drawn["views"][view]
    for name, path in content["regions"].items():
        if name.endswith("_right"):
            assert content["regions"][name.replace("_right", "_left")] == mirror_path(path)
    for kind in ("muscles", "fibres", "tendons"):
        for sides in content[kind].values():
            assert sides["left"] == mirror_path(sides["right"])


@pytest.mark.parametrize("side", SIDES)
def test_a_side_view_shows_regions_and_muscles_of_its_side_only(atlas, drawn, side):
    content = drawn["views"][side]
    assert len(content["regions"]) >= 40
    assert {atlas.region(name).side for name in content["regions"]} == {side}
    assert {name for sides in content["muscles"].values() for name in sides} == {side}
    assert {name for sides in content["nerves"].values() for name in sides} == {side}
    assert not any(content["letters"].values())


@pytest.mark.parametrize("side", SIDES)
def test_a_side_view_shows_the_other_sides_pattern_only_where_it_crosses_over(atlas, drawn, side):
    crossing = crossing_points(atlas)
    for point_id, sides in drawn["views"][side]["patterns"].items():
        assert set(sides) == {side} or point_id in crossing, point_id
        assert all(pattern["mark"] is None for s, pattern in sides.items() if s != side)


@pytest.mark.parametrize(
    ("front", "back"),
    [
        ("knee_front", "knee_back"),
        ("shin_middle", "calf_middle"),
        ("thigh_front_lower", "thigh_back_lower"),
        ("toes_top", "heel_back"),
    ],
)
def test_the_right_side_view_faces_right_and_the_left_one_left(drawn, front, back):
    for side, facing in (("right", 1), ("left", -1)):
        regions = drawn["views"][side]["regions"]
        front_u = np.mean(reach(regions[f"{front}_{side}"]))
        back_u = np.mean(reach(regions[f"{back}_{side}"]))
        assert np.sign(front_u - back_u) == facing


def test_the_left_side_view_is_the_mirror_of_the_right_one(drawn):
    right, left = drawn["views"]["right"], drawn["views"]["left"]
    assert left["body"] == mirror_path(right["body"])
    for bone, drawn_bone in right["bones"].items():
        assert left["bones"][bone]["path"] == mirror_path(drawn_bone["path"])
    assert len(left["regions"]) == len(right["regions"])
    for name, path in right["regions"].items():
        assert left["regions"][name.replace("_right", "_left")] == mirror_path(path)
    for point_id, sides in right["patterns"].items():
        if "right" in sides:
            mirrored = left["patterns"][point_id]["left"]
            assert mirrored["essential"] == mirror_path(sides["right"]["essential"])


def test_one_mark_is_the_same_skin_in_every_view(atlas, drawn):
    """The back of the left thigh is on the viewer's left from behind, and in the left side view."""
    path = drawn["views"]["back"]["regions"]["thigh_back_middle_left"]
    assert reach(path)[1] < 0
    assert "thigh_back_middle_left" in drawn["views"]["left"]["regions"]
    assert "thigh_back_middle_left" not in drawn["views"]["right"]["regions"]
    skin = atlas.skin.xyz[PainDrawing.from_regions(atlas, ["thigh_back_middle_left"]).weights > 0]
    assert (skin[:, 0] > 0).all()
