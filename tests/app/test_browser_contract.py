"""What is written for the browser from Python is fresh, and written right."""

import re
import subprocess
import sys

import pytest

from referral_map.app import browser_constants
from referral_map.app.browser_constants import Constant, constants
from referral_map.sessions import VERSION
from tools import generate_browser_contract as command
from tools.browser_contract import javascript
from tools.browser_contract.declarations import UNIONS, declarations
from tools.browser_contract.javascript import constants_js
from tools.browser_contract.typescript import Declarations, comment

WRITE = Declarations({("a", "b"): "Letter"}, whole=["Whole"])


def test_what_is_written_is_fresh():
    assert command.not_fresh() == []


def test_every_file_is_named_from_the_top_of_the_repository():
    assert len(command.files()) == 4
    assert all((command.ROOT / path).is_file() for path in command.files())


def test_a_file_that_is_not_fresh_is_named_and_written_anew(tmp_path, monkeypatch, capsys):
    for path, text in command.files().items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    monkeypatch.setattr(command, "ROOT", tmp_path)
    assert command.main(["--check"]) == 0
    old = tmp_path / command.FRONTEND / "lib" / "constants.js"
    fresh = old.read_text()
    old.write_text(fresh.replace('"familiar"', '"other"'))
    assert command.main(["--check"]) == 1
    assert "constants.js is not fresh: run make contract" in capsys.readouterr().err
    assert command.main([]) == 0
    assert old.read_text() == fresh
    assert command.main(["--write"]) == 2


def test_the_command_runs_by_itself():
    result = subprocess.run(
        [sys.executable, "tools/generate_browser_contract.py", "--check"],
        cwd=command.ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (result.returncode, result.stderr) == (0, "")


def test_a_fact_that_changes_in_python_changes_in_the_browser(monkeypatch):
    before = constants_js()
    monkeypatch.setattr(browser_constants, "FIRST", 5)
    after = constants_js()
    assert "export const FIRST_IN_HANDOUT = 3;" in before
    assert after == before.replace("FIRST_IN_HANDOUT = 3;", "FIRST_IN_HANDOUT = 5;")


def test_every_constant_says_what_it_is_and_stands_once():
    written = constants_js()
    assert len(constants()) >= 40
    for name, each in constants().items():
        assert written.count(f"\nexport const {name} =") == 1
        assert each.what.endswith("."), name
        assert f"@type {{{each.type}}}\n" in written
    assert f"SESSION_VERSION = {VERSION};" in written


def test_every_type_that_a_constant_names_is_declared():
    declared = set(re.findall(r"^export (?:type|interface) (\w+)", declarations(), re.MULTILINE))
    (imported,) = re.findall(r"@import \{([^}]*)\}", constants_js())
    named = set(re.findall(r"\w+", imported))
    assert len(named) >= 10
    assert named <= declared


def test_every_name_in_the_declarations_is_declared_once():
    written = re.sub(
        r"^//.*?$|/\*\*.*?\*/|\"[^\"]*\"", "", declarations(), flags=re.DOTALL | re.MULTILINE
    )
    declared = re.findall(r"^export (?:type|interface) (\w+)", written, re.MULTILINE)
    assert len(declared) == len(set(declared)) >= 60
    of_typescript = {"Record", "Partial", "Omit", "Exclude", "Given", "Field"}
    used = set(re.findall(r"\b[A-Z]\w+", written)) - of_typescript
    assert used == set(declared)


@pytest.mark.parametrize("name", UNIONS)
def test_every_union_of_words_is_used_or_stands_for_a_name_in_the_page(name):
    assert re.search(rf"^export type {name} =", declarations(), re.MULTILINE)


@pytest.mark.parametrize(("schema", "expected"), [
    ({"type": "string"}, "string"),
    ({"type": "integer"}, "number"),
    ({"const": "x"}, '"x"'),
    ({"enum": ["a", "b"]}, "Letter"),
    ({"enum": ["b", "a"]}, '"b" | "a"'),
    ({"anyOf": [{"type": "number"}, {"type": "null"}]}, "number | null"),
    ({"anyOf": [{"type": "number"}, {"type": "integer"}]}, "number"),
    ({"type": "array", "items": {"type": "string"}}, "string[]"),
    ({"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "null"}]}},
     "(string | null)[]"),
    ({"type": "array", "prefixItems": [{"type": "string"}, {"type": "number"}]},
     "[string, number]"),
    ({"$ref": "#/$defs/Member"}, "Member"),
    ({"type": "object", "additionalProperties": {"type": "string"}}, "Record<string, string>"),
    ({"type": "object", "propertyNames": {"enum": ["a", "b"]},
      "additionalProperties": {"type": "number"}}, "Partial<Record<Letter, number>>"),
    ({"type": "object", "propertyNames": {"enum": ["a", "b"]}, "x-every": True,
      "additionalProperties": {"type": "number"}}, "Record<Letter, number>"),
    ({"type": "object", "patternProperties": {"^a": {"type": "number"}}}, "Record<string, number>"),
    ({"type": "string", "x-typescript": "Mine"}, "Mine"),
])  # fmt: skip
def test_a_schema_as_a_type(schema, expected):
    assert WRITE.type(schema) == expected


def test_a_schema_that_is_not_understood_is_told():
    with pytest.raises(ValueError, match="no TypeScript is known"):
        WRITE.type({"type": "date"})


@pytest.mark.parametrize(("name", "mark"), [("Loose", "?"), ("Whole", "")])
def test_an_interface_says_what_it_is_and_what_may_be_missing(name, mark):
    schema = {
        "description": "A point.",
        "properties": {"u": {"type": "number", "description": "Across."}, "a-b": {"type": "null"}},
        "required": ["u"],
    }
    assert WRITE.interface(name, schema) == (
        f"/** A point. */\nexport interface {name} {{\n  /** Across. */\n  u: number;\n"
        f'  "a-b"{mark}: null;\n}}'
    )


def test_a_long_comment_has_lines_and_code_in_it_keeps_its_marks():
    assert comment("One ``word``.") == "/** One `word`. */"
    assert comment("One.\n\nTwo.", "  ") == "  /**\n   * One.\n   *\n   * Two.\n   */"


@pytest.mark.parametrize(("value", "expected"), [
    (12, "export const A = 12;"),
    (5_000_000, "export const A = 5_000_000;"),
    (0.4, "export const A = 0.4;"),
    ("it's", 'export const A = "it\'s";'),
    (["a", "b"], 'export const A = ["a", "b"];'),
    ({"a": 1}, "export const A = {\n  a: 1,\n};"),
    (["a" * 60, "b" * 60], f'export const A = [\n  "{"a" * 60}",\n  "{"b" * 60}",\n];'),
    ("a" * 100, f'export const A =\n  "{"a" * 100}";'),
])  # fmt: skip
def test_a_constant_as_javascript(monkeypatch, value, expected):
    monkeypatch.setattr(javascript, "constants", lambda: {"A": Constant(value, "string", "It.")})
    assert constants_js().endswith(f"\n{expected}\n")
