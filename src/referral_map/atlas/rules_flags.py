"""Rules for red flags: each asks a question, and they stand with the most urgent first."""

from __future__ import annotations

from .atlas import Atlas
from .flag_records import URGENCIES
from .problems import Problems

FILE = "red_flags.toml"


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


RULES = (flags_ask_a_question, urgent_flags_first)
