"""The running server: what it watches, however it was started."""

import json
import shlex
import subprocess
import time
import urllib.request
from contextlib import contextmanager

import pytest

from tests.browser.app_server import ROOT, Server, start

# The app as somebody starts it who installed the package; it tells its options.
INSTALLED = """
import sys

import streamlit as st
from starlette.responses import JSONResponse
from starlette.routing import Route
from streamlit import config

from referral_map.app import SCRIPT, middleware, routes

def options(request):
    names = request.query_params.getlist("name")
    return JSONResponse({name: config.get_option(name) for name in names})

app = st.App(SCRIPT, routes=[*routes(), Route("/options", options)], middleware=middleware())

if __name__ == "__main__":
    app.run(config={"server.port": int(sys.argv[1]), "server.headless": True})
"""
RUN = ("-m", "streamlit", "run", "app.py", "--server.port={port}", "--server.headless=true")
WATCHER = "server.fileWatcherType"


@contextmanager
def served(folder, **options):
    """A running server."""
    folder.mkdir(exist_ok=True)
    process, server = start(folder, **options)
    try:
        yield server
    finally:
        # At its end it would first finish what it prepares for visitors.
        process.kill()
        process.wait(timeout=20)


@pytest.fixture
def elsewhere(tmp_path):
    """A folder with nothing but the app of somebody who installed the package."""
    (tmp_path / "app.py").write_text(INSTALLED)
    return tmp_path


def option(server: Server, name: str):
    """What holds in the running server."""
    with urllib.request.urlopen(f"{server.url}/options?name={name}") as answer:
        return json.load(answer)[name]


@pytest.mark.parametrize("command", [
    RUN,
    ("app.py", "{port}"),
    ("-m", "uvicorn", "app:app", "--port={port}"),
], ids=["streamlit", "python", "uvicorn"])  # fmt: skip
def test_no_file_is_watched_however_the_app_is_started(elsewhere, command):
    with served(elsewhere / "run", command=command, cwd=elsewhere) as server:
        assert option(server, WATCHER) == "none"
        assert option(server, "server.runOnSave") is False


@pytest.mark.parametrize("way", ["flag", "environment", "file"])
def test_whoever_asks_for_the_watcher_gets_it(elsewhere, way):
    command, variables = RUN, {}
    if way == "flag":
        command = (*RUN, "--server.fileWatcherType=poll")
    elif way == "environment":
        variables = {"STREAMLIT_SERVER_FILE_WATCHER_TYPE": "poll"}
    else:
        (elsewhere / ".streamlit").mkdir()
        settings = elsewhere / ".streamlit" / "config.toml"
        settings.write_text('[server]\nfileWatcherType = "poll"\n')
    with served(elsewhere / "run", command=command, cwd=elsewhere, **variables) as server:
        assert option(server, WATCHER) == "poll"


def test_other_settings_changed_while_it_runs_do_not_turn_the_watcher_on(elsewhere):
    with served(elsewhere / "run", command=RUN, cwd=elsewhere) as server:
        assert option(server, "client.showErrorDetails") != "none"
        (elsewhere / ".streamlit").mkdir()
        settings = elsewhere / ".streamlit" / "config.toml"
        settings.write_text('[client]\nshowErrorDetails = "none"\n')
        until = time.monotonic() + 30
        while option(server, "client.showErrorDetails") != "none":
            assert time.monotonic() < until, "the file was not read"
            time.sleep(0.1)
        assert option(server, WATCHER) == "none"


@pytest.mark.parametrize(("target", "watcher"), [("app", "none"), ("dev", "auto")])
def test_make_app_watches_nothing_and_make_dev_does(elsewhere, target, watcher):
    made = subprocess.run(
        ["make", "--dry-run", target, "PORT={port}", "DISPLAY=", "WAYLAND_DISPLAY="],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    _, *command = shlex.split(made.stdout.replace("\\\n", " ").splitlines()[-1])
    script = str(elsewhere / "app.py")
    command = [script if part == "app.py" else part for part in command]
    assert script in command
    command.append("--server.headless=true")
    with served(elsewhere / "run", command=command) as server:
        assert option(server, WATCHER) == watcher
        assert option(server, "server.runOnSave") is (target == "dev")
