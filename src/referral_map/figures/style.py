"""Colours and strokes of every picture, from the table of the whole project (``colours.py``).

The pain zones differ from muscle and nerve in lightness and in texture, not in hue alone.
"""

from typing import Any

from ..colours import on_paper, opacity
from ..domain import SkinTone
from ..pens import OPACITIES

INK = on_paper("ink")
PAPER = "white"
SKIN = on_paper("body")
SKIN_EDGE = on_paper("body_line")
SHADE = on_paper("body_shade")
SHADE_ALPHA = opacity("body_shade")
FOLD_ALPHA = opacity("body_fold")
TENDON = on_paper("tendon")
FIBRE = on_paper("fibre")
BONE = on_paper("bone")
MUSCLE_EDGE = on_paper("muscle_line")
FLESH = on_paper("flesh_1")
BONE_ALPHA = OPACITIES["faint"]
"""Bones are faint where no muscle is drawn between them."""
NERVE = on_paper("nerve")
NERVE_EDGE = on_paper("nerve_casing")
SKIN_AREA = on_paper("area_1")
ESSENTIAL = on_paper("essential")
ESSENTIAL_ALPHA = opacity("essential")
ZONE_EDGE = on_paper("zone_line")
SPILLOVER = on_paper("spillover_dot")
SPILLOVER_GROUND = on_paper("spillover_ground")
SPILLOVER_ALPHA = opacity("spillover_ground")
SPILLOVER_HATCH = "...."
"""In a legend, whose squares have no mm."""
MARK_DISC = on_paper("point_disc")
MARK_EDGE = on_paper("point_line")

FONT: dict[str, Any] = {"family": "DejaVu Sans", "color": INK}


def skin_of(tone: SkinTone | None) -> tuple[str, str]:
    """The colours of skin of a tone and of its outline; grey, for print, where there is none."""
    if tone is None:
        return on_paper("body_grey"), SKIN_EDGE
    if tone == "dark":
        return on_paper("body_dark"), on_paper("body_line_dark")
    return on_paper("body_light" if tone == "light" else "body"), SKIN_EDGE
