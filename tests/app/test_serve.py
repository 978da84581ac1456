"""What the server sends besides Streamlit's own pages."""

import asyncio
import gzip
import json
from concurrent.futures import ThreadPoolExecutor

from starlette.applications import Starlette

from referral_map.app import middleware, routes
from referral_map.app.drawn import PATH, drawn
from referral_map.app.privacy import HEADERS, content_security_policy


def ask(path, headers=(), query=""):
    """Status, headers and body of a GET, without a network."""
    app = Starlette(routes=routes(), middleware=middleware())
    scope = {
        "type": "http", "method": "GET", "path": f"/{path}", "raw_path": f"/{path}".encode(),
        "query_string": query.encode(), "root_path": "", "scheme": "http", "http_version": "1.1",
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }  # fmt: skip
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    # In a thread of its own: a browser test may have left an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    answer = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answer, b"".join(each.get("body", b"") for each in sent[1:])


def test_the_drawings_are_sent_packed_or_plain():
    status, headers, body = ask(PATH, [("accept-encoding", "gzip")])
    assert (status, headers["content-encoding"]) == (200, "gzip")
    _, plain_headers, plain = ask(PATH)
    assert "content-encoding" not in plain_headers
    assert gzip.decompress(body) == plain
    assert json.loads(plain) == drawn().content
    assert len(json.loads(plain)["views"]) == 5


def test_this_version_may_be_kept_and_no_other():
    _, kept, _ = ask(PATH, query=f"v={drawn().version}")
    assert "immutable" in kept["cache-control"]
    for query in ("", "v=", "v=other"):
        _, asked_again, _ = ask(PATH, query=query)
        assert asked_again["cache-control"] == "no-cache"
    assert drawn().address.endswith(f"?v={drawn().version}")


def test_a_browser_that_has_the_drawings_is_not_sent_them_again():
    tag = ask(PATH)[1]["etag"]
    status, _, body = ask(PATH, [("if-none-match", tag)])
    assert (status, body) == (304, b"")


def test_the_drawings_are_small_enough_for_a_phone():
    assert len(drawn().packed) < 900_000


def test_every_answer_carries_the_privacy_headers():
    for path in (PATH, "missing"):
        _, headers, _ = ask(path)
        assert headers["content-security-policy"] == content_security_policy()
        assert {name: headers[name.lower()] for name in HEADERS} == HEADERS


def test_the_policy_names_no_other_host():
    policy = content_security_policy()
    assert "default-src 'self'" in policy
    assert "http:" not in policy
    assert "https:" not in policy
    assert "*" not in policy
    scripts = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in scripts
