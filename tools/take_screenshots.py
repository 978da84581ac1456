"""Takes the screenshots in docs/pictures/app: every page, in both sizes and both themes.

    python tools/take_screenshots.py [PAGE ...]        (CHROMIUM=path for a browser of your own)

The app runs as a user starts it; the content of the pages comes from using them.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeAlias, get_args

from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT)]

from benchmarks.parts.servers import running  # noqa: E402
from tools.ensure_browser import LAUNCH_ARGUMENTS, find_chromium  # noqa: E402

FOLDER = ROOT / "docs" / "pictures" / "app"
SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1440, "height": 1000},
    "phone": {"width": 390, "height": 844},
}
Theme: TypeAlias = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = get_args(Theme)
WAIT_MS = 90_000


def mark(page: Page) -> None:
    """Marks the back of the right thigh and the buttock above it."""
    for region in ("thigh_back_upper_right", "thigh_back_middle_right", "buttock_lower_right"):
        page.locator(f'[data-view="back"] [data-region="{region}"]').dispatch_event("click")


def answered(page: Page) -> None:
    """Marks, and says that no safety question applies."""
    mark(page)
    page.locator(".done").click()
    page.locator(".card").first.wait_for()


def start(_page: Page) -> None:
    """The first visit: both bodies, to choose one."""


def results(page: Page) -> None:
    """Chooses the first card of the list."""
    answered(page)
    page.locator(".card .choose").first.click()
    page.locator(".results-panel h2").scroll_into_view_if_needed()


def card(page: Page) -> None:
    """Opens the details of the first card."""
    answered(page)
    page.locator(".card-details summary").first.click()
    page.locator(".card").first.scroll_into_view_if_needed()


def urgent(page: Page) -> None:
    """Marks, and says yes to a sign that needs a doctor."""
    mark(page)
    page.locator('[data-flag="swollen_calf"] input').check()
    page.locator(".urgent").first.scroll_into_view_if_needed()


def kept(page: Page) -> None:
    """Keeps two points on the map, then goes on to the handout."""
    answered(page)
    go(page, "handout")
    boxes = page.locator(".kept-points input")
    boxes.first.wait_for(timeout=WAIT_MS)
    boxes.nth(0).check()
    boxes.nth(1).check()


def visits(page: Page) -> None:
    """Compares a saved session with what is marked now."""
    answered(page)
    page.locator(".file-menu summary").click()
    with page.expect_download() as saved:
        page.locator(".save").click()
    page.locator(".file-menu summary").click()
    thigh = '[data-view="back"] [data-region="thigh_back_middle_right"]'
    page.locator(thigh).dispatch_event("click")
    go(page, "visits")
    file: FilePayload = {
        "name": saved.value.suggested_filename,
        "mimeType": "application/json",
        "buffer": Path(saved.value.path()).read_bytes(),
    }
    page.locator('input[type="file"][multiple]').set_input_files(file)
    page.locator(".visit-sentence").wait_for(timeout=WAIT_MS)


def teach(page: Page) -> None:
    """The page about anatomy, as it opens."""
    go(page, "teach")


def muscle(page: Page) -> None:
    """Chooses a muscle by its name."""
    go(page, "teach")
    search = page.locator(".teach").get_by_role("combobox").first
    search.fill("piriformis")
    page.locator(".teach").get_by_role("option").first.wait_for()
    search.press("ArrowDown")
    search.press("Enter")


def story(page: Page) -> None:
    """The second step of a muscle's story, on the whole screen."""
    muscle(page)
    page.get_by_role("button", name="Tell the story").click()
    page.locator(".teach").get_by_role("dialog").wait_for()
    page.keyboard.press("ArrowRight")


def learn(page: Page) -> None:
    """The page about pain, as it opens."""
    go(page, "learn")


def go(page: Page, name: str) -> None:
    """Opens a page of the app as its link does, and waits until it is drawn."""
    page.goto(f"{page.url.split('?')[0].rstrip('/')}/{name}")
    page.locator(f".{name}").first.wait_for(timeout=WAIT_MS)
    page.wait_for_timeout(1500)


PAGES: dict[str, Callable[[Page], None]] = {
    "start": start,
    "map": mark,
    "results": results,
    "card": card,
    "urgent": urgent,
    "teach": teach,
    "muscle": muscle,
    "story": story,
    "learn": learn,
    "handout": kept,
    "visits": visits,
}


def take(browser: Browser, address: str, name: str, size: str, theme: Theme) -> Path:
    """One page in a window of its own, as a file."""
    context = browser.new_context(
        viewport=SIZES[size], color_scheme=theme, has_touch=size == "phone"
    )
    page = context.new_page()
    page.set_default_timeout(WAIT_MS)
    page.goto(address)
    choice = page.locator('.choose-body[data-body="woman"]')
    choice.locator("svg").wait_for()
    if name != "start":
        choice.click()
        page.locator("[data-region]").first.wait_for(state="attached")
    PAGES[name](page)
    page.wait_for_timeout(800)
    path = FOLDER / f"{name}_{size}_{theme}.jpg"
    page.screenshot(path=path, type="jpeg", quality=82)
    context.close()
    return path


def main(names: list[str]) -> None:
    """Take those of some pages, or all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(LAUNCH_ARGUMENTS)
        )
        with running(ROOT / "app.py", Path(folder) / "home") as address:
            for name in names or PAGES:
                for size in SIZES:
                    for theme in THEMES:
                        print(take(browser, address, name, size, theme).relative_to(ROOT))
        browser.close()


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except subprocess.SubprocessError as error:
        sys.exit(f"the app did not start: {error}")
