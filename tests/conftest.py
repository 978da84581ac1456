"""How laws are tried: without a stop-watch, and the same examples each time where CI asks."""

import os

from hypothesis import settings

settings.register_profile(
    "laws", deadline=None, max_examples=40, derandomize=os.environ.get("CI") == "true"
)
# What `make test-fast` asks for: enough to see that a law is broken, not to find its rarest case.
settings.register_profile("fast", settings.get_profile("laws"), max_examples=10)
settings.load_profile("laws")
