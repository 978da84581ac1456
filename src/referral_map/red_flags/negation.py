"""Which words of a text are denied: "no fever", "never had cancer", "numbness: none".

After the idea of NegEx (Chapman and others, 2001): a word that denies reaches forward until its
clause ends. In doubt a word counts as not denied: a false alarm costs a call, a missed sign far
more. ``words/free_text/`` lists for each language which words deny and which end a denial.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from .grammar import Denial
from .text import PAUSE, SENTENCE_END, Word

MOST_DENIED = 9
"""Words that one denial reaches at most."""


def denials(words: list[Word], denial: Denial) -> dict[int, set[int]]:
    """For each denied place of a text the places of the words that deny it."""
    denied_by: dict[int, set[int]] = defaultdict(set)
    for cue, reach in _each_denial(words, denial):
        for place in reach:
            denied_by[place].add(cue)
    return denied_by


def _each_denial(words: list[Word], denial: Denial) -> Iterator[tuple[int, range]]:
    """The place of every word that denies, and the places it denies."""
    for place, word in enumerate(words):
        if word.word in denial.words and _is_denial(words, place, denial):
            yield place, range(place + 1, _reach(words, place, denial))
        if word.word in denial.answers and (before := _answered(words, place, denial)):
            yield place, before


def is_denied(places: Collection[int], denied: Mapping[int, set[int]]) -> bool:
    """Whether a phrase that stands at these places is denied by a word outside it."""
    return any(denied.get(place, set()) - set(places) for place in places)


def clause_before(words: list[Word], place: int, denial: Denial) -> list[str]:
    """The words that stand before a place in its clause."""
    return [word.word for word in words[_clause_start(words, place, denial) : place]]


def _clause_start(words: list[Word], place: int, denial: Denial) -> int:
    start = place
    while start > 0 and not words[start - 1].is_break and words[start - 1].word not in denial.turns:
        start -= 1
    return start


def _is_denial(words: list[Word], place: int, denial: Denial) -> bool:
    word, following = words[place].word, [it.word for it in words[place + 1 : place + 8]]
    first = following[0] if following else ""
    if first in (PAUSE, SENTENCE_END) or first in denial.no_denial_before.get(word, frozenset()):
        return False
    if word in denial.echoes and denial.words & set(clause_before(words, place, denial)):
        return False
    feels_well = first in denial.feeling and denial.feels_well & set(following[1:2])
    if word in denial.plain_not and feels_well:
        return False
    if (after := _after_can_not(words, place, denial)) is not None:
        return after in denial.after_can_not
    # "I never had numbness like this before" reports numbness now.
    return not (
        word in denial.never and denial.first_time & set(_before(following, PAUSE, SENTENCE_END))
    )


def _after_can_not(words: list[Word], place: int, denial: Denial) -> str | None:
    """The word behind a "can not" that the denying word at this place belongs to."""
    pair = denial.can_not
    start = place - next(at for at, word in enumerate(pair) if word in denial.words)
    if start < 0 or tuple(it.word for it in words[start : start + len(pair)]) != pair:
        return None
    behind = words[start + len(pair) : start + len(pair) + 1]
    return behind[0].word if behind else ""


def _before(following: list[str], *ends: str) -> list[str]:
    """The words up to the first of these."""
    places = [at for at, word in enumerate(following) if word in ends]
    return following[: places[0]] if places else following


def _reach(words: list[Word], cue: int, denial: Denial) -> int:
    """The place where a denial ends."""
    soon = words[cue + 1 : cue + 1 + denial.that_within]
    that = any(word.word in denial.that_words for word in soon)
    last = min(len(words), cue + 1 + MOST_DENIED)
    for place in range(cue + 1, last):
        word = words[place].word
        if word == SENTENCE_END or word in denial.turns:
            return place
        if word == PAUSE:
            return _list_end(words, cue, place, denial)
        if place > cue + 1 and not that and _new_clause(words, cue, place, denial):
            return place
    return last


def _new_clause(words: list[Word], cue: int, place: int, denial: Denial) -> bool:
    """Whether a new clause begins here without a comma."""
    word, before = words[place].word, words[place - 1].word
    following = [it.word for it in words[place + 1 : place + 5]]
    if word in denial.and_words:
        plain_not = words[cue].word in denial.plain_not and not _about_having(words, cue, denial)
        return plain_not or bool(following and following[0] in denial.after_and)
    if before in denial.before_a_statement | denial.opens_a_noun:
        return False
    if word in denial.starts:
        return True
    ahead = _before(following, SENTENCE_END)[1:4]
    return word in denial.owners and bool(denial.verbs & set(ahead))


def _about_having(words: list[Word], cue: int, denial: Denial) -> bool:
    """Whether "not" denies having something ("do not have fever and chills")."""
    following = {it.word for it in words[cue + 1 : cue + 3]}
    return bool(following & denial.having)


def _list_end(words: list[Word], cue: int, pause: int, denial: Denial) -> int:
    """Where a denied list ends: "no fever, chills or weight loss" goes on over the comma.

    It does when "or" or "nor" joins the last item, or after "denies", as long as what follows is a
    bare list: no verb, no subject, no word for how something feels.
    """
    end = pause
    while end < len(words) and words[end].word == PAUSE:
        item: list[str] = []
        place = end + 1
        while place < len(words) and not words[place].is_break:
            item.append(words[place].word)
            place += 1
        if not _short_item(item, denial) or (denial.not_in_a_list | denial.turns) & set(item):
            return pause
        if denial.or_words & set(item):
            return place
        end = place
    return end if words[cue].word in denial.lists else pause


def _short_item(item: list[str], denial: Denial) -> bool:
    """Whether these may be the next item of a list, or its last two: "chills or weight loss"."""
    first = next((at for at, word in enumerate(item) if word in denial.or_words), len(item))
    return bool(item) and first <= 3 and len(item) - first <= 6


def _answered(words: list[Word], place: int, denial: Denial) -> range | None:
    """What a bare "no" or "none" answers: the words before it, as in "numbness: no"."""
    after = words[place + 1].word if place + 1 < len(words) else SENTENCE_END
    if after not in (PAUSE, SENTENCE_END) or place < 2 or words[place - 1].word != PAUSE:
        return None
    return range(_clause_start(words, place - 1, denial), place - 1)
