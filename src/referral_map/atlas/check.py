"""The data rules: one small function a rule, every broken one reported.

A rule takes the atlas and a place to note problems. What the records' own types refuse
(missing keys, wrong kinds, unknown words) is noted while they are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from shapely import Point

from ..errors import ReferralMapError
from ..geometry.paths import path_to_shape
from ..geometry.places import nearest
from .atlas import Atlas, build_atlas
from .problems import Problem, Problems
from .records import Fact, MuscleRecord, TriggerPointRecord

LEAST_ESSENTIAL_CM2, MOST_ESSENTIAL_CM2 = 5.0, 600.0
MOST_SPILLOVER_CM2 = 700.0
LEAST_SEEN_SHARE = 0.03
_TRAILING_BLANK = re.compile(r"[ \t]+$", re.MULTILINE)


def check(folder: Path) -> list[Problem]:
    """Every problem of a folder of anatomy, format and rules together; empty when all is well.

    Raises ReferralMapError when the folder is not there or its measured body cannot be read.
    """
    if not folder.is_dir():
        raise ReferralMapError(f"no folder {str(folder)!r}; give the path of an anatomy folder")
    problems = Problems()
    atlas = build_atlas(folder, problems)
    for rule in RULES:
        rule(atlas, problems)
    canonical_form(folder, problems)
    return problems.found


def _file(muscle: MuscleRecord) -> str:
    return f"muscles/{muscle.id}.toml"


def _points(atlas: Atlas) -> Iterator[tuple[str, MuscleRecord, TriggerPointRecord]]:
    """Every trigger point whose pattern could be made, with its file and muscle."""
    for muscle in atlas.muscles:
        for point in muscle.trigger_points:
            if point.id in atlas.patterns:
                yield _file(muscle), muscle, point


def _citations(record) -> Iterator[tuple[str, str]]:
    """Every citation in a record, with where it stands."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if name == "sources":
            yield from (("sources", citation) for citation in value)
        elif isinstance(value, list):
            for item in value:
                if hasattr(item, "model_fields_set"):
                    label = getattr(item, "id", name)
                    yield from ((f"{label} {where}", c) for where, c in _citations(item))
        elif hasattr(value, "model_fields_set") and not isinstance(value, Fact):
            yield from ((f"{name} {where}", c) for where, c in _citations(value))
        elif isinstance(value, Fact):
            yield from ((f"{name} sources", citation) for citation in value.sources)


def every_source_exists_and_is_used(atlas: Atlas, problems: Problems) -> None:
    """A citation names a source of sources.toml; a source that nothing cites is not kept."""
    used = set()
    for kind, records in (("muscles", atlas.muscles), ("nerves", atlas.nerves)):
        for record in records:
            for where, citation in _citations(record):
                key = citation.split(" ")[0]
                used.add(key)
                if key not in atlas.sources:
                    problems.add(
                        f"{kind}/{record.id}.toml",
                        f"{record.id} {where}",
                        f"unknown source {key!r}{nearest(key, atlas.sources)}",
                    )
    for key in sorted(set(atlas.sources) - used):
        problems.add("sources.toml", key, "is cited by no record")


def books_are_cited_by_chapter(atlas: Atlas, problems: Problems) -> None:
    """A citation of a book names the chapter or page."""
    for muscle in atlas.muscles:
        for where, citation in _citations(muscle):
            key, _, locator = citation.partition(" ")
            if key in atlas.sources and atlas.sources[key].kind == "book" and not locator:
                problems.add(
                    _file(muscle),
                    f"{muscle.id} {where}",
                    f"{key!r} is a book: name the chapter or page",
                )


def drawn_and_recorded(atlas: Atlas, problems: Problems) -> None:
    """No muscle is drawn without a record, none recorded without a drawing."""
    drawn = {m for drawing in atlas.computed.drawings.values() for m in drawing["muscles"]}
    for muscle in atlas.muscles:
        if muscle.id not in drawn:
            problems.add(
                _file(muscle), muscle.id, "is drawn in no view; run tools/build_anatomy.py"
            )
    for muscle_id in sorted(drawn - set(atlas.records.muscles)):
        problems.add("computed/views", muscle_id, "is drawn but has no record")


def layer_as_measured(atlas: Atlas, problems: Problems) -> None:
    """The written layer is the one measured under the skin."""
    for muscle in atlas.muscles:
        measured = atlas.computed.muscles.get(muscle.id, {}).get("layer")
        if measured and measured != muscle.layer:
            problems.add(
                _file(muscle),
                f"{muscle.id} layer",
                f"written {muscle.layer!r}, measured {measured!r}",
            )


def ids_carry_the_muscle(atlas: Atlas, problems: Problems) -> None:
    """A trigger point's id begins with its muscle's."""
    for file, muscle, point in _points(atlas):
        if not point.id.startswith(f"{muscle.id}_"):
            problems.add(file, point.id, f"the id must begin with {muscle.id + '_'!r}")


def point_inside_muscle(atlas: Atlas, problems: Problems) -> None:
    """Each point lies inside the drawing of its muscle in the view it names."""
    for file, muscle, point in _points(atlas):
        drawing = atlas.computed.drawings[point.view]["muscles"].get(muscle.id)
        at = atlas.mark(point.id, point.view)
        if drawing is None:
            views = [v for v, d in atlas.computed.drawings.items() if muscle.id in d["muscles"]]
            problems.add(
                file,
                f"{point.id} view",
                f"{point.view!r} does not show the muscle; allowed: {', '.join(views)}",
            )
        elif at is None:
            problems.add(file, f"{point.id} place", f"is not seen in the view {point.view!r}")
        elif (gap := path_to_shape(drawing["path"]).distance(Point(at))) > 0:
            problems.add(
                file,
                f"{point.id} place",
                f"lies {gap:.0f} mm outside {muscle.id} in the view {point.view!r}",
            )


def plausible_areas(atlas: Atlas, problems: Problems) -> None:
    """No zone is empty or larger than any text describes."""
    for file, _, point in _points(atlas):
        area = atlas.zone_area_cm2(point.id)
        if not LEAST_ESSENTIAL_CM2 <= area["essential"] <= MOST_ESSENTIAL_CM2:
            problems.add(
                file,
                f"{point.id} essential",
                f"covers {area['essential']:.1f} cm2; allowed "
                f"{LEAST_ESSENTIAL_CM2:.0f} to {MOST_ESSENTIAL_CM2:.0f}",
            )
        if area["spillover"] > MOST_SPILLOVER_CM2 or (point.spillover and not area["spillover"]):
            problems.add(
                file,
                f"{point.id} spillover",
                f"covers {area['spillover']:.1f} cm2 outside the essential zone; "
                f"allowed more than 0, up to {MOST_SPILLOVER_CM2:.0f}",
            )


def zones_on_named_side(atlas: Atlas, problems: Problems) -> None:
    """A pattern reaches the other side only where a stroke or patch says so."""
    for file, _, point in _points(atlas):
        zones = [zone for zone in (point.essential, point.spillover) if zone]
        crosses = any(
            item.side != "same" for zone in zones for item in (*zone.strokes, *zone.patches)
        )
        weights = atlas.patterns[point.id].weights
        if not weights[: atlas.skin.half].any():
            problems.add(file, point.id, "has no zone on the side it is written for")
        if weights[atlas.skin.half :].any() and not crosses:
            problems.add(file, point.id, "reaches the other side without saying so")


def zones_are_seen(atlas: Atlas, problems: Problems) -> None:
    """Nearly all of a zone shows in some view: what no picture shows nobody can look at."""
    seen = sum(marks.astype(int) for marks in atlas.skin.seen.values()) > 0
    for file, _, point in _points(atlas):
        inside = atlas.patterns[point.id].weights > 0
        area = atlas.skin.area
        if area[inside & seen].sum() < (1 - 5 * LEAST_SEEN_SHARE) * area[inside].sum():
            problems.add(file, point.id, "lies mostly where no view shows it")


def canonical_form(folder: Path, problems: Problems) -> None:
    """Text files: UTF-8, one newline at the end, no blanks at line ends, no tabs or returns."""
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix()
        try:
            text = path.read_bytes().decode("utf-8")
        except (UnicodeDecodeError, OSError):
            continue  # noted while it was read
        if "\r" in text or "\t" in text:
            problems.add(name, "form", "holds a tab or a carriage return")
        if not text.endswith("\n") or text.endswith("\n\n"):
            problems.add(name, "form", "must end with exactly one newline")
        if _TRAILING_BLANK.search(text):
            problems.add(name, "form", "has blanks at the end of a line")


Rule = Callable[[Atlas, Problems], None]
RULES: tuple[Rule, ...] = (
    every_source_exists_and_is_used,
    books_are_cited_by_chapter,
    drawn_and_recorded,
    layer_as_measured,
    ids_carry_the_muscle,
    point_inside_muscle,
    plausible_areas,
    zones_on_named_side,
    zones_are_seen,
)
