"""One server and one Chromium for all browser tests; every page is closely watched."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from app_server import Server, start
from body_page import BodyPage
from playwright.sync_api import Browser, BrowserContext, expect, sync_playwright
from teach_page import TeachPage
from visits import Watch, fresh, renew, visit

from referral_map.domain import BODIES, MEASURED_BODY, Body
from tools.ensure_browser import LAUNCH_ARGUMENTS, find_chromium

DESKTOP = {"width": 1440, "height": 900}

# A busy machine takes its time; a test that passes does not wait.
expect.set_options(timeout=20_000)


ON_BOTH_BODIES = frozenset({
    "test_candidate", "test_keeping", "test_marking", "test_painting", "test_sides", "test_taps",
    "test_teach", "test_zoom",
})  # fmt: skip
"""Modules that go through the map and Teach as a woman and as a man; the others as a man."""


def pytest_generate_tests(metafunc):
    """Run some modules on either body."""
    if "who" in metafunc.fixturenames and metafunc.module.__name__ in ON_BOTH_BODIES:
        metafunc.parametrize("who", BODIES, indirect=True, scope="module")


@pytest.fixture(scope="module")
def who(request) -> Body:
    """The body that a visitor chooses."""
    return getattr(request, "param", MEASURED_BODY)


def pytest_collection_modifyitems(items):
    """Every test of this folder drives a browser."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server(tmp_path_factory) -> Iterator[Server]:
    """The running app."""
    process, running = start(tmp_path_factory.mktemp("server"))
    yield running
    process.terminate()
    process.wait(timeout=60)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser: the one CHROMIUM names, the system's, or Playwright's own."""
    path = find_chromium()
    if path is None:
        pytest.fail("no Chromium that starts; run tools/ensure_browser.py", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(LAUNCH_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def open_page(server, chromium, who):
    """Open the app in a window of its own: `open_page(viewport=..., color_scheme=...)`."""
    contexts: list[BrowserContext] = []
    watch = Watch()

    def open_one(**options) -> BodyPage:
        contexts.append(chromium.new_context(**{"viewport": DESKTOP, **options}))
        return visit(contexts[-1], server, watch, who)

    yield open_one
    for context in contexts:
        context.close()
    watch.check(server)


@pytest.fixture(scope="module")
def visits(server, chromium, who):
    """Open windows that stay open for a whole module: `visits(viewport=..., has_touch=...)`.

    What the browser has loaded already is shared, what it keeps for the person is not. Nothing
    moves in them, which saves time; windows of `open_page` are as they come.
    """
    contexts: list[BrowserContext] = []
    watch = Watch()

    def open_one(**options) -> BodyPage:
        settings = {"viewport": DESKTOP, "reduced_motion": "reduce", **options}
        contexts.append(chromium.new_context(**settings))
        return visit(contexts[-1], server, watch, who)

    yield open_one
    for context in contexts:
        context.close()
    watch.check(server)


@pytest.fixture(scope="module")
def shared_body(visits) -> BodyPage:
    """One desktop window for a module; see `body`."""
    return visits()


@pytest.fixture
def body(shared_body) -> BodyPage:
    """The app on a desktop with an empty document, ready to be used."""
    return fresh(shared_body)


@pytest.fixture(scope="module")
def still_body(visits) -> BodyPage:
    """The app on a desktop, for tests that look and change nothing."""
    return visits()


@pytest.fixture(scope="module")
def shared_teach(server, visits) -> TeachPage:
    """Teach on a desktop: one window for a module; see `teach`."""
    body = visits()
    return TeachPage(body.page, body.who).open(server)


@pytest.fixture
def teach(server, shared_teach) -> TeachPage:
    """Teach on a desktop, as a new visitor finds it."""
    if not shared_teach.page.url.endswith("/teach"):
        shared_teach.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        return shared_teach.open(server)
    renew(shared_teach.page, shared_teach.who)
    return shared_teach.ready()
