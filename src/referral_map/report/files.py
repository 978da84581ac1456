"""Handouts and other pages as PDF, PNG or SVG."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib
from matplotlib.backends.backend_pdf import Name, PdfPages
from matplotlib.figure import Figure
from matplotlib.text import Text

from ..atlas import Atlas
from ..domain import FILE_FORMATS as FORMATS
from ..domain import FileFormat, Language
from ..errors import ReferralMapError, nearest
from ..sessions import Comparison, Session
from ..words import words_in
from .fonts import is_plain
from .handout import drawn
from .visits import visits_figure

if TYPE_CHECKING:
    from matplotlib.typing import RcKeyType

DPI = 100
"""Dots an inch of PNG files."""

_SETTINGS: dict[RcKeyType, Any] = {
    "pdf.fonttype": 42,  # letters as the font itself has them
    "svg.fonttype": "none",  # text stays text, in the reader's fonts
    "font.enable_last_resort": False,  # a box for each letter there is
    "svg.hashsalt": "referral-map",
    "path.simplify": False,
    "text.hinting": "no_hinting",  # letters on a screen are as wide as measured
}
_WITH_OTHER_FONTS: dict[RcKeyType, Any] = {
    "pdf.fonttype": 3,  # shapes of letters, from every kind of font; they can be searched, too
    "svg.fonttype": "path",  # who opens the file may not have the fonts
}
# matplotlib has these settings once for the whole process, so one page is written at a time.
_ONE_AT_A_TIME = threading.Lock()


def save_handout(
    atlas: Atlas, session: Session, path: str | Path, paper: str = "a4", locale: str = ""
) -> None:
    """Writes a handout by the suffix of ``path``: PDF by page, PNG and SVG as one tall picture.

    paper: ``a4`` or ``letter``; locale: of the person, such as ``en-NZ``, for the date. Raises
    ReferralMapError for another suffix or paper, and for a place that cannot be written.
    """
    target = Path(path)
    _write(target, handout_bytes(atlas, session, format_of(target), paper, locale))


def save_visits(atlas: Atlas, comparison: Comparison, path: str | Path, paper: str = "a4") -> None:
    """Writes the page about visits by the suffix of ``path``: PDF, PNG or SVG.

    Raises ReferralMapError as ``save_handout`` does.
    """
    target = Path(path)
    _write(target, visits_bytes(atlas, comparison, format_of(target), paper))


def visits_bytes(atlas: Atlas, comparison: Comparison, format: str, paper: str = "a4") -> bytes:
    """The page about visits as the content of a file: ``pdf``, ``png`` or ``svg``.

    Raises ReferralMapError for another format or paper.
    """
    form = _checked(format)
    figure = visits_figure(atlas, comparison, paper)
    about = {
        "Title": atlas.words("report.visits.title"),
        "Author": atlas.words("report.author"),
        "Subject": atlas.words("report.visits.subject"),
    }
    return as_bytes([figure], form, about, atlas.language)


def _write(target: Path, content: bytes) -> None:
    try:
        target.write_bytes(content)
    except OSError as error:
        raise ReferralMapError(f"cannot write {str(target)!r}: {error.strerror}") from error


def handout_bytes(
    atlas: Atlas, session: Session, format: str, paper: str = "a4", locale: str = ""
) -> bytes:
    """A handout as the content of a file: ``pdf``, ``png`` or ``svg``.

    locale: of the person, for the date. Raises ReferralMapError for another format or paper.
    """
    form = _checked(format)
    handout = drawn(atlas, session, paper, locale, tall=form != "pdf")
    words = words_in(handout.language)
    about = {
        "Title": handout.title,
        "Author": words("report.author"),
        "Subject": words("report.subject"),
    }
    return as_bytes(handout.figures, form, about, handout.language)


def format_of(path: Path) -> FileFormat:
    """The format that a file's suffix names. Raises ReferralMapError for another one."""
    for form in FORMATS:
        if path.suffix.lower() == f".{form}":
            return form
    allowed = ", ".join(f".{each}" for each in FORMATS)
    raise ReferralMapError(
        f"cannot write {path.name!r}: the suffix is {path.suffix!r}; allowed: {allowed}"
    )


def _checked(format: str) -> FileFormat:
    for form in FORMATS:
        if form == format:
            return form
    hint = nearest(format, FORMATS)
    raise ReferralMapError(f"unknown format {format!r}; allowed: {', '.join(FORMATS)}{hint}")


def as_bytes(
    figures: Sequence[Figure], format: FileFormat, about: Mapping[str, str], language: Language
) -> bytes:
    """Figures as one file; PNG and SVG take the one figure there is.

    about: Title, Author and Subject; language: the code that the file says it is written in.
    """
    content = io.BytesIO()
    other_fonts = any(not is_plain(each.get_text()) for each in _texts(figures))
    settings = matplotlib.rc_context(  # pyright: ignore[reportUnknownMemberType] untyped PathLike
        _SETTINGS | (_WITH_OTHER_FONTS if other_fonts else {})
    )
    with _ONE_AT_A_TIME, settings:
        if format == "pdf":
            _write_pdf(content, figures, about, language)
        elif format == "svg":
            named = {"Title": about["Title"], "Creator": about["Author"], "Language": language}
            _save(figures[0], content, format="svg", metadata={**named, "Date": None})
        else:
            _save(figures[0], content, format="png", dpi=DPI, metadata=dict(about))
    return content.getvalue()


def _texts(figures: Sequence[Figure]) -> Iterator[Text]:
    for figure in figures:
        yield from figure.texts


def _save(figure: Figure, content: io.BytesIO, **options: Any) -> None:
    figure.savefig(  # pyright: ignore[reportUnknownMemberType] matplotlib leaves keywords untyped
        content, **options
    )


def _write_pdf(
    content: io.BytesIO, figures: Sequence[Figure], about: Mapping[str, str], language: Language
) -> None:
    with PdfPages(content, metadata={**about, "CreationDate": None}) as pdf:
        for figure in figures:
            pdf.savefig(figure)  # pyright: ignore[reportUnknownMemberType] matplotlib leaves keywords untyped
        # matplotlib cannot set the language of a document, so a second catalogue is appended;
        # readers use the last one.
        file = pdf._ensure_file()  # pyright: ignore[reportPrivateUsage] there is no public way
        catalogue = {
            "Type": Name("Catalog"),
            "Pages": file.pagesObject,
            "Lang": language.encode(),
            "ViewerPreferences": {"DisplayDocTitle": True},
        }
        file.writeObject(  # pyright: ignore[reportUnknownMemberType] matplotlib leaves arguments untyped
            file.rootObject, catalogue
        )
