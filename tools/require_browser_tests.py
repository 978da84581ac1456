"""A pytest plugin: the run fails unless every test marked `browser` ran, and passed.

`make test` loads it with `-p tools.require_browser_tests`. Without it, a browser that cannot be
found might turn into skipped tests and a green run that never saw a page. Where pytest-xdist runs
the tests in several processes, each tells the first which marked tests it collected.
"""

from __future__ import annotations

import pytest

COLLECTED = "browser_tests_collected"


class BrowserTally:
    """Counts how the tests marked `browser` ended."""

    def __init__(self) -> None:
        self.collected: set[str] = set()
        self.passed: set[str] = set()

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note the tests that carry the mark, after any other plugin has chosen among them."""
        self.collected = {item.nodeid for item in items if item.get_closest_marker("browser")}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note the tests whose own body ran to its end (an expected failure did not)."""
        if report.when == "call" and report.passed:
            self.passed.add(report.nodeid)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node) -> None:
        """Take over what a worker process collected; one that crashed reports nothing."""
        self.collected.update(getattr(node, "workeroutput", {}).get(COLLECTED, ()))

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Fail a run that would have ended well without the browser."""
        output: dict[str, object] | None = getattr(session.config, "workeroutput", None)
        if output is not None:
            output[COLLECTED] = sorted(self.collected)
            return
        if self.problem() and session.exitstatus in (pytest.ExitCode.OK, 5):
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """Say how many ran, or which did not, above pytest's own closing line."""
        problem = self.problem()
        line = problem or f"browser tests: all {len(self.collected)} passed"
        terminalreporter.write_line(line, red=bool(problem), green=not problem)

    def problem(self) -> str:
        """Return what is wrong in one line, or nothing where every browser test passed."""
        if not self.collected:
            return "browser tests: NONE was collected, so the app was never seen in a browser"
        missing = sorted(self.collected - self.passed)
        if missing:
            return f"browser tests: {len(missing)} did not pass: {', '.join(missing)}"
        return ""


def pytest_configure(config: pytest.Config) -> None:
    """Register the tally."""
    config.pluginmanager.register(BrowserTally(), "browser-tally")
