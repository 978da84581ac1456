"""The names everything else speaks of, each once: sides, views, qualities, findings, urgencies.

A type says what is allowed, and the tuple beside it is the same in its order. They stand below all
other layers. The browser gets them from here, too: see ``app/browser_constants.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias, get_args

Side: TypeAlias = Literal["right", "left"]
SIDES: tuple[Side, ...] = get_args(Side)
"""The two sides, always the patient's."""

Body: TypeAlias = Literal["woman", "man"]
BODIES: tuple[Body, ...] = get_args(Body)
"""The two bodies that all is measured on, in the order in which they are offered."""

MEASURED_BODY: Body = "man"
"""The body whose anatomy was measured; the other is that one in another form. It is taken where
nobody chose, and files from before there were two were drawn on it."""

SkinTone: TypeAlias = Literal["light", "medium", "dark"]
SKIN_TONES: tuple[SkinTone, ...] = get_args(SkinTone)
"""The tones of skin that a body is drawn in, the lightest first."""

Framing: TypeAlias = Literal["lower", "upper", "whole"]
FRAMINGS: tuple[Framing, ...] = get_args(Framing)
"""The parts of the body that are worked on; the first when nobody chose."""

ViewName: TypeAlias = Literal[
    "back", "front", "right", "left", "inner_legs", "soles", "feet_tops",
    "head_sides", "head_top", "arms_outer", "arms_inner", "palms", "hand_backs",
]  # fmt: skip
VIEW_NAMES: tuple[ViewName, ...] = get_args(ViewName)
"""The views, in the order in which they are shown."""

_MIRRORED: dict[ViewName, ViewName] = {"right": "left", "left": "right"}
MIRRORED_VIEW: Mapping[ViewName, ViewName] = MappingProxyType(
    {name: _MIRRORED.get(name, name) for name in VIEW_NAMES}
)
"""By view, the one that shows the mirrored body as this one shows the body."""

DrawnView: TypeAlias = Literal[
    "back", "front", "right", "inner_legs", "soles", "feet_tops",
    "head_sides", "head_top", "arms_outer", "arms_inner", "palms", "hand_backs",
]  # fmt: skip
DRAWN_VIEWS: tuple[DrawnView, ...] = get_args(DrawnView)
"""The views that are stored; ``left`` is the mirror of ``right``."""

Quality: TypeAlias = Literal["ache", "burning", "electric", "tingling", "numb"]
QUALITIES: tuple[Quality, ...] = get_args(Quality)
"""What pain can feel like."""

Finding: TypeAlias = Literal["familiar", "tender", "nothing"]
FINDINGS: tuple[Finding, ...] = get_args(Finding)
"""What pressing a point can find, strongest first."""

HowCommon: TypeAlias = Literal["very_common", "common", "occasional", "rare"]
HOW_COMMON: tuple[HowCommon, ...] = get_args(HowCommon)
"""How often a point is found or blamed, the most often first. What no source says is not known,
which is none of these."""

Grade: TypeAlias = Literal["measured", "consensus", "single", "weak"]
GRADES: tuple[Grade, ...] = get_args(Grade)
"""How sure a place or a zone is, the surest first: studies mapped it; the standard work and texts
of others agree; one text says so, or several without the standard work; a lone page, or texts that
differ."""

Answer: TypeAlias = Literal["yes", "no", "not_sure"]
ANSWERS: tuple[Answer, ...] = get_args(Answer)
"""What a question about signs can be answered with."""

Urgency: TypeAlias = Literal["now", "today", "soon"]
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
"""How soon a red flag needs a doctor, the most urgent first."""

STOPPING: tuple[Urgency, ...] = ("now", "today")
"""Urgencies that replace all self-care with one plain instruction."""

COUNTED_IN_DOUBT: tuple[Urgency, ...] = ("now",)
"""Urgencies of which not being sure of a sign counts as the sign: whoever doubts whether they are
numb between the legs is to be looked at (docs/decisions/0011-questions-before-the-list.md)."""

HoldBack: TypeAlias = Literal["all", "pressure", "nothing"]
HOLD_BACKS: tuple[HoldBack, ...] = get_args(HoldBack)
"""What of self-care a sign holds back, the most first: all of it until somebody was asked, hard
pressure, or nothing."""

Certainty: TypeAlias = Literal["sure", "ask"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)
"""How a red flag was heard in a person's words: told, or so that it has to be asked."""

Layer: TypeAlias = Literal["superficial", "intermediate", "deep"]
LAYERS: tuple[Layer, ...] = get_args(Layer)
"""Layers of muscle, from the skin inwards."""

BodyPart: TypeAlias = Literal["trunk", "buttock", "hip", "thigh", "leg", "foot"]
BODY_PARTS: tuple[BodyPart, ...] = get_args(BodyPart)
"""Parts of the body that muscles are listed under, from the top down."""

Strength: TypeAlias = Literal["strong", "some", "weak"]
STRENGTHS: tuple[Strength, ...] = get_args(Strength)
"""How much a sign tells, the most first."""

Level: TypeAlias = Literal[
    "buttock", "upper thigh", "mid-thigh", "lower thigh", "knee", "upper calf", "mid-calf",
    "lower calf", "ankle", "foot",
]  # fmt: skip
LEVELS: tuple[Level, ...] = get_args(Level)
"""How far down the leg, in plain words, from the trunk to the toes."""

Changed: TypeAlias = Literal["gone", "new", "same"]
CHANGES: tuple[Changed, ...] = get_args(Changed)
"""What can have become of pain between two visits."""

FileFormat: TypeAlias = Literal["pdf", "png", "svg"]
FILE_FORMATS: tuple[FileFormat, ...] = get_args(FileFormat)
"""Formats in which a page can be had."""

Paper: TypeAlias = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)
"""Papers that a page can be laid out for; the first where nothing tells which is usual."""

LETTER_TERRITORIES = (
    "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE",
)  # fmt: skip
"""Where printers hold Letter, as the Unicode CLDR lists them; A4 is usual everywhere else."""


def usual_paper(territory: str | None) -> Paper:
    """The paper that is usual in a territory, such as ``NZ``."""
    return "letter" if territory in LETTER_TERRITORIES else "a4"


Language: TypeAlias = str
"""Code of a language, such as ``en``; which there are, the files of ``words/`` tell."""
