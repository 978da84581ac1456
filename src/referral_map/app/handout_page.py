"""What a person takes home: the points that were kept, name and note, and the file."""

from typing import Any

from referral_map.atlas import Atlas
from referral_map.sessions import Session, read


def parts(atlas: Atlas, session: Session) -> dict[str, Any]:
    """The choices, and the handout made of them when it is asked for."""
    found = read(atlas, session)
    first = [f"{each.trigger_point}:{each.side}" for each in found.result.candidates[:3]]
    flags = [flag.as_dict() for flag in found.red_flags]
    return {"handout": {"first": first, "red_flags": flags, "self_care": not found.urgent}}
