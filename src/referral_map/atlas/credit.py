"""Whom a text is credited to: the works that were read, and those known only through them.

Weak is what rests on nothing but practice and popular pages, or on works that were not read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from .atlas import Atlas
from .records import Source

THROUGH_OTHERS = "through_others"
COUNTING = frozenset({"study", "trial"})
"""Ranks of works that count people themselves."""

STUDYING = COUNTING | {"review"}
"""Ranks of works that rest on people who were studied: those, and reviews of them."""

WEAK_RANKS = frozenset({"practice", "popular"})
AUTHORITIES = frozenset({"guideline", "review", "trial", "study", "standard", "professional"})
"""What advice on danger must rest on: at least one source of such a rank, and read."""


@dataclass(frozen=True)
class Credit:
    """Keys of sources, each once, in the order in which they are cited.

    read: those of which something was read; through_others: those that were not open, and are
    known through the others.
    """

    read: tuple[str, ...]
    through_others: tuple[str, ...]


def key_of(citation: str) -> str:
    """The key of the source that a citation names, without the place in the work."""
    return citation.partition(" ")[0]


def was_read(source: Source) -> bool:
    """Whether something of a source was read, be it only its abstract."""
    return source.seen != THROUGH_OTHERS


def holds(source: Source) -> bool:
    """Whether a fact may rest on a source alone and not be weak."""
    return was_read(source) and source.rank not in WEAK_RANKS


def is_authority(source: Source) -> bool:
    """Whether advice on danger may rest on a source."""
    return was_read(source) and source.rank in AUTHORITIES


def sources_of(atlas: Atlas, citations: Iterable[str]) -> dict[str, Source]:
    """The sources that citations name, each once; unknown keys are left out."""
    keys = dict.fromkeys(key_of(each) for each in citations)
    return {key: atlas.sources[key] for key in keys if key in atlas.sources}


def is_weak(atlas: Atlas, citations: Iterable[str]) -> bool:
    """Whether what these citations support rests on no source that holds."""
    return not any(map(holds, sources_of(atlas, citations).values()))


def of_one_study(atlas: Atlas, citations: Iterable[str]) -> bool:
    """Whether one study or trial alone is cited, and no review of several."""
    ranks = [source.rank for source in sources_of(atlas, citations).values()]
    return "review" not in ranks and sum(rank in COUNTING for rank in ranks) == 1


def credit_of(atlas: Atlas, citations: Iterable[str]) -> Credit:
    """Whom a text with these citations is credited to."""
    cited = sources_of(atlas, citations)
    return Credit(
        tuple(key for key, source in cited.items() if was_read(source)),
        tuple(key for key, source in cited.items() if not was_read(source)),
    )


def work(atlas: Atlas, key: str, shorten: Callable[[str], str] = str) -> str:
    """A work as authors and year; a page that prints none has no date."""
    source = atlas.sources[key]
    return f"{shorten(source.authors)} ({_year(atlas, source)})"


def _year(atlas: Atlas, source: Source) -> int | str:
    return source.year or atlas.words("credit.no_date")


def _in_brackets(atlas: Atlas, key: str) -> str:
    source = atlas.sources[key]
    return f"{source.authors} {_year(atlas, source)}"


def after_words(atlas: Atlas, credit: Credit) -> str:
    """One sentence on the works that were not open; nothing where all were."""
    if not credit.through_others:
        return ""
    named = [
        atlas.words("credit.standard", work=_in_brackets(atlas, key))
        if atlas.sources[key].rank == "standard"
        else work(atlas, key)
        for key in credit.through_others
    ]
    said = "credit.after" if credit.read else "credit.not_open"
    return atlas.words(said, works="; ".join(named))


def zones_credit(atlas: Atlas, citations: Iterable[str]) -> str:
    """Whose words zones were drawn from, as one or two sentences."""
    credit = credit_of(atlas, citations)
    works = "; ".join(dict.fromkeys(work(atlas, key) for key in credit.read))
    drawn = atlas.words("figure.drawn_from", works=works) if works else ""
    return " ".join(filter(None, (drawn, after_words(atlas, credit))))


def zone_citations(atlas: Atlas, point_id: str) -> list[str]:
    """What the zones of a trigger point cite."""
    point = atlas.trigger_point(point_id)
    return [*point.essential.sources, *(point.spillover.sources if point.spillover else [])]
