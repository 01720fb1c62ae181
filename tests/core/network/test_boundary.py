"""The boundary check: three answers become a kind reading, which holds for three months."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.loader import network_words
from core.network.boundary import (
    HOLDS_DAYS,
    Question,
    Reading,
    asked_anew,
    checked,
    holds,
    reading,
)
from core.people import Person

DAY = date(2028, 2, 29)
FINE = {Question.NO_IS_FINE: True, Question.HARD_ON_THEM: False, Question.OPENLY: True}

days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


@pytest.mark.parametrize(
    ("worries", "found"),
    [
        ((), Reading.CLEAR),
        ((Question.NO_IS_FINE,), Reading.CLOSE),
        ((Question.HARD_ON_THEM,), Reading.DUTY),
        ((Question.OPENLY,), Reading.QUIET),
        ((Question.NO_IS_FINE, Question.OPENLY), Reading.SMALLER),
        (tuple(Question), Reading.SMALLER),
    ],
)
def test_what_speaks_against_asking_is_named(worries, found):
    """One worry by its name; several together ask for a smaller favour."""
    assert reading(FINE | {each: not FINE[each] for each in worries}) is found


@pytest.mark.parametrize("missing", Question)
def test_nothing_is_read_from_two_answers(missing):
    """A question that was left open is no answer."""
    assert reading({each: yes for each, yes in FINE.items() if each is not missing}) is None
    assert reading({}) is None


@pytest.mark.parametrize("found", Reading)
def test_no_reading_forbids_anything(found):
    """The person decides, whatever the answers say."""
    told = network_words().boundary_readings[found].casefold()
    assert not any(word in told for word in ("must", "do not", "don't", "never", "wrong"))


@given(days, st.integers(0, 3 * HOLDS_DAYS), st.sampled_from(Reading))
def test_it_holds_for_three_months(on, later, found):
    """Within ninety days nobody is asked again, after them it is asked anew."""
    person = checked(Person(name="Ana"), found, on)
    still = holds(person, on + timedelta(later))
    assert still == (found if later < 90 else None)


def test_a_clock_that_was_set_back_asks_nothing_twice():
    """A check of tomorrow counts as one of now."""
    assert holds(checked(Person(name="Ana"), Reading.DUTY, DAY), DAY - timedelta(3)) is Reading.DUTY


def test_it_can_be_asked_anew_at_once():
    """Things between two people change."""
    person = asked_anew(checked(Person(name="Ana", notes="x"), Reading.DUTY, DAY))
    assert holds(person, DAY) is None
    assert person == Person(name="Ana", notes="x")


def test_what_a_newer_version_read_is_asked_again():
    """A reading that is not known here stops nobody."""
    assert holds(Person(name="Ana", boundary="of_later", boundary_on=DAY), DAY) is None
