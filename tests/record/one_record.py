"""What a person expects of the record, as small as can be: one document, one list of steps.

Written apart from the app's own code, which keeps a record in each of several windows.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from mirror import mirrored, place, side_of

CONTENT = (
    *("marks", "answers", "also_hurts", "text", "pressed", "kept"),
    *("name", "clinical_note", "patient_note", "visited"),
)
LONGEST_TEXT = 5000


def empty(language: str = "en") -> dict[str, Any]:
    """A document nobody has changed."""
    settings = {"format": "referral-map-session", "version": 3}
    settings |= {"body": None, "skin_tone": "medium"}
    settings |= {"weigh_common": True, "weigh_evidence": True}
    lists = {"marks": [], "kept": [], "answers": {}, "also_hurts": {}, "pressed": {}}
    texts = dict.fromkeys(("text", "name", "clinical_note", "patient_note"), "")
    return settings | lists | texts | {"visited": None, "language": language}


@dataclass
class Tab:
    """A window: whether it sleeps, what it missed, and how many erasures it has heard of."""

    name: int
    asleep: bool = False
    missed: bool = False
    heard: int = 0
    trouble: str = ""


@dataclass
class Record:
    """The one document of all windows."""

    document: dict[str, Any] = field(default_factory=empty)
    rest: str = ""
    past: list[dict[str, Any]] = field(default_factory=list)
    future: list[dict[str, Any]] = field(default_factory=list)
    filed: Any = None
    erasures: int = 0
    erased: tuple[int, tuple] | None = None
    full: bool = False
    stored: tuple | None = None
    tabs: list[Tab] = field(default_factory=lambda: [Tab(0)])
    opened: int = 1
    changed: bool = False

    # What is seen

    def content(self) -> list[Any]:
        """What a file would say of the person."""
        return deepcopy([self.document[name] for name in CONTENT])

    def unsaved(self) -> bool:
        """Whether something would be lost."""
        has_content = any(self.document[name] for name in CONTENT if name != "visited")
        return (has_content and self.content() != self.filed) or self.rest != ""

    def can_undo(self, tab: Tab) -> bool:
        """Whether the button is there for the finger."""
        return bool(self.past) or (self.erased is not None and self.erased[0] == tab.name)

    def _said(self) -> str:
        document = self.document | {
            name: sorted(self.document[name].items()) for name in ("answers", "also_hurts")
        }
        return repr((document, self.rest, self.past, self.future, self.filed))

    # Steps

    def _snapshot(self, *names: str) -> dict[str, Any]:
        return deepcopy({name: self.document[name] for name in names or self.document})

    def _step(self, *names: str, gesture: str = "") -> None:
        self.future = []
        if gesture and self.past and self.past[-1]["gesture"] == gesture:
            return
        before = self._snapshot(*names)
        self.past.append({"before": before, "rest": self.rest, "gesture": gesture})

    def _swap(self, taken: list, given: list) -> None:
        step = taken.pop()
        names = list(step["before"])
        given.append({"before": self._snapshot(*names), "rest": self.rest, "gesture": ""})
        language = self.document["language"]
        self.document |= deepcopy(step["before"])
        self.document["language"] = language
        if "text" in names:
            self.rest = step["rest"]

    # What is done

    def act(self, tab: Tab, action: dict[str, Any]) -> None:
        """Something that a person does in a window."""
        if tab.heard < self.erasures:
            # What it shows was forgotten elsewhere: it hears of it, and does nothing.
            tab.heard = self.erasures
            return
        given = {key: value for key, value in action.items() if key not in ("tab", "do")}
        if action["do"] in ("undo", "erase", "new_person"):
            given["tab"] = tab
        before = self._said()
        getattr(self, f"do_{action['do']}")(**given)
        after = self._said()
        if before != after and action["do"] not in ("erase", "new_person"):
            self.keep(tab)

    def keep(self, acting: Tab) -> None:
        """All windows that are awake write what they know, where there is room."""
        self.changed = True
        if not self.full:
            self.stored = deepcopy((self.document, self.rest, self.filed))
        for tab in self.tabs:
            if tab is acting or not tab.asleep:
                tab.trouble = "full" if self.full else ""
            else:
                tab.missed = True

    def _marked(self, marks: list[dict], gesture: str = "") -> None:
        if marks == self.document["marks"]:
            return
        # With the last mark goes where else it was asked whether it hurts.
        fields = ("marks", "visited") if marks else ("marks", "visited", "also_hurts")
        self._step(*fields, gesture=gesture)
        had = bool(self.document["marks"])
        self.document["marks"] = marks
        if marks and not had:
            self.document["visited"] = self.document["visited"] or "now"
        if had and not marks:
            self.document["visited"] = None
        if not marks:
            self.document["also_hurts"] = {}

    def do_add(self, mark: dict) -> None:
        marks = self.document["marks"]
        if "region" in mark:
            marks = [each for each in marks if each.get("region") != mark["region"]]
        self._marked([*marks, deepcopy(mark)])

    def do_remove(self, at: int) -> None:
        marks = list(self.document["marks"])
        if marks:
            del marks[at % len(marks)]
            self._marked(marks)

    def do_rate(self, at: int, intensity: int | None, gesture: str) -> None:
        marks = deepcopy(self.document["marks"])
        if not marks or marks[at % len(marks)]["kind"] == "eraser":
            return
        marks[at % len(marks)]["intensity"] = intensity
        self._marked(marks, gesture)

    def do_clear(self) -> None:
        self._marked([])

    def do_mirror(self, side: str) -> None:
        marks = self.document["marks"]
        copies = [copy for copy in (mirrored(m) for m in marks if side_of(m) == side)
                  if side_of(copy) != side]  # fmt: skip
        places = [place(copy) for copy in copies]
        there = [mark for mark in marks if place(mark) in places]
        if there != copies:
            self._marked([m for m in marks if place(m) not in places] + copies)

    def do_undo(self, tab: Tab) -> None:
        if self.past:
            self._swap(self.past, self.future)
        elif self.erased and self.erased[0] == tab.name:
            document, rest, filed = deepcopy(self.erased[1])
            self.erased = None
            self._step()
            self.document = document | {"language": self.document["language"]}
            self.rest, self.filed = rest, filed

    def do_redo(self) -> None:
        if self.future:
            self._swap(self.future, self.past)

    def do_answer(self, question: str, answer: str | None) -> None:
        self.document["answers"].pop(question, None)
        if answer is not None:
            self.document["answers"][question] = answer

    def do_also(self, region: str, answer: str | None) -> None:
        self.document["also_hurts"].pop(region, None)
        if answer is not None:
            self.document["also_hurts"][region] = answer

    def do_press(self, point: str, finding: str | None) -> None:
        self.document["pressed"].pop(point, None)
        if finding:
            self.document["pressed"][point] = finding

    def do_keep(self, point: str) -> None:
        kept = self.document["kept"]
        kept.remove(point) if point in kept else kept.append(point)

    def do_set(self, field: str, value: Any) -> None:
        self.document[field] = value

    def do_text(self, value: str, pasted: bool) -> None:
        if value == self.document["text"] + self.rest:
            return
        if pasted:
            self._step("text")
        self.document["text"], self.rest = value[:LONGEST_TEXT], value[LONGEST_TEXT:]

    def do_visited(self, visited: str | None) -> None:
        if self.document["visited"] == visited:
            return
        self.document["visited"] = visited
        for steps in (self.past, self.future):
            for step in reversed(steps):
                if "format" in step["before"]:
                    break
                if "visited" in step["before"]:
                    step["before"]["visited"] = visited

    def do_open(self, document: dict) -> None:
        self._step()
        self.document = deepcopy(document) | {"language": self.document["language"]}
        self.rest, self.filed = "", self.content()

    def do_file(self) -> None:
        self.filed = self.content()

    def do_erase(self, tab: Tab) -> None:
        before = deepcopy((self.document, self.rest, self.filed))
        self.do_new_person(tab)
        if before[1] or any(before[0][name] for name in CONTENT if name != "visited"):
            self.erased = (tab.name, before)

    def do_new_person(self, tab: Tab) -> None:
        self.document, self.rest = empty(self.document["language"]), ""
        self.past, self.future, self.filed, self.erased = [], [], None, None
        self.stored, self.changed = None, False
        self.erasures += 1
        for each in self.tabs:
            if not each.asleep or each is tab:
                each.heard, each.trouble = self.erasures, ""

    # What happens to windows

    def open_tab(self) -> None:
        """Another window: the others tell it what they know."""
        if len(self.tabs) < 3:
            self.tabs.append(Tab(self.opened, heard=self.erasures))
            self.opened += 1
            self._told(self.tabs[-1])

    def close_tab(self, tab: Tab) -> None:
        """What a window erased goes with it."""
        if len(self.tabs) > 1:
            self.tabs.remove(tab)
            self._forget_erased(tab)

    def reload(self, tab: Tab) -> None:
        """A window alone begins with what is stored; else the others tell it."""
        self._forget_erased(tab)
        tab.asleep, tab.heard, tab.trouble = False, self.erasures, ""
        if len(self.tabs) == 1:
            language = self.document["language"] if self.stored else "en"
            begun = deepcopy(self.stored) or (empty(language), "", None)
            self.document, self.rest, self.filed = begun
            self.past, self.future = [], []
            self.changed = self.stored is not None
        else:
            self._told(tab)

    def _told(self, tab: Tab) -> None:
        """A window that hears something new from the others tries to keep it."""
        is_new = self.stored != (self.document, self.rest, self.filed)
        has_steps = bool(self.past or self.future)
        if not has_steps and not (is_new and self.changed):
            return
        if self.full:
            tab.trouble = "full"
        else:
            self.stored = deepcopy((self.document, self.rest, self.filed))

    def _forget_erased(self, tab: Tab) -> None:
        if self.erased and self.erased[0] == tab.name:
            self.erased = None

    def wake(self, tab: Tab) -> None:
        """It sees what the others did, and keeps it too."""
        if tab.missed:
            tab.trouble = "full" if self.full else ""
        tab.asleep, tab.missed, tab.heard = False, False, self.erasures
