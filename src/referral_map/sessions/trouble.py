"""What is said when a session cannot be opened, kept or written: in any language."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from ..errors import ReferralMapError
from ..words import Words, words_in


class SessionError(ReferralMapError):
    """A session that cannot be opened, kept or written. The message is one sentence, in English.

    key: of the sentence among the words of a language, without ``session.`` before it; fields:
    what is filled in, or how it is said in a language.
    """

    def __init__(self, key: str, **fields: object | Callable[[Words], str]) -> None:
        self.key, self.fields = key, fields
        super().__init__(self.said_in(words_in("en")))

    def said_in(self, words: Words) -> str:
        """The sentence in a language."""
        fields = {
            name: value(words) if callable(value) else value for name, value in self.fields.items()
        }
        return words(f"session.{self.key}", **fields)


def problem(error: ValidationError) -> Callable[[Words], str]:
    """What is wrong first, as it is said in a language.

    What pydantic says is in the words of its own trade, or repeats what it was given: where there
    are words of ours for a kind of error, they are taken.
    """
    first = error.errors(include_url=False, include_input=False)[0]
    key, plain = f"session.problem.{first['type']}", first["msg"]

    def said(words: Words) -> str:
        if key in words.texts:
            return words(key, **first.get("ctx", {}))
        if words.language == "en":
            return plain[:1].lower() + plain[1:]
        return words("session.problem.other")

    return said
