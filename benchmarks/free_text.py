"""How well danger is heard in what people write; prints one table a set of sentences.

    python benchmarks/free_text.py [SET.tsv ...] [--wrong] [--write]

A set has the columns language, urgency and text. Without one, those of free_text/ are measured:
``held_out.tsv``, on which nothing was tuned, and ``tune.tsv``. With --wrong every sentence that was
missed, or stopped for nothing, is printed; with --write the tables go to docs/hearing.md.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from referral_map import load_atlas, screen
from referral_map.domain import STOPPING
from referral_map.words import LANGUAGES

SETS = Path(__file__).parent / "free_text"
HELD_OUT, TUNED = SETS / "held_out.tsv", SETS / "tune.tsv"
PAGE = Path(__file__).parents[1] / "docs" / "hearing.md"
BEGINS, ENDS = "<!-- measured: begin -->\n", "<!-- measured: end -->\n"

MOST_MISSED = 0.03
"""Share of dangerous sentences that may be neither flagged nor asked."""

MOST_STOPS = 0.03
"""Share of harmless sentences that may end all self-care."""


@dataclass(frozen=True)
class Sentence:
    """What somebody might write, and the urgency of the most urgent sign it tells of, or none."""

    language: str
    urgency: str
    text: str


@dataclass(frozen=True)
class Heard:
    """How a sentence was heard: the urgencies of its sure signs, and of those to ask."""

    sentence: Sentence
    sure: frozenset[str]
    asked: frozenset[str]

    @property
    def stops(self) -> bool:
        """Whether it was taken for a sign for now or today."""
        return bool(self.sure & set(STOPPING))

    @property
    def asks(self) -> bool:
        """Whether it was not taken for one, but is asked about one."""
        return not self.stops and bool(self.asked & set(STOPPING))

    @property
    def is_wrong(self) -> bool:
        """Whether danger was missed, or nothing dangerous stopped all self-care."""
        if self.sentence.urgency in STOPPING:
            return not self.stops and not self.asks
        return self.sentence.urgency == "none" and self.stops


def sentences_of(path: Path) -> list[Sentence]:
    """The sentences of a set."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Sentence(row["language"], row["urgency"], row["text"]) for row in rows]


def listened(sentences: Iterable[Sentence]) -> list[Heard]:
    """How each sentence is heard when nothing else is known of the person."""
    atlas = load_atlas()
    heard: list[Heard] = []
    for each in sentences:
        flags = screen(atlas, {}, each.text)
        sure = frozenset(flag.urgency for flag in flags if flag.is_sure)
        asked = frozenset(flag.urgency for flag in flags if not flag.is_sure)
        heard.append(Heard(each, sure, asked))
    return heard


@dataclass(frozen=True)
class Row:
    """The counts of one language: dangerous sentences, harmless ones, and those for soon."""

    language: str
    dangerous: tuple[Heard, ...]
    harmless: tuple[Heard, ...]
    soon: tuple[Heard, ...]

    @property
    def missed(self) -> float:
        """The share of dangerous sentences that are neither flagged nor asked."""
        return _share(self.dangerous, [not each.stops and not each.asks for each in self.dangerous])

    @property
    def false_stops(self) -> float:
        """The share of harmless sentences that end all self-care."""
        return _share(self.harmless, [each.stops for each in self.harmless])

    def cells(self) -> list[str]:
        """The cells of a table."""
        sure = [each.stops for each in self.dangerous]
        asked = [each.asks for each in self.dangerous]
        questions = [each.asks for each in self.harmless]
        told = [bool(each.sure | each.asked) for each in self.soon]
        return [
            LANGUAGES[self.language],
            str(len(self.dangerous)),
            _percent(_share(self.dangerous, sure)),
            _percent(_share(self.dangerous, asked)),
            _percent(self.missed),
            str(len(self.harmless)),
            _percent(self.false_stops),
            _percent(_share(self.harmless, questions)),
            f"{_percent(_share(self.soon, told))} of {len(self.soon)}",
        ]


def rows_of(heard: Sequence[Heard]) -> list[Row]:
    """A row a language."""

    def of(language: str, *urgencies: str) -> tuple[Heard, ...]:
        return tuple(
            each
            for each in heard
            if each.sentence.language == language and each.sentence.urgency in urgencies
        )

    spoken = [code for code in LANGUAGES if any(each.sentence.language == code for each in heard)]
    return [Row(code, of(code, *STOPPING), of(code, "none"), of(code, "soon")) for code in spoken]


def _share(all_of: Sequence[object], some: Sequence[bool]) -> float:
    return sum(some) / len(all_of) if all_of else 0.0


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


TITLES = (
    "language", "dangerous", "heard for sure", "asked", "**missed**", "harmless",
    "**stopped for nothing**", "asked", "for soon: heard",
)  # fmt: skip


def table(rows: Sequence[Row]) -> str:
    """The rows as a table."""
    lines = [TITLES, tuple("---" for _ in TITLES), *(tuple(row.cells()) for row in rows)]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def tables(paths: Sequence[Path]) -> str:
    """A table for each set, under its name."""
    return "\n".join(
        f"`{path.name}`\n\n{table(rows_of(listened(sentences_of(path))))}" for path in paths
    )


def written(page: str, measured: str) -> str:
    """The page with what was measured in its place."""
    before, rest = page.split(BEGINS)
    _, after = rest.split(ENDS)
    return f"{before}{BEGINS}\n{measured}\n{ENDS}{after}"


def main() -> None:
    """Measures the sets that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", nargs="*", type=Path, default=[HELD_OUT, TUNED])
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    measured = tables(options.sets)
    print(measured)
    if options.wrong:
        for path in options.sets:
            wrong = [each for each in listened(sentences_of(path)) if each.is_wrong]
            print("\n".join(f"{each.sentence.urgency}: {each.sentence.text}" for each in wrong))
    if options.write:
        PAGE.write_text(written(PAGE.read_text(encoding="utf-8"), measured), encoding="utf-8")


if __name__ == "__main__":
    main()
