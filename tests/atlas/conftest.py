"""The anatomy that ships, and a small one that a test may break."""

from pathlib import Path

import pytest
from small_anatomy import write

from referral_map.atlas.folder import anatomy_folder


@pytest.fixture(scope="session")
def shipped() -> Path:
    """The folder of anatomy that ships."""
    return anatomy_folder()


@pytest.fixture
def small(tmp_path) -> Path:
    """A copy of the small anatomy, in which every rule holds."""
    return write(tmp_path / "anatomy")
