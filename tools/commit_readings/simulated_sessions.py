"""Simulated sessions: regions, strokes, answers, free text and pressed points, all from a seed.

They are plain data of version 3 of the session format, the first with two bodies: commits from
before it had another body, and read nothing alike.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from benchmarks.parts.simulated import BRUSH, LEVELS, REGIONS, Simulator
from referral_map.atlas import Atlas
from referral_map.domain import BODIES
from referral_map.geometry.body_frame import SIDES, VIEWS
from referral_map.matching.marks import QUALITIES
from referral_map.matching.pressed import FINDINGS
from referral_map.nerves import ANSWERS
from referral_map.sessions.reading import question_ids

from .free_text import free_text

LANGUAGES = ("en", "es")
EMPTY = 0.02
"""Share of the sessions in which nothing is marked."""

LOOSE_REGIONS, ERASED, RATED, WRITTEN, PRESSED, ANSWERED = 0.2, 0.25, 0.7, 0.5, 0.4, 0.6
"""Shares of the sessions with regions that no point explains, with an eraser stroke, with
intensities and qualities, with free text, with pressed points, and with answers."""


class SessionMaker:
    """Makes sessions on the body of an atlas."""

    def __init__(self, atlas: Atlas) -> None:
        self.simulator = Simulator(atlas)
        self.atlases = {code: atlas.in_language(code) for code in LANGUAGES}
        self.regions = [region.id for region in atlas.regions]
        self.points = [point.id for point in atlas.trigger_points]
        self.questions = sorted(question_ids(atlas))

    def session(self, seed: int, number: int) -> dict[str, Any]:
        """The session of a number among those of a seed."""
        rng = np.random.default_rng([seed, number])
        language = LANGUAGES[number % len(LANGUAGES)]
        columns = self.simulator.points(1 + int(rng.integers(3)), rng)
        return {
            "format": "referral-map-session",
            "version": 3,
            "language": language,
            "body": str(rng.choice(BODIES)),
            "weigh_common": bool(rng.random() < 0.8),
            "marks": self._marks(columns, rng),
            "answers": self._answers(rng) if rng.random() < ANSWERED else {},
            "text": free_text(self.atlases[language], rng) if rng.random() < WRITTEN else "",
            "pressed": self._pressed(columns, rng) if rng.random() < PRESSED else {},
        }

    def _marks(self, columns: tuple[int, ...], rng: np.random.Generator) -> list[dict[str, Any]]:
        if rng.random() < EMPTY:
            return []
        way = (BRUSH, REGIONS)[int(rng.integers(2))]
        level = LEVELS[list(LEVELS)[int(rng.integers(len(LEVELS)))]]
        hurts = np.flatnonzero(self.simulator.drawing(columns, level, way, rng))
        rated = bool(rng.random() < RATED)
        if way == REGIONS:
            numbers = np.unique(self.simulator.skin.region[hurts])
            marks = [self._region(self.regions[k], rated, rng) for k in numbers if k >= 0]
        else:
            marks = [self._stroke(hurts, rated, rng) for _ in range(1 + rng.integers(5))]
        if rng.random() < LOOSE_REGIONS:
            marks += [self._region(str(each), rated, rng) for each in rng.choice(self.regions, 2)]
        if rng.random() < ERASED:
            path = self._path(hurts, rng)
            marks.append({"kind": "eraser", **path, "size_cm": _size(rng)})
        return marks

    def _region(self, region: str, rated: bool, rng: np.random.Generator) -> dict[str, Any]:
        return {"kind": "region", "region": region, **_rating(rated, rng)}

    def _stroke(self, hurts: np.ndarray, rated: bool, rng: np.random.Generator) -> dict[str, Any]:
        path = self._path(hurts, rng)
        return {"kind": "brush", **path, "size_cm": _size(rng), **_rating(rated, rng)}

    def _path(self, hurts: np.ndarray, rng: np.random.Generator) -> dict[str, Any]:
        """A path down the page over skin that hurts, on one of the bodies; over any skin where no
        view shows that."""
        body = BODIES[int(rng.integers(len(BODIES)))]
        skin = self.atlases[LANGUAGES[0]].skin_of(body)
        seen = {name: hurts[skin.seen[name][hurts]] for name in VIEWS}
        visible = [name for name, points in seen.items() if len(points)]
        view = str(rng.choice(visible or list(VIEWS)))
        points = seen[view] if visible else np.flatnonzero(skin.seen[view])
        through = rng.choice(points, min(len(points), 1 + int(rng.integers(8))), replace=False)
        places = VIEWS[view].project(skin.xyz[through]) + rng.normal(scale=5, size=(1, 2))
        places = places[np.argsort(places[:, 1], kind="stable")]
        path = [[round(float(u), 1), round(float(v), 1)] for u, v in places]
        return {"body": body, "view": view, "path": path}

    def _answers(self, rng: np.random.Generator) -> dict[str, str]:
        asked = rng.choice(self.questions, 1 + int(rng.integers(8)), replace=False)
        return {str(each): str(rng.choice(ANSWERS, p=(0.4, 0.4, 0.2))) for each in asked}

    def _pressed(self, columns: tuple[int, ...], rng: np.random.Generator) -> dict[str, str]:
        """Findings at the points the pain came from, and at others."""
        table = self.simulator.table.points
        keys = [f"{table[k].trigger_point}:{table[k].side}" for k in columns]
        keys += [f"{rng.choice(self.points)}:{rng.choice(SIDES)}" for _ in range(rng.integers(3))]
        return {key: str(rng.choice(list(FINDINGS))) for key in keys}


def _rating(rated: bool, rng: np.random.Generator) -> dict[str, Any]:
    """An intensity in half steps, one in twelve of them 0, and a quality; each may be missing."""
    if not rated:
        return {}
    intensity = 0.0 if rng.random() < 1 / 12 else float(rng.integers(1, 21)) / 2
    return {
        "intensity": intensity if rng.random() < 0.9 else None,
        "quality": str(rng.choice(QUALITIES)) if rng.random() < 0.6 else None,
    }


def _size(rng: np.random.Generator) -> float:
    """The width of a stroke in cm: most are narrow."""
    return round(float(np.clip(rng.lognormal(0.9, 0.6), 0.5, 12.0)), 1)
