"""The atlas that ships and its drawings, made once."""

import pytest

from referral_map import load_atlas
from referral_map.atlas.drawings import drawings


@pytest.fixture(scope="session")
def atlas():
    """The atlas that ships."""
    return load_atlas()


@pytest.fixture(scope="session")
def drawn(atlas):
    """The drawings of all views, as the browser gets them."""
    return drawings(atlas)
