"""Three visits: sessions are saved, opened again and compared, and the comparison becomes a PDF.

python docs/examples/three_visits.py [FOLDER]    writes FOLDER/visit_1.json ... and visits.pdf
"""

import sys
from pathlib import Path

from referral_map import (
    BrushMark,
    RegionMark,
    Session,
    compare,
    load_atlas,
    open_session,
    save_visits,
    write_session,
)

BUTTOCK, THIGH, CALF = "buttock_outer_right", "thigh_back_middle_right", "calf_upper_right"


def three_sessions() -> list[Session]:
    """Pain that draws back from the calf to the buttock, and weakens."""
    all_down_the_leg = [RegionMark(region=each, intensity=8) for each in (BUTTOCK, THIGH, CALF)]
    to_the_thigh = [RegionMark(region=each, intensity=5) for each in (BUTTOCK, THIGH)]
    # A stroke of the brush, 3 cm wide: places in picture mm of the back view of a body.
    path = (106, 799), (127, 834)
    a_small_spot = [BrushMark(body="man", view="back", path=path, size_cm=3, intensity=2)]
    return [
        Session(visited="2026-09-01T10:00:00Z", marks=tuple(all_down_the_leg)),
        Session(visited="2026-10-01T10:00:00Z", marks=tuple(to_the_thigh)),
        Session(visited="2026-11-01T10:00:00Z", marks=tuple(a_small_spot)),
    ]


def main(folder: Path) -> None:
    """Write the files, read them back, and say what has changed."""
    files = [folder / f"visit_{number}.json" for number in (1, 2, 3)]
    for session, file in zip(three_sessions(), files, strict=True):
        write_session(session, file)

    atlas = load_atlas()
    comparison = compare(atlas, [open_session(file).session for file in files])
    for visit in comparison.visits:
        day, worst = (visit.visited or "")[:10], visit.worst_intensity
        print(f"{day}: {visit.area_cm2:4.0f} cm2, worst {worst:.0f} of 10")
    print(f"\n{comparison.sentence}")
    print(*comparison.details, sep="\n")

    save_visits(atlas, comparison, folder / "visits.pdf")
    print("\nThe page to print: visits.pdf")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path.cwd())
