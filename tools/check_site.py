"""Checks the built documentation: every link leads somewhere, and nothing comes from another host.

python tools/check_site.py build/docs        exit code 1, and a line a fault, when there is one

A link that a person follows may lead to another host; whether that host answers is not asked. What
a page loads by itself (scripts, styles, pictures, fonts) must lie beside it.
"""

from __future__ import annotations

import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

LOADS = {
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "iframe": ("src",),
    "image": ("href", "xlink:href"),
    "img": ("src", "srcset"),
    "input": ("src",),
    "link": ("href",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "use": ("href", "xlink:href"),
    "video": ("src", "poster"),
}
"""Attributes whose address a browser asks for by itself, by element."""

_STYLE_LOAD = re.compile(r"""url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)""")
_SCRIPT_LOAD = re.compile(
    r"""(?:\bfetch|\bimport|importScripts|\.open|new\s+(?:Worker|EventSource|WebSocket))\s*"""
    r"""\(?[^)\n]{0,40}?["'`]((?:https?:|wss?:)?//[^"'`]+)|\.(?:src|href)\s*=\s*["'`]((?:https?:)?//[^"'`]+)"""
)


class _Page(HTMLParser):
    """What a page holds: ids, links to follow, addresses it loads, styles and scripts in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loads: list[str] = []
        self.styles: list[str] = []
        self.scripts: list[str] = []
        self._within = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._within = tag
        self.ids.update(given[name] for name in ("id", "name") if given.get(name))
        self.styles.append(given.get("style", ""))
        if tag == "a" and "href" in given:
            self.links.append(given["href"])
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.links.append(given.get("content", "").partition("url=")[2])
        for name in LOADS.get(tag, ()):
            if name == "srcset":
                parts = given.get(name, "").split(",")
                self.loads += [part.split()[0] for part in parts if part.strip()]
            elif given.get(name):
                self.loads.append(given[name])

    def handle_endtag(self, tag: str) -> None:
        if tag == self._within:
            self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within in ("style", "script"):
            getattr(self, f"{self._within}s").append(data)


def faults(site: Path) -> list[str]:
    """Every fault of a built site, one line each; raises ValueError where there is no page."""
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    if not pages:
        raise ValueError(f"no page in {str(site)!r}")
    problems = []
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        problems += [f"{name}: {each}" for each in _lost(site, path, page, pages)]
        inside = [*page.loads, *_in_styles(page.styles), *_in_scripts(page.scripts)]
        problems += [
            f"{name}: loads {each} from another host" for each in inside if _elsewhere(each)
        ]
    for path in sorted(site.rglob("*.css")):
        problems += _other_hosts(site, path, _in_styles([path.read_text(encoding="utf-8")]))
    for path in sorted(site.rglob("*.js")):
        problems += _other_hosts(site, path, _in_scripts([path.read_text(encoding="utf-8")]))
    return problems


def _lost(site: Path, path: Path, page: _Page, pages: dict[Path, _Page]) -> list[str]:
    """What a page links to or loads, and is not there."""
    problems = []
    for address in [*page.links, *page.loads]:
        parts = urlsplit(address)
        if parts.scheme or parts.netloc:
            continue
        target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
        place = unquote(parts.fragment)
        if not target.is_file() or not target.is_relative_to(site.resolve()):
            problems.append(f"{address} leads nowhere")
        elif place and target in pages and place not in pages[target].ids:
            problems.append(f"{address} leads to a place that the page does not have")
    return problems


def _elsewhere(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ws", "wss")


def _in_styles(styles: list[str]) -> list[str]:
    return [a or b for style in styles for a, b in _STYLE_LOAD.findall(style)]


def _in_scripts(scripts: list[str]) -> list[str]:
    return [a or b for script in scripts for a, b in _SCRIPT_LOAD.findall(script)]


def _other_hosts(site: Path, path: Path, addresses: list[str]) -> list[str]:
    name = path.relative_to(site).as_posix()
    return [f"{name}: loads {each} from another host" for each in addresses if _elsewhere(each)]


def main(arguments: list[str]) -> int:
    """Prints the faults of a site, and returns the exit code."""
    if len(arguments) != 1:
        print("usage: python tools/check_site.py FOLDER", file=sys.stderr)
        return 2
    site = Path(arguments[0]).resolve()
    problems = faults(site)
    for fault in problems:
        print(fault)
    number = len(list(site.rglob("*.html")))
    print(f"{number} pages: {len(problems) or 'no'} fault{'' if len(problems) == 1 else 's'}")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
