"""What people and windows do, drawn by chance, and that the app then shows the one record."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import strategies as st
from one_record import Record, empty

REGIONS = (
    "knee_back_left",
    "knee_back_right",
    "calf_upper_left",
    "calf_upper_right",
    "heel_under_right",
)
QUESTIONS = ("foot_drop", "saddle_numbness")
POINTS = ("piriformis_medial:right", "soleus_1:left", "soleus_1:right")
rating = st.one_of(st.none(), st.integers(0, 10))
quality = st.sampled_from((None, "ache", "numb"))
TOPS = {"back": 500, "front": 500, "right": 500, "left": 500, "soles": -140}
"""Where the picture of each view begins, mm."""


def at_view(name: str) -> st.SearchStrategy[dict[str, Any]]:
    """What a stroke in a view is."""
    top = TOPS[name]
    places = st.tuples(st.integers(-150, 150), st.integers(top, top + 250)).map(list)
    path = st.lists(places, min_size=1, max_size=3)
    return st.fixed_dictionaries(
        {
            "body": st.sampled_from(("man", "woman")),
            "view": st.just(name),
            "path": path,
            "size_cm": st.sampled_from((1, 4)),
        }
    )


stroke = st.sampled_from(list(TOPS)).flatmap(at_view)
feeling = {"intensity": rating, "quality": quality}
mark = st.one_of(
    st.fixed_dictionaries(
        {"kind": st.just("region"), "region": st.sampled_from(REGIONS), **feeling}
    ),
    st.builds(
        lambda rated, painted: {"kind": "brush", **rated, **painted},
        st.fixed_dictionaries(feeling),
        stroke,
    ),
    stroke.map(lambda painted: {"kind": "eraser", **painted}),
)
words = st.one_of(
    st.text("ab é日😀", max_size=6), st.integers(4990, 5020).map(lambda count: "w" * count)
)
dates = st.sampled_from((None, "2026-11-03", "2026-01-01"))
documents = st.builds(
    lambda marks, answers, name, visited: empty("es") | {
        "marks": marks, "answers": answers, "name": name, "visited": visited,
    },
    st.lists(mark, max_size=3, unique_by=lambda each: each.get("region", json.dumps(each))),
    st.dictionaries(st.sampled_from(QUESTIONS), st.sampled_from(("yes", "no"))),
    st.sampled_from(("", "Ada")),
    st.sampled_from(("2026-10-03", "2026-10-04T10:00:00+01:00")),
)  # fmt: skip

tab = st.integers(0, 2)


def done(name: str, **fields: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Actions of a kind."""
    return st.fixed_dictionaries({"do": st.just(name), "tab": tab, **fields})


place = st.integers(0, 9)
OF_A_PERSON = (
    done("add", mark=mark), done("add", mark=mark), done("remove", at=place),
    done("rate", at=place, intensity=rating, gesture=st.sampled_from(("", "drag", "drag2"))),
    done("clear"), done("mirror", side=st.sampled_from(("left", "right"))),
    done("undo"), done("undo"), done("redo"),
    done("answer", question=st.sampled_from(QUESTIONS),
         answer=st.sampled_from((None, "yes", "no", "not_sure"))),
    done("also", region=st.sampled_from(("calf_upper_left", "sacrum_right")),
         answer=st.sampled_from((None, "yes", "no", "not_sure"))),
    done("press", point=st.sampled_from(POINTS),
         finding=st.sampled_from((None, "familiar", "tender"))),
    done("keep", point=st.sampled_from(POINTS)),
    done("set", field=st.sampled_from(("name", "clinical_note", "patient_note")),
         value=st.sampled_from(("", "Ada", "Grace"))),
    done("set", field=st.just("language"), value=st.sampled_from(("en", "es"))),
    done("set", field=st.sampled_from(("weigh_common", "weigh_evidence")), value=st.booleans()),
    done("set", field=st.just("body"), value=st.sampled_from(("man", "woman"))),
    done("set", field=st.just("skin_tone"), value=st.sampled_from(("light", "dark"))),
    done("text", value=words, pasted=st.booleans()), done("visited", visited=dates),
    done("open", document=documents), done("file"), done("erase"), done("new_person"),
)  # fmt: skip
OF_WINDOWS = (
    *(done(name) for name in ("open_tab", "close_tab", "reload", "sleep", "wake")),
    done("storage_full", on=st.booleans()),
)


def may_sleep(action: dict[str, Any]) -> bool:
    """Whether an action does not depend on what a window shows that has slept."""
    is_stroke = action["do"] == "add" and "region" not in action["mark"]
    return is_stroke or action["do"] == "new_person"


def played(record: Record, action: dict[str, Any]) -> list[dict[str, Any]]:
    """What the app is to do for an action: windows that sleep are woken first where it matters."""
    number = action["tab"] % len(record.tabs)
    tab, kind = record.tabs[number], action["do"]
    action = action | {"tab": number}
    before: list[dict[str, Any]] = []

    def wake_all() -> None:
        for place_, each in enumerate(record.tabs):
            if each.asleep:
                before.append({"do": "wake", "tab": place_})
                record.wake(each)

    if kind == "sleep":
        if sum(not each.asleep for each in record.tabs) < 2 or tab.asleep or record.full:
            return []
        tab.asleep = True
    elif kind == "wake":
        record.wake(tab)
    elif kind == "storage_full":
        wake_all()
        record.full = action["on"]
    elif kind in ("open_tab", "close_tab", "reload"):
        wake_all()
        getattr(record, kind)(*([] if kind == "open_tab" else [tab]))
    else:
        # A language outlives an erasure, but a window that slept through both knows of neither.
        if (tab.asleep and not may_sleep(action)) or action.get("field") == "language":
            wake_all()
        record.act(tab, action)
    return [*before, action]


def date_only(document: dict[str, Any]) -> dict[str, Any]:
    """A document whose date of this minute is `now`."""
    visited = document["visited"]
    is_now = visited and "T" in visited and not visited.startswith("2026-10-04")
    return document | {"visited": "now" if is_now else visited}


def expect_alike(record: Record, shown: dict[str, Any]) -> None:
    """Every window that is awake shows the record, and so does the storage."""
    assert len(shown["tabs"]) == len(record.tabs)
    for tab, seen in zip(record.tabs, shown["tabs"], strict=True):
        if tab.asleep:
            continue
        assert date_only(seen["document"]) == record.document
        assert list(seen["document"]["pressed"]) == list(record.document["pressed"])
        assert seen["rest"] == record.rest
        assert (seen["undo"], seen["redo"]) == (record.can_undo(tab), bool(record.future))
        assert seen["unsaved"] == record.unsaved()
        assert seen["trouble"] == tab.trouble
    kept = json.loads(shown["stored"] or "null")
    if record.stored is None:
        assert kept is None
    else:
        kept.pop("erasures", None)
        assert date_only(kept) == record.stored[0]
