"""Draws the pictures in docs/ again: the README's picture, the handout, the architecture, and the
contact sheets of all patterns, nerves and dermatomes with the pages that list them.

python tools/draw_docs_pictures.py
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from referral_map import load_atlas  # noqa: E402
from referral_map.atlas import Atlas  # noqa: E402
from referral_map.atlas.drawings import CREDIT, drawings  # noqa: E402
from referral_map.domain import BODIES  # noqa: E402
from referral_map.figures import (  # noqa: E402
    contact_sheets,
    dermatome_sheets,
    nerve_sheets,
    pattern_figure,
    save,
)
from referral_map.matching.marks import RegionMark  # noqa: E402
from referral_map.report import handout  # noqa: E402
from referral_map.sessions import Session  # noqa: E402
from tools import architecture_picture, draw_order_pictures  # noqa: E402

PICTURES = ROOT / "docs" / "pictures"
EXAMPLE = Session(
    saved="2026-11-21T10:00:00Z",
    marks=(
        RegionMark(region="buttock_outer_right", intensity=7, quality="ache"),
        RegionMark(region="thigh_back_upper_right", intensity=7, quality="burning"),
        RegionMark(region="leg_outer_middle_right", intensity=3, quality="tingling"),
    ),
    kept=("piriformis_lateral:right", "gluteus_minimus_posterior:right"),
)
"""The session whose handout stands in docs/handout.md."""

HANDOUT_DPI = 80
README_POINT = "gluteus_minimus_posterior"
SHEET_DPI = 75
PAGES = {
    "patterns": (
        contact_sheets,
        """# All patterns

Every trigger point of the atlas, right side, in every view of the lower half: essential zone
solid, spillover zone stippled, the muscle as it lies among the bones, the point as an X in a disc.
Beside each stands what the cited texts say, in our words. Drawn by `make figures`; each sheet was
looked at against those words.
""",
    ),
    "nerves": (
        nerve_sheets,
        """# All nerves

Every nerve of the atlas, right side: its path (gold), the skin its branches feel (ruled), and the
places where it may be caught (diamonds). Borders of skin fields differ between people and between
texts. Drawn by `make figures`; each sheet was looked at against the cited words.
""",
    ),
    "dermatomes": (
        dermatome_sheets,
        """# Dermatomes L2 to S3

The skin of each nerve root, right side, as most texts have it. Maps disagree and neighbours
overlap; pain from a root often leaves its dermatome, so no root is ever named from a drawing.
Drawn by `make figures`; each sheet was looked at against the cited words.
""",
    ),
}


def shrink(path: Path) -> None:
    """Writes a PNG again with 128 colours, chosen to span what is there.

    Colours chosen by how much of the picture they fill would turn the small red zones brown.
    """
    with Image.open(path) as picture:
        few = picture.convert("RGB").quantize(128, method=Image.Quantize.MAXCOVERAGE)
        few.save(path, optimize=True)


def draw_handouts(atlas: Atlas) -> None:
    """The pages of one handout side by side, in every language."""
    for language in atlas.languages:
        session = EXAMPLE.model_copy(update={"language": language})
        pages = []
        for figure in handout(atlas, session):
            content = BytesIO()
            figure.savefig(content, format="png", dpi=4 * HANDOUT_DPI)
            # Drawn large and made small: letters drawn small would be wider than on paper.
            pages.append(Image.open(content).convert("RGB").reduce(4))
        whole = Image.new("RGB", (sum(page.width for page in pages), pages[0].height), "white")
        left = 0
        for page in pages:
            whole.paste(page, (left, 0))
            left += page.width
        whole.save(PICTURES / f"handout_{language}.png", optimize=True)


def draw_sheets(name: str, atlases: list[Atlas]) -> None:
    """The sheets of one kind on every body, and the page that shows them."""
    sheets, introduction = PAGES[name]
    for old in PICTURES.glob(f"{name}_*.png"):
        old.unlink()
    page = [introduction]
    for atlas in atlases:
        page.append(f"## {atlas.body.capitalize()}\n")
        for number, (ids, sheet) in enumerate(sheets(atlas, drawings(atlas)), 1):
            file = f"{name}_{atlas.body}_{number:02}.png"
            save(sheet, PICTURES / file, dpi=SHEET_DPI)
            shrink(PICTURES / file)
            title = f"{name.capitalize()} on the {atlas.body}: {', '.join(ids)}"
            page.append(f"![{title}](pictures/{file})\n")
    text = "\n".join([*page, CREDIT, ""])
    (ROOT / "docs" / f"{name}.md").write_text(text, encoding="utf-8")


def main() -> None:
    """Writes every picture, and removes sheets that are no longer made."""
    atlases = [load_atlas(body=body) for body in BODIES]
    own = atlases[0]
    PICTURES.mkdir(parents=True, exist_ok=True)
    save(pattern_figure(own, drawings(own), README_POINT), PICTURES / "pattern.png", dpi=100)
    draw_handouts(own)
    architecture_picture.draw()
    draw_order_pictures.main()
    for name in PAGES:
        draw_sheets(name, atlases)
    for path in sorted(PICTURES.glob("*.png")):
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
