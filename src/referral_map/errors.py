"""Errors that a person can fix: one sentence, no traceback."""

import difflib
from collections.abc import Iterable


class ReferralMapError(Exception):
    """Bad input. The message is one line: what was given, what is allowed, the nearest match."""


class UnknownName(ReferralMapError):
    """The name of a region, trigger point, muscle, view, language or text that does not exist."""


def closest(given: str, allowed: Iterable[object]) -> str | None:
    """The allowed name most like a given one, None where none is."""
    close = difflib.get_close_matches(str(given), [str(a) for a in allowed], n=1, cutoff=0.5)
    return close[0] if close else None


def nearest(given: str, allowed: Iterable[object]) -> str:
    """``; did you mean 'x'?`` for the allowed name most like a given one, or nothing."""
    close = closest(given, allowed)
    return f"; did you mean {close!r}?" if close is not None else ""
