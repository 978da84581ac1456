"""Records as plain data, for JSON."""

from typing import Any


def plain(value: Any) -> Any:
    """The same with every dataclass in it as a dict by the names of its fields, and every tuple as
    a list. (``dataclasses.asdict`` copies all it meets, which took a tenth of a reading.)"""
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {name: plain(each) for name, each in vars(value).items()}
    return value
