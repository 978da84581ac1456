"""A colour stands in one place: changed there, it changes on the page, in figures and on paper."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from referral_map.colours import COLOURS, THEME, Colour, Tint, on_paper, opacity, tokens
from tools.browser_contract.style_sheets import with_theme

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "referral_map"
OTHERS = {"body": "#13579b", "zone": "#2468ac", "muscle_line": "#0f1e2d"}
"""By name of a colour, one that the table does not have."""

EVERYWHERE = ("body", "body_line", "bone", "zone", "spillover_dot", "nerve", "muscle_line")
"""What the page, a figure and a handout all show."""

DRAW = """
import io, json, sys
from dataclasses import replace
from referral_map import colours
for name, other in json.loads(sys.argv[1]).items():
    colours.COLOURS[name] = replace(colours.COLOURS[name], light=other)
from referral_map import load_atlas
from referral_map.atlas.drawings import drawings
from referral_map.figures import pattern_figure
from referral_map.report import handout_bytes
from referral_map.sessions import session_of, FORMAT, VERSION
from tools.browser_contract.style_sheets import tokens_css
atlas, figure = load_atlas(), io.StringIO()
point = "gluteus_minimus_posterior"
pattern_figure(atlas, drawings(atlas), point).savefig(figure, format="svg")
marks = [{"kind": "region", "region": "calf_upper_right", "quality": "numb"}]
document = {"format": FORMAT, "version": VERSION, "marks": marks, "kept": [point + ":right"]}
handout = handout_bytes(atlas, session_of(document), "svg").decode()
print(json.dumps({"page": tokens_css(), "figure": figure.getvalue(), "handout": handout}))
"""


def drawn(others: dict[str, str]) -> dict[str, str]:
    """The tokens of the page, a figure and a handout, with other colours under some names."""
    command = [sys.executable, "-c", DRAW, json.dumps(others)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def shows(text: str, colour: str) -> bool:
    """Whether a picture or a style sheet has a colour, written either way."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return colour in text or f"rgb({red} {green} {blue}" in text


@pytest.fixture(scope="module")
def as_it_is() -> dict[str, str]:
    return drawn({})


@pytest.fixture(scope="module")
def changed() -> dict[str, str]:
    return drawn(OTHERS)


@pytest.mark.parametrize("name", EVERYWHERE)
def test_a_colour_is_seen_on_the_page_in_a_figure_and_on_paper(as_it_is, name):
    for where, text in as_it_is.items():
        assert shows(text, str(COLOURS[name].light)), where
        assert not any(shows(text, other) for other in OTHERS.values()), where


@pytest.mark.parametrize("name", OTHERS)
def test_changed_in_its_one_place_it_changes_everywhere(changed, name):
    assert list(changed) == ["page", "figure", "handout"]
    for where, text in changed.items():
        assert shows(text, OTHERS[name]), where
        assert not shows(text, str(COLOURS[name].light)), where


def test_marked_skin_has_the_same_colours_on_the_page_and_on_paper(as_it_is):
    for name in ("mark", "mark_ground", "quiet"):
        assert shows(as_it_is["page"], on_paper(name))
        assert shows(as_it_is["handout"], on_paper(name))


def test_every_colour_is_one():
    assert len(COLOURS) >= 40
    for name, colour in COLOURS.items():
        if isinstance(colour, Tint):
            assert isinstance(COLOURS[colour.of], Colour), name
            assert 0 < opacity(name) == colour.light < 1
        else:
            given = [each for each in (colour.light, colour.dark) if each is not None]
            assert all(re.fullmatch("#[0-9a-f]{6}", each) for each in given), name
            assert opacity(name) == 1


def test_what_is_for_paper_alone_is_no_token():
    for_paper = {
        name for name, each in COLOURS.items() if isinstance(each, Colour) and each.dark is None
    }
    assert 1 <= len(for_paper) <= 5
    assert len(tokens()) == len(COLOURS) - len(for_paper)


def test_no_colour_is_written_in_python_outside_the_table():
    files = [path for path in SOURCE.rglob("*.py") if path.name != "colours.py"]
    assert len(files) > 100
    written = {
        str(path.relative_to(SOURCE)): found
        for path in files
        if (found := re.findall(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8")))
    }
    assert written == {}


def test_the_icon_is_in_colours_of_the_table():
    icon = (SOURCE / "app" / "frontend" / "icon.svg").read_text()
    known = {on_paper(name) for name in COLOURS} | {"#fff"}
    used = re.findall(r"#[0-9a-fA-F]{3,6}\b", icon)
    assert len(used) >= 3
    assert set(used) <= known


def test_the_theme_of_streamlit_is_of_the_table():
    settings = (ROOT / ".streamlit" / "config.toml").read_text()
    assert with_theme(settings) == settings
    for name in THEME.values():
        assert settings.count(f'"{COLOURS[name].dark}"') >= 1
    changed = settings.replace(str(COLOURS["line"].light), OTHERS["body"])
    assert changed != settings
    assert with_theme(changed) == settings


@pytest.mark.parametrize("damage", ["borderColor", "[theme.dark]"])
def test_a_theme_without_a_colour_is_told(damage):
    settings = (ROOT / ".streamlit" / "config.toml").read_text()
    with pytest.raises(ValueError, match="the theme has no"):
        with_theme(settings.replace(damage, "other"))
