"""Pain drawings, and which trigger points might explain them."""

from .also import AlsoHurts, AreaQuestion
from .drawing import PainDrawing
from .match import Candidate, MatchResult, Step, match
from .pressed import FINDINGS, with_pressed
from .score import COVERAGE_WEIGHT
from .sets import Member, PointSet, point_sets
from .shortlist import Analysis, analyse, shortlist

__all__ = [
    "COVERAGE_WEIGHT",
    "FINDINGS",
    "AlsoHurts",
    "Analysis",
    "AreaQuestion",
    "Candidate",
    "MatchResult",
    "Member",
    "PainDrawing",
    "PointSet",
    "Step",
    "analyse",
    "match",
    "point_sets",
    "shortlist",
    "with_pressed",
]
