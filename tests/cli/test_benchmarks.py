"""The benchmarks run and print one table. How fast is for them to say, not for a test."""

import re

from benchmarks.matching import HEAD, Polygons, cases, rows, table
from referral_map import PainDrawing, load_atlas, match


def test_matching_prints_one_table_with_a_number_in_every_place():
    lines = rows(load_atlas(), repeats=3)
    head, rule, *body = table(lines).splitlines()
    assert re.split(r"  +", head) == list(HEAD)
    assert set(rule) == {"-", " "}
    assert len(body) == len(cases(load_atlas())) >= 4
    for line in lines:
        assert all(float(number) > 0 for number in line[1:])
    assert len({len(line) for line in (head, rule, *body)}) == 1


def test_the_polygons_tell_the_same_story():
    """Areas in pictures are not areas of skin, but the best of them is among our first."""
    atlas = load_atlas()
    polygons = Polygons.of(atlas)
    names = [(p.id, side) for p in atlas.trigger_points for side in ("right", "left")]
    for regions in (["thigh_back_middle_right"], ["low_back_upper_left", "low_back_lower_left"]):
        best = names[polygons.scores(regions).argmax()]
        found = match(atlas, PainDrawing.from_regions(atlas, regions)).candidates[:3]
        first = [(name, c.side) for c in found for name in (c.trigger_point, *c.same_pattern)]
        assert best in first
