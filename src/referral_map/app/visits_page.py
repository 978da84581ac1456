"""Saved sessions side by side: what is gone, what is new, how far down the pain reaches."""

from typing import Any

from referral_map.atlas import Atlas
from referral_map.sessions import Session


def parts(atlas: Atlas, session: Session) -> dict[str, Any]:
    """One part; the comparison itself is asked for by the browser."""
    return {"visits": {}}
