"""The one table of urgency: no other text sends its reader for help more slowly than it does."""

import shutil

import pytest

from referral_map.atlas.folder import anatomy_folder
from referral_map.atlas.problems import Problems
from referral_map.cli.main import main
from referral_map.red_flags.rules_urgency import PaceReader, no_second_pace

TOO_SLOW = {
    "en": {
        "See a doctor in the next days if you can't lift your foot.": "foot_drop",
        "See a doctor soon for a big toe that is hot, red and swollen.": "hot_joint",
        "See a doctor within days with a fever.": "fever_unwell",
        "Call a doctor soon if one calf is swollen and warm.": "swollen_calf",
        "See someone soon if a leg or foot grows weak or numb.": "growing_weakness",
        "See a doctor soon if you cannot put weight on the leg after a fall.": (
            "unable_to_bear_weight"
        ),
        "See a doctor today if you are numb between your legs.": "saddle_numbness",
        "Call a doctor today if you can't hold your pee.": "bladder_change",
        "See a doctor the same day if your foot drops, or if both legs are weak.": "both_legs",
        "See a doctor today if your chest hurts and you are short of breath.": "chest_pain",
        "See a doctor today after a bad fall.": "major_trauma",
        "See a doctor today if your foot is cold and pale and numb.": "cold_pale_leg",
        # A place alone is no pace where another is said.
        "Today: go to an emergency room if the pain came from a bad crash.": "major_trauma",
        # A pace for the sentences after it, and for the one before it.
        "Soon: call if you have had cancer. Call if a joint is hot, red and swollen.": "hot_joint",
        "You cannot lift the foot and it slaps. See a doctor soon if that is new.": "foot_drop",
        "A fever and blood in your pee may be the kidney. See a doctor soon.": "fever_unwell",
    },
    "es": {
        "Vea a un médico en los próximos días si no puede levantar el pie.": "foot_drop",
        "Vaya pronto al médico si el dedo gordo está caliente, rojo e hinchado.": "hot_joint",
        "Consulte pronto si tiene fiebre.": "fever_unwell",
        "Llame pronto a un médico si una pantorrilla está hinchada y caliente.": "swollen_calf",
        "Consulte pronto si la pierna está cada vez más débil.": "growing_weakness",
        "Vaya hoy al médico si se le duerme la zona entre las piernas.": "saddle_numbness",
        "Vaya hoy al médico si no puede retener la orina.": "bladder_change",
        "Llame hoy a un médico si las dos piernas están débiles.": "both_legs",
        "Vaya hoy al médico si le duele el pecho y le falta el aire.": "chest_pain",
        "Vaya hoy al médico después de una caída fuerte.": "major_trauma",
        "No puede levantar el pie. Vea pronto a un médico si eso es nuevo.": "foot_drop",
    },
}
RIGHT = {
    "en": [
        "See a doctor today if you can't lift your foot.",
        "Go to an emergency room if both legs are weak.",
        "Call an ambulance for sudden chest pain.",
        "See a doctor within days if you have had cancer.",
        # The words of a more urgent sign that another sign explains.
        "Get help today if you can't put weight on the foot after a fall.",
        "See a doctor today for a fever, or blood in your pee.",
        "See one within days if you have diabetes and your feet are numb.",
        # Nothing to seek help for, and no pace.
        "Surgery for a disc may ease leg pain sooner.",
        "Stop if the foot drops.",
        # The pace of one sentence is not that of the next.
        "See a doctor soon if the knee locks. You cannot lift the foot when this nerve is hurt.",
    ],
    "es": [
        "Llame hoy a un médico si no puede levantar el pie.",
        "Vaya ahora a urgencias si las dos piernas están débiles.",
        "Vaya al médico en los próximos días si ha tenido cáncer.",
        "Pregunte antes a un médico si tiene poca sensibilidad en los pies.",
        "Pare si el pie se le cae.",
    ],
}


@pytest.mark.parametrize("language", TOO_SLOW)
def test_a_slower_pace_for_a_sign_is_found(atlas, language):
    reader = PaceReader(atlas, language)
    for text, sign in TOO_SLOW[language].items():
        assert sign in [found.sign for found in reader.too_slow(text)], text


@pytest.mark.parametrize("language", RIGHT)
def test_the_right_pace_and_no_pace_are_left_alone(atlas, language):
    reader = PaceReader(atlas, language)
    for text in RIGHT[language]:
        assert list(reader.too_slow(text)) == [], text


def test_every_text_that_ships_keeps_the_paces_of_the_table(atlas):
    problems = Problems()
    no_second_pace(atlas, problems)
    assert problems.noted == []


@pytest.mark.parametrize(
    ("file", "right", "wrong", "told"),
    [
        (
            "self_care/tibialis_anterior.toml",
            "See a doctor today if you can't lift your foot",
            "See a doctor soon if you can't lift your foot",
            "tibialis_anterior.toml: see_someone: says 'soon' of foot_drop, which is for 'today'",
        ),
        (
            "languages/es/nerves/sciatic_nerve.toml",
            "Vaya ahora a urgencias si las dos piernas están débiles",
            "Vaya hoy al médico si las dos piernas están débiles",
            "sciatic_nerve.toml: in_plain_words: says 'today' of both_legs, which is for 'now'",
        ),
    ],
)
def test_the_check_tells_file_place_sign_and_both_paces(tmp_path, capsys, file, right, wrong, told):
    folder = shutil.copytree(anatomy_folder(), tmp_path / "anatomy")
    text = (folder / file).read_text(encoding="utf-8")
    assert right in text
    (folder / file).write_text(text.replace(right, wrong), encoding="utf-8")
    assert main(["check", str(folder)]) == 1
    first, *others, _count = capsys.readouterr().out.splitlines()
    assert told in first
    assert all(wrong in line for line in [first, *others])
