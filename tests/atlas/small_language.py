"""A translation of the small anatomy, complete: what a language folder holds."""

import shutil
from pathlib import Path

from small_flags import IN_SPANISH

from referral_map.atlas.folder import anatomy_folder

FOLDER = "languages/es"
MUSCLE = f"{FOLDER}/muscles/piriformis.toml"
NERVE = f"{FOLDER}/nerves/sciatic_nerve.toml"
CARE = f"{FOLDER}/self_care/piriformis.toml"
SUBJECT = f"{FOLDER}/subjects/sleep.toml"
FLAGS = f"{FOLDER}/red_flags.toml"
HEARING = f"{FOLDER}/hearing.toml"
TOLD = f"{FOLDER}/told.tsv"
SIGNS = f"{FOLDER}/nerve_signs.toml"
REGIONS = f"{FOLDER}/regions.toml"

TEXTS = {
    f"{FOLDER}/complaints.toml": """\
[low_back_pain]
name = "dolor lumbar"
words = "Dolor en la zona lumbar."
""",
    f"{FOLDER}/joints.toml": """\
[hip_joint]
name = "Cadera"
words = "Se probó en 51 personas."

[[hip_joint.signs]]
text = "Duele al girar la cadera hacia adentro."
""",
    MUSCLE: """\
name = "Piriforme"
plain_name = "músculo en forma de pera"
other_names = ["piramidal de la pelvis"]

[attachments]
text = "Del sacro al trocánter mayor."

[action]
text = "Gira el muslo hacia afuera."

[nerve_supply]
text = "Nervio del piriforme."

[[trigger_points]]
id = "piriformis_lateral"
name = "Punto lateral"
where = "En lo profundo de la nalga."
landmarks = "Entre el sacro y el trocánter."
involvement = { text = "En 42 de cada 100 personas." }

[trigger_points.essential]
words = "La nalga."

[trigger_points.spillover]
words = "La parte de atrás del muslo."
how_sure = { text = "Presionado en personas." }
""",
    NERVE: """\
name = "Nervio ciático"
plain_name = "el gran nervio de la pierna"

[course]
text = "Por la parte de atrás del muslo."

[supplies]
text = "La parte de atrás del muslo, la pierna y el pie."

[in_plain_words]
text = "Baja por detrás de la pierna."

[[branches]]
id = "sciatic_nerve"
name = "Nervio ciático"

[[narrow_places]]
id = "sciatic_at_piriformis"
name = "Debajo del piriforme"
text = "Puede quedar atrapado ahí."
""",
    f"{FOLDER}/dermatomes/s2.toml": """\
name = "S2"
words = "La parte de atrás del muslo."
uncertainty = "Los mapas difieren."
""",
    f"{FOLDER}/dose.toml": """\
text = "Nadie sabe cuál es la mejor dosis."
words = "La mejor dosis no se conoce."
""",
    f"{FOLDER}/purpose.toml": """\
title = "Para qué sirve este mapa"

[[parts]]
heading = "Qué hace"
text = "Muestra puntos doloridos."
""",
    CARE: """\
[self_test]
text = "Presione en lo profundo de la nalga."

[massage]
tool = "Una pelota blanda."
position = "Siéntese encima."
strokes = "Ruede despacio."
pressure = "Suave."

[movement]
text = "Lleve la rodilla al pecho."

[sets_it_off]
text = "Viajes largos en coche."

[stop]
text = "Pare si la pierna hormiguea."

[see_someone]
text = "Vea a un médico si la pierna está débil."
""",
    SUBJECT: """\
title = "Dormir"
question = "¿Cómo me acuesto?"

[[paragraphs]]
text = "Acuéstese como quiera. Use una almohada."

[[paragraphs]]
text = "Dese la vuelta cuando quiera."

[picture]
caption = "Un músculo de la nalga."
""",
    f"{FOLDER}/subjects/see_someone.toml": """\
title = "Ver a alguien"
question = "¿Cuándo debo pedir ayuda?"

[[paragraphs]]
text = "Llame a un médico si no puede orinar."
""",
    f"{FOLDER}/themes.toml": """\
[every_day]
name = "Cada día"
""",
    f"{FOLDER}/examples.toml": """\
[calf]
name = "Pantorrilla izquierda"
""",
    **{f"{FOLDER}/{name}": text for name, text in IN_SPANISH.items()},
    SIGNS: """\
[tingling]
question = "¿Le hormiguea la pierna?"

[tingling.yes]
text = "Una pierna que hormiguea puede tener un nervio irritado."

[near_the_groin.yes]
text = "La cadera puede doler aquí."

[near_the_nerve.yes]
text = "Este músculo está sobre el nervio."
""",
}


def write_language(folder: Path) -> Path:
    """Write the translation into a small anatomy, with the shipped names of the regions."""
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    shutil.copy(anatomy_folder() / REGIONS, folder / REGIONS)
    return folder
