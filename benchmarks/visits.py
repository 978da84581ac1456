"""How long people wait who open the page at the same moment, and who marks in the meantime.

A server is started as `make app` starts it. So many visitors at once speak Streamlit's protocol,
without a browser: a wait goes from the first byte to the end of the script that draws the page.
All the while one person who is there already marks, one mark after the other. The visitors run on
the same cores as the server.

    python benchmarks/visits.py [--visitors 1 25 150] [--watcher auto]
"""

import argparse
import asyncio
import json
import sys
import time
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Origin, Subprotocol

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(Path(__file__).parent)]

from parts.servers import running  # noqa: E402

from referral_map.app.assets import NAMES  # noqa: E402
from referral_map.words import LANGUAGES  # noqa: E402

LONGEST_S = 300
MARKED = {
    "format": "referral-map-session",
    "version": 1,
    "marks": [{"kind": "region", "region": "calf_upper_right"}],
}


def main() -> None:
    """Measure, and print one table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--visitors", type=int, nargs="+", default=[1, 25, 150])
    parser.add_argument("--watcher", help="what Streamlit watches its files with: none, auto, poll")
    asked = parser.parse_args()
    options = [f"--server.fileWatcherType={asked.watcher}"] if asked.watcher else []
    print(f"{'visitors':>8} {'median s':>9} {'last s':>7} {'longest wait for a mark s':>26}")
    with TemporaryDirectory() as folder:
        for count in asked.visitors:
            with running(ROOT / "app.py", Path(folder) / f"home{count}", *options) as url:
                prepare(url)
                waits, marks = asyncio.run(all_at_once(url, count))
            print(f"{count:8} {np.median(waits):9.2f} {max(waits):7.2f} {max(marks):26.2f}")


def prepare(url: str) -> None:
    """Let the server finish what it makes once after its start."""
    for name in NAMES:
        with urllib.request.urlopen(f"{url}/atlas/{name}.json", timeout=LONGEST_S) as answer:
            answer.read()
    for language in LANGUAGES:
        ask(url, "handout", language=language, format="pdf", paper="a4")


async def all_at_once(url: str, count: int) -> tuple[list[float], list[float]]:
    """Seconds of each visit, and of each mark that was made while they went on."""
    done = asyncio.Event()
    marking = asyncio.create_task(marks_until(done, url))
    waits = await asyncio.gather(*(visit(url) for _ in range(count)))
    done.set()
    return waits, await marking


async def visit(url: str) -> float:
    """Open the page; seconds until its script has run."""
    start = time.perf_counter()
    address = url.replace("http", "ws", 1) + "/_stcore/stream"
    settings = {"open_timeout": LONGEST_S, "close_timeout": 1, "ping_interval": None}
    message = BackMsg()
    message.rerun_script.query_string = ""
    async with (
        asyncio.timeout(LONGEST_S),
        connect(
            address,
            max_size=None,
            subprotocols=[Subprotocol("streamlit")],
            origin=Origin(url),
            **settings,
        ) as line,
    ):
        await line.send(message.SerializeToString())
        async for content in line:
            news = ForwardMsg.FromString(content) if isinstance(content, bytes) else ForwardMsg()
            if news.HasField("script_finished"):
                break
        return time.perf_counter() - start


async def marks_until(done: asyncio.Event, url: str) -> list[float]:
    """Seconds of one mark after the other."""
    waits = []
    while not done.is_set() or not waits:
        waits.append(await asyncio.to_thread(mark, url))
    return waits


def mark(url: str) -> float:
    """Seconds until the server has answered a mark."""
    start = time.perf_counter()
    ask(url, "reading")
    return time.perf_counter() - start


def ask(url: str, kind: str, language: str = "en", **fields: str) -> None:
    """Ask the server as the page does."""
    content = json.dumps({"document": {**MARKED, "language": language}, **fields}).encode()
    with urllib.request.urlopen(f"{url}/answer/{kind}", content, timeout=LONGEST_S) as answer:
        answer.read()


if __name__ == "__main__":
    main()
