"""The atlas and its drawings, and axes to draw on."""

import pytest
from matplotlib.figure import Figure
from pictures import WINDOW
from pictures import drawn as make_drawn

from referral_map.figures.artists import set_window


@pytest.fixture(scope="session")
def drawn():
    """The drawings of all views."""
    return make_drawn()


@pytest.fixture
def ax():
    """Axes of a figure that pyplot knows nothing of, on the window of the shapes of no body."""
    axes = Figure(figsize=(4, 4), dpi=100).add_subplot()
    set_window(axes, WINDOW)
    return axes
