"""Roles against a list of wishes: which come back if one nice-to-have is let go."""

from hypothesis import given
from hypothesis import strategies as st

from core.role_sorter import sorted_roles

WISHES = ["pay", "near", "team", "garden"]
LACKS = st.dictionaries(
    st.sampled_from("abcdefgh"), st.sets(st.sampled_from([*WISHES, "other"])), max_size=8
)


def test_by_hand():
    """One is whole, two lack only the garden, one lacks pay, one lacks two nice ones."""
    lacks = {
        "a": [],
        "b": ["garden"],
        "c": ["pay", "garden"],
        "d": ["near", "team"],
        "e": ["garden", "other"],
        "f": ["team"],
    }
    found = sorted_roles(lacks, ["pay"], ["near", "team", "garden"])
    assert (found.whole, found.out, found.apart) == (("a",), ("c",), ("d",))
    assert found.back == (("garden", ("b", "e")), ("team", ("f",)), ("near", ()))


@given(lacks=LACKS, musts=st.sets(st.sampled_from(WISHES)))
def test_each_role_has_one_place(lacks, musts):
    """Whole, back, out or apart; no role is lost and none is told twice."""
    nices = [each for each in WISHES if each not in musts]
    found = sorted_roles(lacks, musts, nices)
    back = [role for _, roles in found.back for role in roles]
    assert sorted([*found.whole, *back, *found.out, *found.apart]) == sorted(lacks)


@given(lacks=LACKS, musts=st.sets(st.sampled_from(WISHES), min_size=1))
def test_fewer_musts_never_shut_a_role_out(lacks, musts):
    """Letting a must become nice can only bring roles in."""
    nices = [each for each in WISHES if each not in musts]
    let_go = min(musts)
    strict = sorted_roles(lacks, musts, nices)
    wider = sorted_roles(lacks, musts - {let_go}, [*nices, let_go])
    assert set(wider.out) <= set(strict.out)


def test_ties_keep_the_order_of_the_wishes():
    """Nothing is made up to part them."""
    found = sorted_roles({"a": ["near"], "b": ["team"]}, [], ["team", "near"])
    assert [wish for wish, _ in found.back] == ["team", "near"]
