"""The grammar of a language for reading free text, from ``words/free_text/<code>.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from ..domain import Language
from ..words import free_text_rules

WordSet = frozenset[str]


def word_set(words: str) -> WordSet:
    """The words of a line."""
    return frozenset(words.split())


@dataclass(frozen=True)
class Grammar:
    """How a text is split into words, and the small words allowed between those of a phrase.

    accents_are_optional: whether letters are compared without acute accents and diaereses;
    spelled_out: short forms and what is read instead; joined: words in a row (each any of a set)
    and what is read instead; numbers: what number a word is; between: may stand inside
    a phrase; new_subject, and_words: after a pause, or after "and", these begin something else.
    """

    accents_are_optional: bool
    spelled_out: Mapping[str, tuple[str, ...]]
    joined: tuple[tuple[tuple[WordSet, ...], tuple[str, ...]], ...]
    between: WordSet
    new_subject: WordSet
    and_words: WordSet
    numbers: Mapping[str, float]
    denial: Denial
    standing: Standing

    def number(self, word: str) -> float | None:
        """The number that a word is, such as ``38.5``, ``38,5`` or ``six``."""
        if word[:1].isdigit():
            try:
                return float(word.replace(",", "."))
            except ValueError:
                return None
        return self.numbers.get(word)


@dataclass(frozen=True)
class Standing:
    """How a language tells of somebody else, of long ago, of what is only supposed or ruled out.

    Phrases, as those of signs. others: name somebody else, and reach to the end of the clause or to
    a word of ``self_words``; others_before: tell that what stands before them in the clause is of
    somebody else; past: tell that their clause is over; past_after: that what stands before them
    is; still: that it goes on after all; supposed: make what follows supposed only;
    ruled_out: deny the whole of their clause; unclear: leave open what their sentence tells.
    """

    others: tuple[str, ...]
    others_before: tuple[str, ...]
    self_words: WordSet
    past: tuple[str, ...]
    past_after: tuple[str, ...]
    still: tuple[str, ...]
    supposed: tuple[str, ...]
    ruled_out: tuple[str, ...]
    unclear: tuple[str, ...]

    @property
    def phrases(self) -> tuple[str, ...]:
        """All phrases."""
        lists = (self.others, self.others_before, self.past, self.past_after, self.still)
        lists = (*lists, self.supposed, self.ruled_out, self.unclear)
        return tuple(each for one in lists for each in one)


@dataclass(frozen=True)
class Denial:
    """The words of a denial.

    words: deny what follows; echoes: of these the ones that only repeat a denial before them;
    lists: deny a whole list; answers: as an answer deny what stands before ("fever: no").

    turns, starts, and any of after_and behind and_words end a denial; before_a_statement,
    opens_a_noun: do not let a new clause begin; owners: begin one when a verb of verbs follows
    soon; or_words: join the last item of a denied list; not_in_a_list: no such item.

    no_denial_before: by denying word, what may follow it without being denied; plain_not,
    feeling, feels_well: "not feeling well" denies nothing; never, first_time: "never like this
    before" neither; can_not, after_can_not: "can not" denies only before these; having: "not
    having" denies over "and"; that_words: within ``that_within`` words, deny a whole statement.
    """

    words: WordSet
    echoes: WordSet
    lists: WordSet
    answers: WordSet
    turns: WordSet
    starts: WordSet
    before_a_statement: WordSet
    verbs: WordSet
    and_words: WordSet
    after_and: WordSet
    opens_a_noun: WordSet
    owners: WordSet
    or_words: WordSet
    not_in_a_list: WordSet
    no_denial_before: Mapping[str, WordSet]
    plain_not: WordSet
    feeling: WordSet
    feels_well: WordSet
    never: WordSet
    first_time: WordSet
    can_not: tuple[str, ...]
    after_can_not: WordSet
    having: WordSet
    that_words: WordSet
    that_within: int


_LISTED = (
    "words echoes lists answers turns starts before_a_statement verbs opens_a_noun owners "
    "plain_not feeling feels_well never first_time after_can_not having"
)


@lru_cache(maxsize=32)
def grammar_of(language: Language) -> Grammar:
    """The grammar of a language. Raises UnknownName for an unknown language."""
    rules: Mapping[str, Any] = free_text_rules(language)
    phrases: Mapping[str, str] = rules["phrases"]
    spelled_out: Mapping[str, str] = rules["spelled_out"]
    joined: Mapping[str, str] = rules["joined"]
    return Grammar(
        rules["accents_are_optional"],
        {
            short: tuple(instead.split())
            for instead, forms in spelled_out.items()
            for short in forms.split()
        },
        tuple(
            (tuple(frozenset(word.split("|")) for word in row.split()), tuple(instead.split()))
            for row, instead in joined.items()
        ),
        word_set(phrases["between"]),
        word_set(phrases["new_subject"]),
        word_set(phrases["and"]),
        dict(rules["numbers"]),
        _denial(rules["denial"], rules["no_denial_before"], word_set(phrases["and"])),
        _standing(rules["standing"]),
    )


def _standing(rules: Mapping[str, Any]) -> Standing:
    lists = {name: tuple(rules[name]) for name in rules if name != "self_words"}
    return Standing(**lists, self_words=word_set(rules["self_words"]))


def _denial(
    rules: Mapping[str, Any], no_denial_before: Mapping[str, str], and_words: WordSet
) -> Denial:
    listed = {name: word_set(rules[name]) for name in _LISTED.split()}
    bare = word_set(rules["not_in_a_list"])
    return Denial(
        **listed,
        and_words=and_words,
        after_and=listed["verbs"] | word_set(rules["after_and"]),
        or_words=word_set(rules["or"]),
        not_in_a_list=bare | listed["verbs"] | listed["starts"] | listed["words"],
        no_denial_before={word: word_set(after) for word, after in no_denial_before.items()},
        can_not=tuple(rules["can_not"].split()),
        that_words=word_set(rules["that"]),
        that_within=rules["that_within"],
    )
