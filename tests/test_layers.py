"""The layer rules of pyproject.toml hold, and really look at the library.

No arrow back between the packages; Streamlit only in the app, matplotlib only in figures and
reports.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import grimp
import pytest

REPOSITORY = Path(__file__).parents[1]
SETTINGS = REPOSITORY / "pyproject.toml"
CONTRACTS = tomllib.loads(SETTINGS.read_text())["tool"]["importlinter"]["contracts"]
LAYERS = [name.strip() for layer in CONTRACTS[0]["layers"] for name in layer.split("|")]


def run_import_linter(folder: Path) -> subprocess.CompletedProcess:
    """Run the rules on the `referral_map` found first from this folder."""
    code = "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code, "--config", str(SETTINGS), "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def write_library(folder: Path, **source_of: str) -> None:
    """Write a small `referral_map` with every layer, some of them with this source."""
    for layer in ["", *(name for name in LAYERS if not name.startswith("("))]:
        package = folder / "referral_map" / layer
        package.mkdir(parents=True)
        (package / "__init__.py").write_text(source_of.get(layer, "") + "\n")


def test_the_library_keeps_the_rules():
    result = run_import_linter(REPOSITORY / "src")
    assert result.returncode == 0, result.stdout + result.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in result.stdout


def test_the_rules_see_every_module():
    graph = grimp.build_graph("referral_map", cache_dir=None)
    source = REPOSITORY / "src"
    files = {path.relative_to(source) for path in (source / "referral_map").rglob("*.py")}
    modules = {".".join(path.with_suffix("").parts).removesuffix(".__init__") for path in files}
    assert len(modules) > len(LAYERS)
    assert graph.modules == modules


def test_a_library_without_offence_passes(tmp_path):
    write_library(tmp_path, app="import streamlit", figures="import matplotlib")
    result = run_import_linter(tmp_path)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("layer", "source"),
    [
        ("geometry", "import referral_map.atlas"),
        ("atlas", "from referral_map import matching"),
        ("matching", "from referral_map.figures import anything"),
        ("cli", "import referral_map.app"),
        ("app", "import referral_map.cli"),
        ("matching", "import streamlit as st"),
        ("cli", "from streamlit.components import v2"),
        ("figures", "from starlette.responses import Response"),
        ("atlas", "def late():\n    import matplotlib.pyplot"),
        ("app", "from matplotlib.figure import Figure"),
    ],
)
def test_an_offence_is_seen(tmp_path, layer, source):
    write_library(tmp_path, **{layer: source})
    result = run_import_linter(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert "1 broken." in result.stdout


def test_a_package_without_a_layer_is_seen(tmp_path):
    write_library(tmp_path)
    (tmp_path / "referral_map" / "helpers").mkdir()
    (tmp_path / "referral_map" / "helpers" / "__init__.py").write_text("")
    result = run_import_linter(tmp_path)
    assert result.returncode == 1
    assert "helpers" in result.stdout
