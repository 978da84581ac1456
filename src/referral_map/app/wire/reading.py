"""The reading of a person's document: what the page of results shows."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from referral_map.app.wire.base import Share, Size, Text, Wire
from referral_map.app.wire.texts import HelpLine
from referral_map.domain import Body, Certainty, Finding, HoldBack, Side, Strength, Urgency


class Pain(Wire):
    """What is marked."""

    area_cm2: Size
    share_of_skin: Share
    """The same as a share of the whole skin of the body."""
    regions: list[str]
    """Regions that are marked wholly or mostly."""
    worst_intensity: float | None
    """0..10, null when nothing was rated."""
    mean_intensity: float | None
    """0..10 over the rated skin, null when nothing was rated."""


class Candidate(Wire):
    """A trigger point that might explain the pain."""

    rank: int
    """Its place in the order of the posteriors, from 1 on."""
    trigger_point: str
    same_pattern: list[str]
    """Other points of the muscle for which the texts give the same pattern."""
    side: Side
    posterior: Share
    """The overall match: the score, how common, how sure, and what was answered and pressed."""
    score: Share
    """How well its pattern explains the drawing."""
    coverage: Share
    """How much of the pain its pattern explains."""
    fit: Share
    """How much of its pattern is marked."""
    why: Text
    weighed: Text
    """How well it fits, how common it is and how sure its pattern, in words."""
    odds: Text
    """The same in numbers."""
    group: int
    """Candidates with nearly the same posterior share this number, from 1 on."""
    essential_cm2: Size
    spillover_cm2: Size
    missing: str
    """The regions of its pattern that are not marked, in words."""
    common_words: str
    """In how many people studies found it, in words; empty where nobody counted."""
    of_complaint: bool
    """Whether the drawing is of the complaint in which people with the point were counted."""
    place: int
    """Its place in the order worth naming, which looks at what several explain together: from 0."""
    together: bool
    """Whether it is one of several that explain the pain best together."""


class AreaQuestion(Wire):
    """The region of which it tells most whether it hurts there too."""

    region: str
    bits: float
    """What the answer is expected to tell."""


class Step(Wire):
    """What the finding at one point did to its candidate."""

    trigger_point: str
    side: Side
    finding: Finding
    before: Share | None
    """Its posterior before the finding, null where the point is not listed."""
    after: Share | None
    words: Text


class Member(Wire):
    """A point of a set, and its own share of what is marked."""

    trigger_point: str
    same_pattern: list[str]
    muscle: str
    side: Side
    share_cm2: Size
    share: Share


class PointSet(Wire):
    """Points that might explain the pain together, the largest share first."""

    members: list[Member]
    explained_cm2: Size
    unexplained_cm2: Size
    coverage: Share
    score: Share
    best_possible: Share
    """What no set of this size exceeds; the score where the search was exact."""


class SignItem(Wire):
    """A sign that points toward a nerve, a muscle, or neither."""

    id: str
    kind: Literal["answer", "muscle", "drawing"]
    """Where it comes from."""
    answer: Literal["yes", "no"]
    """Whether the sign is there, or its absence counts."""
    strength: Strength
    text: Text
    sources: list[str]


class SkinShare(Wire):
    """The skin of a nerve that holds some of the pain."""

    id: str
    name: Text
    side: Side
    share_of_pain: Share
    share_of_area: Share


class JointShare(Wire):
    """A joint that is felt where the drawing is."""

    id: str
    name: Text
    side: Side
    share_of_pain: Share
    typical: Share
    """Of the people studied, how many felt it where the drawing is, on average."""
    felt: list[tuple[str, Share]]
    """Regions on its side, each with the share of people; a tenth where nobody counted."""
    text: Text


class ModelItems(Wire):
    """The items of the published model of sciatica that were answered."""

    present: list[str]
    absent: list[str]
    not_answered: list[str]
    text: Text
    limits: Text
    sources: list[str]


class NerveReading(Wire):
    """Muscle or nerve: signs by what they point toward, the strongest first, and no verdict."""

    toward_nerve: list[SignItem]
    toward_muscle: list[SignItem]
    toward_neither: list[SignItem]
    areas: list[SkinShare]
    joints: list[JointShare]
    model: ModelItems | None
    """Null when no question of the model was answered."""
    summary: Text


class FoundFlag(Wire):
    """A sign that needs a doctor, which an answer or the person's own words tell of."""

    id: str
    urgency: Urgency
    heard: Certainty
    """Whether it was told, or has to be asked."""
    question: str = ""
    """What is to be asked; left out of a sure sign."""
    action: Text
    why: Text
    """Which answer or words tell of it."""
    stops: bool
    """Whether it takes the place of self-care once it is sure."""
    sources: list[str]
    help_lines: list[HelpLine] = Field(default_factory=list[HelpLine])
    """Whom to call; left out where there is none."""


class AskedFirst(Wire):
    """A question that the marks ask before all others and that has no answer yet."""

    id: str
    question: Text
    urgency: Urgency


class SelfCareChange(Wire):
    """What a sure sign changes in self-care."""

    sign: str
    hold_back: HoldBack
    text: Text
    trigger_points: list[str]
    """Right-sided points whose self-care it is about; none: all."""
    sources: list[str]


class Reading(Wire):
    """Everything that is said of a person's document."""

    body: Body
    """The body it was read on."""
    pain: Pain
    candidates: list[Candidate]
    """Those worth naming, in that order; ``listed`` tells how many there are."""
    alike: int
    """How many fit the drawing about as well as the first."""
    ask_area: AreaQuestion | None
    """What to ask next, null where no answer would tell enough."""
    steps: list[Step] = Field(default_factory=list[Step])
    """Left out where no point was pressed."""
    sets: list[PointSet]
    nerve: NerveReading
    red_flags: list[FoundFlag]
    """The sure ones, then those to ask; the most urgent first."""
    asked_first: list[AskedFirst]
    self_care_changes: list[SelfCareChange]
    marked_regions: list[str]
    """Regions, without a side, of which any skin is marked."""
    self_care: bool
    """Whether nothing needs a doctor now or today."""
    notes: list[str]
    """What of the document was left out, one sentence each."""
    listed: int
