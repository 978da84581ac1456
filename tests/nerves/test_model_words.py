"""The published model of sciatica is a count of items with its limits, never a verdict."""

import re

import pytest

from referral_map.nerves.model import ITEMS, model_items
from referral_map.words import LANGUAGES

VERDICTS = re.compile(
    r"\b(strong|weak|likely|unlikely|probabl\w+|risk|%|fuerte|débil|riesgo)\b", re.IGNORECASE
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answered", [True, False])
def test_it_says_how_many_items_fit_and_what_that_cannot_tell(atlas, language, answered):
    there = atlas.in_language(language)
    signs = [key for key, sign in there.records.nerve_signs.items() if sign.model_item]
    found = model_items(there, dict.fromkeys(signs, answered))
    number = len(ITEMS) if answered else 0
    assert found is not None
    assert len(found.present) == number
    said = {
        "en": f"Your answers fit {number} of 5 items of a published list.",
        "es": f"Sus respuestas coinciden con {number} de 5 puntos de una lista publicada.",
    }
    assert found.text == said[language]
    assert not VERDICTS.search(found.text)
    assert found.limits
    assert re.search(r"no odds|no dan probabilidades", found.limits)


def test_without_an_answer_there_is_no_count(atlas):
    assert model_items(atlas, {}) is None
