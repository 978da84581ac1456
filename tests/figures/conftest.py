"""The atlas and its drawings, and axes to draw on."""

import pytest
from matplotlib.figure import Figure
from pictures import drawn as make_drawn


@pytest.fixture(scope="session")
def drawn():
    """The drawings of all views."""
    return make_drawn()


@pytest.fixture
def ax():
    """Axes of a figure that pyplot knows nothing of."""
    return Figure(figsize=(4, 4), dpi=100).add_subplot()
