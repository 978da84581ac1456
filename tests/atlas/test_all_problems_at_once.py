"""Everything wrong with a folder is reported in one go."""

import shutil

import pytest
from small_anatomy import replace

from referral_map.atlas import Problem, check


@pytest.fixture(scope="module")
def problems(shipped, tmp_path_factory) -> list[Problem]:
    """What is said of a copy of the shipped anatomy with a fault in each of several files."""
    folder = tmp_path_factory.mktemp("broken") / "anatomy"
    shutil.copytree(shipped, folder)
    replace(folder, "muscles/piriformis.toml", 'layer = "', 'layer = "very ')
    replace(folder, "muscles/soleus.toml", 'place = "', 'place = "pssi, ')
    replace(folder, "muscles/gastrocnemius.toml", 'sources = ["', 'sources = ["nobody_1900", "')
    replace(folder, "muscles/gluteus_medius.toml", "latin =", "latn =")
    replace(folder, "nerves/sciatic_nerve.toml", "plain_name", "plane_name")
    replace(folder, "sources.toml", 'kind = "book"', 'kind = "boook"')
    replace(folder, "regions.toml", "[sacrum]", "[sacrun]")
    replace(folder, "landmarks.toml", "where =", "where = 5 #")
    (folder / "muscles/semitendinosus.toml").write_text("id = \n")
    with (folder / "muscles/vastus_lateralis.toml").open("a") as file:
        file.write("\n\n")
    return check(folder)


EXPECTED = [
    ("muscles/piriformis.toml", "layer", "given 'very deep'"),
    ("muscles/soleus.toml", "place", "unknown landmark 'pssi'; did you mean 'psis'?"),
    ("muscles/gastrocnemius.toml", "sources", "unknown source 'nobody_1900'"),
    ("muscles/gluteus_medius.toml", "latn", "unknown key 'latn'; did you mean 'latin'?"),
    ("muscles/gluteus_medius.toml", "latin", "is missing"),
    ("nerves/sciatic_nerve.toml", "plane_name", "did you mean 'plain_name'?"),
    ("sources.toml", "kind", "given 'boook'; did you mean 'book'?"),
    ("regions.toml", "sacrum", "measured but not named"),
    ("regions.toml", "sacrun", "named but not measured"),
    ("landmarks.toml", "where", "given 5"),
    ("muscles/semitendinosus.toml", "file", "is not valid TOML"),
    ("muscles/vastus_lateralis.toml", "form", "exactly one newline"),
]


def test_every_problem_is_reported_at_once(problems):
    for file, record, words in EXPECTED:
        assert any(
            p.file == file and record in p.record and words in p.message for p in problems
        ), (file, record, words)


def test_a_problem_reads_as_one_line_with_file_and_record(problems):
    assert len(problems) >= len(EXPECTED)
    for problem in problems:
        assert str(problem) == f"{problem.file}: {problem.record}: {problem.message}"
        assert "\n" not in str(problem)
        assert problem.file
        assert problem.record
