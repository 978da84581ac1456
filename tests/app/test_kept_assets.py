"""What was worked out once is on disk for the next start, and never believed blindly."""

import gzip
import json

import pytest

from referral_map.app import assets
from referral_map.app.kept_assets import FOLDER, KeptAssets, cache_folder

NAME = "texts-es"


@pytest.fixture
def kept(tmp_path) -> KeptAssets:
    return KeptAssets(tmp_path / FOLDER, "now")


@pytest.fixture
def started(kept, monkeypatch):
    """As if a server that keeps assets had just started; says which it works out."""
    made = []
    monkeypatch.setattr(assets, "_kept", [kept])
    monkeypatch.setitem(assets._MAKERS, NAME, lambda: made.append(NAME) or {"language": "es"})
    monkeypatch.setattr(assets, "held_to_type", lambda *_: None)
    assets._make_asset.cache_clear()
    yield made
    assets._make_asset.cache_clear()


def test_the_second_start_reads_what_the_first_worked_out(started):
    first = assets.asset(NAME)
    assets._make_asset.cache_clear()
    second = assets.asset(NAME)
    assert started == [NAME]
    assert first == second
    assert json.loads(gzip.decompress(second.packed)) == second.content == {"language": "es"}


@pytest.mark.parametrize("damage", [b"", b"not packed", gzip.compress(b"{}")[:-4]])
def test_what_is_damaged_is_worked_out_again(started, kept, damage):
    first = assets.asset(NAME)
    (kept.own / f"{NAME}.json.gz").write_bytes(damage)
    assets._make_asset.cache_clear()
    assert assets.asset(NAME) == first
    assert started == [NAME, NAME]
    assert kept.find(NAME) == first.packed


def test_another_version_is_not_read_and_goes(kept, tmp_path):
    before = KeptAssets(tmp_path / FOLDER, "before")
    before.keep(NAME, gzip.compress(b"{}"))
    assert kept.find(NAME) is None
    kept.keep(NAME, gzip.compress(b"[]"))
    assert [each.name for each in (tmp_path / FOLDER).iterdir()] == ["now"]
    assert [each.name for each in kept.own.iterdir()] == [f"{NAME}.json.gz"]


@pytest.mark.usefixtures("started")
def test_where_nothing_can_be_written_nothing_is_kept_and_nobody_hears_of_it(tmp_path):
    (tmp_path / FOLDER).write_text("a file, where the folder should be")
    assert assets.asset(NAME).content == {"language": "es"}
    assert (tmp_path / FOLDER).read_text() == "a file, where the folder should be"


def test_the_folder_is_the_users_own(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / FOLDER
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    assert cache_folder() == tmp_path / "home" / ".cache" / FOLDER
