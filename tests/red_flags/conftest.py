"""The atlas that ships, read once."""

import pytest

from referral_map import load_atlas


@pytest.fixture(scope="session")
def atlas():
    """The atlas that ships."""
    return load_atlas()
