"""The agreement between browser and Python on what is marked."""

from referral_map.app import marks

KNOWN = ("a", "b", "c")


def session(**entries):
    return dict(entries)


def from_browser(state, rev, selected):
    state[marks.MAP] = {"marks": {"rev": rev, "selected": selected}}
    return state


def test_nothing_is_marked_at_first():
    state = session()
    assert marks.marked_regions(state, KNOWN) == []
    assert marks.map_data(state) == {"rev": 0, "selected": []}


def test_the_browsers_selection_counts_in_its_order():
    state = from_browser(session(), 0, ["c", "a"])
    assert marks.marked_regions(state, KNOWN) == ["c", "a"]


def test_the_map_is_given_the_same_data_whatever_is_marked():
    # Streamlit sends a component's data again, and runs its code again, only when it changes.
    state = session()
    before = marks.map_data(state)
    assert marks.map_data(from_browser(state, 0, ["a"])) == before


def test_a_selection_by_python_stands_until_the_browser_has_taken_it_over():
    state = from_browser(session(), 0, ["a"])
    marks.select(state, ["b"])
    assert marks.map_data(state) == {"rev": 1, "selected": ["b"]}
    assert marks.marked_regions(state, KNOWN) == ["b"]
    # Streamlit's browser side sends its old state with every rerun.
    assert marks.marked_regions(from_browser(state, 0, ["a"]), KNOWN) == ["b"]
    assert marks.marked_regions(from_browser(state, 1, ["b", "c"]), KNOWN) == ["b", "c"]
    assert marks.marked_regions(from_browser(state, 1, []), KNOWN) == []


def test_each_selection_by_python_has_its_own_number():
    state = session()
    marks.select(state, ["a"])
    marks.select(state, [])
    assert marks.map_data(state) == {"rev": 2, "selected": []}
    assert marks.marked_regions(from_browser(state, 1, ["a"]), KNOWN) == []


def test_the_browsers_word_is_not_trusted():
    for selected in (["a", "x", "a"], ["a", None, "x"]):
        assert marks.marked_regions(from_browser(session(), 0, selected), KNOWN) == ["a"]
    for selected in (None, "a", {"a": 1}, 3):
        assert marks.marked_regions(from_browser(session(), 0, selected), KNOWN) == []
    assert marks.marked_regions(session(body_map={"marks": "a"}), KNOWN) == []
    assert marks.marked_regions(session(body_map=None), KNOWN) == []
