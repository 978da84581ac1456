"""What breaks the rules for sources, for what rests on them, and for the words of a place.

By name: the rule, what breaks it, the file and the record it names, what it says.
"""

from small_anatomy import CARE_FILE, MUSCLE, in_muscle, replace
from small_flags import FLAGS_FILE
from small_learn import SUBJECT_FILE

POINT = "piriformis_lateral"
POPULAR = """\
[z_page]
kind = "page"
authors = "E"
title = "T"
rank = "{rank}"
seen = "{seen}"
url = "https://example.org/z"
note = "N."
"""
ALONE = 'sources = ["z_page"]'
PAGE = 'sources = ["a_page"]'


def with_a_page(file, old, new, rank="practice", seen="opening"):
    """Writes a page of a rank beside the other sources, and changes one place that cites."""

    def break_it(folder):
        path = folder / "sources.toml"
        text = path.read_text(encoding="utf-8")
        page = POPULAR.format(rank=rank, seen=seen)
        path.write_text(f"{text}\n{page}", encoding="utf-8")
        replace(folder, file, old, new)

    return break_it


def at_address(address):
    return lambda folder: replace(
        folder, "sources.toml", "https://example.org/page", f"https://{address}/page"
    )


STOP = 'text = "Stop if the leg tingles."\n'
MEASURED = 'text = "Pressed in people.", sources = ["a_paper"]'
AGREED = 'sources = ["a_book ch. 1", "a_page"]'
ONE_TEXT = 'grade = "single", sources = ["a_paper"]'
LEFT = 'involvement.sources = ["a_paper"]'
SOURCE_BREAKS = {
    "paper that cannot be found": ("papers_can_be_found",
        lambda folder: replace(folder, "sources.toml", 'pmid = "1"\n', ""),
        "sources.toml", "a_paper", "add one, or no_identifier"),
    "paper that is found and says why it is not": ("papers_can_be_found",
        lambda folder: replace(
            folder, "sources.toml", 'pmid = "1"\n', 'pmid = "1"\nno_identifier = "None."\n'),
        "sources.toml", "a_paper", "and no_identifier too"),
    "address that is a number": ("addresses_are_originals",
        at_address("192.0.2.7"), "sources.toml", "a_page", "is a number"),
    "address on a trial copy": ("addresses_are_originals",
        at_address("beta.example.org"), "sources.toml", "a_page", "trial copy of a site"),
    "address on a host of uploads": ("addresses_are_originals",
        at_address("fr.scribd.com"), "sources.toml", "a_page", "holds uploads"),
    "when to stop, said by practice alone": ("danger_rests_on_authority",
        with_a_page(CARE_FILE, STOP + PAGE, STOP + ALONE),
        CARE_FILE, "stop", "rests on no source that was read of rank"),
    "when to stop, said by a guideline nobody read": ("danger_rests_on_authority",
        with_a_page(CARE_FILE, STOP + PAGE, STOP + ALONE, "guideline", "through_others"),
        CARE_FILE, "stop", "rests on no source that was read of rank"),
    "red flag on a teaching page": ("danger_rests_on_authority",
        with_a_page(FLAGS_FILE, 'sources = ["a_paper"]', ALONE, "reference"),
        FLAGS_FILE, "foot_drop", "rests on no source that was read of rank"),
    "paragraph that sends to a doctor": ("danger_rests_on_authority",
        with_a_page(SUBJECT_FILE, 'Lie as you like. Use a pillow."\n' + PAGE,
            'See a doctor soon."\n' + ALONE),
        SUBJECT_FILE, "paragraphs 1", "rests on no source that was read of rank"),
    "share without a study": ("shares_rest_on_studies",
        with_a_page(MUSCLE, LEFT, "involvement." + ALONE),
        MUSCLE, f"{POINT} involvement", "has a share, but no study"),
    "one study called studies": ("one_study_is_called_one",
        in_muscle("In one study it", "In studies it"),
        MUSCLE, f"{POINT} involvement", "speaks of studies and cites one"),
    "numbers of one study without it": ("one_study_is_called_one",
        in_muscle("In one study it was found", "Found"),
        MUSCLE, f"{POINT} involvement", "without saying 'one study'"),
    "measured without a study": ("grades_rest_on_sources",
        in_muscle(MEASURED, MEASURED.replace("a_paper", "a_page")),
        MUSCLE, f"{POINT} spillover how_sure", "is measured, but cites no study"),
    "measured by a study nobody read": ("grades_rest_on_sources",
        with_a_page(MUSCLE, MEASURED, MEASURED.replace("a_paper", "z_page"),
            "study", "through_others"),
        MUSCLE, f"{POINT} spillover how_sure", "is measured, but cites no study"),
    "consensus of the standard work with itself": ("grades_rest_on_sources",
        in_muscle(AGREED, 'sources = ["a_book ch. 1"]'),
        MUSCLE, f"{POINT} essential how_sure", "cites not both the standard work"),
    "consensus without the standard work": ("grades_rest_on_sources",
        in_muscle(AGREED, 'sources = ["a_paper", "a_page"]'),
        MUSCLE, f"{POINT} essential how_sure", "cites not both the standard work"),
    "consensus of a text with a book nobody read": ("grades_rest_on_sources",
        with_a_page(MUSCLE, AGREED, 'sources = ["a_page", "z_page"]', "review", "through_others"),
        MUSCLE, f"{POINT} essential how_sure", "cites not both the standard work"),
    "one text, and that a popular page": ("grades_rest_on_sources",
        with_a_page(MUSCLE, ONE_TEXT, ONE_TEXT.replace("a_paper", "z_page"), "popular"),
        MUSCLE, f"{POINT} place how_sure", "rests on popular pages alone"),
    "weak and not said why": ("what_is_not_plain_is_explained",
        in_muscle('grade = "single"', 'grade = "weak"'),
        MUSCLE, f"{POINT} place how_sure", "does not say why"),
    "measured and not said how": ("what_is_not_plain_is_explained",
        in_muscle(', text = "Pressed in people."', ""),
        MUSCLE, f"{POINT} spillover how_sure", "does not say why"),
    "words of another side": ("words_agree_with_the_place",
        lambda folder: (
            replace(folder, MUSCLE, 'part_of_body = "buttock"', 'part_of_body = "thigh"'),
            replace(folder, MUSCLE, "Deep in the buttock.", "At the front of the thigh."),
        ),
        MUSCLE, f"{POINT} where", "says 'front of the', and its place lies elsewhere"),
}  # fmt: skip
