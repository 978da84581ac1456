"""A test run that never saw a browser fails, however green the rest of it is."""

import pytest

pytest_plugins = ["pytester"]

START = "import pytest\n\ndef test_plain():\n    pass\n\n"
PASSES = "@pytest.mark.browser\ndef test_page():\n    pass\n\n"
SKIPS = "@pytest.mark.browser\ndef test_other_page():\n    pytest.skip('no browser')\n\n"
LEFT_OUT = "@pytest.mark.skipif(True, reason='no')\n" + PASSES
EXPECTED_TO_FAIL = "@pytest.mark.xfail\n@pytest.mark.browser\ndef test_it():\n    assert False\n\n"


@pytest.fixture
def run_guarded(pytester, monkeypatch, request):
    """Run these tests in a folder of their own, with the guard of `make test`.

    They run in this process, and only what they need is loaded: a Python of its own that loads
    every plugin would take seconds for each run. Several processes do start their own.
    """
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTHONPATH", str(request.config.rootpath))
    # A run inside a worker of this run's own would take itself for one of them.
    for name in ("PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name, raising=False)
    pytester.makeini("[pytest]\nmarkers = browser: in a browser\n")

    def run(tests: str, *options: str) -> pytest.RunResult:
        pytester.makepyfile(test_pages=tests)
        plugins = ["-p", "tools.require_browser_tests", "-p", "xdist.plugin"]
        return pytester.runpytest_inprocess(*plugins, *options)

    return run


@pytest.mark.parametrize("processes", [[], ["-n", "2"]], ids=["one", "two"])
def test_browser_tests_that_pass_let_the_run_pass(run_guarded, processes):
    result = run_guarded(START + PASSES, *processes)
    assert result.ret == 0
    result.assert_outcomes(passed=2)
    result.stdout.fnmatch_lines(["browser tests: all 1 passed", "*2 passed*"])
    assert "2 passed" in result.outlines[-1]


@pytest.mark.parametrize(
    ("tests", "message"),
    [
        (START, "NONE was collected"),
        (START + SKIPS, "1 did not pass"),
        (START + PASSES + SKIPS, "test_other_page"),
        (START + LEFT_OUT, "1 did not pass"),
        (START + EXPECTED_TO_FAIL, "1 did not pass"),
    ],
)
def test_browser_tests_that_did_not_run_fail_the_run(run_guarded, tests, message):
    result = run_guarded(tests)
    assert result.ret == 1
    assert message in result.stdout.str()


@pytest.mark.parametrize(
    ("tests", "message"), [(START, "NONE"), (START + PASSES + SKIPS, "1 did not")]
)
def test_tests_in_two_processes_are_watched_as_closely(run_guarded, tests, message):
    result = run_guarded(tests, "-n", "2")
    assert result.ret == 1
    assert message in result.stdout.str()


def test_browser_tests_left_out_by_an_option_fail_the_run(run_guarded):
    result = run_guarded(START + PASSES, "-m", "not browser")
    assert result.ret == 1
