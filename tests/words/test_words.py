"""The texts of the library: the same in every language, and found under their keys."""

import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import referral_map
from referral_map import PainDrawing, load_atlas, match
from referral_map.errors import UnknownName
from referral_map.matching import point_sets, with_pressed
from referral_map.nerves import nerve_questions
from referral_map.nerves import read as read_nerves
from referral_map.words import LANGUAGES, free_text_rules, words_in

ENGLISH = words_in("en")
OTHERS = [code for code in LANGUAGES if code != "en"]
SAME_EVERYWHERE = {
    *("how_sure.line", "how_sure.mark.measured", "how_sure.mark.consensus"),
    *("how_sure.mark.single", "how_sure.mark.weak"),
    "answers.no", "app.percent", "country.AR", "country.CL", "country.CO-DC", "figure.title",
    "match.weighed", "joints.felt_in", "nerve.joint",
    "nerves.field", "parts.pelvis", "red_flags.line",
    "report.points.heading", "report.points.part_of", "report.visits.size", "report.visits.line",
    "results.point_title", "sets.share", "side.after_a_name", "teach.point_name",
}  # fmt: skip
"""Texts that are the same words in every language, or nothing but fields."""
SOURCE = Path(referral_map.__file__).parent

region_ids = st.deferred(lambda: st.sampled_from(sorted(load_atlas().regions_with_patterns)))


def fields(text):
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def test_the_languages_are_the_files_that_are_there():
    assert next(iter(LANGUAGES)) == "en"
    assert dict(LANGUAGES) == {"en": "English", "es": "Español"}
    folders = {path.parent.name for path in (SOURCE / "words").glob("*/library.toml")}
    assert folders == set(LANGUAGES)
    assert {path.stem for path in (SOURCE / "words" / "free_text").glob("*.toml")} == set(LANGUAGES)


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_has_the_same_keys_and_fields(language):
    there = words_in(language).texts
    assert len(ENGLISH.texts) > 40
    assert there.keys() == ENGLISH.texts.keys()
    for key, text in ENGLISH.texts.items():
        assert fields(there[key]) == fields(text), key


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_was_left_in_english(language):
    there = words_in(language).texts
    same = {key for key, text in ENGLISH.texts.items() if there[key] == text}
    assert same == SAME_EVERYWHERE


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_plain_strings_with_plain_fields(language):
    texts = words_in(language).texts
    assert words_in(language).name == LANGUAGES[language] == texts["language.name"]
    for key, text in texts.items():
        assert isinstance(text, str), key
        assert text.strip(), key
        assert "TODO" not in text, key
        for _, name, form, conversion in Formatter().parse(text):
            assert name is None or re.fullmatch("[a-z_]+", name), key
            assert not form, key
            assert conversion is None, key


def test_every_key_that_the_page_names_is_there():
    frontend = SOURCE / "app" / "frontend"
    code = "\n".join(path.read_text(encoding="utf-8") for path in frontend.rglob("*.js"))
    named = set(re.findall(r"\bt\(\s*\"([a-z_.]+)\"", code))
    counted = set(re.findall(r"\bcount\(\s*\"([a-z_.]+)\"", code))
    assert len(named) > 100
    assert len(counted) > 2
    assert named <= ENGLISH.texts.keys()
    assert {f"{key}.{form}" for key in counted for form in ("one", "many")} <= ENGLISH.texts.keys()


def test_every_key_that_the_code_names_is_there():
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCE.rglob("*.py"))
    named = set(re.findall(r"\b(?:words|say)\(\s*\"([a-z_.]+)\"", code))
    counted = set(re.findall(r"\b(?:words|say)\.count\(\s*\"([a-z_.]+)\"", code))
    assert len(named) > 10
    assert len(counted) > 1
    assert named <= ENGLISH.texts.keys()
    assert {f"{key}.{form}" for key in counted for form in ("one", "many")} <= ENGLISH.texts.keys()


@pytest.mark.parametrize(
    ("ask", "words"),
    [
        (lambda: words_in("eng"), "unknown language 'eng'; allowed: en, es; did you mean 'en'?"),
        (lambda: free_text_rules("xx"), "unknown language 'xx'; allowed: en, es"),
        (lambda: ENGLISH("side.rihgt"), "unknown text 'side.rihgt'; did you mean 'side.right'?"),
        (lambda: ENGLISH("number.percent"), "text 'number.percent' needs the field 'number'"),
        (lambda: ENGLISH.count("side.letter", 1), "unknown text 'side.letter.one'"),
    ],
)
def test_what_there_is_not_is_refused_in_one_line(ask, words):
    with pytest.raises(UnknownName) as caught:
        ask()
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_one_and_many():
    assert [ENGLISH.count("nerves.signs", n) for n in (1, 2)] == ["1 sign", "2 signs"]
    spanish = words_in("es")
    assert [spanish.count("nerves.signs", n) for n in (1, 2)] == ["1 señal", "2 señales"]


@given(st.floats(0, 1))
def test_a_percentage_is_that_of_python(share):
    assert ENGLISH.percent(share) == f"{share:.0%}"
    assert words_in("es").percent(share) == f"{share:.0%}".replace("%", " %")


@given(st.floats(0, 1))
def test_a_small_share_of_the_skin_is_told_to_a_tenth_of_a_percent(share):
    told = ENGLISH.fine_percent(share)
    if told == "<0.1%":
        assert 0 < share < 0.001
    else:
        number = told.removesuffix("%")
        assert float(number) == pytest.approx(100 * share, abs=0.0501 if "." in number else 0.501)
        assert ("." in number) == (share > 0 and float(number) < 10)
    assert words_in("es").fine_percent(share) == told.replace(".", ",").replace("%", " %")


@pytest.mark.parametrize(
    ("share", "told"),
    [(0, "0%"), (0.0004, "<0.1%"), (0.001, "0.1%"), (0.0562, "5.6%"), (0.0996, "10%"), (1, "100%")],
)
def test_a_share_of_the_skin_in_words(share, told):
    assert ENGLISH.fine_percent(share) == told


def _shape(table):
    """Names of the tables and lists of a file, without those that a language fills itself."""
    own = {"spelled_out", "joined", "no_denial_before", "numbers"}
    return {
        name: sorted(value) if isinstance(value, dict) and name not in own else type(value)
        for name, value in table.items()
    }


@pytest.mark.parametrize("language", OTHERS)
def test_every_language_says_how_its_texts_are_read(language):
    assert len(free_text_rules(language)["denial"]) > 20
    assert _shape(free_text_rules(language)) == _shape(free_text_rules("en"))


@settings(max_examples=15)
@given(
    st.lists(region_ids, min_size=1, max_size=4),
    st.sampled_from(["yes", "no"]),
    st.sampled_from(["familiar", "tender", "nothing"]),
)
def test_the_language_changes_words_and_no_number(regions, answer, finding):
    english, spanish = load_atlas(), load_atlas(language="es")
    pain = PainDrawing.from_regions(spanish, regions)
    drawn = [match(atlas, pain) for atlas in (english, spanish)]
    key = f"{drawn[0].candidates[0].trigger_point}:{drawn[0].candidates[0].side}"
    here, there = (with_pressed(result, {key: finding}) for result in drawn)
    said = {"why", "missing", "common_words", "weighed", "odds"}
    assert len(here.candidates) == len(there.candidates) > 0
    for one, other in zip(here.candidates, there.candidates, strict=True):
        assert {k: v for k, v in vars(one).items() if k not in said} == {
            k: v for k, v in vars(other).items() if k not in said
        }
        assert one.why != other.why
        assert other.why.startswith("Esto podría explicar ")
        assert one.missing != other.missing
    assert here.steps[0].after == there.steps[0].after
    assert here.steps[0].words != there.steps[0].words
    assert point_sets(english, pain) == point_sets(spanish, pain)
    answers: dict[str, str] = {q.id: answer for q in nerve_questions(english)}
    n_here, n_there = (read_nerves(atlas, pain, answers) for atlas in (english, spanish))
    assert n_here.summary != n_there.summary
    assert n_here.model
    assert n_there.model
    assert n_here.model.present == n_there.model.present
    assert n_here.model.text != n_there.model.text
    assert [(i.id, i.strength) for i in n_here.toward_nerve] == [
        (i.id, i.strength) for i in n_there.toward_nerve
    ]
    assert [(a.id, a.share_of_pain) for a in n_here.areas] == [
        (a.id, a.share_of_pain) for a in n_there.areas
    ]
