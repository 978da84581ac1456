"""Muscle or nerve: two columns that follow the answers, and no verdict."""

from playwright.sync_api import expect
from test_marking import THIGH

from referral_map import load_atlas
from referral_map.sessions import read, session_of


def columns(body) -> list[list[str]]:
    """The items of each column, as the page shows them."""
    rows = body.nerve.locator("tbody tr")
    return [
        rows.locator(f"td:nth-child({place}) > span:last-child").all_text_contents()
        for place in (1, 2)
    ]


def expected(body) -> list[list[str]]:
    """The same by the library."""
    nerve = read(load_atlas(), session_of(body.document())).as_dict()["nerve"]
    return [[item["text"] for item in nerve[each]] for each in ("toward_nerve", "toward_muscle")]


def expect_columns(body) -> list[list[str]]:
    """The page comes to show what the library says."""
    said = expected(body)
    cells = body.nerve.locator("tbody td:not(.none)")
    expect(cells).to_have_count(sum(map(len, said)))
    for text in (text for column in said for text in column):
        expect(body.nerve.locator("tbody")).to_contain_text(text)
    shown = columns(body)
    for shown_column, column in zip(shown, said, strict=True):
        assert len(shown_column) == len(column)
        for cell, text in zip(shown_column, column, strict=True):
            assert text in cell
    return said


def test_the_columns_follow_the_answers(body):
    body.list_for(THIGH)
    expect(body.nerve.get_by_role("columnheader")).to_have_count(2)
    before = expect_columns(body)
    body.nerve.locator(".nerve-questions > summary").click()
    questions = body.nerve.locator("[data-sign]")
    assert questions.count() >= 5
    first = questions.first
    seen = [before]
    for answer in ("yes", "no", "not_sure"):
        first.locator(f'.choice[data-choice="{answer}"]').click()
        expect(first.locator(f'[data-choice="{answer}"] input')).to_be_checked()
        sign = first.get_attribute("data-sign")
        assert body.document()["answers"][sign] == answer
        seen.append(expect_columns(body))
    assert seen[1] != seen[2]


def test_every_sign_says_how_strong_it_is_and_who_says_so(body):
    body.list_for(THIGH)
    cells = body.nerve.locator("tbody td:not(.none)")
    expect(cells.first).to_be_visible()
    for cell in cells.all():
        expect(cell.locator(".strength")).to_contain_text("sign")
        expect(cell.locator(".cite")).not_to_be_empty()
    expect(body.nerve).to_contain_text("A drawing alone hardly tells them apart")
