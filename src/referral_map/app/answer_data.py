"""The answers of ``answers.py`` as plain data: what the types of ``wire`` hold, without the checks.

Nothing is checked when an answer is made: a type checker reads these, and a test holds their fields
to those of the contract.
"""

from __future__ import annotations

from typing import Any, TypeAlias, TypedDict

from referral_map.sessions.compare import ComparisonData


class ReadingAnswer(TypedDict):
    """The reading of the document: the dump of a ``wire.reading.Reading``."""

    reading: dict[str, Any]


class SaveAnswer(TypedDict):
    """The document as the text of its file, and a name for it."""

    text: str
    name: str


class OpenAnswer(TypedDict):
    """The session in a file, the dump of a ``Session``; notes: what was done to open it."""

    session: dict[str, Any]
    notes: list[str]


class FileAnswer(TypedDict):
    """A file that was made, as base64, a name for it, and what it could not hold."""

    file: str
    name: str
    notes: list[str]


class NotesAnswer(TypedDict):
    """What a handout cannot print."""

    notes: list[str]


class ChangedSkin(TypedDict):
    """Numbers of the skin points whose pain is gone, new, and the same."""

    gone: list[int]
    new: list[int]
    same: list[int]


class ShownComparison(ComparisonData):
    """A comparison, and where on the skin the pain has changed."""

    skin: ChangedSkin


class ComparisonAnswer(TypedDict):
    """The comparison of some visits."""

    comparison: ShownComparison


Answer: TypeAlias = (
    ReadingAnswer | SaveAnswer | OpenAnswer | FileAnswer | NotesAnswer | ComparisonAnswer
)
"""The answer to a question of some kind, before the trouble there was is added to it."""
