"""The running server: what it watches, and what it takes in, however it was started."""

import json
import shlex
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from urllib.parse import urlsplit

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import connect
from websockets.typing import Origin, Subprotocol

from tests.browser.app_server import COMMAND, ROOT, Server, start

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
def test_no_file_is_watched_and_none_taken_however_the_app_is_started(elsewhere, command):
    with served(elsewhere / "run", command=command, cwd=elsewhere) as server:
        assert option(server, WATCHER) == "none"
        assert option(server, "server.runOnSave") is False
        assert option(server, "server.maxUploadSize") == 1


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
    # Run by make itself, it would also print which folder it enters and leaves.
    quiet = ["make", "--no-print-directory", "--dry-run"]
    made = subprocess.run(
        [*quiet, target, "PORT={port}", "DISPLAY=", "WAYLAND_DISPLAY="],
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


# Uploads

FILE = (
    b"--b\r\nContent-Disposition: form-data; name=file; filename=a.txt\r\n"
    b"Content-Type: text/plain\r\n\r\nmine\r\n--b--\r\n"
)


@pytest.fixture(scope="module", params=["", "/below/here"])
def running(request, tmp_path_factory):
    """The app, at the top of its address or below a path."""
    folder = tmp_path_factory.mktemp("server")
    command = (*COMMAND, f"--server.baseUrlPath={request.param}")
    with served(folder, command=command, base=request.param) as server:
        yield server


def sent(server: Server, method: str, path: str, body=None, **headers: str) -> int:
    """The status of an answer."""
    request = urllib.request.Request(f"{server.url}{path}", body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_a_visitor_can_leave_no_file_in_the_servers_memory(running):
    with urllib.request.urlopen(f"{running.url}/_stcore/health") as answer:
        cookie = answer.headers["Set-Cookie"].split(";")[0]
    token = cookie.partition("=")[2]
    address = running.url.replace("http", "ws", 1) + "/_stcore/stream"
    with connect(
        address,
        subprotocols=[Subprotocol("streamlit")],
        origin=Origin(running.url),
        max_size=None,
    ) as line:
        message = BackMsg()
        message.rerun_script.query_string = ""
        line.send(message.SerializeToString())
        news = (ForwardMsg.FromString(each) for each in line if isinstance(each, bytes))
        first = next(each for each in news if each.HasField("new_session"))
        path = f"/_stcore/upload_file/{first.new_session.initialize.session_id}/file"
        own = {"Cookie": cookie, "X-Xsrftoken": token}
        kind = {"Content-Type": "multipart/form-data; boundary=b"}
        for method in ("PUT", "POST", "PATCH"):
            assert sent(running, method, path, FILE, **kind, **own) == 404
        for method in ("GET", "HEAD", "DELETE", "OPTIONS"):
            assert sent(running, method, path, **own) == 404


@pytest.mark.parametrize("method", ["PUT", "POST"])
@pytest.mark.parametrize("length", ["Content-Length: 150000000", "Transfer-Encoding: chunked"])
def test_a_file_is_refused_before_it_has_come(running, method, length):
    url = urlsplit(running.url)
    path = f"{url.path}/_stcore/upload_file/session/file"
    with socket.create_connection((url.hostname, url.port), timeout=20) as line:
        line.sendall(
            f"{method} {path} HTTP/1.1\r\nHost: {url.netloc}\r\n"
            f"Content-Type: multipart/form-data; boundary=b\r\n{length}\r\n\r\n".encode()
        )
        answer = b"".join(iter(lambda: line.recv(65536), b""))
    assert answer.startswith(b"HTTP/1.1 404")
    assert b"content-security-policy" in answer.lower()


@pytest.mark.parametrize("path", ["metrics", "agent/interact", "agent/mcp", "agent/openapi.json"])
def test_what_only_programs_ask_for_is_closed(running, path):
    assert sent(running, "GET", f"/_stcore/{path}") == 404
    assert sent(running, "POST", f"/_stcore/{path}", b"{}") == 404


def test_what_the_page_needs_is_open(running):
    for path in ("/", "/_stcore/health", "/_stcore/host-config"):
        assert sent(running, "GET", path) == 200
