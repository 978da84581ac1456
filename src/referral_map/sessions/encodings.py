"""The text in the bytes of a file: UTF-8 or UTF-16, with or without a byte order mark.

What else it might be is refused and never guessed: a wrong guess opens, garbled.
"""

from __future__ import annotations

import codecs

from .trouble import SessionError

_MARKS = (
    # Before UTF-16, whose mark it begins with.
    (codecs.BOM_UTF32_LE, None),
    (codecs.BOM_UTF32_BE, None),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes) -> str:
    """The text. Raises SessionError for another encoding, and for half a letter."""
    encoding = _encoding(data)
    if encoding is None:
        raise SessionError("not_text")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SessionError("not_text") from error


def _encoding(data: bytes) -> str | None:
    """By the mark in front, else by the zeros beside the first letters of JSON, which are ASCII."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding
    zeros = [byte == 0 for byte in data[:4]]
    if zeros[:2] == [True, False]:
        return "utf-16-be"
    if zeros[:2] == [False, True]:
        return None if zeros[2:] == [True, True] else "utf-16-le"
    return "utf-8"
