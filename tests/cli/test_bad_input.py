"""Bad input: one line on stderr that names the nearest, exit code 2, and no traceback."""

import pytest

POINT = "piriformis_lateral"
# arguments, words of the line
BAD = {
    "no arguments": ([], ["command"]),
    "unknown command": (
        ["macth"],
        ["unknown command 'macth'", "did you mean 'match'?", "allowed:"],
    ),
    "unknown option": (["regions", "--jsno"], ["--jsno", "--help"]),
    "unknown region": (
        ["match", "--region", "thigh_bakc_middle_right"],
        ["unknown region 'thigh_bakc_middle_right'", "did you mean 'thigh_back_middle_right'?"],
    ),
    "region without its side": (
        ["match", "--region", "sacrum"],
        ["unknown region 'sacrum'", "did you mean 'sacrum_"],
    ),
    "one region of two unknown": (
        ["match", "--region", "sacrum_left", "--region", "sacrum_lfet"],
        ["'sacrum_lfet'", "did you mean 'sacrum_left'?"],
    ),
    "empty region": (["match", "--region", ""], ["unknown region ''"]),
    "no region": (["match"], ["--region"]),
    "region without a name": (["match", "--region"], ["--region"]),
    "unknown point": (
        ["figure", "piriformis_latreal", "-o", "a.png"],
        ["unknown trigger point 'piriformis_latreal'", "did you mean 'piriformis_lateral'?"],
    ),
    "muscle for a point": (["figure", "soleus", "-o", "a.png"], ["unknown trigger point 'soleus'"]),
    "no point": (["figure", "-o", "a.png"], ["TRIGGER_POINT"]),
    "no output": (["figure", POINT], ["--output"]),
    "unknown side": (
        ["figure", POINT, "-o", "a.png", "--side", "rihgt"],
        ["rihgt", "right", "left"],
    ),
    "unknown body": (
        ["figure", POINT, "-o", "a.png", "--body", "womn"],
        ["unknown body 'womn'", "allowed: woman, man", "did you mean 'woman'?"],
    ),
    "unknown body of a drawing": (
        ["match", "--region", "sacrum_left", "--body", "mann"],
        ["unknown body 'mann'", "did you mean 'man'?"],
    ),
    "body without a name": (["match", "--region", "sacrum_left", "--body"], ["--body"]),
    "no body for what has none": (["questions", "--body", "man"], ["--body"]),
    "wrong suffix": (
        ["figure", POINT, "-o", "a.jpg"],
        ["cannot write 'a.jpg'", "'.jpg'", "allowed: .pdf, .png, .svg"],
    ),
    "no suffix": (["figure", POINT, "-o", "picture"], ["cannot write 'picture'", ".png"]),
    "no such folder": (["figure", POINT, "-o", "no/such/a.png"], ["no folder 'no/such'"]),
    "folder to check not there": (["check", "anatomyy"], ["no folder 'anatomyy'"]),
    "too much": (["regions", "sacrum"], ["sacrum"]),
}


def is_one_line(answer) -> bool:
    return (
        answer.code == 2
        and answer.out == ""
        and answer.err.startswith("referral-map: ")
        and answer.err.count("\n") == 1
        and answer.err.endswith("\n")
    )


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_exit_code_2(run, tmp_path, monkeypatch, name):
    arguments, words = BAD[name]
    monkeypatch.chdir(tmp_path)
    answer = run(*arguments)
    assert is_one_line(answer), answer
    for word in words:
        assert word in answer.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_a_file_that_cannot_be_written_is_one_line(run, tmp_path, suffix):
    path = tmp_path / f"taken.{suffix}"
    path.mkdir()
    answer = run("figure", POINT, "-o", path)
    assert is_one_line(answer), answer
    assert f"cannot write '{path}'" in answer.err


def test_a_folder_that_cannot_be_made_is_one_line(run, tmp_path):
    (tmp_path / "file").write_text("")
    answer = run("contact-sheets", "-o", tmp_path / "file" / "sheets")
    assert is_one_line(answer), answer
    assert "cannot write" in answer.err


def test_a_folder_that_holds_no_anatomy_is_one_line(run, tmp_path):
    answer = run("check", tmp_path)
    assert is_one_line(answer), answer
    assert "cannot be read" in answer.err


def test_a_file_for_a_folder_is_one_line(run, tmp_path):
    (tmp_path / "file").write_text("")
    assert is_one_line(run("check", tmp_path / "file"))


def test_the_process_itself_ends_with_2_and_without_a_traceback(run_apart):
    answer = run_apart("check", "anatomyy")
    assert is_one_line(answer), answer
    assert "anatomyy" in answer.err


def test_damaged_data_of_its_own_is_one_line(run, monkeypatch):
    from referral_map.atlas.problems import BrokenAtlas, Problem

    def broken():
        raise BrokenAtlas([Problem("muscles/soleus.toml", "soleus layer", "is missing")] * 2)

    monkeypatch.setattr("referral_map.cli.commands.load_atlas", broken)
    answer = run("regions")
    assert is_one_line(answer), answer
    assert "muscles/soleus.toml: soleus layer: is missing (and 1 more)" in answer.err
