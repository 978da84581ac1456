"""Pictures for files; with ``report`` the only user of matplotlib."""

from .contact_sheet import contact_sheets
from .nerve_sheets import dermatome_sheets, nerve_sheets
from .pattern import FORMATS, pattern_figure, save

__all__ = [
    "FORMATS",
    "contact_sheets",
    "dermatome_sheets",
    "nerve_sheets",
    "pattern_figure",
    "save",
]
