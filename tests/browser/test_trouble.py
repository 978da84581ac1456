"""What happens when something on the way does not work."""

from playwright.sync_api import expect


def test_drawings_that_do_not_arrive_can_be_asked_for_again(server, chromium):
    context = chromium.new_context()
    page = context.new_page()
    page.route("**/atlas/drawings.json*", lambda route: route.abort())
    page.goto(server.url)
    expect(page.get_by_role("alert").filter(has_text="could not be loaded")).to_be_visible()
    expect(page.locator("[data-region]")).to_have_count(0)
    page.unroute("**/atlas/drawings.json*")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".body-map [data-view]")).to_have_count(5)
    expect(page.get_by_role("button", name="Under the heel, right").first).to_be_attached()
    context.close()
