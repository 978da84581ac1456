"""Text of any script, which a PDF file shows as it is shaped and says as it was written."""

from __future__ import annotations

from typing import Any

from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_pdf import (
    pdfRepr,  # pyright: ignore[reportUnknownVariableType] matplotlib leaves arguments untyped
)
from matplotlib.text import Text

from . import fonts


class SaidText(Text):
    """Words. In a PDF file those of scripts whose letters change beside others are drawn as shapes,
    and stand there once more, unseen, for readers and for a search.

    As text matplotlib 3.11 writes some of their letters in the wrong place, and says a letter again
    with each shape it consists of.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Draws the words with a renderer of any kind of file."""
        is_pdf = hasattr(renderer, "file")
        super().draw(
            _Shapes(renderer) if is_pdf and not fonts.is_plain(self.get_text()) else renderer
        )


class _Shapes(RendererBase):
    """A renderer of PDF files that draws words as shapes, and what they say unseen."""

    def __init__(self, pdf: Any) -> None:
        super().__init__()
        self._pdf = pdf

    def __getattribute__(self, name: str) -> Any:
        own = name in ("_pdf", "draw_text", "__class__")
        return super().__getattribute__(name) if own else getattr(self._pdf, name)

    def draw_text(self, gc: Any, x: float, y: float, s: str, *more: Any, **named: Any) -> None:
        """Draws the words of one line."""
        pdf = self._pdf
        RendererBase.draw_text(pdf, gc, x, y, s, *more, **named)
        said = s.translate(dict.fromkeys(map(ord, fonts.TURNING)))
        # What is written from right to left, readers put into order by themselves.
        named_as = b"/ActualText %b" % pdfRepr(said) if not fonts.holds_right_to_left(s) else b""
        pdf.file.write(b"/Span <<%b>> BDC 3 Tr\n" % named_as)
        pdf.draw_text(gc, x, y, s, *more, **named)
        pdf.file.write(b"0 Tr EMC\n")
