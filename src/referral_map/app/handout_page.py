"""What a person takes home: the points that were kept, name and note, and the file."""

from collections.abc import Mapping
from typing import Any

from referral_map.app import components
from referral_map.atlas import Atlas
from referral_map.sessions import Session, read


def draw(atlas: Atlas, session: Session, shared: Mapping[str, Any]) -> None:
    """The choices, and the handout made of them when it is asked for."""
    found = read(atlas, session)
    first = [f"{each.trigger_point}:{each.side}" for each in found.result.candidates[:3]]
    flags = [flag.as_dict() for flag in found.red_flags]
    components.handout(
        {**shared, "first": first, "red_flags": flags, "self_care": not found.urgent}
    )
