"""Which trigger points might explain where it hurts: an open, sourced map of referred pain.

Load the atlas, say where it hurts, and ask which trigger points might explain it:

>>> from referral_map import PainDrawing, load_atlas, match
>>> atlas = load_atlas()
>>> pain = PainDrawing.from_regions(atlas, ["thigh_back_middle_right", "calf_upper_right"])
>>> best = match(atlas, pain).candidates[0]
>>> best.rank, best.side
(1, 'right')
>>> best.why.startswith("This might explain")
True

Everything a program needs is here, by name; ``__all__`` lists it and docs/api.md explains it. What
draws (``pattern_figure``, ``handout``, ``visits_figure`` and what saves them) is loaded at its
first use, so that ``import referral_map`` does not load matplotlib.

An education picture that compares a drawing with published patterns. It does not diagnose.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from .atlas import Atlas, BrokenAtlas, Problem, Region, load_atlas
from .atlas import check as check_anatomy
from .atlas.drawings import drawings
from .errors import ReferralMapError, UnknownName
from .matching import (
    Analysis,
    Candidate,
    MatchResult,
    PainDrawing,
    PointSet,
    analyse,
    match,
    point_sets,
    shortlist,
    with_pressed,
)
from .matching.marks import BrushMark, EraserMark, RegionMark
from .nerves import NerveReading, nerve_questions
from .nerves import read as read_nerves
from .red_flags import questions as red_flag_questions
from .red_flags import screen, stops_self_care
from .sessions import (
    Comparison,
    Opened,
    Reading,
    Session,
    SessionError,
    compare,
    open_session,
    write_session,
)
from .sessions import read as read_session

if TYPE_CHECKING:
    from .figures import pattern_figure
    from .figures import save as save_figure
    from .report import handout, save_handout, save_visits, visits_figure

__version__ = "0.1.0"

__all__ = [
    "Analysis",
    "Atlas",
    "BrokenAtlas",
    "BrushMark",
    "Candidate",
    "Comparison",
    "EraserMark",
    "MatchResult",
    "NerveReading",
    "Opened",
    "PainDrawing",
    "PointSet",
    "Problem",
    "Reading",
    "ReferralMapError",
    "Region",
    "RegionMark",
    "Session",
    "SessionError",
    "UnknownName",
    "__version__",
    "analyse",
    "check_anatomy",
    "compare",
    "drawings",
    "handout",
    "load_atlas",
    "match",
    "nerve_questions",
    "open_session",
    "pattern_figure",
    "point_sets",
    "read_nerves",
    "read_session",
    "red_flag_questions",
    "save_figure",
    "save_handout",
    "save_visits",
    "screen",
    "shortlist",
    "stops_self_care",
    "visits_figure",
    "with_pressed",
    "write_session",
]

_DRAWS = {
    "handout": ("report", "handout"),
    "pattern_figure": ("figures", "pattern_figure"),
    "save_figure": ("figures", "save"),
    "save_handout": ("report", "save_handout"),
    "save_visits": ("report", "save_visits"),
    "visits_figure": ("report", "visits_figure"),
}
"""By public name, the package and the name there of what needs matplotlib."""


def __getattr__(name: str) -> object:
    """What draws, loaded when it is asked for first."""
    if name not in _DRAWS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    package, own_name = _DRAWS[name]
    return getattr(import_module(f".{package}", __name__), own_name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
