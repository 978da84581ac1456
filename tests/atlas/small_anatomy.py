"""A folder of anatomy with one muscle, written here: small enough to be broken many times."""

import json
import shutil
from collections.abc import Callable
from itertools import product
from pathlib import Path

from small_flags import FLAG_TEXTS
from small_learn import LEARN_TEXTS

from referral_map.atlas.folder import anatomy_folder
from referral_map.domain import BODIES, DRAWN_VIEWS

MUSCLE = "muscles/piriformis.toml"
NERVE = "nerves/sciatic_nerve.toml"
VIEWS = DRAWN_VIEWS

PIRIFORMIS = """\
id = "piriformis"
name = "Piriformis"
latin = "musculus piriformis"
plain_name = "pear-shaped muscle"
part_of_body = "buttock"
layer = "deep"
structures = ["piriformis"]
choices = "Written for the tests."

[attachments]
text = "From the sacrum to the greater trochanter."
sources = ["a_book ch. 1"]

[action]
text = "Turns the thigh out."
sources = ["a_page"]

[nerve_supply]
text = "Nerve to piriformis."
sources = ["a_book ch. 2"]

[[trigger_points]]
id = "piriformis_lateral"
name = "Lateral point"
where = "Deep in the buttock."
landmarks = "Between sacrum and trochanter."
place = "psis, 48 lateral, 76 down"
view = "back"
involvement.text = "In one study it was found in 42 in 100 people."
involvement.share_of_people = 0.42
involvement.complaint = "low_back_pain"
involvement.sources = ["a_paper"]
sources = ["a_paper"]
how_sure = { grade = "single", sources = ["a_paper"] }

[trigger_points.essential]
words = "The buttock."
sources = ["a_book ch. 1"]
how_sure = { grade = "consensus", sources = ["a_book ch. 1", "a_page"] }
patches = [
    { at = "psis, 50 lateral, 70 down", radii = [40, 40] },
]

[trigger_points.spillover]
words = "The back of the thigh."
sources = ["a_paper"]
how_sure = { grade = "measured", text = "Pressed in people.", sources = ["a_paper"] }
strokes = [
    { path = ["ischial_tuberosity", "thigh 0.4 posterior"], width = [60, 50] },
]
"""

SCIATIC_NERVE = """\
id = "sciatic_nerve"
name = "Sciatic nerve"
latin = "nervus ischiadicus"
plain_name = "the big nerve of the leg"
roots = ["L4", "S3"]
main = true

[course]
text = "Down the back of the thigh."
sources = ["a_book ch. 2"]

[supplies]
text = "The back of the thigh, the leg and the foot."
sources = ["a_book ch. 2"]

[in_plain_words]
text = "It runs down the back of the leg."
sources = ["a_page"]

[[branches]]
id = "sciatic_nerve"
name = "Sciatic nerve"
structures = ["sciatic_nerve"]
corridor = "behind"

[[narrow_places]]
id = "sciatic_at_piriformis"
name = "Below piriformis"
place = "between psis and ischial_tuberosity 0.6"
view = "back"
text = "It may be caught there."
muscles = ["piriformis"]
leaves_pelvis = true
sources = ["a_paper"]
"""

DERMATOME_FILE = "dermatomes/s2.toml"
DERMATOME = """\
id = "s2"
name = "S2"
words = "The back of the thigh."
uncertainty = "Maps differ."
choices = "Written for the tests."
sources = ["a_page"]
strokes = [
    { path = ["thigh 0.3 posterior", "thigh 0.9 posterior"], width = 50 },
]
"""

CARE_FILE = "self_care/piriformis.toml"
CARE = """\
muscle = "piriformis"

[self_test]
text = "Press deep in the buttock. A sore spot counts."
sources = ["a_page"]

[massage]
tool = "A soft ball."
position = "Sit on it."
strokes = "Roll it slowly."
pressure = "Light."
sources = ["a_page"]

[movement]
text = "Pull the knee to the chest."
sources = ["a_page"]

[sets_it_off]
text = "Long rides in a car."
sources = ["a_page"]

[stop]
text = "Stop if the leg tingles."
sources = ["a_page"]

[see_someone]
text = "See a doctor if the leg is weak."
sources = ["a_page"]
"""

SIGNS_FILE = "nerve_signs.toml"
SIGNS = """\
[tingling]
question = "Does your leg tingle?"

[tingling.evidence]
text = "Written for the tests."
sources = ["a_paper"]

[tingling.yes]
toward = "nerve"
strength = "some"
text = "A leg that tingles may have a sore nerve."
sources = ["a_paper"]

[near_the_groin]
drawing = "groin"
regions = ["hip_front"]

[near_the_groin.evidence]
text = "Written for the tests."
sources = ["a_paper"]

[near_the_groin.yes]
toward = "neither"
strength = "weak"
text = "The hip may hurt here."
sources = ["a_paper"]

[near_the_nerve]
muscles = ["piriformis"]

[near_the_nerve.evidence]
text = "Written for the tests."
sources = ["a_paper"]

[near_the_nerve.yes]
toward = "nerve"
strength = "weak"
text = "This muscle lies on the nerve."
sources = ["a_paper"]
"""

SOURCES = """\
[a_book]
kind = "book"
authors = "Author A"
title = "A book"
year = 2020
rank = "standard"
seen = "chapter"
note = "Written for the tests."

[a_page]
kind = "page"
authors = "Author B"
title = "A page"
year = 2021
rank = "professional"
seen = "page"
url = "https://example.org/page"
note = "Written for the tests."

[a_paper]
kind = "paper"
authors = "Author C"
title = "A paper"
year = 2022
pmid = "1"
rank = "study"
seen = "abstract"
note = "Written for the tests."
"""


COMPLAINTS = """\
[low_back_pain]
name = "low back pain"
words = "Pain in the low back."
regions = ["low_back_lower", "buttock_upper"]
sources = ["a_page"]
"""

JOINTS = """\
[hip_joint]
name = "Hip joint"
words = "Tested in 51 people."
sources = ["a_page"]

[[hip_joint.felt]]
regions = ["buttock_upper"]
share = 0.7
sources = ["a_page"]

[[hip_joint.signs]]
text = "It hurts to turn the hip in."
sources = ["a_page"]
"""

TEXTS = {
    MUSCLE: PIRIFORMIS,
    NERVE: SCIATIC_NERVE,
    DERMATOME_FILE: DERMATOME,
    CARE_FILE: CARE,
    SIGNS_FILE: SIGNS,
    **LEARN_TEXTS,
    **FLAG_TEXTS,
    "complaints.toml": COMPLAINTS,
    "joints.toml": JOINTS,
    "sources.toml": SOURCES,
}


def write(folder: Path) -> Path:
    """Write the small anatomy: measured on the shipped body, but with the one muscle only."""
    shipped = anatomy_folder()
    shutil.copytree(shipped / "computed", folder / "computed")
    for name in ("regions.toml", "landmarks.toml"):
        shutil.copy(shipped / name, folder / name)
    for body, view in product(BODIES, VIEWS):
        with edited_json(folder, f"computed/{body}/views/{view}.json") as drawing:
            keep_only(drawing["muscles"], "piriformis")
            keep_only(drawing["nerves"], "sciatic_nerve")
    for name, text in TEXTS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def keep_only(table: dict, key: str) -> None:
    """Drop every other entry."""
    for other in set(table) - {key}:
        del table[other]


class edited_json:  # noqa: N801  read as a verb
    """The content of a JSON file, written back at the end of the block."""

    def __init__(self, folder: Path, name: str) -> None:
        self.path = folder / name
        self.content = json.loads(self.path.read_text(encoding="utf-8"))

    def __enter__(self) -> dict:
        return self.content

    def __exit__(self, *_: object) -> None:
        self.path.write_text(json.dumps(self.content), encoding="utf-8")


def replace(folder: Path, name: str, old: str, new: str) -> None:
    """Change one place in a text file, which must hold it."""
    path = folder / name
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise ValueError(f"{name} does not hold {old!r}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def in_muscle(old: str, new: str) -> Callable[[Path], None]:
    """What changes one place in the muscle of a small anatomy."""
    return lambda folder: replace(folder, MUSCLE, old, new)
