"""What stands behind a candidate: areas, what is missing, sources; and marks with intensity."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_map import PainDrawing, load_atlas, match
from referral_map.errors import UnknownName
from referral_map.geometry.frame import SIDES
from referral_map.matching.words import missing

region_ids = st.deferred(lambda: st.sampled_from([r.id for r in load_atlas().regions]))
marks = st.dictionaries(region_ids, st.integers(0, 10), min_size=1, max_size=6)


@settings(max_examples=25)
@given(marks)
def test_an_intensity_is_a_tenth_of_it_as_weight_and_0_does_not_hurt(given_marks):
    atlas = load_atlas()
    pain = PainDrawing.from_marks(atlas, given_marks)
    for region_id, intensity in given_marks.items():
        inside = atlas.skin.region == atlas.region(region_id).index
        assert np.all(pain.weights[inside] == intensity / 10)
    assert set(pain.regions) == {name for name, strength in given_marks.items() if strength}
    area = sum(atlas.region(name).area_cm2 * it / 10 for name, it in given_marks.items())
    assert pain.area_cm2 == pytest.approx(area, abs=0.5)


def test_marks_of_10_are_whole_regions_and_of_0_nothing(atlas):
    regions = ["sacrum_right", "calf_upper_left"]
    full = PainDrawing.from_marks(atlas, dict.fromkeys(regions, 10))
    whole = PainDrawing.from_regions(atlas, regions)
    assert np.array_equal(full.weights, whole.weights)
    assert (full.regions, full.area_cm2, full.side) == (whole.regions, whole.area_cm2, whole.side)
    assert PainDrawing.from_marks(atlas, {"sacrum_right": 0}).empty


@pytest.mark.parametrize("bad", [-1, 10.5, float("nan")])
def test_an_intensity_outside_0_to_10_is_refused(atlas, bad):
    with pytest.raises(ValueError, match=r"0\.\.10"):
        PainDrawing.from_marks(atlas, {"sacrum_right": bad})


def test_an_unknown_region_is_refused(atlas):
    with pytest.raises(UnknownName, match="did you mean"):
        PainDrawing.from_marks(atlas, {"sacrum_rihgt": 3})


def test_the_side_is_the_one_that_is_marked_most(atlas):
    for side in SIDES:
        assert PainDrawing.from_regions(atlas, [f"sacrum_{side}"]).side == side
    both = PainDrawing.from_marks(atlas, {"sacrum_right": 3, "sacrum_left": 4})
    assert both.side == "left"
    assert PainDrawing.from_regions(atlas, ["sacrum_left", "sacrum_right"]).side == "right"


@settings(max_examples=25)
@given(marks)
def test_the_two_parts_are_what_it_covers(given_marks):
    atlas = load_atlas()
    pain = PainDrawing.from_marks(atlas, given_marks)
    for candidate in match(atlas, pain).candidates:
        parts = candidate.essential_cm2 + candidate.spillover_cm2
        assert parts == pytest.approx(candidate.coverage * pain.area_cm2, abs=0.2)


@settings(max_examples=25)
@given(marks)
def test_no_marked_region_is_called_missing_and_zones_are_cited(given_marks):
    atlas = load_atlas()
    full = dict.fromkeys(given_marks, 10)
    named = [atlas.region(region_id).name for region_id in full]
    for candidate in match(atlas, PainDrawing.from_marks(atlas, full)).candidates:
        assert not set(candidate.missing.split("; ")) & set(named)
        cited = {source.split(" ")[0] for source in candidate.sources}
        assert cited
        assert cited <= set(atlas.sources)


def test_a_whole_pattern_misses_nothing(atlas):
    pain = PainDrawing.from_weights(atlas, atlas.pattern_weights("gluteus_minimus_posterior"))
    first = match(atlas, pain).candidates[0]
    assert first.missing == "no large part of its usual pattern"


def test_the_largest_missing_parts_are_named_first():
    names = [f"r{number}" for number in range(6)]
    left = [0.1, 0.3, 0.01, 0.2, 0.12, 0.09]
    assert missing(left, names) == "r1; r3; r4; and 2 more"
    assert missing([0.0, 0.5], names) == "r1"
