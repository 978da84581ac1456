"""Python in a process of its own, with the library that is tested."""

import os
from pathlib import Path

import referral_map

LIBRARY = Path(referral_map.__file__).parents[1]


def environment() -> dict[str, str]:
    """The environment of this process, and the library found first."""
    return {**os.environ, "PYTHONPATH": str(LIBRARY)}
