"""Shapes to path data and back."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import GeometryCollection, LineString, MultiPolygon, Point, Polygon, box
from shapely.affinity import scale, translate

from referral_map.geometry.paths import (
    line_to_path,
    mirror_path,
    path_to_lines,
    path_to_shape,
    polygons,
    shape_to_path,
)

tenths = st.integers(-9999, 9999).map(lambda n: n / 10)
lines = st.lists(st.tuples(tenths, tenths), min_size=2, max_size=12).map(np.array)


@st.composite
def shapes(draw) -> MultiPolygon:
    """Up to three blobs side by side, some with a hole and an island in it; tenths of a mm."""
    found = []
    for place in range(draw(st.integers(1, 3))):
        radius = draw(st.integers(5, 60))
        blob = Point(0, 0).buffer(radius, quad_segs=draw(st.integers(1, 8)))
        if draw(st.booleans()):
            blob = blob.difference(Point(0, 0).buffer(radius * 0.6))
            if draw(st.booleans()):
                blob = blob.union(Point(0, 0).buffer(radius * 0.3))
        found += polygons(translate(blob, 130 * place + draw(tenths) / 100, draw(tenths) / 10))
    return MultiPolygon(found)


@given(shapes())
def test_a_shape_there_and_back(shape):
    back = path_to_shape(shape_to_path(shape))
    assert back.is_valid
    # Rounding to 0.1 mm moves a border by at most 0.071 mm.
    assert back.symmetric_difference(shape).area <= 0.075 * shape.length
    assert len(back.geoms) == len(shape.geoms)
    assert sum(len(p.interiors) for p in back.geoms) == sum(len(p.interiors) for p in shape.geoms)


@given(shapes())
def test_path_data_is_stable(shape):
    path = shape_to_path(shape)
    assert shape_to_path(path_to_shape(path)).count("M") == path.count("M")
    assert re.fullmatch(r"(M(-?\d+(\.\d)?,-?\d+(\.\d)? ?)+Z)+", path)
    assert "-0," not in path
    assert not re.search(r",-0(?![.\d])", path)


@given(lines)
def test_a_line_there_and_back(line):
    (back,) = path_to_lines(line_to_path(line))
    assert np.array_equal(back, line)


@given(lines)
def test_a_closed_line_ends_where_it_began(line):
    (back,) = path_to_lines(line_to_path(line, closed=True))
    assert np.array_equal(back[0], back[-1])
    assert np.array_equal(back[0], line[0])


@given(shapes())
def test_mirrored_twice_is_the_same_path(shape):
    path = shape_to_path(shape)
    assert mirror_path(mirror_path(path)) == path


@given(shapes())
def test_the_mirrored_path_is_the_path_of_the_mirrored_shape(shape):
    mirrored = path_to_shape(mirror_path(shape_to_path(shape)))
    wanted = scale(shape, -1, 1, origin=(0, 0))
    assert mirrored.symmetric_difference(wanted).area <= 0.075 * shape.length


@given(lines)
def test_mirroring_an_open_line_keeps_it_open(line):
    path = mirror_path(line_to_path(line))
    assert "Z" not in path
    assert np.array_equal(path_to_lines(path)[0], line * [-1, 1])


@given(shapes(), shapes())
def test_paths_written_one_after_the_other_are_both_there(one, other):
    other = translate(other, 1000, 0)
    both = path_to_shape(shape_to_path(one) + shape_to_path(other))
    assert both.area == pytest.approx(
        one.area + other.area, abs=0.075 * (one.length + other.length)
    )


def test_what_lies_in_two_rings_is_a_hole():
    ring = shape_to_path(box(0, 0, 30, 30)) + shape_to_path(box(10, 10, 20, 20))
    assert path_to_shape(ring).area == 800


@pytest.mark.parametrize("shape", [Polygon(), MultiPolygon(), GeometryCollection()])
def test_nothing_is_no_path(shape):
    assert shape_to_path(shape) == ""
    assert path_to_shape("").is_empty
    assert path_to_lines("") == []
    assert mirror_path("") == ""


def test_only_areas_are_kept():
    mixed = GeometryCollection([LineString([(0, 0), (9, 9)]), Point(1, 1), box(0, 0, 2, 2)])
    assert [p.area for p in polygons(mixed)] == [4]
    assert polygons(LineString([(0, 0), (9, 9)])) == []
