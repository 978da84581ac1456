"""Ready-made pain drawings, so that a newcomer sees at once what the map does."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Example:
    """A drawing to try: an id, what its button says, and the regions it marks."""

    id: str
    label: str
    regions: tuple[str, ...]


EXAMPLES = (
    Example(
        "back_of_thigh",
        "Back of the right thigh",
        ("thigh_back_upper_right", "thigh_back_middle_right"),
    ),
    Example("low_back", "Right low back", ("low_back_lower_right",)),
    Example("calf", "Left calf", ("calf_upper_left", "calf_middle_left")),
)
