"""Muscle or nerve: what the drawing and a few answers point toward, item by item.

Never a verdict and never the level of a nerve root. Answers weigh more than shape.
"""

from .along import LEVELS, Reach, reach
from .corridor import sciatic_corridor
from .nerve_or_muscle import Item, NerveReading, read
from .signs import ANSWERS, Question, nerve_questions
from .skin_areas import ComparedArea, SkinShare, compared_areas

__all__ = [
    "ANSWERS",
    "LEVELS",
    "ComparedArea",
    "Item",
    "NerveReading",
    "Question",
    "Reach",
    "SkinShare",
    "compared_areas",
    "nerve_questions",
    "reach",
    "read",
    "sciatic_corridor",
]
