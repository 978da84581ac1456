"""Sessions: what a person marked, answered and wrote, as one file that they keep."""

from .compare import Change, Comparison, Visit, compare
from .files import MOST_BYTES, Opened, as_text, open_session, write_session
from .reading import Reading, fitted, read
from .record import FORMAT, VERSION, Session, json_schema, session_of
from .trouble import SessionError

__all__ = [
    "FORMAT",
    "MOST_BYTES",
    "VERSION",
    "Change",
    "Comparison",
    "Opened",
    "Reading",
    "Session",
    "SessionError",
    "Visit",
    "as_text",
    "compare",
    "fitted",
    "json_schema",
    "open_session",
    "read",
    "session_of",
    "write_session",
]
