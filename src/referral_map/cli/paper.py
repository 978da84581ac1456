"""The paper that is usual where this machine stands."""

from __future__ import annotations

import re

from ..domain import Paper, usual_paper
from ..sessions import machine_tag


def usual_here() -> Paper:
    """The paper of the machine's locale, such as ``en_NZ.UTF-8``; A4 where none is set."""
    territory = re.search(r"^[A-Za-z]+-([A-Z]{2})\b", machine_tag(about="LC_PAPER"))
    return usual_paper(territory[1] if territory else None)
