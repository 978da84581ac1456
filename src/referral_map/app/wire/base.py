"""What every type of the contract has in common, and the names that stand in many of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any, TypeAlias, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from referral_map.domain import (
    BODIES,
    DRAWN_VIEWS,
    SIDES,
    VIEW_NAMES,
    Body,
    DrawnView,
    Side,
    ViewName,
)

Share: TypeAlias = Annotated[float, Field(ge=0, le=1)]
Size: TypeAlias = Annotated[float, Field(ge=0)]
Text: TypeAlias = Annotated[str, Field(min_length=1)]
SvgPath: TypeAlias = str
Place: TypeAlias = tuple[float, float]
"""Picture mm: ``u`` to the viewer's right, ``v`` down."""

Content = TypeVar("Content")


class Wire(BaseModel):
    """A type of the contract: frozen, and nothing in it but what it names."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        strict=True,
        allow_inf_nan=False,
        use_attribute_docstrings=True,
    )


def _with_each(names: tuple[str, ...]) -> Callable[[dict[str, Any]], dict[str, Any]]:
    def check(table: dict[str, Any]) -> dict[str, Any]:
        if set(table) != set(names):
            raise ValueError(f"has {', '.join(table)}; needs {', '.join(names)}")
        return table

    return check


EVERY = "x-every"
"""Marks, in a JSON schema, a table that holds every name it may hold."""

EverySide = Annotated[
    dict[Side, Content], AfterValidator(_with_each(SIDES)), Field(json_schema_extra={EVERY: True})
]
EveryView = Annotated[
    dict[ViewName, Content],
    AfterValidator(_with_each(VIEW_NAMES)),
    Field(json_schema_extra={EVERY: True}),
]
EveryDrawnView = Annotated[
    dict[DrawnView, Content],
    AfterValidator(_with_each(DRAWN_VIEWS)),
    Field(json_schema_extra={EVERY: True}),
]
EveryBody = Annotated[
    dict[Body, Content], AfterValidator(_with_each(BODIES)), Field(json_schema_extra={EVERY: True})
]
