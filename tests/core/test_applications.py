"""The log of applications: one line, stages that only grow, ends, silence, cases, the table."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.application_log import (
    DIRECTIONS,
    Wanted,
    Which,
    application_behind,
    case_of,
    ended,
    expected_by,
    found,
    in_one_line,
    is_offer,
    is_quiet,
    link_key,
    make_case,
    moved_on,
    newest_first,
    next_stage,
    noted,
    reopened,
    sources,
    stage_of,
)
from core.application_table import Column, Slip, cells_of, changed, changes_in, save_changes
from core.applications import Application, Outcome
from core.cases import Direction, Stage, StageReached
from core.content.cases import case_words
from core.errors import EditedElsewhereError
from core.insights.tries import Reached, as_try
from core.silent_cases import bring_up_to_date, is_told_by

TODAY = date(2026, 3, 12)
NOW = datetime(2026, 3, 12, 9, 30, tzinfo=UTC)
WAITS = {"applied": 14, "screened": 10, "first_talk": 7, "task": 7, "offer": 5}


def sent(days_ago, *stages, **more):
    """An application that was sent some days ago, with stages as (stage, days ago or None)."""
    reached = tuple(
        StageReached(stage=stage, on=None if ago is None else TODAY - timedelta(days=ago))
        for stage, ago in stages
    )
    on = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return Application(**{"role": "Nurse", "sent_on": on, "stages": reached, **more})


class TestOneLine:
    """Role and employer in one breath."""

    @pytest.mark.parametrize(
        ("line", "role", "employer"),
        [
            ("nurse, City Hospital", "nurse", "City Hospital"),
            ("Analyst, Globex, Inc.", "Analyst", "Globex, Inc."),
            ("Engineer at Initech, Bern", "Engineer", "Initech, Bern"),
            ("Cook @ The Inn", "Cook", "The Inn"),
            ("Cook - The Inn", "Cook", "The Inn"),
            ("Cook \u2013 The Inn", "Cook", "The Inn"),
            ("Cook\tThe Inn", "Cook", "The Inn"),
            ("Vice-chair, Guild", "Vice-chair", "Guild"),
            ("Data scientist", "Data scientist", ""),
            ("  ", "", ""),
            (", The Inn", "", "The Inn"),
            ("Cook,", "Cook", ""),
            ("Attache", "Attache", ""),
        ],
    )
    def test_the_usual_ways_to_write_it(self, line, role, employer):
        """A comma, "at", or a dash parts the two."""
        assert in_one_line(line) == (role, employer)

    @given(st.text(max_size=500))
    def test_every_line_can_be_noted(self, line):
        """Whatever is typed fits into a record."""
        role, employer = in_one_line(line)
        assert len(role) <= 200
        assert len(employer) <= 200
        noted(line, "", TODAY, NOW)

    def test_it_is_sent_today(self):
        """Day and source are filled in, and the first stage is reached."""
        application = noted("nurse, Ward", "Board", TODAY, NOW)
        assert (application.sent_on, application.source) == (TODAY, "Board")
        assert [(each.stage, each.on) for each in application.stages] == [(Stage.APPLIED, TODAY)]


class TestStages:
    """How far it got."""

    @given(st.lists(st.sampled_from(Stage), max_size=6))
    def test_the_history_only_grows(self, stages):
        """Each tap adds one line, and the last one counts."""
        application = sent(1)
        for stage in stages:
            before = application.stages
            application = moved_on(application, stage, TODAY, NOW)
            assert application.stages[:-1] == before
            assert stage_of(application) is stage

    def test_what_is_in_the_log_was_applied_for(self):
        """Without a history it stands at the first stage."""
        assert stage_of(sent(3)) is Stage.APPLIED
        assert next_stage(sent(3)) is Stage.SCREENED

    @pytest.mark.parametrize("stage", [Stage.OFFER, Stage.ACCEPTED])
    def test_after_an_offer_comes_no_stage_but_an_answer(self, stage):
        """A yes is an outcome, never one more tap forward."""
        assert next_stage(sent(3, (stage, 1))) is None

    @pytest.mark.parametrize("outcome", Outcome)
    def test_an_outcome_that_is_taken_back_leaves_nothing(self, outcome):
        """A wrong tap on a yes is no offer for ever: the history is what was noted."""
        before = sent(9, (Stage.TASK, 3))
        over = ended(before, outcome, TODAY)
        assert (over.outcome, over.ended_on) == (outcome, TODAY)
        assert reopened(over) == before
        said_no = ended(over, Outcome.NO, TODAY)
        assert as_try(said_no, case_words().waits, TODAY).reached is Reached.ROUND
        assert next_stage(reopened(over)) is Stage.LATER_INTERVIEW

    def test_a_day_at_the_end_of_the_calendar_breaks_nothing(self):
        """Its wait is over on the last day there is."""
        far = Application(role="Cook", sent_on=date.max)
        assert expected_by(far, case_words().waits) == date.max
        assert as_try(far, case_words().waits, TODAY).too_recent


class TestSilence:
    """Past the usual wait."""

    @pytest.mark.parametrize(
        ("application", "quiet"),
        [
            (sent(14), False),
            (sent(15), True),
            (sent(40, (Stage.FIRST_TALK, 7)), False),
            (sent(40, (Stage.FIRST_TALK, 8)), True),
            (sent(40, (Stage.FIRST_TALK, None)), True),
            (sent(None), False),
            (sent(None, (Stage.TASK, 8)), True),
            (sent(40, outcome=Outcome.NO), False),
            (sent(40, archived_on=TODAY), False),
            (sent(-3), False),
        ],
    )
    def test_it_is_quiet_after_the_wait_of_its_stage(self, application, quiet):
        """On the last day of the wait it is not quiet yet; without a day nobody can tell."""
        assert is_quiet(application, WAITS, TODAY) is quiet

    def test_an_offer_is_no_silence(self):
        """The answer is the person's, however long it takes; once it is given, nothing waits."""
        offered = sent(90, (Stage.OFFER, 60))
        waits = case_words().waits
        assert is_offer(offered)
        assert not is_quiet(offered, waits, TODAY)
        assert found([offered], Wanted(Which.QUIET), waits, TODAY) == ()
        assert not is_offer(ended(offered, Outcome.DECLINED, TODAY))

    def test_a_stage_without_a_usual_wait_is_never_quiet(self):
        """Where no wait is known, none can be over."""
        assert expected_by(sent(90, (Stage.FINAL, 80)), WAITS) is None


class TestFinding:
    """The list, and what narrows it."""

    EVERY = (
        sent(1, role="Cook", source="Board"),
        sent(30, role="Nurse", source="A friend", note="Night shifts"),
        sent(5, role="Clerk", source="board", outcome=Outcome.NO),
        sent(9, role="Guard", archived_on=TODAY),
        sent(9, role="Guide", archived_on=TODAY, outcome=Outcome.NO),
    )

    @pytest.mark.parametrize(
        ("wanted", "roles"),
        [
            (Wanted(Which.RUNNING), ["Cook", "Nurse"]),
            (Wanted(Which.QUIET), ["Nurse"]),
            (Wanted(Which.ENDED), ["Clerk"]),
            (Wanted(Which.ARCHIVED), ["Guard", "Guide"]),
            (Wanted(Which.ALL), ["Cook", "Nurse", "Clerk", "Guard", "Guide"]),
            (Wanted(Which.ALL, source="BOARD"), ["Cook", "Clerk"]),
            (Wanted(Which.ALL, words="shifts  NIGHT"), ["Nurse"]),
            (Wanted(Which.ALL, words="nurse day"), []),
            (Wanted(Which.RUNNING, "board", "coo"), ["Cook"]),
        ],
    )
    def test_each_sort_source_and_word_narrows_it(self, wanted, roles):
        """What is put away is only among what is put away; every word must stand somewhere."""
        assert [each.role for each in found(self.EVERY, wanted, WAITS, TODAY)] == roles

    def test_the_newest_stands_first_and_those_without_a_day_last(self):
        """Of one day, the one noted last comes first."""
        every = (sent(None, role="a"), sent(3, role="b"), sent(3, role="c"), sent(1, role="d"))
        assert [each.role for each in newest_first(every)] == ["d", "c", "b", "a"]

    def test_sources_are_told_once_the_most_used_first(self):
        """However they were written."""
        assert sources(self.EVERY) == ("board", "A friend")

    @pytest.mark.parametrize(
        ("one", "other", "same"),
        [
            ("https://www.a.example/1/", "a.example/1", True),
            ("http://A.example/1#apply", "https://a.example/1", True),
            ("https://a.example/1?id=2", "https://a.example/1?id=3", False),
        ],
    )
    def test_links_are_compared_without_their_dress(self, one, other, same):
        """What names the advert counts: the number behind the question mark too."""
        assert (link_key(one) == link_key(other)) is same


class TestCases:
    """An application becomes a case when its no arrives, and only on request."""

    @pytest.mark.parametrize(("outcome", "direction"), DIRECTIONS.items())
    def test_each_no_has_its_direction(self, outcome, direction):
        """They said no, I said no, silence, cancelled, withdrew."""
        application = sent(9, (Stage.TASK, 4), employer="Ward", outcome=outcome, ended_on=TODAY)
        case = case_of(application, TODAY)
        assert case.direction is direction
        offer = [(Stage.OFFER, TODAY)] if outcome is Outcome.DECLINED else []
        told = [(each.stage, each.on) for each in case.stages]
        assert told == [(Stage.TASK, TODAY - timedelta(days=4)), *offer]
        assert (case.role, case.employer) == ("Nurse", "Ward")

    def test_a_silence_begins_with_the_last_sign(self):
        """So that its wait is counted from there; any other no has the day of its end."""
        last = TODAY - timedelta(days=4)
        silent = sent(30, (Stage.TASK, 4), outcome=Outcome.SILENCE, ended_on=TODAY)
        assert case_of(silent, TODAY).happened_on == last
        assert case_of(reopened(silent), TODAY).direction is Direction.SILENCE
        told = sent(30, (Stage.TASK, 4), outcome=Outcome.NO, ended_on=TODAY)
        assert case_of(told, TODAY).happened_on == TODAY

    def test_a_day_to_come_is_not_taken_over(self):
        """A no cannot have happened tomorrow."""
        assert case_of(sent(-5, outcome=Outcome.SILENCE), TODAY).happened_on == TODAY

    def test_a_silence_becomes_a_no_only_on_request(self, workspace):
        """The day and the direction are told anew, and what was written stays."""
        kept = workspace.applications.add(sent(30, (Stage.TASK, 20), employer="Ward"))
        case = make_case(workspace, kept, TODAY - timedelta(days=2))
        workspace.cases.replace(case.model_copy(update={"role": "Head nurse"}))
        kept = workspace.applications.get(kept.id)
        assert is_told_by(case, kept)
        over = workspace.applications.replace(ended(kept, Outcome.NO, TODAY))
        assert not is_told_by(workspace.cases.get(case.id), over)
        bring_up_to_date(workspace, over, TODAY)
        now = workspace.cases.get(case.id)
        assert (now.direction, now.happened_on) == (Direction.THEY_SAID_NO, TODAY)
        assert now.role == "Head nurse"
        assert is_told_by(now, over)

    def test_it_is_made_once_and_leads_both_ways(self, workspace):
        """A second click finds the first case."""
        kept = workspace.applications.add(sent(9, outcome=Outcome.NO))
        case = make_case(workspace, kept, TODAY)
        assert make_case(workspace, kept, TODAY) == case
        assert workspace.cases.all() == (case,)
        assert application_behind(workspace, case.id) == workspace.applications.get(kept.id)
        assert application_behind(workspace, "") is None

    def test_a_deleted_case_can_be_made_anew(self, workspace):
        """An application is not bound to a case that is gone."""
        kept = workspace.applications.add(sent(9, outcome=Outcome.NO))
        case = make_case(workspace, kept, TODAY)
        workspace.delete_case(case.id)
        again = make_case(workspace, workspace.applications.get(kept.id), TODAY)
        assert workspace.cases.all() == (again,)

    def test_no_case_is_left_where_the_application_changed_meanwhile(self, workspace):
        """Both are saved, or neither is."""
        kept = workspace.applications.add(sent(9, outcome=Outcome.NO))
        workspace.applications.replace(kept.model_copy(update={"note": "new"}))
        with pytest.raises(EditedElsewhereError):
            make_case(workspace, kept, TODAY)
        assert workspace.cases.all() == ()


class TestTable:
    """Cells become records, all or none."""

    def test_untouched_cells_change_nothing(self):
        """What was not typed stays, also what has no column."""
        application = sent(9, (Stage.TASK, 4), tailored=False, must_haves=0, link="a.example")
        assert changes_in(application, cells_of(application)) == {}
        assert changed(application, {}, TODAY, NOW) == application
        assert changed(application, cells_of(application), TODAY, NOW) == application

    @pytest.mark.parametrize(
        ("cells", "field", "value"),
        [
            ({"sent_on": "2026-03-01"}, "sent_on", date(2026, 3, 1)),
            ({"sent_on": None}, "sent_on", None),
            ({"tailored": "no"}, "tailored", False),
            ({"tailored": ""}, "tailored", None),
            ({"must_haves": None}, "must_haves", None),
            ({"outcome": ""}, "outcome", None),
            ({"source": None}, "source", ""),
        ],
    )
    def test_a_cell_becomes_its_field(self, cells, field, value):
        """An empty cell empties the field."""
        full = sent(9, tailored=True, must_haves=7, outcome=Outcome.NO, source="Board")
        assert getattr(changed(full, cells, TODAY, NOW), field) == value

    @pytest.mark.parametrize(
        ("cells", "column"),
        [
            ({"role": "", "employer": " "}, None),
            ({"role": "x" * 201}, Column.ROLE),
            ({"sent_on": "soon"}, Column.SENT_ON),
            ({"sent_on": "9999-12-31"}, Column.SENT_ON),
            ({"sent_on": "1026-11-01"}, Column.SENT_ON),
            ({"must_haves": 101}, Column.MUST_HAVES),
            ({"stage": "nowhere"}, Column.STAGE),
            ({"outcome": "luck"}, Column.OUTCOME),
        ],
    )
    def test_what_cannot_be_kept_is_told_by_its_cell(self, cells, column):
        """A slip names the application and the column."""
        slip = changed(sent(9), cells, TODAY, NOW)
        assert isinstance(slip, Slip)
        assert slip.column is column

    def test_another_outcome_keeps_the_day_of_the_end(self):
        """What was wrong is how it ended, not when."""
        then = TODAY - timedelta(days=50)
        over = sent(90, outcome=Outcome.NO, ended_on=then)
        assert changed(over, {"outcome": "silence"}, TODAY, NOW).ended_on == then
        assert changed(sent(9), {"outcome": "silence"}, TODAY, NOW).ended_on == TODAY

    def test_one_slip_keeps_all_from_being_saved(self, workspace):
        """No table is saved by half."""
        one, other = (workspace.applications.add(sent(days)) for days in (1, 2))
        slips = save_changes(
            workspace,
            {one.id: {"note": ("", "new")}, other.id: {"role": ("Nurse", "")}},
            TODAY,
            NOW,
        )
        assert [each.application for each in slips] == [other]
        assert workspace.applications.all() == (one, other)

    def test_another_cell_of_another_window_stays(self, workspace):
        """Two windows may change two cells of one row; of one cell the second is asked."""
        kept = workspace.applications.add(sent(1))
        theirs = workspace.applications.replace(kept.model_copy(update={"source": "Board"}))
        assert save_changes(workspace, {kept.id: {"note": ("", "mine")}}, TODAY, NOW) == ()
        [slip] = save_changes(workspace, {kept.id: {"source": ("", "Friend")}}, TODAY, NOW)
        assert (slip.column, slip.meanwhile) == (Column.SOURCE, theirs.source)
        saved = workspace.applications.get(kept.id)
        assert (saved.note, saved.source) == ("mine", "Board")

    def test_what_was_deleted_meanwhile_is_passed_over(self, workspace):
        """A row that is gone does not keep the others from being saved."""
        gone, kept = (workspace.applications.add(sent(days)) for days in (1, 2))
        workspace.delete(gone)
        typed = {"note": ("", "new")}
        assert save_changes(workspace, {gone.id: typed, kept.id: typed}, TODAY, NOW) == ()
        assert [each.note for each in workspace.applications.all()] == ["new"]
