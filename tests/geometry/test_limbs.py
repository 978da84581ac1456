"""Limb coordinates: there and back on a plain limb, and on the skin."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_map import load_atlas
from referral_map.geometry.limbs import SEGMENTS, Segment, directions

KNOTS = 11


@st.composite
def limbs(draw) -> Segment:
    """A straight right-sided limb of any length, thickness and lean."""
    start = np.array([draw(st.floats(-300, -60)), draw(st.floats(200, 900)), 0.0])
    lean = [draw(st.floats(-0.2, 0.2)), -1.0, draw(st.floats(-0.2, 0.2))]
    end = start + draw(st.floats(100, 500)) * np.array(lean)
    along = end - start
    front = np.array([0, 0, 1.0]) - along * along[2] / (along @ along)
    thick = np.column_stack([np.linspace(draw(st.floats(20, 90)), 30, KNOTS)] * 2)
    thick[:, 1] *= draw(st.floats(0.6, 1.4))
    centres = np.linspace(start, end, KNOTS)
    return Segment("thigh", start, end, front / np.linalg.norm(front), centres, thick)


fractions = st.floats(0, 1)
angles = st.floats(-179, 179)


@given(limbs(), fractions, angles)
def test_there_and_back(limb, fraction, angle):
    xyz, _ = limb.guess(fraction, angle)
    assert limb.fraction(xyz)[0] == pytest.approx(fraction, abs=1e-6)
    assert limb.angle(xyz)[0] == pytest.approx(angle, abs=1e-4)


@given(limbs(), fractions)
def test_outward_leads_away_from_the_middle_of_the_limb(limb, fraction):
    around = np.arange(0, 360, 30.0)
    xyz, outward = limb.guess(np.full(len(around), fraction), around)
    middle = xyz.mean(axis=0)
    assert np.allclose(np.linalg.norm(outward, axis=1), 1)
    assert (((xyz - middle) * outward).sum(axis=1) > 0).all()
    assert np.allclose(outward @ limb.axis, 0, atol=1e-9)


@given(limbs())
def test_lateral_leads_away_from_the_midline(limb):
    assert limb.lateral[0] < 0
    assert limb.lateral @ limb.axis == pytest.approx(0, abs=1e-9)
    assert limb.lateral @ limb.outward == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("segment", SEGMENTS)
def test_a_limb_has_eight_directions_half_a_right_angle_apart(segment):
    angles = sorted(set(directions(segment).values()))
    assert np.diff(angles).tolist() == [45.0] * 7
    outer, inner = ("radial", "ulnar") if segment == "hand" else ("lateral", "medial")
    assert directions(segment)[outer] == 90
    assert directions(segment)[inner] == -90


def test_the_forearm_speaks_of_radial_and_ulnar_too():
    assert directions("forearm")["radial"] == directions("forearm")["lateral"]
    assert directions("hand")["palmar"] == 0


def test_the_foot_speaks_of_dorsal_and_plantar():
    assert directions("foot")["dorsal"] == directions("leg")["anterior"] == 0
    assert directions("foot")["plantarlateral"] == directions("leg")["posterolateral"] == 135
    assert not set(directions("foot")) & {"anterior", "posterior"}


# From and to which fraction, and how true in mm and degrees. The ends are left out, where a
# direction meets the skin of the next segment: the buttock, the heel, the leg over the foot.
ON_SKIN = {
    "thigh": (0.4, 0.95, 8, 24), "leg": (0.12, 0.9, 6, 8), "foot": (0.45, 0.8, 14, 24),
    "arm": (0.4, 0.9, 8, 16), "forearm": (0.15, 0.9, 8, 16), "hand": (0.2, 0.4, 14, 36),
    "neck": (0.25, 0.45, 8, 8), "head": (0.35, 0.6, 4, 4),
}  # fmt: skip
ON_BOTH_SIDES = {"neck", "head"}
"""Of the segments in the midline the right half is known, which is at 0 to 180 degrees."""


@pytest.mark.parametrize("name", SEGMENTS)
@given(share=fractions, angle=angles)
def test_there_and_back_on_the_skin(name, share, angle):
    atlas = load_atlas()
    first, last, mm, degrees = ON_SKIN[name]
    fraction = first + share * (last - first)
    angle = abs(angle) if name in ON_BOTH_SIDES else angle
    segment = atlas.computed.gazetteer.segments[name]
    place = atlas.computed.gazetteer.on_limb(name, fraction, angle)
    along = segment.fraction(place.xyz)[0]
    turn = (segment.angle(place.xyz)[0] - angle + 180) % 360 - 180
    assert abs(along - fraction) * segment.length < mm
    assert abs(turn) < degrees


LENGTHS_MM = {
    "thigh": 421, "leg": 363, "foot": 241, "arm": 279, "forearm": 259, "hand": 184, "neck": 116,
    "head": 150,
}  # fmt: skip


@pytest.mark.parametrize("name", SEGMENTS)
def test_the_segments_of_the_body_follow_one_another(atlas, name):
    segments = atlas.computed.gazetteer.segments
    segment = segments[name]
    assert (segment.start[0] == 0) == (name in ("neck", "head")), "those lie in the middle"
    assert segment.start[0] <= 0
    assert segment.end[0] <= 0
    assert segment.length == pytest.approx(LENGTHS_MM[name], rel=0.08)
    for first, second in (("thigh", "leg"), ("arm", "forearm"), ("neck", "head")):
        gap = segments[first].end - segments[second].start
        assert np.linalg.norm(gap if first != "neck" else gap[1]) < 1


@pytest.mark.parametrize("name", ["thigh", "leg"])
def test_the_words_mean_what_they_say(atlas, name):
    find = atlas.computed.gazetteer.find
    at = {
        word: find(f"{name} 0.6 {word}").xyz
        for word in ("anterior", "posterior", "lateral", "medial")
    }
    assert at["anterior"][2] > at["posterior"][2] + 50
    assert at["lateral"][0] < at["medial"][0] - 50
    assert find(f"{name} 0.2 anterior").xyz[1] > find(f"{name} 0.8 anterior").xyz[1] + 150


def test_the_words_of_the_foot_mean_what_they_say(atlas):
    find = atlas.computed.gazetteer.find
    assert find("foot 0.5 dorsal").xyz[1] > find("foot 0.5 plantar").xyz[1] + 20
    assert find("foot 0.5 lateral").xyz[0] < find("foot 0.5 medial").xyz[0] - 30
    assert find("foot 0.9 plantar").xyz[2] > find("foot 0.1 plantar").xyz[2] + 150
