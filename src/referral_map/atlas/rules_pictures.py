"""Rules for the pictures of subjects: what they name exists, and their view shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..geometry.body_frame import VIEWS
from .atlas import Atlas
from .folded import mark_on_muscle
from .learn_records import SubjectPicture
from .problems import Problems
from .rules_learn import note_unknown, region_names, subject_file

Shows = Callable[[Atlas, str, str], bool]


def _shows_pattern(atlas: Atlas, view: str, point: str) -> bool:
    if point not in atlas.patterns:
        return True  # noted where its pattern was made
    shape = atlas.outline(point, view)
    seen = [shape.essential, shape.spillover]
    if VIEWS[view].two_sided:
        seen += [shape.essential_across, shape.spillover_across]
    return not all(each.is_empty for each in seen)


def _shows_spot(atlas: Atlas, view: str, point: str) -> bool:
    return point not in atlas.patterns or mark_on_muscle(atlas, point, view) is not None


def _shows_muscle(atlas: Atlas, view: str, muscle: str) -> bool:
    return not atlas.computed.is_measured(muscle) or (
        muscle in atlas.computed.drawings[view]["muscles"]
    )


def _shows_region(atlas: Atlas, view: str, region: str) -> bool:
    if set(atlas.records.regions) != set(atlas.computed.region_order):
        return True  # what is named or measured alone is noted where they are joined
    return view in atlas.region(f"{region}_right").views


def _shows_nerve(atlas: Atlas, view: str, nerve: str) -> bool:
    branches = [branch.id for branch in atlas.nerve(nerve).branches]
    views = [
        name
        for name, drawing in atlas.computed.drawings.items()
        if any(drawing["nerves"].get(branch) for branch in branches)
    ]
    if branches and not views:
        return True  # a rule of its own says that no view draws it
    return view in views


def _shows_place(atlas: Atlas, view: str, place: str) -> bool:
    places = (each for nerve in atlas.nerves for each in nerve.narrow_places)
    return any(each.id == place and each.view == view for each in places)


def _named(picture: SubjectPicture) -> Iterator[tuple[str, str, tuple[str, ...], Shows]]:
    """Of each kind: the field, its name in a sentence, the ids, and whether a view shows one."""
    yield "points", "trigger point", picture.points, _shows_pattern
    yield "spots", "trigger point", picture.spots, _shows_spot
    yield "muscles", "muscle", picture.muscles, _shows_muscle
    yield "regions", "region", picture.regions, _shows_region
    for number, regions in enumerate(picture.series, 1):
        yield f"series {number}", "region", regions, _shows_region
    yield "nerves", "nerve", picture.nerves, _shows_nerve
    yield "narrow_places", "narrow place", picture.narrow_places, _shows_place


def _there(atlas: Atlas) -> dict[str, list[str]]:
    """The ids that there are, by the name of their kind in a sentence."""
    return {
        "trigger point": [point.id for point in atlas.trigger_points],
        "muscle": list(atlas.records.muscles),
        "region": region_names(atlas),
        "nerve": list(atlas.records.nerves),
        "narrow place": [each.id for nerve in atlas.nerves for each in nerve.narrow_places],
    }


def pictures_show_what_they_name(atlas: Atlas, problems: Problems) -> None:
    """What the picture of a subject names is in the atlas, and is seen in the picture's view."""
    there = _there(atlas)
    for subject in atlas.subjects.values():
        picture, file = subject.picture, subject_file(subject)
        if picture is None:
            continue
        for field, kind, ids, shows in _named(picture):
            record = f"{subject.id} picture {field}"
            note_unknown(problems, file, record, kind, ids, there[kind])
            for each in ids:
                if each in there[kind] and not shows(atlas, picture.view, each):
                    problems.add(file, record, f"the view {picture.view!r} does not show {each!r}")


RULES = (pictures_show_what_they_name,)
