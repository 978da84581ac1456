"""Every number as one plain sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from ..domain import Grade
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
    common: float, complaint: str, words: Words = _ENGLISH, *, one_study: bool = False
) -> str:
    """One sentence on how many people had a point.

    common: share 0..1 of the people studied; complaint: what they suffered from; one_study: whether
    one study alone counted them.
    """
    key = "one" if one_study else "many"
    return words(f"match.common.{key}", complaint=complaint, number=f"{100 * common:.0f}")


_FITS = ((0.8, "very_well"), (0.5, "well"), (0.25, "partly"))


def weighed_words(
    score: float,
    how_common: str,
    grade: Grade,
    weighs: tuple[bool, bool],
    words: Words = _ENGLISH,
) -> str:
    """One sentence on what put a candidate in its place: how well it fits, how common it is, and
    how sure its pattern; the last two where they count."""
    fits = next((name for least, name in _FITS if score >= least), "little")
    common = "match.how_common" if how_common == "unknown" else f"how_common.{how_common}"
    parts = [words(f"match.fits.{fits}")]
    parts += [words(common)] * weighs[0] + [words(f"how_sure.grade.{grade}")] * weighs[1]
    return words("match.weighed", parts="; ".join(parts))


def weighed_odds(
    score: float,
    log_odds: Mapping[str, float],
    words: Words = _ENGLISH,
) -> str:
    """The same in numbers: the score, and what each other thing that counts multiplied the odds
    with.

    log_odds: of ``common``, ``sure`` and ``also``, as far as they count.
    """
    parts = [words("match.odds.fits", score=f"{100 * score:.0f}")]
    for name, added in log_odds.items():
        parts.append(words(f"match.odds.{name}", times=words.decimal(float(np.exp(added)))))
    return words("match.weighed", parts="; ".join(parts))


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
