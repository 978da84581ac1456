"""Whom texts are credited to: what was read, and what is known through it alone."""

import pytest

from referral_map import load_atlas
from referral_map.atlas.credit import (
    after_words,
    credit_of,
    is_weak,
    key_of,
    was_read,
    work,
    zone_citations,
    zones_credit,
)
from referral_map.words import LANGUAGES

STANDARD = "travell_simons_1993"


@pytest.fixture(scope="module", params=list(LANGUAGES))
def spoken(request):
    """The atlas in a language."""
    return load_atlas(language=request.param)


def test_each_source_is_credited_once_and_for_what_was_read(spoken):
    for point in spoken.trigger_points:
        cited = zone_citations(spoken, point.id)
        credit = credit_of(spoken, [*cited, *cited])
        named = (*credit.read, *credit.through_others)
        assert sorted(named) == sorted({key_of(each) for each in cited})
        assert all(was_read(spoken.sources[key]) for key in credit.read)
        assert not any(was_read(spoken.sources[key]) for key in credit.through_others)


def test_what_was_not_open_is_never_among_what_zones_were_drawn_from(spoken):
    drawn_from = spoken.words("figure.drawn_from", works="|").split("|")[0]
    behind = 0
    for point in spoken.trigger_points:
        said = zones_credit(spoken, zone_citations(spoken, point.id))
        credit = credit_of(spoken, zone_citations(spoken, point.id))
        assert said.startswith(drawn_from) == bool(credit.read), point.id
        after = after_words(spoken, credit)
        assert said.endswith(after)
        for key in credit.through_others:
            behind += 1
            assert work(spoken, key) not in said.removesuffix(after), point.id
            assert spoken.sources[key].authors in after
    assert behind >= 50


def test_the_standard_work_is_called_so(spoken):
    read = next(key for key, source in spoken.sources.items() if was_read(source))
    after = after_words(spoken, credit_of(spoken, [f"{STANDARD} ch. 2", read]))
    expected = {
        "en": "After the standard work (Travell JG, Simons DG 1993), read through these.",
        "es": "Según la obra de referencia (Travell JG, Simons DG 1993), "
        "a través de estas fuentes.",
    }
    assert after == expected[spoken.language]
    alone = after_words(spoken, credit_of(spoken, [STANDARD]))
    assert alone != after
    assert "Travell" in alone


def test_a_page_without_a_year_has_no_date(spoken):
    undated = [key for key, source in spoken.sources.items() if source.year is None]
    assert len(undated) > 100
    for key in spoken.sources:
        assert work(spoken, key).endswith(")")
        assert "None" not in work(spoken, key)
    said = {"en": "(no date given)", "es": "(sin fecha)"}[spoken.language]
    assert work(spoken, undated[0]).endswith(said)


def test_weak_is_what_only_practice_popular_pages_or_unread_works_say(spoken):
    def first(rank, seen=None):
        return next(
            key
            for key, source in spoken.sources.items()
            if source.rank == rank and (source.seen == seen if seen else was_read(source))
        )

    weak = [first("practice"), first("popular"), first("standard", "through_others")]
    assert is_weak(spoken, weak)
    assert is_weak(spoken, [f"{each} p. 3" for each in weak])
    for rank in ("guideline", "review", "trial", "study", "professional", "reference"):
        assert not is_weak(spoken, [first(rank)]), rank
        assert not is_weak(spoken, [*weak, first(rank)]), rank
