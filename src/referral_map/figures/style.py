"""Colours and strokes of every picture: calm, warm, and distinguishable without colour vision.

The same colours as on the page (app/frontend/styles/tokens.css). The pain zones differ
from muscle and nerve in lightness and in texture, not in hue alone.
"""

INK = "#2b2622"
SKIN = "#f1e6d8"
SKIN_EDGE = "#8a765d"
BONE = "#fbf5ea"
BONE_EDGE = "#cbb999"
MUSCLE = "#7a3e78"
MUSCLE_EDGE = "#5e2b5d"
NERVE = "#f7c325"
NERVE_EDGE = "#5b4300"
SKIN_AREA = "#1d7480"
ESSENTIAL = "#cd3c1e"
ESSENTIAL_ALPHA = 0.78
SPILLOVER = "#b5391a"
SPILLOVER_HATCH = "...."
MARK_EDGE = INK

FONT = {"family": "DejaVu Sans", "color": INK}
