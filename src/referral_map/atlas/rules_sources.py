"""Rules for sources: every fact has one that exists, every one is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from ..errors import nearest
from .atlas import Atlas
from .problems import Problems
from .records import Record


def citations(record: Record) -> Iterator[tuple[str, str]]:
    """Every citation in a record and in the records inside it, with where it stands."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "sources":
            yield from (("sources", citation) for citation in value)
        elif isinstance(value, Record):
            yield from ((f"{name} {where}", cited) for where, cited in citations(value))
        elif isinstance(value, (list, tuple)):
            for item in cast("Iterable[object]", value):
                if isinstance(item, Record):
                    label = getattr(item, "id", name)
                    yield from ((f"{label} {where}", cited) for where, cited in citations(item))


def _all_citations(atlas: Atlas) -> Iterator[tuple[str, str, str]]:
    """Every citation of every file: the file, where in it, and the citation."""
    for file, record in atlas.records.all_files():
        for where, citation in citations(record):
            yield file, f"{Path(file).stem} {where}", citation


def every_source_exists_and_is_used(atlas: Atlas, problems: Problems) -> None:
    """A citation names a source of sources.toml; a source that nothing cites is not kept."""
    used: set[str] = set()
    for file, where, citation in _all_citations(atlas):
        key = citation.split(" ")[0]
        used.add(key)
        if key not in atlas.sources:
            problems.add(file, where, f"unknown source {key!r}{nearest(key, atlas.sources)}")
    for key in sorted(set(atlas.sources) - used):
        problems.add("sources.toml", key, "is cited by no record")


def books_are_cited_by_chapter(atlas: Atlas, problems: Problems) -> None:
    """A citation of a book names the chapter or page."""
    for file, where, citation in _all_citations(atlas):
        key, _, locator = citation.partition(" ")
        if key in atlas.sources and atlas.sources[key].kind == "book" and not locator:
            problems.add(file, where, f"{key!r} is a book: name the chapter or page")


RULES = (every_source_exists_and_is_used, books_are_cited_by_chapter)
