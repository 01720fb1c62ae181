"""Next steps: small, one at a time, and never a heap of reproaches."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from core.steps import Step, due_steps

TODAY = date(2026, 3, 12)

days = st.none() | st.dates(TODAY - timedelta(3), TODAY + timedelta(3))
steps = st.lists(
    st.builds(Step, text=st.just("call"), due=days, done_on=days, let_go_on=days), max_size=6
)


def step(text, in_days=None, **facts):
    """A step that is due in so many days."""
    due = None if in_days is None else TODAY + timedelta(days=in_days)
    return Step(text=text, due=due, **facts)


@pytest.mark.parametrize("minutes", [0, 16])
def test_a_step_takes_fifteen_minutes_at_most(minutes):
    """What takes longer is not one small step."""
    assert step("call", minutes=15).minutes == 15
    with pytest.raises(ValidationError):
        step("call", minutes=minutes)


@pytest.mark.parametrize(
    ("in_days", "due"), [(None, True), (-400, True), (-1, True), (0, True), (1, False)]
)
def test_what_is_due(in_days, due):
    """Due by today or without a day; what is for tomorrow waits for tomorrow."""
    assert bool(due_steps([step("call", in_days)], TODAY)) is due


@pytest.mark.parametrize("settled", ["done_on", "let_go_on"])
def test_what_is_settled_is_not_due(settled):
    """Done and let go are both an end."""
    one = step("call", -1, **{settled: TODAY})
    assert not one.is_open
    assert due_steps([one], TODAY) == ()


def test_the_longest_waiting_comes_first():
    """A step without a day stands where today's stand, and equal ones keep their order."""
    told = [step("no day"), step("today", 0), step("late", -1), step("very late", -9)]
    found = due_steps(told, TODAY)
    assert [each.text for each in found] == ["very late", "late", "no day", "today"]


@given(steps)
def test_every_open_step_comes_up_in_time(told):
    """No open step is ever lost: on its last day at the latest it is there."""
    last = TODAY + timedelta(days=3)
    assert len(due_steps(told, last)) == sum(each.is_open for each in told)


@given(steps)
def test_what_is_due_stays_due(told):
    """A step does not vanish because a day goes by."""
    now, tomorrow = due_steps(told, TODAY), due_steps(told, TODAY + timedelta(days=1))
    assert all(each in tomorrow for each in now)
