"""Several session files at once: what cannot be opened is named and left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..words import Words
from .files import Opened, open_session
from .record import UNPRINTABLE, Session
from .trouble import SessionError

MOST_NAMED = 3
"""The most files that a sentence names."""

_LONGEST_SHOWN = 80


@dataclass(frozen=True)
class LeftOut:
    """A file that could not be opened: its name, and why."""

    name: str
    why: SessionError

    def __call__(self, words: Words) -> str:
        """Which file, and why, as a part of a sentence."""
        shown = UNPRINTABLE.sub(" ", " ".join(self.name.split()))
        if len(shown) > _LONGEST_SHOWN:
            # What tells files apart stands at the end of a path.
            shown = f"…{shown[-_LONGEST_SHOWN:]}"
        return words("session.left_out", name=shown, why=self.why.message_in(words))


@dataclass(frozen=True)
class SeveralOpened:
    """Session files that were opened, in the order given, and those that were left out."""

    opened: tuple[Opened, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def sessions(self) -> list[Session]:
        """The sessions of the files that were opened."""
        return [each.session for each in self.opened]

    def notes(self, words: Words) -> tuple[str, ...]:
        """What was left out, and what was done to open the others, each sentence once."""
        left_out = [f"{each(words)}." for each in self.left_out]
        done = [note for each in self.opened for note in each.notes(words)]
        return tuple(dict.fromkeys((*left_out, *done)))

    def at_least(self, number: int) -> SeveralOpened:
        """Itself. Raises SessionError, naming what was left out, when fewer could be opened."""
        if len(self.opened) >= number or not self.left_out:
            return self
        raise SessionError("too_few_left", why=self._named)

    def _named(self, words: Words) -> str:
        named = "; ".join(each(words) for each in self.left_out[:MOST_NAMED])
        more = len(self.left_out) - MOST_NAMED
        return words("session.and_more", named=named, number=more) if more > 0 else named


def open_several(files: Iterable[tuple[str, Callable[[], bytes | Path]]]) -> SeveralOpened:
    """Opens each file; a name, and a function that gives its bytes or its path.

    What cannot be opened is left out. Raises nothing.
    """
    opened: list[Opened] = []
    left_out: list[LeftOut] = []
    for name, source in files:
        try:
            opened.append(open_session(source()))
        except SessionError as error:
            left_out.append(LeftOut(name, error))
    return SeveralOpened(tuple(opened), tuple(left_out))
