"""What happens when something on the way does not work."""

from body_page import BodyPage
from playwright.sync_api import expect
from test_marking import THIGH, expect_ranking


def test_drawings_that_do_not_arrive_can_be_asked_for_again(server, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/atlas/drawings.json*", lambda route: route.abort())
    page.goto(server.url)
    parts = [page.locator(".body-map"), page.locator(".results")]
    for part in parts:
        expect(part.get_by_role("alert")).to_contain_text("could not be loaded", timeout=90_000)
    expect(page.locator("[data-region]")).to_have_count(0)
    page.unroute("**/atlas/drawings.json*")
    for part in parts:
        part.get_by_role("button", name="Try again").click()
        expect(part.get_by_role("alert")).to_have_count(0)
    body = BodyPage(page).ready()
    expect(body.view("back").locator("[data-region]").first).to_be_attached()
    body.list_for(THIGH)
    context.close()


def test_what_is_marked_while_the_line_is_down_is_answered_when_it_is_back(body):
    body.page.context.set_offline(True)
    body.click(THIGH, "back")
    body.expect_marked(1)
    kept = body.document()
    body.page.context.set_offline(False)
    body.page.reload()
    body.ready()
    assert body.document() == kept
    body.answer_none()
    expect_ranking(body, [THIGH])
