"""Dates are written as the person writes them, and every visit is told from every other."""

import re
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from babel import Locale, UnknownLocaleError
from hypothesis import given
from hypothesis import strategies as st
from made import days, moments

from referral_map import load_atlas
from referral_map.sessions import Session, compare, date_locale, machine_tag, written
from referral_map.words import LANGUAGES, words_in

DAY, MOMENT = "2026-11-03", "2026-11-03T14:05:00+13:00"
tags = st.text(max_size=12) | st.from_regex(r"[a-zA-Z]{2,3}(-[a-zA-Z]{2}|-\d{3})?", fullmatch=True)
dates = days | moments


@pytest.mark.parametrize(("language", "tag", "said"), [
    ("en", "en-NZ", "3 November 2026"), ("en", "en-US", "November 3, 2026"),
    ("en", "en", "3 November 2026"), ("en", "", "3 November 2026"), ("en", None, "3 November 2026"),
    ("en", "es-MX", "3 November 2026"), ("en", "en-us", "November 3, 2026"),
    ("en", "en-Latn-US-u-hc-h23", "November 3, 2026"), ("en", "en-ZZ", "3 November 2026"),
    ("en", "x" * 200, "3 November 2026"), ("en", 7, "3 November 2026"),
    ("es", "es-AR", "3 de noviembre de 2026"), ("es", "en-US", "3 de noviembre de 2026"),
])  # fmt: skip
def test_the_territory_counts_where_the_language_is_that_of_the_page(language, tag, said):
    for visited in (DAY, MOMENT):
        assert written(visited, date_locale(language, tag)) == said


@given(st.sampled_from(sorted(LANGUAGES)), tags, dates)
def test_any_tag_gives_a_date_with_its_day_and_year(language, tag, visited):
    locale = date_locale(language, tag)
    assert locale.language == language
    day = date.fromisoformat(visited[:10])
    assert {str(day.day), str(day.year)} <= set(re.findall(r"\d+", written(visited, locale)))


@pytest.mark.parametrize(("tag", "said"), [
    ("en-NZ", "3 November 2026, 2:05\xa0pm"), ("en-US", "November 3, 2026, 2:05\xa0PM"),
    ("en-GB", "3 November 2026, 14:05"),
])  # fmt: skip
def test_a_moment_is_written_on_its_own_clock(tag, said):
    assert written(MOMENT, date_locale("en", tag), with_time=True) == said
    day = said.rpartition(",")[0]
    assert written(DAY, date_locale("en", tag), with_time=True) == day


@pytest.mark.parametrize(("environment", "tag"), [
    ({}, ""), ({"LANG": "en_NZ.UTF-8"}, "en-NZ"), ({"LC_TIME": "es_ES@euro", "LANG": "x"}, "es-ES"),
    ({"LC_ALL": "C", "LC_TIME": "en_US"}, "C"), ({"LC_ALL": "", "LC_TIME": "en_US"}, "en-US"),
])  # fmt: skip
def test_the_machine_says_its_locale_in_its_variables(environment, tag):
    assert machine_tag(environment) == tag
    date_locale("en", tag)


def test_every_territory_of_english_and_spanish_is_written_as_babel_has_it():
    seen = 0
    for language in ("en", "es"):
        for territory in map(str, Locale("en").territories):
            try:
                there = Locale(language, territory)
            except (UnknownLocaleError, ValueError):
                continue
            seen += 1
            assert date_locale(language, f"{language}-{territory}") == there
    assert seen > 100


def compared(*visited, language="en", locale="en-NZ"):
    """Empty visits of some dates, compared."""
    atlas = load_atlas(language=language)
    return compare(atlas, [Session(visited=each) for each in visited], locale)


@given(st.lists(st.none() | dates, min_size=2, max_size=8), st.sampled_from(sorted(LANGUAGES)))
def test_no_two_visits_are_called_alike(visited, language):
    found = compared(*visited, *visited[:1], language=language)
    called = [each.when for each in found.visits]
    assert len(called) >= 3
    assert len(set(called)) == len(called)


@pytest.mark.parametrize(("visited", "called"), [
    (["2026-11-03T09:00:00Z", "2026-11-03T14:05:00Z"],
     ["3 November 2026, 9:00\xa0am", "3 November 2026, 2:05\xa0pm"]),
    (["2026-11-03T09:00:00Z", "2026-11-04T09:00:00Z"], ["3 November 2026", "4 November 2026"]),
    ([DAY, DAY], ["3 November 2026 (visit 1)", "3 November 2026 (visit 2)"]),
    ([DAY, "2026-11-03T09:00:00Z"], ["3 November 2026 (visit 1)", "3 November 2026 (visit 2)"]),
    ([None, DAY], ["no date (visit 1)", "3 November 2026"]),
])  # fmt: skip
def test_visits_of_one_day_are_told_apart(visited, called):
    assert [each.when for each in compared(*visited).visits] == called


@given(st.lists(dates, min_size=2, max_size=12))
def test_the_axis_is_to_scale(visited):
    found = compared(*visited)
    at, places = [each.at or 0 for each in found.visits], found.axis.places
    assert None not in [each.at for each in found.visits]
    assert at == sorted(at)
    assert at[0] == 0
    assert list(places) == sorted(places)
    assert (places[0], places[-1]) == (0, 1)
    if at[-1]:
        assert all(abs(place - day / at[-1]) < 1e-9 for place, day in zip(places, at, strict=True))


def test_days_are_those_that_passed():
    found = compared("2026-01-01", "2026-01-02", "2026-07-01")
    assert [each.at for each in found.visits] == [0, 1, 181]
    assert found.axis.places == (0, 1 / 181, 1)
    moments_apart = compared("2026-11-01T22:00:00+13:00", "2026-11-01T21:00:00Z")
    assert [each.at for each in moments_apart.visits] == [0, 0.5]


def test_without_a_date_they_stand_one_step_apart_and_it_is_said():
    found = compared("2026-01-01", None, "2026-07-01")
    assert [each.at for each in found.visits] == [None] * 3
    assert found.axis.places == (0, 0.5, 1)
    assert [text for _, text in found.axis.labels] == ["1", "2", "3"]
    assert found.notes == (words_in("en")("compare.undated"),)
    assert "one step apart" in found.notes[0]


@given(st.lists(st.none() | dates, min_size=2, max_size=20))
def test_labels_of_the_axis_do_not_touch(visited):
    labels = compared(*visited).axis.labels
    assert 2 <= len(labels) <= 11
    assert (labels[0][0], labels[-1][0]) == (0, 1)
    wide = 0.32 if any(" " in text for _, text in labels) else 0.09
    starts = [0, *(place - wide / 2 for place, _ in labels[1:-1]), 1 - wide]
    assert all(after - before >= wide - 1e-9 for before, after in pairwise(starts))


def test_a_day_of_two_visits_has_times_on_its_axis():
    labels = compared("2026-11-03T09:00:00Z", "2026-11-03T14:05:00Z").axis.labels
    assert [text for _, text in labels] == ["9:00\xa0am", "3 Nov 2026", "2:05\xa0pm"]


def test_the_year_of_a_moment_is_that_of_its_own_clock():
    assert written("2027-01-01T00:30:00+13:00", date_locale("en")) == "1 January 2027"
    assert datetime.fromisoformat("2027-01-01T00:30:00+13:00").astimezone(UTC).year == 2026
