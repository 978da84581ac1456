"""The names that stand once: what the rest of the library has is what they say."""

from itertools import pairwise
from typing import get_args

import pytest

from referral_map import domain
from referral_map.app import pages
from referral_map.app.browser_constants import OFFERED_SIZES_CM, ORDERS
from referral_map.app.wire.reading import Candidate
from referral_map.geometry import body_frame
from referral_map.matching import marks
from referral_map.sessions import Change

TUPLES = [
    name for name, value in vars(domain).items() if name.isupper() and isinstance(value, tuple)
]


@pytest.mark.parametrize("name", TUPLES)
def test_no_name_stands_twice_in_a_tuple(name):
    names = getattr(domain, name)
    assert len(set(names)) == len(names) >= 1


def test_there_are_tuples_to_look_at():
    assert len(TUPLES) >= 12


def test_the_views_are_those_of_the_body_frame_in_their_order():
    assert tuple(body_frame.VIEWS) == domain.VIEW_NAMES
    assert set(domain.VIEW_NAMES) - {"left"} == set(domain.DRAWN_VIEWS)


def test_a_view_mirrored_twice_is_itself_and_a_two_sided_one_is_its_own_mirror():
    assert set(domain.MIRRORED_VIEW) == set(domain.VIEW_NAMES)
    for name, other in domain.MIRRORED_VIEW.items():
        assert domain.MIRRORED_VIEW[other] == name
        assert (other == name) == body_frame.VIEWS[name].two_sided


def test_every_kind_of_mark_is_named_once():
    kinds = [get_args(each)[0] for each in _fields(marks.Mark, "kind")]
    assert kinds == list(marks.MARK_KINDS)


def _fields(union, name):
    """Annotations of a field in each member of an annotated union."""
    return [each.model_fields[name].annotation for each in get_args(get_args(union)[0])]


def test_what_stops_self_care_is_more_urgent_than_what_does_not():
    places = [domain.URGENCIES.index(each) for each in domain.STOPPING]
    assert places == list(range(len(domain.STOPPING)))
    assert 0 < len(domain.STOPPING) < len(domain.URGENCIES)
    assert set(domain.COUNTED_IN_DOUBT) <= set(domain.STOPPING)


def test_what_can_change_is_a_field_of_a_change():
    assert set(domain.CHANGES) <= set(Change.__dataclass_fields__)
    assert all(f"{each}_cm2" in Change.__dataclass_fields__ for each in domain.CHANGES)


def test_the_list_is_ordered_by_fields_of_a_candidate():
    assert set(ORDERS) <= set(Candidate.model_fields)


def test_every_size_of_the_brush_that_is_offered_may_be_kept():
    sizes = (marks.LEAST_SIZE_CM, *OFFERED_SIZES_CM, marks.LARGEST_SIZE_CM)
    assert all(small <= large for small, large in pairwise(sizes))


def test_the_pages_are_those_with_a_name():
    assert tuple(pages.PAGES) == get_args(pages.PageName)
