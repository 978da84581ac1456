"""A test run that never saw a browser fails, however green the rest of it is."""

import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[1]
START = "import pytest\n\ndef test_plain():\n    pass\n\n"
PASSES = "@pytest.mark.browser\ndef test_page():\n    pass\n\n"
SKIPS = "@pytest.mark.browser\ndef test_other_page():\n    pytest.skip('no browser')\n\n"
LEFT_OUT = "@pytest.mark.skipif(True, reason='no')\n" + PASSES
EXPECTED_TO_FAIL = "@pytest.mark.xfail\n@pytest.mark.browser\ndef test_it():\n    assert False\n\n"


def run_guarded(folder: Path, tests: str, *options: str) -> subprocess.CompletedProcess:
    """Run these tests in a folder of their own, with the guard of `make test`."""
    (folder / "test_pages.py").write_text(tests)
    settings = folder / "pytest.ini"
    settings.write_text("[pytest]\nmarkers = browser: in a browser\n")
    command = [sys.executable, "-m", "pytest", "-p", "tools.require_browser_tests"]
    return subprocess.run(
        [*command, "-c", str(settings), *options, str(folder)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("processes", [[], ["-n", "2"]], ids=["one", "two"])
def test_browser_tests_that_pass_let_the_run_pass(tmp_path, processes):
    result = run_guarded(tmp_path, START + PASSES, *processes)
    assert result.returncode == 0, result.stdout
    assert "browser tests: all 1 passed" in result.stdout
    assert "2 passed" in result.stdout.splitlines()[-1]


@pytest.mark.parametrize(
    ("tests", "says"),
    [
        (START, "NONE was collected"),
        (START + SKIPS, "1 did not pass"),
        (START + PASSES + SKIPS, "test_other_page"),
        (START + LEFT_OUT, "1 did not pass"),
        (START + EXPECTED_TO_FAIL, "1 did not pass"),
    ],
)
def test_browser_tests_that_did_not_run_fail_the_run(tmp_path, tests, says):
    result = run_guarded(tmp_path, tests)
    assert result.returncode == 1, result.stdout
    assert says in result.stdout


@pytest.mark.parametrize(
    ("tests", "says"), [(START, "NONE"), (START + PASSES + SKIPS, "1 did not")]
)
def test_tests_in_two_processes_are_watched_as_closely(tmp_path, tests, says):
    result = run_guarded(tmp_path, tests, "-n", "2")
    assert result.returncode == 1, result.stdout
    assert says in result.stdout


def test_browser_tests_left_out_by_an_option_fail_the_run(tmp_path):
    result = run_guarded(tmp_path, START + PASSES, "-m", "not browser")
    assert result.returncode == 1, result.stdout
