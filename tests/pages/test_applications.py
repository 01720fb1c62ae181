"""The log on screen: noted in one line, moved on in one tap, made a case only on request."""

from datetime import timedelta

import pytest

from core.applications import Application, Outcome
from core.cases import Direction, Stage, StageReached
from core.content.loader import words

SAY = words("applications")
SEARCH = "move_on/search.py"


@pytest.fixture
def log(stored, today):
    """Keep an application that was sent some days ago."""

    def keep(role="Nurse", days=3, **more):
        sent = today - timedelta(days=days)
        stages = (StageReached(stage=Stage.APPLIED, on=sent),)
        fields = {"employer": "City Hospital", "sent_on": sent, "stages": stages, **more}
        return stored().applications.add(Application(role=role, **fields))

    return keep


class TestNoting:
    """One line, and it is there."""

    def test_an_empty_log_says_what_it_is_for(self, visit):
        """Nothing is a dead end: one line, or a whole list."""
        screen = visit(SEARCH)
        assert SAY["empty"] in screen.seen
        assert not screen.has("selectbox", "source")

    def test_one_line_is_enough(self, visit, stored, today):
        """Role, employer and today, and the source is remembered for the next one."""
        screen = visit(SEARCH).type("line", "nurse, City Hospital").type("source", "A friend")
        screen.press("new_application.0.save")
        [kept] = stored().applications.all()
        assert (kept.role, kept.employer, kept.sent_on) == ("nurse", "City Hospital", today)
        assert SAY["noted"] in screen.seen
        assert screen.field("text_input", "line").value == ""
        assert screen.field("text_input", "source").value == "A friend"

    def test_nothing_typed_is_asked_for(self, visit, stored):
        """An empty line is no application."""
        screen = visit(SEARCH).press("new_application.0.save")
        assert SAY["line_first"] in screen.seen
        assert stored().applications.all() == ()

    def test_more_can_be_said_at_once(self, visit, stored):
        """Whether it was shaped and somebody spoken to, for whoever wants to."""
        screen = visit(SEARCH).type("line", "nurse").pick("tailored", "yes").pick("contacted", "no")
        screen.press("new_application.0.save")
        [kept] = stored().applications.all()
        assert (kept.tailored, kept.contacted) == (True, False)

    def test_what_is_typed_survives_a_reload(self, visit):
        """A half-written line is a draft."""
        visit(SEARCH).type("line", "nurse, City")
        assert visit(SEARCH).field("text_input", "line").value == "nurse, City"
