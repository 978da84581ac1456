"""A therapist's page: any muscle in its layer, where it hurts, and the story to tell of it."""

from collections.abc import Mapping
from typing import Any

from referral_map.app import components
from referral_map.atlas import Atlas
from referral_map.sessions import Session


def draw(atlas: Atlas, session: Session, shared: Mapping[str, Any]) -> None:
    """The whole page is one component: nothing on it needs the server."""
    components.teach(shared)
