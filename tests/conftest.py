"""How laws are tried: without a stop-watch, and the same examples each time where CI asks.

Everything that a test has sent to the browser is held to its type on the way.
"""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from referral_map import Atlas, load_atlas
from referral_map.atlas.drawings import Drawings, drawings

settings.register_profile(
    "laws", deadline=None, max_examples=40, derandomize=os.environ.get("CI") == "true"
)
# What `make test-fast` asks for: enough to see that a law is broken, not to find its rarest case.
settings.register_profile("fast", settings.get_profile("laws"), max_examples=10)
settings.load_profile("laws")

os.environ["REFERRAL_MAP_CHECK_WIRE"] = "1"


SLOW = {
    *("app/test_answers.py", "app/test_browser_contract.py", "app/test_page.py"),
    *("app/test_serving.py", "atlas/test_unmeasured.py"),
    *("app/test_wire.py", "atlas/test_all_problems_at_once.py", "atlas/test_drawings.py"),
    *("atlas/test_languages.py", "atlas/test_renames.py", "atlas/test_third_language.py"),
    *("cli/test_bad_input.py", "cli/test_commands.py", "cli/test_handout.py"),
    *("docs/test_api.py", "docs/test_examples.py", "figures/test_pattern_figure.py"),
    *("figures/test_saved_files.py", "report/test_drawing_shapes.py", "report/test_handout_pdf.py"),
    *("report/test_private_note.py", "report/test_visits.py", "report/test_what_it_says.py"),
    *("record/test_one_record.py", "report/test_scripts.py"),
    *("report/test_words_of_strangers.py", "test_browser_guard.py", "test_colours.py"),
    *("tools/test_compare_commits.py",),
}
"""Files that start programs, draw whole pages or build many atlases: `make test` runs them, and
`make test-fast` leaves them out."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks the tests of the slow files."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents and item.path.relative_to(here).as_posix() in SLOW:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def atlas() -> Atlas:
    """The atlas that ships."""
    return load_atlas()


@pytest.fixture(scope="session")
def drawn(atlas: Atlas) -> Drawings:
    """The drawings of all views, as the browser gets them."""
    return drawings(atlas)
