"""Fingers on the screen, as Chromium itself makes them: Playwright only taps."""

from playwright.sync_api import Page

STEPS = 8


class Fingers:
    """One or two fingers that move together."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def _send(self, kind: str, places: list[tuple[float, float]]) -> None:
        points = [{"x": x, "y": y, "id": number} for number, (x, y) in enumerate(places)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def down(self, places: list[tuple[float, float]]) -> None:
        """Put fingers down, all at once."""
        self._send("touchStart", places)

    def one(self, kind: str, number: int, place: tuple[float, float]) -> None:
        """One finger more comes down (`touchStart`), moves (`touchMove`) or lifts (`touchEnd`)."""
        point = {"x": place[0], "y": place[1], "id": number}
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [point]})

    def up(self) -> None:
        """Lift them all."""
        self._send("touchEnd", [])

    def move(self, start: list[tuple], end: list[tuple]) -> None:
        """Put fingers down at `start`, one after the other, move them to `end` and lift them."""
        for number in range(1, len(start) + 1):
            self._send("touchStart", start[:number])
        self.slide(start, end)
        self.up()

    def slide(self, start: list[tuple], end: list[tuple]) -> None:
        """Move fingers that are down."""
        for step in range(1, STEPS + 1):
            part = step / STEPS
            self._send("touchMove", [
                (x + part * (u - x), y + part * (v - y))
                for (x, y), (u, v) in zip(start, end, strict=True)
            ])  # fmt: skip

    def spread(self, middle: tuple[float, float], before: float, after: float) -> None:
        """Pinch: two fingers this far from the middle, then that far."""
        x, y = middle
        self.move([(x, y - before), (x, y + before)], [(x, y - after), (x, y + after)])
