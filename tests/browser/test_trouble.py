"""What happens when something on the way does not work."""

from body_page import BodyPage
from playwright.sync_api import expect
from test_marking import THIGH, expect_ranking
from visits import Watch, visit

from referral_map import load_atlas

CALF = "calf_upper_right"


def test_drawings_that_do_not_arrive_can_be_asked_for_again(server, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/atlas/drawings-*.json*", lambda route: route.abort())
    page.goto(server.url)
    parts = [page.locator(".body-map"), page.locator(".results")]
    for part in parts:
        expect(part.get_by_role("alert")).to_contain_text("could not be loaded", timeout=90_000)
    expect(page.locator("[data-region]")).to_have_count(0)
    page.unroute("**/atlas/drawings-*.json*")
    for part in parts:
        part.get_by_role("button", name="Try again").click()
        expect(part.get_by_role("alert")).to_have_count(0)
    body = BodyPage(page).ready()
    expect(body.view("back").locator("[data-region]").first).to_be_attached()
    body.list_for(THIGH)
    context.close()


def test_what_is_marked_while_the_line_is_down_is_answered_when_it_is_back(body):
    body.list_for(THIGH)
    trouble = body.page.locator(".session-head .trouble")
    body.page.context.set_offline(True)
    body.click(CALF, "back")
    body.expect_marked(2)
    expect(trouble).to_contain_text("does not answer. Your marks are kept")
    kept = body.document()
    body.page.context.set_offline(False)
    expect(trouble).to_be_hidden()
    expect_ranking(body, [THIGH, CALF])
    assert body.document() == kept


def test_the_last_of_many_marks_made_while_the_line_is_down_is_answered(body):
    body.list_for(THIGH)
    body.page.context.set_offline(True)
    body.click(CALF, "back")
    # The line that tells of it stands over the map: later clicks aim at where the map is then.
    expect(body.page.locator(".session-head .trouble")).to_be_visible()
    for region in (THIGH, CALF, CALF):
        body.click(region, "back")
    body.expect_marked(1)
    body.page.context.set_offline(False)
    expect_ranking(body, [CALF])


def test_an_urgent_sign_ends_self_care_while_the_line_is_down(body):
    body.list_for(THIGH)
    now = next(each for each in load_atlas().red_flags if each.urgency == "now")
    body.page.context.set_offline(True)
    body.screen.locator(".again").click()
    body.flag(now.id).check()
    expect(body.urgent).to_contain_text(now.action)
    expect(body.cards.locator("visible=true")).to_have_count(0)
    body.page.context.set_offline(False)
    expect(body.page.locator(".session-head .trouble")).to_be_hidden()
    expect(body.urgent).to_contain_text(now.action)
    expect(body.cards.locator("visible=true")).to_have_count(0)


def test_what_was_told_of_words_stays_while_the_line_is_down(body):
    body.click(THIGH, "back")
    body.screen.locator(".later > summary").click()
    told = "Since Monday I cannot hold my urine."
    body.screen.locator("textarea").fill(told)
    now = body.urgent.locator(".alarm.now .action")
    expect(now).to_have_count(1)
    action = now.text_content()
    today = next(each for each in load_atlas().red_flags if each.urgency == "today")
    body.page.context.set_offline(True)
    body.flag(today.id).check()
    expect(body.urgent.locator(".alarm.today .action")).to_have_text(today.action)
    expect(body.urgent.locator(".alarm .action").first).to_have_text(action)
    body.page.context.set_offline(False)
    expect(body.page.locator(".session-head .trouble")).to_be_hidden()
    expect(body.urgent.locator(".alarm .action").first).to_have_text(action)


def test_an_answer_that_takes_its_time_is_said_to_be_on_its_way(server, chromium):
    context = chromium.new_context()
    body = visit(context, server, Watch()).list_for(THIGH)
    looking = body.results.locator(".looking")
    expect(looking).to_have_text("")
    waiting = []
    body.page.route("**/answer/reading", lambda route: waiting.append(route))
    body.click(CALF, "back")
    expect(looking).to_contain_text("Looking for")
    expect(body.results.get_by_role("status")).to_contain_text("Looking for")
    waiting.pop().continue_()
    expect(looking).to_have_text("")
    expect_ranking(body, [THIGH, CALF])
    context.close()


def test_a_fault_of_the_server_is_told_and_the_next_mark_is_answered(server, chromium):
    context = chromium.new_context()
    body = visit(context, server, Watch()).list_for(THIGH)
    trouble = body.page.locator(".session-head .trouble")
    body.page.route("**/answer/reading", lambda route: route.fulfill(status=500, body="no"))
    body.click(CALF, "back")
    expect(trouble).to_contain_text("does not answer")
    body.page.unroute("**/answer/reading")
    body.click(CALF, "back")
    expect(trouble).to_be_hidden()
    expect_ranking(body, [THIGH])
    context.close()


def test_the_page_says_that_the_server_is_slow_and_when_it_answers_again(body):
    body.list_for(THIGH)
    slow = body.page.locator(".notice:visible")
    waiting = []
    body.page.route("**/answer/reading", lambda route: waiting.append(route))
    body.click(CALF, "back")
    expect(slow).to_contain_text("takes longer than usual")
    body.expect_marked(2)
    waiting.pop().continue_()
    expect(slow).to_have_count(0)
    body.page.unroute("**/answer/reading")
    body.page.context.set_offline(True)
    body.click(CALF, "back")
    trouble = body.page.locator(".session-head .trouble")
    expect(trouble).to_contain_text("does not answer")
    body.page.context.set_offline(False)
    expect(body.page.locator(".said")).to_have_text("The server answers again.")
    expect(trouble).to_be_hidden()


def test_a_server_that_is_newer_than_the_page_is_told_of_and_loading_it_keeps_the_marks(open_page):
    body = open_page()
    body.click(THIGH, "back")
    body.expect_marked(1)
    newer = body.page.locator(".notice:visible")
    expect(newer).to_have_count(0)

    def from_another_version(route):
        answer = route.fetch()
        route.fulfill(response=answer, headers=answer.headers | {"referral-map-version": "later"})

    body.page.route("**/answer/reading", from_another_version)
    body.click(CALF, "back")
    expect(newer).to_contain_text("newer version of this page")
    body.page.unroute("**/answer/reading")
    newer.locator(".load-newer").click()
    body.ready().expect_marked(2)
    expect(newer).to_have_count(0)
