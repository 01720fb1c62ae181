"""Strain: how much the latest check-in weighs, asked by every gate in the same way."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.check_ins import STEADIER, CheckIn, Felt
from core.content.loader import feeling_words
from core.feelings import strain, strain_of_any

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)


def check_in(*felt, ago=timedelta(0), case_id="", **more):
    """A check-in saved some time ago, on that day."""
    at = NOW - ago
    facts = {"happened_on": at.date(), "created_at": at, "case_id": case_id, "mood": 5}
    return CheckIn(feelings=felt, **facts | more)


def sad(strength):
    """A heavy feeling."""
    return Felt(word="sad", family="sad", strength=strength)


def calm(strength):
    """A steady feeling."""
    return Felt(word="calm", family=STEADIER, strength=strength)


feelings = st.builds(
    Felt,
    word=st.sampled_from(["sad", "calm", "my own"]),
    family=st.sampled_from(["sad", "torn", STEADIER, ""]),
    strength=st.integers(0, 10),
)


def test_without_a_check_in_there_is_no_strain():
    """Nobody is held back for not checking in."""
    assert strain([], NOW) is None


def test_the_strongest_feeling_counts():
    """Strain is the highest strength, not a sum or a mean."""
    assert strain([check_in(sad(4), sad(9), sad(2))], NOW) == 9


def test_proud_and_relieved_trigger_nothing():
    """Strong steady feelings weigh nothing."""
    proud = Felt(word="proud", family=STEADIER, strength=10)
    relieved = Felt(word="relieved", family=STEADIER, strength=9)
    assert strain([check_in(proud, relieved)], NOW) == 0


def test_a_mood_alone_weighs_nothing():
    """A mood is measured apart from strain."""
    assert strain([check_in(mood=1)], NOW) == 0


def test_a_word_of_ones_own_counts():
    """A person's own word is taken as seriously as one of ours."""
    assert strain([check_in(Felt(word="gutted", strength=8))], NOW) == 8


def test_a_word_of_ones_own_can_be_steady():
    """Filed under Steadier, an own word weighs nothing."""
    assert strain([check_in(Felt(word="at peace", family=STEADIER, strength=8))], NOW) == 0


@pytest.mark.parametrize(("hours", "expected"), [(0, 7), (23, 7), (24, 7), (25, None)])
def test_strain_lasts_a_day(hours, expected):
    """What was felt more than 24 hours ago no longer holds anything back."""
    assert strain([check_in(sad(7), ago=timedelta(hours=hours))], NOW) == expected


def test_only_the_latest_check_in_counts():
    """Feeling steadier later in the day lifts the strain of the morning."""
    morning = check_in(sad(9), ago=timedelta(hours=8))
    evening = check_in(calm(6), ago=timedelta(hours=1))
    assert strain([evening, morning], NOW) == 0


def test_a_case_has_its_own_strain():
    """Strain over one case says nothing on another that has a check-in too."""
    heavy = check_in(sad(9), case_id="a")
    light = check_in(sad(2), case_id="b", ago=timedelta(hours=2))
    assert strain([heavy, light], NOW, "b") == 2


def test_a_case_without_a_check_in_takes_the_general_one():
    """A check-in that belongs to no case stands in; one of another case does not."""
    general = check_in(sad(6), ago=timedelta(hours=3))
    other = check_in(sad(9), case_id="b")
    assert strain([general, other], NOW, "a") == 6
    assert strain([other], NOW, "a") is None


def test_yesterday_counts_until_the_end_of_that_day():
    """A check-in dated back to yesterday is not overlooked today."""
    yesterday = check_in(sad(8), happened_on=date(2026, 3, 11))
    assert strain([yesterday], NOW) == 8
    assert strain([yesterday], NOW + timedelta(hours=6)) is None


@given(st.lists(feelings, max_size=2), st.integers(0, 10))
def test_a_steadier_word_never_adds_strain(felt, strength):
    """Naming something good beside the hard never makes it count for more."""
    before = strain([check_in(*felt)], NOW)
    assert strain([check_in(*felt, calm(strength))], NOW) == before


@given(st.lists(feelings, max_size=2), feelings)
def test_another_word_never_lowers_strain(felt, another):
    """Naming one more feeling cannot hide the others."""
    assert strain([check_in(*felt, another)], NOW) >= strain([check_in(*felt)], NOW)


@given(st.lists(feelings, max_size=3))
def test_strain_stays_on_the_scale(felt):
    """Strain is always a number from 0 to 10."""
    assert 0 <= strain([check_in(*felt)], NOW) <= 10


def test_there_are_seven_families_of_six_words():
    """A person can always find a word near what they feel, and no word is in two families."""
    families = feeling_words().families
    every = [word for family in families.values() for word in family.words]
    assert [len(family.words) for family in families.values()] == [6] * 7
    assert len(set(every)) == 42


def test_the_steadier_family_is_the_one_that_strain_leaves_out():
    """The id in the content file and the id in the rule are the same."""
    assert STEADIER in feeling_words().families


@given(
    st.lists(
        st.builds(
            check_in,
            feelings,
            ago=st.timedeltas(timedelta(0), timedelta(hours=50)),
            case_id=st.sampled_from(["", "a", "b"]),
        ),
        max_size=8,
    )
)
def test_the_strain_of_any_is_that_of_the_heaviest(check_ins):
    """Whichever case weighs most counts, one that nobody checked in about too."""
    of_each = [strain(check_ins, NOW, case) or 0 for case in ("", "a", "b", "untold")]
    assert strain_of_any(check_ins, NOW) == max(of_each)
