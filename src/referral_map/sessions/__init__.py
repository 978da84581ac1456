"""Sessions: what a person marked, answered and wrote, as one file that they keep."""

from .compare import Change, Comparison, Visit, compare
from .dates import date_locale, machine_tag, written
from .file_names import file_name
from .files import MOST_BYTES, Opened, as_text, open_session, write_session
from .marked_twice import each_region_once
from .reading import Reading, atlas_for, fitted, notes_on, read
from .record import FORMAT, VERSION, Session, json_schema, session_of
from .several import SeveralOpened, open_several
from .trouble import SessionError
from .visit_times import TimeAxis

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
    "SeveralOpened",
    "TimeAxis",
    "Visit",
    "as_text",
    "atlas_for",
    "compare",
    "date_locale",
    "each_region_once",
    "file_name",
    "fitted",
    "json_schema",
    "machine_tag",
    "notes_on",
    "open_session",
    "open_several",
    "read",
    "session_of",
    "write_session",
    "written",
]
