"""``referral-map``: the atlas, the matching and the figures from a terminal.

Exit codes: 0 done; 1 ``check`` found problems; 2 bad input, with one line on stderr.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from ..errors import ReferralMapError
from ..sessions import SessionError
from ..words import Words, words_in
from .options import Options
from .speaking import ENGLISH, hint


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs a command and returns its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = words_in(ENGLISH)
    try:
        language, others = _language_and_others(given)
        if language is not None:
            words = words_in(language)
        options = Options(words)
        _check_command(others, options.commands, words)
        chosen = options.read(given)
        return chosen.run(chosen)
    except SessionError as error:
        return _refused(error.message_in(words))
    except ReferralMapError as error:
        return _refused(str(error))
    except BrokenPipeError:
        # The reader of the output has closed it (as `| head` does): stop quietly.
        sys.stderr.close()
        return 0


def _language_and_others(given: list[str]) -> tuple[str | None, list[str]]:
    """The language asked for, and all other arguments: help and errors speak it, too."""
    parser = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    parser.add_argument("--language")
    try:
        found, others = parser.parse_known_args(given)
    except argparse.ArgumentError:
        # Without a code behind it; reading all options says so.
        return None, given
    return found.language, others


def _check_command(given: list[str], names: Sequence[str], words: Words) -> None:
    """Raises ReferralMapError for a command that there is not, with the nearest one."""
    if given and not given[0].startswith("-") and given[0] not in names:
        raise ReferralMapError(
            words(
                "cli.error.command",
                given=repr(given[0]),
                hint=hint(words, given[0], names),
                allowed=", ".join(names),
            )
        )


def _refused(message: str) -> int:
    print("referral-map:", message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    sys.exit(main())
