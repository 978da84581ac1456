"""What breaks the rules for nerves and for the Learn page, for ``test_each_rule``."""

from small_anatomy import NERVE, SIGNS_FILE, replace
from small_learn import EXAMPLES_FILE, FIRST_FILE, SUBJECT_FILE, THEMES_FILE, TOUR_FILE

POINT = "piriformis_lateral"
PICTURED = """\
points = ["piriformis_lateral"]
muscles = ["piriformis"]
nerves = ["sciatic_nerve"]
narrow_places = ["sciatic_at_piriformis"]
both_sides = true
cut_to_muscles = true
"""


def in_subject(old, new):
    return lambda folder: replace(folder, SUBJECT_FILE, old, new)


def with_another_subject(old="", new=""):
    """Writes a second subject, the same but for its id, its place and one thing more."""

    def break_it(folder):
        text = (folder / SUBJECT_FILE).read_text(encoding="utf-8")
        text = text.replace('id = "sleep"', 'id = "stress"').replace("order = 10", "order = 20")
        text = "".join(line for line in text.splitlines(True) if not line.startswith("roles"))
        assert old in text
        (folder / "subjects/stress.toml").write_text(text.replace(old, new, 1), encoding="utf-8")

    return break_it


def with_another_subject_in_the_story(folder):
    in_subject('\n[[paragraphs]]\ntext = "Turn when you want to."\nsources = ["a_page"]\n', "")(
        folder
    )
    in_subject('"felt_elsewhere", ', "")(folder)
    text = (folder / FIRST_FILE).read_text(encoding="utf-8")
    more = '\n[[paragraphs]]\ntext = "Go now."\nsources = ["a_page"]\n'
    text = text.replace('["first"]', '["first", "felt_elsewhere"]') + more
    (folder / FIRST_FILE).write_text(text, encoding="utf-8")


def without_a_main_nerve(folder):
    replace(folder, NERVE, "main = true\n", "")
    replace(folder, NERVE, "leaves_pelvis = true\n", "")


def name_a_nerve_apart(folder):
    """A nerve that is no part of the main one, and is drawn nowhere."""
    text = (folder / NERVE).read_text(encoding="utf-8").split("\n[[branches]]")[0]
    text = text.replace("sciatic_nerve", "femoral_nerve").replace("main = true\n", "")
    (folder / "nerves/femoral_nerve.toml").write_text(text, encoding="utf-8")
    replace(folder, TOUR_FILE, '["sciatic_nerve"]', '["sciatic_nerve", "femoral_nerve"]')


# name: rule, what breaks it, the file and the record it names, what it says
LEARN_BREAKS = {
    "no main nerve": ("one_main_nerve",
        without_a_main_nerve,
        "nerves", "main", "no nerve is the main one"),
    "part of an unknown nerve": ("one_main_nerve",
        lambda folder: replace(folder, NERVE, "main = true", 'main = true\npart_of = "sciatc"'),
        NERVE, "part_of", "unknown nerve 'sciatc'"),
    "main nerve that leaves the pelvis nowhere": ("one_main_nerve",
        lambda folder: replace(folder, NERVE, "leaves_pelvis = true\n", ""),
        NERVE, "leaves_pelvis", "of 0 narrow places; allowed: of one"),
    "sign of a region that is none": ("signs_name_what_exists",
        lambda folder: replace(folder, SIGNS_FILE, '["hip_front"]', '["hip_frnt"]'),
        SIGNS_FILE, "near_the_groin", "unknown region 'hip_frnt'; did you mean 'hip_front'?"),
    "hard words under a picture": ("plain_words",
        in_subject("A muscle of the buttock.", "Musculature participating in external rotation."),
        SUBJECT_FILE, "picture caption", "reads at school grade"),
    "unknown theme": ("subjects_have_their_place",
        with_another_subject('theme = "every_day"', 'theme = "every_dya"'),
        "subjects/stress.toml", "stress theme",
        "unknown theme 'every_dya'; did you mean 'every_day'?"),
    "theme without subjects": ("subjects_have_their_place",
        lambda folder: replace(folder, THEMES_FILE, "[every", '[better]\nname = "B"\n\n[every'),
        THEMES_FILE, "better", "has no subject"),
    "two subjects at one place": ("subjects_have_their_place",
        with_another_subject("order = 20", "order = 10"),
        "subjects/stress.toml", "stress order",
        "10 is also the order of 'sleep' in the theme 'every_day'"),
    "role that nobody has": ("every_role_has_one_subject",
        in_subject('"how_sure", ', ""), "subjects", "how_sure", "is the role of no subject"),
    "role that two have": ("every_role_has_one_subject",
        with_another_subject("order = 20", 'order = 20\nroles = ["how_sure"]'),
        "subjects/stress.toml", "stress roles", "'how_sure' is also a role of 'sleep'"),
    "too few paragraphs for the story": ("every_role_has_one_subject",
        with_another_subject_in_the_story,
        SUBJECT_FILE, "sleep paragraphs", "needs 2 paragraphs; given 1"),
    "example in an unknown region": ("examples_name_regions",
        lambda folder: replace(folder, EXAMPLES_FILE, "calf_upper_left", "calf_uper_left"),
        EXAMPLES_FILE, "calf", "unknown region 'calf_uper_left'; did you mean 'calf_upper_left'?"),
    "example without a side": ("examples_name_regions",
        lambda folder: replace(folder, EXAMPLES_FILE, "calf_upper_left", "calf_upper"),
        EXAMPLES_FILE, "calf", "unknown region 'calf_upper'"),
    "tour to an unknown nerve": ("tour_goes_along_the_main_nerve",
        lambda folder: replace(folder, TOUR_FILE, "sciatic_nerve", "sciatic_nrve"),
        TOUR_FILE, "nerves", "unknown nerve 'sciatic_nrve'; did you mean 'sciatic_nerve'?"),
    "tour that comes back": ("tour_goes_along_the_main_nerve",
        lambda folder: replace(folder, TOUR_FILE, "[", '["sciatic_nerve", '),
        TOUR_FILE, "nerves", "'sciatic_nerve' stands twice"),
    "tour along another nerve": ("tour_goes_along_the_main_nerve",
        name_a_nerve_apart, TOUR_FILE, "nerves",
        "'femoral_nerve' is no part of the nerve 'sciatic_nerve'"),
    **{
        f"picture of an unknown {kind}": ("pictures_show_what_they_name",
            in_subject(given, given.replace(name, typo)),
            SUBJECT_FILE, f"sleep picture {given.split(' ')[0]}",
            f"unknown {kind} {typo!r}; did you mean {name!r}?")
        for kind, given, name, typo in (
            ("trigger point", f'points = ["{POINT}"]', POINT, "piriformis_latral"),
            ("muscle", 'muscles = ["piriformis"]', "piriformis", "piriformsi"),
            ("nerve", 'nerves = ["sciatic_nerve"]', "sciatic_nerve", "sciatic_nrve"),
            ("narrow place", 'narrow_places = ["sciatic_at_piriformis"]',
                "sciatic_at_piriformis", "sciatic_by_piriformis"),
        )
    },
    "picture of a spot that is none": ("pictures_show_what_they_name",
        in_subject("points =", 'spots = ["piriformis_latral"]\npoints ='),
        SUBJECT_FILE, "sleep picture spots",
        "unknown trigger point 'piriformis_latral'; did you mean 'piriformis_lateral'?"),
    "picture of a region with its side": ("pictures_show_what_they_name",
        in_subject("points =", 'regions = ["sacrum_right"]\npoints ='),
        SUBJECT_FILE, "sleep picture regions",
        "unknown region 'sacrum_right'; did you mean 'sacrum'?"),
    "series with an unknown region": ("pictures_show_what_they_name",
        in_subject("points =", 'series = [["sacrum"], ["sacrun"]]\npoints ='),
        SUBJECT_FILE, "sleep picture series 2",
        "unknown region 'sacrun'; did you mean 'sacrum'?"),
    **{
        f"{what} that the view does not show": ("pictures_show_what_they_name",
            in_subject('view = "back"\n' + PICTURED, f'view = "front"\n{shown}\n'),
            SUBJECT_FILE, f"sleep picture {shown.split(' ')[0]}",
            "the view 'front' does not show '")
        for what, shown in {
            "spot": f'spots = ["{POINT}"]\nregions = ["belly_upper"]',
            "muscle": 'muscles = ["piriformis"]\ncut_to_muscles = true',
            "region": 'regions = ["calf_upper"]',
            "narrow place": 'narrow_places = ["sciatic_at_piriformis"]\nregions = ["belly_upper"]',
        }.items()
    },
    "trigger point that the view does not show": ("pictures_show_what_they_name",
        in_subject('view = "back"\n' + PICTURED, f'view = "soles"\npoints = ["{POINT}"]\n'),
        SUBJECT_FILE, "sleep picture points", f"the view 'soles' does not show '{POINT}'"),
}  # fmt: skip
