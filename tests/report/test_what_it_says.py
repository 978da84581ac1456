"""What stands on a handout, and what does not."""

import re
from dataclasses import replace
from datetime import date

import pytest
from handouts import DRAWING, KEPT, URGENT, opened, session, text_of, words_of

from referral_map import load_atlas
from referral_map.atlas.care_records import OwnDose
from referral_map.atlas.credit import after_words, credit_of, work
from referral_map.atlas.drawings import CREDIT
from referral_map.atlas.how_sure import in_short
from referral_map.errors import ReferralMapError
from referral_map.red_flags import questions
from referral_map.report import blocks, handout, handout_bytes, save_handout
from referral_map.report.content import chosen, flag_lines, works
from referral_map.sessions import FORMAT, VERSION, read, session_of
from referral_map.words import LANGUAGES, words_in

CARE = ("where", "self_test", "massage", "pressure", "dose", "movement", "stop", "see_someone")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("urgent", [False, True])
def test_red_flag_advice_is_always_there(atlas, pdf, language, urgent):
    text = text_of(pdf(1, language, urgent=urgent))
    there = atlas.in_language(language)
    marked = read(there, session(1)).marked_regions
    lines = [line for each in ("now", "today") for line in flag_lines(there, each, marked)]
    asked = [each for each in questions(atlas) if each.is_asked_at(marked)]
    stopping = {flag.id for flag in atlas.red_flags if flag.takes_over}
    assert len(lines) == sum(each.id in stopping for each in asked) >= 15
    for line in lines:
        assert line in text
        assert not line.endswith("?")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_urgent_handout_is_one_instruction_and_no_self_care(atlas, pdf, language):
    text, words = text_of(pdf(4, language, urgent=True)), words_in(language)
    there = atlas.in_language(language)
    flag = next(flag for flag in there.red_flags if flag.id in URGENT)
    assert flag.action in text
    assert text.index(words("report.urgent.title")) < text.index(flag.action)
    for part in CARE:
        assert words(f"report.care.{part}") not in text
    for key in KEPT[:4]:
        assert there.muscle_of(key.split(":")[0]).name not in text
    assert words("report.points.title") not in text


def test_free_text_that_tells_of_a_red_flag_counts_as_an_answer(atlas):
    told = session(1, text="I cannot feel when I wipe.", kept=KEPT[:1])
    text = words_of(handout(atlas, told))
    assert words_in("en")("report.urgent.title") in text
    assert words_in("en")("report.care.massage") not in text


def test_what_can_wait_is_said_and_self_care_stays(atlas):
    text = words_of(handout(atlas, session(answers={"night_pain": "yes"})))
    action = next(flag.action for flag in atlas.red_flags if flag.id == "night_pain")
    assert action in text
    assert words_in("en")("report.care.massage") in text


def test_where_none_was_kept_the_points_stand_in_the_order_in_which_the_map_names_them(atlas):
    marks = [{"kind": "region", "region": each} for each in (
        "low_back_lower_right", "buttock_upper_outer_right", "calf_upper_right",
    )]  # fmt: skip
    found = read(atlas, session_of({"format": FORMAT, "version": VERSION, "marks": marks}))
    listed = [(each.trigger_point, each.side) for each in found.result.candidates[:3]]
    assert list(found.shortlist[:3]) != listed, "the order of the list would do as well"
    points = [(each.trigger_point, each.side) for each in chosen(atlas, found).points]
    assert points == list(found.shortlist[:3])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_four_points_of_different_muscles_fit_beside_the_signs(atlas, language, paper):
    at_the_belly = [{"kind": "region", "region": each} for each in ("groin_left", "flank_left")]
    for marks in (DRAWING, at_the_belly):
        made = session(4, language=language, marks=marks)
        text = words_of(handout(atlas, made, paper))
        there = atlas.in_language(language)
        points = chosen(there, read(there, made)).points
        assert len({each.muscle for each in points}) == 4
        assert all(f"{each.exact}." in text for each in points)
        for urgency in ("now", "today"):
            for line in flag_lines(there, urgency, read(there, made).marked_regions):
                assert line in text


@pytest.mark.parametrize("kept", range(len(KEPT) + 1))
def test_every_kept_point_is_shown_or_named(atlas, kept):
    text = words_of(handout(atlas, session(kept)))
    there = chosen(atlas, read(atlas, session(kept)))
    assert there.kept == (kept > 0)
    assert len(there.points) == (kept or 3)
    shown = [each for each in there.points if f"{each.exact}." in text]
    assert len(shown) == min(len(there.points), 4)
    for each in there.points:
        assert each.name in text
    words = words_in("en")
    assert (words.count("report.points.first", 3) in text) == (kept == 0)
    assert ("more spots were chosen" in text or "One more spot" in text) == (kept > 4)
    for each in shown:
        where = atlas.trigger_point(each.trigger_point).where
        assert where in text
        care = atlas.self_care[each.muscle]
        assert care.stop.text in text
        assert care.massage.strokes.rstrip(".") in text
    assert CREDIT in text
    assert words("report.licence") in text


def test_one_kept_point_has_all_of_its_advice(atlas, pdf):
    text, care = text_of(pdf(1)), atlas.self_care["piriformis"]
    for fact in (care.self_test, care.movement, care.stop, care.see_someone):
        assert fact.text in text
    assert atlas.dose.text in text
    assert "There was no room" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dose_is_told_with_those_who_found_it(atlas, language):
    spoken = atlas.in_language(language)
    told = " ".join(run.text for run in blocks.dose(spoken).runs)
    assert spoken.dose.text in told
    for key in spoken.dose.sources:
        source = spoken.sources[key]
        assert f"{source.authors.split(',')[0]} ({source.year})" in told


def test_the_dose_is_said_once_for_all_points(atlas):
    made = session(kept=("piriformis_lateral:right", "soleus_1:left"))
    text = words_of(handout(atlas, made))
    assert text.count(atlas.dose.text) == 1
    assert text.count(atlas.words("report.care.dose")) == 1
    assert not re.search(r"\d+ times a week", text)


def test_a_muscle_with_a_dose_of_its_own_says_it_with_its_reason(atlas):
    source = atlas.dose.sources[0]
    own = OwnDose(text="Press for ten seconds.", reason="A vessel runs there.", sources=[source])
    care = atlas.self_care["piriformis"]
    massage = care.massage.model_copy(update={"dose": own})
    changed = atlas.self_care | {"piriformis": care.model_copy(update={"massage": massage})}
    atlas = replace(atlas, records=replace(atlas.records, self_care=changed))
    text = words_of(handout(atlas, session(1)))
    assert "Press for ten seconds. A vessel runs there." in text
    assert atlas.dose.text not in text
    point = chosen(atlas, read(atlas, session(1))).points[0]
    said = dict(line for advice in point.advice for line in advice.lines)
    assert said[atlas.words("report.care.dose")] == "Press for ten seconds. A vessel runs there."
    assert source in point.sources


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_line_names_where_the_purpose_is_told(atlas, language):
    for answers in ({}, URGENT):
        text = words_of(handout(atlas, session(1, language=language, answers=answers)))
        title = atlas.in_language(language).purpose.title
        assert words_in(language)("report.purpose", title=title) in text


def test_what_is_left_out_is_said(pdf):
    text = text_of(pdf(4))
    assert "There was no room here for:" in text
    assert "in the app." in text


def test_a_second_point_of_one_muscle_does_not_repeat_its_advice(atlas):
    both = session(kept=("piriformis_lateral:right", "piriformis_medial:right"))
    text = words_of(handout(atlas, both))
    assert text.count(atlas.self_care["piriformis"].stop.text) == 1
    assert words_in("en")("report.care.same", number=1) in text


def test_name_note_and_date_only_as_they_are(atlas):
    words = words_in("en")
    bare = words_of(handout(atlas, session()))
    assert "Name:" not in bare
    assert words("report.note") + ":" not in bare
    assert "Date: 21 November 2026" in bare
    today = date.today()
    undated = words_of(handout(atlas, session(saved=None)))
    assert f"Date: {today.day} " in undated
    assert str(today.year) in undated


def test_the_drawing_in_numbers(atlas):
    pain = read(atlas, session()).pain
    text = words_of(handout(atlas, session()))
    ((area, percent),) = re.findall(r"about (\d+) cm² of skin \(([\d.]+)% of all\)", text)
    marked = float(atlas.skin.area[pain.weights > 0].sum())
    assert float(area) == pytest.approx(marked, abs=1)
    assert float(percent) == pytest.approx(100 * marked / atlas.skin.area.sum(), abs=0.06)
    assert "Worst pain: 7 out of 10." in text
    unrated = [
        {key: value for key, value in mark.items() if key != "intensity"} for mark in DRAWING
    ]
    text = words_of(handout(atlas, session(marks=unrated)))
    assert "Worst pain" not in text
    assert "Darker" not in text


def test_an_empty_session_still_makes_a_handout(atlas):
    text = words_of(handout(atlas, session(0, marks=())))
    assert words_in("en")("report.drawing.nothing") in text
    assert words_in("en")("report.points.none") in text


def test_what_the_atlas_does_not_know_is_left_out(atlas):
    made = session(kept=("no_such_point:right", KEPT[0]), answers={"no_such_question": "yes"})
    text = words_of(handout(atlas, made))
    assert "1. Deep cross-buttock muscle, right" in text


def test_a_language_there_is_not_is_english(atlas):
    made = session(language="xx")
    assert opened(handout_bytes(atlas, made, "pdf")).root_object["/Lang"] == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_listed_sign_has_short_words_and_none_is_of_another_sign(language):
    texts = words_in(language).texts
    known = {flag.id for flag in load_atlas().red_flags if flag.takes_over}
    told = {key.split(".")[-1] for key in texts if key.startswith("report.flag.")}
    assert told == known


def test_bad_paper_format_and_places_are_said_in_one_line(atlas, tmp_path):
    with pytest.raises(ReferralMapError, match="unknown paper 'a5'; allowed: a4, letter"):
        handout(atlas, session(), "a5")
    with pytest.raises(ReferralMapError, match=r"unknown format 'pfd'.*did you mean 'pdf'"):
        handout_bytes(atlas, session(), "pfd")
    with pytest.raises(ReferralMapError, match=r"suffix is '\.doc'"):
        save_handout(atlas, session(), tmp_path / "x.doc")
    with pytest.raises(ReferralMapError, match="cannot write"):
        save_handout(atlas, session(0, marks=()), tmp_path / "no" / "x.pdf")


@pytest.mark.parametrize("language", LANGUAGES)
def test_few_and_weak_sources_are_marked_once_a_point_and_explained_once(atlas, pdf, language):
    text, words = text_of(pdf(2, language)), words_in(language)
    there = chosen(atlas.in_language(language), read(atlas, session(2)))
    assert any(each.weak for each in there.points)
    marks = text.count(words("report.points.weak"))
    assert marks == sum(each.weak for each in there.points) + 1
    assert text.count(words("report.weak_why")) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_what_was_read_is_named_as_a_source(atlas, language):
    there = atlas.in_language(language)
    keys = [key for point in chosen(there, read(there, session(2))).points for key in point.sources]
    credit = credit_of(there, keys)
    assert credit.read
    assert credit.through_others
    said = works(there, keys, 10_000)
    after = after_words(there, credit)
    assert said.endswith(after)
    assert "None" not in said
    for key in credit.through_others:
        assert work(there, key) not in said.removesuffix(after)
    assert there.words("report.sources", works="|").split("|")[0] in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_published_list_stands_beside_its_limits(atlas, language):
    told = session(1, answers={"leg_worse_than_back": "yes"}, language=language)
    text, words = words_of(handout(atlas, told)), words_in(language)
    limits = words("model.limits")
    assert f"{words('model.said', number=1, all=5)} {limits}" in text
    assert limits not in words_of(handout(atlas, session(1, language=language)))


def test_a_handout_says_how_sure_each_point_is_and_how_common(atlas):
    made = session(2)
    text = words_of(handout(atlas, made))
    points = chosen(atlas, read(atlas, made)).points
    assert len(points) == 2
    for each in points:
        assert each.how_sure == in_short(atlas, each.trigger_point)
        assert each.how_sure in text
