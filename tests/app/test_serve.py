"""What the server sends besides Streamlit's own pages."""

import asyncio
import gzip
import json
from concurrent.futures import ThreadPoolExecutor
from itertools import chain

import pytest
from starlette.applications import Starlette

from referral_map.app import assets, middleware, routes
from referral_map.app import static_files as modules
from referral_map.app.answers import KINDS, answer
from referral_map.app.assets import NAMES, address, addresses, asset
from referral_map.app.pages import PAGES
from referral_map.app.privacy import HEADERS, content_security_policy
from referral_map.app.serve import MOST_BYTES, VERSION_HEADER, version
from referral_map.domain import BODIES, DRAWN_VIEWS, VIEW_NAMES
from referral_map.sessions import VERSION
from referral_map.words import LANGUAGES


def path(name):
    """Where a part of the atlas is."""
    return f"atlas/{name}.json"


def ask(path, headers=(), query="", posted=None):
    """Status, headers and body of a GET, or of a POST of these pieces, without a network."""
    app = Starlette(routes=routes(), middleware=middleware())
    scope = {
        "type": "http", "method": "GET" if posted is None else "POST",
        "path": f"/{path}", "raw_path": f"/{path}".encode(), "query_string": query.encode(),
        "root_path": "", "scheme": "http", "http_version": "1.1",
        "headers": [(name.encode(), value.encode()) for name, value in headers],
    }  # fmt: skip
    sent, pieces = [], chain(posted or (), [b""])

    async def receive():
        piece = next(pieces)
        return {"type": "http.request", "body": piece, "more_body": piece != b""}

    async def send(message):
        sent.append(message)

    # In a thread of its own: a browser test may have left an event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(app(scope, receive, send))).result()
    answer = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], answer, b"".join(each.get("body", b"") for each in sent[1:])


@pytest.mark.parametrize("name", NAMES)
def test_every_part_of_the_atlas_is_sent_packed_or_plain(name):
    status, headers, body = ask(path(name), [("accept-encoding", "gzip")])
    assert (status, headers["content-encoding"]) == (200, "gzip")
    _, plain_headers, plain = ask(path(name))
    assert "content-encoding" not in plain_headers
    assert gzip.decompress(body) == plain
    assert json.loads(plain) == json.loads(json.dumps(asset(name).content))


@pytest.mark.parametrize("body", BODIES)
def test_the_drawings_name_every_view_and_each_stored_one_is_sent_by_itself(body):
    drawings = json.loads(ask(path(f"drawings-{body}"))[2])
    assert drawings["body"] == body
    assert list(drawings["views"]) == list(VIEW_NAMES)
    stored = {view["stored"] for view in drawings["views"].values()}
    assert stored == set(DRAWN_VIEWS)
    assert {name for name in NAMES if name.startswith(f"view-{body}-")} == {
        f"view-{body}-{name}" for name in stored
    }
    for name in stored:
        view = json.loads(ask(path(f"view-{body}-{name}"))[2])
        assert view["view"] == name
        assert view["body"].startswith("M")
        assert view["regions"] != {}


def test_every_language_has_its_texts():
    assert {f"texts-{code}" for code in LANGUAGES} <= set(NAMES)
    for code in LANGUAGES:
        assert json.loads(ask(path(f"texts-{code}"))[2])["language"] == code


def test_this_version_may_be_kept_and_no_other():
    for name in NAMES:
        assert address(name) == f"{path(name)}?v={asset(name).version}"
        _, kept, _ = ask(path(name), query=f"v={asset(name).version}")
        assert "immutable" in kept["cache-control"]
        for query in ("", "v=", "v=other"):
            _, asked_again, _ = ask(path(name), query=query)
            assert asked_again["cache-control"] == "no-cache"
    assert {asset(name).version for name in NAMES} == {assets.version()}


@pytest.mark.parametrize("name", ["drawings-woman", "view-woman-back", "skin-man"])
def test_a_browser_that_has_a_part_is_not_sent_it_again(name):
    tag = ask(path(name))[1]["etag"]
    status, _, body = ask(path(name), [("if-none-match", tag)])
    assert (status, body) == (304, b"")


@pytest.mark.parametrize(
    "name", ["nothing", "texts-xx", "..%2Fpage", "drawings", "drawings-child", "view-man-left"]
)
def test_there_is_no_other_part(name):
    status, _, body = ask(path(name))
    assert status == 404
    assert b"drawings" not in body


def test_addresses_are_relative_and_in_one_language():
    for code in LANGUAGES:
        given = addresses(code)
        assert given == {
            **{
                part: {body: address(f"{part}-{body}") for body in BODIES}
                for part in ("drawings", "skin", "areas", "figure")
            },
            "views": {
                body: {name: address(f"view-{body}-{name}") for name in DRAWN_VIEWS}
                for body in BODIES
            },
            "texts": address(f"texts-{code}"),
        }
        flat = list(leaves(given))
        assert len(set(flat)) == len(flat) == len(NAMES) - len(LANGUAGES) + 1
        assert [each for each in flat if each.startswith(("/", "http"))] == []


def leaves(given):
    """What stands at the ends of a tree of dicts."""
    for each in given.values():
        yield from leaves(each) if isinstance(each, dict) else (each,)


@pytest.mark.parametrize("body", BODIES)
def test_what_the_map_needs_is_small_enough_for_a_phone(body):
    sizes = {name: len(asset(name).packed) for name in NAMES if f"-{body}" in name}
    views = {name: size for name, size in sizes.items() if name.startswith("view-")}
    assert len(views) == len(DRAWN_VIEWS)
    assert {name: size for name, size in views.items() if size >= 120_000} == {}
    assert sum(views.values()) < 600_000
    assert sizes[f"drawings-{body}"] < 20_000
    assert sizes[f"skin-{body}"] < 200_000
    assert sizes[f"figure-{body}"] < 20_000
    assert sum(sizes.values()) + len(asset("texts-en").packed) < 1_500_000


def test_modules_are_sent_for_good_under_their_version_and_no_other():
    status, headers, body = ask(f"{modules.address()}pages/map/index.js")
    assert (status, "immutable" in headers["cache-control"]) == (200, True)
    assert headers["content-type"].startswith("text/javascript")
    assert body == (modules.FOLDER / "pages/map/index.js").read_bytes()
    for path in (
        "frontend/old/pages/map/index.js",
        f"{modules.address()}page.py",
        f"{modules.address()}..%2Fpage.py",
        f"{modules.address()}pages/map/../../page.js",
        f"{modules.address()}pages/map/",
        f"{modules.address()}map/index.js",
    ):
        assert ask(path)[0] == 404


def test_every_part_of_every_page_has_a_module_and_a_style():
    names = {name for parts in PAGES.values() for name in parts}
    assert len(names) >= 7
    for name in names:
        for kind in ("js", "css"):
            status, headers, _ = ask(f"{modules.address()}pages/{name}/index.{kind}")
            assert (status, headers["content-type"].split(";")[0]) == (
                200,
                {"js": "text/javascript", "css": "text/css"}[kind],
            )


MARKED = {
    "format": "referral-map-session",
    "version": VERSION,
    "marks": [{"kind": "region", "region": "calf_upper_right"}],
}


def question(**fields):
    """What the browser posts."""
    return json.dumps({"document": MARKED, **fields}).encode()


def test_a_question_is_answered_packed_or_plain_and_never_kept():
    status, headers, body = ask("answer/reading", [("accept-encoding", "gzip")], "", [question()])
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert headers["cache-control"] == "no-store"
    status, headers, plain = ask("answer/reading", posted=[question()[:20], question()[20:]])
    assert (status, "content-encoding" in headers) == (200, False)
    assert gzip.decompress(body) == plain
    assert json.loads(plain) == answer("reading", {"document": MARKED})
    assert len(json.loads(plain)["reading"]["candidates"]) >= 3


@pytest.mark.parametrize("kind", ["nothing", "format_disk", "__init__"])
def test_there_is_no_other_answer(kind):
    status, _, body = ask(f"answer/{kind}", posted=[question()])
    assert status == 404
    assert all(each in json.loads(body)["trouble"] for each in KINDS)


def test_answers_are_for_the_apps_own_page():
    for site in ("cross-site", "same-site", "none"):
        status, _, body = ask("answer/reading", [("sec-fetch-site", site)], "", [question()])
        assert (status, "own page" in json.loads(body)["trouble"]) == (403, True)
    own = [("sec-fetch-site", "same-origin")]
    assert ask("answer/reading", own, "", [question()])[0] == 200


def test_a_question_can_only_be_posted():
    assert ask("answer/reading")[0] == 405


@pytest.mark.parametrize(
    "posted", [b"", b"{", b"[]", b"null", b"3", b'{"a": NaN}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_question_gets_one_sentence(posted):
    status, _, body = ask("answer/reading", posted=[posted])
    assert status == 400
    assert list(json.loads(body)) == ["trouble"]


def test_of_a_question_that_is_too_large_no_more_is_read():
    read = []

    def endless():
        while True:
            read.append(b" " * 1_000_000)
            yield read[-1]

    status, _, body = ask("answer/open", posted=endless())
    assert (status, "too large" in json.loads(body)["trouble"]) == (413, True)
    assert len(read) == MOST_BYTES // 1_000_000 + 1


def test_every_answer_carries_the_privacy_headers():
    for place in (path("drawings-woman"), path("view-woman-back"), path("skin-woman"), "missing"):
        _, headers, _ = ask(place)
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


@pytest.mark.parametrize(
    ("kind", "posted"), [*((kind, b"{}") for kind in KINDS), ("more", b"{}"), ("reading", b"[")]
)
def test_every_answer_says_which_version_it_is_of(kind, posted):
    _, headers, _ = ask(f"answer/{kind}", posted=[posted])
    assert headers[VERSION_HEADER.lower()] == version()


def test_the_version_is_another_when_code_or_anatomy_is(monkeypatch):
    before = version()
    for module in (modules, assets):
        with monkeypatch.context() as changed:
            changed.setattr(module, "version", lambda: "other")
            assert version.__wrapped__() != before
    assert version.__wrapped__() == before
