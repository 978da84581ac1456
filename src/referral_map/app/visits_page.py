"""Saved sessions side by side: what is gone, what is new, how far down the pain reaches."""

from collections.abc import Mapping
from typing import Any

from referral_map.app import components
from referral_map.atlas import Atlas
from referral_map.sessions import Session


def draw(atlas: Atlas, session: Session, shared: Mapping[str, Any]) -> None:
    """The page; the comparison itself is asked for by the browser."""
    components.visits(shared)
