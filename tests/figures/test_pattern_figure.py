"""The picture of a trigger point: everything that belongs on it is there."""

from dataclasses import replace

import pytest

from referral_map.atlas.drawings import CREDIT
from referral_map.errors import UnknownName
from referral_map.figures import contact_sheets, pattern_figure
from referral_map.figures.pattern import views_of
from referral_map.geometry.body_frame import SIDES, VIEWS
from referral_map.words import words_in

POINTS = ["piriformis_lateral", "gluteus_minimus_anterior", "gastrocnemius_1"]


@pytest.fixture(scope="module", params=[(p, s) for p in POINTS for s in SIDES], ids=str)
def case(request, atlas, drawn):
    point_id, side = request.param
    return point_id, side, pattern_figure(atlas, drawn, point_id, side)


def gids(holder) -> list[str]:
    return [artist.get_gid() for artist in holder.findobj() if artist.get_gid()]


def texts(figure) -> str:
    return " ".join(" ".join(text.get_text().split()) for text in figure.texts)


TITLES = {name: words_in("en")(f"view.{name}") for name in VIEWS}


def axes_by_view(figure) -> dict:
    names = {title: name for name, title in TITLES.items()}
    return {names[ax.get_title()]: ax for ax in figure.axes}


def test_the_title_says_muscle_point_and_side(case, atlas):
    point_id, side, figure = case
    muscle, point = atlas.muscle_of(point_id), atlas.trigger_point(point_id)
    assert f"{muscle.name}: {point.name}, {side}" in texts(figure)


def test_muscle_point_zones_body_and_nerve_are_drawn(case, atlas):
    point_id, _, figure = case
    drawn_ids = set(gids(figure))
    assert {"body", "bones", "sciatic_nerve", point_id} <= drawn_ids
    assert atlas.muscle_of(point_id).id in drawn_ids
    assert f"{point_id}-essential" in drawn_ids
    assert (f"{point_id}-spillover" in drawn_ids) == bool(atlas.trigger_point(point_id).spillover)


def test_every_two_sided_view_has_its_own_l_and_r_on_the_right_half(case):
    _, _, figure = case
    right_is_at = {"back": 1, "front": -1, "soles": -1}
    shown = axes_by_view(figure)
    assert shown
    for name, ax in shown.items():
        letters = {t.get_text(): t.get_position()[0] for t in ax.texts if t.get_text() in "LR"}
        if name in right_is_at:
            assert letters["R"] * right_is_at[name] > 0
            assert letters["L"] * right_is_at[name] < 0
        else:
            assert letters == {}


def test_the_views_are_those_that_show_the_point_or_its_pattern(case, atlas, drawn):
    point_id, side, figure = case
    shown = list(axes_by_view(figure))
    assert shown == views_of(drawn, point_id, side)
    home = atlas.trigger_point(point_id).view
    assert (side if home == "right" else home) in shown
    assert SIDES[1 - SIDES.index(side)] not in shown, "the other side's view is empty"


def test_every_view_is_shown_whole_and_in_one_scale(case):
    _, _, figure = case
    scales = set()
    for name, ax in axes_by_view(figure).items():
        _, _, width, height = VIEWS[name].window
        assert abs(ax.get_xlim()[1] - ax.get_xlim()[0]) == pytest.approx(width)
        assert abs(ax.get_ylim()[1] - ax.get_ylim()[0]) == pytest.approx(height)
        if name != "soles":
            scales.add(round(ax.get_window_extent().width / width, 3))
    assert len(scales) == 1


def test_legend_and_credit_are_there(case, atlas):
    point_id, _, figure = case
    (legend,) = figure.legends
    labels = " ".join(text.get_text() for text in legend.get_texts())
    for words in ("trigger point", "13 mm", "essential zone", "spillover zone", "muscle", "nerve"):
        assert words in labels
    assert CREDIT in texts(figure)
    assert "It does not diagnose" in texts(figure)
    source = atlas.sources[atlas.trigger_point(point_id).essential.sources[0].split(" ")[0]]
    assert source.authors in texts(figure)
    assert "None" not in texts(figure)


def test_nothing_written_runs_off_the_page(case):
    _, _, figure = case
    page = figure.bbox
    for part in (*figure.texts, *figure.legends):
        box = part.get_window_extent()
        assert box.x0 >= page.x0 - 1
        assert box.x1 <= page.x1 + 1
        assert box.y0 >= page.y0 - 1
        assert box.y1 <= page.y1 + 1


def test_an_unknown_point_is_refused_with_the_nearest(atlas, drawn):
    with pytest.raises(UnknownName, match="did you mean 'piriformis_lateral'"):
        pattern_figure(atlas, drawn, "piriformis_latral")


def test_every_point_can_be_drawn_on_either_side(atlas, drawn):
    points = [point.id for point in atlas.trigger_points]
    assert len(points) >= 35
    for point_id in points:
        for side in SIDES:
            assert views_of(drawn, point_id, side), (point_id, side)


@pytest.fixture(scope="module")
def few(atlas):
    """The atlas with two muscles only."""
    kept = {name: atlas.muscle(name) for name in ("piriformis", "gluteus_minimus")}
    return replace(atlas, records=replace(atlas.records, muscles=kept))


def test_contact_sheets_show_every_point_once_in_five_views(few, drawn):
    shown = []
    for point_ids, sheet in contact_sheets(few, drawn, rows=3):
        captions = "".join(
            "".join(text.get_text().split()) for ax in sheet.axes for text in ax.texts
        )
        assert all(point_id in captions for point_id in point_ids)
        assert len(sheet.axes) == len(point_ids) * (1 + len(VIEWS))
        assert {ax.get_title() for ax in sheet.axes} == {"", *TITLES.values()}
        shown.append(point_ids)
    assert [each for ids in shown for each in ids] == [point.id for point in few.trigger_points]
    assert [len(point_ids) for point_ids in shown] == [3, 1]
