"""For every data rule: a folder with one thing wrong makes that rule speak, and no other."""

import inspect

import pytest
import small_language as es
from dose_breaks import DOSE_BREAKS
from flag_breaks import FLAG_BREAKS
from learn_breaks import LEARN_BREAKS, in_subject
from small_anatomy import (
    DERMATOME_FILE,
    MUSCLE,
    NERVE,
    SIGNS_FILE,
    edited_json,
    in_muscle,
    replace,
)
from small_flags import FLAGS_FILE
from small_learn import SUBJECT_FILE
from source_breaks import SOURCE_BREAKS

from referral_map.atlas import check
from referral_map.atlas.check import RULES

POINT = "piriformis_lateral"
KNEE_PAIN = """\
[knee_pain]
name = "knee pain"
words = "Pain at the knee."
regions = ["knee_back"]
sources = ["a_page"]

[low_back_pain]"""
ESSENTIAL = '    { at = "psis, 50 lateral, 70 down", radii = [40, 40] },\n'
STROKE = '    { path = ["ischial_tuberosity", "thigh 0.4 posterior"], width = [60, 50] },\n'
BROKEN_IN_TEST_BOTH_WAYS = {
    "care_is_for_a_muscle",
    "nerves_drawn_and_recorded",
    "regions_drawn_and_named",
}
ARMPIT = "armpit_front, 70 back, 30 down"
HUGE = """\
    { at = "navel, 60 lateral", radii = [140, 130] },
    { at = "thigh 0.4 anterior", radii = [150, 100] },
"""


def in_sources(old, new):
    return lambda folder: replace(folder, "sources.toml", old, new)


def add_to_sources(text):
    return in_sources("[a_book]", text + "\n[a_book]")


def draw_a_stranger(folder):
    with edited_json(folder, "computed/man/views/front.json") as drawing:
        drawing["muscles"]["stranger"] = {
            "path": "M0,0 9,0 9,9Z", "facing": 0.5, "fibres": "", "tendon": "",
        }  # fmt: skip


def measure_another_layer(folder):
    with edited_json(folder, "computed/muscles.json") as measured:
        measured["piriformis"]["layer"] = "superficial"


def move_all_to_the_other_side(folder):
    for item in (ESSENTIAL, STROKE):
        replace(folder, MUSCLE, item, item.replace(" },", ', side = "opposite" },'))


def name_the_point_after_another_muscle(folder):
    in_muscle(f'id = "{POINT}"', 'id = "soleus_lateral"')(folder)
    in_subject(POINT, "soleus_lateral")(folder)


def move_all_into_the_armpit(folder):
    in_subject(f'points = ["{POINT}"]\n', "")(folder)
    replace(folder, MUSCLE, "psis, 50 lateral, 70 down", ARMPIT)
    replace(folder, MUSCLE, '"ischial_tuberosity"', f'"{ARMPIT}, 10 up"')
    replace(folder, MUSCLE, '"thigh 0.4 posterior"', f'"{ARMPIT}, 10 down"')
    replace(folder, MUSCLE, "width = [60, 50]", "width = [90, 90]")


def in_spanish(file, old, new):
    """Writes the complete small translation, with one place changed."""
    return lambda folder: replace(es.write_language(folder), file, old, new)


def without_the_file(file):
    return lambda folder: (es.write_language(folder) / file).unlink()


def with_a_file_more(folder):
    text = es.TEXTS[es.MUSCLE]
    (es.write_language(folder) / es.FOLDER / "muscles/piriformsi.toml").write_text(text)


def in_a_language_nobody_speaks(folder):
    es.write_language(folder)
    (folder / es.FOLDER).rename(folder / "languages/ess")


def rewrite(path, change):
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


NARROW = "between psis and ischial_tuberosity 0.6"
DRAWN = 'strokes = [\n    { path = ["thigh 0.3 posterior", "thigh 0.9 posterior"], width = 50 },'
DOT = '    { at = "patella", radii = [3, 3] },'
RISK = """\
nerve_risk = {{ text = "It may press on it.", nerves = ["{nerve}"], sources = ["a_page"] }}

[trigger_points.essential]"""
HARD = "Individualised biomechanical considerations necessitate multidisciplinary evaluation."
LONG = "Lie on your side or on your back with a big soft pillow so that the leg can rest on it."
UNUSED = """\
[b_book]
kind = "book"
authors = "D"
title = "T"
year = 2000
rank = "standard"
seen = "page"
note = "N."
"""
# rule, what breaks it, the file and the record it names, what it says
BREAKS = {
    "unknown source": ("every_source_exists_and_is_used",
        in_muscle('sources = ["a_paper"]\nhow_sure', 'sources = ["a_papre"]\nhow_sure'),
        MUSCLE, POINT, "unknown source 'a_papre'; did you mean 'a_paper'?"),
    "source nobody cites": ("every_source_exists_and_is_used",
        add_to_sources(UNUSED), "sources.toml", "b_book", "is cited by no record"),
    "book without a chapter": ("books_are_cited_by_chapter",
        in_muscle('["a_book ch. 2"]', '["a_book"]'),
        MUSCLE, "nerve_supply", "'a_book' is a book: name the chapter or page"),
    "drawn without a record": ("drawn_and_recorded",
        draw_a_stranger, "computed/views", "stranger", "is drawn but has no record"),
    "another layer than measured": ("layer_as_measured",
        measure_another_layer,
        MUSCLE, "piriformis layer", "written 'deep', measured 'superficial'"),
    "complaint in an unknown region": ("complaints_exist",
        lambda folder: replace(folder, "complaints.toml", "low_back_lower", "low_back_lowr"),
        "complaints.toml", "low_back_pain regions", "did you mean 'low_back_lower'?"),
    "complaint nobody counted": ("complaints_exist",
        lambda folder: replace(folder, "complaints.toml", "[low_back_pain]", KNEE_PAIN),
        "complaints.toml", "knee_pain", "is named by no share of people"),
    "joint felt in an unknown region": ("joints_name_what_exists",
        lambda folder: replace(folder, "joints.toml", "buttock_upper", "buttock_uper"),
        "joints.toml", "hip_joint felt", "did you mean 'buttock_upper'?"),
    "id of another muscle": ("ids_carry_the_muscle",
        name_the_point_after_another_muscle,
        MUSCLE, "soleus_lateral", "the id must begin with 'piriformis_'"),
    "point outside the muscle": ("point_inside_muscle",
        in_muscle("psis, 48 lateral, 76 down", "psis, 48 lateral, 176 down"),
        MUSCLE, f"{POINT} place", "mm outside piriformis in the view 'back'"),
    "view that does not show the muscle": ("point_inside_muscle",
        in_muscle('view = "back"', 'view = "soles"'),
        MUSCLE, f"{POINT} view", "'soles' does not show the muscle; allowed: back"),
    "point that is not seen": ("point_inside_muscle",
        in_muscle("psis, 48 lateral, 76 down", "asis"),
        MUSCLE, f"{POINT} place", "is not seen in the view 'back'"),
    "essential zone too small": ("plausible_areas",
        in_muscle("radii = [40, 40]", "radii = [8, 8]"),
        MUSCLE, f"{POINT} essential", "allowed 5 to 600"),
    "essential zone too large": ("plausible_areas",
        in_muscle(ESSENTIAL, ESSENTIAL + HUGE), MUSCLE, f"{POINT} essential", "allowed 5 to 600"),
    "spillover zone too large": ("plausible_areas",
        in_muscle(f"strokes = [\n{STROKE}]", f"patches = [\n{HUGE}]"),
        MUSCLE, f"{POINT} spillover", "allowed more than 0, up to 700"),
    "spillover zone inside the essential one": ("plausible_areas",
        in_muscle(f"strokes = [\n{STROKE}]", f"patches = [\n{ESSENTIAL}]"),
        MUSCLE, f"{POINT} spillover", "covers 0.0 cm2 outside the essential zone"),
    "no zone on the named side": ("zones_on_named_side",
        move_all_to_the_other_side,
        MUSCLE, POINT, "has no zone on the side it is written for"),
    "zone that no view shows": ("zones_are_seen",
        move_all_into_the_armpit,
        MUSCLE, POINT, "lies mostly where no view shows it"),
    "dermatome too small": ("plausible_skin_areas",
        lambda folder: replace(folder, DERMATOME_FILE, DRAWN, 'patches = [\n' + DOT),
        DERMATOME_FILE, "s2", "allowed 5 to 1200"),
    "narrow place off its nerve": ("narrow_places_lie_on_their_nerve",
        lambda folder: replace(folder, NERVE, NARROW, "l3_spine"),
        NERVE, "sciatic_at_piriformis", "mm from the nerve in the view 'back'; allowed 45"),
    "narrow place with an unknown muscle": ("narrow_places_lie_on_their_nerve",
        lambda folder: replace(folder, NERVE, '["piriformis"]', '["piriformsi"]'),
        NERVE, "sciatic_at_piriformis", "unknown muscle 'piriformsi'; did you mean 'piriformis'?"),
    "pressed nerve that is none": ("pressed_nerves_run_near",
        in_muscle("[trigger_points.essential]", RISK.format(nerve="sciatic_nerv")),
        MUSCLE, f"{POINT} nerve_risk", "unknown nerve 'sciatic_nerv'; did you mean"),
    "sign of a muscle that is none": ("signs_name_what_exists",
        lambda folder: replace(folder, SIGNS_FILE, '["piriformis"]', '["piriformsi"]'),
        SIGNS_FILE, "near_the_nerve", "unknown muscle 'piriformsi'; did you mean 'piriformis'?"),
    "sign with an unknown source": ("every_source_exists_and_is_used",
        lambda folder: replace(folder, SIGNS_FILE, '["a_paper"]', '["a_papre"]'),
        SIGNS_FILE, "tingling evidence", "unknown source 'a_papre'; did you mean 'a_paper'?"),
    "hard words": ("plain_words",
        lambda folder: replace(folder, SUBJECT_FILE, "Lie as you like.", HARD),
        SUBJECT_FILE, "paragraph 1", "reads at school grade"),
    "long sentence": ("plain_words",
        lambda folder: replace(folder, SUBJECT_FILE, "Lie as you like. Use a pillow.", LONG),
        SUBJECT_FILE, "paragraph 1", "words a sentence; allowed 15"),
    "hard words in a red flag": ("plain_words",
        lambda folder: replace(folder, FLAGS_FILE, "Call a doctor today.", HARD),
        FLAGS_FILE, "foot_drop action", "reads at school grade"),
    "red flag with an unknown source": ("every_source_exists_and_is_used",
        lambda folder: replace(folder, FLAGS_FILE, '["a_paper"]', '["a_papre"]'),
        FLAGS_FILE, "foot_drop", "unknown source 'a_papre'; did you mean 'a_paper'?"),
    **DOSE_BREAKS,
    **FLAG_BREAKS,
    **LEARN_BREAKS,
    **SOURCE_BREAKS,
    "text without a translation": ("every_language_is_complete",
        in_spanish(es.MUSCLE, 'words = "La nalga."\n', ""),
        es.MUSCLE, f"{POINT} essential words", "is not translated"),
    "list that is shorter than the original": ("every_language_is_complete",
        in_spanish(es.SUBJECT, '[[paragraphs]]\ntext = "Dese la vuelta cuando quiera."\n', ""),
        es.SUBJECT, "sleep paragraphs", "has 1 parts; allowed: 2, as in the original"),
    "empty translation": ("every_language_is_complete",
        in_spanish(es.CARE, '"Suave."', '" "'), es.CARE, "massage pressure", "is empty"),
    "translation still to be done": ("every_language_is_complete",
        in_spanish(es.CARE, '"Suave."', '"TODO"'), es.CARE, "massage pressure", "to be done"),
    "translation that is no text": ("every_language_is_complete",
        in_spanish(es.CARE, '"Suave."', "5"),
        es.CARE, "massage pressure", "is not a text; given 5"),
    "translation of what has no text": ("every_language_is_complete",
        in_spanish(es.NERVE, "plain_name =", 'latn = "nervus"\nplain_name ='),
        es.NERVE, "sciatic_nerve latn", "has no text to translate"),
    "translation of an unknown record": ("every_language_is_complete",
        in_spanish(es.SIGNS, "[tingling]\n", '[tinglin]\nquestion = "¿?"\n\n[tingling]\n'),
        es.SIGNS, "tinglin", "is no record of the original; did you mean 'tingling'?"),
    "translation under another id": ("every_language_is_complete",
        in_spanish(es.MUSCLE, f'id = "{POINT}"', 'id = "piriformis_medial"'),
        es.MUSCLE, f"{POINT} id", f"is 'piriformis_medial'; allowed: '{POINT}'"),
    "translation without the id": ("every_language_is_complete",
        in_spanish(es.MUSCLE, f'id = "{POINT}"\n', ""),
        es.MUSCLE, POINT, f"does not repeat its id '{POINT}'"),
    "file that is not translated": ("every_language_is_complete",
        without_the_file(es.SUBJECT), es.SUBJECT, "file", "is not translated"),
    "file that translates nothing": ("every_language_is_complete",
        with_a_file_more, f"{es.FOLDER}/muscles/piriformsi.toml", "file",
        "translates no file; did you mean 'muscles/piriformis.toml'?"),
    "unknown language": ("every_language_is_complete",
        in_a_language_nobody_speaks, "languages", "ess", "did you mean 'es'?"),
    "tab": ("canonical_form",
        in_muscle("strokes = [", "strokes =\t["),
        MUSCLE, "form", "holds a tab or a carriage return"),
    "two newlines at the end": ("canonical_form",
        lambda folder: rewrite(folder / NERVE, lambda text: text + "\n"),
        NERVE, "form", "must end with exactly one newline"),
    "no newline at the end": ("canonical_form",
        lambda folder: rewrite(folder / "regions.toml", lambda text: text[:-1]),
        "regions.toml", "form", "must end with exactly one newline"),
    "blanks at the end of a line": ("canonical_form",
        in_sources("[a_page]", "[a_page]  "),
        "sources.toml", "form", "has blanks at the end of a line"),
}  # fmt: skip


def test_in_the_small_anatomy_every_rule_holds(small):
    assert check(small) == []


def test_every_rule_is_broken_below():
    assert len(RULES) >= 9
    names = {rule.__name__ for rule in RULES} | {"canonical_form"}
    broken_here = {rule for rule, *_ in BREAKS.values()}
    assert broken_here <= names
    assert names - broken_here <= BROKEN_IN_TEST_BOTH_WAYS


def test_every_rule_says_in_a_sentence_what_it_asks():
    assert all(inspect.getdoc(rule) for rule in RULES)


@pytest.mark.parametrize("name", BREAKS)
def test_the_broken_rule_speaks_and_no_other(small, name):
    _, break_it, file, record, words = BREAKS[name]
    break_it(small)
    problems = check(small)
    assert len(problems) == 1, "\n".join(map(str, problems))
    assert problems[0].file == file
    assert record in problems[0].record
    assert words in problems[0].message


def test_a_zone_may_cross_the_midline_when_it_says_so(small):
    replace(small, MUSCLE, ESSENTIAL, ESSENTIAL.replace(" },", ', side = "both" },'))
    assert check(small) == []
