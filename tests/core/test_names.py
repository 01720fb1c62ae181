"""Names: which of them mean the same."""

from hypothesis import given
from hypothesis import strategies as st

from core.names import distinct, plain


def test_each_stands_once_as_it_was_spelled_first():
    """In their order; spaces and capitals do not tell two apart."""
    assert distinct(["SQL", "Rest", "sql ", " rest", "Go"]) == ("SQL", "Rest", "Go")


@given(st.lists(st.text("aA bB", max_size=4)))
def test_none_is_lost_and_none_is_there_twice(names):
    """Every name that was there has one that means the same."""
    kept = [plain(each) for each in distinct(names)]
    assert len(kept) == len({*kept})
    assert {*kept} == {plain(each) for each in names}
