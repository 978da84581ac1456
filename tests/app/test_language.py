"""Which language the page speaks."""

import pytest

from referral_map.app.components import PAGE
from referral_map.app.language import spoken
from referral_map.words import LANGUAGES


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_first_page_speaks_the_language_the_browser_asks_for(code):
    assert spoken({}, code) == code
    assert spoken({}, f"{code}-XX") == code


@pytest.mark.parametrize("locale", ["xx", "xx-YY", "", None])
def test_a_language_that_is_not_there_falls_back_to_english(locale):
    assert spoken({}, locale) == "en"


@pytest.mark.parametrize("sent", ["fr", "", None, 3, ["es"], {"a": 1}])
def test_what_is_no_language_changes_nothing(sent):
    assert spoken({PAGE: {"language": sent}}, "es-MX") == "es"


def test_what_the_person_chose_outlasts_the_page_it_was_chosen_on():
    state = {PAGE: {"language": "es"}}
    assert spoken(state, "en") == "es"
    # Streamlit forgets what a part sent when its page is left.
    del state[PAGE]
    assert spoken(state, "en") == "es"
    state[PAGE] = {"language": "en"}
    assert spoken(state, "es") == "en"
