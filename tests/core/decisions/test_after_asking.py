"""After asking, readiness to apply again, and how long a weighing counts: days and records."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.applications import Application, Fact
from core.cases import Case, Direction
from core.content.cases import case_words
from core.decisions.after_asking import After, asked
from core.decisions.factors import Edge
from core.decisions.readiness import Light, OnRecord, Shines, lights, months_after
from core.decisions.weighed import weighing, with_weighing
from core.letters.desk import begin
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState, Weighed
from core.skills import Skill, SkillAction
from core.wins import Win
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace
from tests.clock import Clock

WAITS = case_words().waits
MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 12, 12, tzinfo=UTC)
TODAY = NOON.date()
CASE = Case(id="c", direction=Direction.SECOND_THOUGHTS, happened_on=date(2026, 2, 20))
CHECKS = dict.fromkeys(("resolved", "facts", "process", "fit", "no_breaker", "stay"), "d2")
DOOR = {"said_on": "2026-02-20", "reason_given": "pay_or_terms", "how_no": "warm"}


def out(kind, on, **fate):
    """A letter of the case that went out on a day."""
    fate = {"state": LetterState.SENT} | fate
    return Letter(id=f"{kind}{on}", kind=kind, case_id="c", sent_on=on, **fate)


def lit(light, **record):
    """One light of the case, with these records."""
    [found] = [e for e in lights(OnRecord(CASE, **record), TODAY) if e.light is light]
    return found


def test_proof_that_was_told_in_the_weighing_counts():
    """Nobody has to note twice what they can show; the day of it is not known."""
    assert lit(Light.PROOF).shines is Shines.NOT_YET
    told = lit(Light.PROOF, proof=True)
    assert (told.shines, told.on) == (Shines.ON, None)


class TestAfterAsking:
    """Five working days, one follow-up, five more, and it can rest."""

    def test_nothing_is_due_before_it_is_out(self):
        """A draft has not asked anybody, nor has the letter of another case."""
        draft = Letter(kind=Kind.REAPPROACH, case_id="c")
        assert asked([draft], "c", WAITS, TODAY) is None
        assert asked([out(Kind.REAPPROACH, MONDAY)], "d", WAITS, TODAY) is None

    @pytest.mark.parametrize(
        ("days", "after"), [(0, After.WAIT), (6, After.WAIT), (7, After.FOLLOW_UP)]
    )
    def test_a_week_end_lies_between(self, days, after):
        """Sent on a Monday, the next Monday is the fifth working day."""
        letter = out(Kind.REAPPROACH, MONDAY)
        found = asked([letter], "c", WAITS, MONDAY + timedelta(days=days))
        assert (found.after, found.on) == (after, MONDAY + timedelta(days=7))
        assert found.touch_on == date(2026, 5, 31)

    @pytest.mark.parametrize(("days", "after"), [(8, After.LAST_WAIT), (14, After.REST)])
    def test_after_the_follow_up(self, days, after):
        """Five more working days, then it rests."""
        letter = out(Kind.REAPPROACH, MONDAY)
        again = out(Kind.STATUS_CHECK, MONDAY + timedelta(days=7), follows_id=letter.id)
        found = asked([letter, again], "c", WAITS, MONDAY + timedelta(days=days))
        assert found.after is after

    def test_days_over_a_leap_day(self):
        """Sent on Thursday 24 February 2028, the fifth working day is 2 March."""
        letter = out(Kind.REAPPROACH, date(2028, 2, 24))
        found = asked([letter], "c", WAITS, date(2028, 3, 1))
        assert (found.after, found.on) == (After.WAIT, date(2028, 3, 2))

    @pytest.mark.parametrize(
        ("was", "after"), [("yes", After.YES), ("no", After.NO), ("other", After.OTHER)]
    )
    @pytest.mark.parametrize("on_the_follow_up", [True, False])
    def test_an_answer_ends_the_wait(self, was, after, on_the_follow_up):
        """Whichever of the two letters it answers."""
        fate = {"state": LetterState.ANSWERED, "reply_was": was, "replied_on": TODAY}
        letter = out(Kind.REAPPROACH, MONDAY, **({} if on_the_follow_up else fate))
        again = out(
            Kind.STATUS_CHECK, MONDAY, follows_id=letter.id, **(fate if on_the_follow_up else {})
        )
        assert asked([letter, again], "c", WAITS, TODAY).after is after

    def test_the_latest_letter_counts(self):
        """An older one that was answered is history."""
        first = out(Kind.REAPPROACH, date(2026, 1, 5), state=LetterState.NO_REPLY)
        assert asked([first], "c", WAITS, TODAY).after is After.REST
        second = out(Kind.REAPPROACH, date(2026, 3, 11))
        assert asked([second, first], "c", WAITS, TODAY).after is After.WAIT


class TestReadiness:
    """Four lights and a wait, each from what is on record."""

    def test_with_nothing_noted(self):
        """What is not known is called so, and nothing is lit by guessing."""
        shines = {each.light: each.shines for each in lights(OnRecord(CASE), TODAY)}
        assert shines == {
            Light.PARTED: Shines.UNKNOWN,
            Light.CONTACT: Shines.ON,
            Light.PROOF: Shines.NOT_YET,
            Light.NEWS: Shines.UNKNOWN,
            Light.WAIT: Shines.NOT_YET,
        }

    def test_parted(self):
        """By a letter that parts well, or by how it was told; what hurt trust is not lit."""
        thanks = [out(Kind.THANKS_AFTER_NO, TODAY)]
        assert lit(Light.PARTED, letters=thanks).shines is Shines.ON
        assert lit(Light.PARTED, how="neutral").shines is Shines.ON
        assert lit(Light.PARTED, letters=thanks, how="no_reply").shines is Shines.NOT_YET
        draft = [Letter(kind=Kind.THANKS_AFTER_NO, case_id="c")]
        assert lit(Light.PARTED, letters=draft).shines is Shines.UNKNOWN

    @pytest.mark.parametrize(("days", "shines"), [(180, Shines.ON), (181, Shines.NOT_YET)])
    def test_contact(self, days, shines):
        """Within 180 days, counted from the last word; from the no where none is known."""
        on = date(2026, 4, 1)
        record = OnRecord(CASE, last_word=on)
        assert lit(Light.CONTACT).on == CASE.happened_on
        found = next(
            e for e in lights(record, on + timedelta(days=days)) if e.light is Light.CONTACT
        )
        assert (found.shines, found.on) == (shines, on)

    def test_proof(self):
        """A win or a step of a skill, since the no and not before."""
        before, since = date(2026, 2, 19), date(2026, 2, 20)
        assert lit(Light.PROOF, wins=[Win(what="x", on=before)]).shines is Shines.NOT_YET
        assert lit(Light.PROOF, wins=[Win(what="x", on=since)]).on == since
        skill = Skill(name="x", actions=(SkillAction(text="y", done_on=TODAY),))
        assert lit(Light.PROOF, skills=[skill]).shines is Shines.ON

    def test_news(self):
        """The day of a fact in a letter of the case, or a fact on its application."""
        fresh = Letter(kind=Kind.REAPPLY, case_id="c", recent_on=TODAY)
        stale = fresh.model_copy(update={"recent_on": TODAY - timedelta(days=181)})
        assert lit(Light.NEWS, letters=[fresh]).shines is Shines.ON
        assert lit(Light.NEWS, letters=[stale]).shines is Shines.NOT_YET
        known = Application(case_id="c", facts=(Fact(what="A new depot"),))
        assert lit(Light.NEWS, applications=[known]).shines is Shines.ON

    def test_the_wait(self):
        """Three months to the day."""
        over = months_after(CASE.happened_on, 3)
        assert over == date(2026, 5, 20)
        for today, shines in ((date(2026, 5, 19), Shines.NOT_YET), (over, Shines.ON)):
            assert lights(OnRecord(CASE), today)[-1].shines is shines

    @pytest.mark.parametrize(
        ("day", "months", "then"),
        [
            (date(2027, 11, 30), 3, date(2028, 2, 29)),
            (date(2026, 11, 30), 3, date(2027, 2, 28)),
            (date(2026, 10, 31), 2, date(2026, 12, 31)),
            (date(2026, 12, 1), 12, date(2027, 12, 1)),
            (date(9999, 9, 30), 3, date(9999, 12, 30)),
            (date(9999, 11, 30), 3, date.max),
        ],
    )
    def test_months(self, day, months, then):
        """A month that lacks the day ends on its last one, and the calendar on the last of all."""
        assert months_after(day, months) == then

    @settings(max_examples=50)
    @given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 24))
    def test_months_run_forward(self, day, months):
        """So many months later, never past the same day of that month."""
        then = months_after(day, months)
        assert (then.year - day.year) * 12 + then.month - day.month == months
        assert then.day <= day.day


class TestWeighed:
    """What a letter to go back remembers, and for how long."""

    @pytest.fixture
    def clock(self):
        """A clock that can be moved on."""
        return Clock(NOON)

    @pytest.fixture
    def workspace(self, clock):
        """A workspace with the case in it."""
        workspace = Workspace.in_memory(clock)
        workspace.cases.add(CASE)
        return workspace

    @pytest.fixture
    def weighed(self, workspace):
        """Keep a run with these answers."""

        def answer(**answers):
            [case] = workspace.cases.all()
            run = WorksheetRun(
                worksheet="reapproach", happened_on=TODAY, case_id=case.id, answers=DOOR | answers
            )
            workspace.runs.add(run)
            return case.id

        return answer

    @pytest.mark.parametrize(("days", "counts"), [(0, True), (30, True), (31, False)])
    def test_for_thirty_days(self, workspace, clock, weighed, days, counts):
        """After that things may have moved."""
        case_id = weighed(**CHECKS)
        clock.forward(days=days)
        assert (weighing(workspace, case_id, clock().date()) is not None) is counts

    def test_half_a_weighing_is_none(self, workspace, weighed):
        """Five of six checks leave it open; so does another case, and none at all."""
        case_id = weighed(**CHECKS | {"stay": None})
        assert weighing(workspace, case_id, TODAY) is None
        assert weighing(workspace, "other", TODAY) is None
        assert weighing(workspace, "", TODAY) is None

    def test_the_letter_remembers(self, workspace, weighed):
        """Only one that goes back, and that it was weighed stays."""
        case_id = weighed(**CHECKS)
        letter = Letter(kind=Kind.REAPPROACH, case_id=case_id)
        assert with_weighing(workspace, letter).weighed is Weighed.YES
        elsewhere = letter.model_copy(update={"weighed": Weighed.YES, "case_id": "d"})
        assert with_weighing(workspace, elsewhere).weighed is Weighed.YES
        other = letter.model_copy(update={"kind": Kind.REAPPLY})
        assert with_weighing(workspace, other).weighed is None

    @pytest.mark.parametrize(
        ("sent_on", "noted"),
        [
            (None, Weighed.YES),
            (TODAY, Weighed.YES),
            (TODAY - timedelta(days=1), Weighed.SKIPPED),
        ],
    )
    def test_what_was_skipped_and_then_weighed_is_weighed(self, workspace, weighed, sent_on, noted):
        """Before it goes out; weighing it the day after changes nothing about the letter."""
        case_id = weighed(**CHECKS)
        told = {"weighed": Weighed.SKIPPED, "sent_on": sent_on}
        letter = Letter(kind=Kind.REAPPROACH, case_id=case_id, **told)
        assert with_weighing(workspace, letter).weighed is noted

    def test_its_day_is_that_of_the_person(self):
        """Weighed after midnight at home counts as that day, wherever it was noted."""
        late = datetime(2026, 3, 13, 1, tzinfo=timezone(timedelta(hours=9)))
        clock = [late.astimezone(UTC)]
        workspace = Workspace.in_memory(lambda: clock[0])
        run = {"worksheet": "reapproach", "happened_on": late.date(), "case_id": "c"}
        workspace.runs.add(WorksheetRun(**run, answers=DOOR | CHECKS))
        clock[0] = late
        assert weighing(workspace, "c", late.date()).on == late.date()

    def test_who_would_rather_not_has_skipped_it(self, workspace, weighed):
        """The letter opens, and remembers that."""
        case_id = weighed(edges=[Edge.NOT_WEIGHED.value])
        assert weighing(workspace, case_id, TODAY).as_noted is Weighed.SKIPPED

    @pytest.mark.parametrize(
        ("change", "may"),
        [
            ({"reason_now": "partly"}, True),
            ({"reason_now": "shown"}, True),
            ({"reason_now": "same"}, False),
            ({}, False),
            ({"reason_now": "shown", "reason_given": "other_offer"}, False),
            ({"reason_now": "shown", "reason_given": "other_offer", "reasons": ["pay"]}, True),
            ({"reason_now": "shown", "fit": "d0", "stay": "d0"}, False),
        ],
    )
    def test_pay_is_named_again_only_where_it_was_the_reason(self, workspace, weighed, change, may):
        """And has moved, and the wish holds up (R25)."""
        case_id = weighed(**CHECKS | change)
        assert weighing(workspace, case_id, TODAY).pay_may_reopen is may

    def test_what_has_changed_stands_in_the_letter(self, workspace, weighed):
        """Each change that was told as a sentence, as far as one line goes."""
        rows = {"differs": ["r1", "r2", "r3"], "differs.r1.what": "I have moved"}
        rows |= {"differs.r2.what": "The trip is short.", "differs.r3.what": "x" * 190}
        case = workspace.cases.get(weighed(**rows))
        facts = begin(workspace, Kind.REAPPROACH, case, seed=1).facts
        assert facts["what_changed"] == "I have moved. The trip is short."
        assert "what_changed" not in begin(workspace, Kind.DECLINE, case, seed=1).facts

    def test_nothing_told_is_nothing_said(self, workspace, weighed):
        """No sentence is made up."""
        case = workspace.cases.get(weighed())
        assert "what_changed" not in begin(workspace, Kind.REAPPROACH, case, seed=1).facts
