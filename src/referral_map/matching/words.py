"""Every number as one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence

_SHARES = (
    (0.95, "nearly all"),
    (0.7, "most"),
    (0.55, "more than half"),
    (0.45, "about half"),
    (0.3, "about a third"),
    (0.2, "about a quarter"),
    (0.08, "a small part"),
)


def share(value: float) -> str:
    """A fraction 0..1 in words a person would say."""
    for least, words in _SHARES:
        if value >= least:
            return words
    return "very little"


def why(coverage: float, fit: float, in_essential: float) -> str:
    """One sentence for a candidate.

    coverage, fit: as in ``score``; in_essential: share 0..1 of the explained pain that lies in
    the essential zone.
    """
    if in_essential >= 0.6:
        where = "mostly in its main zone"
    elif in_essential >= 0.3:
        where = "partly in its main zone, partly in its wider zone"
    else:
        where = "mostly in its wider zone"
    return (
        f"This might explain {share(coverage)} of the pain you marked ({coverage:.0%}), "
        f"{where}; you marked {share(fit)} of its usual pattern ({fit:.0%})."
    )


def common_words(common: float, added: float) -> str:
    """One sentence on what being common added to a score; nothing where it added nothing.

    common: share 0..1 of the people studied; added: to the score.
    """
    if round(added, 4) <= 0:
        return ""
    return (
        f"Studies found it in {100 * common:.0f} of 100 people with pain there, "
        f"so its score is {added:.3f} higher."
    )


LEAST_MISSING = 0.08
"""A region is named as missing when at least this share of the pattern lies there, unfelt."""

MOST_NAMED = 3


def missing(left: Sequence[float], names: Sequence[str]) -> str:
    """One phrase: the regions of a pattern that are not marked, the largest part first.

    left: share 0..1 of the pattern that lies in each region and is not felt; names: of regions.
    """
    worth = [number for number, share_left in enumerate(left) if share_left >= LEAST_MISSING]
    worth.sort(key=lambda number: (-round(float(left[number]), 4), number))
    if not worth:
        return "no large part of its usual pattern"
    said = "; ".join(names[number] for number in worth[:MOST_NAMED])
    more = len(worth) - MOST_NAMED
    return f"{said}; and {more} more" if more > 0 else said
