"""The command in this process, and in one of its own."""

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from apart import environment

from referral_map.atlas.drawings import drawings
from referral_map.cli.main import main


@pytest.fixture(scope="session")
def drawings_once():
    """The function that makes the drawings, kept from making the same ones again."""
    return cache(drawings)


@pytest.fixture(autouse=True)
def quick_figures(monkeypatch, drawings_once):
    """Figures made in this process share their drawings."""
    monkeypatch.setattr("referral_map.atlas.drawings.drawings", drawings_once)


@dataclass(frozen=True)
class Answer:
    """What a command left behind."""

    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys) -> Callable[..., Answer]:
    """Run a command in this process."""

    def run_here(*arguments: object) -> Answer:
        code = main([str(argument) for argument in arguments])
        return Answer(code, *capsys.readouterr())

    return run_here


@pytest.fixture
def run_apart(tmp_path) -> Callable[..., Answer]:
    """Run a command in a process of its own, from another folder."""

    def run_there(*arguments: object) -> Answer:
        done = subprocess.run(
            [sys.executable, "-m", "referral_map.cli.main", *map(str, arguments)],
            cwd=tmp_path,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        return Answer(done.returncode, done.stdout, done.stderr)

    return run_there
