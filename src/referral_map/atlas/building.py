"""Makes the atlas: reads the records, compiles their zones, joins them with the measured body."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from threading import RLock

from ..domain import BODIES, MEASURED_BODY, Body
from ..errors import UnknownName, nearest
from ..geometry.first_pose import FirstPose
from ..geometry.place_language import Place, PlaceError
from .areas import SkinArea, compile_area
from .atlas import Atlas
from .computed import Computed, load_computed, load_first_pose
from .folder import anatomy_folder
from .languages import WRITTEN_IN
from .parsing import Records, read_records
from .patterns import Pattern, compile_pattern
from .problems import BrokenAtlas, Note, Problems

_LOADING = RLock()


def load_atlas(
    folder: Path | None = None, language: str = WRITTEN_IN, body: Body = MEASURED_BODY
) -> Atlas:
    """The atlas that ships with the library, or the one in a folder, in a language, on a body.

    Raises BrokenAtlas, holding every problem, when the data breaks the format; UnknownName for a
    language or body the atlas does not have.
    """
    # `lru_cache` alone lets two threads do the work, and then each has an atlas of its own.
    with _LOADING:
        atlas = _loaded(folder or anatomy_folder(), checked_body(body))
    return atlas.in_language(language)


def on_body(atlas: Atlas, body: Body) -> Atlas:
    """The same atlas on a body, in the same language. Raises as ``load_atlas``."""
    return atlas if atlas.body == body else load_atlas(atlas.folder, atlas.language, body)


def checked_body(body: str) -> Body:
    """The given body, checked. Raises UnknownName when there is no such body."""
    for known in BODIES:
        if known == body:
            return known
    allowed = ", ".join(BODIES)
    raise UnknownName(f"unknown body {body!r}; allowed: {allowed}{nearest(body, BODIES)}")


@lru_cache(maxsize=4)
def first_pose(folder: Path | None = None) -> FirstPose:
    """Where strokes of old session files lie now."""
    return load_first_pose(folder or anatomy_folder())


@lru_cache(maxsize=8)
def _loaded(folder: Path, body: Body) -> Atlas:
    problems = Problems()
    atlas = build_atlas(folder, problems, body)
    if problems.noted:
        raise BrokenAtlas(problems.noted)
    return atlas


def build_atlas(folder: Path, problems: Problems, body: Body = MEASURED_BODY) -> Atlas:
    """The atlas of a folder on a body; every problem is noted, and what is broken left out."""
    records = read_records(folder, problems)
    computed = load_computed(folder, body)
    _note_unmatched(problems, "regions.toml", computed.region_order, records.regions)
    _note_unmatched(problems, "landmarks.toml", computed.gazetteer.landmarks, records.landmarks)
    _note_incomplete(problems, records, computed)
    return Atlas(
        records,
        computed,
        _patterns(records, computed, problems),
        _areas(records, computed, problems),
        _narrow_places(records, computed, problems),
        folder,
    )


def _note_unmatched(
    problems: Problems, file: str, measured: Iterable[str], written: Iterable[str]
) -> None:
    for name in sorted(set(measured) - set(written)):
        problems.add(file, name, "is measured but not named")
    for name in sorted(set(written) - set(measured)):
        problems.add(file, name, "is named but not measured; run tools/build_anatomy.py")


def _note_incomplete(problems: Problems, records: Records, computed: Computed) -> None:
    """Notes muscles without self-care and without a measure: pages and commands need both."""
    for muscle in records.muscles:
        if muscle not in records.self_care:
            problems.add("self_care", muscle, "has no self-care file")
        if not computed.is_measured(muscle):
            problems.add(
                f"muscles/{muscle}.toml",
                muscle,
                "is not measured yet: it has no depth or no outline in computed/; "
                "see step 4 of docs/add_a_muscle.md",
            )


def _note(problems: Problems, file: str, record: str) -> Note:
    return lambda where, message: problems.add(file, f"{record} {where}".strip(), message)


def _patterns(records: Records, computed: Computed, problems: Problems) -> dict[str, Pattern]:
    patterns: dict[str, Pattern] = {}
    for muscle in records.muscles.values():
        if not computed.is_measured(muscle.id):
            continue  # one sentence says so: what its points lack is no news
        file = f"muscles/{muscle.id}.toml"
        for point in muscle.trigger_points:
            if point.id in patterns:
                problems.add(file, point.id, "this trigger point id is used twice")
            pattern = compile_pattern(point, computed.gazetteer, _note(problems, file, point.id))
            if pattern is not None:
                patterns[point.id] = pattern
    return patterns


def _areas(records: Records, computed: Computed, problems: Problems) -> dict[str, SkinArea]:
    zones = [
        (f"nerves/{nerve.id}.toml", zone)
        for nerve in records.nerves.values()
        for zone in nerve.skin_fields
    ]
    zones += [(f"dermatomes/{zone.id}.toml", zone) for zone in records.dermatomes.values()]
    areas: dict[str, SkinArea] = {}
    for file, zone in zones:
        if zone.id in areas:
            problems.add(file, zone.id, "this id of an area of skin is used twice")
        area = compile_area(zone, computed.gazetteer, _note(problems, file, ""))
        if area is not None:
            areas[zone.id] = area
    return areas


def _narrow_places(records: Records, computed: Computed, problems: Problems) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for nerve in records.nerves.values():
        for narrow in nerve.narrow_places:
            file = f"nerves/{nerve.id}.toml"
            if narrow.id in places:
                problems.add(file, narrow.id, "this id of a narrow place is used twice")
            try:
                places[narrow.id] = computed.gazetteer.find(narrow.place)
            except PlaceError as error:
                problems.add(file, f"{narrow.id} place", f"{error} (given {narrow.place!r})")
    return places
