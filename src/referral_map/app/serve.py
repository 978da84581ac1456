"""What the server adds to Streamlit's own: the atlas, modules and styles, privacy headers."""

from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from referral_map.app import code
from referral_map.app.assets import NAMES, asset
from referral_map.app.privacy import PrivacyHeaders


def routes() -> list[Route]:
    """Routes of the app besides Streamlit's."""
    return [
        Route("/atlas/{name}.json", send_asset, methods=["GET"]),
        Route(f"/{code.PATH}/{{version}}/{{name}}", code.send_file, methods=["GET"]),
    ]


def middleware() -> list[Middleware]:
    """What every answer passes through on its way out."""
    return [Middleware(PrivacyHeaders)]


def send_asset(request: Request) -> Response:
    """A part of the atlas as JSON, packed where the browser can unpack it.

    Asked for by version it may be kept for good; otherwise the browser asks again each time.
    """
    name = request.path_params["name"]
    if name not in NAMES:
        return Response("There is no such part of the atlas.", status_code=404)
    ready = asset(name)
    known = request.query_params.get("v") == ready.version
    headers = {
        "ETag": f'"{ready.version}"',
        "Cache-Control": "public, max-age=31536000, immutable" if known else "no-cache",
        "Vary": "Accept-Encoding",
    }
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = "gzip"
        return Response(ready.packed, media_type="application/json", headers=headers)
    return Response(ready.plain, media_type="application/json", headers=headers)
