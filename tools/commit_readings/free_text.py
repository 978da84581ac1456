"""What simulated people write: everyday sentences, red flags and denials of them."""

from __future__ import annotations

import numpy as np

from referral_map.atlas import Atlas

EVERYDAY = {
    "en": (
        "It started after I moved house.",
        "The ache goes down the back of my leg when I sit.",
        "Worse in the morning, better when I walk.",
        "I sleep well and feel fine otherwise.",
        "My knee hurts on the stairs",
        "sometimes my foot tingles after running",
    ),
    "es": (
        "Empezó después de una mudanza.",
        "El dolor baja por detrás de la pierna cuando me siento.",
        "Peor por la mañana, mejor al caminar.",
        "Duermo bien y por lo demás estoy bien.",
        "Me duele la rodilla en las escaleras",
        "a veces me hormiguea el pie después de correr",
    ),
}

FRAMES = {
    "en": (
        "{}",
        "{}",
        "Since Monday: {}!",
        "No {}.",
        "I do not have {}",
        "My mother had {}",
        "{}? no",
        "I have never had {} before",
        "My back aches and {}, and I can not sleep.",
    ),
    "es": (
        "{}",
        "{}",
        "Desde el lunes: {}!",
        "No {}.",
        "No tengo {}",
        "Mi madre tuvo {}",
        "¿{}? no",
        "Nunca he tenido {} antes",
        "Me duele la espalda y {}, y no puedo dormir.",
    ),
}
"""``{}`` stands for a sentence that tells of a red flag, or of none."""


def free_text(atlas: Atlas, rng: np.random.Generator) -> str:
    """Up to three everyday sentences and two about a red flag, in the atlas's language."""
    everyday = EVERYDAY[atlas.language]
    sentences = [everyday[int(rng.integers(len(everyday)))] for _ in range(rng.integers(4))]
    sentences += [_about_a_red_flag(atlas, rng) for _ in range(rng.integers(3))]
    return " ".join(sentences[k] for k in rng.permutation(len(sentences)))


def _about_a_red_flag(atlas: Atlas, rng: np.random.Generator) -> str:
    told = atlas.told[atlas.language]
    sentence = told[int(rng.integers(len(told)))].text.rstrip(".")
    frames = FRAMES[atlas.language]
    return frames[int(rng.integers(len(frames)))].format(sentence)
