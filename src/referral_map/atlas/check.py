"""Checks a folder of anatomy against every rule, and reports every broken one.

A rule is one small function that takes the atlas and a place to note problems; they are in the
``rules_*`` modules. Problems of format (missing keys, wrong types, unknown words) are noted while
the records are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from ..domain import BODIES, MEASURED_BODY, Body
from ..errors import ReferralMapError
from . import (
    rules_dose,
    rules_flags,
    rules_how_sure,
    rules_languages,
    rules_learn,
    rules_muscles,
    rules_nerves,
    rules_pictures,
    rules_places,
    rules_sources,
    rules_truth,
    rules_words,
)
from .atlas import Atlas
from .building import build_atlas
from .problems import Problem, Problems

Rule = Callable[[Atlas, Problems], None]
RULES: tuple[Rule, ...] = (
    *rules_sources.RULES,
    *rules_truth.RULES,
    *rules_how_sure.RULES,
    *rules_muscles.RULES,
    *rules_places.RULES,
    *rules_nerves.RULES,
    *rules_words.RULES,
    *rules_dose.RULES,
    *rules_flags.RULES,
    *rules_learn.RULES,
    *rules_pictures.RULES,
    *rules_languages.RULES,
)
ON_EVERY_BODY: tuple[Rule, ...] = (
    *rules_muscles.RULES,
    *rules_places.RULES,
    *rules_nerves.RULES,
    *rules_pictures.RULES,
)
"""Rules for what is measured: they hold on each body."""

_TRAILING_BLANK = re.compile(r"[ \t]+$", re.MULTILINE)


def check(folder: Path, *more: Rule) -> list[Problem]:
    """Every problem of a folder of anatomy, of format and of rules; empty when there is none.

    more: rules from layers above this one. Raises ReferralMapError when the folder is not there or
    its measured body cannot be read.
    """
    if not folder.is_dir():
        raise ReferralMapError(f"no folder {str(folder)!r}; give the path of an anatomy folder")
    problems = Problems()
    atlas = build_atlas(folder, problems)
    for rule in (*RULES, *more):
        rule(atlas, problems)
    for body in BODIES:
        if body != MEASURED_BODY:
            _check_body(folder, body, problems)
    canonical_form(folder, problems)
    return problems.noted


def _check_body(folder: Path, body: Body, problems: Problems) -> None:
    """Notes what holds on the measured body and not on another one."""
    found = Problems()
    atlas = build_atlas(folder, found, body)
    for rule in ON_EVERY_BODY:
        rule(atlas, found)
    known = {(each.file, each.record) for each in problems.noted}
    for each in found.noted:
        if (each.file, each.record) not in known:
            problems.add(each.file, f"{each.record} ({body})", each.message)


def canonical_form(folder: Path, problems: Problems) -> None:
    """Text files: UTF-8, one newline at the end, no blanks at line ends, no tabs or returns."""
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            text = path.read_bytes().decode("utf-8")
        except (UnicodeDecodeError, OSError):
            continue  # already noted when the file was read
        if "\r" in text or "\t" in text:
            problems.add(name, "form", "holds a tab or a carriage return")
        if not text.endswith("\n") or text.endswith("\n\n"):
            problems.add(name, "form", "must end with exactly one newline")
        if _TRAILING_BLANK.search(text):
            problems.add(name, "form", "has blanks at the end of a line")
