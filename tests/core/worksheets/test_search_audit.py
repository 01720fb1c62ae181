"""The search audit (W9): what a record says, what the person says, and what may be kept."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.application_log import moved_on
from core.applications import Application, Experiment, Outcome
from core.applications import Tests as Change
from core.cases import Stage, StageReached
from core.content.slots import fill
from core.worksheets.answers import Answers
from core.worksheets.desk import around, begin, finish, write
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.outcomes import Around, Picture
from core.worksheets.results import results_of
from core.worksheets.search_starts import FIRST
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()
SHEET = worksheet_in("search_audit.toml")
HEADS = {
    f"heads.{each}.score": score
    for each, score in zip(("plan", "prepare", "persist", "learn"), (4, 7, 4, 6), strict=True)
}


@pytest.fixture
def workspace():
    """An empty workspace in memory."""
    return Workspace.in_memory(lambda: NOW)


def at(row, name):
    """Where a cell stands: in the table of the log, or in that of how one applied."""
    return f"{'ways' if name in ('must', 'tailored', 'contact') else 'log'}.{row}.{name}"


def rows(*every):
    """Rows that the person adds: each a stage, with further cells by name."""
    raw = {"log": [f"r{place}" for place, _ in enumerate(every)]}
    for place, (stage, cells) in enumerate(every):
        told = {"role": f"Role {place}", "stage": stage, **cells}
        raw |= {at(f"r{place}", name): cell for name, cell in told.items()}
    return raw


def found(raw, today=TODAY, **known):
    """The results of a run, by the id of each."""
    beside = Around(today, **known)
    return {each.result.id: each for each in results_of(Answers(SHEET, raw), beside)}


def said(raw, result, **known):
    """The sentences of one result as they are read."""
    told = found(raw, **known).get(result)
    if not told:
        return []
    return [fill(told.result.says[each.id], **each.facts) for each in told.outcome.says]


def logged(workspace, days_ago, stage=Stage.APPLIED, **told):
    """An application in the log, sent so many days ago."""
    day = TODAY - timedelta(days=days_ago)
    stages = (StageReached(stage=stage, on=day),)
    return workspace.applications.add(Application(sent_on=day, stages=stages, **told))


def offered(workspace, run):
    """What may be kept of a run, by keep."""
    run = workspace.runs.get(run.id)
    offers = offers_of(workspace, run, Answers(SHEET, run.answers), NOW)
    return {each.keep.id: each.proposals for each in offers if each.proposals}


class TestBeginning:
    """The table begins with what the log has."""

    def test_the_newest_stand_first_and_ten_are_enough(self, workspace):
        """Each under the id of its application."""
        every = [logged(workspace, day, role=f"Day {day}") for day in range(30)]
        run = begin(workspace, SHEET, None, TODAY)
        assert run.answers["log"] == [each.id for each in every[:FIRST]]
        place = f"log.{every[0].id}"
        assert run.answers[f"{place}.role"] == "Day 0"
        assert run.answers[f"{place}.sent"] == TODAY.isoformat()
        assert f"ways.{every[0].id}.tailored" not in run.answers

    def test_an_employer_alone_names_a_row(self, workspace):
        """Nothing of the log is lost for want of a role."""
        one = logged(workspace, 50, employer="Harbour Works")
        run = begin(workspace, SHEET, None, TODAY)
        assert run.answers[f"log.{one.id}.role"] == "Harbour Works"

    def test_an_empty_log_begins_with_an_empty_table(self, workspace):
        """And with no results."""
        run = begin(workspace, SHEET, None, TODAY)
        assert run.answers == {}
        assert found(run.answers) == {}


class TestHowFarThingsGot:
    """Yields with their ranges."""

    def test_by_hand(self):
        """Ten rows: three talks, of which one was sent for this week, and is told apart."""
        raw = rows(
            *[("applied", {}) for _ in range(7)],
            ("first_talk", {}),
            ("task", {}),
            ("first_talk", {"sent": TODAY.isoformat()}),
        )
        outcome = found(raw)["yields"].outcome
        assert [row[:3] for row in outcome.rows] == [
            ("A first talk", 2, 9),
            ("A task or a second talk", 1, 2),
            ("A final round", 0, 1),
        ]
        assert outcome.picture is Picture.RANGES
        told = said(raw, "yields")
        assert told[0].startswith("2 of 9 led to a first talk or further. From so many, 12 to ")
        assert (
            "Too recent to count: 1. Each counts once the usual wait is over, whatever came of it."
            in told
        )
        assert any(each.startswith("Of these, 1 already led to a talk.") for each in told)

    def test_the_points_are_shares_of_100_in_their_order(self):
        """Low, middle and high end, with the count in the name."""
        [point] = found(rows(("applied", {}), ("applied", {})))["yields"].outcome.points
        name, low, middle, high = point
        assert name == "A first talk · 0 of 2"
        assert 0 < low < middle < high < 100
        assert middle == 25

    def test_what_was_sent_within_the_usual_wait_is_left_out(self):
        """All of it too recent is said so."""
        raw = rows(("applied", {"sent": (TODAY - timedelta(days=14)).isoformat()}))
        assert said(raw, "yields") == [
            "None of these can be counted yet. They are too recent to tell."
        ]
        assert found(raw, today=TODAY + timedelta(days=1))["yields"].outcome.rows

    def test_a_row_without_a_stage_says_nothing(self):
        """It may stand there all the same."""
        raw = {"log": ["r1"], "log.r1.role": "Cook"}
        assert found(raw) == {}

    def test_the_log_knows_what_still_runs(self, workspace):
        """A final round of yesterday is open; a no of this week is too recent, as silence is."""
        day = NOW.date() - timedelta(days=1)
        running = logged(workspace, 60, role="Open")
        workspace.applications.replace(moved_on(running, Stage.FINAL, day, NOW))
        logged(workspace, 2, role="Ended", outcome=Outcome.NO)
        run = begin(workspace, SHEET, None, TODAY)
        assert [row[:3] for row in found(run.answers)["yields"].outcome.rows] == [
            ("A first talk", 1, 1),
            ("A task or a second talk", 1, 1),
            ("A final round", 1, 1),
        ]
        assert said(run.answers, "stops") == []
        over = found(run.answers, today=TODAY + timedelta(days=14))
        assert ("A no before any talk", 1) in over["stops"].outcome.rows

    def test_what_was_taken_back_is_no_stop(self, workspace):
        """The person ended it."""
        logged(workspace, 60, role="Not for me", outcome=Outcome.WITHDREW)
        run = begin(workspace, SHEET, None, TODAY)
        assert "stops" not in found(run.answers)


class TestWhereThingsStop:
    """By the record, and by the person's own view."""

    def test_level_places_are_all_named(self):
        """Nothing is made up to part them."""
        raw = rows(("applied", {}), ("first_talk", {})) | {"own_view": "no_reply"}
        level, own = said(raw, "stops")
        assert "each of these places: No answer, After the first talk. Each was 1 of 2." in level
        assert own == "As you see it yourself: No reply."

    def test_nothing_but_offers(self):
        """That is said too."""
        assert said(rows(("offer", {})), "stops") == [
            "Everything here that can be counted led to an offer."
        ]

    def test_who_cannot_tell_need_not(self):
        """No view is made of it."""
        assert said({"own_view": "unclear"}, "stops") == []


class TestWays:
    """Ways to apply, side by side."""

    def test_a_clear_difference_and_one_that_is_too_early(self):
        """Tailored three of three against none of five; contact one of two against two of six."""
        yes, no = {"tailored": "yes"}, {"tailored": "no"}
        with_, without = {"contact": "yes"}, {"contact": "no"}
        raw = rows(
            ("first_talk", yes | with_),
            ("first_talk", yes | without),
            ("first_talk", yes | without),
            ("applied", no | with_),
            *[("applied", no | without) for _ in range(4)],
        )
        told = said(raw, "methods")
        assert told[0] == (
            "Shaped for the role, a talk came more often so far: 3 of 3, against 0 of 5."
        )
        assert told[1].endswith("Without: 2 of 6. It is too early to tell.")
        assert "In these rows you spoke to somebody there for 2 of 8." in told

    def test_the_source_that_did_better_is_named_first(self):
        """Also where the other one was used more."""
        talk = [("first_talk", {"source": "A friend"})] * 3
        raw = rows(*talk, *[("applied", {"source": "Board"})] * 9)
        assert said(raw, "methods")[0] == (
            "A friend led to a talk more often so far than Board: 3 of 3, against 0 of 9."
        )

    def test_with_nothing_told_nothing_is_said(self):
        """No sentence about nothing."""
        assert "methods" not in found(rows(("applied", {})))

    def test_a_narrow_aim_is_said_kindly(self):
        """Five close matches of five (S1-12)."""
        raw = rows(*[("applied", {"must": 90})] * 5)
        assert said(raw, "matches")[0].startswith("Nearly all of these were close matches.")

    @pytest.mark.parametrize("must", [-5, 0, 100, 250])
    def test_a_share_beyond_its_ends_is_taken_as_its_end(self, must):
        """Old answers may hold anything."""
        assert found(rows(("applied", {"must": must})))["yields"]


class TestTheFourHeads:
    """No total, and what moved since the last time."""

    def test_the_lowest_and_the_highest(self):
        """Level ones are named together."""
        told = said(HEADS | {"heads.plan.proof": "A list"}, "heads")
        assert told == [
            "The most room is here, with 4 of 10: Plan, Persist.",
            "This goes best, with 7 of 10: Prepare.",
            "An example is still open for: Prepare, Persist, Learn.",
        ]

    def test_what_moved(self):
        """Against the run before; a head that was not rated then is left out."""
        before = {"heads.plan.score": 2, "heads.prepare.score": 9, "heads.persist.score": 4}
        told = said(HEADS, "heads", earlier=(before,))
        assert "Since the last time, up: Plan." in told
        assert any(each.startswith("Since the last time, down: Prepare.") for each in told)

    def test_one_head_alone_is_neither_high_nor_low(self):
        """There is nothing to hold it against."""
        raw = {"heads.plan.score": 4, "heads.plan.proof": "A list"}
        assert said(raw, "heads") == []
        assert found(raw)["heads"].outcome.rows == (
            ("Plan: I know what I look for, and what comes next", 4, None, "A list"),
        )


class TestHowSure:
    """Told as a change only, and never as a test (evidence 11)."""

    def test_the_first_time_no_number_is_told(self):
        """There is no change yet."""
        result = found({"sure.find.score": 3, "sure.ask.score": 8})["sure"]
        assert result.result.private
        assert result.outcome.rows == ()
        assert [each.id for each in result.outcome.says] == ["first"]

    def test_the_next_time_only_the_change(self):
        """Up, down and the same; the newest run before counts."""
        raw = {"sure.find.score": 5, "sure.ask.score": 6, "sure.talk.score": 4}
        before = {"sure.find.score": 3, "sure.ask.score": 8, "sure.talk.score": 4}
        older = {"sure.find.score": 10}
        outcome = found(raw, earlier=(before, older))["sure"].outcome
        assert [row[1] for row in outcome.rows] == [2, -2, 0]
        assert [each.id for each in outcome.says] == ["up", "down", "test"]

    def test_no_change_at_all(self):
        """Said in one line."""
        raw = {"sure.find.score": 5}
        assert [e.id for e in found(raw, earlier=(raw,))["sure"].outcome.says] == ["same", "test"]


class TestOneChange:
    """An experiment with its end, and limits around it."""

    def test_with_all_that_was_said(self):
        """Ten applications if nothing else is said."""
        raw = {"change": "contact", "how": "Write to one person.", "hours": 10, "days_off": 2}
        raw |= {"stop_on": "2026-05-01"}
        told = said(raw, "experiment")
        assert told[0] == "For your next 10 applications: Speaking to somebody first."
        assert "What you will do: Write to one person." in told
        assert told[-2:] == ["At most 10 hours a week.", "Days a week without any of it: 2."]

    @pytest.mark.parametrize("day", [TODAY, TODAY - timedelta(days=1)])
    def test_a_day_that_is_over_is_no_end(self, workspace, day):
        """Neither in words nor in what is kept."""
        raw = {"change": "contact", "stop_on": day.isoformat()}
        assert not any(each.startswith("It ends on") for each in said(raw, "experiment"))
        run = finish(workspace, begin(workspace, SHEET, None, TODAY, raw).id, TODAY)
        [kept] = offered(workspace, run)["experiment"]
        assert kept.record.stop_on is None

    def test_without_a_change_the_record_offers_some(self):
        """Those that speak to where most stopped."""
        told = said(rows(("final", {}), ("final", {})), "experiment")
        assert told == [
            "By where most stopped, one of these may be worth a try: Practice for talks and tasks."
        ]


class TestKeepingApplications:
    """Rows go into the log, and never twice."""

    def done(self, workspace, raw):
        """A finished run with these answers on top of what it began with."""
        run = begin(workspace, SHEET, None, TODAY)
        log = [*run.answers.get("log", ()), *raw.pop("log", ())]
        write(workspace, run.id, run.answers, {**run.answers, **raw, "log": log})
        return finish(workspace, run.id, TODAY)

    def keep(self, workspace, run):
        """Take up all that is offered."""
        return take_up(workspace, workspace.runs.get(run.id), offered(workspace, run))

    def test_a_new_row_becomes_an_application(self, workspace):
        """With role, employer, day and how far it got."""
        raw = rows(("task", {"role": "Nurse, Ward 5", "sent": "2026-01-05", "must": 70}))
        raw |= {"ways.r0.tailored": "yes", "ways.r0.contact": "no", "log.r0.source": "Board"}
        run = self.done(workspace, raw)
        self.keep(workspace, run)
        [one] = workspace.applications.all()
        assert (one.role, one.employer, one.source) == ("Nurse", "Ward 5", "Board")
        assert (one.tailored, one.contacted, one.must_haves) == (True, False, 70)
        assert [each.stage for each in one.stages] == [Stage.APPLIED, Stage.TASK]
        assert one.stages[0].on == one.sent_on == date(2026, 1, 5)
        assert offered(workspace, run) == {}

    def test_what_the_log_has_already_is_not_offered(self, workspace):
        """Nothing changed, nothing to keep."""
        logged(workspace, 30, role="Cook", must_haves=80, tailored=False)
        logged(workspace, 40, role="Cook", outcome=Outcome.DECLINED)
        logged(workspace, 50, Stage.ACCEPTED, role="Cook", outcome=Outcome.ACCEPTED)
        assert offered(workspace, self.done(workspace, {})) == {}

    def test_only_what_differs_is_changed(self, workspace):
        """The rest of the record stays, and the history keeps what it had."""
        one = logged(workspace, 30, role="Cook", note="Ring Ada", outcome=Outcome.NO)
        raw = {f"log.{one.id}.stage": "first_talk", f"ways.{one.id}.tailored": "yes"}
        run = self.done(workspace, raw)
        self.keep(workspace, run)
        now = workspace.applications.get(one.id)
        assert [each.stage for each in now.stages] == [Stage.APPLIED, Stage.FIRST_TALK]
        assert (now.tailored, now.note, now.outcome) == (True, "Ring Ada", Outcome.NO)
        assert len(workspace.applications.all()) == 1
        assert offered(workspace, run) == {}

    def test_what_the_log_said_meanwhile_counts(self, workspace):
        """A worksheet of last week does not turn it back."""
        one = logged(workspace, 30, role="Cook", source="Board")
        run = self.done(workspace, {f"log.{one.id}.source": "A friend"})
        stored = workspace.applications.get(one.id)
        later = moved_on(stored, Stage.OFFER, TODAY, NOW)
        workspace.applications.replace(later.model_copy(update={"source": "A fair"}))
        assert offered(workspace, run) == {}

    def test_an_application_that_is_gone_stays_gone(self, workspace):
        """It was deleted by hand."""
        one = logged(workspace, 30, role="Cook")
        run = self.done(workspace, {f"ways.{one.id}.tailored": "yes"})
        workspace.delete(workspace.applications.get(one.id))
        assert offered(workspace, run) == {}

    def test_a_row_that_says_the_same_as_the_log_is_that_application(self, workspace):
        """By role, employer and day; what is open there is filled, nothing is turned around."""
        one = logged(workspace, 30, Stage.FIRST_TALK, role="cook", employer="Inn", tailored=True)
        cells = {"role": "Cook,  Inn", "sent": one.sent_on.isoformat()}
        told = {"tailored": "no", "source": "Board"}
        run = self.done(workspace, rows(("applied", cells | told)))
        self.keep(workspace, run)
        [now] = workspace.applications.all()
        assert (now.id, now.source, now.tailored) == (one.id, "Board", True)
        assert [each.stage for each in now.stages] == [Stage.FIRST_TALK]

    def test_a_kept_row_that_goes_further_moves_its_application_on(self, workspace):
        """The one that came of it, not another."""
        run = self.done(workspace, rows(("applied", {"role": "Cook"})))
        self.keep(workspace, run)
        stored = workspace.runs.get(run.id)
        write(workspace, run.id, stored.answers, {**stored.answers, "log.r0.stage": "final"})
        self.keep(workspace, run)
        [now] = workspace.applications.all()
        assert [each.stage for each in now.stages] == [Stage.APPLIED, Stage.FINAL]

    def corrected(self, workspace, run, **cells):
        """The same run with other cells in its first row, finished again and kept."""
        stored = workspace.runs.get(run.id)
        write(workspace, run.id, stored.answers, {**stored.answers, **cells})
        self.keep(workspace, run)

    def test_a_kept_row_can_be_corrected(self, workspace):
        """As long as nobody changed the log meanwhile: then the log counts."""
        raw = rows(("applied", {"role": "Cook", "sent": "2026-01-01", "source": "Bord"}))
        run = self.done(workspace, raw | {"ways.r0.tailored": "yes"})
        self.keep(workspace, run)
        self.corrected(workspace, run, **{"log.r0.source": "Board", "log.r0.sent": "2026-01-11"})
        [now] = workspace.applications.all()
        assert (now.source, now.sent_on, now.tailored) == ("Board", date(2026, 1, 11), True)
        workspace.applications.replace(now.model_copy(update={"source": "A friend"}))
        self.corrected(workspace, run, **{"log.r0.source": "A fair", "ways.r0.tailored": "no"})
        [now] = workspace.applications.all()
        assert (now.source, now.tailored) == ("A friend", False)

    def test_a_row_of_the_log_can_be_corrected_twice(self, workspace):
        """Also back to what it was."""
        one = logged(workspace, 30, role="Cook", source="Bord")
        run = self.done(workspace, {f"log.{one.id}.source": "Fair"})
        self.keep(workspace, run)
        for source in ("Board", "Bord"):
            self.corrected(workspace, run, **{f"log.{one.id}.source": source})
            assert workspace.applications.get(one.id).source == source

    def test_the_employer_stays_where_a_letter_of_the_role_is_mended(self, workspace):
        """Also where the role has a comma in it; another employer is told after the first comma."""
        one = logged(workspace, 30, role="Nurse, night shift", employer="City")
        run = self.done(workspace, {f"log.{one.id}.role": "Nurse, night shifts, City"})
        self.keep(workspace, run)
        now = workspace.applications.get(one.id)
        assert (now.role, now.employer) == ("Nurse, night shifts", "City")


PLAN = {"change": "contact", "how": "Write to one person", "count": 8, "stop_on": "2026-05-01"}


class TestKeepingTheChange:
    """One change at a time."""

    def test_it_becomes_an_experiment(self, workspace):
        """As of the day on which the worksheet was finished."""
        run = finish(workspace, begin(workspace, SHEET, None, TODAY, PLAN).id, TODAY)
        take_up(workspace, run, offered(workspace, run))
        [one] = workspace.experiments.all()
        assert (one.tests, one.change, one.count) == (Change.CONTACT, "Write to one person", 8)
        assert (one.begun_on, one.stop_on, one.ended_on) == (TODAY, date(2026, 5, 1), None)
        assert offered(workspace, run) == {}

    def test_while_another_one_runs_none_is_offered(self, workspace):
        """With two of them nobody could tell which mattered."""
        other = workspace.experiments.add(Experiment(tests=Change.LEVEL, begun_on=TODAY))
        run = finish(workspace, begin(workspace, SHEET, None, TODAY, PLAN).id, TODAY)
        assert offered(workspace, run) == {}
        ended = other.model_copy(update={"ended_on": TODAY})
        workspace.experiments.replace(ended)
        assert "experiment" in offered(workspace, run)

    def test_the_change_that_runs_is_told(self, workspace):
        """Instead of others that may be worth a try; not where it came of this very run."""
        workspace.experiments.add(Experiment(tests=Change.LEVEL, begun_on=TODAY))
        run = begin(workspace, SHEET, None, TODAY, rows(("final", {})))
        assert around(workspace, run, SHEET, TODAY).trying == "level"
        assert around(workspace, run, SHEET, TODAY - timedelta(days=1)).trying == ""
        assert said(rows(("final", {})), "experiment", trying="level") == [
            (
                "This change is running already: Which level I aim at. "
                "One at a time: end it first, or go on with it."
            )
        ]

    def test_the_change_of_this_run_is_no_other(self, workspace):
        """It is told as the one change, and not as one in its way."""
        run = finish(workspace, begin(workspace, SHEET, None, TODAY, PLAN).id, TODAY)
        run = take_up(workspace, run, offered(workspace, run))
        assert around(workspace, run, SHEET, TODAY).trying == ""

    def test_changed_words_change_the_one_that_came_of_it(self, workspace):
        """No second one is made."""
        run = finish(workspace, begin(workspace, SHEET, None, TODAY, PLAN).id, TODAY)
        run = take_up(workspace, run, offered(workspace, run))
        write(workspace, run.id, run.answers, {**run.answers, "how": "Ring one person"})
        run = workspace.runs.get(run.id)
        take_up(workspace, run, offered(workspace, run))
        assert [each.change for each in workspace.experiments.all()] == ["Ring one person"]
