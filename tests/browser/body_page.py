"""The page as its user meets it: what can be clicked, and what can be read."""

import re
from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Locator, Page, expect

from referral_map import load_atlas
from referral_map.domain import MEASURED_BODY, Body
from referral_map.matching.marks import EraserMark, Mark, reached_by
from referral_map.sessions import session_of

VIEWS = ("back", "front", "right", "left", "inner_legs", "soles", "feet_tops")
"""Those of the part of the body that the map opens on."""

STORED = "referral_map.document"

# A point on the screen that lies inside a region's shape, well away from its edges, and on top.
# Looked for when what was done before is drawn, for that can move the map; nobody is quicker.
POINT_INSIDE = """async path => {
  await new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done))));
  path.scrollIntoView({ block: "center", behavior: "instant" });
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

FOCUSED = """() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return [element?.dataset?.region ?? null,
    element?.closest?.("[data-view]")?.dataset.view ?? null];
}"""

# What the map shows, beside what the document holds. An element that is read waits for nothing: the
# map draws a change before anything else happens.
SHOWN = """async map => {
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  const store = await import(loaded.find(each => each.endsWith("/document/store.js")));
  const all = (selector, of) => [...map.querySelectorAll(selector)].map(of);
  const isPressed = '[data-view] [data-region][aria-pressed="true"]';
  const pressed = all(isPressed, each => each.dataset.region);
  const byName = map.querySelector(".by-name");
  return {
    document: store.current(),
    can_undo: store.canUndo(), can_redo: store.canRedo(),
    chips: all("[data-chip]", each => each.dataset.chip),
    rubbed_out: all("[data-chip]", each => each.hasAttribute("data-rubbed-out")),
    rated: all("[data-chip] .rated", each => each.textContent),
    pressed: [...new Set(pressed)],
    ticked: byName.open ? all(".by-name input", each => each.checked).filter(Boolean).length : null,
    area: map.querySelector(".area").textContent,
    undo: !map.querySelector(".undo").disabled, redo: !map.querySelector(".redo").disabled,
    painting: map.querySelectorAll(".stroke-now, .eraser-now").length,
  };
}"""


def rubs_out(mark: Mark) -> bool:
    """Whether a mark takes away what was marked before it."""
    return isinstance(mark, EraserMark) or mark.intensity == 0


def left_of(marks: Sequence[Mark], body: Body | None) -> tuple[set[int], float]:
    """Numbers of the marks that nothing rubbed out whole, and the marked skin of a body in cm2:
    worked out apart from the page, with what lies on each point of the skin."""
    atlas = load_atlas(body=body or MEASURED_BODY)
    lying: dict[int, list[int]] = {}
    missed: set[int] = set()
    for number, mark in enumerate(marks):
        reached = reached_by(atlas, mark).tolist()
        missed |= set() if reached else {number}
        for point in reached:
            if rubs_out(mark):
                lying.pop(point, None)
            else:
                lying.setdefault(point, []).append(number)
    left = {number for numbers in lying.values() for number in numbers}
    return left | missed, float(sum(atlas.skin.area[list(lying)]))


class BodyPage:
    """The app in a browser."""

    def __init__(self, page: Page, who: Body = MEASURED_BODY) -> None:
        self.who: Body = who
        self.page = page
        self.map = page.locator(".body-map")
        self.marks = self.map.locator(".marks")
        self.chips = self.map.locator("[data-chip]")
        self.area = self.map.locator(".area")
        self.caption = self.map.locator(".caption")
        self.legend = self.map.locator(".legend")
        self.results = page.locator(".results")
        self.screen = self.results.locator(".screen")
        self.urgent = self.results.locator(".urgent")
        self.cards = self.results.locator(".card")
        self.sets = self.results.locator(".set")
        self.nerve = self.results.locator("section.nerve")

    def ready(self) -> "BodyPage":
        """Wait until the body is drawn and the results have had their say."""
        self.choose_body()
        expect(self.map.locator("[data-view]")).to_have_count(len(VIEWS))
        expect(self.map.locator(".waiting-picture:visible")).to_have_count(0, timeout=90_000)
        said = self.results.locator(":is(.empty, .screen, .found):visible")
        # The first results of a server wait for its atlas as well.
        expect(said.first).to_be_visible(timeout=90_000)
        return self

    def choose_body(self) -> None:
        """Choose a body where the map asks for one, as on a first visit."""
        shown = self.map.locator(":is([data-view], .choose-body):visible").first
        # The first visitor of a server waits while it draws the atlas.
        expect(shown).to_be_visible(timeout=90_000)
        choice = self.map.locator(f'.choose-body[data-body="{self.who}"]')
        if choice.is_visible():
            choice.click()

    def view(self, name: str) -> Locator:
        """One of the pictures."""
        return self.map.locator(f'[data-view="{name}"]')

    def picture(self, view: str) -> Locator:
        """The drawing inside a view."""
        return self.view(view).locator("svg.picture")

    def region(self, region: str, view: str) -> Locator:
        """A region's shape in a view."""
        return self.view(view).locator(f'[data-region="{region}"]')

    def point_in(self, region: str, view: str) -> tuple[float, float]:
        """Where a mouse would hit the region."""
        point = self.region(region, view).evaluate(POINT_INSIDE)
        assert point, f"{region} cannot be hit in the {view} view"
        return tuple(point)

    def click(self, region: str, view: str) -> None:
        """A real click of the mouse."""
        self.page.mouse.click(*self.point_in(region, view))

    def point_at(self, region: str, view: str) -> None:
        """Rest the mouse on a region."""
        self.page.mouse.move(*self.point_in(region, view))

    def mark_in(self, view: str, region: str) -> None:
        """Show a view where there is room for one alone, and mark a region in it."""
        turn = self.map.locator(f'[data-turn="{view}"]')
        if turn.is_visible():
            turn.click()
        self.click(region, view)

    def tap(self, region: str, view: str) -> None:
        """A touch of the finger."""
        self.page.touchscreen.tap(*self.point_in(region, view))

    def example(self, name: str) -> None:
        """Mark one of the ready-made drawings."""
        self.results.get_by_role("button", name=name).click()

    # Tools

    def take(self, tool: str) -> None:
        """Take up "region", "brush" or "eraser"."""
        self.map.locator(f'.toolbar .choice[data-choice="{tool}"]').click()
        expect(self.map).to_have_attribute("data-tool", tool)

    def press_tool(self, name: str) -> None:
        """Undo, redo, copy to the other side, clear, or zoom."""
        self.map.locator(".steps-bar").get_by_role("button", name=name).click()

    def stroke(self, start: tuple, end: tuple) -> None:
        """Drag the mouse with its button down, between two places of the window."""
        mouse = self.page.mouse
        mouse.move(*start)
        mouse.down()
        mouse.move(*end, steps=8)
        mouse.up()

    def document(self) -> dict:
        """The person's document in the browser's storage, without the storage's own count of
        erasures."""
        # It is kept after the page has shown a change.
        return self.page.evaluate(
            "async (key) => { await new Promise((done) => setTimeout(done));"
            " const stored = JSON.parse(localStorage.getItem(key));"
            " delete stored?.erasures; return stored; }",
            STORED,
        )

    def put(self, text: str) -> None:
        """Leave a document in the browser's storage, as an earlier visit would, and come back."""
        self.page.evaluate("([key, text]) => localStorage.setItem(key, text)", [STORED, text])
        self.page.reload()
        self.ready()

    def painted_cm2(self) -> int:
        """The number of cm2 the map says is marked."""
        said = self.area.text_content() or ""
        return int(re.sub(r"\D", "", said.split("cm")[0]) or 0)

    def marked(self) -> list[str]:
        """Ids of the marked regions, as the chips say."""
        return self.chips.evaluate_all("chips => chips.map(chip => chip.dataset.chip)")

    def expect_marked(self, number: int) -> None:
        """The map shows so many marks, and says how much skin that is."""
        words = re.compile(r"^[\d,.]+ cm² marked$" if number else "^Nothing marked yet$")
        # Where another window erases everything, this one asks for a body once it hears of it.
        asked = self.map.locator(".choose-body")
        expect(self.area.filter(has_text=words).or_(asked).first).to_be_attached()
        self.choose_body()
        expect(self.chips).to_have_count(number)
        expect(self.area).to_have_text(words)

    def agrees(self) -> dict[str, Any]:
        """The map shows what the document holds, in all its parts; returns what it shows."""
        self.choose_body()
        shown = self.map.evaluate(SHOWN)
        session = session_of(shown["document"])
        marks = session.marks
        left, area = left_of(marks, session.body)
        kinds = [mark.region if mark.kind == "region" else mark.kind for mark in marks]
        assert shown["chips"] == kinds
        regions = [mark.region for mark in marks if mark.kind == "region"]
        assert len(set(regions)) == len(regions), "a region is marked twice"
        seen = [mark for number, mark in enumerate(marks) if number in left]
        standing = {mark.region for mark in seen if mark.kind == "region"}
        assert set(shown["pressed"]) == standing
        assert shown["rubbed_out"] == [
            not rubs_out(mark) and number not in left for number, mark in enumerate(marks)
        ]
        rated = zip(marks, shown["rated"], shown["rubbed_out"], strict=True)
        for mark, words, rubbed_out in rated:
            if mark.kind != "eraser" and mark.intensity is not None and not rubbed_out:
                assert words.startswith(f"{mark.intensity:.0f}/10")
        if shown["ticked"] is not None:
            assert shown["ticked"] == len(standing)
        said = re.sub(r"\D", "", shown["area"].split("cm")[0])
        assert bool(said) == bool(marks), shown["area"]
        assert abs(int(said or 0) - area) <= 1, (shown["area"], area)
        assert (shown["undo"], shown["redo"]) == (shown["can_undo"], shown["can_redo"])
        assert shown["painting"] == 0
        return shown

    # Results

    def answer_none(self) -> None:
        """Answer the safety questions: nothing of it applies."""
        self.screen.locator(".done").click()
        expect(self.screen.locator(".screen-line")).to_be_visible()

    def expect_listed(self) -> None:
        """The list is there."""
        expect(self.cards.first).to_be_visible()

    def list_for(self, region: str, view: str = "back") -> "BodyPage":
        """Mark a region, answer the questions, and wait for the list."""
        self.click(region, view)
        self.answer_none()
        self.expect_listed()
        return self

    def expect_nothing_listed(self) -> None:
        """The place of the list says how to begin."""
        expect(self.cards.locator("visible=true")).to_have_count(0)
        expect(self.results.locator(".empty")).to_contain_text("Click where it hurts")

    def flag(self, id_: str) -> Locator:
        """The box of a safety question."""
        return self.screen.locator(f'.tick[data-flag="{id_}"] input')

    def listed(self) -> list[tuple[str, str]]:
        """(trigger point, side) of the cards shown, from the top."""
        pairs = self.cards.evaluate_all(
            "cards => cards.map(({dataset}) => [dataset.point, dataset.side])"
        )
        return [tuple(pair) for pair in pairs]

    def list_by(self, measure: str) -> None:
        """Choose what the list goes by."""
        self.results.get_by_role("combobox", name="List by").select_option(label=measure)

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

    def open_card(self, number: int) -> Locator:
        """Open a card, and give what is inside it."""
        card = self.cards.nth(number)
        card.locator(".card-details > summary").click()
        expect(card.locator(".parts")).to_be_visible()
        return card

    def read_how_it_works(self) -> None:
        """Open the explanation below the map."""
        self.page.get_by_text("How this works").click()
        expect(self.page.get_by_text("It is not stored")).to_be_visible()

    def focused_region(self) -> str | None:
        """Id of the region the keyboard is on."""
        return self.page.evaluate(FOCUSED)[0]

    def focused_view(self) -> str | None:
        """The view the keyboard is in."""
        return self.page.evaluate(FOCUSED)[1]
