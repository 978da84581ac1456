"""Which parts each page has."""

PAGES = {
    "map": ("session", "body_map", "results"),
    "teach": ("session", "teach"),
    "learn": ("session", "learn"),
    "handout": ("session", "handout"),
    "visits": ("session", "visits"),
}
"""The parts of each page from the top, by its name in the address; the first page is the start."""
