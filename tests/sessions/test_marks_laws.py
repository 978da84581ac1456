"""The laws of marks: order, eraser, mirror, intensity, and what skin a stroke reaches."""

import math
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import (
    any_mark,
    any_marks,
    brushes,
    erasers,
    intensities,
    qualities,
    region_ids,
    regions,
    strokes,
)
from pydantic import TypeAdapter, ValidationError
from shapely import LineString, Point

from referral_map import PainDrawing, load_atlas
from referral_map.domain import BODIES, VIEW_NAMES
from referral_map.errors import UnknownName
from referral_map.geometry.body_frame import VIEWS, other_side
from referral_map.matching.marks import (
    BEYOND_VIEW_MM,
    MOST_PLACES,
    NO_QUALITY,
    QUALITIES,
    BrushMark,
    EraserMark,
    Mark,
    RegionMark,
    marked_skin,
    reached_by,
)

A_MARK = TypeAdapter(Mark)


def drawing(*marks) -> PainDrawing:
    return PainDrawing.from_marks(load_atlas(), marks)


def same(one: PainDrawing, other: PainDrawing) -> bool:
    """Whether two drawings are equal in all that is measured on the skin."""
    return (
        np.array_equal(one.weights, other.weights)
        and np.array_equal(one.intensity, other.intensity, equal_nan=True)
        and np.array_equal(one.quality, other.quality)
        and one.area_cm2 == other.area_cm2
        and set(one.regions) == set(other.regions)
    )


def everywhere() -> list[EraserMark]:
    """Erasers that reach all skin that any view of any body shows."""
    made = []
    for body, name in product(BODIES, VIEW_NAMES):
        u, v, width, height = VIEWS[name].window
        path = tuple(
            (u + edge * width, v + row * 60.0)
            for row in range(int(height // 60) + 2)
            for edge in ((0, 1) if row % 2 else (1, 0))
        )
        made.append(EraserMark(body=body, view=name, path=path, size_cm=12))
    return made


def mirrored(mark: Mark) -> Mark:
    """The mark on the other side of the patient."""
    if isinstance(mark, RegionMark):
        name, side = mark.region.rsplit("_", 1)
        across = other_side("right" if side == "right" else "left")
        return mark.model_copy(update={"region": f"{name}_{across}"})
    view = other_side(mark.view) if mark.view in ("right", "left") else mark.view
    return mark.model_copy(update={"view": view, "path": tuple((-u, v) for u, v in mark.path)})


@given(st.lists(region_ids, max_size=6))
def test_regions_without_intensity_are_the_drawing_of_these_regions(given_regions):
    made = drawing(*(RegionMark(region=name) for name in given_regions))
    clicked = PainDrawing.from_regions(load_atlas(), given_regions)
    assert same(made, clicked)
    assert (made.regions, made.side) == (clicked.regions, clicked.side)
    assert made.clicked == clicked.clicked == float(bool(given_regions))


@given(any_marks)
def test_the_mirrored_marks_are_the_mirrored_drawing(marks):
    skin, made = load_atlas().skin, drawing(*marks)
    across = drawing(*map(mirrored, marks))
    assert np.array_equal(across.weights, skin.mirrored(made.weights))
    assert np.array_equal(across.intensity, skin.mirrored(made.intensity), equal_nan=True)
    assert np.array_equal(across.quality, skin.mirrored(made.quality))
    assert across.area_cm2 == pytest.approx(made.area_cm2, abs=0.11)


@given(any_mark)
def test_a_mark_reaches_the_same_skin_whichever_body_the_atlas_is_on(mark):
    reached = [reached_by(load_atlas(body=body), mark) for body in BODIES]
    assert all(np.array_equal(each, reached[0]) for each in reached)


@given(any_marks)
def test_the_same_marks_are_the_same_drawing_on_every_body(marks):
    one, other = (PainDrawing.from_marks(load_atlas(body=body), marks) for body in BODIES)
    assert np.array_equal(one.weights, other.weights)
    assert np.array_equal(one.intensity, other.intensity, equal_nan=True)
    assert np.array_equal(one.quality, other.quality)
    assert one.worst_intensity == other.worst_intensity


@pytest.mark.parametrize("body", BODIES)
@given(marks=any_marks)
def test_the_share_of_skin_is_that_of_the_body_it_is_measured_on(body, marks):
    atlas = load_atlas(body=body)
    made = PainDrawing.from_marks(atlas, marks)
    area = float(atlas.skin.area @ made.weights)
    assert made.share_of_skin == pytest.approx(area / atlas.skin.area.sum(), abs=2e-6)
    assert (made.share_of_skin == 0) == made.empty


@pytest.mark.parametrize("body", BODIES)
def test_all_skin_is_all_of_it_and_no_more(body):
    atlas = load_atlas(body=body)
    whole = PainDrawing.from_weights(atlas, np.ones(len(atlas.skin.area)))
    assert whole.share_of_skin == pytest.approx(1, abs=1e-5)
    assert whole.share_of_skin <= 1


def test_a_stroke_of_one_body_is_not_taken_for_that_of_another(atlas):
    """What a stroke reaches is kept, by the body it was drawn on, too."""
    reached = [
        reached_by(atlas, BrushMark(body=body, view="back", path=((80, 900),), size_cm=4))
        for body in BODIES
    ]
    assert not np.array_equal(reached[0], reached[1])


@given(any_marks, any_marks)
def test_a_later_mark_writes_over_what_it_reaches_and_over_nothing_else(before, after):
    atlas = load_atlas()
    reached = np.zeros(len(atlas.skin.area), bool)
    for mark in after:
        reached[reached_by(atlas, mark)] = True
    alone, first, both = (
        marked_skin(atlas, after),
        marked_skin(atlas, before),
        marked_skin(atlas, [*before, *after]),
    )
    for name in ("marked", "intensity", "quality"):
        kept = np.where(reached, getattr(alone, name), getattr(first, name))
        assert np.array_equal(getattr(both, name), kept, equal_nan=name == "intensity")


@given(st.lists(regions | brushes(), max_size=5), st.randoms(), intensities, qualities)
def test_marks_that_feel_alike_may_come_in_any_order(marks, random, intensity, quality):
    alike = [m.model_copy(update={"intensity": intensity, "quality": quality}) for m in marks]
    shuffled = random.sample(alike, len(alike))
    assert same(drawing(*alike), drawing(*shuffled))


@given(any_marks, any_marks)
def test_erasing_takes_away_all_that_was_left_and_nothing_that_comes_later(before, after):
    # What no view shows can be marked as part of a region only, so regions stay out here.
    strokes_before = [mark for mark in before if not isinstance(mark, RegionMark)]
    assert same(drawing(*strokes_before, *everywhere(), *after), drawing(*after))


@given(brushes(), any_marks, any_marks)
def test_a_stroke_erased_at_once_leaves_what_an_eraser_alone_leaves(brush, before, after):
    place = {"body": brush.body, "view": brush.view, "path": brush.path}
    eraser = EraserMark(**place, size_cm=brush.size_cm)
    assert same(drawing(*before, brush, eraser, *after), drawing(*before, eraser, *after))


@given(erasers, any_marks)
def test_an_eraser_never_adds_pain(eraser, marks):
    without, erased = drawing(*marks), drawing(*marks, eraser)
    marked_before, marked_after = without.weights > 0, erased.weights > 0
    assert not (marked_after & ~marked_before).any()
    assert not marked_after[reached_by(load_atlas(), eraser)].any()


@given(any_marks)
def test_intensity_0_is_not_marked(marks):
    painless = [
        mark if isinstance(mark, EraserMark) else mark.model_copy(update={"intensity": 0})
        for mark in marks
    ]
    assert drawing(*painless).empty


@given(st.lists(brushes() | regions, min_size=1, max_size=5), st.floats(0.1, 10))
def test_one_single_intensity_is_the_drawing_without_any(marks, intensity):
    def all_with(value):
        return drawing(*(mark.model_copy(update={"intensity": value}) for mark in marks))

    assert np.array_equal(all_with(intensity).weights, all_with(None).weights)
    assert all_with(None).worst_intensity is None


@given(any_marks)
def test_a_weight_is_the_share_of_the_worst_that_is_left(marks):
    made = drawing(*marks)
    rated = ~np.isnan(made.intensity)
    assert not (rated & (made.weights == 0)).any()
    assert np.all(made.weights[(made.weights > 0) & ~rated] == 1)
    if rated.any():
        worst = made.intensity[rated].max()
        assert made.worst_intensity == worst
        assert np.allclose(made.weights[rated], made.intensity[rated] / worst)
        assert made.intensity[rated].min() - 0.05 <= made.mean_intensity <= worst + 0.05
    else:
        assert (made.worst_intensity, made.mean_intensity) == (None, None)
    assert np.all(made.quality[made.weights == 0] == NO_QUALITY)
    assert made.weights.max(initial=0) in (0, 1)


@given(strokes())
def test_a_stroke_reaches_the_skin_that_its_view_shows_within_half_its_size(stroke):
    skin, path = load_atlas().skin_of(stroke["body"]), stroke["path"]
    reached = np.zeros(len(skin.area), bool)
    reached[reached_by(load_atlas(), BrushMark(**stroke))] = True
    line = Point(path[0]) if len(path) == 1 else LineString(path)
    pictures = VIEWS[stroke["view"]].project(skin.xyz)
    for number in range(0, len(skin.area), 37):
        gap = line.distance(Point(pictures[number])) - stroke["size_cm"] * 5
        if abs(gap) > 0.002:
            assert reached[number] == (bool(skin.seen[stroke["view"]][number]) and gap < 0)


@pytest.mark.parametrize("step", [0.0, 5e-324, 1e-160, 1e-9])
def test_a_hand_that_hardly_moves_makes_a_dab(atlas, step):
    dab = BrushMark(body="man", view="back", path=((60, 1100),), size_cm=3)
    still = BrushMark(body="man", view="back", path=((60, 1100), (60 + step, 1100)) * 3, size_cm=3)
    at_0 = BrushMark(body="man", view="back", path=((0, 900), (step, 900)), size_cm=3)
    assert len(reached_by(atlas, dab)) >= 3
    assert np.array_equal(reached_by(atlas, still), reached_by(atlas, dab))
    assert len(reached_by(atlas, at_0)) >= 3


def test_a_region_is_named_once_half_of_it_is_marked(atlas):
    region = atlas.region("thigh_back_middle_right")
    inside = np.flatnonzero(atlas.skin.region == region.index)
    u, v = VIEWS["back"].project(atlas.skin.xyz[inside]).mean(axis=0)
    small = drawing(BrushMark(body="man", view="back", path=((u, v),), size_cm=3))
    large = drawing(BrushMark(body="man", view="back", path=((u, v - 60), (u, v + 60)), size_cm=12))
    assert not small.empty
    assert small.regions == ()
    assert "thigh_back_middle_right" in large.regions
    assert small.clicked == 0


def test_intensity_moves_the_list_toward_what_hurts_more(atlas):
    from referral_map import match

    def first(buttock, knee):
        marks = [
            RegionMark(region="buttock_lower_right", intensity=buttock),
            RegionMark(region="knee_front_right", intensity=knee),
        ]
        return match(atlas, PainDrawing.from_marks(atlas, marks)).candidates[0].muscle

    assert first(10, 1) != first(1, 10)
    assert first(1, 10) == "rectus_femoris"


def test_one_new_stroke_costs_one_stroke(atlas):
    """What old strokes reach is kept: it is worked out for the new one alone."""
    from referral_map.matching.marks import _under

    old = [
        BrushMark(body="man", view="back", path=((10 + n / 100, 900), (60, 1000 + n)), size_cm=3)
        for n in range(200)
    ]
    marked_skin(atlas, old)
    before = _under.cache_info().misses
    marked_skin(atlas, [*old, BrushMark(body="man", view="back", path=((11.7, 903),), size_cm=3)])
    assert _under.cache_info().misses == before + 1


def test_an_unknown_region_is_refused():
    with pytest.raises(UnknownName, match="did you mean"):
        drawing(RegionMark(region="sacrum_rihgt"))


DAB = {"kind": "brush", "body": "man", "view": "back", "path": [[0, 900]], "size_cm": 3}
# fmt: off
BAD_MARKS = {
    "no kind": {"region": "sacrum_right"},
    "unknown kind": {"kind": "pencil", "region": "sacrum_right"},
    "kind is a number": {"kind": 1, "region": "sacrum_right"},
    "no region": {"kind": "region"},
    "region is a number": {"kind": "region", "region": 7},
    "region is a script": {"kind": "region", "region": "<script>"},
    "too intense": {"kind": "region", "region": "sacrum_right", "intensity": 10.5},
    "less than nothing": {"kind": "region", "region": "sacrum_right", "intensity": -1},
    "intensity nan": {"kind": "region", "region": "sacrum_right", "intensity": math.nan},
    "intensity in words": {"kind": "region", "region": "sacrum_right", "intensity": "7"},
    "intensity true": {"kind": "region", "region": "sacrum_right", "intensity": True},
    "unknown quality": {"kind": "region", "region": "sacrum_right", "quality": "dull"},
    "unknown field": {"kind": "region", "region": "sacrum_right", "colour": "red"},
    "a region with a path": {"kind": "region", "region": "sacrum_right", "path": [[0, 900]]},
    "unknown view": DAB | {"view": "top"},
    "no place": DAB | {"path": []},
    "a place of one number": DAB | {"path": [[0]]},
    "a place of three": DAB | {"path": [[0, 900, 1]]},
    "nan": DAB | {"path": [[math.nan, 900]]},
    "infinite": DAB | {"path": [[0, math.inf]]},
    "a place in words": DAB | {"path": ["0,900"]},
    "unknown body": DAB | {"body": "child"},
    "nobody": DAB | {"body": None},
    "no body": {key: value for key, value in DAB.items() if key != "body"},
    "a region on a body": {"kind": "region", "region": "sacrum_right", "body": "man"},
    "too small": DAB | {"size_cm": 0.4},
    "too large": DAB | {"size_cm": 12.5},
    "no size": {key: value for key, value in DAB.items() if key != "size_cm"},
    "eraser with intensity": DAB | {"kind": "eraser", "intensity": 3},
    "too many places": DAB | {"path": [[0, 900]] * (MOST_PLACES + 1)},
}
# fmt: on


@pytest.mark.parametrize("name", BAD_MARKS)
def test_a_bad_mark_is_refused(name):
    with pytest.raises(ValidationError):
        A_MARK.validate_python(BAD_MARKS[name])


@pytest.mark.parametrize("view", VIEWS)
def test_a_path_may_leave_its_picture_by_a_hand(view):
    u, v, width, height = VIEWS[view].window

    def dab(at_u, at_v):
        return DAB | {"view": view, "path": [[at_u, at_v]]}

    edge = BEYOND_VIEW_MM
    for corner in ((u - edge, v - edge), (u + width + edge, v + height + edge)):
        reaching = A_MARK.validate_python(dab(*corner))
        assert isinstance(reaching, BrushMark)
        assert reaching.view == view
    for outside in ((u - edge - 1, v), (u, v + height + edge + 1)):
        with pytest.raises(ValidationError, match="leaves its picture"):
            A_MARK.validate_python(dab(*outside))


def test_marks_are_the_same_from_plain_data_and_back():
    plain = {
        "intensity": 3.0, "quality": "numb", "body": "woman", "view": "left",
        "path": [[1.5, 900.25], [2.0, 901.0]], "size_cm": 3.0, "kind": "brush",
    }  # fmt: skip
    mark = A_MARK.validate_python(plain)
    assert isinstance(mark, BrushMark)
    assert A_MARK.dump_python(mark, mode="json") == plain
    assert hash(mark) == hash(A_MARK.validate_python(plain))
    assert mark == A_MARK.validate_python(plain)
    with pytest.raises(ValidationError, match="frozen"):
        mark.size_cm = 4.0
    assert len(QUALITIES) == 5
