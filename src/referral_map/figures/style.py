"""Colours and strokes of every picture: calm, warm, and told apart without colour vision.

The pain zones differ from muscle and nerve in lightness and in texture, not in hue alone.
"""

INK = "#2b2622"
PAPER = "#ffffff"
SKIN = "#f7ebe1"
SKIN_EDGE = "#8a7465"
BONE = "#efe6d2"
BONE_EDGE = "#c9b99a"
MUSCLE = "#b8664f"
MUSCLE_EDGE = "#8a3f2c"
NERVE = "#d8a013"
NERVE_EDGE = "#7d5a00"
ESSENTIAL = "#b3134f"
ESSENTIAL_ALPHA = 0.78
SPILLOVER = "#b3134f"
SPILLOVER_FILL = "#f6d3df"
SPILLOVER_HATCH = "...."
MARK_EDGE = INK

FONT = {"family": "DejaVu Sans", "color": INK}
