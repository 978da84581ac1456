"""Which parts each page has."""

PAGES = {
    "map": ("head", "map", "results", "foot"),
    "teach": ("head", "teach", "foot"),
    "learn": ("head", "learn", "foot"),
    "handout": ("head", "handout", "foot"),
    "visits": ("head", "visits", "foot"),
}
"""The parts of each page from the top, by its name in the address; the first page is the start."""
