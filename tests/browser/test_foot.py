"""What is round the map: the way from page to page, and what stands at the foot."""

import pytest
from playwright.sync_api import expect
from test_marking import THIGH

PAGES = ("Map", "Teach", "Learn", "Handout", "Visits")

TO_THE_END = """() => {
  const main = document.querySelector('[data-testid="stMain"]');
  main.scrollTo({ top: main.scrollHeight, behavior: "instant" });
}"""


@pytest.mark.parametrize("name", PAGES)
def test_every_page_carries_the_credit_and_the_licence(still_body, name):
    page = still_body.page
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()
    expect(page.locator('[data-part="head"] nav a[aria-current="page"]')).to_have_text(name)
    # Teach has a footer of its own, in the story.
    foot = page.locator('[data-part="foot"] footer')
    for words in ("BodyParts3D", "Z-Anatomy", "CC BY-SA 4.0", "Apache-2.0"):
        expect(foot).to_contain_text(words)
    expect(foot.get_by_role("link", name="What this map is for")).to_be_visible()
    how = foot.get_by_text("How this works")
    if name == "Map":
        expect(how).to_be_visible()
    else:
        expect(how).to_be_hidden()


@pytest.mark.parametrize("name", PAGES)
def test_the_foot_leads_to_what_the_map_is_for_without_a_reload(still_body, name):
    page = still_body.page
    page.get_by_role("navigation", name="Pages").get_by_role("link", name=name, exact=True).click()
    expect(page.locator('[data-part="head"] nav a[aria-current="page"]')).to_have_text(name)
    page.evaluate("window.notReloaded = true")
    page.locator('[data-part="foot"]').get_by_role("link", name="What this map is for").click()
    title = page.locator(".learn-page .reading").get_by_role("heading", level=3).first
    expect(title).to_have_text("What this map is for")
    assert page.url.endswith("/learn#purpose")
    assert page.evaluate("window.notReloaded")


def test_the_explanation_says_that_it_does_not_diagnose(body):
    body.read_how_it_works()
    said = body.page.locator('[data-part="foot"] .how')
    expect(said).to_contain_text("It does not diagnose")
    expect(said).to_contain_text("Use it with a therapist")
    expect(said.get_by_role("listitem")).to_have_count(2)
    assert "<" not in said.text_content()


def test_the_map_stays_where_it_is_at_the_end_of_the_page(body):
    body.list_for(THIGH)
    body.page.evaluate(TO_THE_END)
    expect(body.page.locator('[data-part="foot"] footer p').last).to_be_in_viewport()
    before = body.picture("back").bounding_box()
    for listed in (False, True):
        body.region(THIGH, "back").dispatch_event("click")
        if listed:
            body.expect_listed()
        else:
            body.expect_nothing_listed()
        body.page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        assert body.picture("back").bounding_box() == before
