"""What the browser shares with Python is written in it once: in `lib/constants.js` and the tokens.

Both are generated, so a list of them that is typed again in a module would not follow a change.
"""

import re
from pathlib import Path

import pytest

from referral_map.app.browser_constants import constants
from referral_map.colours import COLOURS
from referral_map.domain import MIRRORED_VIEW

FRONTEND = Path(__file__).parents[2] / "src" / "referral_map" / "app" / "frontend"
GENERATED = {"lib/constants.js", "styles/tokens.css"}

ALLOWED_COLOURS = {
    ("body/mark_shapes.js", "#fff"): "a mask: what is white stays, whatever the theme",
    ("pages/map/index.css", "#000"): "a mask: what is black is erased, whatever the theme",
    ("pages/handout/index.css", "#fff"): "paper is white, also beside a dark page",
    ("styles/controls.css", "rgb("): "what lies behind a question is darkened in both themes",
    ("pages/head/index.css", "rgb("): "the shadow under the open menu is black in both themes",
}
"""By file and colour, why it is no token."""

NAMED = "white|black|gr[ae]y|silver|red|green|blue|navy|yellow|orange|brown|purple|pink"
COLOUR = re.compile(
    r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![\w-])"
    r"|(?<![\w-])(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch)\("
    rf"|(?<=[:\s,(\"])(?:{NAMED})(?=\s*[;,)\"])",
    re.IGNORECASE,
)
SAME = {"white": "#fff", "#ffffff": "#fff", "black": "#000", "#000000": "#000"}
STYLE_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
CODE_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\w\"'`])//[^\n]*", re.DOTALL)

TEXT = r'"[^"\n]*"'
LIST = re.compile(rf"\[\s*({TEXT}(?:\s*,\s*{TEXT})*)\s*,?\s*\]")
PAIRS = re.compile(rf"\[\s*((?:\[\s*{TEXT}\s*,[^\[\]]*\]\s*,?\s*)+)\]")
TABLE = re.compile(rf"\{{\s*((?:\"?\w+\"?\s*:\s*{TEXT}\s*,?\s*)+)\}}")


def sources(*kinds: str) -> dict[str, str]:
    """Return the files of some kinds that nobody generates, without comments."""
    return {
        name: (STYLE_COMMENT if path.suffix == ".css" else CODE_COMMENT).sub("", path.read_text())
        for path in sorted(FRONTEND.rglob("*"))
        if path.suffix in kinds and (name := path.relative_to(FRONTEND).as_posix()) not in GENERATED
    }


def lists() -> dict[str, frozenset[str]]:
    """Return the shared lists of words by name; their order is the list's own."""
    return {
        name: frozenset(each.value)
        for name, each in constants().items()
        if isinstance(each.value, list) and all(isinstance(item, str) for item in each.value)
    }


def tables() -> dict[str, dict[str, str]]:
    """Return the shared tables of words by name."""
    return {name: each.value for name, each in constants().items() if isinstance(each.value, dict)}


def typed_lists(code: str) -> list[frozenset[str]]:
    """Return every list of words in a module, also that of the first words of pairs."""
    plain = [re.findall(r'"([^"\n]*)"', inside) for inside in LIST.findall(code)]
    pairs = [re.findall(r'\[\s*"([^"\n]*)"', inside) for inside in PAIRS.findall(code)]
    return [frozenset(each) for each in [*plain, *pairs]]


def typed_tables(code: str) -> list[dict[str, str]]:
    """Return every table of words in a module."""
    entry = re.compile(r'"?(\w+)"?\s*:\s*"([^"\n]*)"')
    return [dict(entry.findall(inside)) for inside in TABLE.findall(code)]


def copies(code: str) -> set[str]:
    """Return the names of the shared lists and tables that a module types again."""
    typed: list[object] = [*typed_lists(code), *typed_tables(code)]
    return {name for name, each in (lists() | tables()).items() if each in typed}


def tokens() -> set[str]:
    """Return the names of the tokens."""
    return set_in({"tokens": (FRONTEND / "styles" / "tokens.css").read_text()})


def set_in(files: dict[str, str]) -> set[str]:
    """Return the properties that style sheets or modules set."""
    setting = re.compile(r"(--[\w-]+)(?=\s*:)|(?<=setProperty\(\")(--[\w-]+)")
    pairs = [pair for text in files.values() for pair in setting.findall(text)]
    return {one or other for one, other in pairs}


def colours_in(text: str) -> set[str]:
    """Return the colours that a file writes out."""
    written: set[str] = {each.lower() for each in COLOUR.findall(text)}
    return {SAME.get(each, each) for each in written}


def test_no_module_types_a_shared_list_again():
    modules = sources(".js")
    assert len(modules) > 70
    assert len(lists()) > 12
    assert len(tables()) > 1
    assert {name: found for name, code in modules.items() if (found := copies(code))} == {}


def test_no_colour_is_written_outside_the_tokens():
    files = sources(".js", ".css")
    assert len(files) > 80
    written = {(name, colour) for name, text in files.items() for colour in colours_in(text)}
    assert written == set(ALLOWED_COLOURS)


def test_no_style_sheet_sets_a_token_again():
    assert len(tokens()) > len(COLOURS) / 2
    assert set_in(sources(".css")) & tokens() == set()


def test_every_property_that_is_used_is_set():
    """A property that nobody sets counts as none: its colour is that of the page around it."""
    styles = sources(".css")
    assert len(styles) > 10
    used = {each for text in styles.values() for each in re.findall(r"var\((--[\w-]+)", text)}
    assert len(used) > 30
    of_streamlit = {each for each in used if each.startswith("--st-")}
    known = tokens() | set_in(styles) | set_in(sources(".js"))
    assert used - of_streamlit - known == set()


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ('const KINDS = ["same", "gone", "new"];', "CHANGES"),
        ('for (const each of [\n  "pdf",\n  "png",\n  "svg",\n]) show(each);', "FILE_FORMATS"),
        ('choices([["a4", "A4"], ["letter", t("letter")]])', "PAPERS"),
        ('const STOPPING = ["now", "today"];', "STOPPING"),
        (
            "const OTHER = {"
            + ",".join(f'\n  {name}: "{other}"' for name, other in MIRRORED_VIEW.items())
            + ",\n};",
            "MIRRORED_VIEW",
        ),
    ],
)
def test_a_copy_is_seen(code, name):
    assert copies(code) == {name}


@pytest.mark.parametrize(
    "code", ['["marks", "kept"]', '["a4"]', 'side === "right" || side === "left"', "[1, 10]"]
)
def test_another_list_is_no_copy(code):
    assert copies(code) == set()


@pytest.mark.parametrize(
    ("style", "colour"),
    [
        ("a { color: #FFF; }", "#fff"),
        ("a { --gone: light-dark(#0f6d5f, var(--new)); }", "#0f6d5f"),
        ("a { fill: rgb(0 0 0 / 0.2); }", "rgb("),
        ("a { background: white; }", "#fff"),
        ('svg("rect", { fill: "black" })', "#000"),
        ('svg("rect", { fill: "gray" })', "gray"),
        ('svg("rect", { fill: "#abcd" })', "#abcd"),
    ],
)
def test_a_colour_is_seen(style, colour):
    assert colours_in(style) == {colour}


@pytest.mark.parametrize(
    "text",
    [
        "a { white-space: pre; }",
        "`url(#${id}-face)`",
        'import "#frontend/lib/dom.js";',
        "#add-file",
    ],
)
def test_what_is_no_colour_is_left_alone(text):
    assert colours_in(text) == set()
