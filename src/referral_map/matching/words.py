"""Every number as one plain sentence."""

from __future__ import annotations

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
