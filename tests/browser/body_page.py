"""The page as its user meets it: what can be clicked, and what can be read."""

import re

from playwright.sync_api import Locator, Page, expect

VIEWS = ("back", "front", "right", "left", "soles")

# A point on the screen that lies inside a region's shape, well away from its edges, and on top.
POINT_INSIDE = """path => {
  const box = path.getBBox(), at = path.getScreenCTM(), root = path.getRootNode();
  const steps = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.1, 0.9];
  for (const up of steps) for (const along of steps) {
    const point = new DOMPoint(box.x + along * box.width, box.y + up * box.height);
    if (!path.isPointInFill(point)) continue;
    const seen = point.matrixTransform(at);
    if (root.elementFromPoint(seen.x, seen.y) === path) return [seen.x, seen.y];
  }
  return null;
}"""


class BodyPage:
    """The app in a browser."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.map = page.locator(".body-map")
        self.marks = self.map.locator(".marks")
        self.chips = self.map.locator("[data-chip]")
        self.results = page.locator(".results")
        self.cards = self.results.locator(".card")
        self.caption = self.map.locator(".caption")
        self.legend = self.map.locator(".legend")

    def ready(self) -> "BodyPage":
        """Wait until the body is drawn and the list has its say."""
        expect(self.map.locator("[data-view]")).to_have_count(len(VIEWS))
        expect(self.results.locator(".empty")).to_be_visible()
        return self

    def view(self, name: str) -> Locator:
        """One of the five pictures."""
        return self.map.locator(f'[data-view="{name}"]')

    def region(self, region: str, view: str) -> Locator:
        """A region's shape in a view."""
        return self.view(view).locator(f'[data-region="{region}"]')

    def point_in(self, region: str, view: str) -> tuple[float, float]:
        """Where a mouse would hit the region."""
        shape = self.region(region, view)
        shape.scroll_into_view_if_needed()
        point = shape.evaluate(POINT_INSIDE)
        assert point, f"{region} cannot be hit in the {view} view"
        return tuple(point)

    def click(self, region: str, view: str) -> None:
        """A real click of the mouse."""
        self.page.mouse.click(*self.point_in(region, view))

    def point_at(self, region: str, view: str) -> None:
        """Rest the mouse on a region."""
        self.page.mouse.move(*self.point_in(region, view))

    def tap(self, region: str, view: str) -> None:
        """A touch of the finger."""
        self.page.touchscreen.tap(*self.point_in(region, view))

    def marked(self) -> list[str]:
        """Ids of the marked regions, as the chips say."""
        return self.chips.evaluate_all("chips => chips.map(chip => chip.dataset.chip)")

    def expect_marked(self, number: int) -> None:
        """The map says so many regions are marked, and shows so many chips."""
        expect(self.chips).to_have_count(number)
        words = re.compile(rf"^{number} regions? marked$" if number else "^Nothing marked yet$")
        expect(self.marks.get_by_role("heading")).to_have_text(words)

    def expect_listed_for(self, regions: int) -> None:
        """The server has answered for a selection of so many regions."""
        if regions:
            expect(self.cards.first).to_be_visible()
        else:
            expect(self.cards).to_have_count(0)
            expect(self.results.locator(".empty")).to_contain_text("Click where it hurts")

    def listed(self) -> list[tuple[str, str]]:
        """(trigger point, side) of the cards shown, from the top."""
        return [
            tuple(pair)
            for pair in self.cards.evaluate_all(
                "cards => cards.map(({dataset}) => [dataset.point, dataset.side])"
            )
        ]

    def read_how_it_works(self) -> None:
        """Open the explanation below the map."""
        # Streamlit closes it again when it is opened in the middle of a run.
        app = self.page.get_by_test_id("stApp")
        expect(app).to_have_attribute("data-test-script-state", "notRunning")
        self.page.get_by_text("How this works").click()
        expect(self.page.get_by_text("It is not stored")).to_be_visible()

    def list_by(self, measure: str) -> None:
        """Choose what the list goes by, with Streamlit's own widget."""
        control = self.page.get_by_role("combobox", name="List by")
        control.focus()
        # Its menu closes when the page scrolls: let that be over first.
        self.page.wait_for_timeout(200)
        control.click()
        self.page.get_by_role("option", name=measure).click()

    def show_all(self) -> None:
        """Press `Show more` until there is no more."""
        more = self.results.locator(".more")
        while more.is_visible():
            before = self.cards.count()
            more.click()
            assert self.cards.count() > before

    def card(self, number: int) -> Locator:
        """The button of a card, counted from 0."""
        return self.cards.nth(number).locator(".choose")

    def focused_region(self) -> str | None:
        """Id of the region the keyboard is on."""
        return self.page.evaluate("""() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element?.dataset?.region ?? null;
        }""")

    def focused_view(self) -> str | None:
        """The view the keyboard is in."""
        return self.page.evaluate("""() => {
          let element = document.activeElement;
          while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
          return element?.closest?.("[data-view]")?.dataset.view ?? null;
        }""")
