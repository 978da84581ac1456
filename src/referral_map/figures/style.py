"""Colours and strokes of every picture, from the table of the whole project (``colours.py``).

The pain zones differ from muscle and nerve in lightness and in texture, not in hue alone.
"""

from typing import Any

from ..colours import on_paper, opacity

INK = on_paper("ink")
SKIN = on_paper("body")
SKIN_EDGE = on_paper("body_line")
BONE = on_paper("bone")
BONE_EDGE = on_paper("bone_line")
MUSCLE = on_paper("muscle")
MUSCLE_ALPHA = opacity("muscle")
MUSCLE_EDGE = on_paper("muscle_line")
NERVE = on_paper("nerve")
NERVE_EDGE = on_paper("nerve_casing")
SKIN_AREA = on_paper("area_1")
ESSENTIAL = on_paper("essential")
ESSENTIAL_ALPHA = opacity("essential")
SPILLOVER = on_paper("spillover_dot")
SPILLOVER_HATCH = "...."
MARK_DISC = on_paper("point_disc")
MARK_EDGE = on_paper("point_line")

FONT: dict[str, Any] = {"family": "DejaVu Sans", "color": INK}
