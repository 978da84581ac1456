"""What Streamlit offers over the network and this app does not use: closed."""

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

CLOSED = ("/_stcore/upload_file", "/_stcore/metrics", "/_stcore/agent")
"""Takes files into memory; tells how many people are here; runs the script for programs."""


class CloseUnused:
    """ASGI middleware that answers 404 at ``CLOSED`` and below, whatever base path comes before."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it without reading what is sent with it."""
        if scope["type"] == "http" and any(path in scope["path"] for path in CLOSED):
            # The rest of a large body would only be thrown away: the line is cut instead.
            refusal = PlainTextResponse("Not found.", 404, headers={"Connection": "close"})
            await refusal(scope, receive, send)
        else:
            await self.app(scope, receive, send)
