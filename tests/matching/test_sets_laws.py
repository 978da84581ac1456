"""The laws of sets of points: shares add up, nothing better is missed, mirrors agree."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_map import PainDrawing, load_atlas, match
from referral_map.atlas.patterns import SPILLOVER_WEIGHT
from referral_map.geometry.body_frame import SIDES, other_side
from referral_map.matching import COVERAGE_WEIGHT, point_sets, shortlist
from referral_map.matching.marks import RegionMark
from referral_map.matching.pattern_table import pattern_table
from referral_map.matching.search import Search
from referral_map.matching.set_problem import LEAST_ADDED, SetProblem
from referral_map.matching.sets import MOST_POINTS
from referral_map.matching.shortlist import WEIGHTS

region_ids = st.deferred(lambda: st.sampled_from([r.id for r in load_atlas().regions]))
marks = st.dictionaries(region_ids, st.integers(1, 10), min_size=1, max_size=6)


def drawn(given_marks) -> PainDrawing:
    rated = [RegionMark(region=name, intensity=it) for name, it in given_marks.items()]
    return PainDrawing.from_marks(load_atlas(), rated)


@settings(max_examples=25)
@given(marks)
def test_shares_and_what_is_left_are_the_whole_drawing(given_marks):
    pain = drawn(given_marks)
    for found in point_sets(load_atlas(), pain):
        shares = sum(member.share_cm2 for member in found.members)
        assert shares == pytest.approx(found.explained_cm2, abs=0.05 * len(found.members) + 0.05)
        whole = found.explained_cm2 + found.unexplained_cm2
        assert whole == pytest.approx(pain.area_cm2, abs=0.2)
        assert found.coverage == pytest.approx(found.explained_cm2 / pain.area_cm2, abs=0.02)
        assert 0 < found.score <= found.best_possible + 1e-9 <= 1 + 1e-9


@settings(max_examples=25)
@given(marks)
def test_sets_grow_by_one_point_that_explains_enough_more(given_marks):
    pain = drawn(given_marks)
    sets = point_sets(load_atlas(), pain)
    assert [len(found.members) for found in sets] == list(range(1, len(sets) + 1))
    assert len(sets) <= MOST_POINTS
    for small, large in pairwise(sets):
        assert large.coverage >= small.coverage + LEAST_ADDED - 2e-3
    for found in sets:
        names = [(m.trigger_point, m.side) for m in found.members]
        assert len(set(names)) == len(names)
        assert [m.share_cm2 for m in found.members] == sorted(
            (m.share_cm2 for m in found.members), reverse=True
        )


@settings(max_examples=25)
@given(marks)
def test_the_best_set_of_one_is_the_best_of_the_list_of_what_is_painted(given_marks):
    atlas = load_atlas()
    pain = PainDrawing.from_weights(atlas, drawn(given_marks).weights)
    listed = match(atlas, pain, weigh_common=False, weigh_evidence=False).candidates
    found = point_sets(atlas, pain)
    assert listed or not found
    if found:
        assert found[0].score == pytest.approx(listed[0].score, abs=2e-4)
        assert found[0].coverage == pytest.approx(
            found[0].members[0].share_cm2 / pain.area_cm2, abs=0.02
        )


@settings(max_examples=15)
@given(marks)
def test_the_mirrored_drawing_has_mirrored_sets(given_marks):
    mirrored = {
        f"{name.rpartition('_')[0]}_{other_side(name.rpartition('_')[2])}": strength
        for name, strength in given_marks.items()
    }
    here, there = (point_sets(load_atlas(), drawn(m)) for m in (given_marks, mirrored))
    assert len(here) == len(there)
    for one, other in zip(here, there, strict=True):
        assert one.score == pytest.approx(other.score, abs=2e-4)


@settings(max_examples=15)
@given(marks, st.randoms(use_true_random=False))
def test_the_order_of_marks_does_not_matter(given_marks, random):
    shuffled = dict(random.sample(list(given_marks.items()), len(given_marks)))
    assert point_sets(load_atlas(), drawn(given_marks)) == point_sets(load_atlas(), drawn(shuffled))


@given(st.integers(0, 10_000), st.integers(1, 4))
def test_no_set_of_the_size_is_better_than_the_one_found(seed, size):
    """Against every combination, on small made-up skins."""
    rng = np.random.default_rng(seed)
    shared = rng.random((12, 9)) * (rng.random((12, 9)) < 0.5)
    usual = shared.sum(axis=0) + rng.random(9) * 5 + 0.1
    marked = float(shared.max(axis=1).sum() + 1)
    at_least = float(rng.choice([0.0, 0.5])) * marked
    best = Search(shared, usual, marked).best(size, at_least)

    def score(chosen):
        explained = shared[:, chosen].max(axis=1).sum()
        cost = COVERAGE_WEIGHT * marked + (1 - COVERAGE_WEIGHT) * usual[list(chosen)].sum()
        return explained / cost if explained >= at_least else 0.0

    top = max(score(list(chosen)) for chosen in combinations(range(9), size))
    if best is None:
        assert top == 0
    else:
        assert best.score == pytest.approx(score(list(best.chosen)))
        assert best.score == pytest.approx(top)
        assert best.best_possible == pytest.approx(top)


def test_a_search_cut_short_still_bounds_what_it_missed(monkeypatch):
    rng = np.random.default_rng(3)
    shared = rng.random((30, 14)) * (rng.random((30, 14)) < 0.3)
    usual, marked = shared.sum(axis=0), float(shared.max(axis=1).sum())
    full = Search(shared, usual, marked).best(4)
    monkeypatch.setattr("referral_map.matching.search.MOST_NODES", 2)
    cut = Search(shared, usual, marked).best(4)
    assert cut
    assert full
    assert cut.score <= full.score + 1e-9 <= cut.best_possible + 2e-9


@pytest.mark.parametrize("side", SIDES)
def test_two_points_far_apart_are_found_together_with_their_areas(atlas, side):
    points = ("tibialis_anterior", "quadratus_lumborum")
    ids = [next(p.id for p in atlas.muscle(name).trigger_points) for name in points]
    weights = np.maximum(*(atlas.pattern_weights(point, side) for point in ids))
    pain = PainDrawing.from_weights(atlas, weights)
    pair = point_sets(atlas, pain)[1]
    assert {m.side for m in pair.members} == {side}
    assert {m.muscle for m in pair.members} == set(points)
    assert pair.coverage == pytest.approx(1, abs=1e-3)
    assert pair.unexplained_cm2 < 0.2


def test_skin_that_two_members_explain_alike_is_split_evenly(atlas):
    both = [f"low_back_upper_{side}" for side in SIDES]
    found = next(s for s in point_sets(atlas, PainDrawing.from_regions(atlas, both))
                 if {m.side for m in s.members} == set(SIDES))  # fmt: skip
    assert sum(m.share for m in found.members) == pytest.approx(found.coverage, abs=1e-3)


def test_pressing_changes_the_sets_and_not_the_shares(atlas):
    pain = PainDrawing.from_regions(atlas, ["thigh_back_middle_right"])
    first = point_sets(atlas, pain)[0].members[0]
    again = point_sets(atlas, pain, pressed={first.trigger_point: "nothing"})[0]
    assert again.members[0].trigger_point != first.trigger_point
    kept = point_sets(atlas, pain, pressed={first.trigger_point: "familiar"})[0]
    assert kept.members == (first,)
    assert point_sets(atlas, pain, pressed={}) == point_sets(atlas, pain)


@settings(max_examples=25)
@given(marks)
def test_the_shortlist_is_the_list_unless_several_points_are_better(given_marks):
    atlas, pain = load_atlas(), drawn(given_marks)
    listed = [(c.trigger_point, c.side) for c in match(atlas, pain).candidates]
    names, table = list(shortlist(atlas, pain)), pattern_table(atlas)
    problem = SetProblem.of(table, pain.weights, {})
    sets = problem.growing(MOST_POINTS)
    points = [(table.points[k].trigger_point, table.points[k].side) for k in problem.columns]
    assert len(set(names)) == len(names)
    assert set(names) == set(listed)
    best = max(sets, key=lambda found: found.score, default=None)
    if best is None or len(best.chosen) == 1:
        assert names == listed
    else:
        members = {points[number] for number in best.chosen}
        assert members <= set(names[: len(WEIGHTS) + len(members)])
        standing = dict(zip(points, problem.search.standing(best.chosen), strict=True))
        for name in names[: len(WEIGHTS)]:
            # Nothing is named later that is higher in the list and stands better in the set.
            higher = listed[: listed.index(name)]
            later = set(higher) & set(names[names.index(name) + 1 :])
            clear = standing.get(name, 0.0) + 1e-6
            assert [each for each in later if standing.get(each, 0.0) > clear] == []


@pytest.mark.parametrize("side", SIDES)
def test_of_two_points_far_apart_both_are_named_among_the_first_four(atlas, side):
    points = [atlas.muscle(m).trigger_points[0].id for m in ("soleus", "iliocostalis_lumborum")]
    weights = np.maximum(*(atlas.pattern_weights(point, side) for point in points))
    named = shortlist(atlas, PainDrawing.from_weights(atlas, weights))[:4]
    assert {(point, side) for point in points} <= set(named)


def test_a_pressed_point_leads_the_shortlist(atlas):
    pain = PainDrawing.from_regions(atlas, ["low_back_upper_right", "calf_upper_right"])
    third = match(atlas, pain).candidates[2]
    key = f"{third.trigger_point}:{third.side}"
    assert shortlist(atlas, pain, {key: "familiar"})[0] == (third.trigger_point, third.side)
    assert shortlist(atlas, pain, {key: "nothing"})[0] != (third.trigger_point, third.side)


def test_nothing_marked_has_no_set_and_a_wrong_size_is_refused(atlas):
    assert point_sets(atlas, PainDrawing.from_regions(atlas, [])) == ()
    assert shortlist(atlas, PainDrawing.from_regions(atlas, [])) == ()
    for size in (0, 5):
        with pytest.raises(ValueError, match="1 to 4"):
            point_sets(atlas, PainDrawing.from_regions(atlas, ["sacrum_right"]), size)


def test_the_columns_are_the_patterns_of_the_atlas(atlas):
    table = pattern_table(atlas)
    for number in (0, 7, len(table.points) - 1):
        point = table.points[number]
        weights = table.essential[:, number] + SPILLOVER_WEIGHT * table.spillover[:, number]
        assert np.allclose(weights, atlas.pattern_weights(point.trigger_point, point.side))
