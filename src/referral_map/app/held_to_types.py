"""Whether what goes to the browser is held to its type (``wire``): in tests, not for people."""

import os
from typing import Any, Literal

CHECK_WIRE = "REFERRAL_MAP_CHECK_WIRE"
"""The variable of the environment that turns it on. The types are not even loaded without it."""


def held_to_type(what: Literal["answer", "asset", "page"], *given: Any) -> None:
    """Calls ``wire.check_<what>`` where checks are on, which raises ValidationError."""
    if os.environ.get(CHECK_WIRE):
        from referral_map.app import wire

        getattr(wire, f"check_{what}")(*given)
