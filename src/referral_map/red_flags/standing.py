"""Whose, when and whether: what a text says of a sign that it mentions.

After the idea of ConText (Harkema and others, 2009): words that name somebody else, a time long ago
or a mere supposition reach over the clause they stand in. ``words/free_text/`` lists them for each
language. What is denied or ruled out counts for nothing; everything else that does not stand
plainly is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Literal, TypeAlias

from .grammar import Grammar
from .negation import denials, is_denied
from .phrases import Places, Reader
from .text import SENTENCE_END, Word

Doubt: TypeAlias = Literal["somebody_else", "long_ago", "supposed", "unclear", "apart", "like"]
"""Why a sign is asked and not taken as told; ``unclear``: its sentence also speaks of somebody
else, of long ago or of what is supposed; ``apart``: its words stand apart from each other;
``like``: no words of it stand there, but the sentence is like those of people who have it."""


class Standing:
    """What the small words of a text say of each of its places."""

    def __init__(self, text: str, words: list[Word], reader: Reader, grammar: Grammar) -> None:
        self._words, self._grammar = words, grammar
        self.clauses, self.sentences = _clauses(words, grammar)
        self._denied = denials(words, grammar.denial)
        cues = grammar.standing
        self._others = self._reach_forward(reader, cues.others, stop=True)
        self._others |= self._reach_back(reader, cues.others_before)
        self._supposed = self._reach_forward(reader, cues.supposed, stop=False)
        self._supposed |= self._asked_in(text)
        still = {self.sentences[found[0]] for found in _all(reader, cues.still)}
        over = self._around(reader, cues.past) | self._reach_back(reader, cues.past_after)
        self._past = {place for place in over if self.sentences[place] not in still}
        self._ruled_out = self._around(reader, cues.ruled_out)
        elsewhere = self._others | self._supposed | self._ruled_out
        elsewhere |= {found[0] for found in _all(reader, cues.unclear)}
        # What counts for ever is no less clear for being told of a time long ago.
        self._unclear_for_ever = {self.sentences[place] for place in elsewhere}
        self._unclear = self._unclear_for_ever | {self.sentences[place] for place in self._past}

    def is_denied(self, places: Collection[int], lasting: bool) -> bool:
        """Whether words at these places are denied by others, or ruled out.

        lasting: whether what happened once counts for ever, as a cancer does: a clear scan rules
        out what is now, and not that it was.
        """
        ruled_out = not lasting and any(place in self._ruled_out for place in places)
        return ruled_out or is_denied(places, self._denied)

    def denied_by(self, places: Collection[int]) -> set[int]:
        """The places of the words that deny these."""
        cues = {cue for place in places for cue in self._denied.get(place, ())}
        return cues - set(places)

    def doubt(self, places: Collection[int], lasting: bool) -> Doubt | None:
        """Why words at these places do not tell of the person now; None where they do."""
        if any(place in self._others for place in places):
            return "somebody_else"
        if any(place in self._supposed for place in places):
            return "supposed"
        if any(place in self._ruled_out for place in places):
            return "supposed"
        if not lasting and any(place in self._past for place in places):
            return "long_ago"
        unclear = self._unclear_for_ever if lasting else self._unclear
        if any(self.sentences[place] in unclear for place in places):
            return "unclear"
        return None

    def _asked_in(self, text: str) -> set[int]:
        """Places of questions that hold no word of the writer's own: "can massage give clots?"."""
        own = self._grammar.standing.self_words
        asked: set[int] = set()
        start = 0
        for place, word in enumerate(self._words):
            if not word.is_break:
                continue
            if text[word.start : word.end] == "?":
                places = range(start, place)
                if not any(self._words[each].word in own for each in places):
                    asked.update(places)
            if word.word == SENTENCE_END or text[word.start : word.end] == "?":
                start = place + 1
        return asked

    def _reach_forward(self, reader: Reader, phrases: Iterable[str], *, stop: bool) -> set[int]:
        """Places from a phrase to the end of its clause, or to a word of the writer's own."""
        own = self._grammar.standing.self_words
        reached: set[int] = set()
        for found in _all(reader, phrases):
            clause = self.clauses[found[-1]]
            for place in range(found[0], len(self._words)):
                if self.clauses[place] != clause and place > found[-1]:
                    break
                if stop and place > found[-1] and self._words[place].word in own:
                    break
                reached.add(place)
        return reached

    def _reach_back(self, reader: Reader, phrases: Iterable[str]) -> set[int]:
        """Places of the sentence that stand before a phrase."""
        reached: set[int] = set()
        for found in _all(reader, phrases):
            place = found[-1]
            while place >= 0 and self.sentences[place] == self.sentences[found[0]]:
                reached.add(place)
                place -= 1
        return reached

    def _around(self, reader: Reader, phrases: Iterable[str]) -> set[int]:
        """Places of the clauses that hold a phrase."""
        held = {self.clauses[found[0]] for found in _all(reader, phrases)}
        return {place for place, clause in enumerate(self.clauses) if clause in held}


def _all(reader: Reader, phrases: Iterable[str]) -> list[Places]:
    return [found for phrase in phrases for found in reader.find(phrase)]


def _clauses(words: list[Word], grammar: Grammar) -> tuple[list[int], list[int]]:
    """For each place the number of its clause and of its sentence.

    A clause ends with the sentence, at a word such as "but", and at a pause or an "and" behind
    which something else begins to be told.
    """
    clauses: list[int] = []
    sentences: list[int] = []
    clause = sentence = 0
    for place, word in enumerate(words):
        following = words[place + 1].word if place + 1 < len(words) else ""
        if word.word == SENTENCE_END:
            clause, sentence = clause + 1, sentence + 1
        elif word.word in grammar.denial.turns or (
            (word.is_break or word.word in grammar.and_words) and following in grammar.new_subject
        ):
            clause += 1
        clauses.append(clause)
        sentences.append(sentence)
    return clauses, sentences
