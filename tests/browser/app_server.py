"""The app, started once as a user starts it, with its network calls on record."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
WATCH = Path(__file__).with_name("watch")
START_SECONDS = 60

COMMAND = ("-m", "streamlit", "run", "app.py", "--server.port={port}")
"""How a user starts it, from the top of the repository."""


@dataclass(frozen=True)
class Server:
    """A running app: its address, what its network calls were, and its home folder."""

    url: str
    record: Path
    home: Path

    def calls(self) -> list[list]:
        """Network calls so far: [kind, address or host name]."""
        return [json.loads(line) for line in self.record.read_text().splitlines()]


def free_port() -> int:
    """A port of this machine that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start(
    folder: Path,
    port: int | None = None,
    *,
    command: Sequence[str] = COMMAND,
    cwd: Path = ROOT,
    base: str = "",
    **variables: str,
) -> tuple[subprocess.Popen, Server]:
    """Start the app, at a port of its own or one given; its home and its log are in `folder`.

    `command` is what Python is started with, {port} in it the port; `base` the path below which
    the app is; `variables` are of the environment. Raises RuntimeError with the log when it does
    not answer in time.
    """
    port = port or free_port()
    server = Server(f"http://127.0.0.1:{port}{base}", folder / "network.jsonl", folder / "home")
    server.home.mkdir()
    server.record.touch()
    paths = [str(WATCH), *filter(None, [os.environ.get("PYTHONPATH")])]
    settings = {name: value for name, value in os.environ.items() if "STREAMLIT" not in name}
    settings |= {
        "PYTHONPATH": os.pathsep.join(paths),
        "NETWORK_RECORD": str(server.record),
        # A home of its own: nobody's Streamlit settings count, and what it leaves can be seen.
        "HOME": str(server.home),
        "PYTHONDONTWRITEBYTECODE": "1",
    } | variables
    log = folder / "server.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, *(part.format(port=port) for part in command)],
            cwd=cwd,
            env=settings,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        wait_until_it_answers(process, server.url)
    except RuntimeError as error:
        process.kill()
        raise RuntimeError(f"{error}\n{log.read_text()}") from None
    return process, server


def wait_until_it_answers(process: subprocess.Popen, url: str) -> None:
    """Return when the server is healthy."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            raise RuntimeError(f"The app ended at its start, with code {process.returncode}.")
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The app did not answer within {START_SECONDS} seconds.")
