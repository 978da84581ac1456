"""The red flags of the small anatomy, and how people write of them in English and in Spanish."""

FLAGS_FILE = "red_flags.toml"
FLAGS = """\
[bladder_change]
urgency = "now"
question = "Can you not pee?"
words = "Retention of urine."
action = "Go to an emergency room now."
help_lines = [{ country = "ES", number = "112", service = "Emergencias", sources = ["a_page"] }]
sources = ["a_page"]

[foot_drop]
urgency = "today"
question = "Can you not lift your foot?"
words = "Weak dorsiflexion."
action = "Call a doctor today."
asked_at = ["shin_upper", "foot_top"]
asked_first = ["foot_top"]
sources = ["a_paper"]

[cancer_history]
urgency = "soon"
question = "Have you had cancer?"
words = "History of cancer."
action = "Call a doctor in the next days."
lasting = true
sources = ["a_page"]

[cancer_history.self_care]
hold_back = "pressure"
text = "Press softly."
regions = ["sacrum"]
sources = ["a_page"]
"""

HEARING_FILE = "hearing.toml"
HEARING = """\
body = ["foot"]
other_meanings = ["foot the bill"]

[word_sets]
water = "pee wee"

[concepts]
cannot = ["can not"]
urine = ["@water"]
lift = ["lift"]
foot = ["foot|feet"]
cancer = ["cancer"]

[signs.bladder_change]
sure = ["cannot & urine"]

[signs.foot_drop]
sure = ["cannot & lift & foot"]
perhaps = ["lift ~ foot"]

[signs.cancer_history]
sure = ["cancer"]
"""

TOLD_FILE = "told.tsv"
TOLD = """\
sign\ttext
bladder_change\tnothing comes out
bladder_change\tI can not pee
bladder_change\tmy pee will not start
foot_drop\tmy toes hang down
foot_drop\tI can not lift my foot
foot_drop\tmy foot slaps on the floor
cancer_history\tI had cancer
none\tmy calf is sore
"""

IN_SPANISH = {
    FLAGS_FILE: """\
[bladder_change]
question = "¿No puede orinar?"
words = "Retención de orina."
action = "Vaya ahora a urgencias."

[foot_drop]
question = "¿No puede levantar el pie?"
words = "Dorsiflexión débil."
action = "Llame hoy a un médico."

[cancer_history]
question = "¿Ha tenido cáncer?"
words = "Antecedente de cáncer."
action = "Llame a un médico en los próximos días."
self_care = { text = "Presione con suavidad." }
""",
    HEARING_FILE: """\
[concepts]
cannot = ["no puedo"]
urine = ["orinar|mear"]
lift = ["levantar"]
foot = ["pie|pies"]
cancer = ["cancer"]

[signs.bladder_change]
sure = ["cannot & urine"]

[signs.foot_drop]
sure = ["cannot & lift & foot"]

[signs.cancer_history]
sure = ["cancer"]
""",
    TOLD_FILE: """\
sign\ttext
bladder_change\tno sale nada
bladder_change\tno puedo orinar
bladder_change\tno me arranca el chorro
foot_drop\tse me cuelga el pie
foot_drop\tno puedo levantar el pie
foot_drop\tel pie golpea el suelo
none\tme duele el gemelo
""",
}

FLAG_TEXTS = {FLAGS_FILE: FLAGS, HEARING_FILE: HEARING, TOLD_FILE: TOLD}
