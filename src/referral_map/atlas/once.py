"""What is worked out once for each atlas: at the first call, and kept with the atlas.

``@once_an_atlas`` is for what is the same in every language, ``@once_a_language`` for what holds
words of the atlas. Both decorate a function whose first argument is the atlas.

Threads that ask at once wait for the first of them, and all get the same result. A result goes when
its atlas goes, even one that refers to its atlas. Nothing is kept of work that raises: the next
call tries again. Arguments after the atlas are hashable and given by position; each combination of
them has a result of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import wraps
from threading import RLock
from typing import TYPE_CHECKING, Concatenate, Generic, ParamSpec, TypeVar, cast

if TYPE_CHECKING:
    from .atlas import Atlas

_T = TypeVar("_T")
_P = ParamSpec("_P")


class Result(Generic[_T]):
    """The result of one piece of work; ``get`` does it at the first call."""

    def __init__(self) -> None:
        # A thread may come back to its own work by mistake: endless recursion tells what is wrong,
        # where a plain lock would only stop.
        self._lock = RLock()
        self._values: tuple[_T] | None = None

    def get(self, work: Callable[[], _T]) -> _T:
        """The result; of threads that ask at once only one does the work."""
        if self._values is None:
            with self._lock:
                if self._values is None:
                    self._values = (work(),)
        return self._values[0]


def once_a_language(
    work: Callable[Concatenate[Atlas, _P], _T],
) -> Callable[Concatenate[Atlas, _P], _T]:
    """Does work once for an atlas in each language: for what holds words of the atlas."""

    @wraps(work)
    def worked_out(atlas: Atlas, *args: _P.args, **by_name: _P.kwargs) -> _T:
        if by_name:
            raise TypeError(f"{work.__name__}() takes its arguments by position: {list(by_name)}")
        # `setdefault` is one step: two threads get the same result to wait for.
        kept = atlas.results.setdefault((work, *cast("tuple[Hashable, ...]", args)), Result())
        return cast("Result[_T]", kept).get(lambda: work(atlas, *args, **by_name))

    return worked_out


def once_an_atlas(
    work: Callable[Concatenate[Atlas, _P], _T],
) -> Callable[Concatenate[Atlas, _P], _T]:
    """Does work once for an atlas in all its languages; the work is given the original."""
    of_original = once_a_language(work)

    @wraps(work)
    def worked_out(atlas: Atlas, *args: _P.args, **by_name: _P.kwargs) -> _T:
        return of_original(atlas.original, *args, **by_name)

    return worked_out
