"""Opening the app in a page that is watched."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from app_server import Server
from body_page import BodyPage
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, expect

from referral_map.domain import MEASURED_BODY, Body


class Watch:
    """What pages asked for, and what went wrong in them."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.hosts: set[str] = set()

    def over(self, page: Page) -> None:
        """Watch a page from its first request on."""
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        page.on("websocket", lambda socket: self.hosts.add(urlsplit(socket.url).netloc))
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        page.on("console", self.note)

    def note(self, message: ConsoleMessage) -> None:
        """Keep what the page complains about."""
        # Opened at /teach, Streamlit looks for its server below /teach first, and then finds it.
        sought = urlsplit(message.location["url"]).path
        if sought.count("/") > 2 and sought.endswith(("/_stcore/health", "/_stcore/host-config")):
            return
        # Tests that cut the line know that they do.
        if "ERR_INTERNET_DISCONNECTED" in message.text:
            return
        if message.type in {"error", "warning"}:
            self.problems.append(f"{message.type}: {message.text}")

    def check(self, server: Server) -> None:
        """No page met an error, and none asked another host for anything."""
        assert self.problems == [], "\n".join(self.problems)
        # Pictures a page makes itself have no host.
        assert self.hosts - {""} == {urlsplit(server.url).netloc}


def visit(
    context: BrowserContext, server: Server, watch: Watch, who: Body = MEASURED_BODY
) -> BodyPage:
    """Open the app in a new page."""
    page = context.new_page()
    page.set_default_timeout(20_000)
    watch.over(page)
    page.goto(server.url)
    return BodyPage(page, who).ready()


@contextmanager
def several(chromium: Browser, server: Server, number: int) -> Iterator[list[BodyPage]]:
    """So many windows of one browser, closely watched."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    watch = Watch()
    yield [visit(context, server, watch) for _ in range(number)]
    context.close()
    watch.check(server)


# Forgets the document as the page does, and so builds its parts anew, without another visit.
RENEW = """async (who) => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const module = (name) => import(loaded.find((each) => each.endsWith(`/${name}`)));
  (await module("selection.js")).choose(null);
  (await module("store.js")).newPerson();
  (await module("store.js")).set("body", who);
  (await module("store.js")).set("language", "en");
  (await module("store.js")).set("weigh_common", true);
  (await module("store.js")).set("weigh_evidence", true);
  localStorage.clear();
  document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}"""


def renew(page: Page, who: Body = MEASURED_BODY) -> None:
    """The same page again with nothing marked or answered: much quicker than another visit."""
    page.mouse.move(5, 5)
    page.evaluate(RENEW, who)


def fresh(body: BodyPage) -> BodyPage:
    """The map again as a new visitor finds it."""
    address = urlsplit(body.page.url)
    size = body.page.viewport_size
    if address.path != "/" or not body.map.count() or (size and size["width"] < 600):
        body.page.evaluate("localStorage.clear(); sessionStorage.clear()")
        body.page.goto(f"{address.scheme}://{address.netloc}/")
        return body.ready()
    renew(body.page, body.who)
    return body.ready()


def erase(page: Page) -> None:
    """Erase everything as a person does, who is asked once more."""
    page.get_by_role("button", name="Erase everything").click()
    expect(page.get_by_role("button", name="Keep everything")).to_be_focused()
    page.get_by_role("button", name="Erase everything now").click()
