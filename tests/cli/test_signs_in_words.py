"""`match` in words: the signs that need a doctor, those to ask, and what hides nothing."""

import json
import re

import pytest

THIGH = ("match", "--region", "thigh_back_middle_right")
ASKED = ("--text", "My mother had a swollen calf.")
DYING = ("--answer", "thoughts_of_dying=yes")


@pytest.fixture
def told(run):
    """The lines that `match` prints, and the flags in its JSON."""

    def match(*arguments):
        lines = run(*THIGH, *arguments).out.splitlines()
        return lines, json.loads(run(*THIGH, *arguments, "--json").out)

    return match


def test_a_sign_that_was_not_told_for_sure_is_asked_and_stops_nothing(told):
    lines, found = told(*ASKED)
    (flag,) = found["red_flags"]
    assert (flag["id"], flag["heard"]) == ("swollen_calf", "ask")
    assert lines[0] == f"To be asked first: {flag['question']} ({flag['why']})"
    assert lines[1].startswith(" 1. ")
    assert flag["action"] not in "\n".join(lines)
    assert found["self_care"] is True


def test_signs_to_ask_come_after_the_sure_ones_even_where_these_stop_everything(told):
    lines, found = told(*ASKED, "--answer", "saddle_numbness=yes")
    assert [flag["heard"] for flag in found["red_flags"]] == ["sure", "ask"]
    assert lines[0].startswith("NOW: ")
    assert lines[1].startswith("To be asked first: ")
    assert lines[2:] == ["No self-care until a doctor has seen this."]


def test_thoughts_of_dying_stand_first_and_hide_nothing(told):
    plain, _ = told()
    lines, found = told(*DYING)
    assert found["self_care"] is True
    assert lines[0].startswith("NOW: You can talk about this now")
    assert lines[1:] == plain


@pytest.mark.parametrize("other", ["saddle_numbness=yes", "foot_drop=yes", "cancer_history=yes"])
def test_thoughts_of_dying_stand_before_every_other_sign(told, other):
    lines, _ = told(*DYING, "--answer", other)
    assert lines[0].startswith("NOW: You can talk about this now")
    assert re.match("(NOW|TODAY|SOON): ", lines[1])


@pytest.mark.parametrize(
    "more", [(), ("--text", "My leg is not numb."), ("--answer", "cancer_history=no")]
)
def test_no_sign_is_never_told_as_nothing_urgent(told, more):
    lines, found = told(*more)
    assert found["red_flags"] == []
    assert lines[0].startswith(" 1. ")
    assert not re.search(r"urgent|no sign that needs|safe|all clear", "\n".join(lines), re.I)
