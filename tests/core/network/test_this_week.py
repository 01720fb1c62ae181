"""This week beside a sprint: it speaks for its own, and three a week stay three."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.network.small_task import Small, one_small_task
from core.network.sprint import sprint_now, waiting_in_sprint
from core.network.sprint_changes import let_go, rest
from core.network.suggested import A_WEEK, reached_this_week, suggested_now
from core.network.this_week import for_this_week, is_paced, planned_by_sunday
from core.network.touchpoints import Touchpoint
from core.people import Closeness, Person
from core.worksheets.desk import begin, finish
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace
from tests.clock import Clock

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
THURSDAY = NOW.date()
DAY = timedelta(days=1)
SHEET = worksheet_in("sprint.toml")
NAMES = "abcdefgh"


def home_with(names=NAMES):
    """People who have waited equally long, whose ids are their names."""
    home = Workspace.in_memory(Clock(NOW))
    since = THURSDAY - 100 * DAY
    home.people.add_all(
        Person(id=each, name=each, closeness=Closeness.WARM, last_before=since) for each in names
    )
    return home


def plan(home, five, **more):
    """Finish a sprint with these; its days are every other working day from Thursday on."""
    run = begin(home, SHEET, None, THURSDAY, {"five": list(five), **more})
    return finish(home, run.id, THURSDAY)


def reach(home, name, on):
    """Note that somebody was written to."""
    home.touchpoints.add(Touchpoint(person_id=name, happened_on=on))


def found(home, today=THURSDAY):
    """The names of those to write to this week, beside a sprint."""
    return "".join(each.due.person.id for each in for_this_week(home, today))


@pytest.fixture
def home():
    """Eight people, and nothing planned."""
    return home_with()


def test_without_a_sprint_it_is_the_three(home):
    """Nothing takes a place."""
    assert for_this_week(home, THURSDAY) == suggested_now(home, THURSDAY)
    assert found(home) == "abc"
    assert not is_paced(home, THURSDAY)


def test_a_sprint_speaks_for_its_people(home):
    """Each is asked for on a day of their own, and never twice."""
    plan(home, "abcde")
    assert found(home) == ""
    assert is_paced(home, THURSDAY)
    assert one_small_task(home, THURSDAY).what is not Small.WRITE


def test_its_note_of_this_week_takes_a_place(home):
    """One note on Thursday and four in the weeks to come: two others at most."""
    plan(home, "defgh")
    assert found(home) == "ab"
    assert one_small_task(home, THURSDAY).person.name == "a"


def test_a_note_that_went_out_keeps_its_place(home):
    """Nobody new comes up for it."""
    plan(home, "defgh")
    reach(home, "d", THURSDAY)
    assert found(home) == "ab"


def test_a_note_whose_day_passed_still_waits(home):
    """Those of last week take places of this one."""
    plan(home, "defgh")
    tuesday = THURSDAY + 5 * DAY
    assert planned_by_sunday(home, tuesday) == 4
    assert found(home, tuesday) == ""


@pytest.mark.parametrize("how", ["let_go", "rest", "over"])
def test_what_is_let_go_takes_no_place(home, how):
    """One note, the whole sprint, or two weeks that are over."""
    run, today = plan(home, "defgh").id, THURSDAY
    if how == "let_go":
        let_go(home, run, "d", THURSDAY)
    elif how == "rest":
        rest(home, run, THURSDAY)
    else:
        today += 14 * DAY
    assert found(home, today) == "abc"
    assert is_paced(home, today) is (how == "let_go")


def test_before_it_begins_it_sets_no_pace(home):
    """Whom it is for are kept for their days all the same."""
    plan(home, "abcde", begin_on=(THURSDAY + 14 * DAY).isoformat())
    assert not is_paced(home, THURSDAY)
    assert found(home) == ""


@given(
    st.sets(st.sampled_from(NAMES), min_size=1, max_size=5),
    st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 14)), max_size=6),
    st.integers(0, 20),
)
@settings(max_examples=40)
def test_three_a_week_stay_three(five, touched, days):
    """Whoever is planned and whoever was written to; nobody of the sprint is there twice."""
    home, today = home_with(), THURSDAY + days * DAY
    plan(home, sorted(five))
    for name, after in touched:
        reach(home, name, THURSDAY + after * DAY)
    names, sprint = set(found(home, today)), sprint_now(home, today)
    taken = len(reached_this_week(home, today)) + planned_by_sunday(home, today)
    assert not names & waiting_in_sprint(home, today)
    assert len(names) <= max(0, A_WEEK - taken)
    assert {each.note.key for each in sprint.contacts} == five
