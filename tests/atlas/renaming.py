"""The atlas with one thing renamed where it is written, and nowhere else."""

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from referral_map.atlas import Atlas, Problem, Problems
from referral_map.atlas.check import RULES
from referral_map.atlas.languages import languages_of
from referral_map.atlas.records import Record
from referral_map.atlas.translation import translated

MORE = "_renamed"
ABOUT_NAMES = {
    "care_is_for_a_muscle", "complaints_exist", "drawn_and_recorded", "every_role_has_one_subject",
    "examples_name_regions", "joints_name_what_exists",
    "narrow_places_lie_on_their_nerve", "nerves_drawn_and_recorded",
    "one_main_nerve", "pictures_show_what_they_name", "pressed_nerves_run_near",
    "regions_drawn_and_named", "signs_name_what_exists", "subjects_have_their_place",
    "tour_goes_along_the_main_nerve",
}  # fmt: skip
"""Rules that look at ids; the one about translations is asked for one record at a time, below."""


def users(folder: Path, name: str, own: Path) -> set[str]:
    """The files that people wrote in which an id stands, but for its own."""
    return {
        path.relative_to(folder).as_posix()
        for path, text in _texts(folder).items()
        if f'"{name}"' in text and path != folder / own
    }


@cache
def _texts(folder: Path) -> dict[Path, str]:
    texts = {path: path.read_text(encoding="utf-8") for path in folder.rglob("*.toml")}
    # A kind of drawing is no id, though one has the name of a region.
    return {path: text.replace('drawing = "groin"', "") for path, text in texts.items()}


def in_table(table: Mapping, key: str, record: object | None = None) -> dict:
    """A table in which one key has another name, in its place; the record too where it is given."""
    return {
        (each + MORE if each == key else each): (record or value) if each == key else value
        for each, value in table.items()
    }


def in_list(record: Record, field: str, name: str) -> Record:
    """A record in whose list of records the one with an id has another."""
    items = [
        item.model_copy(update={"id": name + MORE}) if item.id == name else item
        for item in getattr(record, field)
    ]
    return record.model_copy(update={field: type(getattr(record, field))(items)})


def with_records(atlas: Atlas, **tables: Mapping) -> Atlas:
    """The atlas with other records; what was worked out for shapes is shared."""
    return replace(atlas, records=replace(atlas.records, **tables), _written=atlas)


def renamed_record(atlas: Atlas, part: str, name: str) -> Atlas:
    """The atlas in which a muscle, nerve or subject has another id, and a file of that name."""
    table = getattr(atlas.records, part)
    record = table[name].model_copy(update={"id": name + MORE})
    return with_records(atlas, **{part: in_table(table, name, record)})


def renamed_inside(atlas: Atlas, part: str, owner: str, field: str, name: str) -> Atlas:
    """The atlas in which a trigger point or a narrow place has another id."""
    table = dict(getattr(atlas.records, part))
    table[owner] = in_list(table[owner], field, name)
    renamed = with_records(atlas, **{part: table})
    shapes = "patterns" if field == "trigger_points" else field
    return replace(renamed, **{shapes: in_table(getattr(atlas, shapes), name)})


def renamed_region(atlas: Atlas, name: str) -> Atlas:
    """The atlas in which a region was renamed and measured anew, but its users were not told."""
    computed = replace(
        atlas.computed,
        region_order=tuple(in_table(dict.fromkeys(atlas.computed.region_order), name)),
        drawings={
            view: drawing | {"regions": in_table(drawing["regions"], name)}
            for view, drawing in atlas.computed.drawings.items()
        },
    )
    renamed = with_records(atlas, regions=in_table(atlas.records.regions, name))
    return replace(renamed, computed=computed)


def problems_of(atlas: Atlas) -> list[Problem]:
    """What the rules find that look at ids."""
    rules = [rule for rule in RULES if rule.__name__ in ABOUT_NAMES]
    assert len(rules) == len(ABOUT_NAMES)
    problems = Problems()
    for rule in rules:
        rule(atlas, problems)
    return problems.noted


def untranslated(atlas: Atlas, part: str, name: str) -> set[str]:
    """The files of translations that are missing for one record, or no longer fit it."""
    record, found = getattr(atlas.records, part)[name], set()
    for language in languages_of(atlas.folder):
        file = f"languages/{language}/{part}/{name}.toml"
        text, trouble = _texts(atlas.folder).get(atlas.folder / file), []
        if text is not None:
            translated(record, tomllib.loads(text), lambda *note, into=trouble: into.append(note))
        if text is None or trouble:
            found.add(file)
    return found
