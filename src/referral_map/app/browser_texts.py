"""Every text the browser shows, in one language: the words of the page, and those of the atlas."""

from typing import Any

import numpy as np

from referral_map.atlas import Atlas
from referral_map.atlas.credit import holds
from referral_map.atlas.drawings import CREDIT
from referral_map.atlas.flag_records import RedFlagRecord
from referral_map.atlas.learn import subjects_of
from referral_map.atlas.nerve_records import NerveRecord
from referral_map.json_data import to_json
from referral_map.nerves import nerve_questions
from referral_map.red_flags import (
    Question,
    SelfCareChange,
    every_change,
    help_lines_of,
    questions,
)
from referral_map.words import words_in

_OF_THE_COMMAND = "cli."
"""What these keys hold only ``referral-map`` says."""

LEAST_SHARE = 0.02
"""A region is listed for a point when it holds at least this share of the point's pattern."""

LEAST_COVERED = 0.1
"""A point is listed for a region when its pattern covers at least this share of the region."""


def texts(atlas: Atlas) -> dict[str, Any]:
    """All texts by id. Facts are ``{text, sources}``; geometry stays out of it."""
    return {
        "language": atlas.language,
        "words": {
            key: text
            for key, text in words_in(atlas.language).texts.items()
            if not key.startswith(_OF_THE_COMMAND)
        },
        "credit": CREDIT,
        "regions": {region.id: region.name for region in atlas.regions},
        "felt_in": _points_of_regions(atlas),
        "muscles": {muscle.id: _muscle(atlas, muscle.id) for muscle in atlas.muscles},
        "trigger_points": _points(atlas),
        "nerves": {nerve.id: _nerve(nerve) for nerve in atlas.nerves},
        "dermatomes": {
            each.id: each.model_dump(mode="json", include={"name", "words", "uncertainty"})
            for each in atlas.dermatomes
        },
        "joints": {
            key: joint.model_dump(mode="json", exclude={"felt"})
            for key, joint in atlas.records.joints.items()
        },
        "subjects": [subject.model_dump(mode="json") for subject in atlas.subjects.values()],
        "themes": [_theme(atlas, theme_id) for theme_id in atlas.records.themes],
        "tour": list(atlas.records.tour.nerves) if atlas.records.tour else [],
        "dose": atlas.dose.model_dump(mode="json"),
        "purpose": atlas.purpose.model_dump(mode="json"),
        "examples": [
            {"id": key, **example.model_dump(mode="json")}
            for key, example in atlas.records.examples.items()
        ],
        "flags": _flag_questions(atlas),
        "signs": [
            {"id": asked.id, "question": asked.question, "answers": list(asked.answers)}
            for asked in nerve_questions(atlas)
        ],
        "sources": {
            key: source.model_dump(mode="json", exclude_defaults=True)
            | ({} if holds(source) else {"weak": True})
            for key, source in atlas.sources.items()
        },
    }


def _flag_questions(atlas: Atlas) -> list[dict[str, Any]]:
    """The questions of the screen, each with what follows from a yes."""
    flags, changes = {flag.id: flag for flag in atlas.red_flags}, every_change(atlas)
    return [
        _flag_question(atlas, asked, flags[asked.id], changes.get(asked.id))
        for asked in questions(atlas)
    ]


def _flag_question(
    atlas: Atlas, asked: Question, flag: RedFlagRecord, change: SelfCareChange | None
) -> dict[str, Any]:
    return {
        "id": flag.id,
        "question": asked.words,
        "urgency": flag.urgency,
        "action": flag.action,
        "stops": flag.takes_over,
        "asked_at": list(flag.asked_at),
        "asked_first": list(flag.asked_first),
        "self_care": {key: value for key, value in change.as_dict().items() if key != "sign"}
        if change
        else None,
        "help_lines": [to_json(line) for line in help_lines_of(atlas, flag)],
    }


def _theme(atlas: Atlas, theme_id: str) -> dict[str, Any]:
    """A theme, with the ids of its subjects in the order in which they are read."""
    subjects = [subject.id for subject in subjects_of(atlas, theme_id)]
    theme = atlas.records.themes[theme_id]
    return {"id": theme_id, **theme.model_dump(mode="json"), "subjects": subjects}


def _muscle(atlas: Atlas, muscle_id: str) -> dict[str, Any]:
    muscle = atlas.muscle(muscle_id)
    content = muscle.model_dump(
        mode="json",
        exclude={"id", "trigger_points", "structures", "choices", "ids", "layer_reason"},
    )
    content["trigger_points"] = [point.id for point in muscle.trigger_points]
    content["depth_mm"] = atlas.computed.muscles[muscle_id]["depth_mm"]
    content["self_care"] = atlas.self_care[muscle_id].model_dump(mode="json", exclude={"muscle"})
    content["nerves_near"] = [
        {"nerve": near["nerve"], "distance_mm": near["distance_mm"]}
        for near in atlas.near_nerves(muscle_id)
    ]
    return content


def _points(atlas: Atlas) -> dict[str, Any]:
    regions = _regions_of_points(atlas)
    points: dict[str, Any] = {}
    for point in atlas.trigger_points:
        content = point.model_dump(mode="json", exclude={"id", "place", "essential", "spillover"})
        content["muscle"] = atlas.muscle_of(point.id).id
        for zone in ("essential", "spillover"):
            record = getattr(point, zone)
            content[zone] = record and {
                "text": record.words,
                "sources": list(record.sources),
                "how_sure": record.how_sure.model_dump(mode="json"),
            }
        content["felt"] = regions[point.id]
        points[point.id] = content
    return points


def _regions_of_points(atlas: Atlas) -> dict[str, list[tuple[str, float]]]:
    """By right-sided point: ``[region, share 0..1 of the pattern there]``, the largest first."""
    names = [region.id for region in atlas.regions]
    regions: dict[str, list[tuple[str, float]]] = {}
    for point in atlas.trigger_points:
        share, _ = _shares(atlas, point.id)
        order = [
            int(each) for each in np.argsort(-share, kind="stable") if share[each] >= LEAST_SHARE
        ]
        regions[point.id] = [(names[each], round(float(share[each]), 3)) for each in order]
    return regions


def _points_of_regions(atlas: Atlas) -> dict[str, list[tuple[str, float, float]]]:
    """By region: ``[right-sided point, share 0..1 of its pattern there, share 0..1 of the region
    that its pattern covers]``, in the atlas's order. What the other side's points do is the mirror
    of this."""
    names = [region.id for region in atlas.regions]
    points: dict[str, list[tuple[str, float, float]]] = {name: [] for name in names}
    for point in atlas.trigger_points:
        for name, share, covered in zip(names, *_shares(atlas, point.id), strict=True):
            if share >= LEAST_SHARE or covered >= LEAST_COVERED:
                points[name].append((point.id, round(float(share), 3), round(float(covered), 3)))
    return points


def _shares(atlas: Atlas, point_id: str) -> tuple[np.ndarray, np.ndarray]:
    """By region, for a right-sided point: the share of its pattern that lies there, by weight, and
    the share of the region's skin that the pattern covers."""
    skin, count = atlas.skin, len(atlas.regions)
    inside = skin.region >= 0
    weights = atlas.pattern_weights(point_id)

    def in_regions(each: np.ndarray) -> np.ndarray:
        return np.bincount(skin.region[inside], each[inside], count)

    share = in_regions(skin.area * weights) / (skin.area * weights).sum()
    covered = in_regions(skin.area * (weights > 0)) / in_regions(skin.area)
    return share, covered


def _nerve(nerve: NerveRecord) -> dict[str, Any]:
    content = nerve.model_dump(
        mode="json",
        include={
            "name", "latin", "plain_name", "other_names", "roots", "part_of", "course", "supplies",
            "in_plain_words", "variants", "main",
        },
    )  # fmt: skip
    content["skin_fields"] = [
        {"id": field.id, "name": field.name, "words": field.words, "uncertainty": field.uncertainty}
        for field in nerve.skin_fields
    ]
    content["narrow_places"] = [
        place.model_dump(mode="json", exclude={"place", "leaves_pelvis"})
        for place in nerve.narrow_places
    ]
    return content
