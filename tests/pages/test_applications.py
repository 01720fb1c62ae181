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


class TestList:
    """Cards with their state, moved on in one tap."""

    def test_a_tap_moves_it_on_and_can_be_taken_back(self, visit, stored, log, today):
        """The next stage is added to the history; the undo leaves it as it was."""
        kept = log()
        screen = visit(SEARCH).press(f"application.next.{kept.id}")
        moved = stored().applications.get(kept.id)
        assert [each.stage for each in moved.stages] == [Stage.APPLIED, Stage.SCREENED]
        assert moved.stages[-1].on == today
        assert SAY["stage_screened"] in screen.seen
        screen.press(f"application.undo.{kept.id}")
        assert stored().applications.get(kept.id).stages == kept.stages

    def test_any_stage_and_any_end_can_be_noted(self, visit, stored, log, today):
        """What comes next is not always the next stage."""
        kept = log()
        screen = visit(SEARCH).press(f"application.else.{kept.id}").pick("stage", "task")
        assert stored().applications.get(kept.id).stages[-1].stage is Stage.TASK
        screen.press(f"application.else.{kept.id}").pick("outcome", "no")
        ended = stored().applications.get(kept.id)
        assert (ended.outcome, ended.ended_on) == (Outcome.NO, today)

    def test_a_no_is_made_a_case_only_on_request(self, visit, stored, log):
        """The case knows what the application knew, and each leads to the other."""
        kept = log(outcome=Outcome.NO)
        screen = visit(SEARCH)
        assert stored().cases.all() == ()
        screen.press(f"application.case.{kept.id}")
        [case] = stored().cases.all()
        assert (case.direction, case.employer, case.role) == (
            Direction.THEY_SAID_NO,
            "City Hospital",
            "Nurse",
        )
        assert case.stages == kept.stages
        assert stored().applications.get(kept.id).case_id == case.id
        assert not visit(SEARCH).has("button", f"application.case.{kept.id}")

    def test_an_offer_that_was_accepted_is_no_case(self, visit, log):
        """There is no no in it."""
        kept = log(outcome=Outcome.ACCEPTED)
        keys = [each.key for each in visit(SEARCH).app.button]
        assert f"application.case.{kept.id}" not in keys
        assert f"application.else.{kept.id}" in keys

    def test_one_that_is_quiet_can_be_closed_as_silence(self, visit, stored, log):
        """Past the usual wait: asking once, closing, or letting it be; nothing happens by itself."""
        kept = log(days=40)
        screen = visit(SEARCH)
        assert SAY["quiet"].partition(" on ")[0] in screen.seen
        screen.press(f"application.silence.{kept.id}")
        assert stored().applications.get(kept.id).outcome is Outcome.SILENCE
        assert SAY["make_case"] in screen.seen

    def test_asking_once_makes_a_case_of_the_silence(self, visit, stored, log):
        """The letter that asks belongs to a case, and the case began with the last sign."""
        kept = log(days=40)
        visit(SEARCH).press(f"application.ask.{kept.id}")
        [case] = stored().cases.all()
        assert (case.direction, case.happened_on) == (Direction.SILENCE, kept.sent_on)

    def test_search_source_and_state_narrow_the_list(self, visit, log):
        """Words in any field, one source, and what is put away."""
        log("Nurse", source="Board")
        log("Cook", source="Friend", note="night shifts")
        away = log("Clerk")
        screen = visit(SEARCH).type("search", "NIGHT")
        assert "Cook" in screen.seen
        assert "Nurse" not in screen.seen
        screen = screen.type("search", "").choose("source", "Board")
        assert "Nurse" in screen.seen
        assert "Cook" not in screen.seen
        screen = screen.choose("source", "").press(f"application.else.{away.id}")
        screen.press(f"application.put_away.{away.id}")
        headers = [each.value for each in visit(SEARCH).app.header]
        assert any("Cook" in each for each in headers)
        assert not any("Clerk" in each for each in headers)

    def test_it_can_be_deleted_and_put_back(self, visit, stored, log):
        """Asked first, undone after."""
        kept = log()
        screen = visit(SEARCH).press(f"application.else.{kept.id}").press(f"delete.{kept.id}")
        screen.press(f"delete.yes.{kept.id}")
        assert stored().applications.all() == ()
        screen.press("undo.undo")
        assert stored().applications.all() == (kept,)

    def test_many_are_shown_a_few_at_a_time(self, visit, log):
        """A long list stays light, and the newest stands first."""
        for days in range(12):
            log(f"Role {days}", days=days)
        screen = visit(SEARCH)
        headers = [each.value for each in screen.app.header]
        assert "Role 0" in headers[0]
        assert sum("Role" in each for each in headers) == 8


class TestTable:
    """Many at once, saved in one step."""

    def edit(self, screen, rows):
        """Type into the grid: row -> column -> value."""
        [key] = [each.key for each in screen.app.get("data_editor")] or [None]
        screen.app.session_state[key] = {
            "edited_rows": rows,
            "added_rows": [],
            "deleted_rows": [],
        }
        return screen.run()
