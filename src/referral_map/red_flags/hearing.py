"""Which red flags a text tells of, for sure or perhaps, in every language at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from ..atlas import Atlas
from ..atlas.once import once_an_atlas
from ..domain import STOPPING
from .listener import Denied, Heard, Listener, meets
from .resemblance import Likeness

ASKED_FROM = -0.05
"""Likeness from which on a text without words of a dangerous sign is asked about the likeliest."""

ASKED_BESIDE = 0.2
"""The same where the words of another sign, for soon, explain some of the likeness."""

TAKEN_FROM = -0.1
"""Likeness below which even the words of a dangerous sign are asked about and not taken."""

LEAST_DOUBTED = 11
"""Words that a sentence has at least for its likeness to count against the words of a sign: what is
said in a few plain words is taken; stories about something else are long."""


_Reading: TypeAlias = tuple[Mapping[str, Heard], Mapping[str, Sequence[Denied]]]


@once_an_atlas
def _listeners(atlas: Atlas) -> tuple[Listener, ...]:
    flags = {flag.id: flag for flag in atlas.red_flags}
    languages = tuple(atlas.hearings)
    return tuple(
        Listener(language, languages, hearing, flags, atlas.told.get(language, ()))
        for language, hearing in atlas.hearings.items()
    )


def hear(atlas: Atlas, text: str) -> dict[str, Heard]:
    """By the id of a red flag, how a text tells of it; nothing for what it does not mention.

    Every language is heard whatever the language of the atlas, because people mix them. What one
    language reads as told is not taken where another reads the same words as denied.
    """
    if not text.strip():
        return {}
    urgency = {flag.id: flag.urgency for flag in atlas.red_flags}
    readings = [listener.hear(text) for listener in _listeners(atlas)]
    result: dict[str, Heard] = {}
    for number, (heard, _) in enumerate(readings):
        denials = [denied for other, (_, denied) in enumerate(readings) if other != number]
        for key, each in heard.items():
            others = (other for denied in denials for other in denied.get(key, []))
            if any(other.counts_against(each.spans) for other in others):
                continue
            result[key] = _surer(result[key], each) if key in result else each
    dangerous = [key for key in result if urgency[key] in STOPPING]
    likenesses = _likenesses(atlas, text)
    result |= {
        key: _doubted(result[key]) for key in dangerous if _is_unlike(result[key], likenesses)
    }
    refused = [each.span for _, denied in readings for spans in denied.values() for each in spans]
    alike = [each for each in likenesses if not meets([each.span], refused)]
    best = max(alike, key=lambda each: each.score, default=None)
    explained = any(each.certainty == "sure" for each in result.values())
    least = ASKED_BESIDE if explained else ASKED_FROM
    if not dangerous and best is not None and best.score >= least:
        result |= dict.fromkeys(best.signs, Heard("ask", (best.span,), "like"))
    return result


def _is_unlike(heard: Heard, likenesses: Sequence[Likeness]) -> bool:
    """Whether every sentence with words of a sign is long and is like those that tell of none."""
    own = [each for each in likenesses if not each.whole and meets(heard.spans, [each.span])]
    return bool(own) and all(
        each.words >= LEAST_DOUBTED and each.score < TAKEN_FROM for each in own
    )


def _doubted(heard: Heard) -> Heard:
    """The same to be asked: its sentence is more like those that tell of nothing."""
    return Heard("ask", heard.spans, heard.doubt or "unclear")


def _likenesses(atlas: Atlas, text: str) -> list[Likeness]:
    """What the sentences of a text are like, in the language that knows most of its words."""
    speaker = max(_listeners(atlas), key=lambda listener: listener.known_words(text))
    return speaker.likenesses(text) if speaker.known_words(text) else []


def _surer(one: Heard, other: Heard) -> Heard:
    """Of two languages' readings the surer one; a doubt about the same words stays a doubt."""
    asked, sure = sorted((one, other), key=lambda heard: heard.certainty == "sure")
    doubted = asked.doubt is not None and meets(asked.spans, sure.spans)
    return sure if sure.certainty == "sure" and not doubted else asked
