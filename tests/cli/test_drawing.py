"""`match --drawing`: a saved session is read as it is, and other options add to it."""

import json
import re

import pytest

from referral_map import load_atlas
from referral_map.cli.credited import with_credit
from referral_map.domain import BODIES, MEASURED_BODY
from referral_map.sessions import Session, read, session_of, write_session

SESSION = session_of(
    {
        "marks": [
            {"kind": "region", "region": "thigh_back_middle_left", "intensity": 8},
            {"kind": "brush", "body": "woman", "view": "back", "path": [[-90, 1050], [-95, 1200]],
             "size_cm": 4, "intensity": 4},
        ],
        "answers": {"tingling": "yes", "foot_drop": "not_sure"},
        "text": "It aches.",
        "pressed": {"piriformis_lateral:left": "tender"},
    }
)  # fmt: skip


@pytest.fixture
def matched(run, tmp_path):
    """What `match` prints for a session and more options."""

    def match(session, *arguments):
        path = tmp_path / "session.json"
        if isinstance(session, Session):
            write_session(session, path)
        else:
            path.write_text(json.dumps(session))
        answer = run("match", "--drawing", path, *arguments, "--json")
        assert (answer.code, answer.err) == (0, "")
        return json.loads(answer.out)

    return match


def plain(session: Session) -> dict:
    atlas = load_atlas()
    return json.loads(json.dumps(with_credit(atlas, read(atlas, session).as_dict())))


def test_a_session_is_read_as_the_library_reads_it(matched):
    found = matched(SESSION)
    assert found == plain(SESSION)
    assert found["pain"]["worst_intensity"] == 8
    assert 4 < found["pain"]["mean_intensity"] < 8
    assert [step["finding"] for step in found["steps"]] == ["tender"]


@pytest.mark.parametrize("body", BODIES)
def test_a_session_is_read_on_its_body_or_on_the_one_asked_for(matched, body):
    chosen = SESSION.model_copy(update={"body": body})
    found = matched(chosen)
    assert found["body"] == body
    assert found == plain(chosen)
    assert matched(SESSION)["body"] == MEASURED_BODY
    for session in (SESSION, chosen, SESSION.model_copy(update={"body": MEASURED_BODY})):
        assert matched(session, "--body", body) == found


def test_on_either_body_the_same_skin_is_marked(matched):
    found = [matched(SESSION, "--body", body) for body in BODIES]
    one, other = (each["pain"] for each in found)
    assert one["area_cm2"] != other["area_cm2"]
    assert 0 < one["share_of_skin"] < 0.05
    assert one["share_of_skin"] == pytest.approx(other["share_of_skin"], rel=0.3)
    assert found[0]["marked_regions"] == found[1]["marked_regions"]


def test_how_much_skin_is_marked_is_told_in_cm2_and_in_percent(run, matched, tmp_path):
    pain = matched(SESSION)["pain"]
    shown = run("match", "--drawing", tmp_path / "session.json").out
    percent = f"{100 * pain['share_of_skin']:.1f}%"
    assert f"Marked: {pain['area_cm2']:.0f} cm2, {percent} of the skin.\n" in shown


def test_options_add_to_the_session(matched):
    found = matched(
        SESSION,
        "--region", "calf_upper_left",
        "--answer", "tingling=no",
        "--answer", "below_knee=Y",
        "--text", "My calf is hot and swollen.",
        "--pressed", "soleus_2=familiar",
    )  # fmt: skip
    more = {"kind": "region", "region": "calf_upper_left"}
    content = SESSION.model_dump()
    content["marks"] = [*content["marks"], more]
    content["answers"] |= {"tingling": "no", "below_knee": "yes"}
    content["text"] = "It aches.\n\nMy calf is hot and swollen."
    content["pressed"] |= {"soleus_2:left": "familiar"}
    assert found == plain(session_of(content))
    heard = {flag["id"]: flag["heard"] for flag in found["red_flags"]}
    assert heard == {"swollen_calf": "sure", "foot_drop": "ask"}


def test_what_counts_beside_the_drawing_can_be_switched_off(run, monkeypatch):
    seen = []

    def spied(atlas, session):
        seen.append((session.weigh_common, session.weigh_evidence))
        return read(atlas, session)

    monkeypatch.setattr("referral_map.cli.match_text.read", spied)
    assert run("match", "--region", "sacrum_left").code == 0
    assert run("match", "--region", "sacrum_left", "--no-common").code == 0
    assert run("match", "--region", "sacrum_left", "--no-evidence").code == 0
    assert seen == [(True, True), (False, True), (True, False)]


def test_an_answer_about_a_region_counts_and_another_question_is_asked(run):
    asked = run("match", "--region", "calf_upper_left")
    (region,) = re.findall(r"--also (\w+)=yes", asked.out)
    again = run("match", "--region", "calf_upper_left", "--also", f"{region}=no")
    assert again.code == 0
    assert f"--also {region}=" not in again.out
    assert again.out != asked.out
    wrong = run("match", "--region", "calf_upper_left", "--also", f"{region}=perhaps")
    assert (wrong.code, wrong.out) == (2, "")
    assert "unknown answer 'perhaps'" in wrong.err


def test_what_was_left_out_or_upgraded_is_said(run, matched, tmp_path):
    found = matched({"regions": ["sacrum_left", "elbow_left"]})
    assert len(found["notes"]) == 2
    assert "brought up to date" in found["notes"][0]
    assert "elbow_left" in found["notes"][1]
    shown = run("match", "--drawing", tmp_path / "session.json").out.splitlines()
    assert shown[:2] == [f"Note: {note}" for note in found["notes"]]


def test_an_empty_session_says_that_nothing_is_marked(run, tmp_path):
    write_session(Session(), tmp_path / "empty.json")
    answer = run("match", "--drawing", tmp_path / "empty.json")
    assert answer.code == 0
    assert answer.out.startswith("Nothing is marked.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--drawing", "missing.json"], "cannot open 'missing.json'"),
        (["--text", "x" * 5001, "--region", "sacrum_left"], "text"),
        (["--region", "sacrum_left", "--answer", "tingling=perhaps"], "allowed: yes, no, not_sure"),
        (["--pressed", "soleus_1=nothing"], "--region, --drawing, --text or --answer"),
    ],
)
def test_bad_input_is_one_line(run, arguments, words):
    answer = run("match", *arguments)
    assert (answer.code, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert words in answer.err


def test_not_being_sure_is_an_answer_to_every_question(run):
    asked = json.loads(run("questions", "--json").out)
    given = [part for q in asked for part in ("--answer", f"{q['id']}=not_sure")]
    answer = run("match", "--region", "sacrum_left", *given, "--json")
    assert (answer.code, answer.err) == (0, "")
    # Of what would need help now, doubt is enough; what would need it today is to be asked.
    flags = json.loads(answer.out)["red_flags"]
    raised = [(flag["heard"], flag["urgency"], "question" in flag) for flag in flags]
    urgencies = [flag.urgency for flag in load_atlas().red_flags]
    now, today = (urgencies.count(urgency) for urgency in ("now", "today"))
    assert raised == [("sure", "now", False)] * now + [("ask", "today", True)] * today
    assert now
    assert today
    assert all("not_sure" in q["answers"] for q in asked)
