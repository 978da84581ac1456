"""The files of anatomy/computed hold what their types promise, and nothing else."""

import json
from collections.abc import Iterable
from typing import Any, Literal, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from referral_map.atlas.folder import anatomy_folder
from referral_map.atlas.measured import Body, MuscleMeasure, NearNerve, Nerves, ViewShapes
from referral_map.domain import BODIES, DRAWN_VIEWS

FILES: dict[str, Any] = {
    "muscles.json": dict[str, MuscleMeasure],
    "near_nerves.json": dict[str, list[NearNerve]],
    **{f"{body}/body.json": Body for body in BODIES},
    **{f"{body}/nerves.json": Nerves for body in BODIES},
    **{f"{body}/views/{view}.json": ViewShapes for body in BODIES for view in DRAWN_VIEWS},
}


def misfits(value: object, kind: Any, where: str) -> Iterable[str]:
    """Where a value from JSON is not of a type; only types that ``measured.py`` is made of."""
    if is_typeddict(kind):
        if not isinstance(value, dict) or set(value) != kind.__required_keys__:
            yield where
            return
        for key, part in get_type_hints(kind).items():
            yield from misfits(value[key], part, f"{where}.{key}")
    elif get_origin(kind) is dict:
        for key, each in value.items() if isinstance(value, dict) else [(where, None)]:
            yield from misfits(each, get_args(kind)[1], f"{where}.{key}")
    elif get_origin(kind) is list:
        for each in value if isinstance(value, list) else [None]:
            yield from misfits(each, get_args(kind)[0], f"{where}[]")
    elif get_origin(kind) is Literal:
        yield from () if value in get_args(kind) else (where,)
    elif not isinstance(value, (int, float) if kind is float else kind):
        yield where


def test_every_file_of_numbers_and_paths_is_among_them():
    computed = anatomy_folder() / "computed"
    files = {path.relative_to(computed).as_posix() for path in computed.rglob("*.json")}
    assert files == set(FILES)


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_of_its_type(name):
    content = json.loads((anatomy_folder() / "computed" / name).read_text(encoding="utf-8"))
    assert content
    assert list(misfits(content, FILES[name], name)) == []


def test_a_misfit_is_seen():
    muscle = {"depth_mm": 10.5, "cover": 1, "layer": "deep"}
    for broken in (
        {**muscle, "more": 1},
        {**muscle, "layer": "outer"},
        {**muscle, "depth_mm": "10"},
        {"cover": 1},
    ):
        assert list(misfits({"a": muscle, "b": broken}, dict[str, MuscleMeasure], "file"))
    assert not list(misfits({"a": muscle}, dict[str, MuscleMeasure], "file"))
