"""How far down the nerve: the way grows downward, and more marks never make it shorter."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_map import load_atlas
from referral_map.domain import SIDES, Side
from referral_map.geometry.body_frame import other_side
from referral_map.nerves import LEVELS, reach, sciatic_corridor
from referral_map.nerves.along import LEAST_CM2, WIDTH_MM, sciatic_path

region_ids = st.deferred(lambda: st.sampled_from([r.id for r in load_atlas().regions]))
sides = st.sampled_from(SIDES)


@st.composite
def marked(draw) -> np.ndarray:
    """Whole regions, and some skin points here and there."""
    skin = load_atlas().skin
    numbers = [load_atlas().region(name).index for name in draw(st.lists(region_ids, max_size=4))]
    scattered = np.random.default_rng(draw(st.integers(0, 99))).random(len(skin.area))
    return np.isin(skin.region, numbers) | (scattered < draw(st.sampled_from((0, 0.001, 0.01))))


def far(marks: np.ndarray, side: Side) -> float:
    found = reach(load_atlas(), marks, side)
    return -1.0 if found is None else found.cm


@given(marked(), marked(), sides)
def test_more_marks_never_reach_less_far(some, more, side):
    assert far(some | more, side) >= max(far(some, side), far(more, side))
    assert far(some & more, side) <= min(far(some, side), far(more, side))


@given(marked(), sides)
def test_the_mirrored_marks_reach_as_far_on_the_other_side(marks, side):
    atlas = load_atlas()
    across = reach(atlas, atlas.skin.mirrored(marks), other_side(side))
    assert across == reach(atlas, marks, side)


@given(marked(), sides)
def test_a_reach_lies_on_the_nerve_and_its_level_is_known(marks, side):
    atlas = load_atlas()
    found = reach(atlas, marks, side)
    if found is None:
        over = marks[atlas.skin.on_side(side)] & ~np.isnan(sciatic_path(atlas).along)
        assert atlas.skin.area[: atlas.skin.half][over].sum() < LEAST_CM2 + 1e-6
    else:
        assert 0 <= found.cm <= sciatic_path(atlas).length_cm + 0.05
        assert found.level in LEVELS


def test_what_is_marked_beside_the_nerve_or_hardly_at_all_does_not_reach(atlas):
    skin, path = atlas.skin, sciatic_path(atlas)
    beside = np.concatenate([np.isnan(path.along), np.zeros(skin.half, bool)])
    assert beside.sum() > 5000
    assert reach(atlas, beside, "right") is None
    one = np.zeros(len(skin.area), bool)
    one[np.flatnonzero(~np.isnan(path.along))[0]] = True
    assert reach(atlas, one, "right") is None


def test_the_path_is_the_inner_part_of_the_corridor(atlas):
    over = ~np.isnan(sciatic_path(atlas).along)
    weights = sciatic_corridor(atlas)[: atlas.skin.half]
    assert over.sum() > 500
    assert np.array_equal(over, weights >= 0.5 - 1e-9)
    assert WIDTH_MM == 25


def test_each_level_lies_lower_and_farther_along_than_the_one_before(atlas):
    path = sciatic_path(atlas)
    over = ~np.isnan(path.along)
    heights = atlas.skin.xyz[: atlas.skin.half, 1]
    middles = [
        (np.median(path.along[over & (path.level == n)]), heights[over & (path.level == n)].min())
        for n in range(len(LEVELS))
    ]
    along, lowest = zip(*middles, strict=True)
    assert list(along) == sorted(along)
    assert list(lowest) == sorted(lowest, reverse=True)


def test_the_way_to_the_toes_is_longer_than_the_straight_line_and_not_by_much(atlas):
    """From where the nerve leaves the pelvis to the little toe is 84 cm down."""
    assert 84 < sciatic_path(atlas).length_cm < 84 * 1.25


# fmt: off
REACHED = [
    ("buttock_lower", "buttock"), ("thigh_back_upper", "mid-thigh"), ("knee_back", "knee"),
    ("thigh_back_lower", "lower thigh"), ("calf_upper", "upper calf"), ("calf_middle", "mid-calf"),
    ("calf_lower", "lower calf"), ("ankle_outer", "ankle"), ("foot_outer_edge", "foot"),
]
# fmt: on


@pytest.mark.parametrize(("region", "level"), REACHED)
@pytest.mark.parametrize("side", SIDES)
def test_a_region_is_reached_at_its_level(atlas, region, level, side):
    marks = atlas.skin.region == atlas.region(f"{region}_{side}").index
    reached = reach(atlas, marks, side)
    assert reached
    assert reached.level == level
    assert reach(atlas, marks, other_side(side)) is None


@pytest.mark.parametrize("region", ["low_back_lower", "thigh_front_middle", "groin", "knee_front"])
def test_other_regions_are_not_over_the_nerve(atlas, region):
    assert reach(atlas, atlas.skin.region == atlas.region(f"{region}_right").index, "right") is None
