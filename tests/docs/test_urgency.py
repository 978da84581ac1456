"""The page about urgency is written from the table of signs, and holds all of it."""

from tools.write_urgency_table import PAGE, page


def test_the_page_is_the_one_that_would_be_written_now(atlas):
    assert PAGE.read_text(encoding="utf-8") == page(atlas)


def test_every_sign_stands_under_its_urgency_with_its_question(atlas):
    parts = page(atlas).split("\n## ")
    headed = {part.split()[0].strip(",").lower(): part for part in parts[1:]}
    for flag in atlas.red_flags:
        assert f"| `{flag.id}` | {flag.question} |" in headed[flag.urgency]


def test_what_was_chosen_where_texts_differ_is_told(atlas):
    differing = [flag for flag in atlas.red_flags if flag.choices]
    assert len(differing) >= 10
    for flag in differing:
        assert flag.choices in page(atlas)
