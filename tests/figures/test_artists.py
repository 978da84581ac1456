"""Each drawing function draws one named artist, styles it, and returns it."""

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from pictures import BLOB, NERVE, RING

from referral_map.atlas.drawings import MARK_RADIUS_MM
from referral_map.figures import artists, style

# function, its content, its record, the gid that follows
SHAPES = {
    "body": (artists.draw_body, (), "body"),
    "bones": (artists.draw_bones, (), "bones"),
    "muscle": (artists.draw_muscle, ("soleus",), "soleus"),
    "essential": (artists.draw_essential, ("soleus_1",), "soleus_1-essential"),
    "spillover": (artists.draw_spillover, ("soleus_1",), "soleus_1-spillover"),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_returned_named_and_on_the_axes(ax, name):
    draw, record, gid = SHAPES[name]
    patch = draw(ax, BLOB, *record)
    assert isinstance(patch, PathPatch)
    assert patch.get_gid() == gid
    assert list(ax.patches) == [patch]


@pytest.mark.parametrize("name", SHAPES)
def test_style_goes_to_the_artist(ax, name):
    draw, record, _ = SHAPES[name]
    patch = draw(ax, BLOB, *record, linewidth=7, zorder=42, edgecolor="lime")
    assert patch.get_linewidth() == 7
    assert patch.get_zorder() == 42
    assert patch.get_edgecolor()[:3] == to_rgba("lime")[:3]


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_to_draw_draws_nothing(ax, name):
    draw, record, _ = SHAPES[name]
    assert draw(ax, "", *record) is None
    assert not ax.has_data()


def test_a_shape_with_a_hole_is_one_compound_path(ax):
    patch = artists.draw_body(ax, RING)
    codes = patch.get_path().codes.tolist()
    assert codes.count(Path.MOVETO) == codes.count(Path.CLOSEPOLY) == 2


def test_a_hole_stays_open_on_the_page(ax):
    artists.set_window(ax, (0, 0, 100, 80))
    artists.draw_body(ax, RING, facecolor="black", edgecolor="none")
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    pixels = np.asarray(canvas.buffer_rgba())[..., 0]

    def grey(u, v):
        column, row = ax.transData.transform((u, v))
        return pixels[len(pixels) - int(row), int(column)]

    assert grey(20, 20) == 0
    assert grey(45, 40) == grey(5, 5) == 255


def test_creases_are_open_lines(ax):
    lines = artists.draw_creases(ax, "M0,0 9,9M5,0 5,9")
    assert isinstance(lines, LineCollection)
    assert lines.get_gid() == "creases"
    assert len(lines.get_segments()) == 2


def test_a_nerve_is_as_wide_as_it_is_and_never_too_thin_to_see():
    ax = Figure(figsize=(5, 4), dpi=100).add_axes((0, 0, 1, 1))
    artists.set_window(ax, (0, 0, 100, 80))
    thick = artists.draw_nerve(ax, NERVE, "sciatic_nerve")
    thin = artists.draw_nerve(ax, [{**NERVE[0], "width": 0.3}], "sciatic_nerve")
    assert isinstance(thick, LineCollection)
    assert thick.get_gid() == "sciatic_nerve"
    assert thick.get_linewidths()[0] == pytest.approx(2 * thin.get_linewidths()[0])
    points_a_mm = 4 * 72 / 80
    assert thick.get_linewidths()[0] == pytest.approx(4 * points_a_mm)


def test_a_trigger_point_is_an_x_in_a_disc_and_never_a_pin(ax):
    """Examiners' marks of one trigger point lie 13 mm apart."""
    disc = artists.draw_mark(ax, (50, 40), "soleus_1")
    assert isinstance(disc, Circle)
    assert disc.get_gid() == "soleus_1"
    assert disc.radius == MARK_RADIUS_MM == 13
    assert disc.center == (50, 40)
    arms = [np.column_stack(line.get_data()) for line in ax.lines]
    assert len(arms) == 2
    for arm in arms:
        assert arm.mean(axis=0) == pytest.approx((50, 40))
        assert (np.linalg.norm(arm - (50, 40), axis=1) < 13).all()
    directions = [np.diff(arm, axis=0)[0] for arm in arms]
    assert directions[0] @ directions[1] == pytest.approx(0)
    assert all(isinstance(line, Line2D) for line in ax.lines)


def test_a_letter_stands_where_it_is_told_and_carries_its_side(ax):
    text = artists.draw_letter(ax, {"text": "L", "side": "left", "at": [3, 4]}, fontsize=20)
    assert isinstance(text, Text)
    assert text.get_text() == "L"
    assert text.get_position() == (3, 4)
    assert text.get_gid() == "side-left"
    assert text.get_fontsize() == 20


def test_a_window_is_shown_whole_in_true_proportion_with_v_downwards(ax):
    artists.set_window(ax, (-220, 480, 440, 1240))
    assert ax.get_xlim() == (-220, 220)
    assert ax.get_ylim() == (1720, 480)
    assert ax.get_aspect() == 1


def lightness(colour: str) -> float:
    """Relative luminance, 0 black to 1 white."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgba(colour)[:3]
    ]
    return float(np.dot((0.2126, 0.7152, 0.0722), linear))


def test_zones_are_told_from_skin_muscle_and_nerve_without_colour():
    essential = lightness(style.ESSENTIAL)
    for other in (style.SKIN, style.NERVE):
        high, low = sorted((lightness(other), essential), reverse=True)
        assert (high + 0.05) / (low + 0.05) > 2.5
    assert style.SPILLOVER_HATCH, "the spillover zone is stippled, the essential one solid"
