"""The laws of the joints that are felt where a drawing is."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from referral_map import PainDrawing, load_atlas
from referral_map.geometry.body_frame import SIDES, other_side
from referral_map.nerves.joints import LEAST_FELT, LEAST_SHARE, joints_felt

region_ids = st.deferred(lambda: st.sampled_from([r.id for r in load_atlas().regions]))
region_sets = st.lists(region_ids, max_size=5, unique=True)


def felt(regions):
    atlas = load_atlas()
    return joints_felt(atlas, PainDrawing.from_regions(atlas, regions).weights)


def test_each_joint_is_felt_where_most_people_felt_it(atlas):
    joints = atlas.records.joints
    assert len(joints) >= 3
    for key, joint in joints.items():
        if not joint.share_in:
            assert joint.uncounted
            continue
        region = max(joint.share_in, key=joint.share_in.__getitem__)
        for side in SIDES:
            found = {(each.id, each.side): each for each in felt([f"{region}_{side}"])}
            assert (key, side) in found
            each = found[key, side]
            assert each.share_of_pain == 1
            assert abs(each.typical - joint.share_in[region]) < 1e-3
            assert f"{100 * joint.share_in[region]:.0f}" in each.text


@given(region_sets)
def test_what_is_listed_lies_mostly_where_it_was_felt_and_the_most_typical_first(regions):
    found = felt(regions)
    assert [each.typical for each in found] == sorted((e.typical for e in found), reverse=True)
    assert found == () or regions
    for each in found:
        assert LEAST_SHARE <= each.share_of_pain <= 1
        assert 0 < each.typical <= each.share_of_pain
        assert {name.rpartition("_")[2] for name, _ in each.felt} == {each.side}
        assert any(dict(each.felt).get(region, 0) >= LEAST_FELT for region in regions)


@given(region_sets)
def test_the_mirrored_drawing_is_felt_by_the_mirrored_joints(regions):
    mirrored = [f"{r.rpartition('_')[0]}_{other_side(r.rpartition('_')[2])}" for r in regions]
    here = {(each.id, each.side): each.typical for each in felt(regions)}
    there = {(each.id, other_side(each.side)): each.typical for each in felt(mirrored)}
    assert here.keys() == there.keys()
    for key, typical in here.items():
        assert np.isclose(typical, there[key], atol=2e-3)


def test_what_lies_where_nobody_felt_it_is_no_joint(atlas):
    joints = atlas.records.joints.values()
    nowhere = {region for joint in joints for region in {*joint.share_in, *joint.uncounted}}
    others = [r.id for r in atlas.regions if r.id.rpartition("_")[0] not in nowhere]
    assert others
    assert all(felt([each]) == () for each in others)
