"""The paper that is usual where this machine stands."""

from __future__ import annotations

import os
import re

from ..domain import Paper, usual_paper

_VARIABLES = ("LC_ALL", "LC_PAPER", "LANG")
"""What tells it, the first that is set."""


def usual_here() -> Paper:
    """The paper of the machine's locale, such as ``en_NZ.UTF-8``; A4 where none is set."""
    locale = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    territory = re.search(r"^[A-Za-z]+[_-]([A-Z]{2})\b", locale)
    return usual_paper(territory[1] if territory else None)
