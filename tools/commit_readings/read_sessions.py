"""Reads sessions with the library of one commit; prints one line of JSON a session.

    PYTHONPATH=<commit>/src python tools/commit_readings/read_sessions.py <commit>/src <sessions>

The sessions are a file with one session of version 3 a line. Any commit runs this file, so it
imports nothing but names that stay: ``load_atlas``, and ``open_session`` and ``read`` of
``referral_map.sessions``, whose ``as_dict`` is the JSON of ``referral-map match --json``.
"""

from __future__ import annotations

import json
import sys
from io import TextIOWrapper
from pathlib import Path

import referral_map
from referral_map import load_atlas
from referral_map.sessions import open_session, read


def line_of(session: bytes) -> str:
    """The whole reading of a session file as one line, in the session's language."""
    opened = open_session(session).session
    reading = read(load_atlas(language=opened.language), opened).as_dict()
    return json.dumps(reading, sort_keys=True, ensure_ascii=False)


def main(source: str, sessions: str) -> None:
    """Command line entry."""
    imported = Path(referral_map.__file__).resolve()
    if not imported.is_relative_to(Path(source).resolve()):
        sys.exit(f"referral_map came from {imported.parent}, not from {source}")
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    for session in Path(sessions).read_bytes().splitlines():
        print(line_of(session))


if __name__ == "__main__":
    main(*sys.argv[1:])
