"""Joints that are felt where the marks are: named, drawn, and each with what speaks for it."""

from playwright.sync_api import expect

from referral_map import load_atlas
from referral_map.sessions import read, session_of

DARKNESS = """all => all.map(each =>
  [getComputedStyle(each).fill, Number(each.getAttribute("fill-opacity"))])"""


def test_the_joints_of_the_reading_are_shown_with_their_maps(body):
    body.list_for("buttock_upper_right")
    body.click("low_back_lower_right", "back")
    body.expect_marked(2)
    fold = body.page.locator("details.joints")
    fold.locator("summary").first.click()
    reading = read(load_atlas(), session_of(body.document()))
    joints = reading.nerve.joints
    assert len(joints) >= 2
    shown = fold.locator(".joint")
    expect(shown).to_have_count(len(joints))
    for joint, element in zip(joints, shown.all(), strict=True):
        assert element.get_attribute("data-joint") == joint.id
        expect(element).to_contain_text(joint.text)
        signs = load_atlas().records.joints[joint.id].signs
        expect(element.locator("ul.plain-list > li")).to_have_count(len(signs))
        felt = element.locator(".joint-felt").evaluate_all(DARKNESS)
        assert felt
        assert all(colour.startswith(("rgb", "color")) for colour, _ in felt)
        assert len({darkness for _, darkness in felt}) >= min(
            2, len(set(dict(joint.felt).values()))
        )
