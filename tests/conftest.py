"""How laws are tried: without a stop-watch, and the same examples each time where CI asks.

Everything that a test has sent to the browser is held to its type on the way.
"""

import os

import pytest
from hypothesis import settings

from referral_map import Atlas, load_atlas
from referral_map.atlas.drawings import Drawings, drawings

settings.register_profile(
    "laws", deadline=None, max_examples=40, derandomize=os.environ.get("CI") == "true"
)
# What `make test-fast` asks for: enough to see that a law is broken, not to find its rarest case.
settings.register_profile("fast", settings.get_profile("laws"), max_examples=10)
settings.load_profile("laws")

os.environ["REFERRAL_MAP_CHECK_WIRE"] = "1"


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The atlas that ships."""
    return load_atlas()


@pytest.fixture(scope="session")
def drawn(atlas: Atlas) -> Drawings:
    """The drawings of all views, as the browser gets them."""
    return drawings(atlas)
