"""What the list of results is given."""

import pytest

from referral_map.app.listing import ORDERS, listing, ordered

CANDIDATES = [
    {"rank": 1, "trigger_point": "p_1", "muscle": "p", "side": "right", "score": 0.8,
     "coverage": 0.7, "fit": 0.9, "same_pattern": ["p_2"], "why": "Because."},
    {"rank": 2, "trigger_point": "q_1", "muscle": "q", "side": "left", "score": 0.6,
     "coverage": 0.9, "fit": 0.2, "same_pattern": [], "why": "Because."},
    {"rank": 3, "trigger_point": "p_2", "muscle": "p", "side": "right", "score": 0.5,
     "coverage": 0.7, "fit": 0.9, "same_pattern": [], "why": "Because."},
]  # fmt: skip
DRAWN = {
    "trigger_points": {
        "p_1": {"name": "First", "muscle": "p", "where": "Here."},
        "p_2": {"name": "Second", "muscle": "p", "where": "There."},
        "q_1": {"name": "Only", "muscle": "q", "where": "Elsewhere."},
    },
    "muscles": {
        "p": {"name": "Piriformis", "plain_name": "pear-shaped muscle", "layer": "deep"},
        "q": {"name": "Quadratus", "plain_name": "square muscle", "layer": "deep"},
    },
}
FOUND = {"pain": {"area_cm2": 12.5, "regions": ["r"]}, "candidates": CANDIDATES}


def points(candidates):
    return [each["trigger_point"] for each in candidates]


def test_by_score_the_order_is_that_of_the_match():
    assert points(ordered(CANDIDATES, "score")) == ["p_1", "q_1", "p_2"]


def test_by_another_measure_the_best_of_it_comes_first_and_ties_keep_their_order():
    assert points(ordered(CANDIDATES, "coverage")) == ["q_1", "p_1", "p_2"]
    assert points(ordered(CANDIDATES, "fit")) == ["p_1", "p_2", "q_1"]


def test_every_candidate_is_named_and_numbered_as_listed():
    data = listing(FOUND, DRAWN, "coverage", "atlas/drawings.json")
    assert data["pain"] == {"area_cm2": 12.5, "regions": ["r"]}
    assert data["order"] == "coverage"
    assert data["drawings"] == "atlas/drawings.json"
    assert [each["rank"] for each in data["candidates"]] == [1, 2, 3]
    first = data["candidates"][0]
    assert first["muscle_name"] == "Quadratus"
    assert first["plain_name"] == "square muscle"
    assert first["name"] == "Only"
    assert first["where"] == "Elsewhere."
    assert first["why"] == "Because."
    assert [each["same_names"] for each in data["candidates"]] == [[], ["Second"], []]


def test_the_match_itself_is_left_as_it_was():
    listing(FOUND, DRAWN, "coverage", "")
    assert [each["rank"] for each in CANDIDATES] == [1, 2, 3]
    assert "name" not in CANDIDATES[0]


def test_an_unknown_measure_is_refused():
    assert set(ORDERS) == {"score", "coverage", "fit"}
    with pytest.raises(KeyError, match="rank"):
        listing(FOUND, DRAWN, "rank", "")
