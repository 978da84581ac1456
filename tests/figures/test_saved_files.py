"""Figures as files: PNG, SVG and PDF, made without pyplot."""

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.image import imread
from pypdf import PdfReader

import referral_map
from referral_map.cli.main import main
from referral_map.errors import ReferralMapError
from referral_map.figures import FORMATS, save

POINT = "piriformis_lateral"
LIBRARY = Path(referral_map.__file__).parents[1]
SAID = [
    "Piriformis:", "right", "essential zone", "spillover zone", "trigger point", "sciatic nerve",
    "BodyParts3D", "CC BY-SA 4.0", "It does not diagnose",
]  # fmt: skip
DRAW = """
import sys
from pathlib import Path
from matplotlib.figure import Figure
from referral_map.figures import artists, contact_sheets, inside, pattern_figure, save
ax = Figure().add_subplot()
artists.set_window(ax, (0, 0, 9, 9))
artists.draw_essential(ax, "M0,0 9,0 9,9Z", "a_point")
inside.draw_nerve(ax, [{"path": "M0,0 9,9", "width": 2, "under": []}], "a_nerve")
artists.draw_mark(ax, (1, 1), "a_point")
for suffix in ("png", "svg", "pdf"):
    save(ax.figure, Path(f"figure.{suffix}"))
print("matplotlib.pyplot" in sys.modules)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory) -> Path:
    """Folder with the figure of one trigger point in every format, made by the command."""
    folder = tmp_path_factory.mktemp("figures")
    for suffix in FORMATS:
        assert main(["figure", POINT, "-o", str(folder / f"point{suffix}")]) == 0
    return folder


def test_pyplot_and_its_global_state_are_never_loaded(tmp_path):
    """A server draws in several threads at once."""
    done = subprocess.run(
        [sys.executable, "-c", DRAW],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(LIBRARY)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "False\n"
    assert len(list(tmp_path.iterdir())) == 3


def test_the_png_is_a_picture(made):
    pixels = imread(made / "point.png")
    assert pixels.shape[0] > 600
    assert pixels.shape[1] > 900
    assert 0.05 < (pixels[..., :3].std(axis=2) > 0.02).mean() < 0.9


def test_the_svg_is_well_formed_and_names_what_it_shows(made):
    root = ElementTree.parse(made / "point.svg").getroot()
    ids = {element.get("id") for element in root.iter()}
    assert root.tag.endswith("}svg")
    assert {POINT, f"{POINT}-essential", f"{POINT}-spillover", "body", "bone-femur"} <= ids
    assert {"piriformis", "piriformis-hidden", "sciatic_nerve", "side-left", "side-right"} <= ids


def test_the_svg_tells_no_date_and_no_place(made):
    text = (made / "point.svg").read_text()
    assert "dc:date" not in text
    assert str(made) not in text


def test_the_pdf_can_be_read(made):
    (page,) = PdfReader(made / "point.pdf").pages
    text = " ".join(page.extract_text().split())
    for words in SAID:
        assert words in text
    letters = [line for line in page.extract_text().split() if set(line) <= {"L", "R"}]
    assert sorted("".join(letters)) == ["L", "L", "R", "R"], "the back and the inner legs"


def test_the_larger_dpi_gives_the_larger_picture(tmp_path):
    figure = Figure(figsize=(2, 1))
    save(figure, tmp_path / "small.png", dpi=50)
    save(figure, tmp_path / "large.png", dpi=100)
    small, large = (np.array(imread(tmp_path / f"{n}.png").shape[:2]) for n in ("small", "large"))
    assert (2 * small == large).all()


@pytest.mark.parametrize("name", ["figure.jpg", "figure", "figure.png.txt"])
def test_another_suffix_is_refused_with_those_allowed(tmp_path, name):
    with pytest.raises(ReferralMapError, match=r"allowed: \.pdf, \.png, \.svg"):
        save(Figure(), tmp_path / name)


def test_a_place_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(ReferralMapError, match="cannot write"):
        save(Figure(), tmp_path / "nowhere" / "figure.png")
