"""Records of nerves and dermatomes: what could be mistaken for a muscle's pattern."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..domain import DrawnView, Strength
from .records import (
    Citation,
    Fact,
    Id,
    OntologyIds,
    PatchRecord,
    Record,
    StrokeRecord,
    Structure,
    Text,
)

Sources = Annotated[list[Citation], Field(min_length=1)]


class SkinZone(Record):
    """An area of skin: what texts say, how unsure they are, and the shape drawn from it."""

    id: Id
    name: Text
    words: Text
    uncertainty: Text
    sources: Sources
    strokes: tuple[StrokeRecord, ...] = ()
    patches: tuple[PatchRecord, ...] = ()

    @model_validator(mode="after")
    def _drawn(self) -> SkinZone:
        if not self.strokes and not self.patches:
            raise ValueError("an area of skin needs at least one stroke or patch")
        return self


class Dermatome(SkinZone):
    """The skin of one nerve root; ``choices`` says where maps differ and what was drawn."""

    choices: Text


class NerveBranch(Record):
    """A branch and the drawings that show it.

    corridor: how the corridor of the main nerve takes it to the skin: to the nearest skin; to the
    skin straight behind, where it is so deep that the nearest may be another face of the limb; or
    not at all.
    """

    id: Id
    name: Text
    structures: Annotated[list[Structure], Field(min_length=1)]
    corridor: Literal["nearest", "behind", "left_out"] = "nearest"


class NarrowPlace(Record):
    """A place where a nerve can be trapped, and the muscles that may press on it.

    leaves_pelvis: the main nerve comes out of the pelvis here.
    """

    id: Id
    name: Text
    place: Text
    view: DrawnView
    text: Text
    muscles: tuple[Id, ...] = ()
    leaves_pelvis: bool = False
    sources: Sources


class Variant(Record):
    """An anatomical variant, and how often it is reported."""

    id: Id
    name: Text
    text: Text
    how_often: Text
    sources: Sources


class NerveRecord(Record):
    """A nerve: roots, course, branches, the skin it supplies, where it is trapped, how it varies.

    part_of: the nerve it belongs to, when a picture of that nerve shows this one too; main: the
    nerve whose pain is most often taken for that of trigger points, drawn with them.
    """

    id: Id
    name: Text
    latin: Text
    plain_name: Text
    other_names: tuple[Text, ...] = ()
    roots: Annotated[list[Text], Field(min_length=1)]
    part_of: Id | None = None
    main: bool = False
    ids: OntologyIds = OntologyIds()
    course: Fact
    supplies: Fact
    in_plain_words: Fact
    branches: tuple[NerveBranch, ...] = ()
    skin_fields: tuple[SkinZone, ...] = ()
    narrow_places: tuple[NarrowPlace, ...] = ()
    variants: tuple[Variant, ...] = ()


class SignReading(Record):
    """What a sign points toward, how strongly, and one plain sentence for the patient."""

    toward: Literal["nerve", "muscle", "neither"]
    strength: Strength
    text: Text
    sources: Sources


class NerveSign(Record):
    """A sign that tells nerve from muscle: a question, or something seen in the drawing, or a
    muscle high in the list of matches.

    regions: what counts as the groin, where that is what the drawing shows, or where pain must be
    marked for its muscles to count; yes, no: what it
    points toward when it is there, and when it is not; evidence: for the
    therapist, with numbers and limits; model_item: the item of the published model of sciatica
    that the question stands for.
    """

    id: Id
    question: str = ""
    drawing: Literal["below_knee", "sciatic_corridor", "one_area", "groin"] | None = None
    regions: tuple[Id, ...] = ()
    muscles: tuple[Id, ...] = ()
    model_item: (
        Literal[
            "sensory_change", "below_knee", "leg_worse", "neural_tension", "neurological_deficit"
        ]
        | None
    ) = None
    evidence: Fact
    yes: SignReading | None = None
    no: SignReading | None = None

    @model_validator(mode="after")
    def _one_kind(self) -> NerveSign:
        if sum((bool(self.question), self.drawing is not None, bool(self.muscles))) != 1:
            raise ValueError("a sign has one of question, drawing and muscles")
        if self.yes is None and self.no is None:
            raise ValueError("a sign needs yes or no, or both")
        if self.drawing == "groin" and not self.regions:
            raise ValueError("a sign with drawing = 'groin' needs regions")
        if self.regions and not (self.drawing == "groin" or self.muscles):
            raise ValueError("regions belong to a sign with drawing = 'groin' or with muscles")
        return self

    @model_validator(mode="after")
    def _shape_is_weak(self) -> NerveSign:
        readings = [reading for reading in (self.yes, self.no) if reading]
        if self.drawing and any(reading.strength != "weak" for reading in readings):
            raise ValueError("what is seen in a drawing is never more than a weak sign")
        return self


class NerveSignFile(Record):
    """All signs, as the one file that holds them."""

    signs: tuple[NerveSign, ...]
