"""Which regions are marked: the browser and Python agree on it through a revision number.

The browser owns the selection and sends the whole of it after each click. Streamlit offers no
way to change it from Python: the browser would send its old one again at the next rerun. So
Python numbers the selections it makes itself. While the browser's answer carries another number
it has not yet taken Python's selection over, and Python's stands.
"""

from collections.abc import Iterable, Mapping, MutableMapping
from typing import Any

MAP = "body_map"
_REV = "marks_rev"
_SEED = "marks_seed"


def map_data(state: Mapping[str, Any]) -> dict[str, Any]:
    """`rev` and `selected` for the map: the same at every run until Python makes a selection."""
    return {"rev": state.get(_REV, 0), "selected": list(state.get(_SEED, ()))}


def marked_regions(state: Mapping[str, Any], known: Iterable[str]) -> list[str]:
    """Ids of the marked regions, in the order they were marked.

    The browser's word is not trusted: ids not among `known` and repeated ones are left out.
    """
    ours = map_data(state)
    theirs = (state.get(MAP) or {}).get("marks") or {}
    agreed = isinstance(theirs, Mapping) and theirs.get("rev") == ours["rev"]
    selected = theirs.get("selected") if agreed else ours["selected"]
    known = set(known)
    ids = selected if isinstance(selected, list) else []
    return [each for each in dict.fromkeys(map(str, ids)) if each in known]


def select(state: MutableMapping[str, Any], regions: Iterable[str]) -> None:
    """Replace the selection from Python, and so on the map."""
    state[_SEED] = list(regions)
    state[_REV] = state.get(_REV, 0) + 1
