"""Records of nerves and dermatomes: what could be mistaken for a muscle's pattern."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

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
    ViewName,
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
    """A branch and the drawings that show it."""

    id: Id
    name: Text
    structures: Annotated[list[Structure], Field(min_length=1)]


class NarrowPlace(Record):
    """A place where a nerve is known to be caught, and the muscles that may do it."""

    id: Id
    name: Text
    place: Text
    view: ViewName
    text: Text
    muscles: tuple[Id, ...] = ()
    sources: Sources


class Variant(Record):
    """A way in which bodies differ, and how often that is reported."""

    id: Id
    name: Text
    text: Text
    how_often: Text
    sources: Sources


class NerveRecord(Record):
    """A nerve: roots, course, branches, the skin it feels, where it is caught, how it varies.

    part_of: the nerve it belongs to, when a picture of that nerve shows this one too.
    """

    id: Id
    name: Text
    latin: Text
    plain_name: Text
    other_names: tuple[Text, ...] = ()
    roots: Annotated[list[Text], Field(min_length=1)]
    part_of: Id | None = None
    ids: OntologyIds = OntologyIds()
    course: Fact
    supplies: Fact
    in_plain_words: Fact
    branches: tuple[NerveBranch, ...] = ()
    skin_fields: tuple[SkinZone, ...] = ()
    narrow_places: tuple[NarrowPlace, ...] = ()
    variants: tuple[Variant, ...] = ()
