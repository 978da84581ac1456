"""How sure each part of a point is, and how common: a word and a mark, explained in one tap."""

import pytest
from playwright.sync_api import expect
from test_marking import THIGH

from referral_map import load_atlas
from referral_map.domain import GRADES
from referral_map.words import words_in


@pytest.mark.parametrize("place", range(3))
def test_a_card_says_how_sure_each_zone_is_and_how_common_the_point(body, place):
    body.list_for(THIGH)
    point_id, _ = body.listed()[place]
    point, words = load_atlas().trigger_point(point_id), words_in("en")
    part = body.open_card(place).locator(".how-sure")
    graded = [point.how_sure.grade, point.essential.how_sure.grade]
    graded += [point.spillover.how_sure.grade] if point.spillover else []
    marks = part.locator(".grade")
    expect(marks).to_have_count(len(graded))
    for mark, grade in zip(marks.all(), graded, strict=True):
        expect(mark).to_contain_text(words(f"how_sure.grade.{grade}"))
        expect(mark).to_contain_text(words(f"how_sure.mark.{grade}"))
    common = point.involvement.how_common if point.involvement else None
    expect(part.locator("[data-common]")).to_have_text(words(f"how_common.{common or 'unknown'}"))


def test_what_the_words_mean_is_one_tap_away(body):
    body.list_for(THIGH)
    part = body.open_card(0).locator(".how-sure")
    meaning = part.get_by_text("No measurement was found")
    expect(meaning).to_be_hidden()
    part.get_by_text("What these words mean").click()
    expect(meaning).to_be_visible()
    expect(part.locator("li")).to_have_count(4)


def test_teach_says_it_too(teach):
    teach.choose("superior gemellus")
    fold = teach.root.locator(".fold-sure")
    fold.locator("summary").first.click()
    expect(fold.locator('.grade[data-grade="weak"]')).to_have_count(3)
    expect(fold.locator("[data-common]")).to_have_text("not known")


def test_teach_lists_only_patterns_that_are_sure_enough(teach):
    teach.layer.focus()
    teach.layer.press("Home")
    teach.click_on(teach.view("back").locator(f'[data-region="{THIGH}"]'))
    choice = teach.panel.locator(".sure-filter select")
    listed = teach.panel.locator("li[data-point]")
    whole = listed.count()
    grades = []
    for least in reversed(GRADES):
        choice.select_option(least)
        points = listed.evaluate_all("all => all.map(each => each.dataset.point)")
        grades.append(len(points))
        for point in points:
            grade = load_atlas().trigger_point(point).essential.how_sure.grade
            assert GRADES.index(grade) <= GRADES.index(least), point
    assert grades == sorted(grades, reverse=True)
    assert grades[0] == whole > grades[2] > 0
