"""Signs that need a doctor: questions about them, and their detection in answers and free text."""

from .screen import (
    HelpLine,
    Question,
    RaisedFlag,
    RedFlag,
    help_lines_of,
    questions,
    screen,
    stops_self_care,
)
from .self_care import SelfCareChange, changes_of, every_change

__all__ = [
    "HelpLine",
    "Question",
    "RaisedFlag",
    "RedFlag",
    "SelfCareChange",
    "changes_of",
    "every_change",
    "help_lines_of",
    "questions",
    "screen",
    "stops_self_care",
]
