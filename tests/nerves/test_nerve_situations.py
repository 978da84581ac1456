"""Hand-written situations: a person's marks and answers, what must appear and what must not."""

import json
import re
from dataclasses import dataclass, field

import pytest

from referral_map import PainDrawing
from referral_map.nerves import read

LEVEL = re.compile(r"\b[LS][1-5]\b", re.IGNORECASE)
VERDICT = re.compile(r"\byou (have|suffer|are suffering)\b(?! said)|diagnos|it is (a|your)", re.I)
BACK_OF_THIGH = ("thigh_back_upper", "thigh_back_middle", "thigh_back_lower")


@dataclass(frozen=True)
class Situation:
    marks: tuple[str, ...]
    answers: dict = field(default_factory=dict)
    muscles: tuple[str, ...] = ()
    nerve: tuple[str, ...] = ()
    muscle: tuple[str, ...] = ()
    neither: tuple[str, ...] = ()
    not_nerve: tuple[str, ...] = ()
    not_muscle: tuple[str, ...] = ()
    strongest: str | None = None


SITUATIONS = {
    "the hip joint: groin, thigh and buttock, nothing tingles": Situation(
        marks=("groin", "hip_front", "thigh_front_upper", "buttock_outer"),
        answers={"below_knee": "no", "tingling": "no", "pain_on_movement": "yes"},
        muscle=("below_knee", "tingling", "pain_on_movement", "drawn_below_knee"),
        neither=("drawn_in_groin",),
        not_nerve=("drawn_below_knee", "drawn_along_sciatic_nerve", "gluteal_candidate"),
    ),
    "a numb outer foot": Situation(
        marks=("foot_outer_edge", "calf_lower"),
        answers={"numb_outer_foot": "yes", "burning_electric": "yes"},
        nerve=("numb_outer_foot",),
        neither=("burning_electric",),
        not_nerve=("burning_electric", "drawn_below_knee"),
        not_muscle=("drawn_below_knee",),
        strongest="numb_outer_foot",
    ),
    "pain only in the buttock, gluteus minimus high in the list": Situation(
        marks=("buttock_outer",),
        answers={"below_knee": "no", "leg_worse_than_back": "no"},
        muscles=("gluteus_minimus", "gluteus_medius", "piriformis"),
        nerve=("gluteal_candidate",),
        muscle=("below_knee", "leg_worse_than_back"),
        not_nerve=("drawn_along_sciatic_nerve", "drawn_below_knee"),
        not_muscle=("gluteal_candidate",),
    ),
    "a sore buttock point that was pressed": Situation(
        marks=("buttock_outer", "buttock_upper"),
        answers={"sore_buttock_point": "yes"},
        nerve=("sore_buttock_point",),
        not_muscle=("sore_buttock_point",),
        strongest="sore_buttock_point",
    ),
    "foot drop with no pain drawn": Situation(
        marks=(), answers={"foot_drop": "yes"}, nerve=("foot_drop",), strongest="foot_drop"
    ),
    "down the back of the leg, worse than the back, a cough shoots": Situation(
        marks=(*BACK_OF_THIGH, "calf_upper", "calf_middle"),
        answers={
            "below_knee": "yes",
            "leg_worse_than_back": "yes",
            "cough_sneeze": "yes",
            "straight_leg_raise": "yes",
        },
        nerve=(
            "below_knee",
            "leg_worse_than_back",
            "cough_sneeze",
            "straight_leg_raise",
            "drawn_below_knee",
            "drawn_along_sciatic_nerve",
        ),
        not_muscle=("drawn_below_knee",),
    ),
    "only the drawing, along the back of the thigh": Situation(
        marks=BACK_OF_THIGH,
        nerve=("drawn_along_sciatic_nerve",),
        muscle=("drawn_below_knee",),
        neither=("drawn_in_one_area",),
    ),
    "a calf that hurts when pressed, the same moves each time": Situation(
        marks=("calf_upper",),
        answers={"familiar_when_pressed": "yes", "pain_on_movement": "yes", "tingling": "no"},
        muscles=("gastrocnemius", "soleus"),
        muscle=("familiar_when_pressed", "pain_on_movement", "tingling"),
        not_nerve=("gluteal_candidate", "tingling"),
        strongest=None,
    ),
    "low back ache across both sides": Situation(
        marks=("low_back_lower",),
        answers={"leg_worse_than_back": "no", "tingling": "not_sure"},
        muscle=("leg_worse_than_back", "drawn_below_knee"),
        not_nerve=("tingling", "drawn_below_knee", "drawn_along_sciatic_nerve"),
        not_muscle=("tingling",),
    ),
}


def ids(items) -> set[str]:
    return {item.id for item in items}


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("name", SITUATIONS)
def test_situation(atlas, name, side):
    told = SITUATIONS[name]
    pain = PainDrawing.from_regions(atlas, [f"{mark}_{side}" for mark in told.marks])
    found = read(atlas, pain, told.answers, told.muscles)
    assert set(told.nerve) <= ids(found.toward_nerve)
    assert set(told.muscle) <= ids(found.toward_muscle)
    assert set(told.neither) <= ids(found.toward_neither)
    assert not set(told.not_nerve) & ids(found.toward_nerve)
    assert not set(told.not_muscle) & ids(found.toward_muscle)
    if told.strongest:
        assert found.toward_nerve[0].id == told.strongest
    plain = json.dumps(found.as_dict())
    assert not LEVEL.search(plain)
    assert not VERDICT.search(plain)
    assert found.summary.count(".") == 1


def test_the_corridor_is_named_where_the_pain_runs_along_it(atlas):
    marks = [f"{mark}_left" for mark in (*BACK_OF_THIGH, "knee_back")]
    areas = read(atlas, PainDrawing.from_regions(atlas, marks)).as_dict()["areas"]
    assert {"sciatic_corridor", "dermatomes"} <= {area["id"] for area in areas}
    assert {area["side"] for area in areas} == {"left"}
    for area in areas:
        assert set(area) == {"id", "name", "side", "share_of_pain", "share_of_area"}
