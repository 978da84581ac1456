"""What is worked out once for each atlas: by one thread, for as long as the atlas lives."""

import gc
import weakref
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier, Event

import pytest

from referral_map.atlas import Atlas
from referral_map.atlas.once import once_a_language, once_an_atlas

THREADS = 8


@pytest.mark.parametrize("decorator", [once_an_atlas, once_a_language])
def test_threads_that_ask_at_once_do_the_work_once(atlas, decorator):
    all_here, worked = Barrier(THREADS), []

    @decorator
    def work(atlas: Atlas) -> object:
        worked.append(atlas)
        Event().wait(0.05)  # long enough for all the others to ask as well
        return object()

    def ask(_: int) -> object:
        all_here.wait()
        return work(atlas)

    with ThreadPoolExecutor(THREADS) as threads:
        results = list(threads.map(ask, range(THREADS)))
    assert len(results) == THREADS
    assert all(result is results[0] for result in results)
    assert worked == [atlas]


def test_a_result_of_an_atlas_is_the_same_in_every_language(atlas):
    work = once_an_atlas(lambda atlas: [atlas])
    assert work(atlas.in_language("es")) is work(atlas)
    assert work(atlas) == [atlas]


def test_a_result_of_a_language_is_its_own(atlas):
    spanish = atlas.in_language("es")
    work = once_a_language(lambda atlas: atlas.language)
    assert [work(spanish), work(atlas), work(spanish)] == ["es", "en", "es"]


def test_each_piece_of_work_and_each_argument_has_a_result_of_its_own(atlas):
    first = once_an_atlas(lambda _, *names: ("first", names))
    second = once_an_atlas(lambda _, *names: ("second", names))
    assert first(atlas, "a") == ("first", ("a",))
    assert first(atlas, "b", "c") == ("first", ("b", "c"))
    assert second(atlas, "a") == ("second", ("a",))
    assert first(atlas, "a") is first(atlas, "a")


def test_arguments_go_by_position(atlas):
    work = once_an_atlas(lambda _, name: name)
    with pytest.raises(TypeError, match="by position"):
        work(atlas, name="a")


def test_none_is_a_result(atlas):
    worked = []
    work = once_an_atlas(lambda atlas: worked.append(atlas))
    assert [work(atlas), work(atlas)] == [None, None]
    assert worked == [atlas]


def test_work_that_raises_is_tried_again(atlas):
    outcomes = iter([ValueError("not yet"), None])

    @once_an_atlas
    def work(_: Atlas) -> str:
        problem = next(outcomes)
        if problem:
            raise problem
        return "done"

    with pytest.raises(ValueError, match="not yet"):
        work(atlas)
    assert work(atlas) == "done"


def test_a_result_goes_with_its_atlas_even_where_it_refers_to_it(atlas):
    class Holder:
        def __init__(self, atlas: Atlas) -> None:
            self.atlas = atlas

    another = replace(atlas, _others={})
    result = weakref.ref(once_an_atlas(Holder)(another))
    assert result() is not None
    assert result().atlas is another
    gone = weakref.ref(another)
    del another
    gc.collect()
    assert gone() is None
    assert result() is None


def test_an_atlas_with_other_records_has_results_of_its_own(atlas):
    work = once_an_atlas(lambda atlas: [atlas])
    other = replace(atlas, _others={})
    assert work(other) == [other]
    assert work(atlas) == [atlas]
