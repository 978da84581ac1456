"""The messages for a session that cannot be opened, kept or written, in any language."""

from __future__ import annotations

from collections.abc import Callable

from pydantic import ValidationError

from ..errors import ReferralMapError
from ..words import Words, words_in


class SessionError(ReferralMapError):
    """A session that cannot be opened, kept or written. The message is one sentence, in English.

    key: of the sentence among the words of a language, without ``session.`` before it; fields:
    values to fill in, or functions that return them in a language.
    """

    def __init__(self, key: str, **fields: object | Callable[[Words], str]) -> None:
        self.key, self.fields = key, fields
        super().__init__(self.message_in(words_in("en")))

    def message_in(self, words: Words) -> str:
        """The sentence in a language."""
        fields = {
            name: value(words) if callable(value) else value for name, value in self.fields.items()
        }
        return words(f"session.{self.key}", **fields)


def problem(error: ValidationError) -> Callable[[Words], str]:
    """The first problem, as a function that returns it in a language.

    Pydantic's messages use its own terms or repeat the input, so kinds of error with a text of our
    own use that text.
    """
    first = error.errors(include_url=False, include_input=False)[0]
    key, plain = f"session.problem.{first['type']}", first["msg"]

    def message(words: Words) -> str:
        if key in words.texts:
            return words(key, **first.get("ctx", {}))
        if words.language == "en":
            return plain[:1].lower() + plain[1:]
        return words("session.problem.other")

    return message
