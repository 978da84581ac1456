"""Learn: questions, search, the self-care guide, and words that explain themselves."""

import re
from urllib.parse import urlsplit

import pytest
from learn_page import LearnPage
from playwright.sync_api import expect
from test_accessibility import PHONE, serious_findings
from visits import erase, renew

from referral_map import load_atlas
from referral_map.words import words_in

MUSCLE = "piriformis"
SERIOUS_QUESTION = "saddle_numbness"


@pytest.fixture(scope="module")
def atlas():
    """The atlas the page is made from."""
    return load_atlas()


@pytest.fixture
def new_learn(server, chromium):
    """Open windows of one's own: `new_learn(color_scheme=...)`; none may meet an error."""
    contexts, problems = [], []

    def open_one(**options) -> LearnPage:
        context = chromium.new_context(**{"viewport": {"width": 1440, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: problems.append(str(error)))
        return LearnPage(page, server.url)

    yield open_one
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture(scope="module")
def shared_learn(server, visits):
    """One desktop window for most tests of this module."""
    return LearnPage(visits().page, server.url).open()


@pytest.fixture
def learn(shared_learn):
    """Learn on a desktop, at its start, as a new visitor finds it."""
    if not urlsplit(shared_learn.page.url).path.endswith("/learn"):
        shared_learn.page.evaluate("localStorage.clear()")
        return shared_learn.open()
    shared_learn.page.evaluate("location.hash = ''")
    renew(shared_learn.page)
    expect(shared_learn.reading.locator(".tile").first).to_be_visible()
    return shared_learn


def test_when_to_see_someone_stands_first_and_every_question_follows(learn, atlas):
    first = learn.reading.locator("[data-place-shown]").first
    expect(first).to_have_attribute("data-place-shown", "when_to_see_someone")
    tiles = learn.reading.locator(".tile")
    places = set(tiles.evaluate_all("all => all.map(each => each.dataset.place)"))
    assert places | {"when_to_see_someone"} == set(atlas.subjects)
    assert tiles.count() == len(atlas.subjects) - 1


def test_each_question_has_a_picture_of_the_map_with_something_drawn_in_it(learn, atlas):
    pictures = learn.reading.locator(".tile svg")
    expect(pictures).to_have_count(len(atlas.subjects) - 1)
    drawn = ".chosen-flesh, .essential, .spillover, .trigger-point, .nerve, .felt"
    empty = learn.reading.locator(f".tile svg:not(:has({drawn}))")
    expect(empty).to_have_count(0)


def test_every_subject_opens_with_its_paragraphs_claims_picture_and_sources(learn, atlas):
    assert len(atlas.subjects) >= 20
    for subject in atlas.subjects.values():
        learn.go(subject.question)
        expect(learn.title()).to_have_text(subject.question)
        expect(learn.title()).to_be_focused()
        expect(learn.reading.locator(".article-text > p")).to_have_count(len(subject.paragraphs))
        expect(learn.reading.locator(".said")).to_have_count(len(subject.often_said))
        caption = learn.reading.locator("figcaption")
        expect(caption).to_have_count(1)
        expect(caption).not_to_contain_text("learn.")
        cited = {
            source for each in [*subject.paragraphs, *subject.often_said] for source in each.sources
        }
        expect(learn.reading.locator(".sources li")).to_have_count(len(cited))


def test_a_claim_stands_beside_what_research_found(learn, atlas):
    subject = atlas.subjects["what_is_a_trigger_point"]
    learn.go(subject.question)
    said = learn.reading.locator(".said").first
    expect(said.locator(".claim")).to_contain_text("Often said")
    expect(said.locator(".claim")).to_contain_text(subject.often_said[0].claim)
    expect(said.locator(".found-out")).to_contain_text("What research found")
    expect(said.locator(".found-out")).to_contain_text(subject.often_said[0].what_research_found)


def test_search_tells_the_number_marks_the_words_and_leads_to_them(learn):
    learn.search("TÓXINS")
    found = learn.hits.count()
    assert found >= 3
    expect(learn.told).to_have_text(f"{found} places found")
    marks = learn.hits.locator("mark").all_text_contents()
    assert len(marks) >= found
    assert {each.lower() for each in marks} == {"toxins"}
    learn.hits.first.get_by_role("link").click()
    expect(learn.reading.locator("article mark").first).to_have_text(re.compile("^toxins$", re.I))
    expect(learn.search_field).to_have_value("")
    expect(learn.title()).to_be_focused()


def test_search_finds_muscles_by_latin_and_old_names_and_needs_all_words(learn, atlas):
    muscle = atlas.muscle(MUSCLE)
    for words in (muscle.latin, *muscle.other_names):
        learn.search(words)
        expect(learn.hits.first.get_by_role("link")).to_have_attribute("href", f"#{MUSCLE}")
    learn.search("piriformis sleep")
    both = learn.hits.count()
    learn.search("piriformis")
    expect(learn.hits).not_to_have_count(both)
    assert learn.hits.count() > both


def test_search_without_a_find_says_so_and_an_emptied_field_gives_the_page_back(learn):
    learn.search("zzzz")
    expect(learn.told).to_have_text("Nothing found")
    expect(learn.hits).to_have_count(0)
    learn.search_field.fill("")
    expect(learn.reading.locator(".tile").first).to_be_visible()
    expect(learn.told).to_be_empty()


def test_an_address_leads_straight_to_a_subject_and_back(new_learn, atlas):
    learn = new_learn().open("sleep")
    expect(learn.title()).to_have_text(atlas.subjects["sleep"].question)
    current = learn.box.locator('.contents [aria-current="page"]')
    expect(current).to_have_text(atlas.subjects["sleep"].question)
    learn.go(atlas.subjects["stress"].question)
    expect(learn.page).to_have_url(re.compile("#stress$"))
    learn.page.go_back()
    expect(learn.title()).to_have_text(atlas.subjects["sleep"].question)
    learn.reading.get_by_role("link", name="All questions").click()
    expect(learn.reading.locator(".tile").first).to_be_visible()
    expect(learn.page).to_have_url(learn.url)


def test_the_guide_leads_by_part_of_the_body_to_every_muscle(learn, atlas):
    learn.go("Self-care, muscle by muscle")
    tiles = learn.reading.locator(".tile")
    expect(tiles).to_have_count(len(atlas.muscles))
    learn.reading.get_by_role("link", name="Buttock", exact=True).click()
    expect(learn.reading.get_by_role("heading", name="Buttock")).to_be_in_viewport()
    learn.reading.get_by_role("link", name="Piriformis").click()
    care = atlas.self_care[MUSCLE]
    expect(learn.title()).to_have_text("Piriformis")
    for text in (care.self_test, care.movement, care.sets_it_off, care.stop, care.see_someone):
        expect(learn.reading).to_contain_text(text.text)
    for step in (care.massage.tool, care.massage.position, care.massage.strokes):
        expect(learn.reading.locator(".massage")).to_contain_text(step)
    expect(learn.reading.locator(".subject-picture .essential").first).to_be_visible()


def test_the_timer_counts_down_pauses_and_tells_the_end(new_learn):
    learn = new_learn()
    learn.page.clock.install()
    learn.open(MUSCLE)
    clock = learn.timer.get_by_role("timer")
    expect(clock).to_have_text("1:00")
    learn.timer.get_by_role("button", name="Start", exact=True).click()
    learn.page.clock.run_for(30_000)
    expect(clock).to_have_text("0:30")
    learn.timer.get_by_role("button", name="Pause").click()
    learn.page.clock.run_for(60_000)
    expect(clock).to_have_text("0:30")
    learn.timer.get_by_role("button", name="Start", exact=True).click()
    learn.page.clock.run_for(60_000)
    expect(clock).to_have_text("Time is up")
    expect(learn.timer.locator("[aria-live=assertive]")).to_have_text("Time is up")


def test_the_one_dose_stands_under_the_steps_with_its_sources(learn, atlas):
    learn.open(MUSCLE)
    dose = learn.reading.locator(".dose")
    expect(dose).to_contain_text(atlas.dose.text)
    expect(dose.locator(".cite")).not_to_be_empty()


def test_what_the_map_is_for_is_a_place_of_its_own(new_learn, atlas):
    learn = new_learn().open("purpose")
    expect(learn.title()).to_have_text(atlas.purpose.title)
    for part in atlas.purpose.parts:
        expect(learn.reading.get_by_role("heading", name=part.heading, exact=True)).to_be_visible()
        expect(learn.reading).to_contain_text(part.text)


def test_a_term_is_explained_by_keyboard_and_folded_by_escape(new_learn):
    learn = new_learn().open("why_pain_is_felt_elsewhere")
    term = learn.reading.get_by_role("button", name="referred pain", exact=True)
    expect(term).to_have_count(1)
    expect(term).to_have_attribute("aria-expanded", "false")
    term.focus()
    learn.page.keyboard.press("Enter")
    expect(term).to_have_attribute("aria-expanded", "true")
    expect(learn.meanings).to_have_text(re.compile("another place"))
    assert learn.meanings.get_attribute("id") == term.get_attribute("aria-controls")
    learn.page.keyboard.press("Escape")
    expect(learn.meanings).to_have_count(0)
    expect(term).to_have_attribute("aria-expanded", "false")
    expect(term).to_be_focused()


def test_each_term_is_a_button_only_where_it_stands_first(new_learn):
    learn = new_learn().open("dry_needling")
    terms = learn.terms.evaluate_all("all => all.map(each => each.dataset.term)")
    assert len(terms) >= 3
    assert len(terms) == len(set(terms))


def test_all_words_that_explain_themselves_stand_in_one_list_and_are_found(new_learn):
    learn = new_learn().open("words")
    words = words_in("en").texts
    meanings = [text for key, text in words.items() if re.fullmatch(r"terms\..*\.means", key)]
    assert len(meanings) >= 20
    expect(learn.reading.locator("dd")).to_have_count(len(meanings))
    assert sorted(learn.reading.locator("dd").all_text_contents()) == sorted(meanings)
    learn.search("cauda equina")
    expect(learn.hits.filter(has_text="bundle of nerves")).to_have_count(1)


@pytest.mark.parametrize("place", ["", "self_care", MUSCLE, "self_test_with_a_ball"])
def test_an_urgent_answer_stands_in_the_place_of_self_care(new_learn, atlas, place):
    learn = new_learn().answer(**{SERIOUS_QUESTION: "yes"}).open(place)
    flag = next(each for each in atlas.red_flags if each.id == SERIOUS_QUESTION)
    expect(learn.urgent).to_be_visible()
    expect(learn.urgent).to_contain_text("Get help now")
    expect(learn.urgent.locator(".action")).to_have_text(flag.action)
    expect(learn.reading).to_contain_text("No self-care and no list until a doctor has seen this.")
    for gone in (learn.timer, learn.reading.locator(".massage"), learn.reading.locator(".care")):
        expect(gone).to_have_count(0)
    learn.search("piriformis tennis ball")
    expect(learn.hits.locator(f'a[href="#{MUSCLE}"]')).to_have_count(0)


def test_an_answer_that_is_not_urgent_leaves_self_care(new_learn, atlas):
    soon = [each.id for each in atlas.red_flags if each.urgency == "soon"]
    assert soon
    answers = {SERIOUS_QUESTION: "no", soon[0]: "yes"}
    learn = new_learn().answer(**answers).open(MUSCLE)
    expect(learn.timer).to_be_visible()
    expect(learn.urgent).to_be_hidden()


def test_self_care_comes_back_when_the_answers_are_erased(new_learn):
    learn = new_learn().answer(**{SERIOUS_QUESTION: "yes"}).open(MUSCLE)
    expect(learn.urgent).to_be_visible()
    learn.page.locator(".file-menu summary").click()
    erase(learn.page)
    expect(learn.urgent).to_be_hidden()
    expect(learn.timer).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(new_learn, scheme):
    learn = new_learn(color_scheme=scheme).open()
    assert serious_findings(learn.page) == []
    learn.search("ball")
    assert serious_findings(learn.page) == []
    learn.open(MUSCLE)
    learn.terms.first.click()
    expect(learn.meanings).to_be_visible()
    assert serious_findings(learn.page) == []
    learn.go("Where does the sciatic nerve run?")
    assert serious_findings(learn.page) == []


def test_axe_finds_nothing_serious_beside_an_urgent_answer(new_learn):
    learn = new_learn(**PHONE).answer(**{SERIOUS_QUESTION: "yes"}).open()
    expect(learn.urgent).to_be_visible()
    assert serious_findings(learn.page) == []


@pytest.mark.parametrize("place", ["", "self_care", MUSCLE, "how_sure_is_science"])
@pytest.mark.parametrize("width", [320, 390, 1920])
def test_nothing_overflows_sideways(new_learn, place, width):
    learn = new_learn(viewport={"width": width, "height": 844}).open(place)
    wide = learn.page.evaluate("""() => {
      const main = document.querySelector('[data-testid="stMain"]');
      return main.scrollWidth - main.clientWidth;
    }""")
    assert wide <= 0
    box = learn.box.bounding_box()
    assert box["x"] + box["width"] <= width


def test_on_a_phone_a_tile_leads_to_its_answer(new_learn, atlas):
    learn = new_learn(**PHONE).open()
    expect(learn.box.locator(".contents")).to_be_hidden()
    question = atlas.subjects["heat_and_cold"].question
    learn.reading.get_by_role("link", name=question).tap()
    expect(learn.title()).to_have_text(question)
    expect(learn.title()).to_be_in_viewport()
    sizes = learn.reading.locator("a.tile, .crumbs a, .crumbs button").evaluate_all(
        "all => all.map(each => each.getBoundingClientRect().height)"
    )
    assert sizes
    assert min(sizes) >= 24
