"""The modules and styles of the page's parts, from one address that names their version.

Streamlit sends a component's files anew at every visit, because it does not let browsers cache
them. So it serves only the first module (``frontend/page.js``); that one loads the others from
here, and the browser caches them for a year.
"""

import gzip
import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

FOLDER = Path(__file__).with_name("frontend")
PATH = "frontend"
MEDIA_TYPES = {".js": "text/javascript", ".css": "text/css"}


@cache
def _files() -> dict[str, bytes]:
    """Every module and style by its path below ``frontend/``, packed."""
    return {
        path.relative_to(FOLDER).as_posix(): gzip.compress(
            path.read_bytes(), compresslevel=6, mtime=0
        )
        for path in sorted(FOLDER.rglob("*"))
        if path.suffix in MEDIA_TYPES
    }


@cache
def version() -> str:
    """Changes when any of them does."""
    joined = b"".join(name.encode() + content for name, content in _files().items())
    return hashlib.sha256(joined).hexdigest()[:16]


def address() -> str:
    """Where the files of this version are, relative to the page."""
    return f"{PATH}/{version()}/"


def send_file(request: Request) -> Response:
    """A file of this version, cached for a year; 404 for another version or path."""
    name = request.path_params["name"]
    if request.path_params["version"] != version() or name not in _files():
        return Response("There is no such file.", status_code=404)
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Encoding": "gzip",
        "Vary": "Accept-Encoding",
    }
    packed = _files()[name]
    if "gzip" not in request.headers.get("accept-encoding", ""):
        del headers["Content-Encoding"]
        packed = gzip.decompress(packed)
    return Response(packed, media_type=MEDIA_TYPES[Path(name).suffix], headers=headers)
