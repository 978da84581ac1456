"""Whole pictures look as they did when someone last looked at them.

When one of them was changed on purpose: look at the new one, then run pictures.py to keep it.
"""

import shutil

import pytest
from matplotlib.image import imread, imsave
from matplotlib.testing.compare import compare_images
from pictures import KEPT, PICTURES, save

TOLERANCE = 1
"""Root mean square of 0..255 over the whole picture. Another way to smooth edges makes less; a
trigger point that is gone makes 1.1, the dashes of the nerve 2, a zone 5 to 8, the other side 26. A
muscle that zones lie over makes 0.8: that it is there, test_pattern_figure.py sees."""


def difference(name, found, tmp_path) -> str | None:
    """What compare_images has to say; it writes beside the kept picture, so that is copied."""
    kept = tmp_path / f"{name}-kept.png"
    shutil.copy(KEPT / f"{name}.png", kept)
    differs = compare_images(str(kept), str(found), TOLERANCE)
    assert not isinstance(differs, dict)
    return differs


@pytest.mark.parametrize("name", PICTURES)
def test_the_picture_is_the_one_that_was_looked_at(tmp_path, name):
    save(name, tmp_path / "found.png")
    assert difference(name, tmp_path / "found.png", tmp_path) is None


@pytest.mark.parametrize("name", ["piriformis_lateral", "every_artist"])
def test_a_mirrored_picture_would_be_noticed(tmp_path, name):
    imsave(tmp_path / "mirrored.png", imread(KEPT / f"{name}.png")[:, ::-1])
    assert difference(name, tmp_path / "mirrored.png", tmp_path) is not None
