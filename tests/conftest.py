"""How laws are tried: without a stop-watch, and the same examples each time where CI asks."""

import os

from hypothesis import settings

settings.register_profile(
    "laws", deadline=None, max_examples=40, derandomize=os.environ.get("CI") == "true"
)
settings.load_profile("laws")
