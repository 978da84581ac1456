"""The handout that is compared with a kept one. Run this file to draw the kept one anew:

python tests/report/kept_page.py
"""

from pathlib import Path

from handouts import session

from referral_map import load_atlas
from referral_map.report import handout

KEPT = Path(__file__).parent / "references" / "handout.png"
DPI = 40


def save(path: Path) -> None:
    """Save the first page without its words: machines draw letters a little differently."""
    figure = handout(load_atlas(), session(2))[0]
    for text in figure.texts:
        text.set_visible(False)
    figure.savefig(path, dpi=DPI)


if __name__ == "__main__":
    KEPT.parent.mkdir(exist_ok=True)
    save(KEPT)
