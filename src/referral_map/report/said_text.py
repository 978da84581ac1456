"""Text that a PDF file says as it was written."""

from __future__ import annotations

from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_pdf import pdfRepr
from matplotlib.text import Text

from . import fonts


class SaidText(Text):
    """Words, in a PDF file with what a reader or a search finds there.

    Scripts whose letters change beside others write several shapes for one letter, and matplotlib
    says that letter with each of them.
    """

    def draw(self, renderer: RendererBase) -> None:
        """Draws the words, in a PDF file between the marks that tell what they say."""
        file = getattr(renderer, "file", None)
        words = self.get_text()
        # Readers put what is written from right to left into order by themselves.
        if file is None or fonts.is_basic(words) or fonts.holds_right_to_left(words):
            super().draw(renderer)
            return
        file.write(b"/Span <</ActualText %b>> BDC\n" % pdfRepr(words))
        super().draw(renderer)
        file.write(b"EMC\n")
