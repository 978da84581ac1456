"""The teaching page as a therapist meets it."""

from app_server import Server
from body_page import VIEWS
from playwright.sync_api import Locator, Page, expect

from referral_map.domain import MEASURED_BODY, Body

# A point on the screen where a shape is on top of all others.
POINT_ON_TOP = """element => {
  const shape = element.querySelector(".flesh") ?? element;
  const box = shape.getBBox(), at = shape.getScreenCTM(), root = element.getRootNode();
  for (let up = 0.05; up < 1; up += 0.05) for (let along = 0.05; along < 1; along += 0.05) {
    const point = new DOMPoint(box.x + along * box.width, box.y + up * box.height);
    if (!shape.isPointInFill(point)) continue;
    const seen = point.matrixTransform(at);
    if (element.contains(root.elementFromPoint(seen.x, seen.y))) return [seen.x, seen.y];
  }
  return null;
}"""


class TeachPage:
    """The page at /teach."""

    def __init__(self, page: Page, who: Body = MEASURED_BODY) -> None:
        self.who: Body = who
        self.page = page
        self.root = page.locator(".teach")
        self.search = self.root.get_by_role("combobox").first
        self.options = self.root.get_by_role("option")
        self.stage = self.root.locator(".stage")
        self.layer = self.root.get_by_role("slider", name="Layer")
        self.panel = self.root.locator(".teach-panel")
        self.heading = self.panel.get_by_role("heading", level=2)
        self.show = self.root.get_by_role("dialog")
        self.progress = self.show.locator(".show-progress")

    def open(self, server: Server) -> "TeachPage":
        """Go there, and wait until the body is drawn."""
        self.page.goto(f"{server.url}/teach")
        return self.ready()

    def ready(self) -> "TeachPage":
        """Wait until the body is drawn."""
        expect(self.stage.locator("[data-view]")).to_have_count(len(VIEWS))
        expect(self.heading).to_be_visible()
        return self

    def find(self, typed: str) -> Locator:
        """Type into the search; the options it offers."""
        self.search.fill(typed)
        expect(self.options.first).to_be_visible()
        return self.options

    def choose(self, typed: str) -> None:
        """Find something and take the first of what is offered, by keyboard."""
        self.find(typed)
        self.search.press("ArrowDown")
        self.search.press("Enter")

    def view(self, name: str) -> Locator:
        """One of the pictures."""
        return self.stage.locator(f'[data-view="{name}"]')

    def muscle(self, muscle: str, view: str, side: str = "right") -> Locator:
        """A muscle's shape in a view."""
        return self.view(view).locator(f'[data-muscle="{muscle}"][data-side="{side}"]')

    def click_on(self, shape: Locator) -> None:
        """A real click of the mouse where the shape is on top."""
        shape.scroll_into_view_if_needed()
        at = shape.evaluate(POINT_ON_TOP)
        assert at, "nothing of the shape can be seen"
        self.page.mouse.click(*at)

    def seen_muscles(self) -> set[str]:
        """Ids of the muscles that can be seen in the back view."""
        return set(
            self.view("back")
            .locator(".teach-muscle")
            .evaluate_all(
                "all => all.filter(each => each.style.display !== 'none')"
                ".map(each => each.dataset.muscle)"
            )
        )
