"""The facts that the browser shares with Python, gathered from where each of them stands.

``make contract`` writes them as ``frontend/lib/constants.js``. What only the page decides (how long
a card lingers, how many are shown at first) stays in its modules.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, get_args

from referral_map import domain, pens
from referral_map.app.answers import KINDS
from referral_map.app.pages import PAGES
from referral_map.app.questions import MOST_VISITS
from referral_map.atlas.folded import MARK_ARM, MARK_RADIUS_MM
from referral_map.atlas.skin_points import AREA_STEPS, UV_STEPS
from referral_map.colours import COLOURS
from referral_map.figures.quality_signs import LIGHTEST, SIGNS, SQUARE
from referral_map.matching.marks import (
    BEYOND_VIEW_MM,
    LARGEST_SIZE_CM,
    LEAST_SIZE_CM,
    MARK_KINDS,
    MOST_INTENSE,
    MOST_MARKS,
    MOST_PLACES,
)
from referral_map.report.content import FIRST
from referral_map.sessions import FORMAT, MOST_BYTES, VERSION
from referral_map.sessions.record import (
    KEY_FORM,
    LANGUAGE_FORM,
    LONGEST_KEY,
    LONGEST_NAME,
    LONGEST_NOTE,
    LONGEST_POINT,
    LONGEST_TEXT,
    POINT_FORM,
    UNPRINTABLE,
    VISITED_FORM,
)

OFFERED_SIZES_CM = (1, 10)
"""Sizes of the brush that the slider offers; a file may hold the smaller and larger ones, too."""

Order: TypeAlias = Literal["place", "score", "coverage", "fit"]
ORDERS: tuple[Order, ...] = get_args(Order)
"""Fields of a candidate by which the list can be ordered; the first is how it comes."""

SKIN, BONE = "skin", "bone"
"""What lies outside and inside of the layers of muscle."""


@dataclass(frozen=True)
class Constant:
    """A value for the browser: plain data, its TypeScript type, and what it is in a sentence."""

    value: Any
    type: str
    what: str


def _list(values: Any, kind: str, what: str) -> Constant:
    return Constant(list(values), f"readonly {kind}[]", what)


def _number(value: float, what: str) -> Constant:
    return Constant(int(value) if value == int(value) else value, "number", what)


def _text(value: str, what: str) -> Constant:
    return Constant(value, "string", what)


def _tints(start: str) -> int:
    """How many colours are numbered after a name: ``area_1`` and so on."""
    return sum(name.startswith(f"{start}_") and name[-1].isdigit() for name in COLOURS)


def constants() -> Mapping[str, Constant]:
    """Every shared fact by its name in the browser, in the order in which they are written."""
    return _names() | _marks() | _limits() | _safety() | _page()


def _names() -> dict[str, Constant]:
    return {
        "SIDES": _list(domain.SIDES, "Side", "The two sides, always the patient's."),
        "VIEW_NAMES": _list(domain.VIEW_NAMES, "ViewName", "The views, in order."),
        "BODIES": _list(domain.BODIES, "Body", "The bodies, in the order in which they stand."),
        "MEASURED_BODY": Constant(
            domain.MEASURED_BODY, "Body", "The body that is taken where nobody chose."
        ),
        "SKIN_TONES": _list(domain.SKIN_TONES, "SkinTone", "Tones of the skin of a body."),
        "FRAMINGS": _list(
            domain.FRAMINGS, "Framing", "Parts of the body to work on; the first is the start."
        ),
        "MIRRORED_VIEW": Constant(
            dict(domain.MIRRORED_VIEW),
            "Readonly<Record<ViewName, ViewName>>",
            "By view, the one that shows the mirrored body as this one shows the body.",
        ),
        "QUALITIES": _list(domain.QUALITIES, "Quality", "What pain can feel like."),
        "FINDINGS": _list(
            domain.FINDINGS, "Finding", "What pressing a point can find, strongest first."
        ),
        "GRADES": _list(domain.GRADES, "Grade", "How sure a place or a zone is, the surest first."),
        "ANSWERS": _list(domain.ANSWERS, "Answer", "What a question can be answered with."),
        "CHANGES": _list(
            domain.CHANGES, "Changed", "What can have become of pain between two visits."
        ),
        "LAYERS": _list(
            (SKIN, *domain.LAYERS, BONE),
            f'(Layer | "{SKIN}" | "{BONE}")',
            "The layers of the body, from outside in.",
        ),
        "BODY_PARTS": _list(
            domain.BODY_PARTS, "BodyPart", "Parts of the body that muscles are listed under."
        ),
    }


def _marks() -> dict[str, Constant]:
    signs = {quality or "none": sign.as_path() for quality, sign in SIGNS.items()}
    return {
        "MARK_KINDS": _list(MARK_KINDS, "Mark['kind']", "What can be marked with."),
        "MOST_INTENSE": _number(MOST_INTENSE, "The worst pain; 0 does not hurt."),
        "LEAST_SIZE_CM": _number(LEAST_SIZE_CM, "The thinnest stroke a document may hold."),
        "LARGEST_SIZE_CM": _number(LARGEST_SIZE_CM, "The widest stroke a document may hold."),
        "OFFERED_SIZES_CM": Constant(
            list(OFFERED_SIZES_CM),
            "readonly [number, number]",
            "Sizes of the brush that are offered.",
        ),
        "LIGHTEST": _number(
            LIGHTEST,
            "How strongly the weakest pain is coloured; the worst and the unrated: 1.",
        ),
        "SIGN_SQUARE": _number(SQUARE, "Side of the square of a sign, picture mm."),
        "SIGNS": Constant(
            signs,
            'Readonly<Record<Quality | "none", string>>',
            "The sign of each quality of pain as SVG path data in its square.",
        ),
        "DISC_RADIUS": _number(
            MARK_RADIUS_MM,
            "Two examiners who mark the same trigger point put their marks about 13 mm apart, so a "
            "point is an X in a disc of that radius, never a pin.",
        ),
        "DISC_ARM": _number(MARK_ARM, "How far the X reaches on each axis, of the radius."),
        "NERVE_LEAST_MM": _number(pens.NERVE_LEAST_MM, "No nerve is drawn thinner."),
        "NERVE_CASING_MM": _number(
            pens.NERVE_CASING_MM, "The dark edge of a nerve is so much wider than the nerve."
        ),
        "NERVE_HIDDEN_SHARE": _number(
            pens.NERVE_HIDDEN_SHARE, "Width of the dashed line of a covered nerve, of its own."
        ),
        "STIPPLE_MM": _number(
            pens.STIPPLE_MM, "Side of the square that holds two dots of spillover."
        ),
        "STIPPLE_DOT_MM": _number(pens.STIPPLE_DOT_MM, "The radius of a dot."),
        "FADE_MM": _number(
            pens.FADE_MM, "Where a window cuts the body, it fades out over so much."
        ),
        "CUT_WITHIN_MM": _number(
            pens.CUT_WITHIN_MM, "An outline that was cut at an edge of a window lies so near to it."
        ),
        "UV_STEPS": _number(UV_STEPS, "Places of skin points come in this part of a picture mm."),
        "AREA_STEPS": _number(AREA_STEPS, "Areas of skin points come in this part of a cm2."),
        "AREA_TINTS": _number(_tints("area"), "How many colours skin areas have."),
        "FLESH_TINTS": _number(_tints("flesh"), "How many colours muscles have."),
    }


def _limits() -> dict[str, Constant]:
    return {
        "SESSION_FORMAT": Constant(FORMAT, "Session['format']", "What a session file says it is."),
        "SESSION_VERSION": Constant(
            VERSION, "Session['version']", "The version of the format that is written."
        ),
        "MOST_BYTES": _number(MOST_BYTES, "Of a session file."),
        "MOST_VISITS": _number(MOST_VISITS, "Files that can be compared."),
        "MOST_MARKS": _number(MOST_MARKS, "Marks in a document."),
        "MOST_PLACES": _number(MOST_PLACES, "Places in the path of one stroke."),
        "BEYOND_VIEW_MM": _number(BEYOND_VIEW_MM, "How far a path may leave its view's window."),
        "LONGEST_TEXT": _number(LONGEST_TEXT, "Letters of the person's own words."),
        "LONGEST_NOTE": _number(LONGEST_NOTE, "Letters of a note."),
        "LONGEST_NAME": _number(LONGEST_NAME, "Letters of a name."),
        "KEY_FORM": _text(KEY_FORM, "Pattern of the id of a region or a question."),
        "LONGEST_KEY": _number(LONGEST_KEY, "Letters of such an id."),
        "POINT_FORM": _text(POINT_FORM, "Pattern of a point on a side."),
        "LONGEST_POINT": _number(LONGEST_POINT, "Letters of a point on a side."),
        "LANGUAGE_FORM": _text(LANGUAGE_FORM, "Pattern of the code of a language."),
        "VISITED_FORM": _text(VISITED_FORM, "Pattern of the date of a drawing."),
        "UNPRINTABLE": _text(
            escaped(UNPRINTABLE.pattern),
            "Pattern of characters that neither a page nor a PDF can hold; sessions refuse them.",
        ),
    }


def _safety() -> dict[str, Constant]:
    return {
        "URGENCIES": _list(
            domain.URGENCIES, "Urgency", "How soon a sign needs a doctor, the most urgent first."
        ),
        "STOPPING": _list(domain.STOPPING, "Urgency", "Urgencies that end all self-care."),
        "HOLD_BACKS": _list(
            domain.HOLD_BACKS, "HoldBack", "What a sign may hold back of self-care, the most first."
        ),
        "COUNTED_IN_DOUBT": _list(
            domain.COUNTED_IN_DOUBT,
            "Urgency",
            "Urgencies of which not being sure of a sign counts as the sign.",
        ),
    }


def _page() -> dict[str, Constant]:
    return {
        "PAGES": _list(PAGES, "PageName", "The pages; the first is the start."),
        "QUESTION_KINDS": _list(KINDS, "QuestionKind", "What can be asked of the server."),
        "ORDERS": _list(
            ORDERS,
            "Order",
            "Fields of a candidate by which the list can be ordered; the first is how it comes.",
        ),
        "FIRST_IN_HANDOUT": _number(FIRST, "Points a handout begins with where none was kept."),
        "FILE_FORMATS": _list(domain.FILE_FORMATS, "FileFormat", "Formats a page can be had in."),
        "PAPERS": _list(
            domain.PAPERS,
            "Paper",
            "Papers a page can be laid out for; the first where nothing tells which is usual.",
        ),
        "LETTER_TERRITORIES": _list(
            domain.LETTER_TERRITORIES, "string", "Where printers hold Letter."
        ),
    }


def escaped(pattern: str) -> str:
    """A regular expression of one character class as JavaScript reads it, in plain letters."""
    return "".join(
        each if each.isascii() and each.isprintable() else f"\\u{ord(each):04x}" for each in pattern
    )


def as_javascript(value: Any) -> str:
    """A value as JavaScript writes it."""
    return json.dumps(value, ensure_ascii=False)
