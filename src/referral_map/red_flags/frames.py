"""Where a text holds the frame of a sign: a place, a change, a function, in any order.

A frame is concepts joined by ``&``: all of them in one clause. ``~`` instead lets them stand in
neighbouring clauses, which is asked; ``+`` instead lets them stand anywhere in the text. ``!``
names a concept that the clause must not hold.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from .phrases import Places, Reader
from .standing import Standing
from .text import PAUSE, Word

FARTHEST = 8
"""Words between two parts of a frame in one clause, at most."""

FARTHEST_APART = 12
"""The same where the parts stand in neighbouring clauses."""

_MOST_MENTIONS = 12
"""Mentions of one concept that are combined; people write fewer."""


@dataclass(frozen=True)
class Frame:
    """The concepts of a frame, and those its clause must not hold.

    apart: whether they may stand in neighbouring clauses; anywhere: whether anywhere in a text.
    """

    concepts: tuple[str, ...]
    without: tuple[str, ...]
    apart: bool
    anywhere: bool


@dataclass(frozen=True)
class Found:
    """A frame in a text: the places of its words, in order; together: in one clause."""

    places: Places
    together: bool


def frame_of(written: str) -> Frame:
    """A frame as it is written, such as ``numb & saddle`` or ``urine & cannot & !laughing``."""
    parts = [part for part in written.split(" ") if part not in "&~+"]
    return Frame(
        tuple(part for part in parts if not part.startswith("!")),
        tuple(part[1:] for part in parts if part.startswith("!")),
        "~" in written,
        "+" in written,
    )


class Mentions:
    """Where a text mentions each concept.

    concepts: phrases by name; body: the concepts that are parts of the body.
    """

    def __init__(
        self,
        words: list[Word],
        reader: Reader,
        concepts: Mapping[str, Sequence[str]],
        body: Collection[str],
    ) -> None:
        self._words, self._reader = words, reader
        self._concepts, self._body = concepts, body
        self._found: dict[str, list[Places]] = {}
        grammar = reader.grammar
        self._list_words = grammar.between | grammar.and_words | grammar.denial.or_words | {PAUSE}
        self._masked: set[int] = set()
        self._masked_phrases: list[Places] = []

    def mask(self, phrases: Sequence[str]) -> None:
        """Takes away what stands in phrases with another meaning: "hay fever"."""
        for phrase in phrases:
            for found in self._reader.find(phrase):
                self._masked.update(range(found[0], found[-1] + 1))
                self._masked_phrases.append(found)

    @property
    def masked(self) -> list[Places]:
        """Where words with another meaning stand."""
        return self._masked_phrases

    def of(self, concept: str) -> list[Places]:
        """The places of every mention of a concept, in order."""
        if concept not in self._found:
            found = {
                places
                for phrase in self._concepts[concept]
                for places in self._reader.find(phrase)
                if not self._masked.intersection(places)
            }
            self._found[concept] = sorted(found)[:_MOST_MENTIONS]
        return self._found[concept]

    def find(self, frame: Frame, standing: Standing) -> Iterator[Found]:
        """Every way in which a frame stands in the text."""
        mentions = [self.of(concept) for concept in frame.concepts]
        if not all(mentions):
            return
        for combination in product(*mentions):
            places = tuple(sorted(place for each in combination for place in each))
            if len(set(places)) < len(places) or self._excluded(frame, places, standing):
                continue
            if frame.anywhere:
                yield Found(places, True)
                continue
            together = len({standing.clauses[place] for place in places}) == 1
            if not together and not (frame.apart and self._neighbours(places, standing)):
                continue
            farthest = FARTHEST if together else FARTHEST_APART
            if self._gap(combination) <= farthest and self._is_of_this_place(
                frame, combination, standing, together
            ):
                yield Found(places, together)

    def _excluded(self, frame: Frame, places: Places, standing: Standing) -> bool:
        clauses = {standing.clauses[place] for place in places}
        found = (each[0] for concept in frame.without for each in self.of(concept))
        return any(standing.clauses[place] in clauses for place in found)

    @staticmethod
    def _neighbours(places: Places, standing: Standing) -> bool:
        return standing.sentences[places[-1]] - standing.sentences[places[0]] <= 1

    def _gap(self, combination: Sequence[Places]) -> int:
        """Words, without pauses, in the widest gap between parts of a frame."""
        return max(
            (
                sum(not self._words[place].is_break for place in range(one[-1] + 1, two[0]))
                for one, two in pairwise(sorted(combination))
            ),
            default=0,
        )

    def _is_of_this_place(
        self, frame: Frame, combination: Sequence[Places], standing: Standing, together: bool
    ) -> bool:
        """Whether a change belongs to this part of the body and not to another beside it."""
        parts = list(zip(frame.concepts, combination, strict=True))
        bodies = [places for concept, places in parts if concept in self._body]
        changes = [places for concept, places in parts if concept not in self._body]
        if not bodies or not changes:
            return True
        taken = {place for each in combination for place in each}
        others = [
            places
            for concept in sorted(self._body)
            for places in self.of(concept)
            if not taken.intersection(places)
        ]
        if together:
            return not any(
                self._stands_between(change, other, body)
                for change in changes
                for body in bodies
                for other in others
            )
        clauses = {standing.clauses[places[0]] for places in (*changes, *bodies)}
        return not any(standing.clauses[other[0]] in clauses for other in others)

    def _stands_between(self, change: Places, other: Places, body: Places) -> bool:
        """Whether another part lies between a change and a part, and is not listed with it."""
        if not (change[-1] < other[0] <= other[-1] < body[0]) and not (
            body[-1] < other[0] <= other[-1] < change[0]
        ):
            return False
        first, second = sorted((other, body))
        between = self._words[first[-1] + 1 : second[0]]
        return not all(word.word in self._list_words for word in between)
