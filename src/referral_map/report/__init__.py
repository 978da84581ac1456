"""Pages to print: the handout, and how the pain changes from visit to visit."""

from .files import FORMATS, format_of, handout_bytes, save_handout, save_visits, visits_bytes
from .handout import handout
from .notes import handout_notes, visits_notes
from .paper import PAPERS, paper_size
from .visits import visits_figure

__all__ = [
    "FORMATS",
    "PAPERS",
    "format_of",
    "handout",
    "handout_bytes",
    "handout_notes",
    "paper_size",
    "save_handout",
    "save_visits",
    "visits_bytes",
    "visits_figure",
    "visits_notes",
]
