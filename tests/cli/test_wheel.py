"""The wheel: library, page and anatomy in one, working from anywhere."""

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from referral_map import __version__

pytestmark = pytest.mark.slow

REPOSITORY = Path(__file__).parents[2]
WHERE = """
import json, referral_map
from referral_map.atlas.folder import anatomy_folder
atlas = referral_map.load_atlas()
pain = referral_map.PainDrawing.from_regions(atlas, ["thigh_back_middle_right"])
print(json.dumps([referral_map.__file__, str(anatomy_folder()),
                  [c.muscle for c in referral_map.match(atlas, pain).candidates[:5]]]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Iterator[zipfile.ZipFile]:
    """The wheel that `pip install .` would make, without the network."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input", "wheel"]
    options = ["--no-build-isolation", "--no-deps", "--no-index", "--quiet"]
    done = subprocess.run(
        [*pip, *options, "--wheel-dir", str(folder), str(REPOSITORY)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (path,) = folder.glob("*.whl")
    with zipfile.ZipFile(path) as archive:
        yield archive


def files_below(folder: str) -> set[str]:
    """Files of a folder of the repository that belong to it, not left behind by running it."""
    root = REPOSITORY / folder
    found = (path for path in root.rglob("*") if path.is_file())
    return {
        path.relative_to(root).as_posix()
        for path in found
        if "__pycache__" not in path.parts and path.suffix not in (".pyc", ".glb")
    }


def test_it_holds_the_library_with_its_page_and_the_anatomy_and_nothing_else(wheel):
    library = {f"referral_map/{name}" for name in files_below("src/referral_map")}
    anatomy = {f"referral_map/anatomy/{name}" for name in files_below("anatomy")}
    named = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert len(anatomy) >= 14 + 10
    assert any(name.startswith("referral_map/app/frontend/") for name in library)
    # Without it no type checker reads the types of the library.
    assert "referral_map/py.typed" in library
    assert named == library | anatomy


def test_it_is_small(wheel):
    assert sum(item.compress_size for item in wheel.infolist()) < 6_000_000


def test_it_brings_the_command_and_both_licences(wheel):
    info = {
        name.partition(".dist-info/")[2]: name for name in wheel.namelist() if ".dist-info/" in name
    }
    assert (
        "referral-map = referral_map.cli.main:main" in wheel.read(info["entry_points.txt"]).decode()
    )
    assert {"licenses/LICENSE", "licenses/anatomy/LICENSE"} <= set(info)
    assert f"\nVersion: {__version__}\n" in wheel.read(info["METADATA"]).decode()


def test_unpacked_anywhere_it_works_with_its_own_anatomy(wheel, tmp_path):
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    wheel.extractall(site)
    elsewhere.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", WHERE],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    library, anatomy, muscles = json.loads(done.stdout)
    assert Path(library) == site / "referral_map" / "__init__.py"
    assert Path(anatomy) == site / "referral_map" / "anatomy"
    assert "gluteus_minimus" in muscles
