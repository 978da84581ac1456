"""The self-care guide and the questions people ask, with pictures from the same map."""

from typing import Any

from referral_map.atlas import Atlas
from referral_map.sessions import Session, read


def parts(atlas: Atlas, session: Session) -> dict[str, Any]:
    """The guide, or what to do instead when something needs a doctor first."""
    flags = [flag.as_dict() for flag in read(atlas, session).red_flags]
    return {"learn": {"red_flags": flags}}
