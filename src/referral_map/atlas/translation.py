"""Which texts of a record people read, and how a translation replaces them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias, TypeVar, cast

from ..errors import nearest
from .problems import Note
from .records import Record

TEXTS = frozenset(
    {
        *("name", "anatomical_name", "plain_name", "title", "where", "landmarks", "words", "text"),
        *("uncertainty", "how_often", "question", "action", "claim", "what_research_found"),
        *("tool", "position", "strokes", "pressure", "caption", "reason", "heading"),
    }
)
"""Keys whose text is translated, wherever they hold a text."""

MAY_BE_TRANSLATED = frozenset({"other_names"})
"""Lists for a search: as many in each language as it has names."""

LEFT_AS_WRITTEN = frozenset({"evidence"})
"""Facts for those who check the work. Ids, places, shapes, ``choices`` and sources stay too."""

R = TypeVar("R", bound=Record)
Items: TypeAlias = list[object] | tuple[object, ...]
Table: TypeAlias = Mapping[str, object]


def translated(record: R, translation: object, note: Note, where: str = "") -> R:
    """A record with its texts replaced from a table of the same form.

    Missing texts stay in the original. Everything that does not fit is passed to ``note`` with its
    place in the record.
    """
    if not isinstance(translation, Mapping):
        note(where, "is not a table")
        return record
    texts = cast("Table", translation)
    changed: dict[str, object] = {}
    for key in _keys(record):
        place, value = f"{where} {key}".strip(), getattr(record, key)
        if key in texts or key not in MAY_BE_TRANSLATED | {"id"}:
            changed[key] = _value(value, texts.get(key), note, place)
    _note_strangers(record, texts, note, where)
    return record.model_copy(update={key: value for key, value in changed.items() if key != "id"})


def _value(value: object, translation: object, note: Note, place: str) -> object:
    if translation is None:
        note(place, "is not translated")
        return value
    if isinstance(value, Record):
        return translated(value, translation, note, place)
    if isinstance(value, str):
        return _text(value, translation, note, place)
    if not isinstance(translation, list):
        note(place, "is not a list")
        return value
    return _items(cast("Items", value), cast("list[object]", translation), note, place)


def _items(value: Items, translation: list[object], note: Note, place: str) -> Items:
    """A list of texts or of records, which have as many parts in every language."""
    records = [item for item in value if isinstance(item, Record)]
    if not records:
        return _like(value, (_text("", item, note, place) for item in translation))
    if len(translation) != len(records):
        note(place, f"has {len(translation)} parts; allowed: {len(records)}, as in the original")
        return value
    pairs = enumerate(zip(records, translation, strict=True), 1)
    return _like(
        value, (_item(item, part, note, f"{place} {number}") for number, (item, part) in pairs)
    )


def _like(value: Items, items: Iterable[object]) -> Items:
    """Items as a list or a tuple, as the value is one."""
    return tuple(items) if isinstance(value, tuple) else list(items)


def _item(item: R, translation: object, note: Note, place: str) -> R:
    """A record of a list: its table repeats the id, so that no text goes to the wrong one."""
    own = getattr(item, "id", None)
    if own is not None and isinstance(translation, Mapping):
        place = own
        if "id" not in translation:
            note(place, f"does not repeat its id {own!r}")
    return translated(item, cast("object", translation), note, place)


def _text(value: str, translation: object, note: Note, place: str) -> str:
    if not isinstance(translation, str):
        note(place, f"is not a text; given {translation!r}")
    elif not translation.strip():
        note(place, "is empty")
    elif "TODO" in translation:
        note(place, "is still to be done; given 'TODO'")
    else:
        return translation.strip()
    return value


def _note_strangers(record: Record, translation: Table, note: Note, where: str) -> None:
    names = _keys(record)
    for key in translation:
        if key not in names:
            place = f"{where} {key}".strip()
            note(place, f"has no text to translate{nearest(key, names)}")
    own = getattr(record, "id", None)
    if "id" in translation and translation["id"] != own:
        note(
            f"{where} id".strip(), f"is {translation['id']!r}; allowed: {own!r}, as in the original"
        )


def _keys(record: Record) -> list[str]:
    """Keys that a translation of this record may have."""
    return [key for key in type(record).model_fields if key == "id" or _is_translated(record, key)]


def _is_translated(record: Record, key: str) -> bool:
    """Whether a translation holds something under this key of a record."""
    value = getattr(record, key)
    if key in LEFT_AS_WRITTEN:
        return False
    if key in MAY_BE_TRANSLATED:
        return True
    if isinstance(value, str):
        return key in TEXTS and bool(value)
    items = cast("Items", value) if isinstance(value, (list, tuple)) else [value]
    records = [item for item in items if isinstance(item, Record)]
    return any(key != "id" for item in records for key in _keys(item))
