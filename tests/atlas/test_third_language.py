"""A third language is files alone: whoever reads the languages finds it, and no code is changed."""

import json
import subprocess
import sys

import pytest

from tests.third_language import CODE, NAME, TITLE, environment, write

LOOK = """
import json
from referral_map import PainDrawing, load_atlas, match
from referral_map.app.answers import answer
from referral_map.app.assets import NAMES, addresses
from referral_map.app.language import spoken
from referral_map.app.browser_texts import texts
from referral_map.red_flags import screen
from referral_map.sessions import Session
from referral_map.words import LANGUAGES
atlas = load_atlas(language="{code}")
pain = PainDrawing.from_regions(atlas, ["thigh_back_middle_right"])
document = Session(language="{code}").model_dump(mode="json")
document["marks"] = [dict(kind="region", region="thigh_back_middle_right")]
given = texts(atlas)
print(json.dumps({{
    "languages": dict(LANGUAGES),
    "of_the_atlas": list(atlas.languages),
    "why": match(atlas, pain).candidates[0].why,
    "texts": [given["language"], given["words"]["app.title"], given["themes"][0]["name"]],
    "asset": "texts-{code}" in NAMES and addresses("{code}")["texts"],
    "spoken": [spoken({{}}, each) for each in ("{code}", "{code}-BR", "xx")],
    "reading": answer("reading", {{"document": document}}),
    "flags": [flag.id for flag in screen(atlas, {{}}, "no puedo orinar")],
}}))
"""


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return write(tmp_path_factory.mktemp("library"))


def run(place, *arguments):
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=place,
        env=environment(place),
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


def command(place, *arguments):
    return run(place, "-m", "referral_map.cli.main", *arguments)


@pytest.fixture(scope="module")
def seen(place):
    """What the library with the new language says."""
    code, out, err = run(place, "-c", LOOK.format(code=CODE))
    assert code == 0, err
    return json.loads(out)


def test_the_check_finds_every_text_of_it(place):
    assert command(place, "check") == (0, "no problems: every rule holds\n", "")


def test_it_stands_in_every_list_of_languages(seen):
    assert seen["languages"] == {"en": "English", "es": "Español", CODE: NAME}
    assert seen["of_the_atlas"] == ["en", "es", CODE]


def test_the_app_speaks_it_and_asks_for_its_texts(seen):
    assert seen["texts"] == [CODE, TITLE, "Entender el dolor"]
    assert seen["asset"].startswith(f"atlas/texts-{CODE}.json?v=")
    assert seen["spoken"] == [CODE, CODE, "en"]


def test_answers_and_matches_are_in_it(seen):
    assert seen["why"].startswith("Esto podría explicar ")
    assert "trouble" not in seen["reading"]
    told = seen["reading"]["reading"]["candidates"]
    assert len(told) > 5
    assert all(each["why"].startswith("Esto podría explicar ") for each in told)


def test_what_a_person_writes_is_read_in_it(seen):
    assert "bladder_change" in seen["flags"]


def test_the_commands_write_in_it_and_name_it(place):
    session = place / "saved.json"
    session.write_text(json.dumps({
        "format": "referral-map-session", "version": 1, "language": CODE,
        "marks": [{"kind": "region", "region": "thigh_back_middle_right"}],
    }))  # fmt: skip
    code, out, err = command(place, "compare", str(session), str(session), "--language", CODE)
    assert (code, err) == (0, "")
    assert "El dolor está más o menos igual" in out
    for page in ("handout.pdf", "handout.png"):
        code, _, err = command(
            place, "handout", str(session), "-o", str(place / page), "--language", CODE
        )
        assert (code, err) == (0, "")
        assert (place / page).stat().st_size > 10_000
    code, _, err = command(place, "handout", str(session), "-o", "x.pdf", "--language", "ptt")
    assert code == 2
    assert f"unknown language 'ptt'; allowed: en, es, {CODE}; did you mean '{CODE}'?" in err
