"""The pictures of a handout stand where they did when someone last looked at it.

When it was changed on purpose: look at the new one, then run kept_page.py to keep it.
"""

import shutil

from kept_page import KEPT, save
from matplotlib.image import imread, imsave
from matplotlib.testing.compare import compare_images

TOLERANCE = 1
"""Root mean square of 0..255 over the page; the page on its other side makes far more."""


def difference(found, tmp_path) -> str | None:
    """What compare_images has to say; it writes beside the kept picture, so that is copied."""
    kept = tmp_path / "kept.png"
    shutil.copy(KEPT, kept)
    differs = compare_images(str(kept), str(found), TOLERANCE)
    assert not isinstance(differs, dict)
    return differs


def test_the_page_is_the_one_that_was_looked_at(tmp_path):
    save(tmp_path / "found.png")
    assert difference(tmp_path / "found.png", tmp_path) is None


def test_a_mirrored_page_would_be_noticed(tmp_path):
    imsave(tmp_path / "mirrored.png", imread(KEPT)[:, ::-1])
    assert difference(tmp_path / "mirrored.png", tmp_path) is not None
