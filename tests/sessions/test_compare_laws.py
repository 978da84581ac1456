"""From visit to visit: what is gone, new and the same, and sentences that the numbers bear."""

import json
import re
from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
import textstat
from hypothesis import given
from hypothesis import strategies as st
from made import any_marks, sessions
from test_marks_laws import mirrored

from referral_map import PainDrawing, load_atlas
from referral_map.domain import BODIES, Body
from referral_map.geometry.body_frame import SIDES, other_side
from referral_map.matching.marks import RegionMark
from referral_map.nerves import LEVELS
from referral_map.sessions import Session, SessionError, compare
from referral_map.words import words_in

START = datetime(2026, 11, 1, 10, tzinfo=UTC)
DOWN_THE_LEG = (
    "buttock_lower", "thigh_back_upper", "thigh_back_middle", "thigh_back_lower", "knee_back",
    "calf_upper", "calf_middle", "calf_lower", "ankle_back",
)  # fmt: skip


def on_day(day: int, marks) -> Session:
    """A session of a day."""
    return Session(visited=(START + timedelta(days=day)).isoformat(), marks=tuple(marks))


def leg(day: int, parts: int, intensity=None, side="right") -> Session:
    """The first few parts down the back of a leg."""
    return on_day(
        day,
        [RegionMark(region=f"{name}_{side}", intensity=intensity) for name in DOWN_THE_LEG[:parts]],
    )


def of(*visits):
    return compare(load_atlas(), visits)


@given(any_marks, any_marks)
def test_gone_new_and_same_are_the_two_drawings(before, after):
    skin, found = load_atlas().skin, of(on_day(0, before), on_day(1, after))
    change, (first, last) = found.overall, found.visits
    assert np.array_equal(change.gone + change.same > 0, first.marked)
    assert np.array_equal(change.new + change.same > 0, last.marked)
    assert (change.gone + change.new + change.same).max(initial=0) <= 1
    assert change.gone_cm2 is not None
    assert change.same_cm2 is not None
    assert change.new_cm2 is not None
    assert change.gone_cm2 + change.same_cm2 == pytest.approx(first.area_cm2, abs=0.15)
    assert change.new_cm2 + change.same_cm2 == pytest.approx(last.area_cm2, abs=0.15)
    assert first.area_cm2 == pytest.approx(float(skin.area[first.marked].sum()), abs=0.06)
    assert found.changes[0].as_dict() == change.as_dict()
    assert change.gone_share + change.same_share == pytest.approx(first.share_of_skin, abs=3e-6)
    assert change.new_share + change.same_share == pytest.approx(last.share_of_skin, abs=3e-6)


@given(any_marks, any_marks)
def test_back_is_there_with_gone_and_new_exchanged(before, after):
    there = of(on_day(0, before), on_day(1, after)).overall
    back = of(on_day(0, after), on_day(1, before)).overall
    assert np.array_equal(there.gone, back.new)
    assert np.array_equal(there.new, back.gone)
    assert np.array_equal(there.same, back.same)
    assert there.overlap == back.overlap


@given(any_marks)
def test_nothing_has_changed_between_a_drawing_and_itself(marks):
    found = of(on_day(0, marks), on_day(1, marks))
    assert (found.overall.gone_cm2, found.overall.new_cm2) == (0, 0)
    assert found.overall.overlap == (1 if found.visits[0].area_cm2 else None)
    assert found.sentence in (
        "The pain is about the same as before.",
        "No pain was marked then, and none is marked now.",
    )


@given(any_marks, any_marks)
def test_the_mirrored_visits_are_the_mirrored_comparison(before, after):
    one = of(on_day(0, before), on_day(1, after))
    other = of(on_day(0, map(mirrored, before)), on_day(1, map(mirrored, after)))
    skin = load_atlas().skin
    assert np.array_equal(other.overall.gone, skin.mirrored(one.overall.gone))
    for visit, across in zip(one.visits, other.visits, strict=True):
        for side in SIDES:
            assert across.reach[side] == visit.reach[other_side(side)]
            assert across.by_side[side] == pytest.approx(visit.by_side[other_side(side)], abs=0.11)


@given(st.lists(any_marks, min_size=2, max_size=4), st.randoms())
def test_visits_stand_in_the_order_of_their_dates(all_marks, random):
    given_visits = [on_day(day, marks) for day, marks in enumerate(all_marks)]
    shuffled = random.sample(given_visits, len(given_visits))
    assert of(*shuffled).as_dict() == of(*given_visits).as_dict()
    found = of(*shuffled)
    assert [visit.visited for visit in found.visits] == [each.visited for each in given_visits]
    assert len(found.changes) == len(given_visits) - 1
    assert found.notes == ()


def test_time_zones_are_heeded():
    earlier = Session(saved="2026-11-01T10:00:00+05:00")
    later = Session(saved="2026-11-01T06:00:00Z")
    assert [visit.visited for visit in of(later, earlier).visits] == [earlier.saved, later.saved]


WORLD = [  # in the order in which they were
    "2026-11-01T22:00:00+13:00", "2026-11-01T10:00:00Z", "2026-11-01T23:30:00-10:00",
    "2026-11-03T00:10:00+05:45",
]  # fmt: skip


@given(st.permutations(WORLD))
def test_moments_are_ordered_wherever_in_the_world_they_were(dates):
    found = of(*(Session(visited=each, saved="2027-01-01T00:00:00Z") for each in dates))
    assert [visit.visited for visit in found.visits] == WORLD


DAYS = ["2026-10-31T23:59:00-10:00", "2026-11-01", "2026-11-01T08:00:00+13:00", "2026-11-02"]


@given(st.permutations(DAYS))
def test_a_day_without_a_time_stands_where_it_was_written(dates):
    found = of(*(Session(visited=each) for each in dates))
    assert [visit.visited for visit in found.visits] == DAYS


def test_a_visit_without_a_date_is_of_the_day_on_which_it_was_saved():
    later, earlier = Session(saved="2026-11-03T10:00:00Z"), Session(visited="2026-11-02")
    assert [each.visited for each in of(later, earlier).visits] == [earlier.visited, later.saved]


def test_without_a_date_the_order_is_that_given():
    found = of(leg(5, 2), Session(), leg(1, 1))
    assert [visit.visited for visit in found.visits] == [leg(5, 2).visited, None, leg(1, 1).visited]
    assert found.notes == (words_in("en")("compare.undated"),)


@given(any_marks)
def test_regions_and_sides_hold_no_more_than_the_whole(marks):
    atlas, visit = load_atlas(), of(on_day(0, marks), Session()).visits[0]
    assert sum(visit.by_side.values()) == pytest.approx(visit.area_cm2, abs=0.11)
    assert sum(visit.by_region.values()) <= visit.area_cm2 + 0.05 * len(visit.by_region) + 0.05
    for name, size in visit.by_region.items():
        assert 0 < size <= atlas.region(name).area_cm2 + 0.01
    assert list(visit.by_region.values()) == sorted(visit.by_region.values(), reverse=True)
    pain = PainDrawing.from_marks(atlas, marks)
    assert visit.worst_intensity == pain.worst_intensity
    assert visit.area_cm2 >= pain.area_cm2 - 0.06


@given(sessions, sessions)
def test_any_two_sessions_are_compared_in_plain_short_sentences(one, other):
    found = compare(load_atlas(), [one, other])
    said = [found.sentence, *found.details]
    for words in said:
        assert re.fullmatch(r"[A-Z][^.]*(\d\.\d[^.]*)*\.", words), words
        assert len(words.split()) <= 15
        assert "you have" not in words.lower()
    assert len(set(said)) == len(said)
    plain = json.loads(json.dumps(found.as_dict(), allow_nan=False))
    assert plain["sentence"] == found.sentence
    assert len(plain["visits"]) == 2


# fmt: off
CHANGES = [
    (leg(0, 9), leg(1, 3), "On the right the pain drew back from the ankle to the lower thigh."),
    (leg(0, 3), leg(1, 9), "On the right the pain has spread from the lower thigh to the ankle."),
    (leg(0, 9), leg(1, 9, side="left"), "The pain has moved from the right to the left side."),
    (leg(0, 9), leg(1, 0), "No pain is marked any more."),
    (leg(0, 0), leg(1, 9), "Pain is marked now, and none was marked at first."),
    (leg(0, 9, 7), leg(1, 9, 4), "The worst pain is weaker: 4 of 10 now, 7 before."),
    (leg(0, 9, 4), leg(1, 9, 7.5), "The worst pain is stronger: 7.5 of 10 now, 4 before."),
    (leg(0, 9, 4), leg(1, 9, 5), "The pain is about the same as before."),
    (leg(0, 9, 4), leg(1, 9), "The pain is about the same as before."),
    (on_day(0, [RegionMark(region="knee_front_right")]),
     on_day(1, [RegionMark(region="low_back_lower_right")]),
     "Most of the pain is in another place than before."),
]
# fmt: on


@pytest.mark.parametrize(("before", "after", "said"), CHANGES)
def test_the_sentence_says_what_the_numbers_say(before, after, said):
    assert of(before, after).sentence == said


LOW_BACK = [RegionMark(region=f"low_back_{each}_right") for each in ("lower", "upper")]


def test_more_skin_is_told_in_cm2_and_in_percent():
    found = of(on_day(0, LOW_BACK[:1]), on_day(1, LOW_BACK))
    was, now = found.visits
    told = f"{now.area_cm2:.0f} cm2 ({100 * now.share_of_skin:.1f}%) now, "
    told += f"{was.area_cm2:.0f} ({100 * was.share_of_skin:.1f}%) before"
    assert found.sentence == f"The pain covers more skin: {told}."
    assert 0 < was.share_of_skin < now.share_of_skin < 0.02


def drawn_on(body: Body | None, session: Session) -> Session:
    """The session read on a body."""
    return session.model_copy(update={"body": body})


def test_visits_on_two_bodies_are_compared_in_percent_and_that_is_told():
    found = of(drawn_on("man", on_day(0, LOW_BACK[:1])), drawn_on("woman", on_day(1, LOW_BACK)))
    was, now = found.visits
    told = f"{100 * now.share_of_skin:.1f}% of it now, {100 * was.share_of_skin:.1f}% before"
    assert found.sentence == f"The pain covers more skin: {told}."
    assert found.notes == (words_in("en")("compare.two_bodies"),)
    assert not any("cm2" in words for words in (found.sentence, *found.details))
    assert (was.body, now.body, found.one_body) == ("man", "woman", False)


def test_visits_on_one_body_are_measured_on_it():
    for body in BODIES:
        found = of(drawn_on(body, on_day(0, LOW_BACK)), drawn_on(body, on_day(1, LOW_BACK)))
        area = load_atlas(body=body).skin.area
        assert found.one_body
        assert found.notes == ()
        for visit in found.visits:
            assert visit.area_cm2 == pytest.approx(area[visit.marked].sum(), abs=0.06)


def test_where_nobody_chose_a_body_it_is_that_of_the_atlas():
    for body in BODIES:
        found = compare(load_atlas(body=body), [on_day(0, LOW_BACK), on_day(1, LOW_BACK)])
        assert {visit.body for visit in found.visits} == {body}


bodies = st.permutations(BODIES)


@given(any_marks, any_marks, bodies)
def test_between_two_bodies_shares_are_those_of_each_visit(before, after, order):
    found = of(drawn_on(order[0], on_day(0, before)), drawn_on(order[1], on_day(1, after)))
    change, (first, last) = found.overall, found.visits
    assert (change.gone_cm2, change.new_cm2, change.same_cm2) == (None, None, None)
    same = [
        load_atlas(body=visit.body).skin.area @ change.same
        / load_atlas(body=visit.body).computed.whole_area_cm2
        for visit in (first, last)
    ]  # fmt: skip
    assert change.same_share == pytest.approx(sum(same) / 2, abs=2e-6)
    assert change.gone_share + same[0] == pytest.approx(first.share_of_skin, abs=3e-6)
    assert change.new_share + same[1] == pytest.approx(last.share_of_skin, abs=3e-6)
    assert change.overlap is None or 0 <= change.overlap <= 1
    assert np.array_equal(change.gone + change.same > 0, first.marked)


@given(any_marks, bodies)
def test_the_same_marks_on_two_bodies_have_not_moved(marks, order):
    found = of(*(drawn_on(body, on_day(day, marks)) for day, body in enumerate(order)))
    assert (found.overall.gone_share, found.overall.new_share) == (0, 0)
    assert found.overall.overlap in (1, None)
    said = " ".join([found.sentence, *found.details])
    assert not any(words in said for words in ("drew back", "has spread", "moved", "another place"))


@given(any_marks, any_marks, bodies)
def test_gone_new_and_same_are_the_same_skin_on_whatever_bodies(before, after, order):
    one = of(on_day(0, before), on_day(1, after)).overall
    two = of(drawn_on(order[0], on_day(0, before)), drawn_on(order[1], on_day(1, after))).overall
    for name in ("gone", "new", "same"):
        assert np.array_equal(getattr(one, name), getattr(two, name))


def test_drawing_back_while_another_place_grows_is_said_too():
    """Good news is not told without the bad."""
    marks = [RegionMark(region=f"{name}_right") for name in DOWN_THE_LEG[:5]]
    front = [
        RegionMark(region=f"thigh_{face}_{part}_right")
        for face in ("front", "inner", "outer")
        for part in ("upper", "middle", "lower")
    ]
    found = of(leg(0, 9), on_day(1, [*marks, *front]))
    assert "drew back" in found.sentence
    assert any("covers more skin" in words for words in found.details)


@given(st.integers(1, 9), st.integers(1, 9))
def test_drawn_back_and_spread_follow_the_reach(before, after):
    found = of(leg(0, before), leg(1, after))
    was, now = (LEVELS.index(far.level) for v in found.visits if (far := v.reach["right"]))
    said = " ".join([found.sentence, *found.details])
    assert ("drew back" in said) == (now < was)
    assert ("has spread" in said) == (now > was)


def test_the_sentences_are_easy_to_read():
    said = {
        words
        for before, after in ((9, 5), (3, 9), (9, 9), (0, 9), (9, 0), (0, 0))
        for found in [of(leg(0, before, 8), leg(1, after, 3))]
        for words in (found.sentence, *found.details)
    }
    assert len(said) >= 8
    assert textstat.flesch_kincaid_grade(" ".join(sorted(said))) <= 7


@pytest.mark.parametrize("visits", [[], [Session()]])
def test_one_session_is_not_compared(visits):
    with pytest.raises(SessionError, match="two sessions or more"):
        of(*visits)


def test_what_the_atlas_does_not_know_is_left_out_with_one_note():
    old = on_day(0, [RegionMark(region="elbow_right"), RegionMark(region="sacrum_right")])
    found = of(old, on_day(1, old.marks))
    assert found.notes == ("This atlas does not know 1 region of the session: elbow_right.",)
    assert found.visits[0].by_region == {"sacrum_right": found.visits[0].area_cm2}
