"""Signs that need a doctor: what is asked, and what answers and free text tell."""

from .screen import Found, Question, RedFlag, questions, screen, stops_self_care

__all__ = ["Found", "Question", "RedFlag", "questions", "screen", "stops_self_care"]
