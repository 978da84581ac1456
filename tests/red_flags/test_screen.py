"""The screen: answers, order, reasons, and laws that hold for every answer and text."""

import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from referral_map import load_atlas
from referral_map.atlas.flag_records import URGENCIES
from referral_map.errors import ReferralMapError
from referral_map.red_flags import questions, screen, stops_self_care
from referral_map.red_flags.text import words_of

ATLAS = load_atlas()
IDS = [flag.id for flag in ATLAS.red_flags]
ANSWERS = st.dictionaries(st.sampled_from(IDS), st.sampled_from(["yes", "no", "Y", "false", "1"]))
# Each sentence tells of the sign it stands beside, and of no other.
TOLD = {
    "numbness between my legs": "saddle_numbness",
    "trouble passing water": "bladder_change",
    "loss of control of the bowels": "bowel_change",
    "numbness during sex": "sexual_change",
    "weakness in both legs": "both_legs",
    "coughing up blood": "clot_in_lungs",
    "chest pain": "chest_pain",
    "a swollen calf": "swollen_calf",
    "a foot drop": "foot_drop",
    "fever": "fever_unwell",
    "a car accident": "major_trauma",
    "breast cancer": "cancer_history",
    "weight loss": "weight_loss",
    "night pain": "night_pain",
    "osteoporosis": "steroids_or_thin_bones",
    "claudication": "pain_at_walking_distance",
}
DENIED = [
    "no {}", "I have no {}", "without {}", "I do not have {}", "never had {}", "denies {}",
    "no history of {}", "I haven't got {}", "there is no {}", "{}: no", "{}? None.",
    "it is not true that I have {}", "neither pain nor {}",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from([*TOLD, "my hip aches", "worse when I sit"]), max_size=4).map(
    ". ".join
)


def ids(found):
    return [flag.id for flag in found]


def sure(found):
    return [flag.id for flag in found if flag.heard == "sure"]


def asked(found):
    return [flag.id for flag in found if flag.heard == "ask"]


def test_questions_stand_with_the_most_urgent_first():
    asked = questions(ATLAS)
    assert [question.id for question in asked] == IDS
    ranks = [URGENCIES.index(question.urgency) for question in asked]
    assert ranks == sorted(ranks)
    assert set(ranks) == {0, 1, 2}


@pytest.mark.parametrize("flag", ATLAS.red_flags, ids=lambda flag: flag.id)
def test_yes_to_a_question_finds_the_sign_and_says_why(flag):
    (found,) = screen(ATLAS, {flag.id: "yes"})
    assert (found.id, found.urgency, found.action) == (flag.id, flag.urgency, flag.action)
    assert found.why == f"You answered yes to: {flag.question}"
    assert found.sources == tuple(flag.sources)
    assert (found.heard, found.question) == ("sure", "")
    assert stops_self_care([found]) == found.stops == flag.takes_over


@pytest.mark.parametrize("yes", ["yes", "Yes", " y ", "true", "1", "TRUE"])
@pytest.mark.parametrize("no", ["no", "N", "false", "0 "])
def test_answers_may_be_written_in_several_ways(yes, no):
    assert ids(screen(ATLAS, {"foot_drop": yes, "saddle_numbness": no})) == ["foot_drop"]


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ({"foot_drp": "yes"}, "unknown question 'foot_drp'; did you mean 'foot_drop'?"),
        ({"": "yes"}, "unknown question ''"),
        (
            {"foot_drop": "yess"},
            "'yess' to 'foot_drop'; allowed: yes, no or not_sure; did you mean 'yes'",
        ),
        ({"foot_drop": ""}, "allowed: yes, no or not_sure"),
        ({"foot_drop": "maybe"}, "answer 'maybe'"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_with_what_is_allowed(answers, words):
    with pytest.raises(ReferralMapError) as caught:
        screen(ATLAS, answers)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_words_are_quoted_as_they_were_written():
    found = screen(ATLAS, {"swollen_calf": "yes"}, "Since Monday:\nmy CALF is\n very Swollen!")
    question = next(flag.question for flag in ATLAS.red_flags if flag.id == "swollen_calf")
    assert found[0].why == f'You answered yes to: {question} You wrote: "CALF is very Swollen".'
    assert found[0].as_dict()["sources"] == list(found[0].sources)


def test_nothing_said_is_nothing_found():
    assert screen(ATLAS, {}) == screen(ATLAS, dict.fromkeys(IDS, "no"), "  \n ") == ()
    assert not stops_self_care(())


@pytest.mark.parametrize("words", TOLD)
def test_each_sign_is_read_from_text(words):
    assert sure(screen(ATLAS, {}, f"I have {words}.")) == [TOLD[words]]


@pytest.mark.parametrize("denial", DENIED)
@pytest.mark.parametrize("words", TOLD)
def test_a_denied_sign_is_not_found(words, denial):
    assert TOLD[words] not in ids(screen(ATLAS, {}, denial.format(words)))


@given(st.sampled_from([*TOLD]), st.sampled_from(DENIED), st.sampled_from([*TOLD]))
def test_a_denial_takes_away_only_what_it_denies(denied, denial, said):
    text = f"{denial.format(denied)}. I have {said}."
    assert sure(screen(ATLAS, {}, text)) == [TOLD[said]]


@given(ANSWERS, TEXTS, st.sampled_from(IDS))
def test_one_more_yes_takes_no_sign_away(answers, text, key):
    before = ids(screen(ATLAS, answers, text))
    after = ids(screen(ATLAS, {**answers, key: "yes"}, text))
    assert set(before) | {key} == set(after)
    assert key in sure(screen(ATLAS, {**answers, key: "yes"}, text))


@given(ANSWERS, TEXTS)
def test_an_answer_takes_nothing_away_that_the_text_tells(answers, text):
    assert set(sure(screen(ATLAS, {}, text))) <= set(sure(screen(ATLAS, answers, text)))


@given(ANSWERS, TEXTS, st.randoms())
def test_the_order_of_answers_does_not_matter(answers, text, random):
    keys = list(answers)
    random.shuffle(keys)
    assert screen(ATLAS, {key: answers[key] for key in keys}, text) == screen(ATLAS, answers, text)


@given(ANSWERS, TEXTS)
def test_sure_signs_stand_first_each_kind_in_the_order_of_the_file(answers, text):
    found = screen(ATLAS, answers, text)
    for each in (sure(found), asked(found)):
        assert each == sorted(each, key=IDS.index)
    assert ids(found) == sure(found) + asked(found)


@given(TEXTS, TEXTS)
def test_a_further_sentence_takes_no_sign_away(first, second):
    both = set(sure(screen(ATLAS, {}, f"{first}.\n\n{second}")))
    assert both >= set(sure(screen(ATLAS, {}, first))) | set(sure(screen(ATLAS, {}, second)))


TELLING = [
    "no",
    "not",
    "can't",
    "I",
    "my",
    "calf",
    "swollen",
    "numb",
    "between",
    "legs",
    ",",
    ".",
    "or",
]


@settings(max_examples=300)
@given(st.text())
@example("\u0130\u0131' '' -- ...")
@example("no " * 5000)
@example("calf and " * 2000 + "swollen")
@example("\ud800 no numbness \U0001f9b5\u200d")
def test_any_text_can_be_read(text):
    assert isinstance(screen(ATLAS, {}, text), tuple)


@given(st.lists(st.sampled_from(TELLING)).map(" ".join))
def test_any_order_of_telling_words_can_be_read(text):
    assert isinstance(screen(ATLAS, {}, text), tuple)


@given(st.text())
def test_words_keep_their_places_in_the_text(text):
    words = words_of(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert all(a.start <= b.start for a, b in pairwise(words))


@pytest.mark.parametrize(
    "form",
    [
        "can't", "can\u2019t", "cant", "cannot", "can not", "couldn't", "could not", "unable to",
        "am not able to", "can no longer", "am no longer able to",
    ],
)  # fmt: skip
def test_can_not_may_be_written_in_many_ways(form):
    assert sure(screen(ATLAS, {}, f"I {form} lift my foot")) == ["foot_drop"]


@pytest.mark.parametrize("word", ["swolen", "swollne", "swolllen", "swallen", "SWOLEN"])
def test_one_slip_in_a_long_word_is_forgiven(word):
    assert sure(screen(ATLAS, {}, f"my calf is {word}")) == ["swollen_calf"]


@pytest.mark.parametrize(
    "text", ["I never rest", "had to cancel", "my ladder", "my calf is stolen"]
)
def test_other_words_are_not_taken_for_slips(text):
    assert screen(ATLAS, {}, text) == ()


@pytest.mark.parametrize("letter", ["x", "a", "é"])
def test_a_line_without_blanks_takes_no_time_and_hides_nothing(letter):
    started = time.process_time()
    found = screen(ATLAS, {}, f"{letter * 200_000} my calf is swollen")
    assert sure(found) == ["swollen_calf"]
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    "text", ["no calf swollen and calf ", "my mother had cancer ", "no, calf or "]
)
def test_the_work_grows_with_the_length_of_a_text_and_not_with_its_square(text):
    def work(letters: int) -> float:
        """CPU seconds; the least of three, for anything else only adds."""
        long = text * (letters // len(text) + 1)
        spent = []
        for _ in range(3):
            started = time.process_time()
            screen(ATLAS, {}, long)
            spent.append(time.process_time() - started)
        return min(spent)

    # Four times as long: 4 if the work is linear, 16 if it is square.
    assert work(20_000) < 10 * work(5_000)
