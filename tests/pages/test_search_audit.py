"""The search audit and its two companions on screen: from the log, to results, to the log again."""

from datetime import timedelta

import pytest

from core.applications import Application, Experiment, Outcome
from core.applications import Tests as Change
from core.cases import Stage, StageReached
from core.content.loader import words
from core.worksheets.desk import begin, finish, write
from core.worksheets.shelf import worksheets
from pages.parts.plain_text import JOINER

SAY = words("worksheet")
WORKSHEET = "worksheet.py"


@pytest.fixture
def logged(stored, today):
    """Three applications of long ago, one with a talk."""
    every = []
    for place, stage in enumerate((Stage.FIRST_TALK, Stage.APPLIED, Stage.APPLIED)):
        day = today - timedelta(days=90 + place)
        reached = (StageReached(stage=stage, on=day),)
        every.append(
            Application(role=f"Role {place}", sent_on=day, stages=reached, outcome=Outcome.NO)
        )
    return stored().applications.add_all(every)


def run_of(stored, name, today, answers=None, at=""):
    """A run of a worksheet with these answers, finished or open at a step."""
    run = begin(stored(), worksheets()[name], None, today)
    write(stored(), run.id, run.answers, {**run.answers, **(answers or {})}, at=at)
    return stored().runs.get(run.id) if at else finish(stored(), run.id, today)


def read(screen):
    """What is seen, without what only keeps a fact from being read as Markdown."""
    return screen.seen.replace(JOINER, "")


def keep_all(screen):
    """Tick all that is offered, and keep it."""
    for each in [e for e in screen.app.checkbox if (e.key or "").startswith("worksheet.keep.")]:
        each.check()
    return screen.run().press("worksheet.keep.")


class TestTheAudit:
    """W9 on screen."""

    def test_it_begins_with_the_log(self, visit, stored, today, logged):
        """Each application has its row in both tables, and its numbers stand in it."""
        run = run_of(stored, "search_audit", today, at="log")
        screen = visit(WORKSHEET, run=run.id)
        stem = f".log.{logged[0].id}"
        assert screen.field("text_input", f"{stem[1:]}.role").value == "Role 0"
        assert screen.field("pills", f"{stem[1:]}.stage").value == "first_talk"
        assert screen.has("pills", f"ways.{logged[2].id}.tailored")

    def test_where_things_stop_is_told_before_it_is_asked(self, visit, stored, today, logged):
        """The record first, then the own view."""
        run = run_of(stored, "search_audit", today, at="stops")
        screen = visit(WORKSHEET, run=run.id)
        assert "A no before any talk. That was 2 of 3." in read(screen)
        assert screen.has("pills", "own_view")

    def test_results_and_what_is_kept_of_them(self, visit, stored, today, logged):
        """A changed row goes into the log, the change becomes one to try."""
        one = logged[1]
        answers = {f"ways.{one.id}.tailored": "yes", "change": "contact", "count": 5}
        run = run_of(stored, "search_audit", today, answers)
        screen = visit(WORKSHEET, run=run.id)
        assert "1 of 3 led to a first talk or further." in read(screen)
        assert "For your next 5 applications: Speaking to somebody first." in read(screen)
        keep_all(screen)
        assert SAY["keep_done"] in screen.seen
        assert stored().applications.get(one.id).tailored is True
        assert len(stored().applications.all()) == 3
        [tried] = stored().experiments.all()
        assert (tried.tests, tried.count, tried.begun_on) == (Change.CONTACT, 5, today)

    def test_one_that_runs_is_left_alone(self, visit, stored, today):
        """No second change is offered."""
        stored().experiments.add(Experiment(tests=Change.LEVEL, begun_on=today))
        run = run_of(stored, "search_audit", today, {"change": "contact"})
        screen = visit(WORKSHEET, run=run.id)
        assert not [e for e in screen.app.checkbox if (e.key or "").startswith("worksheet.keep.")]


class TestItsCompanions:
    """The sorter of wishes and the profile check."""

    def test_roles_come_back_where_a_wish_is_let_go(self, visit, stored, today):
        """It is told before it is asked which one."""
        answers = {"wishes": ["r1", "r2"], "wishes.r1.wish": "Pay", "wishes.r2.wish": "Near *home*"}
        answers |= {"sorted.r1": "must", "sorted.r2": "nice"}
        answers |= {"roles": ["a"], "roles.a.role": "Cook", "roles.a.lacks": ["r2"]}
        run = run_of(stored, "wider_search", today, answers, at="let_go")
        screen = visit(WORKSHEET, run=run.id)
        assert "Near \\*home\\*. It brings back 1: Cook." in read(screen)
        assert screen.field("pills", "let_go").options

    def test_words_of_ads_that_a_profile_lacks(self, visit, stored, today):
        """Told as words and counts, with a word on what is true."""
        answers = {"ad_1": "Excel, SQL", "ad_2": "SQL and Excel", "profile": "My garden and SQL"}
        run = run_of(stored, "profile_check", today, answers)
        seen = read(visit(WORKSHEET, run=run.id))
        assert "Your text has 1 of 2 of these words." in seen
        assert "It does not have: Excel." in seen
