"""The benchmarks run and print one table. How fast is for them to say, not for a test."""

import re

import pytest

from benchmarks.matching import HEAD, Polygons, cases, clicked, numbers, rows, table
from referral_map import load_atlas, match

pytestmark = pytest.mark.slow


def test_matching_prints_one_table_with_a_number_in_every_place():
    lines = rows(load_atlas(), repeats=2)
    head, rule, *body = table(lines).splitlines()
    assert re.split(r"  +", head) == list(HEAD)
    assert set(rule) == {"-", " "}
    assert len(body) == len(cases(load_atlas())) + 1 >= 5
    for line in lines:
        assert all(float(number) > 0 for number in line[1:])
    assert len({len(line) for line in (head, rule, *body)}) == 1


def test_the_polygons_tell_the_same_story():
    """Areas in pictures are not areas of skin, but the best of them is among our first."""
    atlas = load_atlas()
    polygons = Polygons.of(atlas)
    names = [(p.id, side) for p in atlas.trigger_points for side in ("right", "left")]
    for regions in (["thigh_back_middle_right"], ["low_back_upper_left", "low_back_lower_left"]):
        drawn = clicked(atlas, regions)
        best = names[polygons.shares(drawn.polygons).coverage.argmax()]
        ours = {(c.trigger_point, c.side): c for c in match(atlas, drawn.pain).candidates}
        found = sorted(ours.values(), key=lambda c: -c.coverage)[:3]
        first = [(name, c.side) for c in found for name in (c.trigger_point, *c.same_pattern)]
        assert best in first


def test_the_numbers_that_are_timed_are_those_of_the_list():
    atlas = load_atlas()
    for drawn in cases(atlas).values():
        assert drawn.polygons
        found = numbers(atlas, drawn.pain)
        listed = match(atlas, drawn.pain).candidates
        assert len(listed) > 0
        assert abs(max(c.coverage for c in listed) - found.coverage.max()) < 1e-3
        assert any(abs(listed[0].fit - fit) < 1e-3 for fit in found.fit)
