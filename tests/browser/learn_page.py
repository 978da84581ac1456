"""The page of questions and self-care as its reader meets it."""

import json

from playwright.sync_api import Locator, Page, expect

STORED = "referral_map.document"


class LearnPage:
    """Learn in a browser, opened at its start or at a place."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = f"{url}/learn"
        self.box = page.locator(".learn-page")
        self.reading = self.box.locator(".reading")
        self.urgent = self.box.locator(".urgent")
        self.search_field = self.box.get_by_role("searchbox")
        self.told = self.box.locator(".learn-search").get_by_role("status")
        self.hits = self.reading.locator(".hit")
        self.terms = self.reading.locator(".term")
        self.meanings = self.reading.locator(".meaning")
        self.timer = self.reading.locator(".timer")

    def open(self, place: str = "") -> "LearnPage":
        """Go to a place of the page and wait until it can be read."""
        self.page.goto(f"{self.url}{'#' if place else ''}{place}")
        # The server draws the atlas when its first visitor comes.
        expect(self.reading.get_by_role("heading").first).to_be_visible(timeout=60_000)
        return self

    def answer(self, **answers: str) -> "LearnPage":
        """Keep answers in this browser as the map does, before the page is opened."""
        document = {
            "format": "referral-map-session", "version": 2, "language": "en", "marks": [],
            "answers": answers,
        }  # fmt: skip
        self.page.add_init_script(
            f"localStorage.setItem({json.dumps(STORED)}, {json.dumps(json.dumps(document))})"
        )
        return self

    def title(self) -> Locator:
        """The heading of what is read."""
        return self.reading.get_by_role("heading", level=3).first

    def go(self, name: str) -> None:
        """Follow a link of the contents."""
        self.box.get_by_role("navigation", name="What there is to read").get_by_role(
            "link", name=name
        ).click()

    def search(self, words: str) -> None:
        """Type into the search field, and wait until it has been told what was found."""
        self.search_field.fill(words)
        expect(self.told).not_to_be_empty()
