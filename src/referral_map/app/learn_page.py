"""The self-care guide and the questions people ask, with pictures from the same map."""

from collections.abc import Mapping
from typing import Any

from referral_map.app import components
from referral_map.atlas import Atlas
from referral_map.sessions import Session, read


def draw(atlas: Atlas, session: Session, shared: Mapping[str, Any]) -> None:
    """The guide, or what to do instead when something needs a doctor first."""
    flags = [flag.as_dict() for flag in read(atlas, session).red_flags]
    components.learn({**shared, "red_flags": flags})
