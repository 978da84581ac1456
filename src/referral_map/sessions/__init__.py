"""Sessions: what a person marked, answered and wrote, as one file that is theirs."""

from .files import MOST_BYTES, Opened, as_text, open_session, write_session
from .reading import Reading, fitted, read
from .record import FORMAT, VERSION, Session, SessionError, json_schema, session_of

__all__ = [
    "FORMAT",
    "MOST_BYTES",
    "VERSION",
    "Opened",
    "Reading",
    "Session",
    "SessionError",
    "as_text",
    "fitted",
    "json_schema",
    "open_session",
    "read",
    "session_of",
    "write_session",
]
