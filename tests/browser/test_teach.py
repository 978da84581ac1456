"""A therapist teaches: finds a muscle, goes through the layers, tells the story, keeps notes."""

from itertools import combinations

import pytest
from body_page import VIEWS
from playwright.sync_api import expect
from teach_page import TeachPage
from test_accessibility import PHONE, serious_findings

from referral_map import load_atlas
from referral_map.domain import Body

CALF = "calf_upper_right"


def shared(one: dict, other: dict, start: str, size: str) -> float:
    """How far two boxes overlap along a direction; negative where they do not."""
    end = min(one[start] + one[size], other[start] + other[size])
    return end - max(one[start], other[start])


def in_layers(who: Body, *layers: str) -> set[str]:
    """Muscles of some layers that the back view draws."""
    atlas = load_atlas(body=who)
    drawn = atlas.computed.drawings["back"]["muscles"]
    return {each.id for each in atlas.muscles if each.layer in layers and each.id in drawn}


@pytest.mark.parametrize(("typed", "found"), [
    ("pear-shaped", "Piriformis"),
    ("PEAR shaped", "Piriformis"),
    ("musculus piriformis", "Piriformis"),
    ("píriform", "Piriformis"),
    ("ischiococcygeus", "Coccygeus"),
    ("deep cross-buttock", "Piriformis"),
    ("piriformis trp2", "Piriformis"),
])  # fmt: skip
def test_a_muscle_is_found_by_any_of_its_names(teach, typed, found):
    teach.choose(typed)
    expect(teach.heading).to_have_text(found)
    expect(teach.search).to_have_attribute("aria-expanded", "false")


def test_the_search_says_how_many_it_found_and_escape_shuts_its_list(teach):
    options = teach.find("gluteus")
    number = options.count()
    assert number >= 3
    expect(teach.root.get_by_text(f"{number} found.")).to_be_attached()
    teach.search.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    at = options.first.get_attribute("id")
    expect(teach.search).to_have_attribute("aria-activedescendant", at)
    teach.search.press("Escape")
    expect(options.first).to_be_hidden()
    teach.search.fill("no such muscle")
    expect(teach.root.get_by_text("0 found.")).to_be_attached()


def test_the_point_that_was_found_is_the_one_that_is_shown(teach):
    teach.choose("piriformis medial")
    expect(teach.panel.get_by_role("radio", name="TrP2, medial")).to_be_checked()
    expect(teach.view("back").locator(".essential")).to_have_count(1)
    expect(teach.view("back").locator(".trigger-point")).to_have_count(1)


def test_the_slider_takes_away_layer_by_layer(teach):
    teach.layer.focus()
    teach.layer.press("Home")
    assert teach.seen_muscles() == set()
    expect(teach.view("back").locator(f'[data-region="{CALF}"]')).to_be_visible()
    left = ["superficial", "intermediate", "deep"]
    while left:
        teach.layer.press("ArrowRight")
        expect(teach.view("back").locator(f'[data-region="{CALF}"]')).to_be_hidden()
        assert teach.seen_muscles() == in_layers(teach.who, *left) != set()
        left.pop(0)
    teach.layer.press("ArrowRight")
    expect(teach.layer).to_have_attribute("aria-valuetext", "Bone")
    assert teach.seen_muscles() == set()


def test_plus_and_page_keys_change_the_layer_in_the_picture(teach):
    maximus = teach.muscle("gluteus_maximus", "back")
    maximus.focus()
    told = teach.root.get_by_text("Layer: middle muscles.")
    teach.page.keyboard.press("+")
    expect(told).to_be_attached()
    expect(maximus).to_be_hidden()
    expect(teach.view("back").locator(":focus")).to_have_count(1)
    teach.page.keyboard.press("PageDown")
    expect(teach.layer).to_have_value("3")
    teach.page.keyboard.press("PageUp")
    teach.page.keyboard.press("-")
    expect(teach.layer).to_have_value("1")


def test_a_plus_in_the_notes_is_a_plus(teach):
    note = teach.root.get_by_label("Private notes", exact=True)
    note.press_sequentially("a+b-c")
    expect(note).to_have_value("a+b-c")
    expect(teach.layer).to_have_value("1")


def test_a_click_takes_the_topmost_muscle_of_the_layer(teach):
    maximus = teach.muscle("gluteus_maximus", "back")
    box = maximus.locator(".flesh").bounding_box()
    # Its middle lies over the deep muscles of the buttock.
    at = (box["x"] + box["width"] * 0.6, box["y"] + box["height"] * 0.6)
    teach.page.mouse.click(*at)
    expect(teach.heading).to_have_text("Gluteus maximus")
    expect(maximus).to_have_attribute("aria-pressed", "true")
    teach.layer.focus()
    teach.page.keyboard.press("+")
    teach.page.keyboard.press("+")
    teach.page.mouse.click(*at)
    expect(teach.heading).not_to_have_text("Gluteus maximus")


def test_the_keyboard_chooses_a_muscle(teach):
    teach.muscle("gluteus_maximus", "back").focus()
    teach.page.keyboard.press("Enter")
    expect(teach.heading).to_have_text("Gluteus maximus")
    teach.page.keyboard.press("ArrowDown")
    teach.page.keyboard.press("Enter")
    expect(teach.heading).not_to_have_text("Gluteus maximus")


def test_the_other_side_is_drawn_on_the_other_side(teach):
    teach.choose("piriformis")
    teach.root.get_by_role("radio", name="Left", exact=True).check()
    seen = teach.view("back").locator(".teach-muscle:visible")
    expect(seen.first).to_have_attribute("data-side", "left")
    sides = seen.evaluate_all("all => all.map(each => each.dataset.side)")
    assert len(sides) >= 5
    assert set(sides) == {"left"}
    teach.root.get_by_role("radio", name="Both").check()
    expect(teach.view("back").locator(".trigger-point")).to_have_count(2)


@pytest.mark.parametrize(("kind", "shape"), [
    ("nerve", "g.nerve path"), ("branches", "g.nerve path"), ("others", "g.nerve path"),
    ("dermatomes", '[data-area="s1"]'), ("fields", '[data-area="sural_nerve_field"]'),
    ("labels", ".label"),
])  # fmt: skip
def test_what_is_laid_over_the_body_goes_on_and_off(teach, kind, shape):
    boxes = teach.root.locator("[data-show]")
    for box in boxes.all():
        box.uncheck()
    drawn = teach.view("back").locator(shape)
    expect(drawn).to_have_count(0)
    teach.root.locator(f'[data-show="{kind}"]').check()
    expect(drawn.first).to_be_attached()
    teach.root.locator(f'[data-show="{kind}"]').uncheck()
    expect(drawn).to_have_count(0)


def test_names_do_not_lie_over_each_other(teach):
    for kind in ("dermatomes", "branches"):
        teach.root.locator(f'[data-show="{kind}"]').check()
    boxes = [each.bounding_box() for each in teach.view("back").locator(".label").all()]
    assert len(boxes) >= 4
    for one, other in combinations(boxes, 2):
        # Letters are set in boxes a little taller than they are.
        assert shared(one, other, "x", "width") <= 3 or shared(one, other, "y", "height") <= 4


def test_what_hurts_there_and_back(teach):
    teach.layer.focus()
    teach.layer.press("Home")
    teach.click_on(teach.view("back").locator(f'[data-region="{CALF}"]'))
    expect(teach.heading).to_have_text("What hurts there: Upper calf, right")
    listed = teach.panel.locator("[data-point]")
    points = listed.evaluate_all("all => all.map(each => [each.dataset.point, each.dataset.side])")
    assert len(points) >= 5
    assert ["soleus_2", "right"] in points[:3]
    first = listed.first.get_by_role("button")
    name = first.text_content()
    first.click()
    expect(teach.heading).to_be_focused()
    assert name.startswith(teach.heading.text_content())
    place = teach.panel.locator(f'[data-region-share="{CALF}"]')
    expect(place).to_contain_text("%")
    place.get_by_role("button").click()
    expect(teach.heading).to_have_text("What hurts there: Upper calf, right")
    teach.panel.get_by_role("button", name="Back to").click()
    assert name.startswith(teach.heading.text_content())


def test_notes_and_kept_points_survive_a_reload(server, teach):
    notes = teach.root.get_by_label("Private notes", exact=True)
    notes.fill("Worse after sitting.")
    teach.root.get_by_label("Name", exact=True).fill("A. B.")
    teach.choose("piriformis")
    teach.panel.get_by_label("Keep this point").check()
    teach.open(server)
    expect(notes).to_have_value("Worse after sitting.")
    expect(teach.root.get_by_label("Name", exact=True)).to_have_value("A. B.")
    teach.choose("piriformis")
    expect(teach.panel.get_by_label("Keep this point")).to_be_checked()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(server, open_page, scheme):
    teach = TeachPage(open_page(color_scheme=scheme).page).open(server)
    assert serious_findings(teach.page) == []
    teach.choose("piriformis")
    teach.find("glut")
    assert serious_findings(teach.page) == []
    teach.search.press("Escape")
    teach.choose("upper calf")
    assert serious_findings(teach.page) == []
    teach.choose("piriformis")
    teach.panel.get_by_role("button", name="Tell the story").click()
    teach.page.keyboard.press("End")
    assert serious_findings(teach.page) == []


TOO_WIDE = """async () => {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const main = document.querySelector('[data-testid="stMain"]') ?? document.documentElement;
  return main.scrollWidth - main.clientWidth;
}"""


def test_nothing_scrolls_sideways(server, open_page):
    teach = TeachPage(open_page(viewport={"width": 1920, "height": 900}).page).open(server)
    teach.choose("piriformis")
    expect(teach.heading).to_have_text("Piriformis")
    for width in (1920, 1440, 1024, 768, 390, 360):
        teach.page.set_viewport_size({"width": width, "height": 900})
        shown = teach.stage.locator("[data-view]:visible")
        expect(shown).to_have_count(1 if width < 600 else len(VIEWS) - 1)
        assert teach.page.evaluate(TOO_WIDE) <= 0, width
        room = teach.root.locator(".teach-body").bounding_box()
        for view in shown.all():
            box = view.bounding_box()
            assert room
            assert box
            assert room["x"] - 1 <= box["x"], width
            assert box["x"] + box["width"] <= room["x"] + room["width"] + 1, width


def test_a_phone_shows_the_view_that_was_asked_for(server, open_page):
    teach = TeachPage(open_page(**PHONE).page).open(server)
    # The body comes before what there is to set.
    expect(teach.view("back")).to_be_in_viewport()
    teach.root.locator(".shown > summary").tap()
    teach.root.get_by_role("radio", name="Soles").check()
    expect(teach.view("soles")).to_be_visible()
    expect(teach.view("back")).to_be_hidden()
    teach.root.get_by_role("radio", name="All").check()
    teach.choose("piriformis")
    expect(teach.view("back")).to_be_visible()
