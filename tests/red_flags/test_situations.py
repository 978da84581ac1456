"""What people might write, and which signs must and must not be read in it."""

import pytest

from referral_map.red_flags import questions, screen, stops_self_care

URGENT = {"now", "today"}

# a patient's words; what must appear (all of it); whether anything for now or today may appear
SITUATIONS = {
    "cauda equina, many signs": (
        "Back pain for two weeks. Since yesterday it is numb between my legs, I can't feel when I "
        "wipe and I cannot pee properly.",
        {"saddle_numbness", "bladder_change"},
    ),
    "cauda equina, one shy remark": (
        "Bad sciatica on the left, and this morning I wet myself without noticing.",
        {"bladder_change"},
    ),
    "cauda equina, both legs and bowel": (
        "Now both legs tingle and I couldn't hold my poo. No fever.",
        {"both_legs", "bowel_change"},
    ),
    "cauda equina, sexual": (
        "Since the back pain started I can't get an erection and my penis feels numb",
        {"sexual_change", "saddle_numbness"},
    ),
    "cauda equina, trouble starting": (
        "I have trouble starting to pee and I don't know when my bladder is full",
        {"bladder_change"},
    ),
    "clot in the calf": (
        "After the long flight my left calf is hot and swollen. No pain in the back.",
        {"swollen_calf"},
    ),
    "clot, badly spelled": ("my caff hurts its swolen, swolen calf and red", {"swollen_calf"}),
    "clot that went to the lungs": (
        "My right calf is swollen. Since this morning I am short of breath.",
        {"clot_in_lungs", "swollen_calf"},
    ),
    "foot drop": (
        "My foot slaps on the floor and I can't lift my toes. It hardly hurts.",
        {"foot_drop"},
    ),
    "leg that loses power": (
        "Pain down the leg for a month, and the leg is getting weaker every day.",
        {"growing_weakness"},
    ),
    "infection": (
        "Deep ache in the low back, with shivering and a high temperature",
        {"fever_unwell"},
    ),
    "fall from a ladder": ("I fell off a ladder yesterday, now the hip hurts", {"major_trauma"}),
    "fall from a bike": ("My back hurts since I had a fall off my bike", {"major_trauma"}),
    "fall on the hip": (
        "I tripped and fell on my hip, now I can't put weight on it", {"major_trauma"}
    ),
    "fall, hard": ("I slipped on the ice and fell hard on my back", {"major_trauma"}),
    "hot joint": ("My knee is hot, red and swollen since last night", {"hot_joint"}),
}  # fmt: skip

QUIET = {
    "plain trigger point": (
        "Deep ache in the right buttock and down the outer thigh, worse when I sit or lie on it.",
        set(),
    ),
    "hip joint": (
        "My groin hurts when I turn in bed or put on socks. The hip is stiff in the morning.",
        set(),
    ),
    "all denied": (
        "Pain in the calf. No swelling, no fever, no numbness between my legs, and I have no "
        "trouble peeing. I never had cancer and I have not lost weight.",
        set(),
    ),
    "a denied list": ("She denies fever, weight loss, night sweats or saddle numbness.", set()),
    "answered with no": ("Fever? No. Bladder problems: none. Numb between the legs - no.", set()),
    "numb sole": ("The bottom of my foot is numb and tingles, I have pain in the groin too", set()),
    "cancer long ago": ("I had breast cancer in 2011. My low back aches.", {"cancer_history"}),
    "thinner": ("I lost 10 kg without trying.", {"weight_loss"}),
    "poor blood flow": (
        "My calf cramps after walking 200 metres and it goes when I stop.",
        {"pain_at_walking_distance"},
    ),
    "older, new and severe": (
        "I am 71 years old and have a sudden new pain in my back",
        {"older_age"},
    ),
    "steroids": ("I take prednisolone for my lungs, the back hurts", {"steroids_or_thin_bones"}),
}  # fmt: skip


@pytest.mark.parametrize("name", SITUATIONS)
def test_urgent_words_are_heard_and_stop_self_care(atlas, name):
    text, expected = SITUATIONS[name]
    found = screen(atlas, {}, text)
    assert expected <= {flag.id for flag in found}
    assert stops_self_care(found)


@pytest.mark.parametrize("name", QUIET)
def test_other_words_raise_no_false_alarm(atlas, name):
    text, expected = QUIET[name]
    found = screen(atlas, {}, text)
    assert {flag.id for flag in found if flag.heard == "sure"} == expected
    assert not stops_self_care(found)


PLAIN = [
    "Stiff neck since yesterday, I slept badly", "My shoulder aches after painting the ceiling",
    "Sharp pain in the low back when I bent down to the dog", "sore bum after a long drive",
    "the outer hip hurts when I lie on that side", "tight calf after running uphill",
    "my heel is sore with the first steps in the morning", "elbow hurts when I lift the kettle",
    "one sided low back ache, better with heat", "hamstring pulls when I tie my shoes",
    "ache between the shoulder blades at the desk", "knee grumbles on the stairs",
    "thumb sore from the phone", "the groin pulls when I turn in bed", "jaw aches from grinding",
    "cramp in the arch of my foot at the pool", "buttock ache that comes when I sit for hours",
    "my thigh is sore since football on Sunday", "neck and head ache after work", "tennis elbow",
]  # fmt: skip


def test_plain_sore_muscles_are_hardly_ever_asked_about(atlas):
    asked = [text for text in PLAIN if screen(atlas, {}, text)]
    assert len(PLAIN) == 20
    assert len(asked) <= 2, asked


# the words of a sign are there, but of somebody else, long ago, supposed, or in an unknown frame
ASKED = {
    "My mother had breast cancer. My low back aches.": "cancer_history",
    "My brother broke his hip": "major_trauma",
    "When I was ten my calf was swollen": "swollen_calf",
    "Can massage give me a blood clot?": "swollen_calf",
    "If I go numb between the legs I will call": "saddle_numbness",
    "I worry about my bladder": "bladder_change",
    "Something about the wiping": "saddle_numbness",
    "I'm numb. Down below.": "saddle_numbness",
    "My calf is not red but swollen": "swollen_calf",
    "The pain does not go away and it is numb between my legs": "saddle_numbness",
    "my son has a fever of 39": "fever_unwell",
}

# a doctor has ruled it out, or the words mean something else
NOTHING = [
    "The doctor ruled out a DVT last week", "I get hay fever every spring", "I have a temp job",
    "I wet myself laughing", "my scan was clear, no fracture", "lost my phone at the gym",
    "my leg fell asleep sitting cross legged", "I do breast stroke", "pissed off with my back",
]  # fmt: skip


@pytest.mark.parametrize("text", ASKED)
def test_what_is_not_plainly_told_is_asked_and_stops_nothing(atlas, text):
    found = screen(atlas, {}, text)
    assert not stops_self_care(found)
    heard = {flag.id: flag for flag in found}
    flag = heard[ASKED[text]]
    assert flag.heard == "ask"
    assert flag.question == next(q.words for q in questions(atlas) if q.id == flag.id)
    assert '"' in flag.why
    told = screen(atlas, {flag.id: "yes"}, text)
    assert {each.id for each in told if each.heard == "sure"} >= {flag.id}
    assert flag.id not in {each.id for each in screen(atlas, {flag.id: "no"}, text)}


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_ruled_out_or_means_something_else_is_nothing(atlas, text):
    assert screen(atlas, {}, text) == ()


# said in one clause and denied in another: what is said counts
MIXED = {
    "no fever but I can't feel when I wipe": {"saddle_numbness"},
    "no fever cant feel when i wipe": {"saddle_numbness"},
    "No fever, numb between my legs": {"saddle_numbness"},
    "It is not that bad, but my foot drags": {"foot_drop"},
    "I have never had numbness between my legs like this before": {"saddle_numbness"},
    "Not only is my calf hurting, it is my calf that is swollen": {"swollen_calf"},
    "no trouble walking, however I can not start to pee": {"bladder_change"},
    "I have no control over my bladder": {"bladder_change"},
    "no feeling in my groin": {"saddle_numbness"},
}


@pytest.mark.parametrize("text", MIXED)
def test_a_denial_ends_with_its_clause(atlas, text):
    assert {flag.id for flag in screen(atlas, {}, text) if flag.heard == "sure"} == MIXED[text]


@pytest.mark.parametrize(
    "text",
    [
        "no numbness between the legs", "my groin is not numb", "without fever", "never had cancer",
        "I don't have any trouble peeing", "he denies chest pain", "my calf is not hot or swollen",
        "no fever, chills or weight loss", "neither fever nor weight loss", "numb groin: no",
        "I do not have fever and chills", "I can feel when I wipe and I can pee",
        "I don't have numbness, tingling or weakness in both legs",
        "My calf hurts, no swelling", "I haven't lost weight", "there isn't any foot drop",
    ],
)  # fmt: skip
def test_what_is_denied_is_no_sign(atlas, text):
    assert screen(atlas, {}, text) == ()
