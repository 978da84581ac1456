"""The numbers that the README tells are those of the atlas."""

import re
from pathlib import Path

from referral_map import load_atlas

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_readme_counts_as_the_atlas_does():
    atlas = load_atlas()
    words = " ".join(README.read_text(encoding="utf-8").split())
    stated = re.search(r"holds (\d+) muscles with (\d+) trigger points a side, (\d+) nerves", words)
    assert stated, "the README states the numbers of muscles, trigger points and nerves"
    counted = (len(atlas.muscles), len(atlas.trigger_points), len(atlas.nerves))
    assert tuple(map(int, stated.groups())) == counted
