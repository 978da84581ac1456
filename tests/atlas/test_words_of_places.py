"""The words of a point name the side on which it lies, and other words would be noticed."""

from dataclasses import replace

import pytest

from referral_map.atlas.problems import Problems
from referral_map.atlas.rules_places import words_agree_with_the_place

SWAPPED = {
    "inner": "outer",
    "outer": "inner",
    "front of": "back of",
    "back of": "front of",
    "On top of your foot": "Under your foot",
    "Under your foot": "On top of your foot",
}


def found(atlas, point_id=None, words=None):
    """What the rule says of the shipped points, one of them with other words."""
    muscles = {
        muscle.id: muscle.model_copy(
            update={
                "trigger_points": [
                    point.model_copy(update={"where": words}) if point.id == point_id else point
                    for point in muscle.trigger_points
                ]
            }
        )
        for muscle in atlas.muscles
    }
    problems = Problems()
    words_agree_with_the_place(
        replace(atlas, records=replace(atlas.records, muscles=muscles)), problems
    )
    return {problem.record.split(" ")[0] for problem in problems.noted}


def test_every_point_lies_where_its_words_say(atlas):
    assert found(atlas) == set()


@pytest.mark.parametrize("words", SWAPPED)
def test_words_of_the_other_side_are_noticed(atlas, words):
    noticed = 0
    for muscle in atlas.muscles:
        if muscle.part_of_body not in ("thigh", "leg", "foot"):
            continue
        for point in muscle.trigger_points:
            first = point.where.split(". ")[0]
            said = first.replace("in front of", "before").replace("outer ankle", "ankle")
            if words not in said or SWAPPED[words] in said:
                continue
            noticed += 1
            other = said.replace(words, SWAPPED[words], 1)
            assert found(atlas, point.id, other) == {point.id}, first
    assert noticed >= 2
