"""The laws of the recognition loop: open steps, every one of them undoable."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_map import PainDrawing, load_atlas, match
from referral_map.errors import UnknownName
from referral_map.geometry.body_frame import SIDES
from referral_map.matching import FINDINGS, with_pressed
from referral_map.matching.match import GROUP_MARGIN
from referral_map.matching.posterior import log_odds
from referral_map.matching.pressed import RECOGNITION, SOURCES, TENDERNESS

REGIONS = ["buttock_lower_right", "thigh_back_upper_right", "low_back_lower_left"]
point_ids = st.deferred(lambda: st.sampled_from([p.id for p in load_atlas().trigger_points]))
keys = st.builds(lambda point, side: point + side, point_ids,
                 st.sampled_from(["", *(f":{side}" for side in SIDES)]))  # fmt: skip
pressings = st.dictionaries(keys, st.sampled_from(FINDINGS), max_size=6)


def found():
    atlas = load_atlas()
    return match(atlas, PainDrawing.from_regions(atlas, REGIONS))


def score_of(result, point, side):
    return next(
        c.posterior for c in result.candidates if (c.trigger_point, c.side) == (point, side)
    )


@settings(max_examples=25)
@given(pressings)
def test_the_same_candidates_stand_in_order_with_scores_from_0_to_1(pressed):
    before, after = found(), with_pressed(found(), pressed)
    assert sorted((c.trigger_point, c.side) for c in after.candidates) == sorted(
        (c.trigger_point, c.side) for c in before.candidates
    )
    scores = [c.posterior for c in after.candidates]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert [c.rank for c in after.candidates] == list(range(1, len(scores) + 1))


@settings(max_examples=25)
@given(pressings, pressings)
def test_only_the_last_findings_count_so_dropping_one_undoes_it(one, other):
    first = found()
    assert with_pressed(with_pressed(first, one), other) == with_pressed(first, other)
    assert with_pressed(with_pressed(first, one), {}) == first
    for key in one:
        fewer = {name: value for name, value in one.items() if name != key}
        assert with_pressed(with_pressed(first, one), fewer) == with_pressed(first, fewer)


@settings(max_examples=25)
@given(pressings)
def test_every_finding_is_one_step_and_tells_what_it_did(pressed):
    first = found()
    after = with_pressed(first, pressed)
    named = {(k.partition(":")[0], k.partition(":")[2] or first.pain.side) for k in pressed}
    assert {(s.trigger_point, s.side) for s in after.steps} == named
    assert len(after.steps) == len(named)
    assert all(step.words for step in after.steps)
    moved = {(s.trigger_point, s.side) for s in after.steps if s.after is not None}
    for before in first.candidates:
        if not moved & {(m, before.side) for m in (before.trigger_point, *before.same_pattern)}:
            assert score_of(after, before.trigger_point, before.side) == before.posterior


def test_familiar_raises_more_than_tender_and_nothing_lowers():
    first = found()
    alone = next(c for c in first.candidates if not c.same_pattern)
    key = f"{alone.trigger_point}:{alone.side}"
    score = {
        finding: score_of(with_pressed(first, {key: finding}), alone.trigger_point, alone.side)
        for finding in FINDINGS
    }
    assert score["familiar"] > score["tender"] > alone.posterior > score["nothing"]
    before = float(log_odds(alone.posterior))
    known, tender = ((1 + kappa) / (1 - kappa) for kappa in (RECOGNITION, TENDERNESS))
    expected = {
        "familiar": tender * known,
        "tender": tender / known,
        "nothing": 1 / (tender * known),
    }
    for finding, times in expected.items():
        moved = float(log_odds(score[finding])) - before
        assert np.exp(moved) == pytest.approx(times, rel=0.02)


def test_nothing_at_one_of_several_alike_lowers_less_and_a_familiar_one_wins():
    first = found()
    shared = next((c for c in first.candidates if c.same_pattern), None)
    assert shared is not None
    members = [f"{m}:{shared.side}" for m in (shared.trigger_point, *shared.same_pattern)]

    def score(pressed):
        return score_of(with_pressed(first, pressed), shared.trigger_point, shared.side)

    some, everything = {members[0]: "nothing"}, dict.fromkeys(members, "nothing")
    assert score(everything) < score(some) < shared.posterior
    assert score(some | {members[1]: "familiar"}) > shared.posterior


def test_without_a_side_the_one_marked_most_is_meant(atlas):
    for side, other in (SIDES, SIDES[::-1]):
        pain = PainDrawing.from_regions(
            atlas, [f"thigh_back_{part}_{side}" for part in ("upper", "middle")]
            + [f"thigh_back_middle_{other}"])  # fmt: skip
        assert pain.side == side
        step = with_pressed(match(atlas, pain), {"gluteus_minimus_posterior": "tender"}).steps[0]
        assert (step.side, step.finding) == (side, "tender")


def test_near_equal_candidates_stand_as_a_group():
    listed = found().candidates
    assert listed[0].group == 1
    for one, other in pairwise(listed):
        assert other.group in (one.group, one.group + 1)
    for group in {c.group for c in listed}:
        scores = [float(log_odds(c.posterior)) for c in listed if c.group == group]
        assert max(scores) - min(scores) <= GROUP_MARGIN + 1e-9


@pytest.mark.parametrize("pressed", [{"soleus_1": "painful"}, {"soleus_1:middle": "tender"}])
def test_an_unknown_finding_or_side_is_refused_with_what_is_allowed(pressed):
    with pytest.raises(UnknownName, match="allowed"):
        with_pressed(found(), pressed)


def test_what_is_cited_is_a_source_of_the_atlas(atlas):
    assert set(SOURCES) <= set(atlas.sources)


def test_plain_data_shows_the_steps_only_where_something_was_pressed():
    first = found()
    assert "steps" not in first.as_dict()
    best = first.candidates[0]
    after = with_pressed(first, {f"{best.trigger_point}:{best.side}": "nothing"})
    assert [step["finding"] for step in after.as_dict()["steps"]] == ["nothing"]
