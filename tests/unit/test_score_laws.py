"""The laws of coverage, fit and score, on any skin, pain and patterns."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_map.atlas.patterns import ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT
from referral_map.matching import COVERAGE_WEIGHT, scores
from referral_map.matching.score import from_areas, usual_areas

CLOSE = 1e-9


@st.composite
def cases(draw, weights=(0.0, SPILLOVER_WEIGHT, ESSENTIAL_WEIGHT)):
    """Area (n,) in cm2, pain (n,) 0..1 and patterns (k, n) made of the weights."""
    n, k = draw(st.integers(1, 25)), draw(st.integers(1, 5))
    share = st.sampled_from((0.0, 0.3, SPILLOVER_WEIGHT, 1.0)) | st.integers(0, 1000).map(
        lambda permille: permille / 1000
    )
    area = draw(st.lists(st.floats(0.01, 5), min_size=n, max_size=n))
    pain = draw(st.lists(share, min_size=n, max_size=n))
    kind = share if weights is None else st.sampled_from(weights)
    patterns = draw(st.lists(st.lists(kind, min_size=n, max_size=n), min_size=k, max_size=k))
    return np.array(area), np.array(pain), np.array(patterns)


any_weights = cases(weights=None)


def by_hand(area, pain, pattern):
    """Coverage, fit and score of one pattern, point by point, by the words of the definition."""
    shared = math.fsum(a * min(p, w) for a, p, w in zip(area, pain, pattern, strict=True))
    marked = math.fsum(a * p for a, p in zip(area, pain, strict=True))
    usual = math.fsum(a * w for a, w in zip(area, pattern, strict=True))
    coverage = shared / marked if marked else 0.0
    fit = shared / usual if usual else 0.0
    if coverage == 0 or fit == 0:
        return coverage, fit, 0.0
    return coverage, fit, 1 / (COVERAGE_WEIGHT / coverage + (1 - COVERAGE_WEIGHT) / fit)


@given(any_weights)
def test_all_three_lie_between_0_and_1(case):
    found = scores(*case)
    for part in (found.coverage, found.fit, found.score):
        assert part.shape == (len(case[2]),)
        assert ((part >= 0) & (part <= 1)).all()


@given(any_weights)
def test_they_equal_the_definition_worked_out_point_by_point(case):
    area, pain, patterns = case
    found = scores(area, pain, patterns)
    for i, pattern in enumerate(patterns):
        coverage, fit, score = by_hand(area.tolist(), pain.tolist(), pattern.tolist())
        assert found.coverage[i] == pytest.approx(coverage, abs=CLOSE)
        assert found.fit[i] == pytest.approx(fit, abs=CLOSE)
        assert found.score[i] == pytest.approx(score, abs=CLOSE)


@given(cases())
def test_single_precision_patterns_give_the_same(case):
    area, pain, patterns = case
    exact, rough = scores(*case), scores(area, pain, patterns.astype(np.float32))
    for name in ("coverage", "fit", "score"):
        assert np.allclose(getattr(exact, name), getattr(rough, name), atol=1e-5)


@given(cases(weights=(0.0, 1.0)))
def test_usual_areas_are_added_up_in_double_precision(case):
    """Equal patterns must tie to the last digit, wherever they stand in the table."""
    area, pain, patterns = case
    usual = usual_areas(area, patterns.astype(np.float32))
    assert np.allclose(usual, patterns @ area, rtol=1e-12, atol=0)
    found = scores(area, pain, patterns)
    assert np.allclose(scores(area, pain, patterns, usual).score, found.score)


@given(cases(weights=(0.0, 1.0)))
def test_for_marks_of_0_or_1_the_shared_area_is_the_plain_product(case):
    area, pain, patterns = case
    pain = np.round(pain)
    marked = area @ pain
    if marked > 0:
        product = (area * pain * patterns).sum(axis=1) / marked
        assert np.allclose(scores(area, pain, patterns).coverage, product)


@given(cases())
def test_score_lies_between_coverage_and_fit(case):
    found = scores(*case)
    low = np.minimum(found.coverage, found.fit) - CLOSE
    high = np.maximum(found.coverage, found.fit) + CLOSE
    assert ((low <= found.score) & (found.score <= high)).all()


def test_spillover_weighs_enough_for_the_next_law():
    assert ESSENTIAL_WEIGHT >= SPILLOVER_WEIGHT >= COVERAGE_WEIGHT > 0.5


@given(cases(), st.data())
def test_marking_unmarked_skin_of_a_pattern_never_lowers_its_score(case, data):
    area, pain, patterns = case
    of_pattern = np.flatnonzero(patterns[0] > 0)
    more = data.draw(st.sets(st.sampled_from(of_pattern.tolist()))) if len(of_pattern) else ()
    pain[list(more)] = 0.0
    before = scores(area, pain, patterns[:1]).score[0]
    pain[list(more)] = 1.0
    after = scores(area, pain, patterns[:1]).score[0]
    assert after >= before - CLOSE


@given(any_weights, st.floats(0, 1))
def test_raising_pain_towards_a_pattern_never_lowers_its_score(case, share):
    area, pain, patterns = case
    low = np.minimum(pain, patterns[0])
    higher = low + share * (patterns[0] - low)
    before = scores(area, low, patterns[:1]).score[0]
    assert scores(area, higher, patterns[:1]).score[0] >= before - CLOSE


@given(any_weights)
def test_pain_equal_to_a_pattern_scores_1_and_nothing_scores_more(case):
    area, _, patterns = case
    found = scores(area, patterns[0], patterns)
    if patterns[0].any():
        assert found.score[0] == pytest.approx(1)
        same = np.isclose(found.score, 1)
        assert np.allclose(patterns[same], patterns[0], atol=1e-6 / area.min())


@given(any_weights)
def test_no_pain_scores_nothing(case):
    area, pain, patterns = case
    found = scores(area, np.zeros_like(pain), patterns)
    assert not found.coverage.any()
    assert not found.fit.any()
    assert not found.score.any()


@given(any_weights)
def test_a_pattern_without_skin_scores_nothing(case):
    area, pain, patterns = case
    assert scores(area, pain, np.zeros_like(patterns)).score.tolist() == [0] * len(patterns)


@given(any_weights, st.floats(0.1, 10))
def test_the_unit_of_area_does_not_matter(case, unit):
    area, pain, patterns = case
    assert np.allclose(
        scores(area, pain, patterns).score, scores(unit * area, pain, patterns).score
    )


@given(any_weights, st.randoms(use_true_random=False))
def test_the_order_of_skin_points_and_patterns_does_not_matter(case, random):
    area, pain, patterns = case
    points, rows = list(range(len(area))), list(range(len(patterns)))
    random.shuffle(points)
    random.shuffle(rows)
    found = scores(area[points], pain[points], patterns[np.ix_(rows, points)])
    assert np.allclose(found.score, scores(area, pain, patterns).score[rows])


@given(st.floats(0, 100), st.floats(0, 100), st.floats(0, 100))
def test_areas_alone_are_enough(shared, extra_pain, extra_usual):
    found = from_areas(np.array([shared]), shared + extra_pain, np.array([shared + extra_usual]))
    if shared > 1e-6:
        assert found.coverage[0] == pytest.approx(shared / (shared + extra_pain))
        assert found.fit[0] == pytest.approx(shared / (shared + extra_usual))
