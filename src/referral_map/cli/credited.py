"""JSON with what it rests on: how well each fact is supported, and whom zones are credited to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, cast

from ..atlas import Atlas
from ..atlas.credit import is_weak, key_of, zone_citations, zones_credit

_Table: TypeAlias = dict[str, Any]


def with_weak(atlas: Atlas, content: Any) -> Any:
    """The content, in which every fact that rests on no source that holds says ``"weak": true``."""
    if isinstance(content, list):
        return [with_weak(atlas, each) for each in cast("list[Any]", content)]
    if not isinstance(content, dict):
        return content
    table = cast(_Table, content)
    told = {key: with_weak(atlas, value) for key, value in table.items()}
    cited = table.get("sources")
    if isinstance(cited, list) and is_weak(atlas, cast("list[str]", cited)):
        told["weak"] = True
    return told


def with_credit(atlas: Atlas, content: dict[str, Any]) -> dict[str, Any]:
    """A reading in which every candidate says whom its zones are credited to, with the sources
    that anything in it cites: what kind of work each is, and how much of it was read."""
    candidates = [
        each | {"credit": zones_credit(atlas, zone_citations(atlas, each["trigger_point"]))}
        for each in content["candidates"]
    ]
    told: dict[str, Any] = with_weak(atlas, content | {"candidates": candidates})
    keys = sorted({key_of(each) for each in _cited(content)} & set(atlas.sources))
    told["sources"] = {
        key: atlas.sources[key].model_dump(
            mode="json", include={"authors", "year", "title", "rank", "seen"}
        )
        for key in keys
    }
    return told


def _cited(content: Any) -> Iterator[str]:
    """Every citation anywhere inside."""
    if isinstance(content, dict):
        for key, value in cast(_Table, content).items():
            yield from value if key == "sources" else _cited(value)
    elif isinstance(content, list):
        for each in cast("list[Any]", content):
            yield from _cited(each)
