"""Writes what the browser has from Python: types, constants and colours. ``make contract``.

python tools/generate_browser_contract.py [--check]

With ``--check`` nothing is written: it fails, naming the files, where one of them is not fresh.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tools.browser_contract.declarations import declarations  # noqa: E402
from tools.browser_contract.javascript import constants_js  # noqa: E402
from tools.browser_contract.style_sheets import tokens_css, with_theme  # noqa: E402

FRONTEND = Path("src/referral_map/app/frontend")
SETTINGS = Path(".streamlit/config.toml")


def files() -> dict[Path, str]:
    """Every file that is written, by its path from the top of the repository."""
    return {
        FRONTEND / "types" / "wire.d.ts": declarations(),
        FRONTEND / "lib" / "constants.js": constants_js(),
        FRONTEND / "styles" / "tokens.css": tokens_css(),
        SETTINGS: with_theme((ROOT / SETTINGS).read_text(encoding="utf-8")),
    }


def not_fresh() -> list[Path]:
    """The files that are not as they would be written now."""
    return [path for path, text in files().items() if _there(ROOT / path) != text]


def _there(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def main(arguments: list[str]) -> int:
    """Writes the files, or checks them."""
    if arguments == ["--check"]:
        old = not_fresh()
        for path in old:
            print(f"{path} is not fresh: run make contract", file=sys.stderr)
        return 1 if old else 0
    if arguments:
        print("allowed: --check, or nothing", file=sys.stderr)
        return 2
    for path in not_fresh():
        (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
        (ROOT / path).write_text(files()[path], encoding="utf-8")
        print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
