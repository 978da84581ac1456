"""Signs that need a doctor: questions about them, and their detection in answers and free text."""

from .screen import Question, RaisedFlag, RedFlag, questions, screen, stops_self_care
from .self_care import SelfCareChange, changes_of, every_change

__all__ = [
    "Question",
    "RaisedFlag",
    "RedFlag",
    "SelfCareChange",
    "changes_of",
    "every_change",
    "questions",
    "screen",
    "stops_self_care",
]
