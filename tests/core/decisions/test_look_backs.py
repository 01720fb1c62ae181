"""Look-backs: which decision asks for one today, never two at once, and none on a heavy day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from core.cases import Case, Direction
from core.check_ins import CheckIn, Felt
from core.decisions.due_looks import due_look, is_heavy, let_be, look_for_today, put_off
from core.decisions.look_backs import (
    LOOK_BACK_DAYS,
    OVER_DAYS,
    LookBack,
    Moved,
    mark_due,
    moved,
    newest_first,
    told_last,
)
from core.walks import Walk

DECIDED = date(2026, 1, 10)
TOLD = datetime(2026, 1, 10, 9, tzinfo=UTC)
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))


def look(after=0, on=DECIDED, **told):
    """A look back at the case."""
    return LookBack(happened_on=on, case_id="a", after_days=after, **told)


def after(number):
    """The day so many days after the decision."""
    return DECIDED + timedelta(days=number)


def at_noon(number):
    """Noon so many days after the decision."""
    return TOLD + timedelta(days=number, hours=3)


def decision(case_id="a", direction=Direction.I_SAID_NO, days_later=0, **told):
    """A decision that was told on its day."""
    on = DECIDED + timedelta(days=days_later)
    told = {"created_at": TOLD + timedelta(days=days_later)} | told
    return Case(id=case_id, direction=direction, happened_on=on, **told)


class TestWhichMarkIsDue:
    """30, 90 and 180 days: each is open until the next one takes its place."""

    @pytest.mark.parametrize(
        ("number", "mark"),
        [
            (0, None), (29, None), (30, 30), (89, 30), (90, 90), (179, 90), (180, 180),
            (364, 180), (365, None), (4000, None),
        ],
    )  # fmt: skip
    def test_on_the_day(self, number, mark):
        """The day itself counts, the day before does not; after a year nothing is asked."""
        assert mark_due(DECIDED, (), after(number)) == mark

    def test_a_decision_of_tomorrow_asks_for_nothing(self):
        """A day can be wrong."""
        assert mark_due(DECIDED, (), after(-3)) is None

    def test_a_leap_day_is_a_day(self):
        """30 days after 30 January 2028 is 29 February; 30 after the 29th is 30 March."""
        assert mark_due(date(2028, 1, 30), (), date(2028, 2, 28)) is None
        assert mark_due(date(2028, 1, 30), (), date(2028, 2, 29)) == 30
        assert mark_due(date(2028, 2, 29), (), date(2028, 3, 30)) == 30

    def test_each_is_asked_once(self):
        """Whoever answered it is asked again only at the next one."""
        answered = [look(30, after(31), regret=7)]
        assert mark_due(DECIDED, answered, after(60)) is None
        assert mark_due(DECIDED, answered, after(90)) == 90

    def test_a_look_of_ones_own_accord_answers_it_too(self):
        """If it was on its day or later; an earlier one does not."""
        assert mark_due(DECIDED, [look(0, after(29), regret=7)], after(30)) == 30
        assert mark_due(DECIDED, [look(0, after(30), regret=7)], after(31)) is None

    def test_a_mark_that_was_missed_is_not_made_up_for(self):
        """After 100 days the first month is past: one look is asked for, not two."""
        assert mark_due(DECIDED, (), after(100)) == 90
        assert mark_due(DECIDED, [look(90, after(100), regret=1)], after(101)) is None

    @given(decided=days, today=days, looked=st.lists(st.tuples(st.integers(0, 400), st.booleans())))
    def test_it_is_always_the_last_mark_that_has_passed(self, decided, today, looked):
        """Or none: so there are never two at once, whatever was answered before."""
        looks = [
            look(mark_due(decided, (), decided + timedelta(days=on)) or 0 if is_asked else 0,
                 decided + timedelta(days=on))
            for on, is_asked in looked
        ]  # fmt: skip
        due = mark_due(decided, looks, today)
        passed = [mark for mark in LOOK_BACK_DAYS if decided + timedelta(days=mark) <= today]
        assert due is None or due == passed[-1]
        if due:
            assert (today - decided).days < OVER_DAYS
            answer = look(due, today, regret=0)
            assert mark_due(decided, [*looks, answer], today) is None


class TestLooks:
    """What was answered, and how it changed."""

    def test_numbers_keep_to_their_scales(self):
        """Regret 0 to 10, the outcome -5 to 5, the effect -2 to 2."""
        for wrong in ({"regret": 11}, {"regret": -1}, {"outcome": -6}, {"effect": 3}):
            with pytest.raises(ValidationError):
                look(**wrong)

    def test_one_without_an_answer_is_empty(self):
        """A regret of 0 is an answer."""
        assert look().is_empty
        assert not look(regret=0).is_empty
        assert not look(learned="Ask").is_empty

    def test_the_latest_counts(self):
        """By its day, and on one day by when it was noted."""
        first = look(on=after(5), regret=1, created_at=TOLD)
        later = look(on=after(5), outcome=2, created_at=TOLD + timedelta(hours=1))
        old = look(on=after(1), regret=9, created_at=TOLD + timedelta(days=9))
        assert newest_first([old, first, later]) == (later, first, old)
        assert told_last([old, first, later], "regret") is first
        assert told_last([old], "learned") is None

    def test_a_number_goes_down_up_or_stays(self):
        """Then and now."""
        assert [moved(7, 3), moved(3, 7), moved(4, 4)] == [Moved.LOWER, Moved.HIGHER, Moved.SAME]


class TestWhichDecisionAsks:
    """One look on Today, at the decision that has waited longest."""

    def test_one_of_many_is_asked_for(self):
        """The one whose mark has passed first; the others wait their turn."""
        cases = [decision("b", days_later=3), decision("a"), decision("c", days_later=60)]
        found = due_look(cases, (), (), at_noon(40))
        assert (found.case.id, found.mark, found.since) == ("a", 30, after(30))
        answered = [look(30, after(40), regret=3)]
        assert due_look(cases, answered, (), at_noon(40)).case.id == "b"

    @pytest.mark.parametrize(
        ("direction", "asks"),
        [
            (Direction.I_SAID_NO, True),
            (Direction.SECOND_THOUGHTS, True),
            (Direction.WITHDREW, True),
            (Direction.THEY_SAID_NO, False),
            (Direction.SILENCE, False),
            (Direction.CANCELLED, False),
        ],
    )
    def test_only_own_noes_are_asked_about(self, direction, asks):
        """A no that was given to the person is no decision of theirs."""
        assert bool(due_look([decision(direction=direction)], (), (), at_noon(30))) is asks

    def test_one_at_rest_is_left_alone(self):
        """Out of sight is out of sight."""
        assert due_look([decision(rested_at=at_noon(12))], (), (), at_noon(30)) is None

    def test_what_was_told_only_today_is_not_asked_about_today(self):
        """Somebody who dates a no back has just told all of it."""
        told = decision(created_at=at_noon(100))
        assert due_look([told], (), (), at_noon(100)) is None
        assert due_look([told], (), (), at_noon(101)).mark == 90

    def test_the_day_is_that_of_the_person(self):
        """An hour after midnight in Auckland it is their 9 February, in London still the 8th."""
        moment = datetime(2026, 2, 8, 12, 30, tzinfo=UTC)
        auckland = moment.astimezone(ZoneInfo("Pacific/Auckland"))
        assert due_look([decision()], (), (), moment) is None
        assert due_look([decision()], (), (), auckland).mark == 30

    def test_not_now_is_a_few_days(self):
        """And then it is asked again."""
        walks = [Walk(case_id="a", looks_from=after(36))]
        assert due_look([decision()], (), walks, at_noon(35)) is None
        assert due_look([decision()], (), walks, at_noon(36)).mark == 30

    def test_let_it_be_is_for_good(self):
        """Also at the next marks."""
        walks = [Walk(case_id="a", looks_let_be=True)]
        assert all(due_look([decision()], (), walks, at_noon(each)) is None for each in (30, 90))

    @settings(max_examples=50)
    @given(st.lists(st.integers(0, 400), max_size=6), st.integers(0, 400))
    def test_answering_empties_the_list(self, begun, number):
        """As many looks as there are decisions are enough, and each decision asks once."""
        cases = [decision(str(at), days_later=each) for at, each in enumerate(begun)]
        looks, asked, now = [], [], at_noon(number + 1)
        while found := due_look(cases, looks, (), now):
            asked.append(found.case.id)
            mine = LookBack(happened_on=now.date(), case_id=found.case.id, after_days=found.mark)
            looks.append(mine)
        assert len(asked) == len(set(asked))


class TestOnToday:
    """From the records as they stand."""

    @pytest.fixture
    def case(self, workspace, clock):
        """A no of 30 days ago, told then."""
        case = Case(direction=Direction.I_SAID_NO, happened_on=clock().date(), employer="Acme")
        kept = workspace.cases.add(case)
        clock.forward(days=30)
        return kept

    def test_it_is_offered_until_it_is_answered(self, workspace, clock, case):
        """Or put off, or let be; letting be can be taken back."""
        now = clock()
        assert look_for_today(workspace, now).case.id == case.id
        put_off(workspace, case.id, now.date())
        assert look_for_today(workspace, now) is None
        assert look_for_today(workspace, now + timedelta(days=5)).mark == 30
        let_be(workspace, case.id)
        assert look_for_today(workspace, now + timedelta(days=5)) is None
        let_be(workspace, case.id, ever=False)
        assert look_for_today(workspace, now).mark == 30

    @pytest.mark.parametrize("about", ["case", "other", ""])
    def test_a_heavy_day_is_left_alone(self, workspace, clock, case, about):
        """Whichever case weighs 7 or more; a day later it is offered again."""
        other = Case(direction=Direction.SILENCE, happened_on=clock().date())
        ids = {"case": case.id, "other": workspace.cases.add(other).id, "": ""}
        felt = CheckIn(
            happened_on=clock().date(),
            case_id=ids[about],
            feelings=(Felt(word="sad", family="sad", strength=7),),
        )
        workspace.check_ins.add(felt)
        assert is_heavy(workspace, clock())
        assert look_for_today(workspace, clock()) is None
        clock.forward(days=2)
        assert look_for_today(workspace, clock()).mark == 30

    def test_six_of_ten_is_not_heavy(self, workspace, clock, case):
        """Nor is a strong relief."""
        for word, family, strength in (("sad", "sad", 6), ("relieved", "steadier", 10)):
            felt = (Felt(word=word, family=family, strength=strength),)
            workspace.check_ins.add(CheckIn(happened_on=clock().date(), feelings=felt))
        assert look_for_today(workspace, clock()).case.id == case.id

    def test_while_support_stands_it_is_not_offered(self, workspace, clock, case):
        """Little hope within the last days (T2)."""
        workspace.check_ins.add(CheckIn(happened_on=clock().date(), mood=5, hope=1))
        clock.forward(days=2)
        assert look_for_today(workspace, clock()) is None

    def test_deleting_the_case_takes_its_looks_along(self, workspace, clock, case):
        """And undoing brings them back."""
        workspace.look_backs.add(LookBack(happened_on=clock().date(), case_id=case.id, regret=2))
        gone = workspace.delete_case(case.id)
        assert not workspace.look_backs.all()
        workspace.put_back(gone)
        assert workspace.look_backs.all()[0].regret == 2
