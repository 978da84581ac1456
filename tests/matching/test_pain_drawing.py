"""Pain drawings, and the sentence that goes with a number."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_map import PainDrawing
from referral_map.matching.sentences import share, why

shares = st.floats(0, 1)


def test_a_drawing_marks_just_the_skin_of_its_regions(atlas):
    regions = ["calf_upper_left", "heel_under_right"]
    pain = PainDrawing.from_regions(atlas, regions)
    index = [atlas.region(name).index for name in regions]
    assert np.array_equal(pain.weights == 1, np.isin(atlas.skin.region, index))
    assert pain.regions == tuple(regions)
    assert pain.area_cm2 == pytest.approx(sum(atlas.region(r).area_cm2 for r in regions), abs=0.2)


def test_a_region_marked_twice_counts_once(atlas):
    once = PainDrawing.from_regions(atlas, ["sacrum_right"])
    twice = PainDrawing.from_regions(atlas, ["sacrum_right", "sacrum_right"])
    assert twice.regions == once.regions
    assert np.array_equal(twice.weights, once.weights)


def test_all_regions_of_a_side_mark_half_of_the_clickable_skin(atlas):
    right = PainDrawing.from_regions(atlas, [r.id for r in atlas.regions if r.side == "right"])
    clickable = atlas.skin.area[atlas.skin.region >= 0].sum()
    assert right.area_cm2 == pytest.approx(clickable / 2, abs=0.1)


@pytest.mark.parametrize("bad", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_weight_outside_0_to_1_is_refused(atlas, bad):
    weights = np.zeros(len(atlas.skin.area))
    weights[7] = bad
    with pytest.raises(ValueError, match=r"0\.\.1"):
        PainDrawing.from_weights(atlas, weights)


def test_weights_for_another_skin_are_refused(atlas):
    with pytest.raises(ValueError, match=f"3 weights for {len(atlas.skin.area)} skin points"):
        PainDrawing.from_weights(atlas, np.zeros(3))


@given(shares, shares, shares)
def test_the_sentence_says_might_and_both_numbers_and_never_you_have(coverage, fit, essential):
    words = why(coverage, fit, essential)
    assert words.startswith("This might explain ")
    assert words.endswith(".")
    assert f"{coverage:.0%}" in words
    assert f"{fit:.0%}" in words
    assert "\n" not in words
    assert "you have" not in words


@given(shares, shares)
def test_a_larger_share_is_never_said_in_a_smaller_word(one, other):
    order = ["very little", "a small part", "about a quarter", "about a third", "about half",
             "more than half", "most", "nearly all"]  # fmt: skip
    low, high = sorted((one, other))
    assert order.index(share(low)) <= order.index(share(high))


@pytest.mark.parametrize(
    ("essential", "words"),
    [
        (1.0, "mostly in its main zone"),
        (0.4, "partly in its main zone, partly in its wider zone"),
        (0.0, "mostly in its wider zone"),
    ],
)
def test_the_sentence_says_in_which_zone_the_pain_lies(essential, words):
    assert words in why(0.5, 0.5, essential)
