"""Marked skin as shapes: as large as what was marked, on its side, and each place of one kind."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referral_map import load_atlas
from referral_map.atlas.drawings import view_drawing
from referral_map.geometry.body_frame import VIEWS
from referral_map.geometry.paths import path_to_shape
from referral_map.report.flow import Paragraph, flowed, plain
from referral_map.report.skin_shapes import NOTHING, skin_shapes


def shapes_of(view, kinds):
    atlas = load_atlas()
    paths = skin_shapes(atlas, view, kinds, view_drawing(atlas, view, ())["body"])
    return {kind: path_to_shape(path) for kind, path in paths.items()}


def least_common(view: str, region: str) -> float:
    """How much of a region, as drawn and as its points show it, is the same at least."""
    # From within, the armpit is two walls of a hollow: its points bridge what lies between them.
    if view == "arms_inner" and region.startswith("armpit"):
        return 0.4
    # Where a body is cut, a region ends at the cut and its skin points a little before.
    return 0.75 if VIEWS[view].origin[0] == 0 else 0.55


@pytest.mark.parametrize("view", VIEWS)
def test_a_region_is_drawn_where_it_is_and_as_large_as_it_is(view):
    atlas = load_atlas()
    drawn = view_drawing(atlas, view, ())["regions"]
    tried = 0
    for region in atlas.regions:
        least = 1500 if view in ("palms", "hand_backs") else 4000
        if region.id not in drawn or path_to_shape(drawn[region.id]).area < least:
            continue
        wanted = path_to_shape(drawn[region.id])
        found = shapes_of(view, np.where(atlas.skin.region == region.index, 0, NOTHING))[0]
        common = wanted.intersection(found).area / wanted.union(found).area
        assert common > least_common(view, region.id), region.id
        tried += 1
    assert tried >= 1


@settings(max_examples=10)
@given(st.sampled_from(["back", "front"]), st.lists(st.integers(0, 79), min_size=1, max_size=8))
def test_kinds_do_not_overlap_and_the_other_side_is_the_mirror(view, numbers):
    atlas = load_atlas()
    kinds = np.full(len(atlas.skin.region), NOTHING)
    for place, number in enumerate(numbers):
        kinds[atlas.skin.region == number % len(atlas.regions)] = place % 3
    found = list(shapes_of(view, kinds).values())
    for place, shape in enumerate(found):
        for other in found[:place]:
            assert shape.intersection(other).area < 0.02 * min(shape.area, other.area)
    mirrored = shapes_of(view, atlas.skin.mirrored(kinds))
    areas = {kind: shape.area for kind, shape in shapes_of(view, kinds).items()}
    for kind, shape in mirrored.items():
        assert shape.area == pytest.approx(areas[kind], rel=0.06, abs=300)


def test_nothing_marked_draws_nothing():
    atlas = load_atlas()
    assert shapes_of("back", np.full(len(atlas.skin.region), NOTHING)) == {}


@given(st.lists(st.tuples(st.integers(1, 400), st.booleans()), max_size=30), st.integers(120, 800))
def test_blocks_keep_their_order_and_stay_on_their_page(given_blocks, tall):
    blocks: list[Paragraph] = [
        plain("word " * words, together=together) for words, together in given_blocks
    ]
    kept = [block for block in blocks if block.together]
    pages = flowed(blocks, 300.0, float(tall))
    assert [block for page in pages for _, block in page] == blocks
    for page in pages:
        for number, (y, block) in enumerate(page):
            assert y + block.height(300.0) <= tall or number == 0
            if number:
                above, before = page[number - 1]
                assert y == pytest.approx(above + before.height(300.0))
    for page, _ in pairwise(pages):
        together = [block in kept for _, block in page]
        assert not together[-1] or all(together)
