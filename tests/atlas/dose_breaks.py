"""What breaks the rules of the one dose and of the purpose, for ``test_each_rule.py``."""

import small_language as es
from small_anatomy import CARE_FILE, replace
from small_learn import DOSE_FILE, PURPOSE_FILE

HARD = "Individualised biomechanical considerations necessitate multidisciplinary evaluation."


def in_spanish(old, new):
    """Writes the complete small translation, with one place of its self-care changed."""
    return lambda folder: replace(es.write_language(folder), es.CARE, old, new)


# rule, what breaks it, the file and the record it names, what it says
DOSE_BREAKS = {
    "hard words in the dose": ("plain_words",
        lambda folder: replace(folder, DOSE_FILE, "No one knows the best dose.", HARD),
        DOSE_FILE, "text", "reads at school grade"),
    "hard words in the purpose": ("plain_words",
        lambda folder: replace(folder, PURPOSE_FILE, "It shows sore spots.", HARD),
        PURPOSE_FILE, "What it does", "reads at school grade"),
    "dose with an unknown source": ("every_source_exists_and_is_used",
        lambda folder: replace(folder, DOSE_FILE, '["a_paper"]', '["a_papre"]'),
        DOSE_FILE, "dose sources", "unknown source 'a_papre'; did you mean 'a_paper'?"),
    "strokes that name a dose": ("strokes_name_no_dose",
        lambda folder: replace(folder, CARE_FILE, "Roll it slowly.", "Roll it for 20 seconds."),
        CARE_FILE, "piriformis massage strokes", "names a dose (seconds)"),
    "strokes in Spanish that name a dose": ("strokes_name_no_dose",
        in_spanish( "Ruede despacio.", "Ruede 20 segundos."),
        es.CARE, "piriformis massage strokes", "names a dose (segundos)"),
}  # fmt: skip
