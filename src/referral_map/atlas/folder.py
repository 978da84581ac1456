"""Where the anatomy data is: beside the package in a wheel, at the top of the repo otherwise."""

from __future__ import annotations

from pathlib import Path

from ..errors import ReferralMapError

_PACKAGE = Path(__file__).resolve().parents[1]


def anatomy_folder() -> Path:
    """The folder of data that ships with this library."""
    for folder in (_PACKAGE / "anatomy", _PACKAGE.parents[1] / "anatomy"):
        if (folder / "sources.toml").is_file():
            return folder
    raise ReferralMapError(f"no anatomy data beside {_PACKAGE.name}; reinstall the package")
