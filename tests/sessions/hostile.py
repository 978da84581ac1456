"""Session files that no map wrote: damaged by accident, or made to do harm."""

import json
from collections.abc import Iterator

from referral_map.matching.marks import MOST_MARKS
from referral_map.sessions import MOST_BYTES

SCRIPT = "<script>alert(1)</script>"

WHOLE = {
    "format": "referral-map-session",
    "version": 3,
    "app_version": "0.1.0",
    "atlas_version": "2a05155c554c6764",
    "visited": "2026-11-20",
    "saved": "2026-11-21T10:00:00Z",
    "language": "en",
    "body": "woman",
    "skin_tone": "dark",
    "weigh_common": True,
    "weigh_evidence": True,
    "marks": [
        {
            "kind": "region",
            "region": "thigh_back_middle_right",
            "intensity": 7.0,
            "quality": "ache",
        },
        {
            "kind": "brush",
            "body": "woman",
            "view": "back",
            "path": [[60.0, 1100.0], [62.5, 1150.0]],
            "size_cm": 3.0,
            "intensity": 4.0,
            "quality": None,
        },
        {
            "kind": "eraser",
            "body": "man",
            "view": "back",
            "path": [[60.0, 1120.0]],
            "size_cm": 1.0,
        },
    ],
    "answers": {"foot_drop": "no", "below_knee": "yes"},
    "also_hurts": {"calf_upper_right": "no"},
    "text": "It aches when I sit.",
    "pressed": {"piriformis_lateral:right": "familiar"},
    "kept": ["piriformis_lateral:right"],
    "name": "",
    "clinical_note": "",
    "patient_note": "",
}
"""A session with something in every field, which opens."""


def changed(**fields: object) -> bytes:
    """The whole session with other fields."""
    return json.dumps(WHOLE | fields).encode()


STROKE = {"view": "back", "path": [[60.0, 1100.0], [62.5, 1150.0]], "size_cm": 3.0}
"""A stroke as version 2 wrote it, without its kind."""


def second(**fields: object) -> bytes:
    """The whole session as version 2 wrote it, with other fields."""
    kept = {key: value for key, value in WHOLE.items() if key not in ("body", "skin_tone")}
    marks = [
        {key: value for key, value in mark.items() if key != "body"} for mark in WHOLE["marks"]
    ]
    return json.dumps(kept | {"version": 2, "marks": marks} | fields).encode()


def old(**fields: object) -> bytes:
    """The whole session as version 1 wrote it, with other fields."""
    later = ("clinical_note", "patient_note", "visited", "also_hurts", "weigh_evidence")
    written = json.loads(second())
    kept = {key: value for key, value in written.items() if key not in later}
    return json.dumps(kept | {"version": 1, "note": "Weak ankle."} | fields).encode()


def with_mark(number: int, **fields: object) -> bytes:
    """The whole session with other fields in one of its marks."""
    marks = [dict(mark) for mark in WHOLE["marks"]]
    marks[number] |= fields
    return changed(marks=marks)


def raw(field: str, written: str) -> bytes:
    """The whole session with a field written just so."""
    return json.dumps(WHOLE | {field: "HERE"}).replace('"HERE"', written).encode()


WRONG = {
    "number": 7, "fraction": 0.5, "true": True, "null": None, "words": "perhaps", "empty list": [],
    "list": [1], "list of lists": [[[]]], "object": {"a": 1}, "empty object": {},
    "script": SCRIPT, "a long string": "x" * 6000, "huge": 10**30, "negative": -1,
}  # fmt: skip

# What a field does take of these.
TAKEN = {
    "visited": {"null"},
    "saved": {"null"},
    "body": {"null"},
    "weigh_common": {"true"},
    "weigh_evidence": {"true"},
    "marks": {"empty list"},
    "answers": {"empty object"},
    "also_hurts": {"empty object"},
    "text": {"words", "script"},
    "pressed": {"empty object"},
    "kept": {"empty list"},
    "name": {"words", "script"},
    "clinical_note": {"words", "script"},
    "patient_note": {"words", "script"},
    "app_version": {"words"},
    "atlas_version": {"words"},
}


def _wrong_fields() -> Iterator[tuple[str, bytes]]:
    for field in WHOLE:
        for name, value in WRONG.items():
            if name not in TAKEN.get(field, ()):
                yield f"{field} is {name}", changed(**{field: value})


def _wrong_marks() -> Iterator[tuple[str, bytes]]:
    for number, mark in enumerate(WHOLE["marks"]):
        for field in mark:
            for name in ("words", "true", "object", "script", "negative", "huge"):
                if (field, name) != ("region", "words"):
                    given = {field: WRONG[name]}
                    yield f"{mark['kind']} {field} is {name}", with_mark(number, **given)
        yield f"{mark['kind']} with more", with_mark(number, colour="red")


def _wrong_json() -> dict[str, bytes]:
    text = json.dumps(WHOLE)
    return {
        "nothing": b"",
        "blanks": b" \n\t ",
        "a list": b"[]",
        "a list of sessions": f"[{text}]".encode(),
        "a string": b'"referral-map-session"',
        "a number": b"1",
        "null": b"null",
        "true": b"true",
        "no fields": b"{}",
        "two sessions": (text + text).encode(),
        "something behind it": (text + "x").encode(),
        "a page": b"<html><body>Not found</body></html>",
        "a script": f"{SCRIPT}{text}".encode(),
        "a picture": b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        "a PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        "a zip": b"PK\x03\x04" + bytes(60),
        "zeros": bytes(1000),
        "UTF-16 cut in a letter": text.encode("utf-16")[:-1],
        "UTF-16 with half a letter": "{\ud800}".encode("utf-16-le", "surrogatepass"),
        "UTF-32": text.encode("utf-32"),
        "UTF-32 without a mark": text.encode("utf-32-le"),
        "UTF-32, the large end first": text.encode("utf-32-be"),
        "Latin-1": changed(text="dolor").replace(b"dolor", "déjà".encode("latin-1")),
        "half a letter of UTF-8": changed(text="x").replace(b'"x"', b'"\xc3"'),
        "a surrogate as UTF-8": changed(text="x").replace(b'"x"', b'"\xed\xa0\x80"'),
        "overlong UTF-8": changed(text="x").replace(b'"x"', b'"\xc0\xaf"'),
        "single quotes": text.replace('"', "'").encode(),
        "a comment": ("// mine\n" + text).encode(),
        "a comma too much": text.replace("}", ",}").encode(),
        "no quotes": b"{format: referral-map-session, version: 1}",
        "NaN alone": b"NaN",
        "a number too large alone": b"1e999",
        "lists, 100 000 deep": b"[" * 100_000,
        "lists, 100 000 deep and closed": b"[" * 100_000 + b"]" * 100_000,
        "objects, 100 000 deep": b'{"a":' * 100_000,
        "deep in a mark": raw("marks", "[" * 100_000 + "]" * 100_000),
        "deep in an answer": raw("answers", '{"a":' * 5000 + "1" + "}" * 5000),
        "deep in an unknown field": b'{"a":' * 50 + b"1" + b"}" * 50,
        "quotes without an end": b'{"text": "' + b'\\"' * 2_000_000,
        "a million quotes": b'"' * 1_000_000,
        "a million backslashes": b'{"text": "' + b"\\" * 1_000_001,
        "twice the version": text.replace("{", '{"version": 2, ', 1).encode(),
        "twice an answer": raw("answers", '{"foot_drop": "no", "foot_drop": "yes"}'),
        "twice a region": raw("marks", '[{"kind": "region", "region": "a", "region": "b"}]'),
        "a number of 100 000 digits": raw("version", "1" * 100_000),
        "a fraction of 100 000 digits": raw("version", "0." + "1" * 100_000),
        "too long by a byte": text.encode() + b" " * (MOST_BYTES + 1 - len(text)),
        "100 MB": bytes(100_000_000),
    }


def _wrong_numbers() -> Iterator[tuple[str, bytes]]:
    for number in ("NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e400", "0x10", "01", "+1"):
        yield f"version {number}", raw("version", number)
        yield (
            f"intensity {number}",
            with_mark(0, intensity=77.125).replace(b"77.125", number.encode()),
        )
        yield (
            f"a place at {number}",
            with_mark(1, path=[[77.125, 900]]).replace(b"77.125", number.encode()),
        )


def _wrong_texts() -> Iterator[tuple[str, bytes]]:
    for field in ("text", "clinical_note", "patient_note", "name"):
        yield f"{field} with a bare control character", raw(field, '"a\x01b"')
        yield f"{field} with a bare new line", raw(field, '"a\nb"')
        for escaped in (r"\u0000", r"\u0007", r"\u001b[31m", r"\ud800", r"\udc00\ud800", r"\uffff"):
            yield f"{field} with {escaped}", raw(field, f'"a{escaped}b"')
        yield f"{field} with a wrong escape", raw(field, r'"a\x41"')
    yield "a name of a page", changed(name="x" * 121)
    yield "a clinical note of a book", changed(clinical_note="x" * 5001)
    yield "a patient note of a book", changed(patient_note="x" * 5001)
    yield "a text of a book", changed(text="ä" * 5001)


def _wrong_versions() -> Iterator[tuple[str, bytes]]:
    for version in (1, 2, 4, 99, 10**20, 0, -1, 1.0, 1.5, "1", True, None, [1], {"major": 1}):
        yield f"version {version!r}", changed(version=version)
    for name in ("referral-map", "REFERRAL-MAP-SESSION", "", SCRIPT, 1, None, ["x"]):
        yield f"format {name!r}", changed(format=name)
    for field in ("note", "clinical_note", "patient_note"):
        yield f"version 1 with a wrong {field}", old(**{field: ["x"]})
    for field in ("clinical_note", "patient_note", "visited", "also_hurts", "weigh_evidence"):
        yield f"version 1 with {field}", old(**{field: "2026-11-20"})
    for field, value in (("body", "man"), ("body", None), ("skin_tone", "medium")):
        yield f"version 1 with {field} {value}", old(**{field: value})
        yield f"version 2 with {field} {value}", second(**{field: value})
    yield from _wrong_strokes_of_version_2()
    for field in ("format", "version"):
        kept = {key: value for key, value in WHOLE.items() if key != field}
        yield f"no {field}", json.dumps(kept).encode()
    for content in (
        {"regions": "sacrum_right"}, {"regions": [1]}, {"regions": [SCRIPT]}, {"regions": {}},
        {"regions": ["sacrum_right"], "more": 1}, {"regions": ["a"] * 3000},
        {"regions": None}, {"regions": [], "version": 1},
    ):  # fmt: skip
        yield f"first form {str(content)[:60]}", json.dumps(content).encode()


def _wrong_strokes_of_version_2() -> Iterator[tuple[str, bytes]]:
    """Strokes that were not on the first pictures, and some that cannot be read at all."""
    for name, changes in {
        "a body": {"body": "man"},
        "a view of later": {"view": "palms"},
        "no view": {"view": None},
        "a list for a view": {"view": ["back"]},
        "a place beside its picture": {"path": [[-321, 1100]]},
        "a place above its picture": {"path": [[60, 379]]},
        "a place beside the soles": {"view": "soles", "path": [[-259, 0]]},
        "a place beside the left side": {"view": "left", "path": [[266, 1100]]},
        "no path": {"path": None},
        "an empty path": {"path": []},
        "a path of words": {"path": ["60,1100"]},
        "a place that is true": {"path": [[True, 1100]]},
        "a size of words": {"size_cm": "3"},
    }.items():
        for kind in ("brush", "eraser"):
            yield (
                f"version 2: {kind} with {name}",
                second(marks=[{"kind": kind, **STROKE, **changes}]),
            )
    yield "version 2: words for marks", second(marks="all")
    yield "version 2: a number for a mark", second(marks=[7])
    yield "version 2: a list for a kind", second(marks=[{"kind": ["brush"], **STROKE}])
    yield "version 2: too many strokes", second(marks=[{"kind": "brush", **STROKE}] * 2001)
    yield "version 2: no path at all", second(marks=[{"kind": "brush", "view": "back"}])


def _too_much() -> dict[str, bytes]:
    region = {"kind": "region", "region": "sacrum_right"}
    dab = {"kind": "brush", "body": "man", "view": "back", "path": [[0, 900]] * 2000, "size_cm": 3}
    many = {f"q{number}": "yes" for number in range(5000)}
    return {
        "too many marks": changed(marks=[region] * (MOST_MARKS + 1)),
        "too many places": changed(marks=[dab | {"path": [[0, 900]] * 2001}]),
        "too many places in all": changed(marks=[dab] * 26),
        "half a million wrong places": changed(marks=[{**dab, "path": ["a"] * 500_000}]),
        "a hundred thousand wrong marks": changed(marks=[1] * 100_000),
        "too many answers": changed(answers=many),
        "too many pressed": changed(
            pressed={f"p{number}:right": "tender" for number in range(5000)}
        ),
        "too many kept": changed(kept=["a:right"] * 101),
        "too many unknown fields": json.dumps(
            WHOLE | {f"x{number}": 1 for number in range(100_000)}
        ).encode(),
        "a field with a name of a megabyte": changed(**{"x" * 1_000_000: 1}),
        "a script for a field": changed(**{SCRIPT: 1}),
        "a script for a question": changed(answers={SCRIPT: "yes"}),
        "a script for a point": changed(pressed={f"{SCRIPT}:right": "tender"}),
        "a script for a kind": with_mark(0, kind=SCRIPT),
        "lines in a field": changed(**{"a\nb\r\nc": 1}),
        "a prototype": changed(__proto__={"admin": True}),
        "a path for a language": changed(language="../../etc/passwd"),
        "a day that is none": changed(saved="2026-02-30T10:00:00Z"),
        "no time zone": changed(saved="2026-02-03T10:00:00"),
        "only a day": changed(saved="2026-02-03"),
        "a visit on 30 February": changed(visited="2026-02-30"),
        "a visit at no hour": changed(visited="2026-02-03T25:00:00Z"),
        "a visit without a time zone": changed(visited="2026-02-03T10:00:00"),
        "a visit in a week": changed(visited="2026-W06"),
        "a visit in June": changed(visited="June 2026"),
        "a pressed point without a side": changed(pressed={"piriformis_lateral": "tender"}),
        "a kept point without a side": changed(kept=["piriformis_lateral"]),
        "a kept point on a third side": changed(kept=["piriformis_lateral:middle"]),
        "an unknown finding": changed(pressed={"piriformis_lateral:right": "ouch"}),
        "an unknown answer": changed(answers={"foot_drop": "perhaps"}),
        "answered true": changed(answers={"foot_drop": True}),
        "an unknown body": changed(body="womn"),
        "an unknown tone of skin": changed(skin_tone="pale"),
        "a stroke on an unknown body": with_mark(1, body="child"),
        "a stroke on no body": with_mark(1, body=None),
        "a stroke without a body": changed(marks=[{"kind": "brush", **STROKE}]),
        "a path outside": with_mark(1, path=[[10_000, 900]]),
        "a place as object": with_mark(1, path=[{"u": 1, "v": 2}]),
    }


HOSTILE: dict[str, bytes] = {
    **_wrong_json(),
    **dict(_wrong_fields()),
    **dict(_wrong_marks()),
    **dict(_wrong_numbers()),
    **dict(_wrong_texts()),
    **dict(_wrong_versions()),
    **_too_much(),
}
"""By name, files that must be refused with one sentence."""
