"""From a list of regions to ranked trigger points with reasons, and a picture of the first one.

python docs/examples/from_regions_to_points.py [FOLDER]    writes FOLDER/first_point.png
"""

import sys
from pathlib import Path

from referral_map import PainDrawing, analyse, drawings, load_atlas, pattern_figure, save_figure

WHERE_IT_HURTS = ["thigh_back_lower_right", "calf_upper_right"]


def main(folder: Path) -> None:
    """Print the first five points with a reason each, then the points that fit together."""
    atlas = load_atlas()
    pain = PainDrawing.from_regions(atlas, WHERE_IT_HURTS)
    print(f"{pain.area_cm2:.0f} cm2 of skin hurt.\n")

    analysis = analyse(atlas, pain)
    reasons = {(each.trigger_point, each.side): each.why for each in analysis.result.candidates}
    for place, (point, side) in enumerate(analysis.shortlist[:5], 1):
        print(f"{place}. {atlas.muscle_of(point).name}, {atlas.trigger_point(point).name}, {side}")
        print(f"   {reasons.get((point, side), 'It adds to what others explain.')}\n")

    for each in analysis.sets:
        points = " + ".join(member.trigger_point for member in each.members)
        start = "Together" if len(each.members) > 1 else "Alone"
        print(f"{start}: {points} might explain {each.coverage:.0%}.")

    point, side = analysis.shortlist[0]
    picture = folder / "first_point.png"
    # All views are drawn once; more pictures from the same drawings take no time.
    save_figure(pattern_figure(atlas, drawings(atlas), point, side), picture, dpi=90)
    print(f"\nThe picture: {picture.name}")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd())
