"""Rules for nerves, their skin fields and narrow places, and dermatomes."""

from __future__ import annotations

import numpy as np

from ..errors import nearest
from ..geometry.body_frame import VIEWS
from ..geometry.paths import path_to_lines
from .atlas import Atlas
from .problems import Problems

LEAST_AREA_CM2, MOST_AREA_CM2 = 5.0, 1200.0
NARROW_PLACE_MM = 45.0
"""A narrow place stands on the skin over the nerve: in its view no farther than this from it."""

PRESSED_MM = 25.0
"""A muscle said to press on a nerve runs no farther than this from it on the reference body."""


def _area_file(atlas: Atlas, area_id: str) -> str:
    if area_id in atlas.records.dermatomes:
        return f"dermatomes/{area_id}.toml"
    owners = (n.id for n in atlas.nerves if area_id in {zone.id for zone in n.skin_fields})
    return f"nerves/{next(owners)}.toml"


def plausible_skin_areas(atlas: Atlas, problems: Problems) -> None:
    """No skin field or dermatome is empty, larger than any map has it, or on the wrong side."""
    for area_id, area in atlas.areas.items():
        file = _area_file(atlas, area_id)
        own = float(atlas.skin.area @ (area.weights * atlas.skin.right))
        across = float(atlas.skin.area @ (area.weights * ~atlas.skin.right))
        if not LEAST_AREA_CM2 <= own <= MOST_AREA_CM2:
            problems.add(
                file,
                area_id,
                f"covers {own:.0f} cm2 of its side; allowed "
                f"{LEAST_AREA_CM2:.0f} to {MOST_AREA_CM2:.0f}",
            )
        if across and all(side == "same" for _, side in area.brushes):
            problems.add(file, area_id, "reaches the other side without saying so")


def narrow_places_lie_on_their_nerve(atlas: Atlas, problems: Problems) -> None:
    """A narrow place stands over a drawn branch of its nerve and names muscles that exist."""
    for nerve in atlas.nerves:
        file = f"nerves/{nerve.id}.toml"
        for narrow in nerve.narrow_places:
            for muscle in narrow.muscles:
                if muscle not in atlas.records.muscles:
                    hint = nearest(muscle, atlas.records.muscles)
                    problems.add(file, narrow.id, f"unknown muscle {muscle!r}{hint}")
            place = atlas.narrow_places.get(narrow.id)
            if place is None or not nerve.branches:
                continue
            at = VIEWS[narrow.view].project(place.xyz)[0]
            gap = _gap_to_nerve(atlas, [b.id for b in nerve.branches], narrow.view, at)
            if NARROW_PLACE_MM < gap < float("inf"):
                problems.add(
                    file,
                    narrow.id,
                    f"lies {gap:.0f} mm from the nerve in the view "
                    f"{narrow.view!r}; allowed {NARROW_PLACE_MM:.0f}",
                )


def _gap_to_nerve(atlas: Atlas, branches: list[str], view: str, at: np.ndarray) -> float:
    drawn = atlas.computed.drawings[view]["nerves"]
    lines = [
        line
        for branch in branches
        for item in drawn.get(branch, [])
        for line in path_to_lines(item["path"])
    ]
    return min(
        (float(np.linalg.norm(line - at, axis=1).min()) for line in lines), default=float("inf")
    )


def nerves_drawn_and_recorded(atlas: Atlas, problems: Problems) -> None:
    """Every branch is drawn in some view, and every drawn branch has a record."""
    drawn = {b for drawing in atlas.computed.drawings.values() for b in drawing["nerves"]}
    recorded = {b.id: n.id for n in atlas.nerves for b in n.branches}
    for branch in sorted(set(recorded) - drawn):
        problems.add(
            f"nerves/{recorded[branch]}.toml",
            branch,
            "is drawn in no view; run tools/build_anatomy.py",
        )
    for branch in sorted(drawn - set(recorded)):
        problems.add("computed/views", branch, "is drawn but has no record")


def pressed_nerves_run_near(atlas: Atlas, problems: Problems) -> None:
    """A nerve that a muscle may press on exists, and runs by that muscle on the reference body."""
    for muscle in atlas.muscles:
        near = {
            item["nerve"]
            for item in atlas.near_nerves(muscle.id)
            if item["distance_mm"] <= PRESSED_MM
        }
        file, measured = f"muscles/{muscle.id}.toml", atlas.computed.is_measured(muscle.id)
        for point in muscle.trigger_points:
            for nerve in point.nerve_risk.nerves if point.nerve_risk else []:
                if nerve not in atlas.records.nerves:
                    hint = nearest(nerve, atlas.records.nerves)
                    problems.add(file, f"{point.id} nerve_risk", f"unknown nerve {nerve!r}{hint}")
                elif measured and atlas.nerve(nerve).branches and nerve not in near:
                    problems.add(
                        file,
                        f"{point.id} nerve_risk",
                        f"{nerve!r} runs more than {PRESSED_MM:.0f} mm from the muscle",
                    )


def signs_name_what_exists(atlas: Atlas, problems: Problems) -> None:
    """A sign that rests on muscles or regions names those of the atlas."""
    measured = atlas.computed.region_order
    for sign_id, sign in atlas.records.nerve_signs.items():
        for muscle in sign.muscles:
            if muscle not in atlas.records.muscles:
                hint = nearest(muscle, atlas.records.muscles)
                problems.add("nerve_signs.toml", sign_id, f"unknown muscle {muscle!r}{hint}")
        for region in sign.regions:
            if region not in measured:
                hint = nearest(region, measured)
                problems.add("nerve_signs.toml", sign_id, f"unknown region {region!r}{hint}")


def joints_name_what_exists(atlas: Atlas, problems: Problems) -> None:
    """A joint is felt in regions that there are, each named once by a source."""
    measured = atlas.computed.region_order
    for key, joint in atlas.records.joints.items():
        for felt in joint.felt:
            for region in felt.regions:
                if region not in measured:
                    hint = nearest(region, measured)
                    problems.add("joints.toml", f"{key} felt", f"unknown region {region!r}{hint}")


def one_main_nerve(atlas: Atlas, problems: Problems) -> None:
    """One nerve is the main one, and leaves the pelvis at one place; others are part of it, or of
    a nerve that exists."""
    main = [nerve for nerve in atlas.nerves if nerve.main]
    for nerve in main[1:]:
        problems.add(f"nerves/{nerve.id}.toml", "main", f"{main[0].id!r} is main, too")
    if not main:
        problems.add("nerves", "main", "no nerve is the main one")
    for nerve in atlas.nerves:
        file = f"nerves/{nerve.id}.toml"
        if nerve.part_of and nerve.part_of not in atlas.records.nerves:
            hint = nearest(nerve.part_of, atlas.records.nerves)
            problems.add(file, "part_of", f"unknown nerve {nerve.part_of!r}{hint}")
        exits = [place.id for place in nerve.narrow_places if place.leaves_pelvis]
        if nerve in main[:1] and len(exits) != 1:
            problems.add(file, "leaves_pelvis", f"of {len(exits)} narrow places; allowed: of one")
        elif exits and not nerve.main:
            problems.add(file, exits[0], "leaves_pelvis is for the main nerve")


RULES = (
    joints_name_what_exists,
    one_main_nerve,
    plausible_skin_areas,
    narrow_places_lie_on_their_nerve,
    nerves_drawn_and_recorded,
    pressed_nerves_run_near,
    signs_name_what_exists,
)
