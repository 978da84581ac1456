"""A number of people is told only for a drawing of the complaint in which it was counted."""

import re

import pytest

from referral_map import load_atlas
from referral_map.matching.marks import RegionMark
from referral_map.report.content import chosen
from referral_map.sessions import Session, read, session_of
from referral_map.words import LANGUAGES

PLACES = {"back", "heel", "lumbar", "talón"}
COUNTS = re.compile(r"\b(of|in|de) (cada )?100\b")


@pytest.fixture(scope="module", params=list(LANGUAGES))
def spoken(request):
    """The atlas in a language."""
    return load_atlas(language=request.param)


def of_region(atlas, region_id):
    """The reading of a drawing of one region."""
    marks = (RegionMark(region=region_id),)
    return read(atlas, session_of(Session().model_dump() | {"marks": marks}))


def words_of_handout(atlas, reading):
    """Everything that a handout says of its points."""
    for point in chosen(atlas, reading).points:
        yield from (point.name, point.exact, point.explains)
        for advice in point.advice:
            yield from (text for line in advice.lines for text in line)


def test_no_region_gets_a_number_of_a_complaint_that_is_elsewhere(spoken):
    told = 0
    for region in spoken.regions:
        here = {
            key
            for key, complaint in spoken.complaints.items()
            if region.id.rpartition("_")[0] in complaint.regions
        }
        names = {spoken.complaints[key].name for key in here}
        reading = of_region(spoken, region.id)
        for candidate in reading.result.candidates:
            fact = spoken.trigger_point(candidate.trigger_point).involvement
            counted_here = fact is not None and fact.complaint in here
            assert candidate.of_complaint == counted_here, (region.id, candidate.trigger_point)
            if candidate.common_words:
                told += 1
                assert any(name in candidate.common_words for name in names), region.id
        handout = list(words_of_handout(spoken, reading))
        assert handout or not reading.result.candidates
        assert not any(COUNTS.search(text) for text in handout), region.id
    assert told > 20


def test_a_drawing_is_of_a_complaint_from_a_third_of_it_on(spoken):
    heel = ["heel_under_right"]
    far = ["thigh_front_upper_right", "thigh_front_middle_right", "thigh_front_lower_right"]

    def told(regions):
        marks = tuple(RegionMark(region=each) for each in regions)
        reading = read(spoken, session_of(Session().model_dump() | {"marks": marks}))
        heard = {c.trigger_point: c for c in reading.result.candidates if c.side == "right"}
        return heard.get("gastrocnemius_1")

    of_heel = told(heel)
    assert of_heel is not None
    assert of_heel.of_complaint
    assert of_heel.common_words
    diluted = told([*heel, *far])
    assert diluted is None or not (diluted.of_complaint or diluted.common_words)


def test_what_is_said_of_a_share_names_its_complaint_and_its_study(spoken):
    told = 0
    for point in spoken.trigger_points:
        fact = point.involvement
        if fact is None or fact.complaint is None:
            continue
        told += 1
        named = spoken.complaints[fact.complaint].name.split()
        assert any(word in fact.text for word in named if word in PLACES), point.id
        assert re.search(r"\b(stud(y|ies)|estudios?)\b", fact.text), point.id
    assert told > 10
