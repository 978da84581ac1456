"""What the format refuses is reported with file, record, what was given and what is allowed."""

import pytest
from small_anatomy import MUSCLE, NERVE, SIGNS_FILE, edited_json, replace, write
from small_flags import FLAGS_FILE, HEARING_FILE, TOLD_FILE
from small_learn import EXAMPLES_FILE, FIRST_FILE, SUBJECT_FILE, TOUR_FILE

from referral_map.atlas import BrokenAtlas, build_atlas, check, load_atlas
from referral_map.atlas.problems import Problem, Problems

POINT = "piriformis_lateral"
PLACE = "psis, 48 lateral, 76 down"


def problems_after(folder, name, old, new):
    replace(folder, name, old, new)
    return check(folder)


def said(problems: list[Problem], file: str, record: str, *words: str) -> bool:
    return any(
        p.file == file and record in p.record and all(w in p.message for w in words)
        for p in problems
    )


# file, what it holds, what it is made to hold, the record named, words said
REFUSED = {
    "unknown key": (MUSCLE, "layer =", "layr =", "layr", ["unknown key 'layr'", "'layer'"]),
    "missing key": (MUSCLE, 'layer = "deep"\n', "", "layer", ["is missing"]),
    "unknown word": (MUSCLE, '"deep"', '"deeep"', "layer",
        ["'superficial', 'intermediate' or 'deep'", "given 'deeep'", "did you mean 'deep'"]),
    "unknown view": (MUSCLE, 'view = "back"', 'view = "bakc"', "view",
        ["'back', 'front', 'right', ", "given 'bakc'", "did you mean 'back'"]),
    "empty text": (MUSCLE, 'name = "Piriformis"', 'name = " "', "name", ["given"]),
    "fact without a source": (MUSCLE, '["a_page"]', "[]", "action.sources", ["at least 1"]),
    "zone without a source": (MUSCLE, '["a_book ch. 1"]\nhow_sure', "[]\nhow_sure",
        "essential.sources", ["at least 1"]),
    "id with capitals": (MUSCLE, 'id = "piriformis"', 'id = "Piriformis"', "id", ["'Piriformis'"]),
    "width below zero": (MUSCLE, "[60, 50]", "[60, -50]", "width", ["greater than 0", "-50"]),
    "share of more than everyone": (MUSCLE, "share_of_people = 0.42", "share_of_people = 42",
        "share_of_people", ["1", "42"]),
    "share of nobody's": (MUSCLE, 'involvement.complaint = "low_back_pain"\n', "", "involvement",
        ["share_of_people and complaint stand together"]),
    "radius too large": (MUSCLE, "[40, 40]", "[40, 4000]", "radii", ["400", "4000"]),
    "one radius": (MUSCLE, "[40, 40]", "[40]", "radii", ["at least 2"]),
    "widths for other points": (MUSCLE, "[60, 50]", "[60, 50, 40]", "strokes",
        ["3 widths for 2 points", "allowed: one width, or one a point"]),
    "stroke of one point": (MUSCLE, '"ischial_tuberosity", ', "", "path", ["at least 2"]),
    "side of nobody": (MUSCLE, "[40, 40] }", '[40, 40], side = "left" }', "side",
        ["'same', 'opposite' or 'both'", "given 'left'"]),
    "nerve without branches": (NERVE, 'name = "Sciatic nerve"\nstructures', "nam = 1\nstructures",
        "branches", ["is missing"]),
    "kind of source": ("sources.toml", '"paper"', '"papers"', "a_paper",
        ["given 'papers'", "did you mean 'paper'"]),
    "page without address": ("sources.toml", 'url = "https://example.org/page"\n', "", "a_page",
        ["a page needs a url"]),
    "address that is none": ("sources.toml", "https://example.org/page", "nowhere", "a_page",
        ["URL", "'nowhere'"]),
    "year to come": ("sources.toml", "2022", "20222", "a_paper", ["2100", "20222"]),
    "part of the body": ("regions.toml", 'part = "thigh"', 'part = "thihg"', "thigh",
        ["given 'thihg'", "did you mean 'thigh'"]),
    "urgency": (FLAGS_FILE, '"today"', '"tody"', "foot_drop urgency",
        ["'now', 'today' or 'soon'", "given 'tody'", "did you mean 'today'"]),
    "red flag without an action": (FLAGS_FILE, 'action = "Call a doctor today."\n', "",
        "foot_drop action", ["is missing"]),
    "red flag without a source": (FLAGS_FILE, '["a_paper"]', "[]", "foot_drop sources",
        ["at least 1"]),
    "place of help that is no country": (FLAGS_FILE, '"ES"', '"Spain"', "help_lines.0.country",
        ["'Spain'"]),
    "how much is held back": (FLAGS_FILE, '"pressure"', '"presure"', "self_care.hold_back",
        ["'all', 'pressure' or 'nothing'", "did you mean 'pressure'"]),
    "phrase with capitals": (HEARING_FILE, '["can not"]', '["Can not"]', "concepts.cannot",
        ["'Can not'"]),
    "phrase of an unknown word set": (HEARING_FILE, "@water", "@watre", "hearing",
        ["unknown word set 'watre'; did you mean 'water'?"]),
    "frame of an unknown concept": (HEARING_FILE, "cannot & urine", "cannot & urin", "hearing",
        ["unknown concept 'urin'; did you mean 'urine'?"]),
    "frame that cannot be read": (HEARING_FILE, "cannot & urine", "cannot, urine",
        "signs.bladder_change.sure", ["'cannot, urine'"]),
    "body of an unknown concept": (HEARING_FILE, 'body = ["foot"]', 'body = ["foto"]', "hearing",
        ["unknown concept 'foto'; did you mean 'foot'?"]),
    "sign without a frame": (HEARING_FILE, '[signs.cancer_history]\nsure = ["cancer"]',
        "[signs.cancer_history]", "signs.cancer_history",
        ["a sign needs a frame under sure or perhaps"]),
    "told sentence without words": (TOLD_FILE, "\tI can not pee", "\t", "line 3 text", ["given"]),
    "told sentence without a tab": (TOLD_FILE, "bladder_change\tI can", "bladder_change I can",
        "line 3 sign", ["given"]),
    "sign of two kinds": (SIGNS_FILE, 'muscles = ["piriformis"]',
        'muscles = ["piriformis"]\nquestion = "Why?"', "near_the_nerve",
        ["one of question, drawing and muscles"]),
    "shape that is a strong sign": (SIGNS_FILE, 'question = "Does your leg tingle?"',
        'drawing = "below_knee"', "tingling", ["never more than a weak sign"]),
    "groin without regions": (SIGNS_FILE, 'regions = ["hip_front"]\n', "", "near_the_groin",
        ["'groin' needs regions"]),
    "sign toward nobody": (SIGNS_FILE, 'toward = "nerve"', 'toward = "nerv"', "tingling yes.toward",
        ["'nerve', 'muscle' or 'neither'", "given 'nerv'", "did you mean 'nerve'"]),
    "unknown view of a picture": (SUBJECT_FILE, 'view = "back"', 'view = "bakc"', "picture.view",
        ["'back', 'front', 'right', ", "given 'bakc'", "did you mean 'back'"]),
    "picture without words": (SUBJECT_FILE, 'caption = "A muscle of the buttock."\n', "",
        "picture.caption", ["is missing"]),
    "picture of nothing": (SUBJECT_FILE, 'points = ["piriformis_lateral"]\n'
        'muscles = ["piriformis"]\nnerves = ["sciatic_nerve"]\n', "", "picture",
        ["a picture shows points, spots, muscles, regions, nerves or a series"]),
    "picture of one side of both": (SUBJECT_FILE, 'view = "back"', 'view = "right"', "picture",
        ["the view 'right' shows one side; allowed with both_sides: back, front, soles"]),
    "picture cut to muscles it has not": (SUBJECT_FILE, 'muscles = ["piriformis"]\n', "",
        "picture", ["cut_to_muscles needs muscles"]),
    "picture of regions and a series": (SUBJECT_FILE, 'muscles =',
        'regions = ["sacrum"]\nseries = [["sacrum"]]\nmuscles =', "picture", ["not both"]),
    "subject without a picture": (FIRST_FILE, 'no_picture = "Written for the tests."\n', "",
        "see_someone", ["says in no_picture why it has none"]),
    "subject with a picture and none": (SUBJECT_FILE, "order = 10",
        'order = 10\nno_picture = "Why not?"', "sleep", ["says in no_picture why it has none"]),
    "subject without an order": (SUBJECT_FILE, "order = 10\n", "", "sleep",
        ["theme and order, or neither"]),
    "subject without a theme": (SUBJECT_FILE, 'theme = "every_day"\norder = 10\n', "", "sleep",
        ["a theme, or the role 'first'"]),
    "unknown role": (SUBJECT_FILE, '"how_sure"', '"how_sur"', "roles",
        ["given 'how_sur'", "did you mean 'how_sure'"]),
    "example of nothing": (EXAMPLES_FILE, '["calf_upper_left"]', "[]", "calf regions",
        ["at least 1"]),
    "tour without nerves": (TOUR_FILE, "nerves =", "nevres =", "nevres",
        ["unknown key 'nevres'", "'nerves'"]),
    "way to the skin": (NERVE, '"behind"', '"behnd"', "corridor",
        ["given 'behnd'", "did you mean 'behind'"]),
    "landmark without words": ("landmarks.toml", "where =", "were =", "were",
        ["unknown key 'were'", "'where'"]),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_the_format_refuses_is_named_with_what_is_allowed(small, name):
    file, old, new, record, words = REFUSED[name]
    problems = problems_after(small, file, old, new)
    assert said(problems, file, record, *words), "\n".join(map(str, problems))


# point expression, words said
UNREADABLE = {
    "pssi": ["unknown landmark 'pssi'", "did you mean 'psis'"],
    "thihg 0.4 posterior": ["unknown segment 'thihg'", "allowed: thigh, leg, foot"],
    "thigh 1.4 posterior": ["fraction 1.4 of thigh", "allowed"],
    "thigh 0.4 dorsal": ["unknown direction 'dorsal' of the thigh", "allowed: anterior,"],
    "foot 0.4 posterior": ["unknown direction 'posterior' of the foot", "allowed: dorsal,"],
    "leg 0.4 postreior": ["did you mean 'posterior'"],
    "psis, 30 sideways": ["cannot read the move '30 sideways'", "up, down, lateral, medial"],
    "psis, up": ["cannot read the move 'up'"],
    "between psis and asis 1.5": ["fraction 1.5 between two points", "allowed 0 to 1"],
}  # fmt: skip


@pytest.mark.parametrize("expression", UNREADABLE)
@pytest.mark.parametrize(
    ("where", "old"),
    [
        ("place", PLACE),
        ("essential patch 1", "psis, 50 lateral, 70 down"),
        ("spillover stroke 1", "thigh 0.4 posterior"),
    ],
)
def test_a_point_that_cannot_be_read_is_named_wherever_it_stands(small, expression, where, old):
    problems = problems_after(small, MUSCLE, old, expression)
    assert said(problems, MUSCLE, f"{POINT} {where}", *UNREADABLE[expression], repr(expression))


def test_a_file_that_is_not_toml_is_named_with_the_line(small):
    problems = problems_after(small, MUSCLE, 'id = "piriformis"', "id = piriformis")
    assert said(problems, MUSCLE, "file", "is not valid TOML", "line 1")


def test_a_file_that_is_not_utf8_is_named(small):
    (small / NERVE).write_bytes(b'id = "\xff"\n')
    assert said(check(small), NERVE, "file", "utf-8")


@pytest.mark.parametrize(
    "name", ["sources.toml", "regions.toml", "landmarks.toml", "red_flags.toml", "hearing.toml"]
)
def test_a_missing_file_is_named(small, name):
    (small / name).unlink()
    assert said(check(small), name, "file", "is missing")


@pytest.mark.parametrize("text", ["", "\n", "# nothing yet\n"])
def test_an_empty_muscle_file_is_named(small, text):
    (small / "muscles/soleus.toml").write_text(text)
    assert any(p.file == "muscles/soleus.toml" and p.record != "form" for p in check(small))


def test_a_folder_without_muscles_is_named(small):
    (small / MUSCLE).unlink()
    assert said(check(small), "muscles", "folder", "holds no .toml file")


def test_a_record_in_a_file_of_another_name_is_named(small):
    (small / MUSCLE).rename(small / "muscles/soleus.toml")
    problems = check(small)
    assert said(problems, "muscles/soleus.toml", "piriformis", "is not the file's name 'soleus'")


def test_a_trigger_point_id_used_twice_is_named(small):
    text = (small / MUSCLE).read_text()
    head, point = text.split("[[trigger_points]]")
    (small / MUSCLE).write_text(f"{head}[[trigger_points]]{point}\n[[trigger_points]]{point}")
    assert said(check(small), MUSCLE, POINT, "used twice")


@pytest.mark.parametrize("change", ["named only", "measured only"])
def test_a_region_that_is_only_named_or_only_measured_is_named(small, change):
    if change == "measured only":
        with edited_json(small, "computed/man/body.json") as body:
            body["regions"].append("elbow")
    else:
        text = '[elbow]\nname = "E"\nanatomical_name = "E"\npart = "leg"\n\n[sacrum]'
        replace(small, "regions.toml", "[sacrum]", text)
    words = "measured but not named" if change == "measured only" else "named but not measured"
    assert said(check(small), "regions.toml", "elbow", words)


def test_an_empty_point_is_refused(small):
    problems = problems_after(small, MUSCLE, f'place = "{PLACE}"', 'place = ""')
    assert said(problems, MUSCLE, "place", "at least 1 character")


def test_loading_broken_data_raises_one_line_and_holds_all_problems(tmp_path):
    folder = write(tmp_path / "broken")
    replace(folder, MUSCLE, PLACE, "pssi")
    replace(folder, MUSCLE, "ischial_tuberosity", "ischial_tubrosity")
    with pytest.raises(BrokenAtlas, match=r"pssi.*\(and 1 more\).*referral-map check") as caught:
        load_atlas(folder)
    assert len(caught.value.problems) == 2
    assert "\n" not in str(caught.value)


def test_what_is_broken_is_left_out_and_the_rest_is_kept(small):
    replace(small, MUSCLE, PLACE, "pssi")
    problems = Problems()
    atlas = build_atlas(small, problems)
    assert len(problems.noted) == 1
    assert atlas.patterns == {}
    assert [muscle.id for muscle in atlas.muscles] == ["piriformis"]
    assert len(atlas.regions) > 80
