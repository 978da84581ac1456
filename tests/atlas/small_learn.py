"""What the Learn page of the small anatomy is made of, its one dose and its purpose."""

SUBJECT_FILE = "subjects/sleep.toml"
SUBJECT = """\
id = "sleep"
title = "Sleep"
question = "How should I lie?"
theme = "every_day"
order = 10
roles = ["felt_elsewhere", "how_sure", "who_can_help", "pain_draws_back"]

[[paragraphs]]
text = "Lie as you like. Use a pillow."
sources = ["a_page"]

[[paragraphs]]
text = "Turn when you want to."
sources = ["a_page"]

[picture]
caption = "A muscle of the buttock."
view = "back"
points = ["piriformis_lateral"]
muscles = ["piriformis"]
nerves = ["sciatic_nerve"]
narrow_places = ["sciatic_at_piriformis"]
both_sides = true
cut_to_muscles = true
least_height = 300
"""

FIRST_FILE = "subjects/see_someone.toml"
FIRST = """\
id = "see_someone"
title = "See someone"
question = "When should I get help?"
roles = ["first"]
no_picture = "Written for the tests."

[[paragraphs]]
text = "Call a doctor if you can not pee."
sources = ["a_page"]
"""

THEMES_FILE = "themes.toml"
THEMES = """\
[every_day]
name = "Every day"
self_care = true
"""

EXAMPLES_FILE = "examples.toml"
EXAMPLES = """\
[calf]
name = "Left calf"
regions = ["calf_upper_left"]
"""

TOUR_FILE = "tour.toml"
TOUR = """\
nerves = ["sciatic_nerve"]
"""

DOSE_FILE = "dose.toml"
DOSE = """\
seconds = [30, 120]
repeats = [1, 3]
text = "No one knows the best dose."
words = "The best dose is not known."
sources = ["a_paper"]
"""

PURPOSE_FILE = "purpose.toml"
PURPOSE = """\
title = "What this map is for"

[[parts]]
heading = "What it does"
text = "It shows sore spots."
"""

LEARN_TEXTS = {
    SUBJECT_FILE: SUBJECT,
    FIRST_FILE: FIRST,
    THEMES_FILE: THEMES,
    EXAMPLES_FILE: EXAMPLES,
    TOUR_FILE: TOUR,
    DOSE_FILE: DOSE,
    PURPOSE_FILE: PURPOSE,
}
