"""The options of every command, and what ``--help`` says of them."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import NoReturn

from .. import __version__
from ..domain import ANSWERS, BODIES, MEASURED_BODY, PAPERS, SIDES
from ..errors import ReferralMapError
from ..matching import FINDINGS
from ..words import Words
from . import commands
from .paper import usual_here

_PAGE = "FILE.pdf|png|svg"


class _Help(argparse.HelpFormatter):
    """Begins the usage in the language of the help."""

    def __init__(self, prog: str, words: Words) -> None:
        super().__init__(prog)
        self._words = words

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],  # pyright: ignore[reportPrivateUsage]
        prefix: str | None = None,
    ) -> None:
        """The usage, with the word that stands before it."""
        begun = self._words("cli.help.usage") if prefix is None else prefix
        super().add_usage(usage, actions, groups, begun)


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line instead of printing the usage, and helps in a language."""

    def __init__(
        self, words: Words, prog: str | None = None, description: str | None = None
    ) -> None:
        super().__init__(prog, None, description, add_help=False)
        self.formatter_class = partial(_Help, words=words)
        self._words = words
        self._positionals.title = words("cli.help.arguments")
        self._optionals.title = words("cli.help.options")
        self.add_argument("-h", "--help", action="help", help=words("cli.help.help"))

    def error(self, message: str) -> NoReturn:
        raise ReferralMapError(self._words("cli.error.see_help", problem=message))


class Options:
    """The options of the command in a language.

    commands: the names of all commands.
    """

    def __init__(self, words: Words) -> None:
        self._words = words
        self._parser = _Parser(words, "referral-map", words("cli.help.what"))
        version = words("cli.help.version")
        self._parser.add_argument("--version", action="version", version=__version__, help=version)
        self._language(self._parser, None)
        self._parts = self._parser.add_subparsers(
            dest="command", required=True, parser_class=_Parser
        )
        self._about_the_atlas()
        self._about_a_drawing()
        self._about_sessions()
        self._about_pictures()
        self._about_the_data()
        self.commands = tuple(self._parts.choices)

    def read(self, given: list[str]) -> Namespace:
        """The options given. Raises ReferralMapError for what cannot be read."""
        return self._parser.parse_args(given)

    def _command(self, name: str, run: Callable[[Namespace], int]) -> argparse.ArgumentParser:
        words = self._words
        text = words(f"cli.help.command.{name.replace('-', '_')}")
        part = self._parts.add_parser(name, words=words, help=text, description=text)
        part.add_argument("--json", action="store_true", help=words("cli.help.json"))
        # Where it is not given here, one given before the name of the command holds.
        self._language(part, argparse.SUPPRESS)
        part.set_defaults(run=run)
        return part

    def _language(self, part: argparse.ArgumentParser, default: str | None) -> None:
        text = self._words("cli.help.language")
        part.add_argument("--language", metavar="CODE", default=default, help=text)

    def _about(self, option: str, **fields: object) -> str:
        return self._words(f"cli.help.option.{option}", **fields)

    def _about_the_atlas(self) -> None:
        self._command("regions", commands.regions)
        self._command("atlas", commands.atlas)

    def _about_a_drawing(self) -> None:
        part = self._command("match", commands.match)
        findings = ", ".join(FINDINGS)
        for option, metavar, text in (
            ("--region", "ID", self._about("region")),
            ("--answer", "KEY=VALUE", self._about("answer")),
            ("--also", "REGION=ANSWER", self._about("also", answers=", ".join(ANSWERS))),
            ("--pressed", "POINT=FINDING", self._about("pressed", findings=findings)),
        ):
            part.add_argument(option, action="append", default=[], metavar=metavar, help=text)
        part.add_argument("--text", default="", metavar="WORDS", help=self._about("text"))
        part.add_argument("--drawing", type=Path, metavar="FILE", help=self._about("drawing"))
        part.add_argument("--no-common", action="store_true", help=self._about("no_common"))
        part.add_argument("--no-evidence", action="store_true", help=self._about("no_evidence"))
        self._body(part)
        self._command("questions", commands.questions)

    def _about_sessions(self) -> None:
        saved = self._about("session")
        part = self._command("compare", commands.compare)
        part.add_argument("sessions", nargs="+", type=Path, metavar="SESSION", help=saved)
        part.add_argument("-o", "--output", type=Path, metavar=_PAGE, help=self._about("page"))
        self._paper(part)
        self._body(part)
        part = self._command("handout", commands.handout)
        part.add_argument("session", type=Path, metavar="SESSION", help=saved)
        self._output(part, _PAGE)
        self._paper(part)
        self._body(part)
        self._command("session-schema", commands.session_schema)

    def _about_pictures(self) -> None:
        part = self._command("figure", commands.figure)
        part.add_argument("trigger_point", metavar="TRIGGER_POINT")
        self._output(part, "FILE.png|svg|pdf")
        part.add_argument("--side", choices=SIDES, default=SIDES[0], help=self._about("side"))
        self._body(part)
        part = self._command("contact-sheets", commands.contact_sheets)
        self._output(part, "FOLDER", "folder")
        self._body(part)

    def _about_the_data(self) -> None:
        part = self._command("check", commands.check)
        part.add_argument("folder", nargs="?", type=Path, help=self._about("anatomy"))

    def _output(self, part: argparse.ArgumentParser, metavar: str, text: str = "output") -> None:
        about = self._about(text)
        part.add_argument("-o", "--output", type=Path, required=True, metavar=metavar, help=about)

    def _body(self, part: argparse.ArgumentParser) -> None:
        # The library checks it, and names the nearest.
        about = self._about("body", bodies=", ".join(BODIES), usual=MEASURED_BODY)
        part.add_argument("--body", metavar="BODY", help=about)

    def _paper(self, part: argparse.ArgumentParser) -> None:
        part.add_argument(
            "--paper", choices=PAPERS, default=usual_here(), help=self._about("paper")
        )
