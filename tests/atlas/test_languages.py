"""The atlas in other languages: complete, with the same numbers, and without a second body."""

import re
import tomllib

import pytest
import small_language as es
from small_anatomy import replace

from referral_map import load_atlas
from referral_map.atlas import (
    BrokenAtlas,
    Problems,
    build_atlas,
    care_records,
    check,
    flag_records,
    learn_records,
    nerve_records,
    records,
)
from referral_map.atlas.languages import languages_of
from referral_map.atlas.translation import (
    LEFT_AS_WRITTEN,
    MAY_BE_TRANSLATED,
    TEXTS,
)
from referral_map.errors import UnknownName
from referral_map.words import LANGUAGES

OTHERS = [code for code in LANGUAGES if code != "en"]
READ_BY_NO_PATIENT = {
    "complaint",
    *("id", "latin", "choices", "layer_reason", "layer", "view", "place", "at", "side", "part"),
    *("part_of_body", "part_of", "kind", "authors", "publisher", "journal", "doi", "note", "url"),
    *("fma", "uberon", "muscle", "urgency", "toward", "strength", "model_item", "drawing"),
    *("theme", "no_picture", "corridor", "pmid", "rank", "seen", "no_identifier"),
    *("sign", "hold_back", "country", "number", "service", "grade", "how_common"),
}  # fmt: skip


def texts(content, key=""):
    """Every translated text in a record as plain data."""
    if isinstance(content, dict):
        for name, value in content.items():
            if name not in LEFT_AS_WRITTEN | MAY_BE_TRANSLATED:
                yield from texts(value, name)
    elif isinstance(content, (list, tuple)):
        for value in content:
            yield from texts(value, key)
    elif isinstance(content, str) and content and key in TEXTS:
        yield content


def all_texts(atlas):
    parts = ("muscles", "nerves", "dermatomes", "self_care", "subjects")
    for part in (*parts, "regions", "nerve_signs", "red_flags", "themes", "examples"):
        for key, record in getattr(atlas.records, part).items():
            for number, text in enumerate(texts(record.model_dump())):
                yield f"{part} {key} {number}", text


def test_every_language_of_the_library_is_one_of_the_atlas(shipped, atlas):
    assert OTHERS
    assert set(languages_of(shipped)) == set(OTHERS)
    assert atlas.languages == tuple(LANGUAGES)


def test_every_text_field_is_translated_or_named_as_not():
    fields = {
        name: str(field.annotation)
        for module in (records, nerve_records, care_records, learn_records, flag_records)
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, records.Record)
        for name, field in kind.model_fields.items()
    }
    assert fields.keys() >= TEXTS | MAY_BE_TRANSLATED | LEFT_AS_WRITTEN
    plain = {name for name, kind in fields.items() if re.search(r"\bstr\b|Literal", kind)}
    lists = {name for name in plain if re.search("list|tuple|dict", fields[name])}
    assert len(plain - lists) > 20
    assert not TEXTS & READ_BY_NO_PATIENT
    assert plain - lists - {"strokes"} <= TEXTS | READ_BY_NO_PATIENT


@pytest.mark.parametrize("language", OTHERS)
def test_the_shipped_texts_are_other_words_with_the_same_numbers(atlas, language):
    here, there = dict(all_texts(atlas)), dict(all_texts(atlas.in_language(language)))
    assert len(here) > 2000
    assert here.keys() == there.keys()
    same = [place for place in here if here[place] == there[place]]
    assert len(same) < 0.03 * len(here), same
    lines = {f"red_flags {flag.id}": flag.help_lines for flag in atlas.red_flags if flag.help_lines}
    for place in here:
        if called := lines.get(place.rpartition(" ")[0]):
            # Whom to call is told for the lands in which a language is spoken.
            told = _digits(here[place]) + _digits(there[place])
            assert set(told) <= set(_digits(" ".join(line.number for line in called))), place
            continue
        assert _digits(here[place]) == _digits(there[place]), (place, here[place], there[place])


def _digits(text):
    return sorted(number for number in re.findall(r"\d+", text.replace(",", "")))


@pytest.mark.parametrize("language", OTHERS)
def test_no_translation_tells_a_person_what_they_have(atlas, language):
    found = dict(all_texts(atlas.in_language(language)))
    assert not [t for t in found.values() if re.search(r"\busted (tiene|padece|sufre)\b", t, re.I)]


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_shares_all_shapes(atlas, language):
    other = load_atlas(language=language)
    assert other is atlas.in_language(language) is other.in_language(language)
    assert other.in_language("en") is atlas is other.original is atlas.original
    assert (other.language, atlas.language) == (language, "en")
    assert other.skin is atlas.skin
    assert other.weights is atlas.weights
    assert other.computed is atlas.computed
    assert other.patterns is atlas.patterns
    assert len(other.areas) == len(atlas.areas) > 10
    assert all(other.areas[key].weights is area.weights for key, area in atlas.areas.items())
    assert other.outline("piriformis_lateral", "back") is atlas.outline(
        "piriformis_lateral", "back"
    )


@pytest.mark.parametrize("language", OTHERS)
def test_ids_sources_and_places_stay(atlas, language):
    other = atlas.in_language(language)
    assert [r.id for r in other.regions] == [r.id for r in atlas.regions]
    assert len({r.name for r in other.regions}) == len(other.regions)
    assert len({r.anatomical_name for r in other.regions}) == len(other.regions)
    for point in atlas.trigger_points:
        there = other.trigger_point(point.id)
        assert (there.place, there.sources) == (point.place, point.sources)
        assert there.essential.strokes == point.essential.strokes
        assert there.where != point.where
    assert [m.latin for m in other.muscles] == [m.latin for m in atlas.muscles]


@pytest.mark.parametrize("language", OTHERS)
def test_every_question_asks(atlas, language):
    flags = atlas.in_language(language).red_flags
    assert len(flags) > 10
    assert all("?" in flag.question for flag in flags)


def test_an_unknown_language_is_refused_with_those_there_are(small):
    es.write_language(small)
    with pytest.raises(UnknownName, match=r"unknown language 'ess'; allowed: en, es; did you mean"):
        load_atlas(small, language="ess")
    with pytest.raises(UnknownName, match="unknown language 'pt'; allowed: en, es"):
        load_atlas(language="pt")


def test_the_small_language_is_complete_and_read(small):
    es.write_language(small)
    assert check(small) == []
    spanish = load_atlas(small, "es")
    assert spanish.muscle("piriformis").name == "Piriforme"
    assert spanish.muscle("piriformis").other_names == ("piramidal de la pelvis",)
    spillover = spanish.trigger_point("piriformis_lateral").spillover
    assert spillover
    assert spillover.words.startswith("La parte")
    assert spanish.self_care["piriformis"].massage.strokes == "Ruede despacio."
    assert spanish.dose.text == "Nadie sabe cuál es la mejor dosis."
    assert spanish.dose.seconds == (30, 120)
    assert spanish.purpose.parts[0].heading == "Qué hace"
    assert spanish.areas["s2"].record.uncertainty == "Los mapas difieren."
    assert spanish.records.nerve_signs["tingling"].evidence.text == "Written for the tests."
    change = spanish.red_flags[2].self_care
    assert change
    assert (change.text, change.hold_back) == ("Presione con suavidad.", "pressure")
    assert spanish.hearings["es"].concepts["cannot"] == ("no puedo",)
    assert spanish.hearings["en"].spelled_out("@water") == "pee|wee"
    assert spanish.told["es"][0].text == "no sale nada"


def test_every_text_of_the_small_language_is_needed(small):
    """Take each text away in turn: the rule names it, and the English one stands in."""
    es.write_language(small)
    tried = 0
    for name, content in es.TEXTS.items():
        for line in [line for line in content.splitlines() if " = " in line]:
            key = line.split(" = ")[0]
            if key in ("id", "other_names"):
                continue
            (small / name).write_text(content.replace(line + "\n", "", 1), encoding="utf-8")
            problems = check(small)
            assert problems, line
            assert {p.file for p in problems} == {name}, line
            tried += 1
        (small / name).write_text(content, encoding="utf-8")
    assert tried > 40


def test_what_is_not_translated_yet_stays_as_written(small):
    es.write_language(small)
    (small / es.SUBJECT).unlink()
    replace(small, es.MUSCLE, 'name = "Piriforme"\n', "")
    spanish = load_atlas(small, "es")
    assert spanish.subjects["sleep"].title == "Sleep"
    assert spanish.muscle("piriformis").name == "Piriformis"
    assert spanish.muscle("piriformis").plain_name == "músculo en forma de pera"


def test_a_translation_that_does_not_fit_is_refused(small):
    es.write_language(small)
    replace(small, es.MUSCLE, "piriformis_lateral", "piriformis_medial")
    atlas = build_atlas(small, Problems())
    with pytest.raises(BrokenAtlas, match="piriformis_medial"):
        atlas.in_language("es")
    assert atlas.in_language("en") is atlas


def test_a_language_folder_holds_texts_alone(shipped):
    files = sorted((shipped / "languages").rglob("*.toml"))
    assert len(files) > 100
    kept = {"sources", "latin", "structures", "place", "path", "width", "radii", "choices"}
    for path in files:
        assert not kept & set(tomllib.loads(path.read_text(encoding="utf-8"))), path
