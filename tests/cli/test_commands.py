"""The command as a person uses it: in words, from another folder, in a pipe."""

import json
import subprocess
import sys
from importlib import import_module

import pytest
from apart import environment

from referral_map import __version__, load_atlas
from referral_map.cli.main import main
from referral_map.matching import MatchResult

COMMANDS = [
    "regions", "atlas", "match", "questions", "compare", "session-schema", "figure",
    "contact-sheets", "check",
]  # fmt: skip


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in COMMANDS)])
def test_help_is_given_and_says_what_it_is_not(capsys, arguments):
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith("usage: referral-map")
    if arguments == ["--help"]:
        assert "does not diagnose" in " ".join(text.split())
        assert all(name in text for name in COMMANDS)


def test_version(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out.strip() == __version__


def test_regions_in_words(run):
    lines = run("regions").out.splitlines()
    assert len(lines) == len(load_atlas().regions) >= 120
    assert any("thigh_back_middle_right" in line and "cm2" in line for line in lines)


def test_atlas_in_words(run):
    text = run("atlas").out
    for muscle in load_atlas().muscles:
        assert f"{muscle.name} ({muscle.layer})" in text
    assert f"{len(load_atlas().trigger_points)} trigger points a side" in text


def test_match_in_words_gives_a_sentence_a_candidate(run):
    text = run("match", "--region", "thigh_back_middle_right").out
    assert text.startswith(" 1. ")
    assert "[gluteus_minimus_posterior]" in text
    assert text.count("This might explain") == text.count("[")
    assert "you have" not in text


def test_when_nothing_explains_it_the_command_says_so(run, monkeypatch):
    ranking = import_module("referral_map.matching.shortlist")
    monkeypatch.setattr(ranking, "match", lambda _atlas, pain, *_: MatchResult(pain, ()))
    answer = run("match", "--region", "sacrum_left")
    assert answer.code == 0
    assert answer.out.startswith("No pattern in the atlas covers this region.\n")


@pytest.mark.parametrize("suffix", ["png", "PDF"])
def test_figure_is_written_and_named(run, tmp_path, suffix):
    path = tmp_path / f"point.{suffix}"
    answer = run("figure", "soleus_1", "--side", "left", "-o", path)
    assert (answer.code, answer.out, answer.err) == (0, f"wrote {path}\n", "")
    assert path.stat().st_size > 10_000


def test_the_command_works_from_another_folder(run_apart):
    answer = run_apart("match", "--region", "thigh_back_middle_right", "--json")
    assert (answer.code, answer.err) == (0, "")
    first = json.loads(answer.out)["candidates"][:5]
    assert "gluteus_minimus" in {candidate["muscle"] for candidate in first}


def test_a_reader_that_leaves_early_is_no_trouble():
    """As with `| head -1`."""
    command = [sys.executable, "-m", "referral_map.cli.main", "atlas", "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), text=True
    ) as writer:
        assert writer.stdout
        assert writer.stderr
        writer.stdout.readline()
        writer.stdout.close()
        assert writer.stderr.read() == ""
