"""A therapist's private notes, and the note that the handout prints for the patient."""

import json

import pytest
from body_page import BodyPage
from playwright.sync_api import expect
from test_files import opened, saved
from test_marking import THIGH

from referral_map.sessions import VERSION, open_session

PRIVATE, SHARED = "Zxqvfear", "Wvukhint"
"""Words that stand in no text of the map."""

TOLD = {
    "en": "is private now: it is not printed",
    "es": "ahora es privada: no se imprime",
}


def old(language: str = "en", note: str = PRIVATE) -> dict:
    """A document of version 1, with a word in every field."""
    return {
        "format": "referral-map-session", "version": 1, "language": language,
        "weigh_common": False, "text": "since May", "name": "A. B.", "note": note,
        "marks": [{"kind": "region", "region": THIGH, "intensity": 6, "quality": "ache"}],
        "answers": {"foot_drop": "no"}, "pressed": {"soleus_1:left": "familiar"},
        "kept": ["piriformis_lateral:right"],
    }  # fmt: skip


def go(body: BodyPage, page: str) -> None:
    """Turn to another page by its link."""
    body.page.get_by_role("link", name=page, exact=True).click()


def handout(body: BodyPage, folder) -> str:
    """The handout made on its page, as SVG."""
    body.page.locator('.handout [data-choice="svg"]').click()
    with body.page.expect_download(timeout=120_000) as download:
        body.page.get_by_role("button", name="Make the handout").click()
    download.value.save_as(folder / "handout.svg")
    return (folder / "handout.svg").read_text()


def test_the_handout_prints_the_patients_note_and_not_the_therapists(body, tmp_path):
    body.click(THIGH, "back")
    go(body, "Teach")
    body.page.get_by_label("Private notes", exact=True).fill(PRIVATE)
    go(body, "Handout")
    assert PRIVATE not in body.page.locator(".handout").inner_text()
    note = body.page.get_by_label("Note for the patient", exact=True)
    expect(note).to_have_value("")
    note.fill(SHARED)
    note.blur()
    page = handout(body, tmp_path)
    assert SHARED in page
    assert PRIVATE not in page
    session = open_session(saved(body, tmp_path, "both.json")).session
    assert (session.clinical_note, session.patient_note) == (PRIVATE, SHARED)


@pytest.mark.parametrize("language", TOLD)
def test_a_kept_document_with_one_note_is_brought_up_to_date_and_that_is_told_once(body, language):
    before = old(language)
    body.put(json.dumps(before))
    expect(body.chips).to_have_count(1)
    expect(body.page.locator(".session-head .said")).to_contain_text(TOLD[language])
    kept = body.document()
    assert kept.pop("visited") is None
    assert (kept.pop("version"), kept.pop("clinical_note"), kept.pop("patient_note")) == (
        VERSION, PRIVATE, "",
    )  # fmt: skip
    # What version 1 did not know yet; its pictures were of the man.
    assert (kept.pop("body"), kept.pop("skin_tone")) == ("man", "medium")
    assert (kept.pop("weigh_evidence"), kept.pop("also_hurts")) == (True, {})
    assert kept == {key: before[key] for key in kept}
    assert set(before) - set(kept) == {"version", "note"}
    body.page.reload()
    body.ready()
    expect(body.chips).to_have_count(1)
    expect(body.page.locator(".session-head .said")).to_have_text("")


def test_a_kept_document_without_a_note_is_brought_up_to_date_in_silence(body):
    body.put(json.dumps(old(note="")))
    body.expect_marked(1)
    expect(body.page.locator(".session-head .said")).to_have_text("")
    body.page.locator(f'[data-chip="{THIGH}"] .remove').click()
    body.expect_marked(0)
    assert body.document()["version"] == VERSION
    assert body.document()["name"] == "A. B."


def test_the_note_of_an_older_file_is_private_and_that_is_told(body, tmp_path):
    path = tmp_path / "old.json"
    path.write_text(json.dumps(old()))
    opened(body, path)
    expect(body.page.locator(".session-head .said")).to_contain_text(TOLD["en"])
    go(body, "Handout")
    expect(body.page.get_by_label("Note for the patient", exact=True)).to_have_value("")
    assert PRIVATE not in handout(body, tmp_path)
    go(body, "Teach")
    expect(body.page.get_by_label("Private notes", exact=True)).to_have_value(PRIVATE)
