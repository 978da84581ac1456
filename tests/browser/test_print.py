"""Every page on paper: light, whole, one thing beside another, and nothing that can be pressed."""

import json
import re
from io import BytesIO

import pytest
from body_page import VIEWS
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from referral_map import load_atlas
from referral_map.colours import on_paper
from referral_map.domain import PAPERS, STOPPING
from referral_map.sessions import VERSION

PAGES = ("map", "teach", "learn", "handout", "visits")
WORDS = {
    "map": "What might explain it",
    "teach": "Nothing chosen yet",
    "learn": "When should I get help?",
    "handout": "Points in the handout",
    "visits": "When pain draws back",
}
MARKED = {
    "format": "referral-map-session",
    "version": VERSION,
    "language": "en",
    "marks": [{"kind": "region", "region": "thigh_back_upper_right", "intensity": 6}],
    "answers": {flag.id: "no" for flag in load_atlas().red_flags if flag.urgency in STOPPING},
    "name": "Ana",
    "clinical_note": "this is between us",
    "patient_note": "hello",
}
# Width and height of a page in points.
SIZES = {"A4": (595, 842), "Letter": (612, 792)}

DEEP = """const deep = (root) => [...root.querySelectorAll("*")].flatMap((each) =>
    [each, ...(each.shadowRoot ? deep(each.shadowRoot) : [])]);
  const all = deep(document);
  const shown = (each) => each.checkVisibility({ visibilityProperty: true })
    && each.getBoundingClientRect().width > 1;"""

CONTROLS = f"""() => {{ {DEEP}
  const names = "button:not(.term, .choose), input, select, textarea, nav, .toolbar, .timer,"
    + " .teach-tools, .notes, .by-name, .screen-questions, .nerve-questions, .contents, .keep";
  const found = all.filter((each) => each.matches(names) && shown(each));
  return found.map((each) => each.outerHTML); }}"""

COLOURS = f"""() => {{ {DEEP}
  const words = all.filter((each) => each.matches("p, h1, h2, h3, li, summary, td") && shown(each)
    && each.textContent.trim());
  return [...new Set(words.map((each) => getComputedStyle(each).color))]; }}"""

# Boxes of the lines of words that are not in one another, and overlap by more than a hair.
OVERLAPS = f"""() => {{ {DEEP}
  const boxes = all.filter((each) => each.matches("p, h1, h2, h3, h4, img, figcaption, td")
    && shown(each)).map((each) => [each, each.getBoundingClientRect()]);
  const over = ([a, p], [b, q]) => !a.contains(b) && !b.contains(a)
    && Math.min(p.right, q.right) - Math.max(p.left, q.left) > 2
    && Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top) > 2;
  const found = [];
  boxes.forEach((one, i) => boxes.slice(i + 1).forEach((other) => {{
    if (over(one, other)) found.push([one, other].map(([each]) => each.textContent.slice(0, 40)));
  }}));
  return [boxes.length, found]; }}"""

# What clips its content, and hides some of it.
CUT = f"""() => {{ {DEEP}
  return all.filter((each) => each instanceof HTMLElement && shown(each)
      && getComputedStyle(each).overflowY !== "visible" && each.scrollHeight > each.clientHeight + 2
      && !each.matches(".unseen"))
    .map((each) => each.tagName + "." + each.className); }}"""


@pytest.fixture(scope="module", params=["dark", "light"])
def printing(request, server, visits):
    """``printing(name)``: a page with a document, as it is printed in a theme."""
    shared = visits(color_scheme=request.param).page
    shared.evaluate(
        "text => localStorage.setItem('referral_map.document', text)", json.dumps(MARKED)
    )

    def open_one(name: str) -> Page:
        shared.emulate_media(media="screen", color_scheme=request.param)
        shared.goto(f"{server.url}/{'' if name == 'map' else name}")
        heading = shared.get_by_role("heading", name=WORDS[name], exact=True)
        expect(heading.first).to_be_visible(timeout=60_000)
        expect(shared.locator('[data-part="foot"] footer')).to_be_visible()
        expect(shared.get_by_test_id("stStatusWidget")).to_have_count(0)
        shared.emulate_media(media="print", color_scheme=request.param)
        return shared

    return open_one


def read(page: Page, paper: str) -> PdfReader:
    return PdfReader(BytesIO(page.pdf(format=paper, print_background=True)))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_light_and_whole_and_nothing_lies_over_anything(printing, name):
    page = printing(name)
    assert page.evaluate(CONTROLS) == []
    assert page.evaluate(CUT) == []
    count, found = page.evaluate(OVERLAPS)
    assert count > 5
    assert found == []
    colours = [tuple(map(int, re.findall(r"\d+", each)[:3])) for each in page.evaluate(COLOURS)]
    ink = on_paper("ink")
    assert tuple(int(ink[at : at + 2], 16) for at in (1, 3, 5)) in colours
    assert max(max(each) for each in colours) < 170
    for paper, size in SIZES.items():
        printed = read(page, paper)
        first = printed.pages[0].mediabox
        assert (round(first.width), round(first.height)) == pytest.approx(size, abs=1)
        text = " ".join(" ".join(each.extract_text() for each in printed.pages).split())
        squeezed = text.replace(" ", "")
        assert WORDS[name].replace(" ", "") in squeezed
        assert "CCBY-SA4.0" in squeezed
        assert "betweenus" not in squeezed


def test_the_whole_map_is_printed_though_a_part_is_looked_at(body):
    picture = body.picture("back")
    whole = picture.get_attribute("viewBox")
    body.page.get_by_role("button", name="Zoom in").click()
    expect(picture).not_to_have_attribute("viewBox", whole)
    looked_at = picture.get_attribute("viewBox")
    body.page.emulate_media(media="print")
    expect(picture).to_have_attribute("viewBox", whole)
    body.page.emulate_media(media="screen")
    expect(picture).to_have_attribute("viewBox", looked_at)
    assert body.page.locator(".body-map [data-view]").count() == len(VIEWS)


def test_the_pages_of_a_handout_are_printed_alone_and_whole(printing):
    page = printing("handout")
    page.emulate_media(media="screen")
    page.get_by_role("button", name="Look at it first").click()
    sheets = page.locator(".preview img")
    expect(sheets.first).to_be_visible(timeout=60_000)
    count = sheets.count()
    assert 1 <= count <= 2
    page.emulate_media(media="print")
    for paper in SIZES:
        printed = read(page, paper)
        assert len(printed.pages) == count
        assert "".join(each.extract_text() for each in printed.pages).strip() == ""


@pytest.mark.parametrize(
    ("locale", "usual"), [("en-US", "letter"), ("es-MX", "letter"), ("en-NZ", "a4"), ("es", "a4")]
)
def test_the_paper_is_the_usual_one_until_another_is_chosen_and_stays_chosen(
    open_page, locale, usual
):
    page = open_page(locale=locale).page
    pages = page.locator('[data-part="head"] nav a')
    pages.nth(PAGES.index("handout")).click()
    choice = page.locator(".handout .choices").first
    expect(choice.locator("input:checked")).to_have_value(usual)
    other = next(each for each in PAPERS if each != usual)
    choice.locator(f'[data-choice="{other}"]').click()
    page.locator('.handout [data-choice="svg"]').click()
    pages.nth(0).click()
    expect(page.locator(".body-map [data-view]")).to_have_count(len(VIEWS), timeout=60_000)
    pages.nth(PAGES.index("handout")).click()
    expect(page.locator(".handout .choices input:checked").first).to_have_value(other)
    expect(page.locator(".handout .choices input:checked").nth(1)).to_have_value("svg")


def test_what_cannot_be_printed_is_named_while_it_is_typed(body):
    page = body.page
    page.get_by_role("link", name="Handout").click()
    told = page.locator(".handout .unprintable")
    expect(told).to_be_hidden()
    page.get_by_label("Note for the patient").fill("漢字 \N{EGYPTIAN HIEROGLYPH A001}")
    expect(told).to_contain_text("\N{EGYPTIAN HIEROGLYPH A001}", timeout=60_000)
    expect(told).not_to_contain_text("漢")
    page.get_by_label("Note for the patient").fill("漢字")
    expect(told).to_be_hidden()
    page.get_by_label("Name", exact=True).fill("Ana \N{CUNEIFORM SIGN A}")
    expect(told).to_contain_text("\N{CUNEIFORM SIGN A}")


def test_what_is_typed_is_kept_at_once(body):
    page = body.page
    page.get_by_role("link", name="Handout").click()
    page.get_by_label("Name", exact=True).press_sequentially("Ana")
    note = page.get_by_label("Note for the patient")
    note.press_sequentially("Come back")
    # Nothing is left, and nothing is waited for.
    page.reload()
    expect(page.get_by_label("Note for the patient")).to_have_value("Come back", timeout=60_000)
    expect(page.get_by_label("Name", exact=True)).to_have_value("Ana")


def test_the_title_names_the_page_and_follows_the_language_with_it(body):
    page = body.page
    title = "Trigger point referral map"
    expect(page).to_have_title(f"Map · {title}")
    for name in ("Teach", "Learn", "Handout", "Visits"):
        page.get_by_role("link", name=name, exact=True).click()
        expect(page).to_have_title(f"{name} · {title}")
        assert page.evaluate("document.documentElement.lang") == "en"
    page.locator(".session-head select").select_option("es")
    expect(page).to_have_title("Visitas · Mapa del dolor de los puntos gatillo")
    expect(page.locator("html")).to_have_attribute("lang", "es")
