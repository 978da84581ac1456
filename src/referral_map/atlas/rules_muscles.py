"""Rules for muscles, trigger points and their zones."""

from __future__ import annotations

from collections.abc import Iterator

from shapely import Point

from ..domain import LAYERS
from ..errors import nearest
from ..geometry.paths import path_to_shape
from .atlas import Atlas
from .problems import Problems
from .records import MuscleRecord, TriggerPointRecord

LEAST_ESSENTIAL_CM2, MOST_ESSENTIAL_CM2 = 5.0, 600.0
MOST_SPILLOVER_CM2 = 700.0
LEAST_SEEN_SHARE = 0.85


def _file(muscle: MuscleRecord) -> str:
    return f"muscles/{muscle.id}.toml"


def _points(atlas: Atlas) -> Iterator[tuple[str, MuscleRecord, TriggerPointRecord]]:
    """Every trigger point whose pattern could be made, with its file and muscle."""
    for muscle in atlas.muscles:
        for point in muscle.trigger_points:
            if point.id in atlas.patterns:
                yield _file(muscle), muscle, point


def drawn_and_recorded(atlas: Atlas, problems: Problems) -> None:
    """No muscle is drawn or measured without a record."""
    drawn = {m for drawing in atlas.computed.drawings.values() for m in drawing["muscles"]}
    for muscle_id in sorted(drawn - set(atlas.records.muscles)):
        problems.add("computed/views", muscle_id, "is drawn but has no record")


def layer_as_measured(atlas: Atlas, problems: Problems) -> None:
    """The written layer is at most one step from the one measured under the skin.

    Texts name layers within a compartment; the measure counts all the flesh over a muscle. A
    record that differs more says why in ``layer_reason``.
    """
    for muscle in atlas.muscles:
        measure = atlas.computed.muscles.get(muscle.id)
        if muscle.layer_reason or measure is None:
            continue
        measured = measure["layer"]
        if abs(LAYERS.index(measured) - LAYERS.index(muscle.layer)) > 1:
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


def complaints_exist(atlas: Atlas, problems: Problems) -> None:
    """A share of people names a complaint that there is, a complaint regions that there are; none
    is kept that no share names."""
    regions = sorted(atlas.records.regions)
    for key, complaint in atlas.complaints.items():
        for region in complaint.regions:
            if region not in atlas.records.regions:
                where = f"{key} regions"
                hint = nearest(region, regions)
                problems.add("complaints.toml", where, f"unknown region {region!r}{hint}")
    counted: set[str | None] = set()
    for point in atlas.trigger_points:
        named = point.involvement and point.involvement.complaint
        counted.add(named)
        if named and named not in atlas.complaints:
            file, where = _file(atlas.muscle_of(point.id)), f"{point.id} involvement complaint"
            hint = nearest(named, atlas.complaints)
            problems.add(file, where, f"unknown complaint {named!r}{hint}")
    for key in sorted(set(atlas.complaints) - counted):
        problems.add("complaints.toml", key, "is named by no share of people")


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
    """Nearly all of a zone is visible in some view; a zone in no picture could not be checked."""
    seen = sum(marks.astype(int) for marks in atlas.skin.seen.values()) > 0
    for file, _, point in _points(atlas):
        inside = atlas.patterns[point.id].weights > 0
        area = atlas.skin.area
        if area[inside & seen].sum() < LEAST_SEEN_SHARE * area[inside].sum():
            problems.add(file, point.id, "lies mostly where no view shows it")


def regions_drawn_and_named(atlas: Atlas, problems: Problems) -> None:
    """Every region is drawn in some view, and every drawn region has a record."""
    drawn = {name for drawing in atlas.computed.drawings.values() for name in drawing["regions"]}
    for name in sorted(set(atlas.records.regions) - drawn):
        problems.add("regions.toml", name, "is drawn in no view; run tools/build_anatomy.py")
    for name in sorted(drawn - set(atlas.records.regions)):
        problems.add("computed/views", name, "is drawn but has no record")


RULES = (
    regions_drawn_and_named,
    drawn_and_recorded,
    layer_as_measured,
    ids_carry_the_muscle,
    complaints_exist,
    point_inside_muscle,
    plausible_areas,
    zones_on_named_side,
    zones_are_seen,
)
