"""``referral-map``: the atlas, the matching and the figures from a terminal.

Exit codes: 0 done; 1 ``check`` found problems; 2 bad input, with one line on stderr.
"""

from __future__ import annotations

import argparse
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from .. import __version__
from ..errors import ReferralMapError
from ..geometry.place_language import nearest
from ..matching import FINDINGS
from . import commands


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line instead of printing the usage."""

    def error(self, message: str) -> NoReturn:
        raise ReferralMapError(f"{message}; see 'referral-map --help'")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="referral-map",
        description="Which trigger points might explain where "
        "it hurts. An education picture; it does not diagnose.",
    )
    parser.add_argument("--version", action="version", version=__version__)
    parts = parser.add_subparsers(dest="command", required=True, parser_class=_Parser)

    def add(name: str, run: Callable[[Namespace], int], text: str) -> argparse.ArgumentParser:
        part = parts.add_parser(name, help=text, description=text)
        part.add_argument("--json", action="store_true", help="print JSON")
        part.set_defaults(run=run)
        return part

    add("regions", commands.regions, "list the regions that can be marked")
    add("atlas", commands.atlas, "list muscles, trigger points, zones and sources")
    part = add("match", commands.match, "rank the trigger points that might explain a drawing")
    part.add_argument(
        "--region",
        action="append",
        default=[],
        metavar="ID",
        help="a region that hurts; give it again for more",
    )
    part.add_argument(
        "--answer",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="an answer to a question, as in foot_drop=yes; see 'questions'",
    )
    part.add_argument("--text", default="", metavar="WORDS", help="what the person says, in words")
    part.add_argument(
        "--pressed",
        action="append",
        default=[],
        metavar="POINT=FINDING",
        help=f"what pressing a point gave: {', '.join(FINDINGS)}",
    )
    part.add_argument(
        "--drawing",
        type=Path,
        metavar="FILE",
        help="a saved session; what else is given adds to it",
    )
    part.add_argument("--no-common", action="store_true", help="do not weigh how common a point is")
    add("questions", commands.questions, "list the questions that match --answer takes")
    part = add("compare", commands.compare, "compare saved sessions, from visit to visit")
    part.add_argument("sessions", nargs="+", type=Path, metavar="SESSION", help="a saved session")
    part.add_argument(
        "-o", "--output", type=Path, metavar="FILE.pdf|png|svg", help="write it as a page too"
    )
    _on_paper(part)
    part = add("handout", commands.handout, "write what a patient takes home")
    part.add_argument("session", type=Path, metavar="SESSION", help="a saved session")
    part.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.pdf|png|svg")
    _on_paper(part)
    add("session-schema", commands.session_schema, "print the JSON Schema of saved sessions")
    part = add("figure", commands.figure, "draw a trigger point and its pattern")
    part.add_argument("trigger_point", metavar="TRIGGER_POINT")
    part.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.png|svg|pdf")
    part.add_argument("--side", choices=("right", "left"), default="right")
    part = add("contact-sheets", commands.contact_sheets, "draw all patterns, a few a sheet")
    part.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER")
    part = add("check", commands.check, "hold the data to every rule")
    part.add_argument("folder", nargs="?", type=Path, help="an anatomy folder (default: the own)")
    return parser


def _on_paper(part: argparse.ArgumentParser) -> None:
    part.add_argument("--paper", choices=("a4", "letter"), default="a4")
    part.add_argument("--language", metavar="CODE", help="such as en or es")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        parser = _parser()
        names = [a for action in parser._actions if action.choices for a in action.choices]
        if given and not given[0].startswith("-") and given[0] not in names:
            raise ReferralMapError(
                f"unknown command {given[0]!r}{nearest(given[0], names)}; "
                f"allowed: {', '.join(names)}"
            )
        options = parser.parse_args(given)
        return options.run(options)
    except ReferralMapError as error:
        print(f"referral-map: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        # The reader of the output has closed it (as `| head` does): stop quietly.
        sys.stderr.close()
        return 0


if __name__ == "__main__":
    sys.exit(main())
