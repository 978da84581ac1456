"""What people might write in Spanish, and which signs must and must not be read in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_map import load_atlas
from referral_map.red_flags import questions, screen, stops_self_care
from referral_map.red_flags.grammar import grammar_of
from referral_map.red_flags.text import words_of

ENGLISH = load_atlas()
SPANISH = load_atlas(language="es")
# Each tells of the sign it stands beside, and of no other.
TOLD = {
    "adormecimiento entre las piernas": "saddle_numbness",
    "dificultad para orinar": "bladder_change",
    "pérdida de control del intestino": "bowel_change",
    "problemas de erección": "sexual_change",
    "debilidad en las dos piernas": "both_legs",
    "dolor en el pecho": "chest_pain",
    "la pantorrilla hinchada": "swollen_calf",
    "el pie caído": "foot_drop",
    "fiebre": "fever_unwell",
    "un accidente de coche": "major_trauma",
    "cáncer de mama": "cancer_history",
    "pérdida de peso": "weight_loss",
    "dolor nocturno": "night_pain",
    "osteoporosis": "steroids_or_thin_bones",
    "claudicación": "pain_at_walking_distance",
}
DENIED = [
    "no tengo {}", "sin {}", "no he tenido {}", "nunca tuve {}", "niega {}", "no hay {}", "{}: no",
    "¿{}? No.", "no es verdad que tenga {}", "no tengo dolor ni {}", "tampoco tengo {}",
    "no presenta {}",
]  # fmt: skip


def ids(text, atlas=SPANISH):
    return {flag.id for flag in screen(atlas, {}, text)}


def sure(text, atlas=SPANISH):
    return {flag.id for flag in screen(atlas, {}, text) if flag.heard == "sure"}


def without_accents(text):
    return text.translate(str.maketrans("áéíóúüÁÉÍÓÚ", "aeiouuAEIOU"))


# a patient's words, and all the signs they tell of
SITUATIONS = {
    "Desde ayer tengo adormecida la entrepierna y no puedo orinar bien.":
        {"saddle_numbness", "bladder_change"},
    "No siento nada cuando me limpio.": {"saddle_numbness"},
    "Perdí la sensibilidad entre las piernas": {"saddle_numbness"},
    "Esta mañana me oriné sin darme cuenta": {"bladder_change"},
    "Se me escapa la orina desde el lunes": {"bladder_change"},
    "No logro aguantar la caca y tengo las dos piernas dormidas": {"bowel_change", "both_legs"},
    "Desde que empezó el dolor no puedo tener una erección": {"sexual_change"},
    "Después del vuelo tengo la pantorrilla izquierda caliente e hinchada.": {"swollen_calf"},
    "Se me hinchó la pantorrilla y me falta el aire": {"swollen_calf", "clot_in_lungs"},
    "Arrastro el pie al caminar y no puedo levantar los dedos": {"foot_drop"},
    "La pierna está cada vez más débil": {"growing_weakness"},
    "Me duele la espalda y tengo escalofríos y fiebre alta": {"fever_unwell"},
    "Me caí de una escalera y ahora duele la cadera": {"major_trauma"},
    "Tengo la rodilla roja, caliente e hinchada": {"hot_joint"},
    "Tuve cáncer de mama en 2011. Me duele la zona lumbar.": {"cancer_history"},
    "Bajé 10 kilos sin hacer dieta": {"weight_loss"},
    "El dolor me despierta todas las noches": {"night_pain"},
    "Tengo 71 años y un dolor nuevo muy fuerte": {"older_age"},
    "Me duele la pantorrilla después de caminar 200 metros y se quita cuando me paro":
        {"pain_at_walking_distance"},
    "No tengo fiebre, pero no puedo orinar": {"bladder_change"},
    "No tengo fiebre y la pantorrilla está hinchada": {"swollen_calf"},
    "No sé si tengo fiebre": {"fever_unwell"},
    "No solo me duele, también tengo la pantorrilla hinchada": {"swollen_calf"},
    "El dolor no se quita y tengo adormecida la entrepierna": {"saddle_numbness"},
    "No tengo control de la vejiga": {"bladder_change"},
    "Estoy perdiendo fuerza en la pierna y tropiezo con la punta del pie":
        {"growing_weakness", "foot_drop"},
    "Siento hormigueo en la ingle y alrededor del ano": {"saddle_numbness"},
    "Me cuesta empezar a orinar y no sé cuándo tengo la vejiga llena": {"bladder_change"},
    "Tomo prednisona para los pulmones, me duele la espalda": {"steroids_or_thin_bones"},
    "nunca había sentido la entrepierna tan dormida": {"saddle_numbness"},
    "Me duele igual desde hace meses y no mejora": {"weeks_without_change"},
    "me duele el pecho y toso sangre": {"clot_in_lungs"},
    "Sin fiebre pero con la pantorrilla roja": {"swollen_calf"},
    "Siento acorchada la zona genital y no noto nada al limpiarme": {"saddle_numbness"},
    "Cada vez tengo menos fuerza en la pierna": {"growing_weakness"},
    "no puedo contener la orina": {"bladder_change"},
    "tengo ganas de ir al baño pero la orina no me sale, no puedo hacer pis": {"bladder_change"},
}  # fmt: skip
QUIET = [
    "Un dolor profundo en la nalga derecha que baja por el muslo, peor al sentarme.",
    "Me duele la ingle al girarme en la cama. La cadera está rígida por la mañana.",
    "Dolor en la pantorrilla. Sin hinchazón, sin fiebre, sin hormigueo entre las piernas.",
    "No tengo fiebre, ni pérdida de peso, ni adormecimiento entre las piernas.",
    "Niega fiebre, pérdida de peso, sudores nocturnos o adormecimiento en la entrepierna.",
    "¿Fiebre? No. Problemas de vejiga: ninguno. Entrepierna dormida: no.",
    "Mi madre tuvo cáncer de mama. Me duele la espalda.",
    "Nunca he tenido cáncer y no he bajado de peso",
    "No tengo ninguna dificultad para orinar",
    "Siento bien la entrepierna y puedo orinar",
    "La planta del pie está dormida y hormiguea",
    "Mi pantorrilla no está hinchada ni caliente",
    "no tengo osteoporosis ni fiebre",
    "no padezco de osteoporosis",
    "He dormido con una almohada entre las piernas y me alivia",
    "Duermo de lado con un cojín entre las rodillas",
    "Puedo caminar de talones y puntillas sin problema. Orino con normalidad.",
    "Nunca me ha dolido el pecho, y no tengo el pie caído",
    "La pantorrilla no se me ha hinchado",
]


@pytest.mark.parametrize("text", SITUATIONS)
def test_signs_are_heard_in_spanish_with_and_without_accents(text):
    assert SITUATIONS[text] <= sure(text)
    assert SITUATIONS[text] <= sure(without_accents(text))


def test_what_stands_apart_is_asked():
    (flag,) = [
        each
        for each in screen(SPANISH, {}, "Se me duermen las piernas, las dos")
        if each.id == "both_legs"
    ]
    assert (flag.heard, flag.question) == (
        "ask",
        next(asked.words for asked in questions(SPANISH) if asked.id == "both_legs"),
    )


@pytest.mark.parametrize("text", QUIET)
def test_other_words_raise_no_false_alarm(text):
    assert sure(text) == set()
    assert sure(without_accents(text)) == set()


@pytest.mark.parametrize("words", TOLD)
def test_each_sign_is_read_from_text(words):
    assert TOLD[words] in sure(f"Tengo {words}.")


@pytest.mark.parametrize("denial", DENIED)
@pytest.mark.parametrize("words", TOLD)
def test_a_denied_sign_is_not_found(words, denial):
    assert TOLD[words] not in ids(denial.format(words))


@given(st.sampled_from([*TOLD]), st.sampled_from(DENIED), st.sampled_from([*TOLD]))
def test_a_denial_takes_away_only_what_it_denies(denied, denial, said):
    assert TOLD[said] in sure(f"{denial.format(denied)}. Tengo {said}.")


ENGLISH_TEXTS = [
    "numb between my legs", "I can't feel when I wipe", "no fever but I can't feel when I wipe",
    "my calf is swollen", "I do not have fever and chills", "never had cancer", "osteoporosis",
    "I don't have osteoporosis", "no osteoporosis", "My mother had breast cancer",
    "I have no control over my bladder", "no trouble walking, however I can not start to pee",
    "She denies fever, weight loss, night sweats or saddle numbness.", "foot drop",
]  # fmt: skip


@pytest.mark.parametrize("text", ENGLISH_TEXTS)
def test_english_is_read_as_well_as_in_the_english_atlas(text):
    assert ids(text) == ids(text, ENGLISH)


@given(st.lists(st.sampled_from(ENGLISH_TEXTS), min_size=1, max_size=3).map(". ".join))
def test_english_texts_of_several_sentences_too(text):
    assert ids(text) == ids(text, ENGLISH)


def test_both_languages_are_heard_in_one_text():
    assert sure("My calf is swollen. No puedo orinar.") == {"swollen_calf", "bladder_change"}


def test_what_is_said_back_is_spanish():
    found = screen(SPANISH, {"foot_drop": "yes"}, "Arrastro el pie.")[0]
    flag = next(flag for flag in SPANISH.red_flags if flag.id == "foot_drop")
    assert found.why == (
        f'Usted respondió sí a: {flag.question} Usted escribió: "Arrastro el pie".'
    )
    assert found.action == flag.action
    assert stops_self_care([found])


def test_questions_stand_in_the_same_order_in_both_languages():
    here, there = questions(SPANISH), questions(ENGLISH)
    assert [(q.id, q.urgency) for q in here] == [(q.id, q.urgency) for q in there]
    assert len(here) > 10
    assert all("?" in q.words and q.words != e.words for q, e in zip(here, there, strict=True))


@given(st.text())
def test_any_text_can_be_read(text):
    assert isinstance(screen(SPANISH, {}, text), tuple)


@given(st.text("aeiouáéíóúüñn .,¿?"))
def test_words_keep_their_places_in_the_text(text):
    words = words_of(text, grammar_of("es"))
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert "ano" not in [word.word for word in words_of("año", grammar_of("es"))]
