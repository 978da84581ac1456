"""What --json prints: the shapes that others build on."""

import json

import pytest

from referral_map import PainDrawing, load_atlas, match
from referral_map.domain import MEASURED_BODY

REGION_KEYS = {"id", "name", "anatomical_name", "side", "views", "area_cm2"}
CANDIDATE_KEYS = {"rank", "trigger_point", "muscle", "side", "score", "coverage", "fit", "why"}
THIGH = "thigh_back_middle_right"


@pytest.fixture
def printed(run):
    """The JSON that a command prints."""

    def read(*arguments):
        answer = run(*arguments, "--json")
        assert answer.code == 0
        assert answer.err == ""
        return json.loads(answer.out)

    return read


def test_regions(printed):
    listed = printed("regions")
    assert len(listed) >= 120
    assert all(set(region) == REGION_KEYS for region in listed)
    thigh = next(region for region in listed if region["id"] == THIGH)
    assert thigh["side"] == "right"
    assert {"back", "right"} <= set(thigh["views"])
    assert isinstance(thigh["area_cm2"], float)
    assert thigh["name"] != thigh["anatomical_name"]


def test_atlas(printed):
    content = printed("atlas")
    assert set(content) == {
        "counts", "muscles", "nerves", "dermatomes", "subjects", "dose", "purpose", "sources"
    }  # fmt: skip
    assert set(content["dose"]) == {"seconds", "repeats", "text", "words", "sources"}
    assert all("minutes" not in muscle["self_care"]["massage"] for muscle in content["muscles"])
    counts = content["counts"]
    assert counts["muscles"] == len(content["muscles"]) >= 58
    assert counts["sources"] == len(content["sources"]) >= 60
    assert counts["nerves"] == len(content["nerves"]) >= 12
    assert counts["dermatomes"] == len(content["dermatomes"]) >= 7
    assert counts["regions_a_side"] >= 60
    points = [point for muscle in content["muscles"] for point in muscle["trigger_points"]]
    assert counts["trigger_points_a_side"] == len(points) >= 95
    for muscle in content["muscles"]:
        assert muscle["layer"] in ("superficial", "intermediate", "deep")
        assert muscle["depth_mm"] > 0
    for point in points:
        assert point["area_cm2"]["essential"] > 0
        assert bool(point["area_cm2"]["spillover"]) == bool(point["spillover"])
        for zone in filter(None, (point["essential"], point["spillover"])):
            keys = [citation.split(" ")[0] for citation in zone["sources"]]
            assert keys
            assert set(keys) <= set(content["sources"])


def test_match(printed):
    found = printed("match", "--region", THIGH, "--region", "calf_upper_right")
    assert set(found) == {
        "pain", "candidates", "sets", "shortlist", "nerve", "marked_regions", "red_flags",
        "asked_first", "alike", "ask_area", "self_care", "self_care_changes", "notes", "sources",
        "body",
    }  # fmt: skip
    assert set(found["pain"]) == {
        "area_cm2", "share_of_skin", "regions", "worst_intensity", "mean_intensity"
    }  # fmt: skip
    assert found["body"] == MEASURED_BODY
    assert found["notes"] == []
    assert found["pain"]["regions"] == [THIGH, "calf_upper_right"]
    assert found["pain"]["area_cm2"] > 100
    candidates = found["candidates"]
    assert len(candidates) >= 5
    assert all(set(c) >= CANDIDATE_KEYS for c in candidates)
    assert [c["rank"] for c in candidates] == list(range(1, len(candidates) + 1))
    posteriors = [c["posterior"] for c in candidates]
    assert posteriors == sorted(posteriors, reverse=True)
    for candidate in candidates:
        assert all(0 < candidate[key] <= 1 for key in ("score", "coverage", "fit"))
        assert candidate["why"].startswith("This might explain")


def test_match_is_that_of_the_library(printed):
    atlas = load_atlas()
    regions = ["buttock_lower_left", "thigh_back_upper_left"]
    pain = PainDrawing.from_regions(atlas, regions)
    wanted = json.loads(json.dumps(match(atlas, pain).as_dict()))
    found = printed("match", "--region", regions[0], "--region", regions[1])
    own = wanted["candidates"][0].keys()
    assert [{key: each[key] for key in own} for each in found["candidates"]] == wanted["candidates"]
    assert found["pain"].items() >= wanted["pain"].items()


def test_what_is_weak_says_so_and_what_is_not_does_not(printed):
    content = printed("atlas")
    ranks = {key: (each["rank"], each["seen"]) for key, each in content["sources"].items()}
    weak = strong = 0

    def look(value):
        nonlocal weak, strong
        if isinstance(value, dict):
            if isinstance(value.get("sources"), list):
                cited = [ranks[each.split(" ")[0]] for each in value["sources"]]
                holds = any(
                    rank not in ("practice", "popular") and seen != "through_others"
                    for rank, seen in cited
                )
                assert value.get("weak", False) == (not holds)
                weak, strong = weak + (not holds), strong + holds
            value = list(value.values())
        for each in value if isinstance(value, list) else ():
            look(each)

    look(content)
    assert weak > 50
    assert strong > 200


def test_zones_are_credited_to_what_was_read(printed):
    points = [each for muscle in printed("atlas")["muscles"] for each in muscle["trigger_points"]]
    credits = {each["id"]: each["credit"] for each in points}
    assert all("None" not in each for each in credits.values())
    assert sum(each.startswith("Zones drawn from the words of: ") for each in credits.values()) > 90
    found = printed("match", "--region", THIGH)
    assert found["candidates"]
    for candidate in found["candidates"]:
        assert candidate["credit"] == credits[candidate["trigger_point"]]
        assert {key.split(" ")[0] for key in candidate["sources"]} <= set(found["sources"])
    assert all({"rank", "seen"} <= each.keys() for each in found["sources"].values())


def test_the_published_list_is_counted_with_its_limits_and_without_odds(run):
    told = run("match", "--region", THIGH, "--answer", "leg_worse_than_back=yes")
    assert told.code == 0
    listed = next(line for line in told.out.splitlines() if "published list" in line)
    assert listed.startswith("Your answers fit 1 of 5 items of a published list. ")
    assert "no odds" in listed
    assert "likely" not in listed
    assert "strong" not in listed


def test_the_order_of_regions_does_not_matter(printed):
    there = printed("match", "--region", THIGH, "--region", "sacrum_left")
    back = printed("match", "--region", "sacrum_left", "--region", THIGH)
    assert there["candidates"] == back["candidates"]


def test_figure(printed, tmp_path):
    path = tmp_path / "point.svg"
    written = {"written": [str(path)]}
    assert printed("figure", "piriformis_lateral", "-o", path) == written | {"body": "man"}
    assert path.stat().st_size > 10_000
    on_woman = printed("figure", "piriformis_lateral", "--body", "woman", "-o", path)
    assert on_woman == written | {"body": "woman"}
