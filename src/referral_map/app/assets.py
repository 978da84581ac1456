"""What every visitor's browser reads: worked out once from the atlas, compressed, and cached.

The drawings and the skin points are the same in every language; the texts are not.
"""

import asyncio
import gzip
import hashlib
import json
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module
from threading import RLock
from typing import Any

from referral_map import ReferralMapError, load_atlas
from referral_map.app.browser_texts import texts
from referral_map.app.held_to_types import held_to_type
from referral_map.atlas import Atlas
from referral_map.atlas.area_drawings import area_drawings
from referral_map.atlas.drawings import drawings
from referral_map.atlas.skin_points import skin_points
from referral_map.domain import Language
from referral_map.matching.marks import RegionMark
from referral_map.sessions import Session, read
from referral_map.words import LANGUAGES

_LOCK = RLock()


@dataclass(frozen=True)
class Asset:
    """Content, and the same as bytes to send; version changes when the content does."""

    content: Mapping[str, Any]
    plain: bytes
    packed: bytes
    version: str


def _texts(language: Language) -> dict[str, Any]:
    return texts(load_atlas(language=language))


_MAKERS: dict[str, Callable[[], Mapping[str, Any]]] = {
    "drawings": lambda: drawings(load_atlas()),
    "skin": lambda: skin_points(load_atlas()),
    "areas": lambda: area_drawings(load_atlas()),
    **{f"texts-{code}": partial(_texts, code) for code in LANGUAGES},
}

NAMES = tuple(_MAKERS)
"""The names of the assets: ``atlas/<name>.json``."""


def asset(name: str) -> Asset:
    """One of ``NAMES``, worked out at the first call. Raises KeyError for another name."""
    # Two visitors at once must not both do the work: `cache` alone would let them.
    with _LOCK:
        return _make_asset(name)


def address(name: str) -> str:
    """The address of this version, relative to the page; browsers cache it for a year."""
    return f"atlas/{name}.json?v={asset(name).version}"


def addresses(language: Language) -> dict[str, str]:
    """The addresses of all assets that a component can read, in a language."""
    shared = {name: address(name) for name in ("drawings", "skin", "areas")}
    return {**shared, "texts": address(f"texts-{language}")}


@asynccontextmanager
async def warm_up(_app: object) -> AsyncGenerator[None]:
    """Starts the work when the server starts, so that the first visitor does not wait."""
    work = asyncio.get_running_loop().run_in_executor(None, _try_early)
    yield
    await work


def _try_early() -> None:
    # A broken atlas is reported to the person who opens the page, not in the server's log.
    with suppress(ReferralMapError):
        for name in NAMES:
            asset(name)
        for code in LANGUAGES:
            _read_once(load_atlas(language=code))
        # Last, because the drawing library takes a second to load.
        import_module("referral_map.report")


def _read_once(atlas: Atlas) -> None:
    """Works out what every reading needs; the first mark would otherwise take a second longer."""
    region = atlas.regions[0]
    read(atlas, Session(marks=(RegionMark(region=region.id),), text=region.name))


@cache
def _make_asset(name: str) -> Asset:
    content = _MAKERS[name]()
    held_to_type("asset", name, content)
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    version = hashlib.sha256(plain).hexdigest()[:16]
    return Asset(content, plain, gzip.compress(plain, compresslevel=6, mtime=0), version)
