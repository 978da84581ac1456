"""What was worked out from the atlas, kept on the server's disk: the next start is quicker.

Nothing of a person is in it. It is keyed by all that it was made from, so it is never out of date;
what cannot be read is worked out again, and where nothing can be written nothing is kept.
"""

from __future__ import annotations

import gzip
import os
import shutil
import zlib
from contextlib import suppress
from pathlib import Path

from referral_map.whole_files import write_whole

FOLDER = "trigger-point-referral-map"


def cache_folder() -> Path:
    """Where programs of this user keep what can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / FOLDER


class KeptAssets:
    """The packed assets of one version in a folder of their own."""

    def __init__(self, folder: Path, version: str) -> None:
        self.own = folder / version
        self.all = folder

    def find(self, name: str) -> bytes | None:
        """An asset as it was kept, gzipped; None where it was not, or is damaged."""
        try:
            packed = (self.own / f"{name}.json.gz").read_bytes()
            is_whole = gzip.decompress(packed) != b""
        except (OSError, EOFError, zlib.error):
            return None
        return packed if is_whole else None

    def keep(self, name: str, packed: bytes) -> None:
        """Keep an asset, whole or not at all; with the first of a version all others go."""
        with suppress(OSError):
            if not self.own.exists():
                shutil.rmtree(self.all, ignore_errors=True)
                self.own.mkdir(parents=True, mode=0o700)
            write_whole(packed, self.own / f"{name}.json.gz")
