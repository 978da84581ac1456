"""Rules for what patients read: complete, and in plain words."""

from __future__ import annotations

from collections.abc import Iterator

import textstat

from .atlas import Atlas
from .care_records import SelfCare, Subject
from .nerve_records import NerveSign
from .problems import Problems
from .records import Fact

HARDEST_GRADE = 7.0
USUAL_GRADE = 6.0
USUAL_SHARE = 0.6
MOST_WORDS_A_SENTENCE = 15.0


Texts = Iterator[tuple[str, str, str]]
"""Of each text the file, where in it, and the text."""


def patient_texts(atlas: Atlas) -> Texts:
    """Every text a patient reads."""
    for muscle in atlas.muscles:
        for point in muscle.trigger_points:
            yield f"muscles/{muscle.id}.toml", f"{point.id} where", point.where
    for nerve in atlas.nerves:
        yield f"nerves/{nerve.id}.toml", "in_plain_words", nerve.in_plain_words.text
    for care in atlas.self_care.values():
        yield from _care_texts(care)
    for subject in atlas.subjects.values():
        yield from _subject_texts(subject)
    yield from _dose_and_purpose_texts(atlas)
    for sign in atlas.records.nerve_signs.values():
        yield from _sign_texts(sign)
    for key, joint in atlas.records.joints.items():
        yield "joints.toml", f"{key} words", joint.words
        for number, sign in enumerate(joint.signs, 1):
            yield "joints.toml", f"{key} signs {number}", sign.text
    for flag in atlas.red_flags:
        yield "red_flags.toml", f"{flag.id} question", flag.question
        yield "red_flags.toml", f"{flag.id} action", flag.action


def _care_texts(care: SelfCare) -> Texts:
    file = f"self_care/{care.muscle}.toml"
    for name in type(care).model_fields:
        value = getattr(care, name)
        if isinstance(value, Fact):
            yield file, name, value.text
    for name in ("tool", "position", "strokes", "pressure"):
        yield file, f"massage {name}", getattr(care.massage, name)
    if own := care.massage.dose:
        yield file, "massage dose", own.text
        yield file, "massage dose reason", own.reason


def _dose_and_purpose_texts(atlas: Atlas) -> Texts:
    if dose := atlas.records.dose:
        yield "dose.toml", "text", dose.text
    if purpose := atlas.records.purpose:
        for part in purpose.parts:
            yield "purpose.toml", part.heading, part.text


def _subject_texts(subject: Subject) -> Texts:
    file = f"subjects/{subject.id}.toml"
    for number, paragraph in enumerate(subject.paragraphs, 1):
        yield file, f"paragraph {number}", paragraph.text
    for claim in subject.often_said:
        yield file, "often_said", claim.what_research_found
    if subject.picture:
        yield file, "picture caption", subject.picture.caption


def _sign_texts(sign: NerveSign) -> Texts:
    if sign.question:
        yield "nerve_signs.toml", f"{sign.id} question", sign.question
    for name in ("yes", "no"):
        if reading := getattr(sign, name):
            yield "nerve_signs.toml", f"{sign.id} {name}", reading.text


def grade(text: str) -> float:
    """Flesch-Kincaid school grade of an English text."""
    return float(textstat.flesch_kincaid_grade(" ".join(text.split())))


def words_a_sentence(text: str) -> float:
    """Words a sentence, on average."""
    words = textstat.lexicon_count(text)
    return words / max(1, textstat.sentence_count(" ".join(text.split())))


def plain_words(atlas: Atlas, problems: Problems) -> None:
    """No patient text is harder than grade 7, most are at 6 or below, and sentences are short."""
    grades: list[float] = []
    for file, where, text in patient_texts(atlas):
        level = grade(text)
        grades.append(level)
        if level > HARDEST_GRADE:
            problems.add(
                file, where, f"reads at school grade {level:.1f}; allowed {HARDEST_GRADE:.0f}"
            )
        if (length := words_a_sentence(text)) > MOST_WORDS_A_SENTENCE:
            problems.add(
                file, where, f"{length:.1f} words a sentence; allowed {MOST_WORDS_A_SENTENCE:.0f}"
            )
    easy = sum(level <= USUAL_GRADE for level in grades)
    if grades and easy < USUAL_SHARE * len(grades):
        problems.add(
            "all",
            "patient texts",
            f"only {easy} of {len(grades)} read at grade {USUAL_GRADE:.0f} or below",
        )


def care_is_for_a_muscle(atlas: Atlas, problems: Problems) -> None:
    """Self-care is for a muscle of the atlas."""
    for muscle_id in sorted(set(atlas.self_care) - set(atlas.records.muscles)):
        problems.add(f"self_care/{muscle_id}.toml", muscle_id, "is no muscle of the atlas")


RULES = (plain_words, care_is_for_a_muscle)
