"""``frontend/types/wire.d.ts``: every type of ``app/wire`` as TypeScript."""

from __future__ import annotations

from typing import Any, get_args

from pydantic import BaseModel
from pydantic.json_schema import models_json_schema

from referral_map import domain
from referral_map.app import wire
from referral_map.app.browser_constants import ORDERS
from referral_map.app.pages import PAGES
from referral_map.app.wire.texts import SourceTexts
from referral_map.atlas.records import SeenPart, SourceRank

from .typescript import Declarations, comment

HEAD = "// Made by `make contract` from the types in app/wire and from domain.py: change those."

UNIONS: dict[str, tuple[tuple[str, ...], str]] = {
    "Side": (domain.SIDES, "The patient's side."),
    "Body": (domain.BODIES, "One of the two bodies."),
    "SkinTone": (domain.SKIN_TONES, "A tone of the skin of a body."),
    "Framing": (domain.FRAMINGS, "A part of the body that is worked on."),
    "ViewName": (domain.VIEW_NAMES, "A view of the body."),
    "DrawnView": (domain.DRAWN_VIEWS, "A view that records name: what is on the left is mirrored."),
    "Quality": (domain.QUALITIES, "What pain feels like."),
    "Finding": (domain.FINDINGS, "What pressing a point found, strongest first."),
    "HowCommon": (domain.HOW_COMMON, "How often a point is found or blamed, most often first."),
    "Grade": (domain.GRADES, "How sure a place or a zone is, the surest first."),
    "Answer": (domain.ANSWERS, "What a question is answered with."),
    "Urgency": (domain.URGENCIES, "How soon a sign needs a doctor, the most urgent first."),
    "Certainty": (domain.CERTAINTIES, "How a sign was heard: told, or so that it has to be asked."),
    "HoldBack": (domain.HOLD_BACKS, "What a sign may hold back of self-care, the most first."),
    "Layer": (domain.LAYERS, "A layer of muscle, from the skin inwards."),
    "BodyPart": (domain.BODY_PARTS, "A part of the body that muscles are listed under."),
    "Strength": (domain.STRENGTHS, "How much a sign tells, the most first."),
    "Level": (domain.LEVELS, "How far down the leg."),
    "Changed": (domain.CHANGES, "What became of pain between two visits."),
    "FileFormat": (domain.FILE_FORMATS, "A format in which a page can be had."),
    "Paper": (domain.PAPERS, "A paper that a handout is laid out for."),
    "PageName": (tuple(PAGES), "A page, by its name in the address."),
    "SourceRank": (get_args(SourceRank), "What kind of authority a source has."),
    "SeenPart": (get_args(SeenPart), "How much of a source was read."),
    "Order": (ORDERS, "A field of a candidate by which the list can be ordered."),
    "QuestionKind": (tuple(wire.QUESTIONS), "What can be asked of the server."),
}
"""Names of unions of words, the words, and what they are."""

LEFT_OUT = frozenset({SourceTexts.__name__})
"""Records that are sent without what is empty in them; of all others every field is there."""


def declarations() -> str:
    """The whole file."""
    models: list[type[BaseModel]] = [
        *wire.QUESTIONS.values(),
        wire.VisitsFileQuestion,
        *dict.fromkeys([*wire.ANSWERS.values(), wire.FileAnswer, wire.Refusal]),
        *wire.ASSETS.values(),
        wire.PageData,
        wire.PageState,
    ]
    _, schemas = models_json_schema([(model, "validation") for model in models])
    schema_types: dict[str, dict[str, Any]] = schemas["$defs"]
    written = Declarations(
        {words: name for name, (words, _) in UNIONS.items()}, _whole(schema_types)
    )
    parts = [HEAD, *(written.union(words, what) for words, what in UNIONS.values())]
    parts += [written.interface(name, schema_types[name]) for name in sorted(schema_types)]
    parts += [_mark(written, schema_types), _document(), _exchange()]
    return "\n\n".join(parts) + "\n"


def _whole(schema_types: dict[str, dict[str, Any]]) -> set[str]:
    """Records of the library that are sent as they are."""
    own = {kind.__name__ for kind in _kinds_of(wire.Wire)}
    return set(schema_types) - own - LEFT_OUT


def _kinds_of(kind: type) -> set[type]:
    return {each for child in kind.__subclasses__() for each in (child, *_kinds_of(child))}


def _mark(written: Declarations, schema_types: dict[str, dict[str, Any]]) -> str:
    kinds = written.type(schema_types["Session"]["properties"]["marks"]["items"])
    what = "What a person marked, told apart by its `kind`."
    return f"{comment(what)}\nexport type Mark = {kinds};"


def _document() -> str:
    stamps = " | ".join(f'"{each}"' for each in wire.STAMPS)
    what = "The person's document as the browser holds it: a session without the server's stamps."
    kind = f"Omit<Session, {stamps}> &\n  Partial<Session>"
    return f"{comment(what)}\nexport type PersonDocument = {kind};"


def _exchange() -> str:
    """Tables of questions and answers by kind, and what a question is answered with."""
    tables = [("Questions", "What is asked, by kind", wire.QUESTIONS)]
    tables += [("Answers", "What is answered, by kind", wire.ANSWERS)]
    parts = [
        f"{comment(what + ': `/answer/<kind>`.')}\nexport interface {name} {{\n"
        + "".join(f"  {kind}: {each.__name__};\n" for kind, each in table.items())
        + "}"
        for name, what, table in tables
    ]
    refused = comment(
        "What stands in the place of an answer: one sentence; `lost` where none came, and asking\n"
        "again may help. Fields of the answer are named, so that it can be taken apart."
    )
    parts.append(
        f"{refused}\nexport type Refused<Given> = Refusal & {{ lost?: boolean }} & {{\n"
        '  [Field in Exclude<keyof Given, "trouble">]?: undefined;\n};'
    )
    asked = comment("What a question gets: its answer, or why there is none.")
    parts.append(
        f"{asked}\nexport type Answered<Given> = (Given & {{ trouble?: string; lost?: undefined }})"
        " | Refused<Given>;"
    )
    return "\n\n".join(parts)
