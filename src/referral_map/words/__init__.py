"""Every sentence of the library, in each language: one folder a language, no English in the code.

>>> from referral_map.words import words_in
>>> words_in("en")("side.right")
'right'

A language is the folder ``<code>/`` here (sentences), ``free_text/<code>.toml`` (how free text is
read) and the folder ``anatomy/languages/<code>/`` (the atlas). ``LANGUAGES`` lists what is here.
"""

from .words import LANGUAGES, Words, checked_language, free_text_rules, words_in

__all__ = ["LANGUAGES", "Words", "checked_language", "free_text_rules", "words_in"]
