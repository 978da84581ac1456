"""The atlas: asked by name, and what it answers."""

import numpy as np
import pytest

from referral_map.atlas.patterns import ESSENTIAL_WEIGHT, SPILLOVER_WEIGHT
from referral_map.errors import ReferralMapError, UnknownName
from referral_map.geometry.zones import field


@pytest.mark.parametrize(
    ("ask", "given", "kind", "near"),
    [
        ("region", "sacrum_rihgt", "region", "sacrum_right"),
        ("muscle", "piriformus", "muscle", "piriformis"),
        ("trigger_point", "piriformis_latral", "trigger point", "piriformis_lateral"),
        ("muscle_of", "piriformis_latral", "trigger point", "piriformis_lateral"),
        ("pattern_weights", "piriformis_latral", "trigger point", "piriformis_lateral"),
        ("zone_area_cm2", "piriformis_latral", "trigger point", "piriformis_lateral"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest(atlas, ask, given, kind, near):
    with pytest.raises(UnknownName) as caught:
        getattr(atlas, ask)(given)
    assert str(caught.value) == f"unknown {kind} {given!r}; did you mean {near!r}?"
    assert isinstance(caught.value, ReferralMapError)


@pytest.mark.parametrize("ask", ["outline", "mark"])
def test_an_unknown_point_is_refused_before_it_is_drawn(atlas, ask):
    with pytest.raises(UnknownName, match="did you mean"):
        getattr(atlas, ask)("piriformis_latral", "back")


def test_every_name_leads_to_its_record(atlas):
    assert len(atlas.trigger_points) >= 35
    for region in atlas.regions:
        assert atlas.region(region.id) is region
    for muscle in atlas.muscles:
        assert atlas.muscle(muscle.id) is muscle
        for point in muscle.trigger_points:
            assert atlas.trigger_point(point.id) is point
            assert atlas.muscle_of(point.id) is muscle


def test_weights_are_1_in_the_essential_zone_and_less_in_the_spillover_zone(atlas):
    half = atlas.skin.half
    xyz, normal = atlas.skin.xyz[:half], atlas.skin.normal[:half]
    for point in atlas.trigger_points[::3]:
        pattern = atlas.patterns[point.id]
        on_side = [
            field([brush for brush, side in zone if side != "opposite"], xyz, normal) > 0
            for zone in (pattern.essential, pattern.spillover)
        ]
        weights = pattern.weights[:half]
        assert np.array_equal(weights == ESSENTIAL_WEIGHT, on_side[0]), point.id
        assert np.array_equal(weights == SPILLOVER_WEIGHT, on_side[1] & ~on_side[0]), point.id


def test_areas_are_those_of_the_weighted_skin(atlas):
    assert len(atlas.trigger_points) >= 35
    for point in atlas.trigger_points:
        area = atlas.zone_area_cm2(point.id)
        weights = atlas.pattern_weights(point.id)
        inside = atlas.skin.area[weights > 0].sum()
        assert area["essential"] + area["spillover"] == pytest.approx(inside, abs=0.11)
        assert area["essential"] == pytest.approx(atlas.skin.area[weights == 1].sum(), abs=0.06)
        assert bool(area["spillover"]) == bool(point.spillover)


def test_a_mark_is_seen_in_the_view_its_record_names(atlas):
    for point in atlas.trigger_points:
        u, v = atlas.mark(point.id, point.view)
        assert np.isfinite((u, v)).all()
    assert atlas.mark("gluteus_maximus_1", "soles") is None


def test_an_atlas_is_one_thing_and_may_key_a_table(atlas):
    assert {atlas: 1}[atlas] == 1


def test_sources_are_those_the_records_cite(atlas):
    cited = {
        citation.split(" ")[0]
        for point in atlas.trigger_points
        for zone in (point.essential, point.spillover)
        if zone
        for citation in zone.sources
    }
    assert len(cited) >= 10
    assert cited <= set(atlas.sources)
