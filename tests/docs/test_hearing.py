"""How well danger is heard: the page is what the command measures, and the aims are kept."""

from benchmarks import free_text

HEARD = {path: free_text.listened(free_text.sentences_of(path)) for path in (free_text.HELD_OUT,)}


def test_on_sentences_nothing_was_tuned_on_danger_is_heard_and_nothing_else_stops():
    rows = free_text.rows_of(HEARD[free_text.HELD_OUT])
    assert {row.language for row in rows} >= {"en", "es"}
    for row in rows:
        assert len(row.dangerous) >= 60
        assert len(row.harmless) >= 40
        assert row.missed <= free_text.MOST_MISSED, row.language
        assert row.false_stops <= free_text.MOST_STOPS, row.language


def test_the_page_holds_the_table_of_the_command():
    page = free_text.PAGE.read_text(encoding="utf-8")
    assert free_text.table(free_text.rows_of(HEARD[free_text.HELD_OUT])) in page


def test_the_two_halves_share_no_sentence():
    held_out = {each.text for each in free_text.sentences_of(free_text.HELD_OUT)}
    tuned = {each.text for each in free_text.sentences_of(free_text.TUNED)}
    from referral_map import load_atlas

    told = {each.text for sentences in load_atlas().told.values() for each in sentences}
    assert len(held_out) > 300
    assert not held_out & (tuned | told)
