"""Nothing measured or drawn without a record, no record that was not measured or drawn."""

import pytest
from small_anatomy import CARE_FILE, NERVE, VIEWS, edited_json, replace

from referral_map.atlas import check

ELBOW = '[elbow]\nname = "Elbow"\nwhere = "on the arm"\n\n[t9_spine]'


def only_problem(folder):
    problems = check(folder)
    assert len(problems) == 1, "\n".join(map(str, problems))
    return problems[0]


def test_a_landmark_that_was_not_measured(small):
    replace(small, "landmarks.toml", "[t9_spine]", ELBOW)
    problem = only_problem(small)
    assert (problem.file, problem.record) == ("landmarks.toml", "elbow")
    assert "measured" in problem.message


def test_a_landmark_without_a_record(small):
    with edited_json(small, "computed/man/body.json") as body:
        body["landmarks"]["elbow"] = body["landmarks"]["toe_5"]
    problem = only_problem(small)
    assert (problem.file, problem.record) == ("landmarks.toml", "elbow")
    assert "measured" in problem.message


def test_a_region_that_no_view_draws(small):
    for view in VIEWS:
        with edited_json(small, f"computed/man/views/{view}.json") as drawing:
            drawing["regions"].pop("sacrum", None)
    problem = only_problem(small)
    assert "sacrum" in problem.record
    assert "drawn" in problem.message


def test_a_drawn_region_without_a_record(small):
    with edited_json(small, "computed/man/views/front.json") as drawing:
        drawing["regions"]["elbow"] = "M0,0 9,0 9,9Z"
    problem = only_problem(small)
    assert "elbow" in problem.record
    assert "drawn" in problem.message


def test_care_without_a_muscle_and_a_muscle_without_care(small):
    text = (small / CARE_FILE).read_text(encoding="utf-8").replace("piriformis", "soleus")
    (small / CARE_FILE).unlink()
    (small / "self_care/soleus.toml").write_text(text, encoding="utf-8")
    said = {(p.record, p.message) for p in check(small)}
    assert said == {
        ("piriformis", "has no self-care file"),
        ("soleus", "is no muscle of the atlas"),
    }


def test_a_nerve_branch_that_no_view_draws(small):
    for view in VIEWS:
        with edited_json(small, f"computed/man/views/{view}.json") as drawing:
            drawing["nerves"].clear()
    problem = only_problem(small)
    assert problem.file == NERVE
    assert "sciatic_nerve" in problem.record
    assert "drawn" in problem.message


def test_a_drawn_nerve_without_a_record(small):
    with edited_json(small, "computed/man/views/front.json") as drawing:
        drawing["nerves"]["ulnar_nerve"] = [{"path": "M0,0 9,9", "width": 2.0}]
    problem = only_problem(small)
    assert "ulnar_nerve" in problem.record
    assert "drawn" in problem.message


def test_a_nerve_that_cites_a_book_without_a_chapter(small):
    replace(small, NERVE, "a_book ch. 2", "a_book")
    problem = only_problem(small)
    assert problem.file == NERVE
    assert "name the chapter or page" in problem.message


@pytest.mark.parametrize("move", ["psis, 3000 up", "psis, 999999999999 lateral"])
def test_a_move_that_leaves_the_skin(small, move):
    replace(small, "muscles/piriformis.toml", "ischial_tuberosity", move)
    problem = only_problem(small)
    assert "spillover stroke 1" in problem.record
    assert move in problem.message


def test_small_anatomy_draws_the_muscle_behind(small):
    shown = {}
    for view in VIEWS:
        with edited_json(small, f"computed/man/views/{view}.json") as drawing:
            shown[view] = list(drawing["muscles"])
    assert shown["back"] == ["piriformis"]
    assert shown["soles"] == []
