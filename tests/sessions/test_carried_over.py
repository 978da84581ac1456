"""What was painted on the pictures of the first body marks the same regions on today's."""

import json
from pathlib import Path

import numpy as np
import pytest
from shapely import LineString, Polygon, unary_union

from referral_map import load_atlas
from referral_map.geometry.body_frame import VIEWS
from referral_map.matching.marks import reached_by
from referral_map.sessions import FORMAT, open_session

FIRST_REGIONS = json.loads((Path(__file__).parent / "first_regions.json").read_text())["regions"]

SAME = 0.85
BRUSH_MM, ROWS_MM = 8.0, 4.0

ELSEWHERE = {
    # Drawn as one toe with its neighbour until now, or smaller than a skin point was.
    "big_toe_top": 0.6,
    "big_toe_under": 0.6,
    "toes_top": 0.6,
    "toes_under": 0.65,
    "coccyx": 0.65,
    # The skin between the legs, of which the first pictures showed the edge only.
    "genital_area": 0.75,
    "thigh_inner_upper": 0.6,
    "thigh_inner_lower": 0.75,
    "knee_inner": 0.65,
    "leg_inner_upper": 0.7,
    "leg_inner_middle": 0.8,
    # The edges of the sole, round which the borders now follow the skin.
    "foot_inner_edge": 0.8,
    "foot_outer_edge": 0.8,
    "heel_back": 0.8,
    "heel_under": 0.8,
    "ball_of_foot": 0.8,
}
"""Regions whose border moved, and how much of them is at least the same."""


def painted_over(view: str, shape: list) -> list[dict]:
    """Strokes of a version 2 file that cover a region of the first pictures, and nothing else."""
    whole = unary_union([Polygon(ring).buffer(0) for ring in shape])
    within = whole.buffer(0.5 - BRUSH_MM / 2)
    low_u, low_v, high_u, high_v = within.bounds
    rows = [
        LineString([(low_u - 1, v), (high_u + 1, v)]).intersection(within)
        for v in np.arange(low_v, high_v, ROWS_MM)
    ]
    edges = [piece.exterior for piece in getattr(within, "geoms", [within])]
    lines = [line for each in rows for line in getattr(each, "geoms", [each])] + edges
    return [
        {"kind": "brush", "view": view, "path": list(line.coords), "size_cm": BRUSH_MM / 10}
        for line in lines
        if line.length > 0
    ]


@pytest.fixture(scope="module")
def same_share() -> dict[str, float]:
    """Of each region as painted then and as it is now: what both hold of what either holds, by
    area, on the skin that the picture shows."""
    atlas = load_atlas(body="man")
    numbers = {region.id: number for number, region in enumerate(atlas.regions)}
    shares = {}
    for name, first in FIRST_REGIONS.items():
        strokes = painted_over(first["view"], first["shape"])
        data = json.dumps({"format": FORMAT, "version": 2, "marks": strokes}).encode()
        painted = np.zeros(len(atlas.skin.area), bool)
        for mark in open_session(data).session.marks:
            painted[reached_by(atlas, mark)] = True
        marked = atlas.skin.region == numbers[f"{name}_right"]
        area = np.where(atlas.skin.seen[VIEWS[first["view"]].stored], atlas.skin.area, 0.0)
        shares[name] = area[painted & marked].sum() / area[painted | marked].sum()
    return shares


def test_every_region_of_the_first_pictures_is_still_there(same_share):
    assert len(same_share) == 60
    assert np.median(list(same_share.values())) > 0.88


@pytest.mark.parametrize("region", sorted(FIRST_REGIONS))
def test_a_region_painted_on_the_first_pictures_is_the_same_region_now(same_share, region):
    least = ELSEWHERE.get(region, SAME)
    assert same_share[region] >= least
    assert region not in ELSEWHERE or same_share[region] < SAME
