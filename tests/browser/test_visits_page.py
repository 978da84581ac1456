"""The page Visits: what was opened stays, bad files are named, the axis of plots is time."""

import json

import pytest
from body_page import BodyPage
from playwright.sync_api import Locator, Page, Route, expect
from test_erasing import erase_all, go_to

from referral_map.matching.marks import RegionMark
from referral_map.sessions import Session, as_text

DATES = ("2026-01-01", "2026-01-02", "2026-07-01")


@pytest.fixture
def files(tmp_path):
    """Three visits far from evenly apart."""
    paths = [tmp_path / f"{date}.json" for date in DATES]
    for path, date in zip(paths, DATES, strict=True):
        marks = (RegionMark(region="thigh_back_middle_right", intensity=5),)
        # As Windows' editor may save it.
        path.write_bytes(as_text(Session(visited=date, marks=marks)).encode("utf-16"))
    return paths


def choose(page: Page, *paths) -> None:
    """Open files on the page Visits."""
    page.locator('.visits input[type="file"]').set_input_files(paths)


def dates(page: Page) -> Locator:
    """The dates in the table."""
    return page.locator(".visit-table tbody th")


def test_what_was_opened_stays_on_another_page_and_goes_when_all_is_erased(open_page, files):
    body: BodyPage = open_page(locale="en-NZ")
    page = body.page
    go_to(body, "Visits")
    choose(page, *files)
    expect(dates(page)).to_have_text(["1 January 2026", "2 January 2026", "1 July 2026"])
    page.get_by_label("Compare with what is marked now").check()
    expect(dates(page)).to_have_count(4)
    go_to(body, "Handout")
    go_to(body, "Visits")
    expect(dates(page)).to_have_count(4)
    expect(page.locator(".visit-files li")).to_have_count(3)
    expect(page.get_by_label("Compare with what is marked now")).to_be_checked()
    go_to(body, "Handout")
    erase_all(body)
    go_to(body, "Visits")
    expect(page.locator(".visits h2")).to_be_visible()
    expect(page.locator(".visit-files li, .visit-table")).to_have_count(0)
    expect(page.get_by_label("Compare with what is marked now")).not_to_be_checked()


def test_the_axis_of_the_plots_is_time_with_dates_below(open_page, files):
    page = open_page(locale="en-NZ").page
    page.get_by_role("link", name="Visits", exact=True).click()
    choose(page, *files)
    plot = page.locator('.trend[data-measure="area"]')
    expect(plot.locator(".trend-date")).to_have_text(["1 Jan 2026", "1 Jul 2026"])
    first, second, last = (
        float(plot.locator(".trend-dot").nth(number).get_attribute("cx") or 0)
        for number in range(3)
    )
    assert (second - first) / (last - first) == pytest.approx(1 / 181, rel=0.01)


def test_a_bad_file_and_a_huge_one_are_named_and_the_others_compared(open_page, files, tmp_path):
    page = open_page(locale="en-US").page
    bad, huge = tmp_path / "bad.json", tmp_path / "huge.json"
    bad.write_bytes("{é}".encode("latin-1"))
    with huge.open("wb") as file:
        file.truncate(6_000_000)
    page.get_by_role("link", name="Visits", exact=True).click()
    choose(page, files[0], bad, huge, files[2])
    expect(dates(page)).to_have_text(["January 1, 2026", "July 1, 2026"])
    expect(page.locator(".compared")).to_contain_text('"bad.json" was left out: the session file')
    expect(page.locator(".unread")).to_contain_text("huge.json is too large")


def test_an_answer_that_comes_late_does_not_replace_a_newer_one(open_page, files):
    page = open_page(locale="en-NZ").page
    late: list[Route] = []

    def hold(route: Route) -> None:
        three = len(json.loads(route.request.post_data or "{}")["files"]) == 3
        late.append(route) if three else route.continue_()

    page.route("**/answer/compare", hold)
    page.get_by_role("link", name="Visits", exact=True).click()
    choose(page, *files)
    with page.expect_response("**/answer/compare"):
        page.get_by_role("button", name="Take 2026-01-02.json away").click()
    expect(dates(page)).to_have_text(["1 January 2026", "1 July 2026"])
    assert len(late) == 1
    with page.expect_response("**/answer/compare"):
        late[0].continue_()
    page.wait_for_timeout(300)
    expect(dates(page)).to_have_text(["1 January 2026", "1 July 2026"])
