"""One contract between Python and the browser: the type of everything that passes between them.

The types are for tests and for tools: ``tools/generate_browser_contract.py`` makes TypeScript
declarations of them (``frontend/types/wire.d.ts``), and where ``REFERRAL_MAP_CHECK_WIRE`` stands in
the environment, as it does in every test, each answer is held to its type before it is sent. A
server that people use does not look: an answer that breaks its type fails a test, not a person.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from referral_map.app.wire.answers import (
    ANSWERS,
    QUESTIONS,
    STAMPS,
    FileAnswer,
    Refusal,
    VisitsFileQuestion,
    answer_type,
    question_type,
)
from referral_map.app.wire.assets import (
    AreaDrawings,
    BodyFigure,
    Drawings,
    FoldedView,
    SkinPoints,
)
from referral_map.app.wire.base import Wire
from referral_map.app.wire.page import PageData, PageState
from referral_map.app.wire.texts import Texts

__all__ = [
    "ANSWERS",
    "ASSETS",
    "QUESTIONS",
    "STAMPS",
    "FileAnswer",
    "PageData",
    "PageState",
    "Refusal",
    "VisitsFileQuestion",
    "Wire",
    "check_answer",
    "check_asset",
    "check_page",
    "check_question",
]

ASSETS: dict[str, type[Wire]] = {
    "drawings": Drawings,
    "view": FoldedView,
    "skin": SkinPoints,
    "areas": AreaDrawings,
    "figure": BodyFigure,
    "texts": Texts,
}
"""Types of ``atlas/<name>.json`` by the first word of its name: ``view-woman-back`` is a view."""


def check_question(kind: str, asked: dict[str, Any]) -> None:
    """Raises ValidationError for a question that is not of the type of its kind."""
    _check(question_type(kind, asked), asked)


def check_answer(kind: str, asked: dict[str, Any], answer: dict[str, Any]) -> None:
    """Raises ValidationError for an answer that is not of the type of its kind."""
    _check(answer_type(kind, asked, answer), answer)


def check_asset(name: str, content: Mapping[str, Any]) -> None:
    """Raises ValidationError for a part of the atlas that is not of its type."""
    _check(ASSETS[name.partition("-")[0]], content)


def check_page(data: dict[str, Any]) -> None:
    """Raises ValidationError for the data of a page that are not of their type."""
    _check(PageData, data)


def _check(kind: type[Wire], content: Mapping[str, Any]) -> None:
    # As JSON, for that is what the browser gets: its lists are tuples here.
    kind.model_validate_json(json.dumps(content), strict=True)
