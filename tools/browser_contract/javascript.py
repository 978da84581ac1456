"""``frontend/lib/constants.js``: the facts that the browser shares with Python."""

from __future__ import annotations

import json
import re
from textwrap import fill
from typing import Any

from referral_map.app.browser_constants import constants

from .typescript import WIDTH

HEAD = """// Made by `make contract` from what stands in Python (app/browser_constants.py).
// Facts that only the page decides stand in its own modules."""
_TYPES, _NO_BREAK = 'from "../types/wire.d.ts"', "~"
_TYPE_NAME = re.compile(r"\b(?!Readonly|Record)[A-Z]\w+")


def constants_js() -> str:
    """The whole module."""
    shared = constants()
    names = sorted({name for each in shared.values() for name in _TYPE_NAME.findall(each.type)})
    # TypeScript reads no line that ends in "from".
    wrapped = fill(f"@import {{ {', '.join(names)} }} {_TYPES.replace(' ', _NO_BREAK)}", WIDTH - 3)
    types = "\n".join(f" * {line}" for line in wrapped.replace(_NO_BREAK, " ").splitlines())
    parts = [HEAD, f"/**\n{types}\n */"]
    for name, each in shared.items():
        comment_lines = [f" * {line}" for line in fill(each.what, WIDTH - 3).splitlines()]
        parts.append(
            "\n".join(["/**", *comment_lines, f" * @type {{{each.type}}}", " */"])
            + "\n"
            + _export(name, each.value)
        )
    return "\n\n".join(parts) + "\n"


def _export(name: str, value: Any) -> str:
    """A constant as prettier would lay it out."""
    start = f"export const {name} ="
    if isinstance(value, dict):
        entries = "".join(f"  {key}: {json.dumps(each)},\n" for key, each in value.items())
        return f"{start} {{\n{entries}}};"
    written = f"{value:_}" if isinstance(value, int) and value >= 10_000 else json.dumps(value)
    if len(f"{start} {written};") <= WIDTH:
        return f"{start} {written};"
    if isinstance(value, list):
        entries = "".join(f"  {json.dumps(each)},\n" for each in value)
        return f"{start} [\n{entries}];"
    return f"{start}\n  {written};"
