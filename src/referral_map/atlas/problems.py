"""Everything wrong with a folder of data, collected and reported at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from pydantic import ValidationError

from ..errors import ReferralMapError, nearest

Note: TypeAlias = Callable[[str, str], None]
"""Notes a problem of a record: where in it, and what is wrong."""


@dataclass(frozen=True)
class Problem:
    """One broken rule: the file, the record in it, and what was given and is allowed."""

    file: str
    record: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.record}: {self.message}"


class BrokenAtlas(ReferralMapError):
    """The data breaks a rule. ``problems`` holds all of them; the message is the first."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        super().__init__(f"{problems[0]}{more}; run 'referral-map check' for all")


@dataclass
class Problems:
    """A growing list of problems."""

    noted: list[Problem] = field(default_factory=list[Problem])

    def add(self, file: str, record: str, message: str) -> None:
        """Notes one problem."""
        self.noted.append(Problem(file, record, message))

    def add_validation(
        self, file: str, record: str, error: ValidationError, allowed_keys: dict[str, list[str]]
    ) -> None:
        """Notes every problem of a record that pydantic refused, in plain words."""
        for item in error.errors():
            where = ".".join(str(step) for step in item["loc"] if step != "function-after")
            message = item["msg"].removeprefix("Value error, ")
            if item["type"] == "extra_forbidden":
                key = str(item["loc"][-1])
                message = f"unknown key {key!r}{nearest(key, _keys(allowed_keys))}"
            elif item["type"] == "missing":
                message = "is missing"
            else:
                message = f"{message}; given {_short(item.get('input'))}"
                expected = (item.get("ctx") or {}).get("expected")
                if expected and isinstance(item.get("input"), str):
                    message += nearest(
                        item["input"], expected.replace("'", "").replace(" or ", ", ").split(", ")
                    )
            self.add(file, f"{record} {where}".strip(), message)


def _keys(allowed: dict[str, list[str]]) -> list[str]:
    return sorted({key for keys in allowed.values() for key in keys})


def _short(value: object, length: int = 60) -> str:
    text = repr(value)
    return text if len(text) <= length else f"{text[:length]}..."
