"""``atlas/texts-<language>.json``: every text the browser shows, in one language.

Facts, massage, subjects and sources are the records that people wrote in ``anatomy/``.
"""

from __future__ import annotations

from referral_map.app.wire.base import Share, Size, Text, Wire
from referral_map.atlas.care_records import Dose, Massage, Subject
from referral_map.atlas.learn_records import Purpose
from referral_map.atlas.nerve_records import Variant
from referral_map.atlas.records import Fact, HowSure, Involvement, NerveRisk, Source
from referral_map.domain import Answer, BodyPart, DrawnView, HoldBack, Language, Layer, Urgency


class Zone(Wire):
    """Where a point's pain is felt, in words."""

    text: Text
    sources: list[str]
    how_sure: HowSure


class SelfCareTexts(Wire):
    """What a person can do for one muscle, and when to stop and see someone."""

    self_test: Fact
    massage: Massage
    movement: Fact
    sets_it_off: Fact
    stop: Fact
    see_someone: Fact


class NearNerve(Wire):
    """A nerve near a muscle."""

    nerve: str
    distance_mm: Size


class MuscleTexts(Wire):
    """A muscle in words, and the few numbers that words are made of."""

    name: Text
    latin: Text
    plain_name: Text
    other_names: list[str]
    part_of_body: BodyPart
    layer: Layer
    attachments: Fact
    action: Fact
    nerve_supply: Fact
    trigger_points: list[str]
    depth_mm: Size
    """Of its middle under the skin."""
    self_care: SelfCareTexts
    nerves_near: list[NearNerve]


class PointTexts(Wire):
    """A trigger point in words."""

    name: Text
    where: Text
    landmarks: Text
    view: DrawnView
    sources: list[str]
    how_sure: HowSure
    involvement: Involvement | None
    mimics: Fact | None
    nerve_risk: NerveRisk | None
    muscle: str
    essential: Zone
    spillover: Zone | None
    felt: list[tuple[str, Share]]
    """Regions in which the right-sided point is felt, and the share of its pattern there: the
    largest first."""


class SkinFieldTexts(Wire):
    """A field of skin that a nerve feels."""

    id: str
    name: Text
    words: Text
    uncertainty: Text


class NarrowPlaceTexts(Wire):
    """A place where a nerve can be trapped, and the muscles that may press on it."""

    id: str
    name: Text
    view: DrawnView
    text: Text
    muscles: list[str]
    sources: list[str]


class NerveTexts(Wire):
    """A nerve in words."""

    name: Text
    latin: Text
    plain_name: Text
    other_names: list[str]
    roots: list[str]
    part_of: str | None
    """The nerve it is a branch of."""
    main: bool
    """Whether it is the one that is drawn beside each pattern."""
    course: Fact
    supplies: Fact
    in_plain_words: Fact
    variants: list[Variant]
    skin_fields: list[SkinFieldTexts]
    narrow_places: list[NarrowPlaceTexts]


class JointTexts(Wire):
    """A joint whose pain is felt elsewhere."""

    name: Text
    words: Text
    """How its map was measured, and in how many people."""
    signs: list[Fact]
    sources: list[str]


class DermatomeTexts(Wire):
    """The skin of one nerve root."""

    name: Text
    words: Text
    uncertainty: Text


class FlagSelfCare(Wire):
    """What a sign changes in self-care."""

    hold_back: HoldBack
    text: Text
    trigger_points: list[str]
    """Right-sided points whose self-care it is about; none: all."""
    sources: list[str]


class HelpLine(Wire):
    """Whom to call, and in which country."""

    country: Text
    number: Text
    service: Text


class FlagQuestion(Wire):
    """A question about a sign that needs a doctor, and what to do when it is there."""

    id: str
    question: Text
    urgency: Urgency
    action: Text
    stops: bool
    """Whether it takes the place of self-care."""
    asked_at: list[str]
    """Regions, without a side, of which one is to be marked for it to be asked; none: always."""
    asked_first: list[str]
    """Those of them that make it a question before all others."""
    self_care: FlagSelfCare | None
    help_lines: list[HelpLine]


class SignQuestion(Wire):
    """A question that tells nerve from muscle."""

    id: str
    question: Text
    answers: list[Answer]


class ThemeTexts(Wire):
    """A heading of the Learn page, and the subjects under it in the order of reading."""

    id: str
    name: Text
    self_care: bool
    subjects: list[str]


class ExampleDrawing(Wire):
    """A drawing to try while nothing is marked: regions with their side."""

    id: str
    name: Text
    regions: list[str]


class SourceTexts(Source):
    """A work that facts rest on."""

    weak: bool = False
    """Whether a fact that rests on such works alone is weakly supported."""


class Texts(Wire):
    """All texts of a language, by id."""

    language: Language
    words: dict[str, str]
    """The words of the page by key, with ``{fields}`` in braces."""
    credit: Text
    regions: dict[str, Text]
    felt_in: dict[str, list[tuple[str, Share, Share]]]
    """By region: right-sided points, the share of each one's pattern that lies there, and the share
    of the region that its pattern covers."""
    muscles: dict[str, MuscleTexts]
    trigger_points: dict[str, PointTexts]
    nerves: dict[str, NerveTexts]
    dermatomes: dict[str, DermatomeTexts]
    joints: dict[str, JointTexts]
    subjects: list[Subject]
    themes: list[ThemeTexts]
    tour: list[str]
    """Nerves that the tour passes, in order."""
    dose: Dose
    purpose: Purpose
    examples: list[ExampleDrawing]
    flags: list[FlagQuestion]
    """The most urgent first."""
    signs: list[SignQuestion]
    sources: dict[str, SourceTexts]
