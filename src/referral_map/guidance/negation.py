"""Which words of a text are denied: "no fever", "never had cancer", "numbness: none".

After the idea of NegEx (Chapman and others, 2001): a word that denies reaches forward until its
clause ends. In doubt a word counts as said: a false alarm costs a call, a missed sign far more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from .text import PAUSE, SENTENCE_END, Word, word_set

MOST_DENIED = 9
"""Words that one denial reaches at most."""

_DENIES = word_set("no not never without deny denies denied denying neither nor none")
_LISTS = word_set("deny denies denied denying")
_TURNS = word_set("but however although though except yet apart besides only because")
_STARTS = word_set("i he she there they we can now")
_BEFORE_A_STATEMENT = word_set("that if when whether while where as think thought say said")
_SUBJECTS = word_set("i my it he she his her they we the there now also")
_VERBS = word_set(
    "is are was feels feel felt has have went goes go keeps got gets slaps drops drags hurts "
    "gives gave leaks will does"
)
_OPENS_A_NOUN = word_set("in of on at with around round between from to over under when")
# What these follow is no denial of a sign: "no better", "not sure", "not only numb".
_NO_DENIAL_BEFORE = {
    "no": word_set(
        "better worse relief rest sleep doubt idea matter improvement change longer good help "
        "end wonder warning feeling sensation control position one"
    ),
    "not": word_set(
        "only just sure certain know help helping helped sleep sleeping slept better improve "
        "improved improving work working gone stop stopped stopping long well good great normal "
        "right easing eased changed settling settled same go going much until because due let"
    ),
    "never": word_set("stops stopped goes ends eases so such before better felt"),
    "without": word_set(
        "warning reason cause trying stopping relief help rest sleep wanting meaning"
    ),
}
_FEELS_WELL = word_set("well good great right myself normal")
_FIRST_TIME = word_set("before like")
_AFTER_CAN_NOT = word_set("feel find see notice say report recall remember have think")
_HAVING = word_set("have had having feel get got notice noticed any been a")
_ANSWERS = word_set("no none nil absent negative denied never nope nothing")
# A list goes on after a comma only with what a bare list may hold.
_NOT_IN_A_LIST = (
    _VERBS
    | _STARTS
    | _DENIES
    | word_set("my the it numb swollen very severe still new sudden suddenly lost losing am")
)


def denials(words: list[Word]) -> dict[int, set[int]]:
    """For each denied place of a text the places of the words that deny it."""
    found: dict[int, set[int]] = defaultdict(set)
    for cue, reach in _each_denial(words):
        for place in reach:
            found[place].add(cue)
    return found


def _each_denial(words: list[Word]) -> Iterator[tuple[int, range]]:
    """The place of every word that denies, and the places it denies."""
    for place, word in enumerate(words):
        if word.word not in _DENIES:
            continue
        if _is_denial(words, place):
            yield place, range(place + 1, _reach(words, place))
        if word.word in _ANSWERS and (before := _answered(words, place)):
            yield place, before


def is_denied(places: Collection[int], denied: Mapping[int, set[int]]) -> bool:
    """Whether a phrase that stands at these places is denied by a word outside it."""
    return any(denied.get(place, set()) - set(places) for place in places)


def clause_before(words: list[Word], place: int) -> list[str]:
    """The words that stand before a place in its clause."""
    start = place
    while start > 0 and not words[start - 1].is_break and words[start - 1].word not in _TURNS:
        start -= 1
    return [word.word for word in words[start:place]]


def _is_denial(words: list[Word], place: int) -> bool:
    word, following = words[place].word, [it.word for it in words[place + 1 : place + 8]]
    first = following[0] if following else ""
    if first in (PAUSE, SENTENCE_END) or first in _NO_DENIAL_BEFORE.get(word, frozenset()):
        return False
    if word == "not" and first == "feeling" and set(following[1:2]) & _FEELS_WELL:
        return False
    if word == "not" and place and words[place - 1].word == "can":
        return first in _AFTER_CAN_NOT
    # "I never had numbness like this before" tells of numbness now.
    return not (word == "never" and _FIRST_TIME & set(_until_break(following)))


def _until_break(following: list[str]) -> list[str]:
    ends = [at for at, word in enumerate(following) if word in (PAUSE, SENTENCE_END)]
    return following[: ends[0]] if ends else following


def _reach(words: list[Word], cue: int) -> int:
    """The place where a denial ends."""
    that = cue + 1 < len(words) and any(w.word == "that" for w in words[cue + 1 : cue + 3])
    last = min(len(words), cue + 1 + MOST_DENIED)
    for place in range(cue + 1, last):
        word = words[place].word
        if word == SENTENCE_END or word in _TURNS:
            return place
        if word == PAUSE:
            return _list_end(words, cue, place)
        if place > cue + 1 and not that and _new_clause(words, cue, place):
            return place
    return last


def _new_clause(words: list[Word], cue: int, place: int) -> bool:
    """Whether a clause of its own begins here, though no comma says so."""
    word, before = words[place].word, words[place - 1].word
    following = [it.word for it in words[place + 1 : place + 5]]
    if word == "and":
        plain_not = words[cue].word == "not" and not _about_having(words, cue)
        return plain_not or bool(following and following[0] in _SUBJECTS | _VERBS | {"no", "not"})
    if before in _BEFORE_A_STATEMENT | _OPENS_A_NOUN:
        return False
    if word in _STARTS:
        return True
    return word == "my" and bool(_VERBS & set(following[1:4]))


def _about_having(words: list[Word], cue: int) -> bool:
    """Whether "not" denies having something ("do not have fever and chills")."""
    following = {it.word for it in words[cue + 1 : cue + 3]}
    return bool(following & _HAVING)


def _list_end(words: list[Word], cue: int, pause: int) -> int:
    """Where a denied list ends: "no fever, chills or weight loss" goes on over the comma.

    It does when "or" or "nor" joins the last item, or after "denies", as long as what follows is
    a bare list: no verb, no subject, nothing that tells how something feels.
    """
    end = pause
    while end < len(words) and words[end].word == PAUSE:
        item = []
        place = end + 1
        while place < len(words) and not words[place].is_break:
            item.append(words[place].word)
            place += 1
        if not _short_item(item) or _NOT_IN_A_LIST & set(item) or _TURNS & set(item):
            return pause
        if {"or", "nor"} & set(item):
            return place
        end = place
    return end if words[cue].word in _LISTS else pause


def _short_item(item: list[str]) -> bool:
    """Whether these may be the next item of a list, or its last two: "chills or weight loss"."""
    first = next((at for at, word in enumerate(item) if word in ("or", "nor")), len(item))
    return bool(item) and first <= 3 and len(item) - first <= 6


def _answered(words: list[Word], place: int) -> range | None:
    """What a bare "no" or "none" answers: the words before it, as in "numbness: no"."""
    after = words[place + 1].word if place + 1 < len(words) else SENTENCE_END
    if after not in (PAUSE, SENTENCE_END) or place < 2 or words[place - 1].word != PAUSE:
        return None
    start = place - 1
    while start > 0 and not words[start - 1].is_break and words[start - 1].word not in _TURNS:
        start -= 1
    return range(start, place - 1)
