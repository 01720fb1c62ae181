"""Dues: what of a search has a day, told on that day and in the person's own time zone."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.applications import Application, Interview, Outcome, Requested
from core.content.files import EN, FaultyContentError, load
from core.content.interviews import InterviewWords
from core.dues import ANSWER, THANKS, What, When, dues, dues_of, when
from core.interviews import moment
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.me import time_zones

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 26, 12, 0, tzinfo=LONDON)
TODAY = NOW.date()


def running(**told):
    """An application that is running, with an id."""
    return Application(**{"id": "a", "role": "Analyst", **told})


def talk(hours, **told):
    """A talk of an hour that begins this many hours from now."""
    return Interview(
        **{"id": "t", "application_id": "a", "at": NOW + timedelta(hours=hours)} | told
    )


def asked(days, **told):
    """One thing that they asked for by a day so many days from today."""
    return Requested(what="CV", due=TODAY + timedelta(days=days), **told)


def found(application=None, *talks, letters=(), now=NOW):
    """What is due, as pairs of what and when."""
    every = dues([application or running()], talks, letters, now)
    return [(each.what, each.when(now.date())) for each in every]


class TestDays:
    """Seen from today."""

    @pytest.mark.parametrize(
        ("day", "today", "told"),
        [
            (date(2028, 2, 29), date(2028, 2, 28), When.TOMORROW),
            (date(2028, 3, 1), date(2028, 2, 29), When.TOMORROW),
            (date(2027, 3, 1), date(2027, 2, 28), When.TOMORROW),
            (date(2028, 3, 1), date(2028, 2, 28), When.LATER),
            (date(2027, 1, 1), date(2026, 12, 31), When.TOMORROW),
            (date(2026, 12, 31), date(2027, 1, 1), When.EARLIER),
            (date(2028, 2, 29), date(2028, 2, 29), When.TODAY),
        ],
    )
    def test_tomorrow_is_the_next_day_of_the_calendar(self, day, today, told):
        """Over leap days and new years."""
        assert when(day, today) is told


class TestRequested:
    """What they asked for (catalogue S2-14)."""

    @pytest.mark.parametrize(
        ("days", "told"),
        [(-60, When.EARLIER), (-1, When.EARLIER), (0, When.TODAY), (1, When.TOMORROW)],
    )
    def test_it_is_told_from_the_day_before(self, days, told):
        """And afterwards, for it can still go."""
        assert found(running(requested=(asked(days),))) == [(What.REQUESTED, told)]

    @pytest.mark.parametrize("days", [2, -61])
    def test_it_is_not_told_too_early_or_for_ever(self, days):
        """Two months later nobody waits for it."""
        assert found(running(requested=(asked(days),))) == []

    def test_what_is_sent_or_has_no_day_is_not_due(self):
        """One tap ends it."""
        things = (asked(-1, sent_on=TODAY), Requested(what="References"))
        assert found(running(requested=things)) == []

    @pytest.mark.parametrize("outcome", Outcome)
    def test_nothing_is_due_for_what_has_ended(self, outcome):
        """However it ended."""
        assert found(running(requested=(asked(0),), outcome=outcome), talk(-2)) == []

    def test_nothing_is_due_for_what_is_put_away(self):
        """Out of the way is out of mind."""
        assert found(running(requested=(asked(0),), archived_on=TODAY)) == []

    def test_the_place_says_which_one_it_is(self):
        """So that one tap sends the right one."""
        application = running(requested=(asked(5), asked(0, sent_on=TODAY), asked(0)))
        [due] = dues([application], [], [], NOW)
        assert due.place == 2


class TestTalks:
    """A talk, and what goes out before it."""

    def test_it_is_told_the_day_before_and_until_its_end(self):
        """Also while it lasts."""
        assert found(None, talk(40)) == []
        assert found(None, talk(24)) == [(What.TALK, When.TOMORROW)]
        assert found(None, talk(-0.5)) == [(What.TALK, When.TODAY)]

    @pytest.mark.parametrize("hours", [2, 24])
    def test_a_talk_comes_first(self, hours):
        """Before what is overdue: to be late for it costs the most."""
        application = running(requested=(asked(-3), asked(0)))
        told = [each for each, _ in found(application, talk(hours))]
        assert told == [What.TALK, What.REQUESTED, What.REQUESTED]

    def test_what_goes_ahead_is_due_only_before_the_talk(self):
        """Afterwards they have seen it, or will not."""
        ahead = (asked(0),)
        assert (What.AHEAD, When.TODAY) in found(None, talk(2, send_ahead=ahead))
        assert (What.AHEAD, When.TODAY) in found(None, talk(0, at=None, send_ahead=ahead))
        assert (What.AHEAD, When.TODAY) not in found(None, talk(-2, send_ahead=ahead))

    def test_a_talk_of_no_application_is_left_alone(self):
        """Its application is gone."""
        assert found(None, talk(2, application_id="gone")) == []

    @given(st.sampled_from(time_zones()), st.sampled_from(time_zones()), st.times())
    @settings(max_examples=60, deadline=None)
    def test_its_day_is_that_of_the_person(self, there, own, at):
        """Half past midnight in Tokyo is still today in London."""
        at = at.replace(second=0, microsecond=0)
        begins = moment(date(2026, 11, 26), at, there)
        now = (begins - timedelta(hours=1)).astimezone(ZoneInfo(own))
        [due] = dues([running()], [talk(0, at=begins, zone=there)], [], now)
        assert due.on == begins.astimezone(ZoneInfo(own)).date()
        assert due.when(now.date()) in {When.TODAY, When.TOMORROW}


class TestThanks:
    """Within a day of a talk (catalogue S2-16)."""

    def test_they_are_due_a_day_after_its_end(self):
        """From the end of the talk on, and for a week."""
        assert found(None, talk(-2)) == [(What.THANKS, When.TOMORROW)]
        assert found(None, talk(-25)) == [(What.THANKS, When.TODAY)]
        assert found(None, talk(-7 * 24)) == [(What.THANKS, When.EARLIER)]
        assert found(None, talk(-7 * 24 - 2)) == []

    def test_a_day_is_24_hours_also_when_the_clocks_change(self):
        """A talk that ends at 23:30 before the clocks go back: thanks by 22:30 the next day."""
        at = moment(date(2027, 10, 30), time(22, 30), "Europe/London")
        now = at + timedelta(hours=2)
        [due] = dues([running()], [talk(0, at=at)], [], now)
        assert due.on == date(2027, 10, 31)

    def test_noted_or_left_alone_they_are_no_longer_due(self):
        """The person decides."""
        assert found(None, talk(-2, thanked_on=TODAY)) == []
        assert found(None, talk(-2, left_alone=(THANKS,))) == []

    def test_a_letter_that_went_out_counts(self):
        """Only for this case, only of this kind, and only since the talk."""
        letter = Letter(
            kind=Kind.THANKS_AFTER_TALK, case_id="c", state=LetterState.SENT, sent_on=TODAY
        )
        application = running(case_id="c")
        assert found(application, talk(-2), letters=[letter]) == []
        others = [
            letter.model_copy(update={"case_id": "d"}),
            letter.model_copy(update={"kind": Kind.FEEDBACK_REQUEST}),
            letter.model_copy(update={"sent_on": TODAY - timedelta(days=1)}),
            letter.model_copy(update={"sent_on": None}),
        ]
        assert found(application, talk(-2), letters=others) == [(What.THANKS, When.TOMORROW)]

    @pytest.mark.parametrize(("sent", "due"), [(19, []), (18, [What.THANKS])])
    def test_its_day_and_that_of_the_talk_are_of_one_calendar(self, sent, due):
        """Nine in the morning of the 20th in Sydney is the evening of the 19th in Berlin."""
        begins = moment(date(2026, 11, 20), time(9), "Australia/Sydney")
        letter = Letter(
            kind=Kind.THANKS_AFTER_TALK,
            case_id="c",
            state=LetterState.SENT,
            sent_on=date(2026, 11, sent),
        )
        met = Interview(id="t", application_id="a", at=begins, zone="Australia/Sydney")
        here = datetime(2026, 11, 20, 9, tzinfo=ZoneInfo("Europe/Berlin"))
        every = dues([running(case_id="c")], [met], [letter], here)
        assert [each.what for each in every] == due

    def test_no_letter_counts_for_an_application_without_a_case(self):
        """Letters without a case are nobody's."""
        letter = Letter(kind=Kind.THANKS_AFTER_TALK, state=LetterState.SENT, sent_on=TODAY)
        assert found(None, talk(-2), letters=[letter])


class TestAnswers:
    """The day that they named for an answer."""

    @pytest.mark.parametrize("days", [-30, -1])
    def test_once_the_day_is_over_one_question_is_due(self, days):
        """Also after a talk whose own day was never noted."""
        named = talk(0, at=None, answer_by=TODAY + timedelta(days=days))
        assert found(None, named) == [(What.ANSWER, When.EARLIER)]

    @pytest.mark.parametrize("days", [-31, 0, 1, 2])
    def test_it_is_not_told_for_ever_or_while_there_is_nothing_to_do(self, days):
        """The whole of the day is theirs; after a month it is silence."""
        assert found(None, talk(0, at=None, answer_by=TODAY + timedelta(days=days))) == []

    def test_its_own_application_knows_the_day_that_lies_ahead(self):
        """It is only Today that keeps quiet about it."""
        named = talk(0, at=None, answer_by=TODAY + timedelta(days=1))
        [due] = dues_of(running(), [named], [], NOW)
        assert (due.what, due.on) == (What.ANSWER, TODAY + timedelta(days=1))

    def test_one_question_is_enough(self):
        """Asked or left, it rests."""
        passed = TODAY - timedelta(days=1)
        for told in ({"asked_on": TODAY}, {"left_alone": (ANSWER,)}):
            assert found(None, talk(0, at=None, answer_by=passed, **told)) == []

    def test_a_status_check_that_went_out_counts(self):
        """It was the question."""
        letter = Letter(kind=Kind.STATUS_CHECK, case_id="c", sent_on=TODAY)
        done = talk(-48, answer_by=TODAY, thanked_on=TODAY)
        assert found(running(case_id="c"), done, letters=[letter]) == []


class TestOrder:
    """One list."""

    @given(st.lists(st.integers(-70, 10), max_size=8), st.integers(-200, 60))
    @settings(max_examples=50, deadline=None)
    def test_the_earliest_day_comes_first_and_nothing_lies_beyond_tomorrow(self, days, hours):
        """Whatever there is, but for a talk."""
        application = running(requested=tuple(map(asked, days)))
        every = dues([application], [talk(hours)], [], NOW)
        rest = [each.on for each in every if each.what is not What.TALK]
        assert rest == sorted(rest)
        assert all(day <= TODAY + timedelta(days=1) for day in rest)
        assert What.TALK not in [each.what for each in every[1:]]

    def test_one_application_shows_what_lies_ahead_too(self):
        """On its own page."""
        application = running(requested=(asked(40),))
        assert [each.on for each in dues_of(application, [], [], NOW)] == [TODAY + timedelta(40)]

    def test_nothing_is_due_where_nothing_is(self):
        """An empty list, without a word."""
        assert dues([], [], [], datetime(2026, 1, 1, tzinfo=UTC)) == ()


class TestWords:
    """Every due thing is told, whenever it is."""

    def test_no_line_can_be_lost_by_an_edit(self, tmp_path):
        """The server would not start without it."""
        lines = (EN / "interviews.toml").read_text("utf-8").splitlines(keepends=True)
        without = [each for each in lines if not each.startswith("tomorrow = ")]
        (tmp_path / "interviews.toml").write_text("".join(without), encoding="utf-8")
        with pytest.raises(FaultyContentError, match="tomorrow"):
            load("interviews.toml", InterviewWords, tmp_path)
