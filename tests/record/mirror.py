"""The marks of one side on the other, as small as it can be said."""

MIRRORED_VIEW = {"right": "left", "left": "right"}


def side_of(mark: dict) -> str:
    """The patient's side of a mark."""
    if "region" in mark:
        return mark["region"].rpartition("_")[2]
    if mark["view"] in MIRRORED_VIEW:
        return mark["view"]
    right_is_positive = mark["view"] == "back"
    middle = sum(u for u, _ in mark["path"])
    return "right" if right_is_positive == (middle >= 0) else "left"


def mirrored(mark: dict) -> dict:
    """The mark on the other side."""
    if "region" in mark:
        part, _, side = mark["region"].rpartition("_")
        return mark | {"region": f"{part}_{'left' if side == 'right' else 'right'}"}
    view = MIRRORED_VIEW.get(mark["view"], mark["view"])
    return mark | {"view": view, "path": [[-u, v] for u, v in mark["path"]]}


def place(mark: dict) -> str:
    """What it marks, however it is rated."""
    if "region" in mark:
        return mark["region"]
    return repr(
        [
            mark["kind"],
            mark["body"],
            mark["view"],
            [[u + 0, v] for u, v in mark["path"]],
            mark["size_cm"],
        ]
    )
