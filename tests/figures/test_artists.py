"""Each drawing function draws one named artist, styles it, and returns it."""

from typing import Any

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
from pictures import BLOB, NERVE, OUTSIDE, RING, VIEW, WINDOW

from referral_map.atlas.folded import MARK_RADIUS_MM
from referral_map.domain import SKIN_TONES
from referral_map.figures import artists, inside, style
from referral_map.pens import WIDTHS


def draw_muscle(ax, data, muscle_id, **kw) -> PathPatch | None:
    """A muscle that is nothing but flesh."""
    flesh: Any = {**VIEW, "muscles": {muscle_id: {"right": data}}, "fibres": {}, "tendons": {}}
    return inside.draw_muscle(ax, flesh, muscle_id, "right", **kw)


# function of data, its record, the gid that follows
SHAPES = {
    "shape": (artists.draw_shape, "body", "body"),
    "muscle": (draw_muscle, "soleus", "soleus"),
    "essential": (artists.draw_essential, "soleus_1", "soleus_1-essential"),
    "spillover": (artists.draw_spillover, "soleus_1", "soleus_1-spillover"),
    "skin area": (artists.draw_skin_area, "sural_foot", "sural_foot"),
}


def pixels_of(ax) -> np.ndarray:
    """The figure of axes as it is drawn, the red of each pixel."""
    canvas = FigureCanvasAgg(ax.figure)
    canvas.draw()
    return np.array(canvas.buffer_rgba())[..., 0]


def first_width(lines: LineCollection) -> float:
    """Width of the first of some lines, in points."""
    return float(np.ravel(lines.get_linewidth())[0])


def named(ax) -> dict:
    """What was drawn, by gid."""
    return {each.get_gid(): each for each in ax.get_children() if each.get_gid()}


def from_the_farthest(ax) -> list[str]:
    """The gids of what was drawn, the nearest last."""
    return [gid for gid, _ in sorted(named(ax).items(), key=lambda each: each[1].get_zorder())]


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_returned_named_and_on_the_axes(ax, name):
    draw, record, gid = SHAPES[name]
    patch = draw(ax, BLOB, record)
    assert isinstance(patch, PathPatch)
    assert patch.get_gid() == gid
    assert list(ax.patches) == [patch]


@pytest.mark.parametrize("name", SHAPES)
def test_style_goes_to_the_artist(ax, name):
    draw, record, _ = SHAPES[name]
    patch = draw(ax, BLOB, record, linewidth=7, zorder=42, edgecolor="lime")
    assert patch.get_linewidth() == 7
    assert patch.get_zorder() == 42
    assert patch.get_edgecolor()[:3] == to_rgba("lime")[:3]


@pytest.mark.parametrize("data", ["", OUTSIDE], ids=["nothing", "outside the window"])
@pytest.mark.parametrize("name", SHAPES)
def test_nothing_to_draw_draws_nothing(ax, name, data):
    draw, record, _ = SHAPES[name]
    assert draw(ax, data, record) is None
    assert not ax.has_data()


def test_a_shape_that_reaches_into_the_window_is_drawn_whole(ax):
    patch = artists.draw_shape(ax, "M-50,-50 9,-50 9,9Z", "body")
    assert patch
    assert np.asarray(patch.get_path().vertices).tolist()[:3] == [[-50, -50], [9, -50], [9, 9]]


def test_a_shape_with_a_hole_is_one_compound_path(ax):
    artists.draw_skin(ax, VIEW)
    codes = np.asarray(named(ax)["body"].get_path().codes).tolist()
    assert codes.count(Path.MOVETO) == codes.count(Path.CLOSEPOLY) == 2


def test_curves_stay_curves(ax):
    artists.draw_skin(ax, VIEW)
    path = named(ax)["folds"].get_path()
    curved = np.asarray(path.codes) == Path.CURVE4
    assert np.asarray(path.vertices)[curved].tolist() == [
        [30, 57], [60, 57], [88, 61], [60, 63], [30, 63], [12, 61],
    ]  # fmt: skip


def test_a_hole_stays_open_on_the_page(ax):
    artists.draw_shape(ax, RING, "body", facecolor="black", edgecolor="none")
    pixels = pixels_of(ax)

    def grey(u, v):
        column, row = ax.transData.transform((u, v))
        return pixels[len(pixels) - int(row), int(column)]

    assert grey(20, 20) == 0
    assert grey(45, 40) == grey(5, 5) == 255


def test_light_and_shade_bones_and_folds_lie_on_the_skin(ax):
    artists.draw_skin(ax, VIEW)
    assert from_the_farthest(ax) == ["body", "shade-0", "shade-1", "bony", "folds"]
    skin, *others = ax.patches
    assert skin.get_alpha() is None
    assert all(0 < each.get_alpha() < 1 for each in others), "the skin shows through"


def test_skin_has_the_tone_that_is_asked_for_and_none_in_print(ax):
    grounds = []
    for tone in (*SKIN_TONES, None):
        artists.draw_skin(ax, {**VIEW, "shades": [], "folds": "", "bony": ""}, tone)
        grounds.append(ax.patches[-1].get_facecolor())
    *tones, grey = grounds
    assert [lightness(each) for each in tones] == sorted(map(lightness, tones), reverse=True)
    assert len(set(tones)) == len(SKIN_TONES)
    assert len(set(grey[:3])) == 1


def test_bones_are_faint_and_each_over_those_behind(ax):
    inside.draw_bones(ax, VIEW)
    assert from_the_farthest(ax) == ["bone-behind", "bone-before"]
    assert all(each.get_alpha() == style.BONE_ALPHA < 1 for each in ax.patches)


def test_a_muscle_has_its_tendon_and_fibres_on_it(ax):
    flesh = inside.draw_muscle(ax, VIEW, "a_muscle", "right")
    assert from_the_farthest(ax) == ["a_muscle", "a_muscle-fibres", "a_muscle-tendon"]
    assert flesh is named(ax)["a_muscle"]
    fibres = named(ax)["a_muscle-fibres"]
    assert isinstance(fibres, LineCollection)
    assert len(fibres.get_segments()) == 2


@pytest.mark.parametrize(("muscle", "side"), [("a_muscle", "left"), ("unknown", "right")])
def test_a_muscle_that_a_view_does_not_show_is_not_drawn(ax, muscle, side):
    assert inside.draw_muscle(ax, VIEW, muscle, side) is None
    assert not ax.has_data()


def test_a_muscle_lies_among_the_bones_before_and_behind_it(ax):
    inside.draw_depth(ax, VIEW, {"a_muscle"}, None, "right")
    assert from_the_farthest(ax) == [
        "bone-behind", "a_muscle", "a_muscle-fibres", "a_muscle-tendon", "bone-before",
        "a_muscle-before", "a_muscle-fibres-before", "a_muscle-tendon-before",
    ]  # fmt: skip
    assert named(ax)["a_muscle-before"].get_facecolor() == to_rgba(style.FLESH)
    assert all(named(ax)[f"bone-{each}"].get_alpha() is None for each in VIEW["bones"])


def test_what_is_before_a_bone_is_drawn_of_the_one_side_only(ax):
    (patch,) = VIEW["patches"]
    both = {**patch, "path": patch["path"] + "M2,2 8,2 8,8Z"}
    pictures = []
    for patches in ([patch], [both], []):
        ax.clear()
        artists.set_window(ax, WINDOW)
        patched: Any = {**VIEW, "patches": patches}
        inside.draw_depth(ax, patched, {"a_muscle"}, None, "right")
        pictures.append(pixels_of(ax))
    one, other, none = pictures
    assert (one == other).all()
    assert (one != none).any()


def test_muscles_that_were_not_asked_for_are_not_drawn(ax):
    inside.draw_depth(ax, VIEW, set(), None, "right")
    assert from_the_farthest(ax) == ["bone-behind", "bone-before"]


def test_what_is_hidden_of_the_chosen_muscle_is_a_dashed_line_over_all(ax):
    inside.draw_depth(ax, VIEW, {"a_muscle", "another"}, "a_muscle", "right")
    assert "another" in named(ax)
    assert from_the_farthest(ax)[-1] == "a_muscle-hidden"
    outline = named(ax)["a_muscle-hidden"]
    assert outline.get_facecolor()[3] == 0
    assert outline.get_linestyle() not in ("-", "solid")
    whole = named(ax)["a_muscle"].get_path()
    assert outline.get_path().vertices.tolist() == whole.vertices.tolist()


def test_a_nerve_is_as_wide_as_it_is_and_never_too_thin_to_see():
    ax = Figure(figsize=(5, 4), dpi=100).add_axes((0, 0, 1, 1))
    artists.set_window(ax, WINDOW)
    thick = inside.draw_nerve(ax, NERVE, "sciatic_nerve")
    thin = inside.draw_nerve(ax, [{**NERVE[0], "width": 0.3}], "sciatic_nerve")
    assert isinstance(thick, LineCollection)
    assert thick.get_gid() == "sciatic_nerve"
    assert first_width(thick) == pytest.approx(2 * first_width(thin))
    points_a_mm = 4 * 72 / 80
    assert first_width(thick) == pytest.approx(4 * points_a_mm)


def lines_through(ax, u: float, v: float) -> list[LineCollection]:
    """The collections with a line that has this point, the nearest last."""
    found = [
        each for each in ax.collections
        if any((np.asarray(line) == (u, v)).all(axis=1).any() for line in each.get_segments())
    ]  # fmt: skip
    return sorted(found, key=lambda each: each.get_zorder())


def dashed(lines: LineCollection) -> bool:
    styles: Any = lines.get_linestyle()
    return all(dashes is not None for _, dashes in styles)


def test_a_nerve_is_dashed_under_what_is_shown_and_whole_elsewhere(ax):
    free = inside.draw_nerve(ax, NERVE, "a_nerve", {"muscle:a_muscle"})
    edge, nerve = lines_through(ax, 15, 15)
    assert nerve is free
    assert first_width(edge) > first_width(nerve), "the edge shows on either side of it"
    assert not dashed(edge)
    assert not dashed(nerve)
    (under,) = lines_through(ax, 50, 68)
    assert dashed(under)
    assert under.get_zorder() < edge.get_zorder()
    assert (under.get_alpha() or 1) < 1
    assert first_width(under) < first_width(nerve)


@pytest.mark.parametrize("shown", [(), ("bone:behind", "muscle:another")], ids=str)
def test_a_nerve_is_whole_under_what_is_not_shown(ax, shown):
    free = inside.draw_nerve(ax, NERVE, "a_nerve", shown)
    assert len(free.get_segments()) == len(NERVE)
    assert not any(dashed(each) for each in ax.collections if each.get_segments())


def test_pieces_of_a_covered_nerve_that_go_on_from_each_other_are_one_line(ax):
    pieces: Any = [
        {**NERVE[1], "path": f"M{u},20 {u + 5},20"} for u in (20, 25, 30, 60)
    ]  # fmt: skip
    inside.draw_nerve(ax, pieces, "a_nerve", {"muscle:a_muscle"})
    (covered,) = [each for each in ax.collections if each.get_segments()]
    assert [np.asarray(line)[[0, -1], 0].tolist() for line in covered.get_segments()] == [
        [20, 35], [60, 65],
    ]  # fmt: skip


def test_a_body_that_goes_on_past_the_window_fades_and_one_that_ends_in_it_does_not(ax):
    artists.draw_skin(ax, VIEW)
    assert "fade" not in named(ax)
    artists.set_window(ax, (0, 0, 100, 60))
    artists.draw_skin(ax, VIEW)
    edges = [float(path.vertices[:, 1].max()) for path in named(ax)["fade"].get_paths()]
    assert max(edges) == 60
    strengths = named(ax)["fade"].get_facecolor()[:, 3]
    assert strengths[np.argmax(edges)] > 0.95
    assert strengths[np.argmin(edges)] < 0.05


def test_a_spillover_zone_is_stippled_and_the_dots_end_at_its_border(ax):
    artists.draw_spillover(ax, BLOB, "soleus_1")
    dots = named(ax)["soleus_1-spillover-dots"]
    assert len(dots.get_offsets()) > 20
    assert dots.get_clip_path() is not None


def test_lines_are_finer_in_a_small_picture_but_never_a_hair():
    widths = []
    for inches in (10, 1, 0.5, 0.1):
        ax = Figure(figsize=(inches, inches), dpi=100).add_axes((0, 0, 1, 1))
        artists.set_window(ax, (0, 0, 300, 300))
        widths.append(artists.pen(ax, "body"))
    assert widths == sorted(widths, reverse=True)
    assert widths[0] == pytest.approx(WIDTHS["body"] * 0.75)
    assert widths[1] < widths[0]
    assert widths[-1] == widths[-2] == pytest.approx(widths[0] / 2)


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


def lightness(colour) -> float:
    """Relative luminance, 0 black to 1 white."""
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgba(colour)[:3]
    ]
    return float(np.dot((0.2126, 0.7152, 0.0722), linear))


def test_zones_are_told_from_skin_muscle_and_nerve_without_colour():
    essential = lightness(style.ESSENTIAL)
    skins = [style.skin_of(tone)[0] for tone in ("light", "medium", None)]
    for other in (style.SKIN, *skins, style.NERVE):
        high, low = sorted((lightness(other), essential), reverse=True)
        assert (high + 0.05) / (low + 0.05) > 2.5
