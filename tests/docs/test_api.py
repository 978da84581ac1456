"""The public API is `__all__`: all of it is there, explained, and light to import."""

import re
import subprocess
import sys
from pathlib import Path

import referral_map

PAGE = Path(__file__).resolve().parents[2] / "docs" / "api.md"
DOCUMENTED = set(
    re.findall(r"auto\w+:: referral_map\.(\w+)(?:\(.*\))?$", PAGE.read_text(), re.MULTILINE)
)
PUBLIC = set(referral_map.__all__)


def test_the_page_documents_every_public_name_and_no_other():
    assert len(PUBLIC) > 30
    assert PUBLIC - {"__version__"} == DOCUMENTED


def test_every_public_name_is_there_and_says_what_it_is():
    things = {name: getattr(referral_map, name) for name in PUBLIC - {"__version__"}}
    bare = [name for name, thing in things.items() if len((thing.__doc__ or "").split()) < 4]
    assert bare == []


def test_what_is_not_underscored_is_public():
    modules = {name for name in vars(referral_map) if f"referral_map.{name}" in sys.modules}
    helpers = {"TYPE_CHECKING", "import_module"}
    named = {name for name in vars(referral_map) if not name.startswith("_")}
    assert named - modules - helpers <= PUBLIC


def test_no_public_name_hides_a_package():
    source = Path(referral_map.__file__).parent
    assert {path.stem for path in source.iterdir()} & PUBLIC == set()


def test_a_name_there_is_not_is_told_as_python_tells_it():
    code = "import referral_map; referral_map.pattern_figur"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "AttributeError: module 'referral_map' has no attribute 'pattern_figur'" in done.stderr


def test_matplotlib_is_loaded_when_something_is_drawn_and_not_before():
    code = (
        "import sys, referral_map\n"
        "print('matplotlib' in sys.modules, 'pattern_figure' in dir(referral_map))\n"
        "referral_map.pattern_figure\n"
        "print('matplotlib' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "True"]
