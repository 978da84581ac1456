"""Rules for sources: every fact has one that exists, every one is used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

from ..errors import nearest
from .atlas import Atlas
from .problems import Problems
from .records import Record

_NUMBER_HOST = re.compile(r"^(\d+\.){3}\d+$|^\[")
_TRIAL_HOST = re.compile(
    r"(^|[.-])(staging|preflight|preview|beta|dev\d*|t?web-dev|vufind-test)([.-]|$)|^jcore-reference\."
)
_UPLOAD_HOSTS = (
    "scribd.com", "docslib.org", "slideshare.net", "yumpu.com", "pdfslide.net", "studyres.com",
    "livebooks.pro", "coek.info", "docksci.com", "abcdocz.com", "dokumen.pub", "vdocuments.net",
    "pdfcoffee.com", "studocu.com", "docplayer.net", "doczz.net", "epdf.pub", "fliphtml5.com",
    "idoc.pub", "nanopdf.com", "silo.tips", "academia.edu",
)  # fmt: skip
"""Hosts on which anyone puts up anything."""


def cited_records(record: Record, where: str = "") -> Iterator[tuple[str, Record]]:
    """Every record that cites, among a record and those inside it, with where it stands."""
    if "sources" in type(record).model_fields:
        yield where, record
    for name in type(record).model_fields:
        value = getattr(record, name)
        inside = [value] if isinstance(value, Record) else value
        if not isinstance(inside, (list, tuple)):
            continue
        for number, item in enumerate(cast("Iterable[object]", inside), 1):
            if isinstance(item, Record):
                label = name if item is value else getattr(item, "id", f"{name} {number}")
                yield from cited_records(item, f"{where} {label}".strip())


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


def papers_can_be_found(atlas: Atlas, problems: Problems) -> None:
    """A paper has a doi or a pmid, or says in no_identifier why it has none."""
    for key, source in atlas.sources.items():
        identified = bool(source.doi or source.pmid)
        if source.kind == "paper" and not identified and not source.no_identifier.strip():
            problems.add(
                "sources.toml", key, "is a paper without doi and pmid: add one, or no_identifier"
            )
        if identified and source.no_identifier:
            problems.add("sources.toml", key, "has a doi or pmid, and no_identifier too")


def addresses_are_originals(atlas: Atlas, problems: Problems) -> None:
    """The address of a source is no number, no trial copy of a site and no host of uploads, unless
    its rank is popular."""
    for key, source in atlas.sources.items():
        if source.url is None or source.rank == "popular":
            continue
        host = source.url.host or ""
        if _NUMBER_HOST.match(host):
            problems.add("sources.toml", key, f"the address {host!r} is a number")
        elif _TRIAL_HOST.search(host):
            problems.add("sources.toml", key, f"{host!r} is a trial copy of a site")
        elif any(host == each or host.endswith(f".{each}") for each in _UPLOAD_HOSTS):
            problems.add("sources.toml", key, f"{host!r} holds uploads: name the original")


RULES = (
    every_source_exists_and_is_used,
    books_are_cited_by_chapter,
    papers_can_be_found,
    addresses_are_originals,
)
