"""Find a Chromium for the browser tests, or install one; print its path.

Run by `make test`. Messages go to stderr, the path alone to stdout, so that a shell can catch it.
It tries the `CHROMIUM` variable, then the system's browsers, then Playwright's own. Where none
starts it installs one: with apt-get as root on Debian, else with Playwright.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

LAUNCH_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What every browser test launches Chromium with: quiet on the network, able to run as root."""

_NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
_PLAYWRIGHT_PATH = (
    "from playwright.sync_api import sync_playwright as start\n"
    "with start() as playwright: print(playwright.chromium.executable_path)"
)
_DRIVER_ADVICE = """\
Playwright, which drives the browser in the tests, does not start: see the line above for what it
lacks. A small Debian or Ubuntu often lacks one library: sudo apt-get install libatomic1"""
_BROWSER_ADVICE = """\
The browser tests need a Chromium; none that starts was found, and none could be installed.
Do one of these, then run `make test` again:
  - Debian:           sudo apt-get install chromium
  - Ubuntu, Fedora:   .venv/bin/python -m playwright install --with-deps chromium
  - macOS:            install Google Chrome, or run .venv/bin/python -m playwright install chromium
  - anywhere:         CHROMIUM=/path/to/chromium make test"""


def find_chromium() -> str | None:
    """Return the path of a Chromium that starts, or None where there is none.

    With the `CHROMIUM` variable set only that browser is tried.
    """
    named = os.environ.get("CHROMIUM")
    candidates = iter([named]) if named else _candidates()
    return next((path for path in candidates if _starts(path)), None)


def main() -> int:
    """Print the path of a Chromium that starts, installing what is missing; 1 where that fails."""
    if not _driver_starts() and not (_apt_install("libatomic1") and _driver_starts()):
        _print_status(_DRIVER_ADVICE)
        return 1
    path = find_chromium()
    if path is None and (named := os.environ.get("CHROMIUM")):
        _print_status(f"CHROMIUM names {named}, which does not start as a headless Chromium.")
        return 1
    for install in (_install_with_apt, _install_with_playwright):
        if path is None and install():
            path = find_chromium()
    if path is None:
        _print_status(_BROWSER_ADVICE)
        return 1
    _print_status(f"Browser tests use {path}")
    print(path)
    return 0


def _driver_starts() -> bool:
    """Tell whether Playwright, which drives the browser, runs here at all."""
    command = [sys.executable, "-m", "playwright", "--version"]
    return subprocess.run(command, stdout=subprocess.DEVNULL, check=False).returncode == 0


def _candidates() -> Iterator[str]:
    yield from filter(None, map(shutil.which, _NAMES))
    # In a process of its own, because Playwright cannot be started twice in one.
    answer = subprocess.run(
        [sys.executable, "-c", _PLAYWRIGHT_PATH], capture_output=True, text=True, check=False
    )
    path = answer.stdout.strip()
    if Path(path).is_file():
        yield path


def _starts(path: str) -> bool:
    """Tell whether it really draws an empty page; a stub, or one that lacks a library, does not."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        command = [path, "--headless", *LAUNCH_ARGUMENTS, f"--user-data-dir={profile}"]
        try:
            page = subprocess.run(
                [*command, "--dump-dom", "about:blank"],
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
            )
        except (OSError, subprocess.TimeoutExpired):
            return False
    return page.returncode == 0 and "<html" in page.stdout


def _install_with_apt() -> bool:
    return _apt_install("chromium")


def _apt_install(package: str) -> bool:
    """Install a system package where that is possible: as root, where there is apt-get."""
    if sys.platform != "linux" or os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    _print_status(f"Installing {package} with apt-get ...")
    return _run("apt-get", "update", "-qq") and _run(
        "apt-get", "install", "-qq", "-y", "--no-install-recommends", package
    )


def _install_with_playwright() -> bool:
    _print_status("No Chromium found. Asking Playwright to install its own ...")
    with_libraries = ["--with-deps"] if sys.platform == "linux" and os.geteuid() == 0 else []
    return _run(sys.executable, "-m", "playwright", "install", *with_libraries, "chromium")


def _run(*command: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(command, stdout=sys.stderr, env=environment, timeout=900, check=False)
    except (OSError, subprocess.TimeoutExpired) as problem:
        _print_status(f"{command[0]}: {problem}")
        return False
    return done.returncode == 0


def _print_status(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
