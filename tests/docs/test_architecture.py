"""The picture of the architecture shows the layers that the import rules hold the code to."""

from html import escape

from tools.architecture_picture import FILE, layers, picture


def test_the_picture_is_the_one_that_would_be_drawn_now():
    assert FILE.read_text(encoding="utf-8") == picture()


def test_every_layer_is_in_it():
    assert len(layers()) >= 8
    assert all(f">{escape(each)}</text>" in picture() for each in layers())
