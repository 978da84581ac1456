"""What stands behind a candidate: areas, what is missing, sources."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_map import PainDrawing, load_atlas, match
from referral_map.geometry.body_frame import SIDES
from referral_map.matching.marks import RegionMark
from referral_map.matching.sentences import missing

region_ids = st.deferred(lambda: st.sampled_from([r.id for r in load_atlas().regions]))
marks = st.dictionaries(region_ids, st.integers(0, 10), min_size=1, max_size=6)


def rated(given_marks) -> PainDrawing:
    """The drawing of whole regions, each with an intensity."""
    marked = [RegionMark(region=name, intensity=it) for name, it in given_marks.items()]
    return PainDrawing.from_marks(load_atlas(), marked)


def test_the_side_is_the_one_that_is_marked_most(atlas):
    for side in SIDES:
        assert PainDrawing.from_regions(atlas, [f"sacrum_{side}"]).side == side
    both = rated({"sacrum_right": 3, "sacrum_left": 4})
    assert both.side == "left"
    assert PainDrawing.from_regions(atlas, ["sacrum_left", "sacrum_right"]).side == "right"


@settings(max_examples=25)
@given(marks)
def test_the_two_parts_are_what_it_covers(given_marks):
    atlas = load_atlas()
    pain = rated(given_marks)
    for candidate in match(atlas, pain).candidates:
        parts = candidate.essential_cm2 + candidate.spillover_cm2
        assert parts == pytest.approx(candidate.coverage * pain.area_cm2, abs=0.2)


@settings(max_examples=25)
@given(marks)
def test_no_marked_region_is_called_missing_and_zones_are_cited(given_marks):
    atlas = load_atlas()
    full = dict.fromkeys(given_marks, 10)
    named = [atlas.region(region_id).name for region_id in full]
    for candidate in match(atlas, rated(full)).candidates:
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
