"""The rule of the one table of urgency: no other text gives a sign of it a slower pace.

How soon to seek help for a sign stands in ``red_flags.toml``. Where another text sends its reader
for help with a pace ("see a doctor soon if ..."), the sentence is read as free text is: a sign that
its words tell of may not be more urgent than the pace. Words of paces: ``[urgency]`` in
``words/<language>/library.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..atlas import Atlas
from ..atlas.care_records import Subject
from ..atlas.languages import WRITTEN_IN, languages_of, read_language
from ..atlas.parsing import Records
from ..atlas.problems import Problems
from ..domain import URGENCIES, Urgency
from ..words import LANGUAGES, Words, words_in
from .listener import Heard, Listener, Span

_SENTENCE = re.compile(r"[^.!?]+[.!?]*")


@dataclass(frozen=True)
class Paced:
    """What a text says of seeking help: its words, and the fastest pace among them."""

    text: str
    pace: Urgency


@dataclass(frozen=True)
class TooSlow:
    """A sign that is told of at a pace slower than its own."""

    sign: str
    urgency: Urgency
    said: Paced


class PaceReader:
    """Finds, in texts of one language, the signs to which they give too slow a pace."""

    def __init__(self, atlas: Atlas, language: str) -> None:
        flags = {flag.id: flag for flag in atlas.red_flags}
        # By its frames alone: without told sentences, nothing is heard that no word says.
        self._listener = Listener(
            language, tuple(atlas.hearings), atlas.hearings[language], flags, ()
        )
        self._urgency: dict[str, Urgency] = {key: flag.urgency for key, flag in flags.items()}
        words = words_in(language)
        self._paces: dict[Urgency, re.Pattern[str]] = {
            urgency: _any_of(words, urgency) for urgency in URGENCIES
        }
        self._place_of_now = _any_of(words, "place_of_now")
        self._help = _any_of(words, "help")
        self._that = _any_of(words, "that")
        self._condition = _any_of(words, "condition")

    def too_slow(self, text: str) -> Iterator[TooSlow]:
        """Every sign of a text that has a slower pace there than in the table."""
        for said in self._paced(text):
            parts = [part for part in self._condition.split(said.text) if part.strip()]
            for part in parts:
                for sign in self._faster(self._named(part), said.pace):
                    yield TooSlow(sign, self._urgency[sign], said)

    def _paced(self, text: str) -> Iterator[Paced]:
        """The sentences that send for help with a pace.

        A pace before a colon ("Today: ...") holds for the sentences after it, and one that points
        back ("call a doctor today", "... if that is new") for the sentence before it.
        """
        heading: Urgency | None = None
        before = ""
        for match in _SENTENCE.finditer(text):
            sentence = match[0].strip()
            own = self._pace(sentence)
            if own and self._pace(sentence.partition(":")[0]) and _is_heading(sentence):
                heading = own
            pace = own or heading
            if pace and self._help.search(sentence):
                yield Paced(sentence, pace)
                if own and before and self._points_back(sentence):
                    yield Paced(f"{before} {sentence}", pace)
            before = "" if own else sentence

    def _points_back(self, sentence: str) -> bool:
        """Whether a sentence names no sign, and no condition of its own that is not "that"."""
        condition = self._condition.search(sentence)
        own = condition and not self._that.search(sentence, condition.end())
        return not own and not self._named(sentence)

    def _pace(self, text: str) -> Urgency | None:
        """The fastest pace that a text says; where no word does, an ambulance is for now."""
        for urgency, words in self._paces.items():
            if words.search(text):
                return urgency
        return "now" if self._place_of_now.search(text) else None

    def _named(self, text: str) -> Mapping[str, Heard]:
        """The signs that words of a text tell of: what is only asked of a person, because its words
        are loose or few, is no sign that advice names."""
        heard = self._listener.hear(text)[0]
        return {
            sign: each
            for sign, each in heard.items()
            if each.certainty == "sure"
            or (each.doubt is not None and _word_count(text, each.spans) > 1)
        }

    def _faster(self, named: Mapping[str, Heard], pace: Urgency) -> Iterator[str]:
        """The signs that need a faster pace, but for those that a sign of this pace explains: one
        that has their words, or is told of for sure where they are doubtful."""
        slowest = URGENCIES.index(pace)
        fitting = [
            each for sign, each in named.items() if URGENCIES.index(self._urgency[sign]) >= slowest
        ]
        spans = [span for each in fitting for span in each.spans]
        sure = any(each.certainty == "sure" for each in fitting)
        for sign, each in named.items():
            if URGENCIES.index(self._urgency[sign]) >= slowest or _within(each.spans, spans):
                continue
            if each.certainty == "sure" or not sure:
                yield sign


def no_second_pace(atlas: Atlas, problems: Problems) -> None:
    """No text sends its reader for help more slowly than the table of signs does."""
    written = atlas.original.records
    for language in (WRITTEN_IN, *filter(LANGUAGES.__contains__, languages_of(atlas.folder))):
        if language not in atlas.hearings:
            continue
        reader = PaceReader(atlas, language)
        records, folder = written, ""
        if language != WRITTEN_IN:
            records = read_language(language, atlas.folder, written, Problems(), Problems())
            folder = f"languages/{language}/"
        for file, where, text in _texts(records):
            for found in reader.too_slow(text):
                problems.add(
                    f"{folder}{file}",
                    where,
                    f"says {found.said.pace!r} of {found.sign}, which is for "
                    f"{found.urgency!r} in red_flags.toml: {found.said.text!r}",
                )


def _texts(records: Records) -> Iterator[tuple[str, str, str]]:
    """Every text that may send its reader for help: file, place and words."""
    for muscle, care in records.self_care.items():
        yield f"self_care/{muscle}.toml", "stop", care.stop.text
        yield f"self_care/{muscle}.toml", "see_someone", care.see_someone.text
    for key, subject in records.subjects.items():
        for where, text in _of_subject(subject):
            yield f"subjects/{key}.toml", where, text
    for key, nerve in records.nerves.items():
        yield f"nerves/{key}.toml", "in_plain_words", nerve.in_plain_words.text
    for key, sign in records.nerve_signs.items():
        for reading in filter(None, (sign.yes, sign.no)):
            yield "nerve_signs.toml", key, reading.text
    if records.dose:
        yield "dose.toml", "text", records.dose.text
    for part in records.purpose.parts if records.purpose else ():
        yield "purpose.toml", part.heading, part.text


def _of_subject(subject: Subject) -> Iterator[tuple[str, str]]:
    for number, paragraph in enumerate(subject.paragraphs, 1):
        yield f"paragraph {number}", paragraph.text
    for number, said in enumerate(subject.often_said, 1):
        yield f"often said {number}", said.what_research_found


def _any_of(words: Words, key: str) -> re.Pattern[str]:
    allowed = "|".join(map(re.escape, words(f"urgency.{key}").split(", ")))
    return re.compile(rf"\b(?:{allowed})\b", re.IGNORECASE)


def _is_heading(sentence: str) -> bool:
    """Whether a colon stands behind its first few words."""
    return ":" in sentence and len(sentence.partition(":")[0].split()) <= 4


def _word_count(text: str, spans: Iterable[Span]) -> int:
    return sum(len(text[start:end].split()) for start, end in spans)


def _within(spans: Iterable[Span], others: Iterable[Span]) -> bool:
    """Whether each of some spans lies inside one of some others."""
    others = tuple(others)
    return all(any(a <= start and end <= b for a, b in others) for start, end in spans)


RULES = (no_second_pace,)
