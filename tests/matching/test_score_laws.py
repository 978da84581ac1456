"""The laws of coverage, fit and score, on any skin, pain and patterns."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_map.atlas.patterns import ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT
from referral_map.matching import COVERAGE_WEIGHT
from referral_map.matching.credit import MOST_BESIDE, MOST_OF_SPILLOVER
from referral_map.matching.score import (
    SPILLOVER_EXPECTED,
    score,
    shares,
    usual_areas,
)

CLOSE = 1e-9
share = st.sampled_from((0.0, 0.3, SPILLOVER_WEIGHT, 1.0)) | st.integers(0, 1000).map(
    lambda permille: permille / 1000
)


@st.composite
def cases(draw):
    """Area (n,) in cm2, pain (n,) 0..1, patterns (k, n) and credits (k, n) of their zones."""
    n, k = draw(st.integers(1, 25)), draw(st.integers(1, 5))
    area = draw(st.lists(st.floats(0.01, 5), min_size=n, max_size=n))
    pain = draw(st.lists(share, min_size=n, max_size=n))
    kind = st.sampled_from((0.0, SPILLOVER_WEIGHT, ESSENTIAL_WEIGHT))
    patterns = np.array(
        draw(st.lists(st.lists(kind, min_size=n, max_size=n), min_size=k, max_size=k))
    )
    part = np.random.default_rng(draw(st.integers(0, 999))).random(patterns.shape)
    credit = np.where(
        patterns == ESSENTIAL_WEIGHT,
        1.0,
        np.where(
            patterns > 0,
            COVERAGE_WEIGHT + part * (MOST_OF_SPILLOVER - COVERAGE_WEIGHT),
            part * MOST_BESIDE,
        ),
    )
    return np.array(area), np.array(pain), patterns, credit


def expected_of(area, patterns):
    return (
        (patterns == ESSENTIAL_WEIGHT) + SPILLOVER_EXPECTED * (patterns == SPILLOVER_WEIGHT)
    ) @ area


def scored(area, pain, patterns, credit):
    """Score of each pattern."""
    return score(credit @ (area * pain), float(area @ pain), expected_of(area, patterns))


def shared(area, pain, patterns):
    """Coverage and fit of each pattern."""
    both = np.minimum(patterns, pain) @ area
    return shares(both, float(area @ pain), usual_areas(area, patterns))


@given(cases())
def test_all_three_lie_between_0_and_1(case):
    area, pain, patterns, _ = case
    found = shared(area, pain, patterns)
    for part in (found.coverage, found.fit, scored(*case)):
        assert part.shape == (len(patterns),)
        assert ((part >= 0) & (part <= 1)).all()


@given(cases())
def test_nothing_is_cut_off_to_keep_the_score_below_1(case):
    """By the formula itself: a score that had to be cut could hide which pattern is better."""
    area, pain, patterns, credit = case
    marked, expected = float(area @ pain), expected_of(area, patterns)
    whole = COVERAGE_WEIGHT * marked + (1 - COVERAGE_WEIGHT) * expected
    assert (credit @ (area * pain) <= whole + CLOSE).all()


@given(cases())
def test_they_equal_the_definition_worked_out_point_by_point(case):
    area, pain, patterns, credit = case
    found, rows = shared(area, pain, patterns), scored(*case)
    marked = math.fsum(a * p for a, p in zip(area, pain, strict=True))
    for i, pattern in enumerate(patterns):
        both = math.fsum(a * min(p, w) for a, p, w in zip(area, pain, pattern, strict=True))
        usual = math.fsum(a * w for a, w in zip(area, pattern, strict=True))
        assert found.coverage[i] == pytest.approx(both / marked if marked else 0, abs=CLOSE)
        assert found.fit[i] == pytest.approx(both / usual if usual else 0, abs=CLOSE)
        given_to = math.fsum(a * p * m for a, p, m in zip(area, pain, credit[i], strict=True))
        parts = {ESSENTIAL_WEIGHT: 1.0, SPILLOVER_WEIGHT: SPILLOVER_EXPECTED, 0.0: 0.0}
        expected = math.fsum(a * parts[w] for a, w in zip(area, pattern, strict=True))
        whole = COVERAGE_WEIGHT * marked + (1 - COVERAGE_WEIGHT) * expected
        assert rows[i] == pytest.approx(given_to / whole if whole else 0, abs=CLOSE)


def test_credits_are_large_enough_for_the_next_law():
    assert SPILLOVER_WEIGHT >= COVERAGE_WEIGHT > 0.5
    assert 1 >= MOST_OF_SPILLOVER >= COVERAGE_WEIGHT > MOST_BESIDE > 0


@given(cases(), st.data())
def test_marking_more_of_a_pattern_never_lowers_its_score(case, data):
    area, pain, patterns, credit = case
    of_pattern = np.flatnonzero(patterns[0] > 0)
    more = data.draw(st.sets(st.sampled_from(of_pattern.tolist()))) if len(of_pattern) else ()
    harder = pain.copy()
    harder[list(more)] = np.maximum(pain[list(more)], data.draw(share))
    before, after = (scored(area, p, patterns[:1], credit[:1])[0] for p in (pain, harder))
    assert after >= before - CLOSE


@given(cases())
def test_marking_skin_far_from_a_pattern_never_raises_its_score(case):
    area, pain, patterns, credit = case
    far = credit[0] == 0
    harder = np.where(far, 1.0, pain)
    before, after = (scored(area, p, patterns[:1], credit[:1])[0] for p in (pain, harder))
    assert after <= before + CLOSE


@given(cases())
def test_only_all_of_the_essential_zone_and_nothing_outside_reaches_1(case):
    _, pain, patterns, _ = case
    for i in np.flatnonzero(scored(*case) >= 1 - CLOSE):
        assert pain[patterns[i] == ESSENTIAL_WEIGHT] == pytest.approx(1, abs=1e-5)
        assert pain[patterns[i] == 0] == pytest.approx(0, abs=1e-5)
        assert (patterns[i] > 0).any()


@given(cases())
def test_no_pain_scores_nothing(case):
    area, pain, patterns, credit = case
    nothing = np.zeros_like(pain)
    found = shared(area, nothing, patterns)
    assert not found.coverage.any()
    assert not found.fit.any()
    assert not scored(area, nothing, patterns, credit).any()


@given(cases())
def test_a_pattern_without_skin_scores_nothing(case):
    area, pain, patterns, _ = case
    empty = np.zeros_like(patterns)
    assert scored(area, pain, empty, empty).tolist() == [0] * len(patterns)


@given(cases(), st.floats(0.1, 10))
def test_the_unit_of_area_does_not_matter(case, unit):
    area, *rest = case
    assert np.allclose(scored(area, *rest), scored(unit * area, *rest))


@given(cases(), st.randoms(use_true_random=False))
def test_the_order_of_skin_points_and_patterns_does_not_matter(case, random):
    area, pain, patterns, credit = case
    points, rows = list(range(len(area))), list(range(len(patterns)))
    random.shuffle(points)
    random.shuffle(rows)
    picked = np.ix_(rows, points)
    found = scored(area[points], pain[points], patterns[picked], credit[picked])
    assert np.allclose(found, scored(*case)[rows])
