"""Muscle or nerve: what the drawing and a few answers point toward, item by item.

Never a verdict and never the level of a nerve root. Answers weigh more than shape.
"""

from .corridor import sciatic_corridor
from .reading import Item, NerveReading, read
from .signs import ANSWERS, Question, nerve_questions
from .skin_areas import ComparedArea, SkinShare, compared_areas

__all__ = [
    "ANSWERS",
    "ComparedArea",
    "Item",
    "NerveReading",
    "Question",
    "SkinShare",
    "compared_areas",
    "nerve_questions",
    "read",
    "sciatic_corridor",
]
