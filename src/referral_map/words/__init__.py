"""Every sentence the library says, in each language: one folder a language, no English in the code.

>>> from referral_map.words import words_in
>>> words_in("en")("side.right")
'right'

A language is the folder ``<code>/`` here (what is said), ``heard/<code>.toml`` (how free text is
read) and the folder ``anatomy/languages/<code>/`` (the atlas). ``LANGUAGES`` lists what is here.
"""

from .words import LANGUAGES, Words, heard_in, known_language, words_in

__all__ = ["LANGUAGES", "Words", "heard_in", "known_language", "words_in"]
