"""Points in words of the body: found on the skin, or refused with what is allowed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from referral_map import load_atlas
from referral_map.geometry.body_frame import mirror
from referral_map.geometry.place_language import PlaceError, nearest

landmarks = st.deferred(lambda: st.sampled_from(sorted(load_atlas().computed.gazetteer.landmarks)))
PIECES = [
    "psis", "asis", "thigh", "leg", "foot", "0.5", "-3", "1.2", "9" * 30, "and", "between", ",",
    "up", "lateral", "/", "posterior", "x", "30", "",
]  # fmt: skip
AXES = {
    "up": (1, 1),
    "down": (1, -1),
    "lateral": (0, -1),
    "medial": (0, 1),
    "front": (2, 1),
    "back": (2, -1),
}


@pytest.fixture
def find(atlas):
    return atlas.computed.gazetteer.find


def gap(atlas, place) -> float:
    """mm between a place and the nearest skin point (they lie about 9 mm apart)."""
    return float(np.linalg.norm(atlas.skin.xyz - place.xyz, axis=1).min())


@given(name=landmarks)
def test_every_landmark_is_found_by_its_name_on_the_skin(name):
    atlas = load_atlas()
    place = atlas.computed.gazetteer.find(f"  {name} ")
    assert gap(atlas, place) < 10
    assert np.linalg.norm(place.normal) == pytest.approx(1, abs=0.01)


@given(name=landmarks)
def test_the_skin_under_a_landmark_is_the_landmark(name):
    atlas = load_atlas()
    place = atlas.computed.gazetteer.landmarks[name]
    xyz, normal = atlas.skin.put_on(place.xyz[None], place.normal[None])
    # The tailbone lies deep in the cleft, where skin of both sides is near.
    assert np.linalg.norm(xyz[0] - place.xyz) < (15 if name == "coccyx_tip" else 8)
    assert normal[0] @ place.normal > (0 if name == "coccyx_tip" else 0.8)


@pytest.mark.parametrize("word", AXES)
@pytest.mark.parametrize("name", ["psis", "asis", "patella", "gluteal_fold", "popliteal_crease"])
def test_a_move_leads_where_it_says_and_stays_on_the_skin(atlas, find, name, word):
    start, moved = find(name), find(f"{name}, 20 {word}")
    axis, sign = AXES[word]
    assert sign * (moved.xyz - start.xyz)[axis] > -1
    assert gap(atlas, moved) < 10
    assert np.linalg.norm(moved.xyz - start.xyz) < 26


def test_moves_follow_one_another(find):
    assert find("psis, 30 lateral, 20 up").xyz[0] == pytest.approx(find("psis").xyz[0] - 30, abs=6)
    assert find("psis, 30 lateral, 20 up").xyz[1] == pytest.approx(find("psis").xyz[1] + 20, abs=6)


@given(name=landmarks)
def test_no_move_at_all_stays_in_place(name):
    atlas = load_atlas()
    find = atlas.computed.gazetteer.find
    assert np.linalg.norm(find(f"{name}, 0 up").xyz - find(name).xyz) < (
        15 if name == "coccyx_tip" else 8
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("psis", "greater_trochanter"), ("thigh 0.2 posterior", "thigh 0.8 posterior"),
     ("leg 0.1 lateral", "leg 0.9 lateral"), ("l3_spine", "psis")],
)  # fmt: skip
def test_a_share_of_the_way_lies_between(atlas, find, first, second):
    a, b = find(first), find(second)
    way = [find(f"between {first} and {second} {share}") for share in (0, 0.25, 0.5, 0.75, 1)]
    assert np.linalg.norm(way[0].xyz - a.xyz) < 3
    assert np.linalg.norm(way[-1].xyz - b.xyz) < 3
    along = [(place.xyz - a.xyz) @ (b.xyz - a.xyz) for place in way]
    assert along == sorted(along)
    assert all(gap(atlas, place) < 10 for place in way)


def test_half_way_between_two_directions(find):
    between = find("thigh 0.5 lateral/posterolateral")
    low, high = find("thigh 0.5 lateral"), find("thigh 0.5 posterolateral")
    assert low.limb[2] < between.limb[2] < high.limb[2]
    assert find("leg 0.5 posterolateral/posterior").limb[2] == pytest.approx(157.5)
    assert abs(find("leg 0.5 posteromedial/posterolateral").limb[2]) == pytest.approx(180)


def test_everything_written_lies_on_the_right(find):
    for words in ("psis", "thigh 0.8 medial", "toe_5", "between psis and asis 0.5"):
        assert find(words).xyz[0] < 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("pssi", "unknown landmark 'pssi'; did you mean 'psis'?"),
        ("Psis", "did you mean 'psis'"),
        ("grater_trochanter", "did you mean 'greater_trochanter'"),
        ("thihg 0.4 posterior", "unknown segment 'thihg'; allowed: thigh, leg, foot"),
        ("thigh 1.4 posterior", "fraction 1.4 of thigh: allowed"),
        (
            "thigh 0.4 dorsal",
            "unknown direction 'dorsal' of the thigh; allowed: anterior, anterolat",
        ),
        ("foot 0.4 plantr", "allowed: dorsal, .*did you mean 'plantar'"),
        (
            "psis, 30 latral",
            "cannot read the move '30 latral'; write '30 lateral', one of up, down",
        ),
        ("psis,", "cannot read the move ''"),
        ("between psis and asis 2", "fraction 2.0 between two points: allowed 0 to 1"),
        ("between psis and asi 0.5", "unknown landmark 'asi'; did you mean 'asis'"),
        ("", "unknown landmark ''"),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_is_allowed(find, words, said):
    with pytest.raises(PlaceError, match=said):
        find(words)


@given(words=st.lists(st.sampled_from(PIECES), max_size=9).map(" ".join) | st.text(max_size=20))
def test_any_words_give_a_place_or_a_sentence(words):
    atlas = load_atlas()
    try:
        xyz = atlas.computed.gazetteer.find(words).xyz
    except PlaceError:
        return
    assert np.isfinite(xyz).all()


@given(st.lists(st.text("abcdef_", min_size=3, max_size=9), min_size=1, max_size=9))
def test_the_nearest_of_known_names_is_itself(names):
    assert nearest(names[0], names) == f"; did you mean {names[0]!r}?"


def test_nothing_is_guessed_from_nothing_alike():
    assert nearest("qqqqqqq", ["psis", "asis"]) == ""


def test_landmarks_of_the_midline_lie_in_it(atlas):
    records, places = atlas.records.landmarks, atlas.computed.gazetteer.landmarks
    middle = {name for name, record in records.items() if record.midline}
    assert len(middle) >= 15
    assert len(set(places) - middle) >= 40
    for name, place in places.items():
        aside = np.abs(place.xyz - mirror(place.xyz)).max() / 2
        assert aside < 3 if name in middle else aside > 5, name
