"""Rules for red flags: what each asks, when and in which order; every language hears it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..domain import STOPPING
from ..errors import nearest
from .atlas import Atlas
from .flag_records import OF_NO_SIGN, URGENCIES
from .languages import WRITTEN_IN
from .parsing import HEARING, TOLD
from .problems import Problems
from .rules_learn import note_unknown, region_names

FILE = "red_flags.toml"

LEAST_TOLD = 3
"""Sentences a language that tell of each sign for now or today: fewer teach no comparison."""


def flags_ask_a_question(atlas: Atlas, problems: Problems) -> None:
    """The question of a red flag ends with a question mark, or with how to answer it."""
    for flag in atlas.red_flags:
        if "?" not in flag.question:
            problems.add(FILE, f"{flag.id} question", "asks nothing: it has no question mark")


def urgent_flags_first(atlas: Atlas, problems: Problems) -> None:
    """Every urgency has a red flag, and the file goes from the most urgent to the least."""
    urgencies = [flag.urgency for flag in atlas.red_flags]
    for urgency in sorted(set(URGENCIES) - set(urgencies), key=URGENCIES.index):
        problems.add(FILE, "all", f"no red flag has the urgency {urgency!r}")
    for before, flag in zip(atlas.red_flags, atlas.red_flags[1:], strict=False):
        if URGENCIES.index(flag.urgency) < URGENCIES.index(before.urgency):
            problems.add(
                FILE,
                flag.id,
                f"is for {flag.urgency!r} but stands after one for {before.urgency!r}",
            )


def flags_name_regions(atlas: Atlas, problems: Problems) -> None:
    """Where a red flag is asked, and where it changes self-care, are regions without their side."""
    regions = region_names(atlas)
    for flag in atlas.red_flags:
        pressed_at = flag.self_care.regions if flag.self_care else ()
        of_flag = (("asked_at", flag.asked_at), ("asked_first", flag.asked_first))
        for where, given in (*of_flag, ("self_care", pressed_at)):
            note_unknown(problems, FILE, f"{flag.id} {where}", "region", given, regions)


def asked_first_where_asked(atlas: Atlas, problems: Problems) -> None:
    """A red flag is asked before all only in regions in which it is asked at all."""
    for flag in atlas.red_flags:
        for region in flag.asked_first:
            if flag.asked_at and region not in flag.asked_at:
                problems.add(FILE, f"{flag.id} asked_first", f"{region!r} is not in asked_at")


def help_lines_can_be_called(atlas: Atlas, problems: Problems) -> None:
    """The number of a line of help holds digits."""
    for flag in atlas.red_flags:
        for line in flag.help_lines:
            if not any(letter.isdigit() for letter in line.number):
                where = f"{flag.id} help_lines {line.country}"
                problems.add(FILE, where, f"{line.number!r} holds no digit")


def every_flag_is_heard(atlas: Atlas, problems: Problems) -> None:
    """Each language says how people write of every red flag, and of nothing that is none."""
    flags = [flag.id for flag in atlas.red_flags]
    for language, file in _files_of_languages(atlas, HEARING, problems):
        hearing = atlas.hearings.get(language)
        if hearing is None:
            continue  # why it could not be read is noted already
        for flag in flags:
            if flag not in hearing.signs:
                problems.add(file, flag, f"is not heard: [signs.{flag}] is missing")
        for sign in hearing.signs:
            if sign not in flags:
                problems.add(file, sign, f"is no red flag{nearest(sign, flags)}")


def dangers_are_told_in_sentences(atlas: Atlas, problems: Problems) -> None:
    """Each language has sentences that tell of every sign for now or today, and of no stranger."""
    flags = [flag.id for flag in atlas.red_flags]
    for language, file in _files_of_languages(atlas, TOLD, problems):
        told = Counter(sentence.sign for sentence in atlas.told.get(language, ()))
        for sign in told:
            if sign not in (*flags, OF_NO_SIGN):
                problems.add(file, sign, f"is no red flag{nearest(sign, [*flags, OF_NO_SIGN])}")
        for flag in atlas.red_flags:
            if flag.urgency in STOPPING and told[flag.id] < LEAST_TOLD:
                message = f"is told in {told[flag.id]} sentences; needed: {LEAST_TOLD}"
                problems.add(file, flag.id, message)


def _files_of_languages(atlas: Atlas, name: str, problems: Problems) -> Iterator[tuple[str, str]]:
    """Each language with its file of this name; where it has none, that is noted."""
    for language in atlas.languages:
        file = name if language == WRITTEN_IN else f"languages/{language}/{name}"
        if (atlas.folder / file).is_file():
            yield language, file
        elif file != HEARING:  # of the original, what reads it says so
            problems.add(file, "file", "is missing")


RULES = (
    flags_ask_a_question,
    urgent_flags_first,
    flags_name_regions,
    asked_first_where_asked,
    help_lines_can_be_called,
    every_flag_is_heard,
    dangers_are_told_in_sentences,
)
