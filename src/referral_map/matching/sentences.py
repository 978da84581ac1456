"""Every number as one plain sentence."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..words import Words, words_in

_SHARES = (
    (0.95, "nearly_all"),
    (0.7, "most"),
    (0.55, "more_than_half"),
    (0.45, "half"),
    (0.3, "third"),
    (0.2, "quarter"),
    (0.08, "small"),
)
_ENGLISH = words_in("en")


def share(value: float, words: Words = _ENGLISH) -> str:
    """A fraction 0..1 in everyday words."""
    name = next((name for least, name in _SHARES if value >= least), "little")
    return words(f"match.share.{name}")


def why(coverage: float, fit: float, in_essential: float, words: Words = _ENGLISH) -> str:
    """One sentence for a candidate.

    coverage, fit: as in ``score``; in_essential: share 0..1 of the explained pain that lies in
    the essential zone.
    """
    zone = "main" if in_essential >= 0.6 else "both" if in_essential >= 0.3 else "wider"
    return words(
        "match.why",
        coverage_words=share(coverage, words),
        coverage=words.percent(coverage),
        zone=words(f"match.zone.{zone}"),
        fit_words=share(fit, words),
        fit=words.percent(fit),
    )


def common_words(
    common: float,
    complaint: str,
    added: float,
    words: Words = _ENGLISH,
    *,
    one_study: bool = False,
) -> str:
    """One sentence on what being common added to a score; nothing where it added nothing.

    common: share 0..1 of the people studied; complaint: what they suffered from; added: to the
    score; one_study: whether one study alone counted them.
    """
    if round(added, 4) <= 0:
        return ""
    number, key = f"{100 * common:.0f}", "one" if one_study else "many"
    return words(f"match.common.{key}", complaint=complaint, number=number, added=f"{added:.3f}")


LEAST_MISSING = 0.08
"""A region is named as missing when at least this share of the pattern lies there, unmarked."""

MOST_NAMED = 3


def missing(
    left: np.ndarray | Sequence[float], names: Sequence[str], words: Words = _ENGLISH
) -> str:
    """One phrase: the regions of a pattern that are not marked, the largest part first.

    left: share 0..1 of the pattern that lies in each region and is not marked; names: of regions.
    """
    shares = np.asarray(left)
    worth = np.flatnonzero(shares >= LEAST_MISSING).tolist()
    worth.sort(key=lambda number: (-round(float(shares[number]), 4), number))
    if not worth:
        return words("match.missing_nothing")
    listed = "; ".join(names[number] for number in worth[:MOST_NAMED])
    more = len(worth) - MOST_NAMED
    return words("match.missing_more", regions=listed, number=more) if more > 0 else listed
