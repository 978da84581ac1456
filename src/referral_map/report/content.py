"""The texts of a handout about points and red flags, in the atlas' language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ..atlas import Atlas
from ..atlas.credit import after_words, credit_of, is_weak, key_of, work
from ..atlas.how_sure import in_short
from ..domain import Side, Urgency
from ..matching import Candidate
from ..matching.sentences import share
from ..red_flags import SelfCareChange, questions
from ..sessions import Reading
from ..words import Words

FIRST = 3
"""The number of points that are shown where the therapist kept none."""

LONGEST_NAMES = 4
"""The most names in a sentence; the others are counted."""

_LEAST_CITED = 100
"""Letters that the works that were read may always take."""

_SHORTEST_CITED = 60
"""The authors of a work are cut after this many letters; the app has them in full."""


@dataclass(frozen=True)
class Advice:
    """A part of what to do: its name (``where``, ``massage``...), and labels with their words."""

    part: str
    lines: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class PointWords:
    """A trigger point on a side: plain name, exact name, what it might explain, what to do.

    how_sure: how sure its main zone is, and how common it is; weak: whether some of it rests on few
    and weak sources; sources: keys of the works that its zones and its advice cite.
    """

    trigger_point: str
    side: Side
    muscle: str
    name: str
    exact: str
    explains: str
    advice: tuple[Advice, ...]
    how_sure: str
    weak: bool
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Chosen:
    """The points of a handout in their order, and whether the therapist kept them."""

    points: tuple[PointWords, ...]
    kept: bool


def chosen(atlas: Atlas, reading: Reading) -> Chosen:
    """The points the therapist kept, or else those named first; none when a sign is urgent."""
    if reading.urgent:
        return Chosen((), False)
    kept = list(dict.fromkeys(reading.session.kept))
    pairs = [_on_side(each) for each in kept] if kept else reading.shortlist[:FIRST]
    candidates = {(each.trigger_point, each.side): each for each in _with_twins(reading)}
    return Chosen(
        tuple(
            _point(
                atlas,
                point,
                side,
                candidates.get((point, side)),
                [each for each in reading.self_care_changes if each.concerns(point)],
            )
            for point, side in pairs
        ),
        bool(kept),
    )


def _on_side(kept: str) -> tuple[str, Side]:
    """A point and its side, of what a session keeps as ``trigger_point:side``."""
    point_id, _, named = kept.partition(":")
    return point_id, "left" if named == "left" else "right"


def _with_twins(reading: Reading) -> Iterable[Candidate]:
    """Every candidate, also under the ids of the points that share its pattern."""
    for candidate in reading.result.candidates:
        for point_id in (*candidate.same_pattern, candidate.trigger_point):
            yield replace(candidate, trigger_point=point_id)


def _point(
    atlas: Atlas,
    point_id: str,
    side: Side,
    candidate: Candidate | None,
    changes: Sequence[SelfCareChange],
) -> PointWords:
    point, muscle = atlas.trigger_point(point_id), atlas.muscle_of(point_id)
    words = atlas.words
    explains = ""
    if candidate is not None:
        explains = words("report.points.explains", share=share(candidate.coverage, words))
    zones = [point.essential, *([point.spillover] if point.spillover else [])]
    care = atlas.self_care[muscle.id]
    dose = care.massage.dose or atlas.dose
    parts = (care.self_test, care.massage, dose, care.movement, care.stop, care.see_someone)
    cited = [key for each in (*zones, *parts, *changes) for key in each.sources]
    plain = muscle.plain_name[:1].upper() + muscle.plain_name[1:]
    return PointWords(
        point_id,
        side,
        muscle.id,
        atlas.on_side(plain, side),
        words("report.points.part_of", muscle=muscle.name, point=point.name),
        explains,
        tuple(_advice(atlas, point_id, changes)),
        in_short(atlas, point_id),
        any(is_weak(atlas, each.sources) for each in (*zones, *parts)),
        works_cited(cited),
    )


def _advice(atlas: Atlas, point_id: str, changes: Sequence[SelfCareChange]) -> Iterable[Advice]:
    care, words = atlas.self_care[atlas.muscle_of(point_id).id], atlas.words
    massage = care.massage
    pressing = (massage.tool, massage.position, massage.strokes)
    texts = {
        "where": atlas.trigger_point(point_id).where,
        "self_test": care.self_test.text,
        "massage": " ".join(_ended(each) for each in pressing),
        "pressure": massage.pressure,
        "dose": f"{massage.dose.text} {massage.dose.reason}" if massage.dose else "",
        "movement": care.movement.text,
        "stop": care.stop.text,
        "see_someone": care.see_someone.text,
    }
    if changes:
        for_you = " ".join(change.text for change in changes)
        yield Advice("for_you", ((words("report.care.for_you"), for_you),))
    tried: tuple[tuple[str, ...], ...] = (
        ("self_test",),
        ("massage",),
        ("pressure", "dose") if massage.dose else ("pressure",),
        ("movement",),
    )
    waits = any(change.hold_back == "all" for change in changes)
    parts = (("where",), *(() if waits else tried), ("stop",), ("see_someone",))
    for names in parts:
        yield Advice(
            names[-1], tuple((words(f"report.care.{name}"), texts[name]) for name in names)
        )


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."


def flag_lines(atlas: Atlas, urgency: Urgency, regions: Sequence[str]) -> list[str]:
    """The signs of an urgency, everywhere and at some regions (ids without a side), in short words.

    A sign that takes nothing away is left out: it is no reason to stop. The full question stands
    for a sign without short words.
    """
    texts = atlas.words.texts
    return [
        texts.get(f"report.flag.{flag.id}", flag.question)
        for flag, asked in zip(atlas.red_flags, questions(atlas), strict=True)
        if flag.urgency == urgency and flag.takes_over and asked.is_asked_at(regions)
    ]


def works_cited(citations: Iterable[str]) -> tuple[str, ...]:
    """Keys of sources, each once, without the place in the work."""
    return tuple(dict.fromkeys(map(key_of, citations)))


def works(atlas: Atlas, keys: Iterable[str], most: int) -> str:
    """The works that were read, as authors and year: as many as fit into ``most`` letters, and how
    many more; then those that were not open and are known through them."""
    credit = credit_of(atlas, keys)
    named = sorted({work(atlas, key, _shortened) for key in credit.read}, key=str.casefold)
    after = after_words(atlas, credit)
    listed = _as_fit(atlas, named, max(most - len(after), _LEAST_CITED))
    said = atlas.words("report.sources", works=listed) if named else ""
    return " ".join(filter(None, (said, after)))


def _as_fit(atlas: Atlas, named: list[str], most: int) -> str:
    text, left = "", list(named)
    while left and len(text) + len(left[0]) + 2 <= most:
        text = f"{text}; {left[0]}" if text else left[0]
        left.pop(0)
    return atlas.words("report.works_more", works=text, number=len(left)) if left else text


def first_authors(atlas: Atlas, keys: Iterable[str]) -> str:
    """The works that were read as their first author and year, where the full names would take too
    much room."""
    read = credit_of(atlas, keys).read
    return "; ".join(work(atlas, key, lambda authors: authors.split(",")[0]) for key in read)


def _shortened(authors: str) -> str:
    if len(authors) <= _SHORTEST_CITED:
        return authors
    return authors[:_SHORTEST_CITED].rsplit(" ", 1)[0].rstrip(",;") + "..."


def names_in_a_row(names: Iterable[str], words: Words) -> str:
    """A few names, and how many more there are."""
    listed = list(names)
    text = "; ".join(listed[:LONGEST_NAMES])
    more = len(listed) - LONGEST_NAMES
    return words("report.points.names_more", names=text, number=more) if more > 0 else text
