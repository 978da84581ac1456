"""`referral-map check`: silent work when all is well, every problem and exit code 1 when not."""

import json

import pytest
from small_anatomy import MUSCLE, replace

from referral_map.cli.main import main


@pytest.fixture
def broken(small):
    """A folder with three problems in two files."""
    replace(small, MUSCLE, 'layer = "deep"', 'layer = "superficial"')
    replace(small, MUSCLE, '["a_book ch. 2"]', '["a_book"]')
    replace(small, "sources.toml", "[a_page]", "[a_page] ")
    return small


FOUND = [
    f"{MUSCLE}: piriformis nerve_supply sources: 'a_book' is a book: name the chapter or page",
    f"{MUSCLE}: piriformis layer: written 'superficial', measured 'deep'",
    "sources.toml: form: has blanks at the end of a line",
]


def test_when_every_rule_holds_it_says_so_and_exits_with_0(small, capsys):
    assert main(["check", str(small)]) == 0
    assert capsys.readouterr() == ("no problems: every rule holds\n", "")
    assert main(["check", str(small), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"problems": []}


def test_every_problem_is_listed_and_the_exit_code_is_1(broken, capsys):
    assert main(["check", str(broken)]) == 1
    out, err = capsys.readouterr()
    assert sorted(out.splitlines()) == sorted([*FOUND, "3 problems"])
    assert err == ""


def test_as_json_each_problem_has_file_record_and_message(broken, capsys):
    assert main(["check", str(broken), "--json"]) == 1
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert [set(problem) for problem in problems] == [{"file", "record", "message"}] * 3
    assert {"{file}: {record}: {message}".format(**problem) for problem in problems} == set(FOUND)


def test_a_file_that_cannot_be_read_is_a_problem_and_no_traceback(small, capsys):
    (small / MUSCLE).write_text("id = ")
    assert main(["check", str(small)]) == 1
    assert f"{MUSCLE}: file: is not valid TOML" in capsys.readouterr().out


def test_damaged_measurements_exit_with_2(small, capsys):
    (small / "computed/skin.npz").write_bytes(b"")
    assert main(["check", str(small)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("referral-map: the measured body")
    assert err.count("\n") == 1
