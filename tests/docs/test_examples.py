"""Every worked example runs as its first lines say, and is short."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
EXAMPLES = sorted((ROOT / "docs" / "examples").glob("*.py"))
WRITES = {
    "from_regions_to_points": {"first_point.png": b"\x89PNG"},
    "three_visits": {"visits.pdf": b"%PDF", "visit_1.json": b"{", "visit_3.json": b"{"},
    "red_flags_and_nerves": {},
}
"""By example, the files it writes and how they begin."""
SAYS = {
    "from_regions_to_points": ["1. Gluteus minimus", "This might explain", "Together: "],
    "three_visits": ["2026-09-01", "2026-11-01", "The pain covers less skin"],
    "red_flags_and_nerves": ["TODAY: Call a doctor", "self-care: no", "toward a nerve"],
}


def test_each_example_is_tried():
    assert {path.stem for path in EXAMPLES} == set(WRITES) == set(SAYS)
    assert len(EXAMPLES) == 3


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_runs_in_a_folder_of_its_own(tmp_path, path):
    done = subprocess.run(
        [sys.executable, path],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert [words for words in SAYS[path.stem] if words not in done.stdout] == []
    for name, start in WRITES[path.stem].items():
        assert (tmp_path / name).read_bytes().startswith(start), name


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_is_short_and_uses_the_public_api_alone(path):
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 60
    imports = [line for line in text.splitlines() if "referral_map" in line and "import" in line]
    assert len(imports) == 1
    assert imports[0].startswith("from referral_map import ")
