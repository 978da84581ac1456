"""Going to another page and back, or loading the page again, loses nothing of how it looked."""

import pytest
from body_page import BodyPage
from playwright.sync_api import expect
from teach_page import TeachPage
from test_marking import THIGH
from visits import erase

SCROLLED = '[data-testid="stMain"]'


def go(body: BodyPage, page: str) -> None:
    link = body.page.get_by_role("link", name=page, exact=True)
    # Pressed without scrolling up to it first, which a click would do.
    link.evaluate("link => link.click()")
    expect(link).to_have_attribute("aria-current", "page")


def leave_and_come_back(body: BodyPage, page: str) -> None:
    go(body, "Handout")
    expect(body.page.locator(".handout h2")).to_be_visible()
    go(body, page)


def load_again(body: BodyPage, _page: str) -> None:
    body.page.reload()


def scroll(body: BodyPage, to: int | None = None) -> int:
    """How far the page is scrolled; with `to`, after scrolling there."""
    return body.page.evaluate(
        """async ([main, to]) => {
          const element = document.querySelector(main);
          if (to !== null) element.scrollTop = to;
          await new Promise(done => setTimeout(done, 150));
          return element.scrollTop;
        }""",
        [SCROLLED, to],
    )


def expect_scrolled(body: BodyPage, to: int) -> None:
    body.page.wait_for_function(
        "([main, to]) => Math.abs(document.querySelector(main).scrollTop - to) < 3",
        arg=[SCROLLED, to],
    )


WAYS = pytest.mark.parametrize("way", [leave_and_come_back, load_again])


@WAYS
def test_the_map_looks_as_it_was_left(open_page, way):
    body = open_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    body.take("brush")
    body.map.get_by_role("slider", name="Width").fill("7")
    body.map.locator('[data-turn="front"]').click()
    body.press_tool("Zoom in")
    zoomed = body.picture("front").get_attribute("viewBox")
    body.map.locator(".by-name > summary").click()
    there = scroll(body, 300)
    assert there == 300
    way(body, "Map")
    body.ready()
    expect(body.map).to_have_attribute("data-tool", "brush")
    expect(body.map.get_by_role("slider", name="Width")).to_have_value("7")
    expect(body.view("front")).to_have_attribute("data-current", "")
    expect(body.picture("front")).to_have_attribute("viewBox", zoomed)
    expect(body.map.locator(".by-name")).to_have_attribute("open", "")
    expect_scrolled(body, 300)


@WAYS
def test_the_list_looks_as_it_was_left(open_page, way):
    body = open_page(reduced_motion="reduce")
    body.list_for("low_back_lower_right")
    body.results.locator(".more").click()
    body.list_by("How much of its pattern I feel")
    shown = body.listed()
    assert len(shown) > 8
    body.open_card(1)
    body.open_card(2)
    body.card(4).click()
    body.nerve.locator(".nerve-questions > summary").click()
    # Under the mouse a card is shown in place of the chosen one.
    body.page.mouse.move(5, 5)
    expect(body.legend.locator(".legend-title")).to_contain_text(body.card(4).inner_text())
    chosen = body.legend.locator(".legend-title").inner_text()
    there = scroll(body, 700)
    way(body, "Map")
    body.ready()
    body.expect_listed()
    assert body.listed() == shown
    for number in (1, 2):
        expect(body.cards.nth(number).locator(".parts")).to_be_visible()
    expect(body.cards.locator(".card-details[open]")).to_have_count(2)
    expect(body.card(4)).to_have_attribute("aria-pressed", "true")
    expect(body.legend.locator(".legend-title")).to_have_text(chosen)
    expect(body.nerve.locator(".nerve-questions")).to_have_attribute("open", "")
    expect(body.results.get_by_role("combobox", name="List by")).to_have_value("fit")
    expect_scrolled(body, there)


@WAYS
def test_teach_looks_as_it_was_left(open_page, way):
    body = open_page(reduced_motion="reduce")
    go(body, "Teach")
    teach = TeachPage(body.page).ready()
    teach.choose("soleus")
    teach.layer.fill("3")
    teach.root.locator('.controls [data-choice="both"]').click()
    teach.root.locator('.view-choice [data-choice="back"]').click()
    teach.root.locator('[data-show="dermatomes"]').check()
    teach.stage.locator(".zoom button").first.click()
    zoomed = teach.view("back").locator("svg.picture").get_attribute("viewBox")
    teach.panel.locator(".fold-facts > summary").click()
    name = teach.heading.inner_text()
    way(body, "Teach")
    teach.ready()
    expect(teach.heading).to_have_text(name)
    expect(teach.layer).to_have_value("3")
    expect(teach.root.locator('.controls [data-choice="both"] input')).to_be_checked()
    expect(teach.root.locator('.view-choice [data-choice="back"] input')).to_be_checked()
    expect(teach.root.locator('[data-show="dermatomes"]')).to_be_checked()
    expect(teach.view("back").locator("svg.picture")).to_have_attribute("viewBox", zoomed)
    expect(teach.panel.locator(".fold-facts")).to_have_attribute("open", "")


def test_a_story_goes_on_at_its_step_after_the_page_is_loaded_again(open_page):
    body = open_page(reduced_motion="reduce")
    go(body, "Teach")
    teach = TeachPage(body.page).ready()
    teach.choose("soleus")
    teach.panel.locator(".story-door").click()
    teach.show.locator(".show-next").click()
    teach.show.locator(".show-next").click()
    expect(teach.progress).to_contain_text("3")
    told = teach.progress.inner_text()
    body.page.reload()
    expect(teach.show).to_be_visible()
    expect(teach.progress).to_have_text(told)
    teach.show.locator(".show-close").click()
    expect(teach.show).to_be_hidden()
    body.page.reload()
    teach.ready()
    expect(teach.show).to_be_hidden()


@WAYS
def test_learn_is_open_at_its_article_and_as_far_down(open_page, way):
    body = open_page(reduced_motion="reduce")
    go(body, "Learn")
    learn = body.page.locator(".learn-page")
    learn.locator(".contents a").nth(3).click()
    title = learn.locator(".reading h3").first
    name = title.inner_text()
    there = scroll(body, 260)
    way(body, "Learn")
    expect(title).to_have_text(name)
    expect_scrolled(body, there)
    # The words that are searched for, too.
    learn.get_by_role("searchbox").fill("calf")
    hits = learn.locator(".hit")
    expect(hits.first).to_be_visible()
    found = hits.count()
    way(body, "Learn")
    expect(learn.get_by_role("searchbox")).to_have_value("calf")
    expect(hits).to_have_count(found)


def test_another_page_is_opened_at_its_top(open_page):
    body = open_page(viewport={"width": 1000, "height": 600}, reduced_motion="reduce")
    body.list_for(THIGH)
    assert scroll(body, 700) > 500
    go(body, "Learn")
    expect(body.page.locator(".learn-page .reading h3").first).to_be_visible()
    expect_scrolled(body, 0)


def test_with_the_person_it_is_forgotten_how_the_pages_looked(open_page):
    body = open_page(reduced_motion="reduce")
    body.list_for(THIGH)
    body.open_card(0)
    body.press_tool("Zoom in")
    go(body, "Teach")
    teach = TeachPage(body.page).ready()
    teach.choose("soleus")
    body.page.locator(".file-menu summary").click()
    erase(body.page)
    teach.ready()
    expect(teach.heading).not_to_contain_text("Soleus")
    go(body, "Map")
    body.ready()
    expect(body.legend).to_be_hidden()
    expect(body.picture("back")).not_to_have_class("picture zoomed")
    assert "soleus" not in body.page.evaluate("JSON.stringify(sessionStorage)")
