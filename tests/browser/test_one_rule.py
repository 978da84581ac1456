"""One rule of which signs need a doctor, in two languages: Python and the browser agree.

The browser's modules are served from their folder, without the app: they neither ask nor draw.
"""

import json
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

from referral_map import app, load_atlas
from referral_map.domain import ANSWERS, STOPPING, URGENCIES, Urgency
from referral_map.red_flags import screen, stops_self_care
from referral_map.red_flags.screen import questions, tells_of
from referral_map.sessions.record import UNPRINTABLE

FRONTEND = Path(app.__file__).with_name("frontend")
HOST = "http://modules.test"
FLAGS = ("saddle_numbness", "foot_drop", "swollen_calf", "night_pain")
GIVEN = (None, *ANSWERS)

RULE = """async ([questions, cases]) => {
  const { isStopping, redFlagsOf } = await import("/care/red_flag_rule.js");
  return cases.map(([answers, read]) => {
    const found = redFlagsOf(questions, answers, read, () => "why");
    return [found.map(({ id, heard }) => [id, heard]), found.some(isStopping)];
  });
}"""


@pytest.fixture(scope="module")
def modules(chromium) -> Iterator[Page]:
    """An empty page of a host that has the browser's modules and nothing else."""
    page = chromium.new_page()

    def serve(route: Route) -> None:
        path = FRONTEND / route.request.url.removeprefix(HOST).lstrip("/")
        if path.suffix == ".js" and path.is_file():
            route.fulfill(path=path, content_type="text/javascript")
        else:
            route.fulfill(body="<!doctype html>", content_type="text/html")

    page.route(f"{HOST}/**", serve)
    page.goto(HOST)
    yield page
    page.close()


# Words that tell of a flag for sure, and of no other.
SENTENCES = {
    "saddle_numbness": "It is numb between my legs",
    "foot_drop": "I cannot lift my foot",
    "swollen_calf": "My calf is swollen",
    "night_pain": "The night pain is worse",
}


def test_python_and_the_browser_agree_on_every_combination(modules):
    """Of four signs, each answered in every way or not at all, each told in words or not."""
    atlas = load_atlas()
    flags = [flag for flag in atlas.red_flags if flag.id in FLAGS]
    assert {flag.urgency for flag in flags} == {"now", "today", "soon"}
    assert len(flags) == len(FLAGS)
    texts = {}
    for told in (c for size in range(len(flags) + 1) for c in combinations(flags, size)):
        words = ". ".join(SENTENCES[flag.id] for flag in told)
        texts[frozenset(flag.id for flag in told)] = words
    asked = [
        {
            "id": each.id,
            "question": each.words,
            "urgency": each.urgency,
            "action": "go",
            "stops": each.urgency in STOPPING,
        }
        for each in questions(atlas)
    ]
    cases, expected = [], []
    for told, text in texts.items():
        read = [each.as_dict() for each in screen(atlas, {}, text)]
        assert {each["id"] for each in read} == told
        for given in product(GIVEN, repeat=len(flags)):
            answers = {f.id: a for f, a in zip(flags, given, strict=True) if a is not None}
            found = screen(atlas, answers, text)
            cases.append([answers, read])
            told_of = [[each.id, each.heard] for each in found]
            expected.append([told_of, stops_self_care(found)])
    assert len(cases) == 4**4 * 2**4
    assert {json.dumps(each) for each in expected} >= {"[[], false]"}
    assert modules.evaluate(RULE, [asked, cases]) == expected


def test_every_answer_to_a_sign_of_every_urgency_tells_the_same(modules):
    cases: list[tuple[Urgency, str | None]] = [
        (urgency, given) for urgency in URGENCIES for given in GIVEN
    ]
    told = modules.evaluate(
        """async (cases) => {
          const { tellsOf } = await import("/care/red_flag_rule.js");
          return cases.map(([urgency, given]) => tellsOf(urgency, given ?? undefined));
        }""",
        cases,
    )
    assert told == [tells_of(*case) for case in cases]
    assert told.count(True) == 4


def test_what_the_browser_takes_out_of_a_text_is_what_a_session_refuses(modules):
    found = modules.evaluate(
        """async () => {
          const { UNPRINTABLE } = await import("/lib/constants.js");
          const pattern = new RegExp(UNPRINTABLE, "u");
          const codes = Array.from({ length: 0x11000 }, (_, code) => code);
          return codes.filter((code) => pattern.test(String.fromCodePoint(code)));
        }"""
    )
    refused = [code for code in range(0x11000) if UNPRINTABLE.search(chr(code))]
    assert found == refused
    assert len(refused) > 2000
