"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path


def write_whole(content: bytes, path: str | Path) -> None:
    """Writes a file beside its place and puts it there when it is complete.

    What was there stays until then, a link stays a link, and only its owner may read it. Raises
    OSError, or ValueError for what is no path; then nothing unfinished is left.
    """
    target, unfinished = Path(os.path.realpath(path)), None
    try:
        handle, unfinished = tempfile.mkstemp(
            dir=target.parent, prefix=".unfinished-", suffix=".tmp"
        )
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, target)
        unfinished = None
    finally:
        if unfinished is not None:
            with suppress(OSError):
                os.unlink(unfinished)
