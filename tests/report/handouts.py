"""Sessions that handouts are made of, and PDF files read by another program's eyes."""

import io

from matplotlib.figure import Figure
from pypdf import PdfReader

from referral_map.sessions import Session

DRAWING = tuple(
    {"kind": "region", "region": f"{region}_right", "intensity": strength, "quality": quality}
    for region, strength, quality in (
        ("buttock_outer", 7, "ache"),
        ("thigh_back_upper", 7, "burning"),
        ("thigh_back_middle", 4, "electric"),
        ("thigh_back_lower", 4, "tingling"),
        ("leg_outer_middle", 2, "numb"),
    )
)
KEPT = (
    "piriformis_lateral:right",
    "gluteus_minimus_posterior:right",
    "quadratus_lumborum_deep_caudal:right",
    "soleus_1:left",
    "piriformis_medial:right",
    "tibialis_anterior_1:left",
)
URGENT = {"saddle_numbness": "yes"}
SAVED = "2026-11-21T10:00:00Z"


def session(number: int = 1, **more) -> Session:
    """A session with the drawing and so many kept points, and what else is given."""
    return Session(**{"marks": DRAWING, "kept": KEPT[:number], "saved": SAVED} | more)


def words_of(figures: list[Figure]) -> str:
    """All words of figures in the order in which they are drawn, with single spaces."""
    texts = [
        text
        for figure in figures
        for text in sorted(figure.texts, key=lambda text: text.get_zorder())
    ]
    return " ".join(" ".join(text.get_text() for text in texts).split())


def opened(content: bytes) -> PdfReader:
    """A PDF file as pypdf reads it."""
    return PdfReader(io.BytesIO(content), strict=True)


def text_of(content: bytes) -> str:
    """All words of a PDF file in the order in which they stand in it, with single spaces."""
    return " ".join(" ".join(page.extract_text() for page in opened(content).pages).split())
