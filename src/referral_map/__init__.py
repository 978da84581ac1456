"""Which trigger points might explain where it hurts: an open, sourced map of referred pain.

>>> from referral_map import PainDrawing, load_atlas, match
>>> atlas = load_atlas()
>>> pain = PainDrawing.from_regions(atlas, ["thigh_back_middle_right"])
>>> match(atlas, pain).candidates[0].side
'right'

An education picture that compares a drawing with published patterns. It does not diagnose.
"""

from .atlas import load_atlas
from .errors import ReferralMapError
from .matching import PainDrawing, match

__version__ = "0.1.0"

__all__ = ["PainDrawing", "ReferralMapError", "__version__", "load_atlas", "match"]
