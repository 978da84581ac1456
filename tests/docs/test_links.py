"""Every link and picture in the pages leads to something that is there, as GitHub reads them."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").rglob("*.md"),
        ROOT / "anatomy" / "README.md",
    ]
)
FENCE = re.compile(r"^ *```.*?^ *```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def prose(path: Path) -> str:
    """A page without its blocks of code."""
    return FENCE.sub("", path.read_text(encoding="utf-8"))


def anchors(path: Path) -> set[str]:
    """What # may lead to in a page: its headings, as GitHub writes them."""
    words = (re.sub(r"[`*]|\]\([^)]*\)|\[", "", each) for each in HEADING.findall(prose(path)))
    return {re.sub(r"[^\w\- ]", "", each.strip().lower()).replace(" ", "-") for each in words}


def lost(path: Path) -> list[str]:
    """The links of a page that lead nowhere."""
    found = []
    for address in LINK.findall(prose(path)):
        if re.match(r"(https?|mailto):", address):
            continue
        name, _, place = address.partition("#")
        target = path.parent / name if name else path
        if not target.exists() or (place and place not in anchors(target)):
            found.append(address)
    return found


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_leads_somewhere(path):
    assert lost(path) == []


def test_the_pages_are_looked_at():
    assert len(PAGES) > 30
    assert sum(len(LINK.findall(prose(path))) for path in PAGES) > 100


def test_a_link_to_nothing_is_seen(tmp_path):
    page = tmp_path / "page.md"
    (tmp_path / "here.md").write_text("# Here it is: `one`\n")
    page.write_text("[a](here.md) [b](here.md#here-it-is-one) [c](https://example.org)\n")
    assert lost(page) == []
    page.write_text("[a](gone.md) ![b](no.png) [c](here.md#there)\n```\n[d](code.md)\n```\n")
    assert lost(page) == ["gone.md", "no.png", "here.md#there"]
