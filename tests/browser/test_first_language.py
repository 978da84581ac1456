"""A page opens in the first language its browser asks for, one added as files alone, too."""

import json

import pytest
from app_server import start
from playwright.sync_api import expect

from referral_map.domain import BODIES
from tests.third_language import CODE, NAME, TITLE, write

# What a browser asks for, the dearest first; the language of the page and its title.
ASKED = {
    "the new one": (["pt-BR", "en"], CODE, TITLE),
    "one that is not there, then the new one": (["xx", "pt", "es"], CODE, TITLE),
    "one that is not there, then Spanish": (["xx-XX", "es-MX"], "es", None),
    "none that is there": (["xx", "yy"], "en", None),
}


@pytest.fixture(scope="module")
def with_a_third(tmp_path_factory):
    """A server of the library with a language more."""
    folder = tmp_path_factory.mktemp("server")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(write(folder / "library")))
        process, running = start(folder)
    yield running
    process.terminate()
    process.wait(timeout=60)


@pytest.fixture
def open_in(with_a_third, chromium):
    """Open the page in a browser that asks for languages."""
    contexts = []

    def open_one(wanted):
        contexts.append(chromium.new_context(locale=wanted[0]))
        page = contexts[-1].new_page()
        asked = json.dumps(wanted)
        page.add_init_script(
            f"Object.defineProperty(navigator, 'languages', {{ get: () => {asked} }})"
        )
        page.goto(with_a_third.url)
        return page

    yield open_one
    for context in contexts:
        context.close()


@pytest.mark.parametrize("wanted", ASKED)
def test_the_page_opens_in_the_first_language_that_is_there(open_in, wanted):
    asked, code, title = ASKED[wanted]
    page = open_in(asked)
    expect(page.locator(".body-map .choose-body")).to_have_count(len(BODIES), timeout=90_000)
    expect(page.locator(".body-map")).to_have_attribute("lang", code)
    choice = page.locator(".session-head select")
    expect(choice).to_have_value(code)
    offered = choice.locator("option")
    assert offered.all_inner_texts() == ["English", "Español", NAME]
    if title:
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
