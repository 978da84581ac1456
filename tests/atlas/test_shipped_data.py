"""The anatomy that ships: every rule holds, and there is as much of it as was promised."""

import re
from collections import Counter

import pytest

from referral_map.atlas import check
from referral_map.geometry.body_frame import VIEWS

MUSCLES = {
    "gluteus_maximus", "gluteus_medius", "gluteus_minimus", "piriformis", "quadratus_lumborum",
    "iliocostalis_lumborum", "longissimus_thoracis", "tensor_fasciae_latae", "biceps_femoris",
    "semitendinosus", "semimembranosus", "vastus_lateralis", "gastrocnemius", "soleus",
}  # fmt: skip
LEAST_POINTS, LEAST_REGIONS = 35, 60

LAYERS = ("superficial", "intermediate", "deep")


def zones(atlas):
    for point in atlas.trigger_points:
        yield from (zone for zone in (point.essential, point.spillover) if zone)


def written_texts(atlas):
    for muscle in atlas.muscles:
        yield from (muscle.choices, muscle.attachments.text, muscle.action.text)
        for point in muscle.trigger_points:
            yield from (point.name, point.where, point.landmarks)
    yield from (zone.words for zone in zones(atlas))


def test_every_rule_holds(shipped):
    assert check(shipped) == []


def test_all_muscles_are_there(atlas):
    files = {muscle.id for muscle in atlas.muscles}
    assert len(files) >= 14
    assert files >= MUSCLES


def test_there_are_enough_trigger_points(atlas):
    assert len(atlas.trigger_points) >= LEAST_POINTS
    assert len(atlas.patterns) == len(atlas.trigger_points)
    assert len({point.id for point in atlas.trigger_points}) == len(atlas.trigger_points)


def test_there_are_enough_regions_a_side(atlas):
    a_side = Counter(region.side for region in atlas.regions)
    assert a_side["right"] == a_side["left"] >= LEAST_REGIONS


def test_ids_are_unique_and_carry_their_side(atlas):
    assert len({region.id for region in atlas.regions}) == len(atlas.regions) >= 2 * LEAST_REGIONS
    assert all(region.id.endswith(f"_{region.side}") for region in atlas.regions)


def test_every_region_has_two_names_of_its_own_and_a_view(atlas):
    assert len(atlas.regions) >= 2 * LEAST_REGIONS
    for names in ([r.name for r in atlas.regions], [r.anatomical_name for r in atlas.regions]):
        assert len(set(names)) == len(atlas.regions)
    assert all(region.views and set(region.views) <= set(VIEWS) for region in atlas.regions)
    assert all(region.side in region.name for region in atlas.regions)


@pytest.mark.parametrize(
    "part", ["trunk", "pelvis", "hip", "thigh", "knee", "leg", "ankle", "foot"]
)
def test_every_part_of_the_lower_body_has_regions(atlas, part):
    assert sum(region.part == part for region in atlas.regions) >= 2


@pytest.mark.parametrize("name", [
    "low_back_upper", "low_back_lower", "sacrum", "coccyx", "buttock_upper", "buttock_outer",
    "buttock_lower", "groin", "hip_outer", "heel_under", "arch_of_foot", "ball_of_foot",
    "foot_top", "foot_inner_edge", "foot_outer_edge",
    *(f"thigh_{face}_{height}" for face in ("front", "outer", "back", "inner")
      for height in ("upper", "middle", "lower")),
    *(f"{joint}_{face}" for joint in ("knee", "ankle")
      for face in ("front", "outer", "back", "inner")),
    *(f"{face}_{height}" for face in ("shin", "leg_outer", "calf", "leg_inner")
      for height in ("upper", "middle", "lower")),
])  # fmt: skip
def test_the_promised_regions_are_there_on_both_sides(atlas, name):
    right, left = atlas.region(f"{name}_right"), atlas.region(f"{name}_left")
    assert right.area_cm2 == left.area_cm2 > 5


def test_every_zone_is_cited_and_said_in_words(atlas):
    every = list(zones(atlas))
    assert len(every) >= LEAST_POINTS
    assert all(zone.sources and len(zone.words) > 15 for zone in every)
    assert all(zone.strokes or zone.patches for zone in every)


def test_every_source_can_be_found_by_a_reader(atlas):
    assert len(atlas.sources) >= 10
    for key, source in atlas.sources.items():
        assert source.url or source.kind in ("book", "paper"), key
        assert source.note, key


def test_every_layer_and_depth_was_measured(atlas):
    assert len(atlas.muscles) >= 14
    for muscle in atlas.muscles:
        measured = atlas.computed.muscles[muscle.id]
        assert measured["layer"] in LAYERS
        steps = abs(LAYERS.index(measured["layer"]) - LAYERS.index(muscle.layer))
        assert steps <= 1 or muscle.layer_reason
        assert 1 < measured["depth_mm"] < 120


def test_the_sciatic_nerve_has_its_branches_as_paths_with_width(atlas):
    family = [n for n in atlas.nerves if "sciatic_nerve" in (n.id, n.part_of)]
    assert {nerve.id for nerve in family} >= {
        "sciatic_nerve", "tibial_nerve", "common_fibular_nerve", "sural_nerve"
    }  # fmt: skip
    drawn = atlas.computed.drawings["back"]["nerves"]
    for branch in (branch for nerve in family for branch in nerve.branches):
        assert drawn[branch.id], branch.id
        assert all(
            0.5 < line["width"] < 30 and "L" not in line["path"] for line in drawn[branch.id]
        )


def test_no_sentence_tells_a_person_what_they_have(atlas):
    texts = list(written_texts(atlas))
    assert len(texts) > 100
    assert not [
        t for t in texts if re.search(r"\byou(r pain)? (have|are suffering)\b(?! to )", t, re.I)
    ]


def test_a_pattern_has_its_essential_zone_on_the_body_of_its_side(atlas):
    assert len(atlas.trigger_points) >= LEAST_POINTS
    for point in atlas.trigger_points:
        weights = atlas.pattern_weights(point.id)
        assert (weights[: atlas.skin.half] == 1.0).any(), point.id
        assert set(weights.tolist()) <= {0.0, 0.7, 1.0}, point.id
