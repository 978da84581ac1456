"""What breaks the rules of red flags and of how they are heard, for ``test_each_rule.py``."""

import small_language as es
from small_anatomy import replace
from small_flags import FLAGS, FLAGS_FILE, HEARING_FILE, TOLD_FILE

HEARS_MORE = '[signs.foot_dorp]\nsure = ["foot"]\n\n[signs.cancer_history]'
BY_FOOT_ALONE = '[signs.foot_drop]\nsure = ["cannot & lift & foot"]\n\n'
PRESSED_AT = 'regions = ["sacrum"]'


def in_file(file, old, new):
    return lambda folder: replace(folder, file, old, new)


def in_spanish(file, old, new):
    """Writes the complete small translation, with one place changed."""
    return lambda folder: replace(es.write_language(folder), file, old, new)


def without_in_spanish(file):
    return lambda folder: (es.write_language(folder) / file).unlink()


def turn_round(folder):
    first, second, rest = FLAGS.split("\n\n", 2)
    (folder / FLAGS_FILE).write_text("\n\n".join([second, first, rest]), encoding="utf-8")


# rule, what breaks it, the file and the record it names, what it says
FLAG_BREAKS = {
    "red flag that asks nothing": ("flags_ask_a_question",
        in_file(FLAGS_FILE, "not pee?", "not pee."),
        FLAGS_FILE, "bladder_change question", "asks nothing"),
    "no red flag for today": ("urgent_flags_first",
        in_file(FLAGS_FILE, '"today"', '"soon"'),
        FLAGS_FILE, "all", "no red flag has the urgency 'today'"),
    "urgent red flag after a lesser one": ("urgent_flags_first",
        turn_round, FLAGS_FILE, "bladder_change", "is for 'now' but stands after one for 'today'"),
    "asked in an unknown region": ("flags_name_regions",
        in_file(FLAGS_FILE, '["shin_upper",', '["shin_uper",'),
        FLAGS_FILE, "foot_drop asked_at", "unknown region 'shin_uper'; did you mean 'shin_upper'?"),
    "asked in a region with its side": ("flags_name_regions",
        in_file(FLAGS_FILE, '["shin_upper",', '["shin_upper_left",'),
        FLAGS_FILE, "foot_drop asked_at", "unknown region 'shin_upper_left'"),
    "self-care of an unknown region": ("flags_name_regions",
        in_file(FLAGS_FILE, PRESSED_AT, 'regions = ["sacrun"]'),
        FLAGS_FILE, "cancer_history self_care", "unknown region 'sacrun'; did you mean 'sacrum'?"),
    "asked first where it is not asked": ("asked_first_where_asked",
        in_file(FLAGS_FILE, 'asked_first = ["foot_top"]', 'asked_first = ["sacrum"]'),
        FLAGS_FILE, "foot_drop asked_first", "'sacrum' is not in asked_at"),
    "line of help without a number": ("help_lines_can_be_called",
        in_file(FLAGS_FILE, '"112"', '"the operator"'),
        FLAGS_FILE, "bladder_change help_lines ES", "'the operator' holds no digit"),
    "red flag that English does not hear": ("every_flag_is_heard",
        in_file(HEARING_FILE, '\n[signs.cancer_history]\nsure = ["cancer"]\n', ""),
        HEARING_FILE, "cancer_history", "is not heard: [signs.cancer_history] is missing"),
    "red flag that Spanish does not hear": ("every_flag_is_heard",
        in_spanish(es.HEARING, BY_FOOT_ALONE, ""),
        es.HEARING, "foot_drop", "is not heard: [signs.foot_drop] is missing"),
    "sign heard that is no red flag": ("every_flag_is_heard",
        in_file(HEARING_FILE, "[signs.cancer_history]", HEARS_MORE),
        HEARING_FILE, "foot_dorp", "is no red flag; did you mean 'foot_drop'?"),
    "language that hears nothing": ("every_flag_is_heard",
        without_in_spanish(es.HEARING), es.HEARING, "file", "is missing"),
    "told of what is no red flag": ("dangers_are_told_in_sentences",
        in_file(TOLD_FILE, "cancer_history\t", "cancer_histroy\t"),
        TOLD_FILE, "cancer_histroy", "is no red flag; did you mean 'cancer_history'?"),
    "danger that is told too seldom": ("dangers_are_told_in_sentences",
        in_spanish(es.TOLD, "foot_drop\tel pie golpea el suelo\n", ""),
        es.TOLD, "foot_drop", "is told in 2 sentences; needed: 3"),
    "language without told sentences": ("dangers_are_told_in_sentences",
        without_in_spanish(es.TOLD), es.TOLD, "file", "is missing"),
}  # fmt: skip
