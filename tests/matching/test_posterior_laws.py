"""The laws of the posterior: what the drawing, how common and how sure a point is each do."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_map import PainDrawing, load_atlas, match
from referral_map.domain import GRADES
from referral_map.matching.marks import BrushMark, RegionMark
from referral_map.matching.posterior import (
    ABOUT_AS_WELL,
    PAINTED,
    SURE,
    WEAK,
    log_odds,
    yielding,
)
from referral_map.matching.prior import COMMON
from referral_map.matching.prior import SURE as SURENESS

region_ids = st.deferred(lambda: st.sampled_from([r.id for r in load_atlas().regions]))
region_sets = st.lists(region_ids, min_size=1, max_size=5, unique=True)
CLOSE = 6e-3
"""Four places of a posterior near 0 or 1, as log odds."""


def clicked(regions, **options):
    atlas = load_atlas()
    return match(atlas, PainDrawing.from_regions(atlas, regions), **options)


@settings(max_examples=25)
@given(region_sets)
def test_the_posterior_is_the_sum_of_what_is_shown(regions):
    found = clicked(regions).candidates
    posteriors = [each.posterior for each in found]
    assert posteriors == sorted(posteriors, reverse=True)
    for each in found:
        assert 0 < each.posterior < 1
        shown = float(log_odds(each.score)) + each.common + each.sure + each.also
        near_the_end = min(each.score, 1 - each.score, each.posterior, 1 - each.posterior) < 0.02
        assert float(log_odds(each.posterior)) == pytest.approx(
            shown, abs=0.6 if near_the_end else CLOSE
        )


@settings(max_examples=15)
@given(region_sets, st.booleans(), st.booleans())
def test_each_can_be_switched_off(regions, common, evidence):
    found = clicked(regions, weigh_common=common, weigh_evidence=evidence).candidates
    whole = {(each.trigger_point, each.side): each for each in clicked(regions).candidates}
    assert len(found) == len(whole)
    for each in found:
        other = whole[each.trigger_point, each.side]
        assert (each.score, each.coverage, each.fit) == (other.score, other.coverage, other.fit)
        assert each.common == (other.common if common else 0)
        assert common or "how common" not in each.odds
        assert evidence or (each.sure == 0 and "how sure" not in each.odds)


def stands_above(found) -> list[tuple[str, str]]:
    """Weak points above a sure one that fits about as well."""
    atlas = load_atlas()
    grade = {c.trigger_point: atlas.trigger_point(c.trigger_point).essential.how_sure.grade
             for c in found}  # fmt: skip
    return [
        (one.trigger_point, other.trigger_point)
        for one, other in combinations(found, 2)
        if grade[one.trigger_point] in WEAK
        and grade[other.trigger_point] in SURE
        and abs(one.score - other.score) <= ABOUT_AS_WELL
    ]


def test_no_weak_point_stands_above_a_sure_one_that_fits_about_as_well(atlas):
    felt = atlas.regions_with_patterns
    right = [each.id for each in atlas.regions if each.side == "right" and each.id in felt]
    drawn = [*((one,) for one in right), *combinations(right, 2)]
    assert 60 <= len(right) <= 75
    together = 0
    for regions in drawn:
        found = clicked(regions).candidates
        together += sum(each.grade in WEAK for each in found) > 0
        assert not stands_above(found), regions
    assert together > 1000
    # It is not for want of weak points that fit.
    without = [clicked([region], weigh_evidence=False).candidates for region in right]
    assert any(stands_above(found) for found in without)


def test_a_pattern_that_is_clearly_drawn_stands_first_however_rare_and_doubtful(atlas):
    rare = 0
    for point in atlas.trigger_points:
        pattern = atlas.pattern_weights(point.id)
        found = match(atlas, PainDrawing.from_weights(atlas, pattern)).candidates
        rare += found[0].how_common == "rare"
        first = [c for c in found if c.score >= 0.999 * max(c.score for c in found)]
        assert any(point.id in (c.trigger_point, *c.same_pattern) for c in first), point.id
        assert found[0] in first, point.id
    assert rare > 0


def test_what_is_known_counts_in_full_where_regions_were_clicked_and_little_where_painted(atlas):
    regions = ["calf_upper_right"]
    rough = PainDrawing.from_regions(atlas, regions)
    painted = PainDrawing.from_weights(atlas, rough.weights)
    assert (rough.clicked, painted.clicked) == (1.0, 0.0)
    in_full = {c.trigger_point: c.common for c in match(atlas, rough).candidates}
    for each in match(atlas, painted).candidates:
        assert each.common == pytest.approx(PAINTED * in_full[each.trigger_point], abs=1e-4)
    assert any(in_full.values())


@settings(max_examples=15)
@given(region_ids, region_ids)
def test_a_drawing_that_is_clicked_in_part_lies_between(one, other):
    atlas = load_atlas()
    inside = atlas.skin.of_region(atlas.region(other).index)
    weights = PainDrawing.from_regions(atlas, [one, other]).weights
    clicked_first = PainDrawing.from_regions(atlas, [one])
    dab = BrushMark(body="man", view="back", path=((0.0, 420.0),), size_cm=2)
    mixed = PainDrawing.from_marks(atlas, [RegionMark(region=one), dab])
    assert 0 < mixed.clicked <= 1
    assert mixed.clicked == pytest.approx(
        clicked_first.area_cm2 / max(mixed.area_cm2, 1e-9), abs=0.1
    )
    assert len(inside) > 0
    assert weights.any()


def test_not_known_is_neither_common_nor_rare():
    words = list(COMMON)
    assert words == ["very_common", "common", "unknown", "occasional", "rare"]
    assert list(COMMON.values()) == sorted(COMMON.values(), reverse=True)
    assert COMMON["unknown"] == 0
    assert [SURENESS[grade] for grade in GRADES] == sorted(SURENESS.values(), reverse=True)


@given(st.lists(st.tuples(st.floats(-4, 4), st.floats(0, 1), st.sampled_from(GRADES)), max_size=9),
       st.floats(0, 0.3))  # fmt: skip
def test_who_yields_stands_behind_and_nobody_else_moves(given_patterns, margin):
    odds, scores = (np.array([each[k] for each in given_patterns], float) for k in (0, 1))
    grades = [each[2] for each in given_patterns]
    after = yielding(odds, scores, grades, margin)
    for k, grade in enumerate(grades):
        assert after[k] <= odds[k]
        assert grade in WEAK or after[k] == odds[k]
        for other, at in enumerate(grades):
            if grade in WEAK and at in SURE and abs(scores[k] - scores[other]) <= margin:
                assert after[k] < after[other]
