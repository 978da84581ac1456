"""The atlas and its drawings, read once for all visitors."""

import asyncio
import gzip
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import Any

from referral_map import ReferralMapError, load_atlas
from referral_map.atlas.drawings import drawings

#: Where the browser reads the drawings, relative to the page.
PATH = "atlas/drawings.json"
_LOCK = Lock()


@dataclass(frozen=True)
class Drawn:
    """The drawings, and the same as bytes to send."""

    content: dict[str, Any]
    plain: bytes
    packed: bytes

    @property
    def version(self) -> str:
        """Changes when the drawings do."""
        return self.content["hash"]

    @property
    def address(self) -> str:
        """Address of this very version: a browser may keep it for good."""
        return f"{PATH}?v={self.version}"


def drawn() -> Drawn:
    """All drawings of the packaged atlas, made at the first call."""
    # Two visitors at once must not both do the work: `cache` alone would let them.
    with _LOCK:
        return _drawn()


@asynccontextmanager
async def warm_up(app: object) -> AsyncIterator[None]:
    """Start on the drawings when the server starts, so that the first visitor need not wait."""
    work = asyncio.get_running_loop().run_in_executor(None, _try_early)
    yield
    await work


def _try_early() -> None:
    # A broken atlas is told to whoever asks for the page, not to an empty room.
    with suppress(ReferralMapError):
        drawn()


@cache
def _drawn() -> Drawn:
    content = drawings(load_atlas())
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    return Drawn(content, plain, gzip.compress(plain, compresslevel=6, mtime=0))
