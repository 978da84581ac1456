"""A therapist's page: any muscle in its layer, where it hurts, and the story to tell of it."""

from typing import Any

from referral_map.atlas import Atlas
from referral_map.sessions import Session


def parts(atlas: Atlas, session: Session) -> dict[str, Any]:
    """One part: nothing on it needs the server."""
    return {"teach": {}}
