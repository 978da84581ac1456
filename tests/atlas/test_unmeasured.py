"""A muscle that was written but not measured yet: one sentence says so, whoever asks for what."""

import json

import pytest
from small_anatomy import CARE, MUSCLE, PIRIFORMIS, VIEWS, edited_json, replace
from starlette.requests import Request
from streamlit.testing.v1 import AppTest

from referral_map import load_atlas
from referral_map.app import SCRIPT, assets
from referral_map.app.answers import KINDS, answer
from referral_map.app.assets import NAMES
from referral_map.app.serve import send_asset
from referral_map.atlas import BrokenAtlas, building, check
from referral_map.cli.main import main
from referral_map.sessions import Session
from referral_map.words import words_in

SOLEUS = "muscles/soleus.toml"
SENTENCE = (
    f"{SOLEUS}: soleus: is not measured yet: it has no depth or no outline in computed/; "
    "see step 4 of docs/add_a_muscle.md"
)


def write_soleus(folder):
    """A second muscle, complete but for what is measured; a fact of it rests on the nerve."""
    text = PIRIFORMIS.replace("piriformis_lateral", "soleus_upper")
    text = text.replace('"piriformis"', '"soleus"').replace(
        "\n[trigger_points.essential]",
        '\nnerve_risk = { text = "It may press on it.", nerves = ["sciatic_nerve"], '
        'sources = ["a_page"] }\n\n[trigger_points.essential]',
    )
    (folder / SOLEUS).write_text(text, encoding="utf-8")
    care = CARE.replace("piriformis", "soleus")
    (folder / "self_care/soleus.toml").write_text(care, encoding="utf-8")


def never_measured(folder):
    """Neither its depth nor its outline is there."""
    write_soleus(folder)
    with edited_json(folder, "computed/muscles.json") as measured:
        del measured["soleus"]


def without_an_outline(folder):
    """Its depth was measured, but no view draws it."""
    write_soleus(folder)
    with edited_json(folder, "computed/muscles.json") as measured:
        assert "soleus" in measured


def without_a_depth(folder):
    """It is drawn, but its depth was not measured."""
    write_soleus(folder)
    with edited_json(folder, "computed/muscles.json") as measured:
        del measured["soleus"]
    for view in VIEWS:
        with edited_json(folder, f"computed/man/views/{view}.json") as drawing:
            if "piriformis" in drawing["muscles"]:
                drawing["muscles"]["soleus"] = drawing["muscles"]["piriformis"]


def pictured(folder):
    """A subject's picture shows it already."""
    write_soleus(folder)
    replace(folder, "subjects/sleep.toml", 'muscles = ["piriformis"]',
            'muscles = ["piriformis", "soleus"]')  # fmt: skip


CASES = (never_measured, without_an_outline, without_a_depth, pictured)


@pytest.fixture(params=CASES, ids=lambda case: case.__name__)
def folder(small, request):
    request.param(small)
    return small


@pytest.fixture
def only_this(small, monkeypatch):
    """The small anatomy with the new muscle stands in the place of the one that ships."""
    never_measured(small)
    monkeypatch.setattr(building, "anatomy_folder", lambda: small)
    for each in (building._loaded, assets._make_asset):
        each.cache_clear()
    yield small
    for each in (building._loaded, assets._make_asset):
        each.cache_clear()


def test_the_check_says_it_in_one_sentence(folder):
    assert [str(problem) for problem in check(folder)] == [SENTENCE]


def test_python_says_it_when_the_atlas_is_loaded(folder):
    with pytest.raises(BrokenAtlas) as caught:
        load_atlas(folder)
    assert str(caught.value) == f"{SENTENCE}; run 'referral-map check' for all"


def test_a_muscle_without_self_care_is_told_as_plainly(small):
    write_soleus(small)
    with edited_json(small, "computed/man/views/back.json") as drawing:
        drawing["muscles"]["soleus"] = drawing["muscles"]["piriformis"]
    (small / "self_care/soleus.toml").unlink()
    with pytest.raises(BrokenAtlas, match="self_care: soleus: has no self-care file"):
        load_atlas(small)


@pytest.mark.usefixtures("only_this")
@pytest.mark.parametrize("command", [
    ["regions"],
    ["atlas"],
    ["atlas", "--json"],
    ["questions"],
    ["match", "--region", "buttock_lower_right"],
    ["figure", "soleus_upper", "-o", "look.png"],
    ["figure", "piriformis_lateral", "-o", "look.png"],
    ["contact-sheets", "-o", "sheets"],
    ["handout", "saved.json", "-o", "handout.pdf"],
    ["compare", "saved.json", "saved.json"],
])  # fmt: skip
def test_every_command_says_it_in_one_line(command, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    saved = Session().model_dump(mode="json")
    (tmp_path / "saved.json").write_text(json.dumps(saved), encoding="utf-8")
    assert main(command) == 2
    told = capsys.readouterr()
    assert told.err.count("\n") == 1
    assert told.err.startswith(f"referral-map: {SENTENCE}")
    assert not told.out


def test_the_check_command_lists_it_alone(only_this, capsys):
    assert main(["check", str(only_this)]) == 1
    assert capsys.readouterr().out == f"{SENTENCE}\n1 problem\n"


@pytest.mark.usefixtures("only_this")
def test_the_page_says_it_in_its_place():
    page = AppTest.from_file(SCRIPT, default_timeout=120).run()
    assert not page.exception
    (error,) = page.error
    assert error.value.startswith(f"{words_in('en')('app.cannot_show')} {SENTENCE}")


@pytest.mark.usefixtures("only_this")
@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_to_the_browser_says_it(kind):
    assert answer(kind, {"document": None})["trouble"].startswith(SENTENCE)


@pytest.mark.usefixtures("only_this")
def test_what_the_browser_reads_says_it_too():
    assert len(NAMES) >= 4
    for name in NAMES:
        scope = {"type": "http", "path_params": {"name": name}, "query_string": b"", "headers": []}
        reply = send_asset(Request(scope))
        assert reply.status_code == 500
        assert bytes(reply.body).decode().startswith(SENTENCE)


def test_the_small_anatomy_was_whole_before(small):
    assert (small / MUSCLE).is_file()
    assert [muscle.id for muscle in load_atlas(small).muscles] == ["piriformis"]
