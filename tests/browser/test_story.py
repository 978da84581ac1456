"""What a therapist tells: the story of a muscle, and the tour along the sciatic nerve."""

from playwright.sync_api import expect
from teach_page import TeachPage

from referral_map import load_atlas

STEPS = 6


def test_the_story_runs_by_keys_from_start_to_end(teach):
    teach.choose("piriformis")
    opener = teach.panel.get_by_role("button", name="Tell the story")
    opener.click()
    titles = []
    for step in range(1, STEPS + 1):
        expect(teach.progress).to_have_text(f"{step} of {STEPS}")
        titles.append(teach.show.get_by_role("heading", level=3).text_content())
        expect(teach.show.locator(".big-picture svg .body")).to_be_visible()
        teach.page.keyboard.press("ArrowRight")
    assert len(set(titles)) == STEPS
    expect(teach.progress).to_have_text(f"{STEPS} of {STEPS}")
    expect(teach.show.get_by_role("button", name="Next")).to_be_disabled()
    teach.page.keyboard.press("Home")
    expect(teach.progress).to_have_text(f"1 of {STEPS}")
    teach.page.keyboard.press("End")
    teach.page.keyboard.press("ArrowLeft")
    expect(teach.progress).to_have_text(f"{STEPS - 1} of {STEPS}")
    teach.page.keyboard.press("Escape")
    expect(teach.show).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_story_tells_of_the_nerve_and_of_the_massage_with_sources(teach):
    teach.choose("piriformis")
    teach.panel.get_by_role("button", name="Tell the story").click()
    following = teach.show.get_by_role("button", name="Next")
    following.click()
    following.click()
    expect(teach.show.locator(".show-text")).to_contain_text("Sciatic nerve")
    expect(teach.show.locator(".big-picture .nerve")).to_have_count(1)
    teach.page.keyboard.press("End")
    expect(teach.show.locator(".show-text")).to_contain_text("tennis ball")
    assert teach.show.locator(".sources li").count() >= 2
    teach.show.get_by_role("button", name="Close").click()
    expect(teach.show).to_be_hidden()


def test_the_story_offers_no_self_care_to_somebody_with_an_urgent_sign(server, open_page):
    page = open_page().page
    page.evaluate("""() => {
      const place = "referral_map.document";
      const document = JSON.parse(localStorage.getItem(place) ?? "null") ?? {
        format: "referral-map-session", version: 2, language: "en", marks: [] };
      const answers = { saddle_numbness: "yes" };
      localStorage.setItem(place, JSON.stringify({ ...document, answers }));
    }""")
    teach = TeachPage(page).open(server)
    teach.choose("piriformis")
    teach.panel.get_by_role("button", name="Tell the story").click()
    teach.page.keyboard.press("End")
    expect(teach.show.locator(".show-text")).to_contain_text("No self-care")
    expect(teach.show.locator(".show-text")).not_to_contain_text("tennis ball")


def test_the_tour_goes_along_the_nerve_and_moves_the_picture(teach):
    teach.root.get_by_role("button", name="Tour").click()
    expect(teach.show.locator("option")).not_to_have_count(0)
    stops = teach.show.locator("option").count()
    atlas = load_atlas()
    parts = [each for each in atlas.nerves if "sciatic_nerve" in (each.id, each.part_of)]
    assert stops == len(parts) + sum(len(each.narrow_places) for each in parts)
    expect(teach.progress).to_have_text(f"1 of {stops}")
    picture = teach.show.locator(".big-picture svg")
    before = picture.get_attribute("viewBox")
    teach.page.keyboard.press("ArrowRight")
    expect(teach.show.locator(".narrow-ring")).to_be_visible()
    told = "Muscles that may press it here: Piriformis"
    expect(teach.show.locator(".show-text")).to_contain_text(told)
    expect(picture).not_to_have_attribute("viewBox", before)
    teach.page.keyboard.press("End")
    expect(teach.progress).to_have_text(f"{stops} of {stops}")
    teach.show.get_by_role("combobox").select_option(index=2)
    expect(teach.progress).to_have_text(f"3 of {stops}")
    teach.page.keyboard.press("Escape")
    expect(teach.show).to_be_hidden()
