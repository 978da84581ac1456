"""The modules of the components, from one address that names their version.

Streamlit serves each component's files from an address of its own and lets no browser keep them:
three components that share modules would fetch them three times at every visit. What it serves is
therefore only a door (`frontend/late.js`); the modules behind it come from here, once, for good.
"""

import gzip
import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

FOLDER = Path(__file__).with_name("frontend")
PATH = "frontend"


@cache
def _files() -> dict[str, bytes]:
    """Every module by name, packed."""
    return {
        path.name: gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
        for path in sorted(FOLDER.glob("*.js"))
    }


@cache
def version() -> str:
    """Changes when any module does."""
    joined = b"".join(name.encode() + content for name, content in _files().items())
    return hashlib.sha256(joined).hexdigest()[:16]


def address() -> str:
    """Where the modules of this version are, relative to the page."""
    return f"{PATH}/{version()}/"


def send_module(request: Request) -> Response:
    """A module of this version, to be kept for good; 404 for another version or name."""
    name = request.path_params["name"]
    if request.path_params["version"] != version() or name not in _files():
        return Response("There is no such module.", status_code=404)
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable",
        "Content-Encoding": "gzip",
        "Vary": "Accept-Encoding",
    }
    packed = _files()[name]
    if "gzip" not in request.headers.get("accept-encoding", ""):
        del headers["Content-Encoding"]
        packed = gzip.decompress(packed)
    return Response(packed, media_type="text/javascript", headers=headers)
