"""What is written of joints whose pain is felt elsewhere, as that of muscles and nerves is."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .records import Citation, Fact, Id, Record, Text


class JointFelt(Record):
    """How many people with proven pain of the joint felt it in some regions.

    regions: without a side; share: of the people studied, 0..1; none where it was felt and nobody
    counted how often.
    """

    regions: Annotated[list[Id], Field(min_length=1)]
    share: Annotated[float, Field(ge=0, le=1)] | None = None
    sources: Annotated[list[Citation], Field(min_length=1)]


class JointRecord(Record):
    """A joint: how its map was measured, where it is felt, and what speaks for it.

    words: how its pain was proven, and in how many people; signs: what can be looked for, each one
    sentence.
    """

    name: Text
    words: Text
    felt: Annotated[list[JointFelt], Field(min_length=1)]
    signs: Annotated[list[Fact], Field(min_length=1)]
    sources: Annotated[list[Citation], Field(min_length=1)]

    @property
    def share_in(self) -> dict[str, float]:
        """The share of people by region; where several numbers were counted, the lowest."""
        shares: dict[str, float] = {}
        for each in self.felt:
            for region in each.regions if each.share is not None else ():
                shares[region] = min(each.share or 0.0, shares.get(region, 1.0))
        return shares

    @property
    def uncounted(self) -> set[str]:
        """Regions in which it was felt and nobody counted how often."""
        named = {region for each in self.felt for region in each.regions}
        return named - set(self.share_in)
