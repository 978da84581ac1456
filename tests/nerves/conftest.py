"""The atlas that ships, made once; laws are tried without a stop-watch."""

import pytest
from hypothesis import settings

from referral_map import load_atlas

settings.register_profile("laws", deadline=None, max_examples=40)
settings.load_profile("laws")


@pytest.fixture(scope="session")
def atlas():
    """The atlas that ships."""
    return load_atlas()
