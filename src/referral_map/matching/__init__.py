"""Pain drawings, and which trigger points might explain them."""

from .drawing import PainDrawing
from .match import Candidate, MatchResult, match
from .score import COVERAGE_WEIGHT, scores

__all__ = ["COVERAGE_WEIGHT", "Candidate", "MatchResult", "PainDrawing", "match", "scores"]
