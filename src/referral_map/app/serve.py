"""What the server adds to Streamlit's own: the atlas, modules and styles, answers, privacy."""

import gzip
import hashlib
import json
from contextlib import suppress
from functools import cache
from typing import Any, cast

from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from referral_map import ReferralMapError
from referral_map.app import assets, static_files
from referral_map.app.answers import KINDS, answer
from referral_map.app.assets import NAMES, asset
from referral_map.app.privacy import PrivacyHeaders
from referral_map.app.unused import CloseUnused

MOST_BYTES = 32_000_000
"""Of a question: several visits may be in it."""

VERSION_HEADER = "Referral-Map-Version"
"""With every answer: a page that was made by another version can tell that the server is newer."""

_SMALL = 1_000
"""Bytes that are not worth packing."""


def routes() -> list[Route]:
    """Routes of the app besides Streamlit's."""
    return [
        Route("/atlas/{name}.json", send_asset, methods=["GET"]),
        Route(
            f"/{static_files.PATH}/{{version}}/{{name:path}}",
            static_files.send_file,
            methods=["GET"],
        ),
        Route("/answer/{kind}", send_answer, methods=["POST"]),
    ]


def middleware() -> list[Middleware]:
    """What every question and answer passes through."""
    return [Middleware(PrivacyHeaders), Middleware(CloseUnused)]


def send_asset(request: Request) -> Response:
    """A part of the atlas as JSON, packed where the browser can unpack it.

    With the version in the address browsers cache it for a year; without it they ask again each
    time. What is wrong with the atlas is answered in a sentence.
    """
    name = request.path_params["name"]
    if name not in NAMES:
        return Response("There is no such part of the atlas.", status_code=404)
    try:
        ready = asset(name)
    except ReferralMapError as error:
        return Response(str(error), status_code=500)
    current = request.query_params.get("v") == ready.version
    headers = {
        "ETag": f'"{ready.version}"',
        "Cache-Control": "public, max-age=31536000, immutable" if current else "no-cache",
        "Vary": "Accept-Encoding",
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(ready.packed, media_type="application/json", headers=headers)
    return Response(ready.plain, media_type="application/json", headers=headers)


@cache
def version() -> str:
    """Changes when the browser's code or the anatomy does. Raises ReferralMapError."""
    # Of all assets together: none has to be worked out for it.
    parts = f"{static_files.version()} {assets.version()}"
    return hashlib.sha256(parts.encode()).hexdigest()[:12]


async def send_answer(request: Request) -> Response:
    """The answer to a question (see answers.py), with the version of the map.

    The question is not kept.
    """
    response = await _send_answer(request)
    with suppress(ReferralMapError):
        response.headers[VERSION_HEADER] = await run_in_threadpool(version)
    return response


async def _send_answer(request: Request) -> Response:
    """The answer, or why there is none.

    A question from another site's page is refused: that page could not read the answer, but it
    could keep the server busy.
    """
    kind = request.path_params["kind"]
    if kind not in KINDS:
        return _refusal(
            f"There is no answer of the kind {kind!r}; allowed: {', '.join(KINDS)}.", 404
        )
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return _refusal("Only the app's own page may ask.", 403)
    body = await _body(request)
    if body is None:
        return _refusal(f"This is too large; allowed: at most {MOST_BYTES / 1e6:.0f} MB.", 413)
    try:
        asked = json.loads(body, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return _refusal("The question is not JSON.", 400)
    if not isinstance(asked, dict):
        return _refusal("The question is not a JSON object.", 400)
    packed = "gzip" in request.headers.get("accept-encoding", "")
    # In another thread, so that one person's handout does not delay another person's map.
    return await run_in_threadpool(_answer, kind, cast("dict[str, Any]", asked), packed)


def _answer(kind: str, asked: dict[str, Any], packed: bool) -> Response:
    content = json.dumps(answer(kind, asked)).encode()
    headers = {"Cache-Control": "no-store", "Vary": "Accept-Encoding"}
    if packed and len(content) > _SMALL:
        headers["Content-Encoding"] = "gzip"
        content = gzip.compress(content, compresslevel=1, mtime=0)
    return Response(content, media_type="application/json", headers=headers)


async def _body(request: Request) -> bytes | None:
    """The body of a question; None when it is too large, in which case the rest is not read."""
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MOST_BYTES:
            return None
        parts.append(part)
    return b"".join(parts)


def _refuse(name: str) -> None:
    raise ValueError(f"{name} is no number")


def _refusal(sentence: str, status: int) -> Response:
    content = json.dumps({"trouble": sentence})
    return Response(content, status, media_type="application/json")
