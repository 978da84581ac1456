"""What the whole reading makes of what people bring: the situations of situations.py."""

from __future__ import annotations

import json
import re

import pytest
from situations import SITUATIONS, Situation, marked

from referral_map.sessions import Reading, read, session_of

HIGH = 6
"""So many different muscles at the head of the list count as high in it."""

ROOT = re.compile(r"\b[LS][1-5]\b(?! (spine|spinous))")
VERDICT = re.compile(r"\byou (have|suffer)\b(?! said)|diagnos|\bit is not your disc", re.I)


def told(atlas, situation: Situation, side: str) -> Reading:
    """The reading of a situation on a side of the patient."""
    sides = ("right", "left") if situation.both else (side,)
    content = {
        "marks": [
            {"kind": "region", "region": f"{region}_{each}", "intensity": intensity}
            for each in sides
            for region, intensity in situation.marks.items()
        ],
        "text": situation.text,
        "answers": situation.answers,
        "pressed": {f"{point}:{side}": said for point, said in situation.pressed.items()},
    }
    return read(atlas, session_of(content))


def high_muscles(reading: Reading) -> list[str]:
    """The first different muscles of the list."""
    return list(dict.fromkeys(each.muscle for each in reading.result.candidates))[:HIGH]


def ids(items) -> set[str]:
    return {item.id for item in items}


def test_there_are_twenty():
    assert len(SITUATIONS) >= 20


@pytest.mark.parametrize("side", ["right", "left"])
@pytest.mark.parametrize("name", SITUATIONS)
def test_situation(atlas, name, side):
    wanted = SITUATIONS[name]
    found = told(atlas, wanted, side)
    assert found.notes == ()

    assert ids(found.sure_flags) == wanted.flags
    assert ids(found.flags_to_ask) >= wanted.asked
    if wanted.urgency:
        assert found.red_flags[0].urgency == wanted.urgency
        assert found.red_flags[0].action
    assert found.urgent == (wanted.urgency in ("now", "today"))
    assert found.as_dict()["self_care"] is not found.urgent

    high = high_muscles(found)
    assert set(wanted.high) <= set(high)
    assert not set(wanted.not_high) & set(high)
    if high and not wanted.both:
        assert found.result.candidates[0].side == side
    in_sets = [{member.muscle for member in each.members} for each in found.sets]
    assert not wanted.in_a_set or any(set(wanted.in_a_set) <= muscles for muscles in in_sets)

    nerve, muscle = ids(found.nerve.toward_nerve), ids(found.nerve.toward_muscle)
    assert set(wanted.nerve) <= nerve
    assert set(wanted.muscle) <= muscle
    assert set(wanted.neither) <= ids(found.nerve.toward_neither)
    assert not set(wanted.not_nerve) & nerve
    assert not set(wanted.not_muscle) & muscle


@pytest.mark.parametrize("name", SITUATIONS)
def test_no_reading_names_a_root_or_gives_a_verdict(atlas, name):
    found = told(atlas, SITUATIONS[name], "right")
    said = [candidate.why for candidate in found.result.candidates]
    said += [item.text for item in (*found.nerve.toward_nerve, *found.nerve.toward_muscle)]
    said += [found.nerve.summary, json.dumps(found.nerve.as_dict()["areas"])]
    assert len(said) >= 2
    assert not [words for words in said if ROOT.search(words) or VERDICT.search(words)]


def test_an_empty_session_says_nothing(atlas):
    found = told(atlas, Situation(marks={}), "right")
    assert (found.red_flags, found.result.candidates, found.sets) == ((), (), ())
    assert found.nerve.summary == "Nothing is marked or answered yet."
    assert found.as_dict()["pain"] == {
        "area_cm2": 0.0, "share_of_skin": 0.0, "regions": [], "worst_intensity": None,
        "mean_intensity": None,
    }  # fmt: skip


def test_a_familiar_point_comes_first(atlas):
    marks = marked("buttock_lower", "thigh_back_upper", "thigh_back_middle")
    before = told(atlas, Situation(marks=marks), "left").result.candidates
    chosen = next(each for each in before if each.muscle == "piriformis")
    assert chosen.rank > 1
    pressed = {chosen.trigger_point: "familiar", before[0].trigger_point: "nothing"}
    after = told(atlas, Situation(marks=marks, pressed=pressed), "left").result
    assert after.candidates[0].trigger_point == chosen.trigger_point
    assert len(after.steps) == 2


def test_a_familiar_point_takes_no_red_flag_away(atlas):
    situation = Situation(
        marks=marked("calf_upper", "calf_middle"),
        text="My calf is hot and swollen.",
        pressed={"soleus_2": "familiar"},
    )
    found = told(atlas, situation, "right")
    assert ids(found.red_flags) == {"swollen_calf"}
    assert found.urgent


def test_marking_both_sides_is_read_as_both_sides(atlas):
    marks = marked("heel_under", "heel_back")
    found = told(atlas, Situation(marks=marks, both=True), "right").result.candidates
    assert {each.side for each in found if each.trigger_point == "soleus_1"} == {"right", "left"}
    first, second = found[:2]
    assert (first.trigger_point, second.trigger_point) == ("soleus_1", "soleus_1")
    assert first.score == second.score


def test_what_hurts_most_decides(atlas):
    def first(foot: int, buttock: int) -> str:
        marks: dict[str, int | None] = {
            "ball_of_foot": foot,
            "toes_under": foot,
            "buttock_upper": buttock,
        }
        return told(atlas, Situation(marks=marks), "right").result.candidates[0].muscle

    assert first(9, 1) != first(1, 9)
    assert first(1, 9).startswith(("gluteus", "quadratus", "iliocostalis", "longissimus"))


def test_what_the_atlas_does_not_know_is_left_out_with_a_note(atlas):
    known = session_of(
        {
            "marks": [{"kind": "region", "region": "heel_under_right"}],
            "answers": {"tingling": "yes"},
            "pressed": {"soleus_1:right": "familiar"},
            "kept": ["soleus_1:right"],
        }
    )
    content = known.model_dump()
    content["marks"] = [*content["marks"], {"kind": "region", "region": "elbow_right"}]
    content["answers"] |= {"old_question": "yes"}
    content["pressed"] |= {"old_point:left": "tender", "older_point:left": "tender"}
    content["kept"] = [*content["kept"], "old_point:left"]
    found = read(atlas, session_of(content))
    assert found.session == known
    assert found.notes == (
        "This atlas does not know 1 region of the session: elbow_right.",
        "This atlas does not know 1 question of the session: old_question.",
        "This atlas does not know 2 pressed points of the session: old_point:left, "
        "older_point:left.",
        "This atlas does not know 1 kept point of the session: old_point:left.",
    )
    assert found.result.candidates == read(atlas, known).result.candidates
