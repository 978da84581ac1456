"""Pain drawings, and which trigger points might explain them."""

from .drawing import PainDrawing
from .match import Candidate, MatchResult, Step, match
from .pressed import FINDINGS, with_pressed
from .score import COVERAGE_WEIGHT
from .sets import Member, PointSet, explain
from .shortlist import Explained, explained, shortlist

__all__ = [
    "COVERAGE_WEIGHT",
    "FINDINGS",
    "Candidate",
    "Explained",
    "MatchResult",
    "Member",
    "PainDrawing",
    "PointSet",
    "Step",
    "explain",
    "explained",
    "match",
    "shortlist",
    "with_pressed",
]
