"""The atlas, and handouts made once."""

from functools import cache

import pytest
from handouts import URGENT, session

from referral_map.report import handout_bytes


@pytest.fixture(scope="session")
def pdf(atlas):
    """``pdf(kept, language, paper, urgent)``: a handout as a PDF file."""

    @cache
    def make(kept=1, language="en", paper="a4", urgent=False) -> bytes:
        answers = URGENT if urgent else {}
        more = {"language": language, "answers": answers}
        made = session(kept, name="Ana", patient_note="Come back.", **more)
        return handout_bytes(atlas, made, "pdf", paper)

    return make
