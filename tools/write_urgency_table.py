"""Writes docs/urgency.md: every sign that needs a doctor, how soon, and what that rests on.

python tools/write_urgency_table.py
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from referral_map import load_atlas  # noqa: E402
from referral_map.atlas import Atlas  # noqa: E402
from referral_map.atlas.credit import sources_of  # noqa: E402
from referral_map.atlas.records import Source, SourceRank  # noqa: E402
from referral_map.domain import URGENCIES  # noqa: E402

PAGE = ROOT / "docs" / "urgency.md"
INTRODUCTION = """# How urgent each sign is

`anatomy/red_flags.toml` is the one table of urgency: now, today, or soon (within days). No other
text may give a sign a slower pace; `referral-map check` reads them all and says where one does.
Written from the table by `make figures`; why some paces are as they are:
[one table of urgency](decisions/0021-urgency-one-table.md), [not sure](decisions/0022-not-sure.md).

Beside each source stand its rank and how much of it was read
([what they mean](../anatomy/README.md)). A rank says what kind of work it is, not that it names
this pace.
"""
RANKS = get_args(SourceRank)
HEADINGS = {"now": "Now", "today": "Today", "soon": "Soon, within days"}


def page(atlas: Atlas) -> str:
    """The whole page for an atlas."""
    return "\n".join([INTRODUCTION, *_tables(atlas), *_differences(atlas), ""])


def _tables(atlas: Atlas) -> Iterator[str]:
    for urgency in URGENCIES:
        yield f"## {HEADINGS[urgency]}\n"
        yield "| sign | what it asks | rests on |"
        yield "|---|---|---|"
        for flag in atlas.red_flags:
            if flag.urgency == urgency:
                rests_on = "; ".join(_works(atlas, flag.sources))
                yield f"| `{flag.id}` | {_cell(flag.question)} | {_cell(rests_on)} |"
        yield ""


def _works(atlas: Atlas, citations: list[str]) -> Iterator[str]:
    """Each source with its rank and how much of it was read, the strongest rank first."""
    known = sources_of(atlas, citations).values()
    for source in sorted(known, key=lambda each: RANKS.index(each.rank)):
        seen = source.seen.replace("_", " ")
        yield f"{_linked(source)} ({source.rank}, {seen})"


def _linked(source: Source) -> str:
    """The title of a source with its year, as a link where it has an address."""
    title = source.title.replace("[", "(").replace("]", ")")
    named = f"{title}, {source.year}" if source.year else title
    address = source.url or (f"https://doi.org/{source.doi}" if source.doi else None)
    return f"[{named}]({address})" if address else named


def _differences(atlas: Atlas) -> Iterator[str]:
    yield "## Where texts differ\n"
    yield "What they say, in our words, and what was chosen.\n"
    for flag in atlas.red_flags:
        if flag.choices:
            yield f"- `{flag.id}` ({flag.urgency}): {flag.choices}"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Writes the page."""
    PAGE.write_text(page(load_atlas()), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


if __name__ == "__main__":
    main()
