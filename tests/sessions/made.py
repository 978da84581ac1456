"""Marks and sessions of any kind, as hypothesis makes them."""

from hypothesis import strategies as st

from referral_map import load_atlas
from referral_map.domain import BODIES, SKIN_TONES
from referral_map.geometry.body_frame import SIDES, VIEWS
from referral_map.matching import FINDINGS
from referral_map.matching.marks import (
    BEYOND_VIEW_MM,
    QUALITIES,
    BrushMark,
    EraserMark,
    RegionMark,
)
from referral_map.nerves import ANSWERS
from referral_map.sessions import Session
from referral_map.sessions.reading import question_ids

region_ids = st.deferred(lambda: st.sampled_from([r.id for r in load_atlas().regions]))
point_ids = st.deferred(lambda: st.sampled_from([p.id for p in load_atlas().trigger_points]))
questions = st.deferred(lambda: st.sampled_from(sorted(question_ids(load_atlas()))))
qualities = st.none() | st.sampled_from(QUALITIES)
intensities = st.none() | st.integers(0, 10) | st.floats(0, 10, allow_subnormal=False)
sizes = st.floats(0.5, 12)
regions = st.builds(RegionMark, region=region_ids, intensity=intensities, quality=qualities)


@st.composite
def strokes(draw) -> dict:
    """Body, view, path and size of a stroke."""
    view = VIEWS[draw(st.sampled_from(sorted(VIEWS)))]
    u, v, width, height = view.window
    place = st.tuples(
        st.floats(u - BEYOND_VIEW_MM, u + width + BEYOND_VIEW_MM),
        st.floats(v - BEYOND_VIEW_MM, v + height + BEYOND_VIEW_MM),
    )
    path = draw(st.lists(place, min_size=1, max_size=8))
    body = draw(st.sampled_from(BODIES))
    return {"body": body, "view": view.name, "path": tuple(path), "size_cm": draw(sizes)}


@st.composite
def brushes(draw, intensity=intensities) -> BrushMark:
    """A brush stroke."""
    return BrushMark(**draw(strokes()), intensity=draw(intensity), quality=draw(qualities))


erasers = strokes().map(lambda stroke: EraserMark(**stroke))
any_mark = regions | brushes() | erasers
any_marks = st.lists(any_mark, max_size=6)

# All that a page can show: no control characters, no halves of characters.
printable = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=60
) | st.just("two\nlines\tand <script>alert(1)</script>")
pressed_keys = st.builds("{}:{}".format, point_ids, st.sampled_from(SIDES))
zones = st.sampled_from(["Z", "+13:00", "-10:00", "+05:45"])
days = st.dates().map(str)
moments = st.builds("{}T{}{}".format, days, st.times().map(lambda at: f"{at:%H:%M:%S}"), zones)
sessions = st.builds(
    Session,
    visited=st.none() | days | moments,
    app_version=st.sampled_from(["", "0.1.0"]),
    atlas_version=st.sampled_from(["", "2a05155c554c6764"]),
    saved=st.none() | moments,
    language=st.sampled_from(["en", "es"]),
    body=st.none() | st.sampled_from(BODIES),
    skin_tone=st.sampled_from(SKIN_TONES),
    weigh_common=st.booleans(),
    weigh_evidence=st.booleans(),
    marks=any_marks.map(tuple),
    answers=st.dictionaries(questions, st.sampled_from(ANSWERS), max_size=6),
    also_hurts=st.dictionaries(region_ids, st.sampled_from(ANSWERS), max_size=4),
    text=printable,
    pressed=st.dictionaries(pressed_keys, st.sampled_from(FINDINGS), max_size=4),
    kept=st.lists(pressed_keys, max_size=4).map(tuple),
    name=printable,
    clinical_note=printable,
    patient_note=printable,
)
