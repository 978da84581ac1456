"""The ready-made drawings name regions that exist, and do what their button says."""

import pytest

from referral_map import PainDrawing, load_atlas, match
from referral_map.app.examples import EXAMPLES


def test_there_are_examples_with_their_own_ids_and_words():
    assert len(EXAMPLES) >= 2
    assert len({example.id for example in EXAMPLES}) == len(EXAMPLES)
    assert len({example.label for example in EXAMPLES}) == len(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_an_example_marks_known_regions_of_the_side_it_names(example):
    sides = {each.id: each.side for each in load_atlas().regions}
    assert len(example.regions) >= 1
    assert {sides[region] for region in example.regions} <= {"left", "right"}
    (side,) = {sides[region] for region in example.regions}
    assert side in example.label.lower()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.id)
def test_an_example_finds_several_candidates(example):
    atlas = load_atlas()
    found = match(atlas, PainDrawing.from_regions(atlas, example.regions)).as_dict()
    assert len(found["candidates"]) >= 3
