"""The contract: every answer is of its type, over many sessions, and nothing else would be."""

import copy
import json
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError
from sent_files import base64_of, files_of

from referral_map import load_atlas
from referral_map.app import answer_data, assets, wire
from referral_map.app.answers import KINDS, answer
from referral_map.app.held_to_types import CHECK_WIRE
from referral_map.app.pages import PAGES
from referral_map.app.static_files import address
from referral_map.app.wire import answers as wire_answers
from referral_map.app.wire.answers import answer_type, question_type
from referral_map.domain import ANSWERS, FINDINGS, QUALITIES, SIDES, URGENCIES
from referral_map.sessions import FORMAT, VERSION
from referral_map.sessions.compared_data import ChangeData, ReachData, VisitData
from referral_map.sessions.reading import question_ids
from referral_map.sessions.visit_times import AxisData, LabelData
from referral_map.words import LANGUAGES

ATLAS = load_atlas()
EMPTY = {"format": FORMAT, "version": VERSION}
MARKED = EMPTY | {
    "marks": [
        {"kind": "region", "region": "calf_upper_right", "intensity": 6, "quality": "ache"},
        {
            "kind": "brush",
            "body": "man",
            "view": "back",
            "path": [[110, 1050], [110, 1150.5]],
            "size_cm": 6,
        },
        {"kind": "eraser", "body": "man", "view": "back", "path": [[110, 1100]], "size_cm": 1},
    ],
    "answers": {"below_knee": "yes", "leg_worse": "no"},
    "pressed": {"soleus_tp1:right": "familiar", "piriformis_lateral:left": "nothing"},
    "kept": ["gluteus_minimus_posterior:right"],
}
BY_URGENCY = {flag.urgency: flag.id for flag in ATLAS.red_flags}


def text(document) -> str:
    """A document as a file."""
    return answer("save", {"document": document})["text"]


DOCUMENTS = {
    "none": None,
    "empty": EMPTY,
    "marked": MARKED,
    "in Spanish": MARKED | {"language": "es", "text": "Me duele la pantorrilla."},
    "in a language there is not": MARKED | {"language": "fr"},
    "urgent in words": MARKED | {"text": "Since Monday I cannot hold my urine."},
    "with what the atlas does not know": MARKED | {"kept": ["elbow:left"], "answers": {"x": "no"}},
    "without being common": MARKED | {"weigh_common": False},
    "without evidence": MARKED | {"weigh_evidence": False},
    "where else it hurts": MARKED | {"also_hurts": {"sacrum_left": "no", "knee_front_left": "yes"}},
    **{
        f"{urgency} {given}": MARKED | {"answers": {BY_URGENCY[urgency]: given}}
        for urgency in URGENCIES
        for given in ANSWERS
    },
}
UNREADABLE = {
    "of a newer version": EMPTY | {"version": VERSION + 1},
    "with marks that are none": EMPTY | {"marks": "<script>alert(1)</script>"},
    "with a field there is not": EMPTY | {"shoe_size": 43},
    "a list": [],
    "a word": "all of it",
}
FIELDS = {
    "reading": [{}],
    "save": [{}],
    "open": [
        {"file": base64_of(text(MARKED))},
        {"file": base64_of("{")},
        {"file": base64_of('{"regions": ["calf_upper_right"]}')},
    ],
    "handout": [{"format": "svg", "paper": "a4"}, {"format": "exe", "paper": "a4"}],
    "handout_notes": [{}],
    "compare": [
        {"files": files_of(text(EMPTY), text(MARKED)), "own": False},
        {"files": files_of(text(EMPTY)), "own": True},
        {"files": files_of(text(MARKED)), "own": False},
        {"files": [], "own": True},
        {"files": files_of(text(MARKED)), "own": True, "format": "svg"},
        {"files": files_of(text(MARKED)), "own": True, "format": "pdf", "paper": "letter"},
    ],
}
"""What is asked besides the document, by kind."""

SLOW = [(kind, fields) for kind in ("handout", "compare") for fields in FIELDS[kind]]
QUICK = [(kind, fields) for kind in FIELDS for fields in FIELDS[kind] if (kind, fields) not in SLOW]


def named(part) -> str:
    """A kind, or what is asked besides the document, as the name of a test."""
    return part if isinstance(part, str) else " ".join(map(str, part.items()))[:40] or "alone"


def asked(kind, fields, document) -> tuple[dict, dict]:
    """A question and its answer, which is held to its type."""
    question = {"document": document, **fields}
    given = answer(kind, question)
    wire.check_answer(kind, question, given)
    return question, given


def test_every_kind_of_question_has_its_types():
    assert list(KINDS) == list(wire.QUESTIONS) == list(wire.ANSWERS) == list(FIELDS)


PLAIN = {
    answer_data.ReadingAnswer: wire_answers.ReadingAnswer,
    answer_data.SaveAnswer: wire_answers.SaveAnswer,
    answer_data.OpenAnswer: wire_answers.OpenAnswer,
    answer_data.FileAnswer: wire_answers.FileAnswer,
    answer_data.NotesAnswer: wire_answers.NotesAnswer,
    answer_data.ComparisonAnswer: wire_answers.ComparisonAnswer,
    answer_data.ShownComparison: wire_answers.Comparison,
    answer_data.ChangedSkin: wire_answers.ChangedSkin,
    VisitData: wire_answers.Visit,
    ChangeData: wire_answers.Change,
    ReachData: wire_answers.Reach,
    AxisData: wire_answers.TimeAxis,
    LabelData: wire_answers.AxisLabel,
}
"""The plain data that is made, and its type in the contract."""


@pytest.mark.parametrize(("plain", "kind"), PLAIN.items(), ids=lambda each: each.__name__)
def test_plain_data_has_the_fields_of_its_type(plain, kind):
    fields = {name: field for name, field in kind.model_fields.items() if name != "trouble"}
    assert list(plain.__annotations__) == list(fields)
    assert all(field.is_required() for field in fields.values())


@pytest.mark.parametrize("name", [*DOCUMENTS, *UNREADABLE])
@pytest.mark.parametrize(("kind", "fields"), QUICK, ids=named)
def test_every_answer_is_of_its_type(kind, fields, name):
    asked(kind, fields, (DOCUMENTS | UNREADABLE)[name])


@pytest.mark.parametrize("name", ["marked", "in Spanish", "now yes", "with marks that are none"])
@pytest.mark.parametrize(("kind", "fields"), SLOW, ids=named)
def test_every_file_and_comparison_is_of_its_type(kind, fields, name):
    asked(kind, fields, (DOCUMENTS | UNREADABLE)[name])


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_question_that_is_answered_is_of_its_type(name):
    question, given = asked("reading", {}, DOCUMENTS[name])
    assert "trouble" not in given
    wire.check_question("reading", question)


@pytest.mark.parametrize(("kind", "fields", "expected"), [
    ("reading", {}, "ReadingAnswer"),
    ("save", {}, "SaveAnswer"),
    ("open", FIELDS["open"][0], "OpenAnswer"),
    ("open", FIELDS["open"][1], "Refusal"),
    ("handout", FIELDS["handout"][1], "Refusal"),
    ("compare", FIELDS["compare"][0], "ComparisonAnswer"),
    ("compare", FIELDS["compare"][4], "FileAnswer"),
])  # fmt: skip
def test_the_type_of_an_answer(kind, fields, expected):
    assert answer_type(kind, *asked(kind, fields, MARKED)).__name__ == expected


regions = st.sampled_from([region.id for region in ATLAS.regions])
points = st.builds("{}:{}".format, st.sampled_from([p.id for p in ATLAS.trigger_points]),
                   st.sampled_from(SIDES))  # fmt: skip
marks = st.builds(
    lambda region, intensity, quality: {
        "kind": "region", "region": region, "intensity": intensity, "quality": quality,
    },
    regions,
    st.none() | st.integers(0, 10),
    st.none() | st.sampled_from(QUALITIES),
)  # fmt: skip
documents = st.builds(
    lambda **fields: EMPTY | fields,
    language=st.sampled_from([*LANGUAGES, "fr"]),
    marks=st.lists(marks, max_size=5),
    answers=st.dictionaries(
        st.sampled_from(sorted(question_ids(ATLAS))), st.sampled_from(ANSWERS), max_size=6
    ),
    text=st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
    | st.just("numb between my legs"),
    pressed=st.dictionaries(points, st.sampled_from(FINDINGS), max_size=4),
    kept=st.lists(points, max_size=3),
    weigh_common=st.booleans(),
    weigh_evidence=st.booleans(),
)


@given(document=documents)
@settings(max_examples=60)
def test_any_document_gets_a_reading_of_its_type(document):
    question, given_back = asked("reading", {}, document)
    wire.check_question("reading", question)
    assert given_back.keys() <= {"reading", "trouble"}


def places(content, before=()):
    """The way to everything inside an answer."""
    if isinstance(content, dict | list):
        inside = content.items() if isinstance(content, dict) else enumerate(content)
        for key, value in inside:
            yield (*before, key)
            yield from places(value, (*before, key))


def changed(content, way, change):
    """A copy in which something was done to what stands at the end of a way."""
    content = copy.deepcopy(content)
    holder = content
    for key in way[:-1]:
        holder = holder[key]
    change(holder, way[-1])
    return content


def take(holder, key):
    del holder[key]


def misname(holder, key):
    holder[f"{key}_"] = holder[key]


def unsettle(holder, key):
    holder[key] = float("nan") if isinstance(holder[key], float) else {"no": object.__name__}


def whole_reading() -> tuple[dict, dict]:
    """A question whose answer has something in every place, cut to one of each."""
    in_the_groin = {"kind": "region", "region": "groin_right"}
    told = {"foot_drop": "yes", "blood_thinners": "yes"}
    whole = {"marks": [*MARKED["marks"], in_the_groin], "answers": told | MARKED["answers"]}
    question, given_back = asked("reading", {}, MARKED | whole)
    reading = given_back["reading"]
    for holder in (reading, reading["nerve"]):
        for key, value in holder.items():
            if isinstance(value, list):
                assert value or key in ("notes", "toward_muscle", "toward_neither"), key
                holder[key] = value[:1]
    return question, given_back


OPTIONAL = {("reading", "steps"), ("trouble",)}


def test_an_answer_that_breaks_its_type_is_seen_in_every_place():
    question, whole = whole_reading()
    wire.check_answer("reading", question, whole)
    tried = 0
    for way in places(whole):
        in_list = isinstance(way[-1], int)
        breaks = [unsettle] if in_list else [take, misname, unsettle]
        for change in breaks:
            if change is take and way in OPTIONAL:
                continue
            tried += 1
            with pytest.raises(ValidationError):
                wire.check_answer("reading", question, changed(whole, way, change))
    assert tried > 150


@pytest.mark.parametrize("name", assets.NAMES)
def test_every_part_of_the_atlas_is_of_its_type(name):
    content = assets.asset(name).content
    wire.check_asset(name, content)
    for broken in ({**content, "more": 1}, dict(list(content.items())[1:])):
        with pytest.raises(ValidationError):
            wire.check_asset(name, broken)


@pytest.mark.parametrize(
    ("name", "way", "said"),
    [
        ("drawings-man", ("views", "left"), "needs"),
        ("drawings-woman", ("views", "hand_backs"), "needs"),
        ("drawings-man", ("views", "back", "stored"), "Field required"),
        ("drawings-man", ("trigger_points", "piriformis_lateral", "best_view", "left"), "needs"),
        ("skin-woman", ("views", "right"), "needs"),
        ("figure-woman", ("shades",), "Field required"),
        ("areas-man", ("views", "left"), "needs"),
        ("view-man-back", ("regions",), "Field required"),
        ("view-man-back", ("patterns", "piriformis_lateral", "essential"), "Field required"),
        ("view-woman-back", ("nerves", "sciatic_nerve", 0, "path"), "Field required"),
    ],
)
def test_a_view_or_a_side_that_is_missing_is_seen(name, way, said):
    content = assets.asset(name).content
    with pytest.raises(ValidationError, match=said):
        wire.check_asset(name, changed(content, way, take))


@pytest.mark.parametrize("page", PAGES)
def test_what_a_page_is_given_is_of_its_type(page):
    data = {
        "addresses": assets.addresses("en"), "code": address(), "languages": dict(LANGUAGES),
        "pages": list(PAGES), "page": page, "parts": list(PAGES[page]),
    }  # fmt: skip
    wire.check_page(data)
    with pytest.raises(ValidationError):
        wire.check_page(data | {"page": "elsewhere"})


def test_in_tests_an_answer_is_held_to_its_type_and_on_a_server_it_is_not(monkeypatch):
    looked = []
    monkeypatch.setattr(wire, "check_answer", lambda *given: looked.append(given[0]))
    answer("reading", {"document": MARKED})
    assert looked == ["reading"]
    monkeypatch.delenv(CHECK_WIRE)
    answer("reading", {"document": MARKED})
    assert looked == ["reading"]


def test_a_server_does_not_even_load_the_types(monkeypatch):
    monkeypatch.delenv(CHECK_WIRE)
    code = (
        "import sys; from referral_map.app.answers import answer;"
        "assert 'reading' in answer('reading', {});"
        "print([each for each in sys.modules if 'referral_map.app.wire' in each])"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert (result.stdout.strip(), result.returncode) == ("[]", 0), result.stderr


FILE = files_of("a")


@pytest.mark.parametrize("broken", [
    {"document": EMPTY},
    {"document": EMPTY, "files": []},
    {"document": EMPTY, "files": FILE * 21},
    {"document": EMPTY, "files": "a"},
    {"document": EMPTY, "files": FILE, "own": 1},
    {"document": EMPTY, "files": FILE, "format": "exe"},
    {"document": EMPTY, "files": FILE, "more": True},
    {"document": EMPTY | {"shoe_size": 43}, "files": FILE},
])  # fmt: skip
def test_a_question_that_breaks_its_type_is_seen(broken):
    with pytest.raises(ValidationError):
        wire.check_question("compare", broken)


def test_a_comparison_as_a_file_is_a_question_of_its_own():
    as_file = {"document": None, "files": FILE, "own": True, "format": "pdf"}
    wire.check_question("compare", as_file)
    assert question_type("compare", as_file) is wire.VisitsFileQuestion
    assert json.dumps(as_file)
