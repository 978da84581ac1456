"""What each command does: reads options, asks the library, prints."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from ..atlas import Atlas, load_atlas
from ..atlas import check as check_folder
from ..atlas.credit import zone_citations, zones_credit
from ..atlas.folder import anatomy_folder
from ..errors import ReferralMapError
from ..red_flags import rules_urgency
from ..sessions import compare as compare_sessions
from ..sessions import json_schema, machine_tag, notes_on, open_session, open_several
from .bodies import atlas_of, with_body
from .comparing import comparison_lines
from .credited import with_credit, with_weak
from .match_text import lines, question_list, reading_of
from .speaking import in_its_language, words_of


def _print_json(content: object) -> None:
    print(json.dumps(content, indent=1, ensure_ascii=False))


def regions(options: Namespace) -> int:
    """Lists the regions of both sides."""
    listed = [
        {
            "id": r.id,
            "name": r.name,
            "anatomical_name": r.anatomical_name,
            "side": r.side,
            "views": list(r.views),
            "area_cm2": r.area_cm2,
        }
        for r in _atlas(options).regions
    ]
    if options.json:
        _print_json(listed)
    else:
        for region in listed:
            print(f"{region['id']:28} {region['area_cm2']:6.1f} cm2  {region['name']}")
    return 0


def atlas(options: Namespace) -> int:
    """Lists muscles with their trigger points, zones and sources, and counts."""
    atlas = _atlas(options)
    if options.json:
        content = {
            "counts": _counts(atlas),
            "muscles": [_muscle(atlas, muscle.id) for muscle in atlas.muscles],
            "nerves": [nerve.model_dump(mode="json") for nerve in atlas.nerves],
            "dermatomes": [each.model_dump(mode="json") for each in atlas.dermatomes],
            "subjects": [each.model_dump(mode="json") for each in atlas.subjects.values()],
            "dose": atlas.dose.model_dump(mode="json"),
            "purpose": atlas.purpose.model_dump(mode="json"),
            "sources": {
                key: source.model_dump(mode="json", exclude_defaults=True)
                for key, source in atlas.sources.items()
            },
        }
        _print_json(with_weak(atlas, content))
        return 0
    for muscle in atlas.muscles:
        print(f"{muscle.name} ({atlas.words(f'cli.atlas.layer.{muscle.layer}')})")
        for point in muscle.trigger_points:
            print(f"  {point.id:40} {point.name}")
    print(atlas.words("cli.atlas.counts", **_counts(atlas)))
    return 0


def _atlas(options: Namespace) -> Atlas:
    """The atlas in the language asked for."""
    return in_its_language(load_atlas(), options)


def _counts(atlas: Atlas) -> dict[str, int]:
    return {
        "muscles": len(atlas.muscles),
        "trigger_points_a_side": len(atlas.trigger_points),
        "nerves": len(atlas.nerves),
        "dermatomes": len(atlas.dermatomes),
        "subjects": len(atlas.subjects),
        "regions_a_side": len(atlas.regions) // 2,
        "sources": len(atlas.sources),
    }


def _muscle(atlas: Atlas, muscle_id: str) -> dict[str, Any]:
    muscle = atlas.muscle(muscle_id)
    content = muscle.model_dump(mode="json", exclude={"trigger_points"})
    content["depth_mm"] = atlas.computed.muscles[muscle_id]["depth_mm"]
    content["nerves_within_30_mm"] = atlas.near_nerves(muscle_id)
    content["self_care"] = atlas.self_care[muscle_id].model_dump(mode="json")
    content["trigger_points"] = [
        point.model_dump(mode="json")
        | {
            "area_cm2": atlas.zone_area_cm2(point.id),
            "credit": zones_credit(atlas, zone_citations(atlas, point.id)),
        }
        for point in muscle.trigger_points
    ]
    return content


def match(options: Namespace) -> int:
    """Ranks the candidates for a drawing, with red flags before everything."""
    atlas, reading = reading_of(options)
    if options.json:
        _print_json(with_credit(atlas, reading.as_dict()))
    else:
        print("\n".join(lines(atlas, reading)))
    return 0


def compare(options: Namespace) -> int:
    """Compares saved sessions, the first visit with the last; as a page too where asked to."""
    if options.output:
        _page_can_be_written(options)
    files = open_several((str(path), partial(Path, path)) for path in options.sessions).at_least(2)
    sessions = [with_body(options, each) for each in files.sessions]
    atlas = atlas_of(options, *sessions)
    comparison = compare_sessions(atlas, sessions, machine_tag())
    comparison = replace(comparison, notes=files.notes(atlas.words) + comparison.notes)
    told = comparison
    if options.output:
        from ..report import save_visits, visits_notes

        save_visits(atlas, comparison, options.output, options.paper)
        told = replace(comparison, notes=(*visits_notes(atlas, comparison), *comparison.notes))
    if options.json:
        _print_json(told.as_dict())
    else:
        print("\n".join(comparison_lines(atlas, told)))
    return 0


def handout(options: Namespace) -> int:
    """Writes what a patient takes home, in the session's language and on its body, or in others."""
    from ..report import handout_notes, save_handout

    _page_can_be_written(options)
    opened = open_session(options.session)
    session = with_body(options, opened.session)
    atlas = atlas_of(options, session)
    session = session.model_copy(update={"language": atlas.language})
    save_handout(atlas, session, options.output, options.paper, machine_tag())
    notes = [*notes_on(atlas, opened), *handout_notes(atlas, session)]
    if options.json:
        written = {"written": [str(options.output)], "body": atlas.body, "notes": notes}
        _print_json(written)
    else:
        told = [atlas.words("cli.note", note=note) for note in notes]
        print("\n".join([*told, atlas.words("cli.wrote", path=options.output)]))
    return 0


def session_schema(_options: Namespace) -> int:
    """Prints the JSON Schema of session files; it is JSON with and without --json."""
    _print_json(json_schema())
    return 0


def questions(options: Namespace) -> int:
    """Lists the questions that ``match --answer`` takes."""
    asked = question_list(_atlas(options))
    if options.json:
        _print_json(asked)
    else:
        for question in asked:
            print(f"{question['id']:28} {question['question']}")
    return 0


def figure(options: Namespace) -> int:
    """Writes the picture of a trigger point on a body."""
    from ..figures import FORMATS, pattern_figure, save

    atlas = atlas_of(options)
    atlas.trigger_point(options.trigger_point)
    _ready_to_write(options, FORMATS)
    from ..atlas.drawings import drawings

    save(
        pattern_figure(atlas, drawings(atlas), options.trigger_point, options.side), options.output
    )
    return _written([options.output], options, atlas)


def contact_sheets(options: Namespace) -> int:
    """Writes every pattern on a body, a few a sheet, into a folder."""
    from ..atlas.drawings import drawings
    from ..figures import contact_sheets as sheets
    from ..figures import save

    atlas = atlas_of(options)
    try:
        options.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        told = atlas.words(
            "cli.error.cannot_write_into", path=repr(str(options.output)), why=error.strerror
        )
        raise ReferralMapError(told) from error
    written: list[Path] = []
    for number, (_, sheet) in enumerate(sheets(atlas, drawings(atlas)), 1):
        path: Path = options.output / f"patterns_{number:02}.png"
        written.append(path)
        save(sheet, path, dpi=110)
    return _written(written, options, atlas)


def _ready_to_write(options: Namespace, formats: tuple[str, ...]) -> None:
    """Checks that a file can be written before the work begins."""
    path, words = options.output, words_of(options)
    if path.suffix.lower() not in formats:
        name, suffix, allowed = repr(path.name), repr(path.suffix), ", ".join(formats)
        raise ReferralMapError(words("cli.error.suffix", name=name, suffix=suffix, allowed=allowed))
    if not path.parent.is_dir():
        folder = repr(str(path.parent))
        raise ReferralMapError(words("cli.error.no_folder", path=repr(str(path)), folder=folder))


def _page_can_be_written(options: Namespace) -> None:
    from ..report import FORMATS

    _ready_to_write(options, tuple(f".{each}" for each in FORMATS))


def _written(paths: list[Path], options: Namespace, atlas: Atlas) -> int:
    if options.json:
        _print_json({"written": [str(path) for path in paths], "body": atlas.body})
    else:
        print("\n".join(atlas.words("cli.wrote", path=path) for path in paths))
    return 0


def check(options: Namespace) -> int:
    """Lists every broken data rule; exit code 1 when there is one."""
    problems = check_folder(options.folder or anatomy_folder(), *rules_urgency.RULES)
    if options.json:
        _print_json({"problems": [vars(problem) for problem in problems]})
    else:
        for problem in problems:
            print(problem)
        words = words_of(options)
        count = words.count("cli.check.count", len(problems))
        print(count if problems else words("cli.check.none"))
    return 1 if problems else 0
