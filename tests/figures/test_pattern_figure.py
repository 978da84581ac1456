"""The picture of a trigger point: everything that belongs on it is there."""

from dataclasses import replace

import pytest

from referral_map.atlas.drawings import CREDIT
from referral_map.errors import UnknownName
from referral_map.figures import contact_sheets, dermatome_sheets, nerve_sheets, pattern_figure
from referral_map.figures.pattern import views_of
from referral_map.geometry.body_frame import SIDES, VIEWS
from referral_map.words import words_in

LOWER = ["back", "front", "right", "left", "inner_legs", "soles", "feet_tops"]
"""Views of the part of the body whose muscles there are."""

RIGHT_IS_AT = {"back": 1, "front": -1, "inner_legs": -1, "soles": -1, "feet_tops": -1}
"""On which half of its picture a two-sided view shows the patient's right."""

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
    muscle = atlas.muscle_of(point_id).id
    assert {"body", "shade-0", "bone-femur", "sciatic_nerve", point_id} <= drawn_ids
    assert {muscle, f"{muscle}-hidden"} <= drawn_ids
    assert f"{point_id}-essential" in drawn_ids
    assert (f"{point_id}-spillover" in drawn_ids) == bool(atlas.trigger_point(point_id).spillover)


def test_every_two_sided_view_has_its_own_l_and_r_on_the_right_half(case):
    _, _, figure = case
    shown = axes_by_view(figure)
    assert shown
    for name, ax in shown.items():
        letters = {t.get_text(): t.get_position()[0] for t in ax.texts if t.get_text() in "LR"}
        if name in RIGHT_IS_AT:
            assert letters["R"] * RIGHT_IS_AT[name] > 0
            assert letters["L"] * RIGHT_IS_AT[name] < 0
        else:
            assert letters == {}


def test_muscle_and_point_are_on_the_half_with_the_letter_of_their_side(case, atlas):
    point_id, side, figure = case
    muscle = atlas.muscle_of(point_id).id
    halves = [(name, ax) for name, ax in axes_by_view(figure).items() if name in RIGHT_IS_AT]
    assert halves
    for name, ax in halves:
        half = RIGHT_IS_AT[name] * (1 if side == "right" else -1)
        places = [
            *(each.get_path().vertices[:, 0].mean() for each in ax.patches
              if each.get_gid() in (muscle, f"{muscle}-hidden")),
            *(each.center[0] for each in ax.patches if each.get_gid() == point_id),
        ]  # fmt: skip
        assert all(place * half > 0 for place in places), name


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
        u, v, width, height = VIEWS[name].windows["lower"]
        assert ax.get_xlim() == pytest.approx((u, u + width))
        assert ax.get_ylim() == pytest.approx((v + height, v))
        box = ax.get_window_extent()
        assert box.width / width == pytest.approx(box.height / height)
        if name not in ("soles", "feet_tops"):
            scales.add(round(box.width / width, 3))
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
            shown = views_of(drawn, point_id, side)
            assert shown, (point_id, side)
            assert set(shown) <= set(LOWER), (point_id, side)


@pytest.fixture(scope="module")
def few(atlas):
    """The atlas with two muscles only."""
    kept = {name: atlas.muscle(name) for name in ("piriformis", "gluteus_minimus")}
    return replace(atlas, records=replace(atlas.records, muscles=kept))


def test_contact_sheets_show_every_point_once_in_every_lower_view(few, drawn):
    shown = []
    for point_ids, sheet in contact_sheets(few, drawn, rows=3):
        captions = "".join(
            "".join(text.get_text().split()) for ax in sheet.axes for text in ax.texts
        )
        assert all(point_id in captions for point_id in point_ids)
        row = ["", *(TITLES[name] for name in LOWER)]
        assert [ax.get_title() for ax in sheet.axes] == row * len(point_ids)
        shown.append(point_ids)
    assert [each for ids in shown for each in ids] == [point.id for point in few.trigger_points]
    assert [len(point_ids) for point_ids in shown] == [3, 1]


@pytest.mark.parametrize("sheets", [nerve_sheets, dermatome_sheets])
def test_sheets_of_nerves_show_the_right_side_in_every_lower_view(atlas, drawn, sheets):
    ids, sheet = next(sheets(atlas, drawn))
    row = ["", *(TITLES[name] for name in LOWER if name != "left")]
    assert [ax.get_title() for ax in sheet.axes] == row * len(ids)
    assert len(ids) == 4
