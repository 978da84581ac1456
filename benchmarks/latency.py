"""From a click to the new ranking on screen, beside the least that Streamlit can do.

Two servers run at once: the app, and a bare page with an equally large SVG component and one line
of text (parts/bare_page.py), both with `runner.postScriptGC` off. One click on the one, one on the
other, in turn, on the same regions: the drawing grows to six regions and then wanders over the
body. A time goes from the click to the first task after the frame that shows the answer.
Needs Chromium (CHROMIUM=path).

    python benchmarks/latency.py [--clicks 100]
"""

import argparse
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

from parts.servers import bare, running  # noqa: E402

from tools.ensure_browser import LAUNCH_ARGUMENTS, find_chromium  # noqa: E402

ALLOWED = 1.5
"""The app's 95th percentile over that of the bare page."""

MOST_MARKED = 6
"""A drawing has so many regions at most: then each second click takes the oldest away."""

# Waits for an attribute or a text to change, then for the frame that shows it.
WATCH = """([selector, attribute]) => {
  const find = (root) => root.querySelector(selector) ??
    [...root.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot && find(shadowRoot))
      .find(Boolean);
  const node = find(document);
  globalThis.times = [];
  let start = 0;
  let pressed = 0;
  document.addEventListener("click", (event) => { start = event.timeStamp; }, true);
  document.addEventListener("pointerdown", (event) => { pressed = event.timeStamp; }, true);
  const seen = () => requestAnimationFrame(() => setTimeout(() => {
    if (start) globalThis.times.push(performance.now() - start);
    start = 0;
  }));
  new MutationObserver(seen).observe(node, attribute
    ? { attributes: true, attributeFilter: [attribute] }
    : { characterData: true, childList: true, subtree: true });
}"""

# Clicks in the page and returns the time until the frame that shows the mark, without a server.
FEEDBACK = """(element) => new Promise((done) => {
  const start = performance.now();
  element.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start)));
})"""


def main() -> int:
    """Measure, print one table, and return 1 where the app is slower than allowed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--clicks", type=int, default=100)
    clicks = parser.parse_args().clicks
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(), args=list(LAUNCH_ARGUMENTS)
        )
        with running(ROOT / "app.py", Path(folder) / "app") as app, bare(Path(folder)) as least:
            times, feedback = measured(browser, app, least, clicks)
        browser.close()
    return report(times, feedback)


def measured(browser, app: str, least: str, clicks: int):
    """Milliseconds of each page's clicks, in turn, and of the feedback in the app."""
    pages = {}
    for name, address in (("app", app), ("bare", least)):
        pages[name] = browser.new_page(viewport={"width": 1440, "height": 1000})
        pages[name].goto(address)
    ready(pages["app"], pages["bare"])
    for region in clicked(ids(pages["bare"]), clicks + 5):
        for page in pages.values():
            click(page, region)
    times = {name: page.evaluate("globalThis.times.slice(5)") for name, page in pages.items()}
    return times, feedback_of(pages["app"])


def clicked(regions: list[str], clicks: int) -> Iterator[str]:
    """Regions in the order in which they are clicked: each is marked, and later taken away."""
    marked: list[str] = []
    fresh = cycle(regions)
    for _ in range(clicks):
        if len(marked) < MOST_MARKED:
            marked.append(next(fresh))
            yield marked[-1]
        else:
            yield marked.pop(0)


def feedback_of(app: Page) -> list[float]:
    """Milliseconds from a click to the end of the frame that shows it, without an answer of the
    server in between; the wait for the next frame is counted."""
    shape = app.locator(f'[data-region="{ids(app)[-1]}"]').first
    times = []
    for _ in range(20):
        app.wait_for_timeout(400)
        times.append(shape.evaluate(FEEDBACK))
    return times


def ready(app: Page, least: Page) -> None:
    """Both pages drawn, the safety questions answered, one region marked."""
    least.locator("[data-region]").first.wait_for(timeout=90_000)
    least.get_by_text("answer 0").wait_for()
    app.locator('.choose-body[data-body="man"]').click(timeout=90_000)
    app.locator("[data-region]").first.wait_for(timeout=90_000)
    click(app, ids(least)[-1])
    app.locator(".done").click()
    app.locator(".card").first.wait_for()
    app.mouse.move(5, 5)
    app.evaluate(WATCH, [".results-panel", "data-area"])
    least.evaluate(WATCH, ['[data-testid="stText"]', None])


def ids(page: Page) -> list[str]:
    """Regions whose middle can be clicked, each once."""
    return (
        page.locator("svg:has([data-region])")
        .first.locator("[data-region]")
        .evaluate_all("all => all.map((each) => each.dataset.region)")
    )


def click(page: Page, region: str) -> None:
    """A click on a region's shape, and the time for its answer to come."""
    before = page.evaluate("(globalThis.times ?? []).length")
    page.locator(f'[data-region="{region}"]').first.dispatch_event("click")
    page.wait_for_timeout(30)
    if page.evaluate("Boolean(globalThis.times)"):
        page.wait_for_function("before => globalThis.times.length > before", arg=before)


def report(times: dict[str, list[float]], feedback: list[float]) -> int:
    """Print the table; 1 where the app is slower than allowed."""
    print(f"{'page':6} {'clicks':>6} {'median ms':>10} {'p95 ms':>8}")
    for name, ms in times.items():
        print(f"{name:6} {len(ms):6} {np.median(ms):10.1f} {np.percentile(ms, 95):8.1f}")
    ratio = np.percentile(times["app"], 95) / np.percentile(times["bare"], 95)
    print(f"p95 of the app over the bare page: {ratio:.2f} (at most {ALLOWED})")
    middle, most = np.median(feedback), max(feedback)
    print(f"feedback in the browser: median {middle:.1f} ms, most {most:.1f} ms")
    return int(ratio > ALLOWED)


if __name__ == "__main__":
    sys.exit(main())
