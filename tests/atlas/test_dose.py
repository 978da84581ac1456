"""The one dose: read, translated, and said in its own file alone."""

from dataclasses import replace as changed

import pytest
import small_language as es
from small_anatomy import CARE_FILE, replace
from small_learn import DOSE_FILE, PURPOSE_FILE

from referral_map import load_atlas
from referral_map.atlas import Problems, build_atlas
from referral_map.atlas.rules_dose import dose_in, strokes_name_no_dose
from referral_map.atlas.rules_sources import citations
from referral_map.errors import ReferralMapError
from referral_map.words import LANGUAGES

STROKES = 'strokes = "Roll it slowly."'
OWN = """\
sources = ["a_page"]

[massage.dose]
text = "Press for ten seconds."
reason = "A vessel runs there."
sources = ["a_paper"]

[movement]"""


def problems_of(folder):
    """What the rule says of a folder."""
    found = Problems()
    strokes_name_no_dose(build_atlas(folder, Problems()), found)
    return [(each.file, each.record, each.message) for each in found.noted]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_names_what_was_tried_and_that_the_best_is_not_known(language):
    dose = load_atlas(language=language).dose
    assert dose.seconds == (30, 120)
    assert dose.repeats == (1, 3)
    assert {"en": "No one knows", "es": "Nadie sabe"}[language] in dose.text
    assert len(dose.sources) >= 3


def test_its_sources_are_looked_up_like_all_others():
    files = dict(load_atlas().records.all_files())
    assert len(list(citations(files["dose.toml"]))) >= 3


@pytest.mark.parametrize(("old", "new", "says"), [
    ("[30, 120]", "[120, 30]", "seconds go from the least to the most"),
    ("[1, 3]", "[0, 3]", "repeats go from the least to the most"),
    ("[1, 3]", "[1, 2, 3]", "repeats"),
])  # fmt: skip
def test_a_range_that_is_none_is_refused(small, old, new, says):
    replace(small, DOSE_FILE, old, new)
    found = Problems()
    build_atlas(small, found)
    assert any(says in f"{each.record} {each.message}" for each in found.noted)


@pytest.mark.parametrize("file", [DOSE_FILE, PURPOSE_FILE])
def test_without_its_file_the_atlas_says_what_is_missing(small, file):
    (small / file).unlink()
    found = Problems()
    atlas = build_atlas(small, found)
    assert (file, "is missing") in [(each.file, each.message) for each in found.noted]
    with pytest.raises(ReferralMapError, match=f"{file} holds no record"):
        getattr(atlas, file.removesuffix(".toml"))


@pytest.mark.parametrize("dose", [
    "Hold for 20 to 30 seconds.", "Press for a minute.", "Do it three times a day.",
    "Roll it twice a week.", "Press daily.",
])  # fmt: skip
def test_strokes_that_name_a_dose_are_told(small, dose):
    replace(small, CARE_FILE, STROKES, f'strokes = "Roll it slowly. {dose}"')
    ((file, record, message),) = problems_of(small)
    assert (file, record) == (CARE_FILE, "piriformis massage strokes")
    assert message.startswith("names a dose (")


def test_strokes_in_another_language_are_held_to_it_too(small):
    es.write_language(small)
    assert problems_of(small) == []
    replace(small, es.CARE, "Ruede despacio.", "Ruede despacio 30 segundos, dos veces al día.")
    ((file, _, message),) = problems_of(small)
    assert file == es.CARE
    assert "segundos, al día" in message


@pytest.mark.parametrize("strokes", [
    "Roll it slowly.", "Rest on the second rib.", "Wait until it eases. Ease off day by day.",
])  # fmt: skip
def test_strokes_without_a_dose_pass(small, strokes):
    replace(small, CARE_FILE, STROKES, f'strokes = "{strokes}"')
    assert problems_of(small) == []


def test_a_muscle_with_a_reason_may_have_a_dose_of_its_own(small):
    replace(small, CARE_FILE, STROKES, 'strokes = "Press for ten seconds."')
    replace(small, CARE_FILE, 'sources = ["a_page"]\n\n[movement]', OWN)
    assert problems_of(small) == []
    care = build_atlas(small, Problems()).self_care["piriformis"]
    assert care.massage.dose
    assert care.massage.dose.reason == "A vessel runs there."
    assert ("massage dose sources", "a_paper") in set(citations(care))


def test_a_dose_of_its_own_without_a_reason_is_refused(small):
    replace(small, CARE_FILE, 'sources = ["a_page"]\n\n[movement]', OWN)
    replace(small, CARE_FILE, 'reason = "A vessel runs there."\n', "")
    found = Problems()
    assert build_atlas(small, found).self_care == {}
    assert any("reason" in f"{each.record} {each.message}" for each in found.noted)


def test_words_of_a_dose_are_whole_words():
    assert dose_in("Press for 90 seconds, once a day.", "en") == ["seconds", "a day"]
    assert dose_in("An hourglass. A daydream.", "en") == []
    assert dose_in("Presione un minuto.", "es") == ["minuto"]


def test_the_purpose_has_a_title_and_parts_in_every_language():
    english = load_atlas().purpose
    for language in LANGUAGES:
        purpose = load_atlas(language=language).purpose
        assert len(purpose.parts) == len(english.parts) >= 5
        assert all(part.heading and part.text for part in purpose.parts)
    assert load_atlas(language="es").purpose.title == "Para qué sirve este mapa"


def test_an_atlas_without_a_dose_is_not_offered_one():
    atlas = load_atlas()
    with pytest.raises(ReferralMapError, match=r"dose\.toml holds no record"):
        _ = changed(atlas, records=changed(atlas.records, dose=None)).dose
