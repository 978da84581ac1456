"""Records of the Learn page: pictures of subjects, themes, the nerve tour, drawings to try."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from ..domain import DrawnView
from .records import Id, Record, Text

Role = Literal["first", "felt_elsewhere", "how_sure", "who_can_help", "pain_draws_back"]
"""What other pages take from a subject.

first: stands before all themes, and wherever self-care begins; felt_elsewhere: the first two
paragraphs explain referred pain in the story of a trigger point; how_sure, who_can_help: the first
paragraph is quoted on a card, the first two of who_can_help in the story; pain_draws_back: the
page that compares visits shows it whole.
"""

Ids = tuple[Id, ...]


class SubjectPicture(Record):
    """What is drawn for a subject, in one view of the body. Ids are of the right side.

    points: trigger points with their zones; spots: without; regions: hatched as on the map;
    series: several pictures in a row, each with regions of its own; both_sides: the left, too;
    cut_to_muscles: the picture is cut to the muscles, not to all it shows; least_height: mm of the
    body it shows at least; true_size: a point's disc is as large as on the map, however small
    the picture.
    """

    caption: Text
    view: DrawnView
    points: Ids = ()
    spots: Ids = ()
    muscles: Ids = ()
    regions: Ids = ()
    nerves: Ids = ()
    narrow_places: Ids = ()
    series: Annotated[tuple[Annotated[Ids, Field(min_length=1)], ...], Field(max_length=4)] = ()
    both_sides: bool = False
    cut_to_muscles: bool = False
    least_height: Annotated[float, Field(ge=100, le=1240)] | None = None
    true_size: bool = False

    @model_validator(mode="after")
    def _fits_together(self) -> SubjectPicture:
        drawn = (self.points, self.spots, self.muscles, self.regions, self.nerves, self.series)
        if not any(drawn):
            raise ValueError("a picture shows points, spots, muscles, regions, nerves or a series")
        if self.series and self.regions:
            raise ValueError("a picture has regions or a series of them, not both")
        if self.both_sides and self.view == "right":
            raise ValueError(
                "the view 'right' shows one side; allowed with both_sides: back, front, soles"
            )
        if self.cut_to_muscles and not self.muscles:
            raise ValueError("cut_to_muscles needs muscles")
        return self


class Theme(Record):
    """A heading of the Learn page. self_care: not offered to who needs a doctor first."""

    name: Text
    self_care: bool = False


class Example(Record):
    """A drawing to try while nothing is marked: region ids with their side."""

    name: Text
    regions: Annotated[Ids, Field(min_length=1)]


class PurposePart(Record):
    """One heading of the page that says what the map is for, and the words under it."""

    heading: Text
    text: Text


class Purpose(Record):
    """What the map is for, and what not, in a patient's words."""

    title: Text
    parts: Annotated[tuple[PurposePart, ...], Field(min_length=1)]


class Tour(Record):
    """The tour along a nerve: the nerves it passes, in order; each with its narrow places."""

    nerves: Annotated[Ids, Field(min_length=1)]
