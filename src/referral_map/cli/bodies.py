"""On which body a command reads and draws: the one asked for, else that of the saved session."""

from __future__ import annotations

from argparse import Namespace

from ..atlas import Atlas, load_atlas
from ..atlas.building import checked_body
from ..domain import MEASURED_BODY, Body
from ..sessions import Session
from .speaking import in_its_language


def body_of(options: Namespace, session: Session | None = None) -> Body:
    """The body asked for; else that of a session; else the one that was measured.

    Raises UnknownName for a body that was asked for and that there is not.
    """
    if options.body is not None:
        return checked_body(options.body)
    return (session.body if session else None) or MEASURED_BODY


def with_body(options: Namespace, session: Session) -> Session:
    """A session on its body, as ``body_of`` tells. Raises as that."""
    return session.model_copy(update={"body": body_of(options, session)})


def atlas_of(options: Namespace, *sessions: Session) -> Atlas:
    """The atlas that the options and sessions ask for, on the body of the last session.

    Raises UnknownName for a language or a body that was asked for and that there is not.
    """
    body = body_of(options, sessions[-1] if sessions else None)
    return in_its_language(load_atlas(body=body), options, *sessions)
