"""Rules for what the Learn page is made of: themes, subjects, the tour, drawings to try."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from typing import get_args

from ..errors import nearest
from ..geometry.body_frame import SIDES
from .atlas import Atlas
from .care_records import Subject
from .learn import subject_for, subjects_of
from .learn_records import Role
from .problems import Problems

_LEAST_PARAGRAPHS: dict[Role, int] = {"felt_elsewhere": 2, "who_can_help": 2}
"""Paragraphs that the story of a trigger point quotes."""


def subject_file(subject: Subject) -> str:
    """The file of a subject."""
    return f"subjects/{subject.id}.toml"


def region_names(atlas: Atlas) -> list[str]:
    """Regions without their side, those that are named or measured alone, too: of these it is said
    elsewhere."""
    return sorted({*atlas.records.regions, *atlas.computed.region_order})


def note_unknown(
    problems: Problems,
    file: str,
    record: str,
    kind: str,
    given: Iterable[str],
    there: Iterable[str],
) -> None:
    """Notes each id of a kind that is not there, with the nearest that is."""
    allowed = list(there)
    for each in given:
        if each not in allowed:
            problems.add(file, record, f"unknown {kind} {each!r}{nearest(each, allowed)}")


def subjects_have_their_place(atlas: Atlas, problems: Problems) -> None:
    """A subject is in a theme that exists, at a place of its own; no theme is without subjects."""
    for subject in atlas.subjects.values():
        given = [subject.theme] if subject.theme else []
        note_unknown(
            problems, subject_file(subject), f"{subject.id} theme", "theme", given,
            atlas.records.themes,
        )  # fmt: skip
    for theme in atlas.records.themes:
        own = subjects_of(atlas, theme)
        if not own:
            problems.add("themes.toml", theme, "has no subject")
        for before, after in pairwise(own):
            if before.order == after.order:
                problems.add(
                    subject_file(after),
                    f"{after.id} order",
                    f"{after.order} is also the order of {before.id!r} in the theme {theme!r}",
                )


def every_role_has_one_subject(atlas: Atlas, problems: Problems) -> None:
    """What other pages take from a subject, they take from one that is there and long enough."""
    holders: defaultdict[Role, list[Subject]] = defaultdict(list)
    for subject in atlas.subjects.values():
        for role in subject.roles:
            holders[role].append(subject)
    for role in get_args(Role):
        if not holders[role]:
            problems.add("subjects", role, "is the role of no subject")
            continue
        for other in holders[role][1:]:
            problems.add(
                subject_file(other),
                f"{other.id} roles",
                f"{role!r} is also a role of {holders[role][0].id!r}",
            )
        least, subject = _LEAST_PARAGRAPHS.get(role, 1), subject_for(atlas, role)
        if len(subject.paragraphs) < least:
            problems.add(
                subject_file(subject),
                f"{subject.id} paragraphs",
                f"the role {role!r} needs {least} paragraphs; given {len(subject.paragraphs)}",
            )


def examples_name_regions(atlas: Atlas, problems: Problems) -> None:
    """A drawing to try marks regions that exist, with their side."""
    for example_id, example in atlas.records.examples.items():
        note_unknown(
            problems, "examples.toml", example_id, "region", example.regions,
            [f"{name}_{side}" for name in region_names(atlas) for side in SIDES],
        )  # fmt: skip


def tour_goes_along_the_main_nerve(atlas: Atlas, problems: Problems) -> None:
    """The tour passes the main nerve and nerves that are part of it, each once."""
    nerves, main = atlas.records.nerves, atlas.records.main_nerve
    passed = atlas.records.tour.nerves if atlas.records.tour else ()
    note_unknown(problems, "tour.toml", "nerves", "nerve", passed, nerves)
    for number, nerve in enumerate(passed):
        if nerve in passed[:number]:
            problems.add("tour.toml", "nerves", f"{nerve!r} stands twice")
        if nerve in nerves and main and main not in (nerve, nerves[nerve].part_of):
            problems.add("tour.toml", "nerves", f"{nerve!r} is no part of the nerve {main!r}")


RULES = (
    subjects_have_their_place,
    every_role_has_one_subject,
    examples_name_regions,
    tour_goes_along_the_main_nerve,
)
