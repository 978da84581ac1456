"""Draws the pictures in docs/ again: the README's picture, the contact sheets of all
patterns, and the page that lists them.

python tools/draw_docs_pictures.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from referral_map import load_atlas  # noqa: E402
from referral_map.atlas.drawings import CREDIT, drawings  # noqa: E402
from referral_map.figures import contact_sheets, pattern_figure, save  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
README_POINT = "gluteus_minimus_posterior"
SHEET_DPI = 75
PATTERNS_INTRODUCTION = """\
# All patterns

Every trigger point of the atlas, right side, in all five views: essential zone solid, spillover
zone stippled, the muscle tinted, the point as an X in a disc. Beside each stands what the cited
texts say, in our words. Drawn by `make figures`; each sheet was looked at against those words.
"""


def main() -> None:
    """Writes every picture, and removes sheets that are no longer made."""
    atlas = load_atlas()
    drawn = drawings(atlas)
    PICTURES.mkdir(parents=True, exist_ok=True)
    for old in PICTURES.glob("patterns_*.png"):
        old.unlink()
    save(pattern_figure(atlas, drawn, README_POINT), PICTURES / "pattern.png", dpi=100)
    page = [PATTERNS_INTRODUCTION]
    for number, (point_ids, sheet) in enumerate(contact_sheets(atlas, drawn), 1):
        name = f"patterns_{number:02}.png"
        save(sheet, PICTURES / name, dpi=SHEET_DPI)
        page.append(f"![Patterns of {', '.join(point_ids)}](pictures/{name})\n")
    (ROOT / "docs" / "patterns.md").write_text("\n".join([*page, CREDIT, ""]), encoding="utf-8")
    for path in sorted(PICTURES.glob("*.png")):
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
