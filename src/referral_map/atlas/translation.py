"""Which texts of a record are read by people, and how a translation is laid over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from ..errors import nearest
from .records import Record

TEXTS = frozenset(
    {
        *("name", "anatomical_name", "plain_name", "title", "where", "landmarks", "words", "text"),
        *("uncertainty", "how_often", "question", "action", "claim", "what_research_found"),
        *("tool", "position", "strokes", "pressure", "caption"),
    }
)
"""Keys whose text is translated, wherever they hold a text."""

MAY_BE_TRANSLATED = frozenset({"other_names"})
"""Lists for a search: as many in each language as it has names."""

HEARD = frozenset({"phrases", "together", "not_after"})
"""What is looked for in free text: each language has its own, not a translation."""

LEFT_AS_WRITTEN = frozenset({"evidence"})
"""Facts for those who check the work. Ids, places, shapes, ``choices`` and sources stay too."""

Note = Callable[[str, str], None]
R = TypeVar("R", bound=Record)


def translated(record: R, said: object, note: Note, where: str = "") -> R:
    """A record with its texts from a table ``said`` of the same form.

    What is missing keeps its old text. Everything that does not fit is passed to ``note`` with
    its place in the record.
    """
    if not isinstance(said, Mapping):
        note(where, "is not a table")
        return record
    changed = {}
    for key in _keys(record):
        place, value = f"{where} {key}".strip(), getattr(record, key)
        if key in HEARD:
            changed[key] = said.get(key, ())
        elif key in said or key not in MAY_BE_TRANSLATED | {"id"}:
            changed[key] = _value(value, said.get(key), note, place)
    _note_strangers(record, said, note, where)
    return record.model_copy(update={key: value for key, value in changed.items() if key != "id"})


def _value(value: object, said: object, note: Note, place: str) -> object:
    if said is None:
        note(place, "is not translated")
        return value
    if isinstance(value, Record):
        return translated(value, said, note, place)
    if isinstance(value, str):
        return _text(value, said, note, place)
    if not isinstance(said, list):
        note(place, "is not a list")
        return value
    if not any(isinstance(item, Record) for item in value):
        return type(value)(_text("", item, note, place) for item in said)
    if len(said) != len(value):
        note(place, f"has {len(said)} parts; allowed: {len(value)}, as in the original")
        return value
    return type(value)(
        _item(item, part, note, f"{place} {number}")
        for number, (item, part) in enumerate(zip(value, said, strict=True), 1)
    )


def _item(item: R, said: object, note: Note, place: str) -> R:
    """A record of a list: its table repeats the id, so that no text goes to the wrong one."""
    own = getattr(item, "id", None)
    if own is not None and isinstance(said, Mapping):
        place = own
        if "id" not in said:
            note(place, f"does not repeat its id {own!r}")
    return translated(item, said, note, place)


def _text(value: str, said: object, note: Note, place: str) -> str:
    if not isinstance(said, str):
        note(place, f"is not a text; given {said!r}")
    elif not said.strip():
        note(place, "is empty")
    elif "TODO" in said:
        note(place, "is still to be done; given 'TODO'")
    else:
        return said.strip()
    return value


def _note_strangers(record: Record, said: Mapping, note: Note, where: str) -> None:
    known = _keys(record)
    for key in said:
        if key not in known:
            place = f"{where} {key}".strip()
            note(place, f"has no text to translate{nearest(key, known)}")
    own = getattr(record, "id", None)
    if "id" in said and said["id"] != own:
        note(f"{where} id".strip(), f"is {said['id']!r}; allowed: {own!r}, as in the original")


def _keys(record: Record) -> list[str]:
    """Keys that a translation of this record may have."""
    return [key for key in type(record).model_fields if key == "id" or _is_said(record, key)]


def _is_said(record: Record, key: str) -> bool:
    """Whether a translation holds something under this key of a record."""
    value = getattr(record, key)
    if key in LEFT_AS_WRITTEN:
        return False
    if key in HEARD | MAY_BE_TRANSLATED:
        return True
    if isinstance(value, str):
        return key in TEXTS and bool(value)
    items = value if isinstance(value, (list, tuple)) else [value]
    records = [item for item in items if isinstance(item, Record)]
    return any(key != "id" for item in records for key in _keys(item))
