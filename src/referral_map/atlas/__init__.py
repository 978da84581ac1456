"""The data: what people wrote and what was measured, read, checked and joined."""

from .atlas import Atlas, Region
from .building import build_atlas, load_atlas
from .check import check
from .problems import BrokenAtlas, Problem, Problems

__all__ = [
    "Atlas",
    "BrokenAtlas",
    "Problem",
    "Problems",
    "Region",
    "build_atlas",
    "check",
    "load_atlas",
]
