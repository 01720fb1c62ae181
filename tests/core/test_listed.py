"""Lists on a record: an entry is found by what it says, wherever it stands by now."""

from hypothesis import given
from hypothesis import strategies as st

from core.applications import Fact
from core.listed import digest_of, instead, keys_of

FACTS = st.lists(st.sampled_from("abcd").map(lambda each: Fact(what=each)), max_size=6)
A, B, C = (Fact(what=each) for each in "abc")


class TestInstead:
    """One entry is changed, or goes."""

    def test_the_entry_that_was_shown_is_the_one_that_changes(self):
        """Also where one before it is gone by now."""
        better = Fact(what="b", source="Their blog")
        assert instead((A, B, C), B, better) == (A, better, C)
        assert instead((B, C), B, better) == (better, C)
        assert instead((A, B, C), B) == (A, C)

    def test_an_entry_that_is_gone_takes_no_other_along(self):
        """Nor one of the same text with another source."""
        assert instead((A, C), B) is None
        assert instead((Fact(what="b", source="else"),), B, A) is None
        assert instead((), B) is None

    @given(FACTS, FACTS.filter(bool))
    def test_everything_else_stays_in_its_order(self, entries, shown):
        """Whatever the list holds, one entry goes at most."""
        left = instead(entries, shown[0])
        if left is None:
            assert shown[0] not in entries
        else:
            at = next(at for at, each in enumerate(entries) if each == shown[0])
            assert [*left[:at], shown[0], *left[at:]] == entries


class TestKeys:
    """Names by which a screen knows its entries again."""

    @given(FACTS)
    def test_no_two_entries_share_one(self, entries):
        """Not even two that say the same."""
        assert len(set(keys_of(entries))) == len(entries)

    def test_an_entry_keeps_its_own(self):
        """When another one before it goes; a change of any field gives a new one."""
        assert keys_of((B, C)) == keys_of((A, B, C))[1:]
        assert keys_of((B,)) != keys_of((Fact(what="b", why="so"),))

    @given(st.text(), st.text())
    def test_two_texts_are_told_apart(self, one, other):
        """In whatever script."""
        assert (digest_of(one) == digest_of(other)) is (one == other)
