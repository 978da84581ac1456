"""TypeScript declarations of pydantic types, by way of their JSON schemas.

A generator of our own, small, in place of json-schema-to-typescript: that one is another tool chain
(it needs Node where a Python person changes a type), knows no names of plain unions such as
``Side``, and cannot tell a table with every name from one with some of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

WIDTH = 100
TYPE, EVERY = "x-typescript", "x-every"
"""Marks in a schema: see ``app/wire``."""

Schema = Mapping[str, Any]
_PLAIN = {"string": "string", "number": "number", "integer": "number", "boolean": "boolean",
          "null": "null"}  # fmt: skip
_NAME = re.compile(r"[A-Za-z_$][\w$]*")


class Declarations:
    """Writes schemas as declarations.

    unions: names of unions of words, by their words; whole: types of which every field is there,
    though Python may leave some of them out.
    """

    def __init__(self, unions: Mapping[tuple[str, ...], str], whole: Iterable[str]) -> None:
        self.unions = unions
        self.whole = frozenset(whole)

    def union(self, words: tuple[str, ...], what: str) -> str:
        """``export type Side = "right" | "left";`` with what it is."""
        name = self.unions[words]
        line = f"export type {name} = {' | '.join(map(json.dumps, words))};"
        if len(line) > WIDTH:
            line = f"export type {name} =" + "".join(f"\n  | {json.dumps(w)}" for w in words) + ";"
        return f"{comment(what)}\n{line}"

    def interface(self, name: str, schema: Schema) -> str:
        """``export interface Candidate {...}`` with what it and its fields are."""
        needed = schema.get("required", ())
        fields = []
        for key, field in schema.get("properties", {}).items():
            note = comment(field["description"], "  ") if "description" in field else ""
            there = key in needed or name in self.whole
            line = f"  {_key(key)}{'' if there else '?'}: {self.type(field)};"
            fields += [*([note] if note else []), line]
        body = "{\n" + "\n".join(fields) + "\n}" if fields else "{}"
        return f"{comment(schema['description'])}\nexport interface {name} {body}"

    def type(self, schema: Schema) -> str:
        """The type of a field."""
        if TYPE in schema:
            return schema[TYPE]
        if "$ref" in schema:
            return schema["$ref"].rpartition("/")[2]
        if "const" in schema:
            return json.dumps(schema["const"])
        if "enum" in schema:
            words = tuple(schema["enum"])
            return self.unions.get(words) or " | ".join(map(json.dumps, words))
        for several in ("anyOf", "oneOf"):
            if several in schema:
                return " | ".join(dict.fromkeys(self.type(each) for each in schema[several]))
        if schema.get("type") == "array":
            return self._list(schema)
        if schema.get("type") == "object":
            return self._table(schema)
        if schema.get("type") in _PLAIN:
            return _PLAIN[schema["type"]]
        raise ValueError(f"no TypeScript is known for {schema}")

    def _list(self, schema: Schema) -> str:
        if "prefixItems" in schema:
            return f"[{', '.join(self.type(each) for each in schema['prefixItems'])}]"
        item = self.type(schema["items"])
        return f"({item})[]" if " | " in item else f"{item}[]"

    def _table(self, schema: Schema) -> str:
        names = schema.get("propertyNames", {})
        values = schema.get("additionalProperties")
        if values is None:
            # A pattern of the keys says what may stand there: all such entries are alike.
            (values,) = schema["patternProperties"].values()
        table = f"Record<{self.type(names) if 'enum' in names else 'string'}, {self.type(values)}>"
        return table if schema.get(EVERY) or "enum" not in names else f"Partial<{table}>"


def comment(words: str, before: str = "") -> str:
    """A doc comment; code in double backticks gets single ones, as editors show it."""
    lines = [line.strip() for line in words.replace("``", "`").strip().splitlines()]
    if len(lines) == 1 and len(lines[0]) + len(before) + 7 <= WIDTH:
        return f"{before}/** {lines[0]} */"
    note = "".join(f"{before} * {line}".rstrip() + "\n" for line in lines)
    return f"{before}/**\n{note}{before} */"


def _key(name: str) -> str:
    return name if _NAME.fullmatch(name) else json.dumps(name)
