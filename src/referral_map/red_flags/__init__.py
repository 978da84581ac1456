"""Signs that need a doctor: questions about them, and their detection in answers and free text."""

from .screen import Question, RaisedFlag, RedFlag, questions, screen, stops_self_care

__all__ = ["Question", "RaisedFlag", "RedFlag", "questions", "screen", "stops_self_care"]
