"""Rules of truth: advice on danger rests on authority, a share on a study, and words on numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from .atlas import Atlas
from .credit import AUTHORITIES, STUDYING, is_authority, of_one_study, sources_of, was_read
from .flag_records import HelpLine
from .problems import Problems
from .records import Involvement, Record
from .rules_sources import cited_records

_ABOUT_DANGER = ("red_flags.toml", "nerve_signs.toml", "dose.toml")
_DANGER_IN_CARE = ("stop", "see_someone")
_URGES = re.compile(
    r"\b(see|call|ask|tell|phone|ring|visit|go to|get to|show( it)? to|talk to|speak to|speak with"
    r"|checked by|seen by)"
    r" (a|an|your|the|someone,? (such as|like) a) (\w+ )?"
    r"(doctor|gp|emergency|hospital|midwife|pharmacist|ambulance)|\bambulance\b|\bemergency room\b",
    re.IGNORECASE,
)
_ONE_STUDY = re.compile(r"\bone(?: \w+)? (?:study|trial)\b", re.IGNORECASE)
_STUDIES = re.compile(r"\b(?:studies|trials)\b", re.IGNORECASE)


def _about_danger(file: str, record: Record) -> Iterator[tuple[str, list[str]]]:
    """What of a file speaks of danger: where it stands, and what it cites. Not whom to call: a
    telephone number is no medical advice."""
    for where, each in cited_records(record):
        if isinstance(each, HelpLine):
            continue
        cited = cast("list[str]", getattr(each, "sources"))  # noqa: B009
        text = str(getattr(each, "text", ""))
        if (
            file in _ABOUT_DANGER
            or (file.startswith("self_care/") and where in _DANGER_IN_CARE)
            or (file.startswith("subjects/") and _URGES.search(text))
        ):
            yield where, cited


def danger_rests_on_authority(atlas: Atlas, problems: Problems) -> None:
    """What says when to stop or whom to see, red flags, nerve signs and the dose rest on at least
    one source that was read and is no mere practice, reference or popular page."""
    for file, record in atlas.records.all_files():
        for where, cited in _about_danger(file, record):
            known = sources_of(atlas, cited).values()
            if known and not any(map(is_authority, known)):
                allowed = ", ".join(sorted(AUTHORITIES))
                problems.add(file, where, f"rests on no source that was read of rank {allowed}")


def _involvements(atlas: Atlas) -> Iterator[tuple[str, str, Involvement]]:
    for muscle in atlas.muscles:
        for point in muscle.trigger_points:
            if point.involvement:
                yield f"muscles/{muscle.id}.toml", f"{point.id} involvement", point.involvement


def shares_rest_on_studies(atlas: Atlas, problems: Problems) -> None:
    """A share of people rests on a study, a trial or a review that was read."""
    for file, where, fact in _involvements(atlas):
        cited = sources_of(atlas, fact.sources).values()
        if (
            fact.share_of_people
            and cited
            and not any(was_read(each) and each.rank in STUDYING for each in cited)
        ):
            problems.add(file, where, "has a share, but no study, trial or review that was read")


def one_study_is_called_one(atlas: Atlas, problems: Problems) -> None:
    """Where one study alone is cited, the text does not speak of studies, and with its numbers
    says that they are of one study."""
    for file, where, fact in _involvements(atlas):
        if not of_one_study(atlas, fact.sources):
            continue
        if _STUDIES.search(fact.text):
            problems.add(file, where, "speaks of studies and cites one")
        elif re.search(r"\d", fact.text) and not _ONE_STUDY.search(fact.text):
            problems.add(file, where, "gives numbers of one study without saying 'one study'")


RULES = (danger_rests_on_authority, shares_rest_on_studies, one_study_is_called_one)
