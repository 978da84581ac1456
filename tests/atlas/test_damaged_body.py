"""A measured body that cannot be read is one sentence, whatever the damage."""

import json

import pytest
from small_anatomy import edited_json

from referral_map.atlas import check
from referral_map.errors import ReferralMapError

ARRAYS = "computed/man/skin.npz"


def cut(folder, name, length):
    path = folder / name
    path.write_bytes(path.read_bytes()[:length])


def spoil(folder, name):
    path = folder / name
    content = bytearray(path.read_bytes())
    content[5000:5040] = bytes(40)
    path.write_bytes(content)


def edit(folder, name, change):
    with edited_json(folder, name) as content:
        change(content)


BACK, BODY = "computed/man/views/back.json", "computed/man/body.json"
DAMAGE = {
    "no arrays": lambda f: (f / ARRAYS).unlink(),
    "empty arrays": lambda f: cut(f, ARRAYS, 0),
    "half the arrays": lambda f: cut(f, ARRAYS, 9000),
    "spoilt arrays": lambda f: spoil(f, ARRAYS),
    "text for arrays": lambda f: (f / ARRAYS).write_text("not arrays"),
    "half the surfaces": lambda f: cut(f, "computed/man/surfaces.npz", 9000),
    "half the body": lambda f: cut(f, BODY, 900),
    "a list for the body": lambda f: (f / BODY).write_text(json.dumps([1, 2])),
    "a body without segments": lambda f: edit(f, BODY, lambda c: c.pop("segments")),
    "a segment without an end": lambda f: edit(f, BODY, lambda c: c["segments"]["leg"].pop("end")),
    "a segment with more": lambda f: edit(f, BODY, lambda c: c["segments"]["leg"].update(x=1)),
    "a landmark without a place": lambda f: edit(
        f, BODY, lambda c: c["landmarks"]["psis"].pop("skin")),
    "no view": lambda f: (f / BACK).unlink(),
    "a view without a body": lambda f: edit(f, BACK, lambda c: c.pop("body")),
    "a view without muscles": lambda f: edit(f, BACK, lambda c: c.pop("muscles")),
    "a path that is none": lambda f: edit(f, BACK, lambda c: c.update(body="M1,x 2,2Z")),
    "a muscle's path that is none": lambda f: edit(
        f, BACK, lambda c: c["muscles"]["piriformis"].update(path="M1,x 2,2Z")),
    "not a word on muscles": lambda f: (f / "computed/muscles.json").write_text(""),
}  # fmt: skip


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_one_sentence_that_says_how_to_mend_it(small, name):
    DAMAGE[name](small)
    with pytest.raises(ReferralMapError, match=r"cannot be read.*build_anatomy") as caught:
        check(small)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(ReferralMapError, match=r"no folder '.*nowhere'"):
        check(tmp_path / "nowhere")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ReferralMapError, match="no folder"):
        check(tmp_path / "file")


def test_a_folder_without_anatomy_is_one_sentence(tmp_path):
    with pytest.raises(ReferralMapError, match="cannot be read"):
        check(tmp_path)
