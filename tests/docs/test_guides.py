"""Every file that a page of the documentation names is there."""

import re
from itertools import chain
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDES = sorted(
    [ROOT / "CONTRIBUTING.md", ROOT / "docs/architecture.md", *(ROOT / "docs").glob("add_a_*.md")]
)
PLACES = (
    ROOT,
    ROOT / "src/referral_map",
    ROOT / "src/referral_map/app",
    ROOT / "src/referral_map/app/frontend",
)
"""Where a path may begin."""

NAMED = re.compile(r"`([\w.{}][\w./{},*-]*/[\w./{},*-]*|[\w-]+\.(?:py|js|css|toml|md|json))`")
MADE_UP = ("diary", "test_diary.py")
"""What a guide would have somebody add."""


def named(path: Path) -> list[str]:
    """The files and folders a page names, without those it would have somebody add."""
    found = NAMED.findall(path.read_text(encoding="utf-8"))
    return [each for each in dict.fromkeys(found) if not any(word in each for word in MADE_UP)]


def one_of_each(name: str) -> list[str]:
    """`pages/{map,teach}/index.css` written out."""
    head, brace, rest = name.partition("{")
    if not brace:
        return [name]
    choices, _, tail = rest.partition("}")
    return [f"{head}{each}{tail}" for each in choices.split(",")]


def is_there(name: str) -> bool:
    """Whether a name leads to something: by its path, or by its end where it is a bare name."""
    if "/" not in name:
        folders = ("src", "tests", "tools", "docs", "anatomy")
        return any(chain(ROOT.glob(name), *(ROOT.glob(f"{each}/**/{name}") for each in folders)))
    return any(any(place.glob(name.rstrip("/"))) for place in PLACES)


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.name)
def test_every_file_that_is_named_is_there(path):
    names = [each for name in named(path) for each in one_of_each(name)]
    assert len(names) > 2
    assert [name for name in names if not is_there(name)] == []
