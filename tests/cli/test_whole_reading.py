"""`match` with answers, words and pressed points: red flags before everything."""

import json

import pytest

from referral_map.cli.main import main

THIGH = ["match", "--region", "thigh_back_middle_right", "--region", "calf_upper_right"]


def told(capsys, *arguments) -> dict:
    assert main([*THIGH, *arguments, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def test_all_four_parts_are_given(capsys):
    found = told(capsys)
    assert len(found["candidates"]) >= 5
    assert len(found["sets"]) >= 1
    assert {"toward_nerve", "toward_muscle", "summary"} <= set(found["nerve"])
    assert found["red_flags"] == []
    assert found["self_care"] is True


@pytest.mark.parametrize(
    ("arguments", "flag", "urgency"),
    [
        (["--answer", "saddle_numbness=yes"], "saddle_numbness", "now"),
        (["--answer", "foot_drop=yes"], "foot_drop", "today"),
        (["--text", "my right calf is hot and swollen"], "swollen_calf", "today"),
    ],
)
def test_what_is_urgent_replaces_the_list(capsys, arguments, flag, urgency):
    found = told(capsys, *arguments)
    assert [(f["id"], f["urgency"]) for f in found["red_flags"]] == [(flag, urgency)]
    assert found["red_flags"][0]["action"]
    assert found["self_care"] is False
    assert main([*THIGH, *arguments]) == 0
    first, *rest = capsys.readouterr().out.splitlines()
    assert first.startswith(urgency.upper())
    assert rest == ["No self-care until a doctor has seen this."]


def test_what_is_denied_is_no_flag(capsys):
    found = told(capsys, "--text", "no numbness, my calf is not swollen, it just aches")
    assert found["red_flags"] == []


def test_a_familiar_point_moves_up_and_the_step_is_shown(capsys):
    before = told(capsys)["candidates"]
    chosen = before[3]
    after = told(capsys, "--pressed", f"{chosen['trigger_point']}=familiar")
    rank = next(
        c["rank"]
        for c in after["candidates"]
        if (c["trigger_point"], c["side"]) == (chosen["trigger_point"], chosen["side"])
    )
    assert rank < chosen["rank"]
    assert after["steps"][0]["finding"] == "familiar"


def test_one_answer_serves_the_screen_and_the_nerve_reading(capsys):
    found = told(capsys, "--answer", "foot_drop=yes")
    assert "foot_drop" in {item["id"] for item in found["nerve"]["toward_nerve"]}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--answer", "foot_dropp=yes"], "did you mean 'foot_drop'?"),
        (["--answer", "foot_drop"], "takes KEY=VALUE"),
        (["--answer", "foot_drop=perhaps"], "foot_drop"),
        (["--pressed", "piriformis_laterall=tender"], "did you mean 'piriformis_lateral'?"),
        (["--pressed", "piriformis_lateral=ouch"], "unknown finding 'ouch'"),
    ],
)
def test_bad_input_is_one_line(capsys, arguments, words):
    assert main([*THIGH, *arguments]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert err.count("\n") == 1


def test_the_questions_are_listed(capsys):
    assert main(["questions", "--json"]) == 0
    asked = json.loads(capsys.readouterr().out)
    assert len(asked) >= 25
    assert len({q["id"] for q in asked}) == len(asked)
    assert asked[0]["for"] == "red flag, now"
