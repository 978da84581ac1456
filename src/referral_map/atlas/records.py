"""The records people write, checked when they are made.

One class a kind of record; unknown keys are refused. See ``anatomy/README.md`` for the format.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, model_validator

from ..domain import BodyPart, DrawnView, Grade, HowCommon, Layer

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Structure = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_]*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Citation = Text
Millimetres = Annotated[float, Field(gt=0, le=400)]
BrushSide = Literal["same", "opposite", "both"]


class Record(BaseModel):
    """Frozen, and strict about keys."""

    model_config = ConfigDict(extra="forbid", frozen=True)


SourceRank = Literal[
    "standard",
    "guideline",
    "review",
    "trial",
    "study",
    "professional",
    "reference",
    "practice",
    "popular",
]
"""What kind of authority a source has; ``anatomy/README.md`` says what belongs under each."""

SeenPart = Literal["whole", "chapter", "page", "abstract", "opening", "through_others"]
"""How much of a source was read; ``through_others``: it was not open, but others that follow it."""


class Source(Record):
    """A work that facts rest on: a book, a paper, or a page with the address where it was read.

    year: of the work itself; only a page may leave it out, where it prints no date. rank: what
    kind of authority it has; seen: how much of it was read; no_identifier: why a paper has neither
    doi nor pmid, where it has neither.
    """

    kind: Literal["book", "paper", "page"]
    authors: Text
    title: Text
    year: Annotated[int, Field(ge=1850, le=2100)] | None = None
    publisher: str = ""
    journal: str = ""
    doi: str = ""
    pmid: Annotated[str, StringConstraints(pattern=r"^\d*$")] = ""
    no_identifier: str = ""
    rank: SourceRank
    seen: SeenPart
    url: HttpUrl | None = None
    note: Text

    @model_validator(mode="after")
    def _page_has_address(self) -> Source:
        if self.kind == "page" and self.url is None:
            raise ValueError("a page needs a url")
        return self

    @model_validator(mode="after")
    def _work_has_year(self) -> Source:
        if self.kind != "page" and self.year is None:
            raise ValueError(f"a {self.kind} needs a year")
        return self


class Fact(Record):
    """A statement and where it comes from."""

    text: Text
    sources: Annotated[list[Citation], Field(min_length=1)]


class HowSure(Record):
    """How sure it is where a point lies, or where a zone is felt: a grade, and the sources that
    make it so.

    text: why, where it is not plain from the sources.
    """

    grade: Grade
    text: str = ""
    sources: Annotated[list[Citation], Field(min_length=1)]


class StrokeRecord(Record):
    """A path of point expressions with a full width in mm: one, or one a point."""

    path: Annotated[list[Text], Field(min_length=2)]
    width: Millimetres | list[Millimetres]
    side: BrushSide = "same"

    @model_validator(mode="after")
    def _one_width_a_point(self) -> StrokeRecord:
        if isinstance(self.width, list) and len(self.width) != len(self.path):
            raise ValueError(
                f"{len(self.width)} widths for {len(self.path)} points; "
                "allowed: one width, or one a point"
            )
        return self

    @property
    def widths(self) -> list[float]:
        """The width in mm at each point."""
        return self.width if isinstance(self.width, list) else [self.width] * len(self.path)


class PatchRecord(Record):
    """An ellipse: a centre and two radii in mm, along the body's length and across it."""

    at: Text
    radii: Annotated[list[Millimetres], Field(min_length=2, max_length=2)]
    side: BrushSide = "same"


class ZoneRecord(Record):
    """An essential or spillover zone: what texts say, who says it, and the shape drawn from it."""

    words: Text
    sources: Annotated[list[Citation], Field(min_length=1)]
    how_sure: HowSure
    strokes: tuple[StrokeRecord, ...] = ()
    patches: tuple[PatchRecord, ...] = ()

    @model_validator(mode="after")
    def _drawn(self) -> ZoneRecord:
        if not self.strokes and not self.patches:
            raise ValueError("a zone needs at least one stroke or patch")
        return self


class Involvement(Fact):
    """How commonly a point is involved.

    how_common: the same in one word, left out where the text says nothing of it.
    share_of_people: the share 0..1 of the people studied in whom it was found, where a cited
    study counts; of a range the lower end. complaint: what those people suffered from; the share
    says nothing of people with pain elsewhere.
    """

    how_common: HowCommon | None = None
    share_of_people: Annotated[float, Field(gt=0, le=1)] | None = None
    complaint: Id | None = None

    @model_validator(mode="after")
    def _of_a_complaint(self) -> Involvement:
        if (self.share_of_people is None) != (self.complaint is None):
            raise ValueError("share_of_people and complaint stand together or not at all")
        return self


class NerveRisk(Fact):
    """Which nerves the muscle may press on at this point."""

    nerves: Annotated[list[Id], Field(min_length=1)]


class OntologyIds(Record):
    """The same structure in public ontologies."""

    fma: Annotated[str, StringConstraints(pattern=r"^(FMA\d+)?$")] = ""
    uberon: Annotated[str, StringConstraints(pattern=r"^(UBERON:\d{7})?$")] = ""


class TriggerPointRecord(Record):
    """A trigger point: where it is, and the essential and spillover zone it refers to.

    how_sure: of the place; involvement: how commonly it is involved, left out where no source
    says; mimics: what it is mistaken for; nerve_risk: nerves the muscle may press on there.
    """

    id: Id
    name: Text
    where: Text
    landmarks: Text
    place: Text
    view: DrawnView
    sources: Annotated[list[Citation], Field(min_length=1)]
    how_sure: HowSure
    involvement: Involvement | None = None
    mimics: Fact | None = None
    nerve_risk: NerveRisk | None = None
    essential: ZoneRecord
    spillover: ZoneRecord | None = None


class MuscleRecord(Record):
    """A muscle and its trigger points, geometry written for the right side.

    layer_reason: why the layer is not the one measured under the nearest skin, where it is not.
    """

    id: Id
    name: Text
    latin: Text
    plain_name: Text
    other_names: tuple[Text, ...] = ()
    part_of_body: BodyPart
    layer: Layer
    layer_reason: str = ""
    structures: Annotated[list[Structure], Field(min_length=1)]
    choices: Text
    ids: OntologyIds = OntologyIds()
    attachments: Fact
    action: Fact
    nerve_supply: Fact
    trigger_points: Annotated[list[TriggerPointRecord], Field(min_length=1)]


class RegionRecord(Record):
    """The names of a clickable region; ``part`` is the part of the body it is listed under."""

    name: Text
    anatomical_name: Text
    part: Literal[
        "trunk", "pelvis", "hip", "thigh", "knee", "leg", "ankle", "foot",
        "head", "neck", "upper_back", "chest", "shoulder", "arm", "elbow", "forearm", "wrist",
        "hand",
    ]  # fmt: skip


class ComplaintRecord(Record):
    """What people of a study suffered from; ``regions``: where that is felt, without a side."""

    name: Text
    words: Text
    regions: Annotated[list[Id], Field(min_length=1)]
    sources: Annotated[list[Citation], Field(min_length=1)]


class LandmarkRecord(Record):
    """What a landmark is, in words."""

    name: Text
    where: Text
    midline: bool = False
