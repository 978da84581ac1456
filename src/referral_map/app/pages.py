"""Which parts each page has."""

from typing import Literal, TypeAlias

PageName: TypeAlias = Literal["map", "teach", "learn", "handout", "visits"]

PAGES: dict[PageName, tuple[str, ...]] = {
    "map": ("session", "body_map", "results", "foot"),
    "teach": ("session", "teach", "foot"),
    "learn": ("session", "learn", "foot"),
    "handout": ("session", "handout", "foot"),
    "visits": ("session", "visits", "foot"),
}
"""The parts of each page from the top, by its name in the address; the first page is the start."""
