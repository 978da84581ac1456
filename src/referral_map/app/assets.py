"""What every visitor's browser reads: worked out once from the atlas, compressed, and cached.

Drawings and skin points are of a body and the same in every language; texts are of a language.
"""

import asyncio
import gzip
import hashlib
import json
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from functools import cache, partial
from importlib import import_module, metadata
from pathlib import Path
from threading import RLock
from typing import Any

from referral_map import ReferralMapError, domain, load_atlas
from referral_map.app.browser_texts import texts
from referral_map.app.held_to_types import held_to_type
from referral_map.app.kept_assets import KeptAssets, cache_folder
from referral_map.atlas import Atlas
from referral_map.atlas.area_drawings import area_drawings
from referral_map.atlas.drawings import drawn_map
from referral_map.atlas.folded import FoldedView, body_figure, folded_view
from referral_map.atlas.folder import anatomy_folder
from referral_map.atlas.skin_points import skin_points
from referral_map.domain import Body, Language
from referral_map.matching.marks import RegionMark
from referral_map.sessions import Session, read
from referral_map.words import LANGUAGES

_CODE = Path(__file__).resolve().parents[1]
_LOCK = RLock()
_BODIES = sorted(domain.BODIES, key=lambda body: body != domain.MEASURED_BODY)
"""That first which is loaded where nobody chose."""

_MAKE_SHAPES = ("numpy", "shapely", "contourpy")
"""Libraries by which the assets may differ."""

_kept: list[KeptAssets] = []
"""Where a server keeps them, once it has started."""


@dataclass(frozen=True)
class Asset:
    """What is sent, gzipped; version: that of all assets together."""

    packed: bytes
    version: str

    @property
    def plain(self) -> bytes:
        """The bytes for a browser that cannot unpack them, which hardly any is."""
        return gzip.decompress(self.packed)

    @property
    def content(self) -> Mapping[str, Any]:
        """The same as plain data."""
        return json.loads(self.plain)


def _texts(language: Language) -> dict[str, Any]:
    return texts(load_atlas(language=language))


def _makers(body: Body) -> dict[str, Callable[[], Mapping[str, Any]]]:
    def of_atlas(make: Callable[[Atlas], Mapping[str, Any]]) -> Callable[[], Mapping[str, Any]]:
        return lambda: make(load_atlas(body=body))

    views = {
        f"view-{body}-{name}": of_atlas(partial(_view, name=name)) for name in domain.DRAWN_VIEWS
    }
    return {
        f"drawings-{body}": of_atlas(drawn_map),
        **views,
        f"skin-{body}": of_atlas(skin_points),
        f"areas-{body}": of_atlas(area_drawings),
        f"figure-{body}": of_atlas(body_figure),
    }


def _view(atlas: Atlas, name: str) -> FoldedView:
    return folded_view(atlas, name)


_MAKERS: dict[str, Callable[[], Mapping[str, Any]]] = {
    **{f"texts-{code}": partial(_texts, code) for code in LANGUAGES},
    **{name: make for body in _BODIES for name, make in _makers(body).items()},
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
    return f"atlas/{name}.json?v={version()}"


@cache
def version() -> str:
    """Changes when anything changes that the assets are made from. Known before any is made.

    Raises ReferralMapError where there is no anatomy.
    """
    files = [*sorted(anatomy_folder().rglob("*.*")), *sorted(_CODE.rglob("*.py"))]
    files += sorted(_CODE.rglob("*.toml"))
    joined = hashlib.sha256(" ".join(metadata.version(each) for each in _MAKE_SHAPES).encode())
    for file in files:
        if file.is_file():
            joined.update(file.name.encode() + file.read_bytes())
    return joined.hexdigest()[:16]


def addresses(language: Language) -> dict[str, Any]:
    """The addresses of all assets that a component can read, in a language."""
    parts = {
        part: {body: address(f"{part}-{body}") for body in domain.BODIES}
        for part in ("drawings", "skin", "areas", "figure")
    }
    views = {
        body: {name: address(f"view-{body}-{name}") for name in domain.DRAWN_VIEWS}
        for body in domain.BODIES
    }
    return {**parts, "views": views, "texts": address(f"texts-{language}")}


@asynccontextmanager
async def warm_up(_app: object) -> AsyncGenerator[None]:
    """Starts the work when the server starts, so that the first visitor does not wait."""
    with suppress(ReferralMapError, RuntimeError):
        _kept[:] = [KeptAssets(cache_folder(), version())]
    work = asyncio.get_running_loop().run_in_executor(None, _try_early)
    yield
    await work


def _try_early() -> None:
    # A broken atlas is reported to the person who opens the page, not in the server's log.
    with suppress(ReferralMapError):
        # First what the first page shows, then what the first mark needs.
        for name in NAMES:
            asset(name)
        for body in _BODIES:
            for code in LANGUAGES:
                _read_once(load_atlas(language=code, body=body))
        # Last, because the drawing library takes a second to load.
        import_module("referral_map.report")


def _read_once(atlas: Atlas) -> None:
    """Works out what every reading needs; the first mark would otherwise take a second longer."""
    region = atlas.regions[0]
    read(atlas, Session(marks=(RegionMark(region=region.id),), text=region.name))


@cache
def _make_asset(name: str) -> Asset:
    for kept in _kept:
        packed = kept.find(name)
        if packed is not None:
            return Asset(packed, version())
    content = _MAKERS[name]()
    held_to_type("asset", name, content)
    plain = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    packed = gzip.compress(plain, compresslevel=9, mtime=0)
    for kept in _kept:
        kept.keep(name, packed)
    return Asset(packed, version())
