"""Whatever is renamed in one file of the anatomy, the check names every file that still uses it."""

import random
import re
import shutil
from pathlib import Path
from typing import get_args

import pytest
from renaming import (
    MORE,
    in_table,
    problems_of,
    renamed_inside,
    renamed_record,
    renamed_region,
    untranslated,
    users,
    with_records,
)
from small_anatomy import replace

import referral_map
from referral_map.atlas import check
from referral_map.atlas.learn_records import Role

LANGUAGES = ("es",)
SOURCE = Path(referral_map.__file__).parent
REGIONS_STAND_IN = (
    "subjects/",
    "examples.toml",
    "complaints.toml",
    "joints.toml",
    "nerve_signs.toml",
)


@pytest.fixture(scope="module", autouse=True)
def nothing_is_wrong_before(atlas) -> None:
    """The rules find nothing when nothing was renamed."""
    assert problems_of(atlas) == []


def named(problems) -> set[str]:
    assert all(str(problem).count("\n") == 0 for problem in problems)
    return {problem.file for problem in problems}


def outside_the_languages(files: set[str]) -> set[str]:
    return {file for file in files if not file.startswith("languages/")}


def test_a_renamed_trigger_point_is_missed_by_all_its_users(atlas):
    used = 0
    assert len(atlas.trigger_points) > 100
    for point in atlas.trigger_points:
        muscle = atlas.muscle_of(point.id).id
        own = Path(f"muscles/{muscle}.toml")
        renamed = renamed_inside(atlas, "muscles", muscle, "trigger_points", point.id)
        found = problems_of(renamed)
        using = users(atlas.folder, point.id, own)
        assert outside_the_languages(using) <= named(found), point.id
        for problem in found:
            assert f"unknown trigger point '{point.id}'" in problem.message
        used += bool(found)
        translations = untranslated(renamed, "muscles", muscle)
        assert translations == {f"languages/{code}/{own}" for code in LANGUAGES}, point.id
    assert used >= 8


def test_a_renamed_muscle_is_missed_by_all_its_users(atlas):
    assert len(atlas.muscles) > 60
    for muscle in atlas.muscles:
        own = Path(f"muscles/{muscle.id}.toml")
        found = named(problems_of(renamed_record(atlas, "muscles", muscle.id)))
        using = outside_the_languages(users(atlas.folder, muscle.id, own))
        assert using <= found, muscle.id
        assert f"self_care/{muscle.id}.toml" in using
        assert "computed/views" in found


def test_a_renamed_nerve_is_missed_by_all_its_users(atlas):
    used = 0
    for nerve in atlas.nerves:
        found = problems_of(renamed_record(atlas, "nerves", nerve.id))
        own = Path(f"nerves/{nerve.id}.toml")
        using = outside_the_languages(users(atlas.folder, nerve.id, own))
        assert using <= named(found), nerve.id
        used += bool(using)
    assert used >= 10


def test_a_renamed_narrow_place_is_missed_by_all_its_users(atlas):
    used, tried = 0, 0
    for nerve in atlas.nerves:
        own = Path(f"nerves/{nerve.id}.toml")
        for place in nerve.narrow_places:
            renamed = renamed_inside(atlas, "nerves", nerve.id, "narrow_places", place.id)
            using = outside_the_languages(users(atlas.folder, place.id, own))
            assert using == named(problems_of(renamed)), place.id
            assert untranslated(renamed, "nerves", nerve.id), place.id
            used += bool(using)
            tried += 1
    assert tried > 10
    assert used >= 1


def test_a_renamed_region_is_missed_by_all_its_users(atlas):
    used = 0
    for name in atlas.records.regions:
        found = named(problems_of(renamed_region(atlas, name)))
        using = users(atlas.folder, name, Path("regions.toml"))
        using |= {
            file
            for side in ("right", "left")
            for file in users(atlas.folder, f"{name}_{side}", Path("regions.toml"))
        }
        # Elsewhere the same word is a landmark.
        using = {file for file in using if file.startswith(REGIONS_STAND_IN)}
        assert using == found, name
        used += bool(using)
    assert used >= 15


def test_a_renamed_complaint_is_missed_by_all_its_users(atlas):
    assert len(atlas.complaints) >= 2
    for name in atlas.complaints:
        renamed = with_records(atlas, complaints=in_table(atlas.complaints, name))
        using = outside_the_languages(users(atlas.folder, name, Path("complaints.toml")))
        assert using
        # That nobody uses the new name is said in its own file.
        assert named(problems_of(renamed)) == using | {"complaints.toml"}, name


def test_a_renamed_subject_leaves_no_role_and_no_translation_behind(atlas):
    assert len(atlas.subjects) > 20
    for subject in atlas.subjects:
        assert not users(atlas.folder, subject, Path(f"subjects/{subject}.toml")) - {
            f"languages/{code}/subjects/{subject}.toml" for code in LANGUAGES
        }
        renamed = renamed_record(atlas, "subjects", subject)
        missing = untranslated(renamed, "subjects", subject + MORE)
        assert missing == {f"languages/{code}/subjects/{subject}{MORE}.toml" for code in LANGUAGES}


def test_the_whole_check_fails_for_a_trigger_point_renamed_in_its_file(shipped, atlas, tmp_path):
    folder = tmp_path / "anatomy"
    shutil.copytree(shipped, folder)
    for pictured in (True, False):
        choice = [
            point.id
            for point in atlas.trigger_points
            if pictured == bool(used_outside(atlas, point.id))
        ]
        name = random.choice(choice)
        own = _file(atlas, name).as_posix()
        replace(folder, own, f'id = "{name}"', f'id = "{name}{MORE}"')
        problems = check(folder)
        assert any(f"languages/es/{own}" == p.file and name in p.message for p in problems), name
        unknown = f"unknown trigger point '{name}'"
        assert pictured == any(unknown in problem.message for problem in problems), name
        replace(folder, own, f'id = "{name}{MORE}"', f'id = "{name}"')


def used_outside(atlas, point: str) -> set[str]:
    """The files that use a trigger point, but for its own and its translations."""
    return outside_the_languages(users(atlas.folder, point, _file(atlas, point)))


def _file(atlas, point: str) -> Path:
    return Path(f"muscles/{atlas.muscle_of(point).id}.toml")


def test_no_code_names_a_part_of_the_anatomy(atlas):
    """What code names, no rule can miss. Examples in docstrings may: doctests, and what is marked
    as code."""
    ids = {*atlas.records.muscles, *atlas.records.nerves, *atlas.subjects} - set(get_args(Role))
    ids |= {point.id for point in atlas.trigger_points}
    ids |= {place.id for nerve in atlas.nerves for place in nerve.narrow_places}
    ids |= {f"{region}{side}" for region in atlas.records.regions for side in ("_right", "_left")}
    assert len(ids) > 300
    files = [path for ending in ("js", "py") for path in SOURCE.rglob(f"*.{ending}")]
    assert len(files) > 100
    named = {
        f"{path.relative_to(SOURCE)}: {word}"
        for path in files
        for word in re.findall(
            "[\"']([a-z0-9_]+)[\"']", re.sub("``.*?``|>>>.*", "", path.read_text(encoding="utf-8"))
        )
        if word in ids
    }
    assert named == set()
