"""How `make docs` builds the site: the pages as they stand in the repository, read by Sphinx.

The whole repository is the source folder, so that a link between two pages (or to a file of code)
is the same on the site, on GitHub and in an editor. Why Sphinx: docs/decisions/0019-docs-site.md.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from referral_map import __version__  # noqa: E402

project = "Trigger point referral map"
author = "The referral map project"
version = release = __version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc"]
root_doc = "docs/index"
include_patterns = [
    "README.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "anatomy/README.md",
    "docs/**.md",
]
# Folders without a page: Sphinx need not walk through them.
exclude_patterns = [".*", "build", "dist", "src", "tests", "node_modules"]

# The anchors that GitHub gives to headings, so that links with # hold in both places.
myst_heading_anchors = 4

# The public names stand at the top of the package, whatever module they come from.
add_module_names = False
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
# By name where a name says more than what it stands for.
autodoc_type_aliases = {"Mark": "Mark"}
python_display_short_literal_types = True
python_maximum_signature_line_length = 88

html_theme = "furo"
html_title = "Trigger point referral map"
html_favicon = "../src/referral_map/app/frontend/icon.svg"
html_static_path = ["site/static"]
html_css_files = ["site.css"]
html_extra_path = ["site/top"]
html_copy_source = False
html_show_sphinx = False
html_show_copyright = False

_APP = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))["theme"]
html_theme_options = {
    f"{theme}_css_variables": {
        "color-brand-primary": _APP[theme]["linkColor"],
        "color-brand-content": _APP[theme]["linkColor"],
    }
    for theme in ("light", "dark")
}

EXAMPLES = ROOT / "docs/examples"
MADE = ROOT / "build/examples"
"""Where the examples write; the page about them shows what is here."""


def run_examples(_app: Sphinx) -> None:
    """Run every example, so that what the site shows of it is what it prints today."""
    MADE.mkdir(parents=True, exist_ok=True)
    running = {}
    for script in sorted(EXAMPLES.glob("*.py")):
        with (MADE / f"{script.stem}.txt").open("w") as printed:
            running[script] = subprocess.Popen([sys.executable, script], cwd=MADE, stdout=printed)
    for script, process in running.items():
        if process.wait() != 0:
            raise ExtensionError(f"{script.name} failed; what it wrote stands above")


def setup(app: Sphinx) -> None:
    """Called by Sphinx."""
    app.connect("builder-inited", run_examples)
