"""The three of the week: a mix of ties, steady all week, and then enough."""

from collections import Counter
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.content.loader import network_words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.cadence import due_among, due_people
from core.network.contacts import contacts_in
from core.network.resting import snoozed
from core.network.suggested import (
    A_WEEK,
    Tie,
    reached_out_to,
    reached_this_week,
    suggested,
    suggested_now,
    tie_of,
    week_is_full,
    week_of,
)
from core.network.talks import Talk
from core.network.touchpoints import Channel, Started, Touchpoint
from core.people import Closeness, Person
from core.workspace import Workspace
from tests.clock import Clock

DAY = timedelta(days=1)
MONDAY = date(2026, 3, 9)
WEEK = [MONDAY + n * DAY for n in range(7)]


def person(name, closeness=Closeness.WEAK, ago=200, **told):
    """Somebody of whom the last contact is so many days before the Monday."""
    last = None if ago is None else MONDAY - ago * DAY
    return Person(id=name, name=name, closeness=closeness, last_before=last, **told)


def touch(name, on, **told):
    """A contact that the person began."""
    return Touchpoint(**{"person_id": name, "happened_on": on} | told)


def found(people, today, reached=(), touches=()):
    """The ids of the suggested, in their order."""
    due = due_among(people, contacts_in(touches, (), until=today), today)
    return [each.due.person.id for each in suggested(due, reached, today)]


FEW = [
    person("close", Closeness.CLOSE, 40),
    person("weak", Closeness.WARM, 120),
    person("dormant", Closeness.WEAK, 800),
]
AGO = st.integers(20, 40) | st.integers(80, 100) | st.integers(170, 400)
PEOPLE = st.lists(
    st.tuples(st.sampled_from(Closeness), st.none() | AGO, st.none() | st.integers(-9, 9)),
    max_size=12,
).map(
    lambda told: [
        person(
            f"p{n:02}",
            closeness,
            ago,
            not_before=None if floor is None else MONDAY + floor * DAY,
        )
        for n, (closeness, ago, floor) in enumerate(told)
    ]
)


class TestTheMix:
    """One of each tie before a second of any (evidence 13)."""

    def test_one_of_each_comes_first(self):
        """However many dormant ones have waited longer."""
        crowd = [person(f"d{n}", ago=900 + n) for n in range(9)]
        assert set(found([*crowd, *FEW[:2]], MONDAY)) == {"close", "weak", "d8"}

    def test_each_is_told_why(self):
        """The tie is the reason on the card."""
        due = due_among(FEW, {}, MONDAY)
        told = {each.due.person.id: each.tie for each in suggested(due, (), MONDAY)}
        assert told == {"close": Tie.CLOSE, "weak": Tie.WEAK, "dormant": Tie.DORMANT}

    @pytest.mark.parametrize("closeness", [Closeness.WARM, Closeness.WEAK])
    def test_nobody_warm_is_called_loose(self, closeness):
        """The words for a tie are true of everybody who has it."""
        [due] = due_among([person("a", closeness, 300)], {}, MONDAY)
        words = network_words()
        loose = words.closeness[Closeness.WEAK].casefold()
        assert loose not in words.ties[tie_of(due, MONDAY)].casefold()

    @pytest.mark.parametrize("reached", list(Tie))
    def test_a_tie_that_was_reached_is_covered(self, reached):
        """The other two are left of the three."""
        left = {"close", "weak", "dormant"} - {reached.value}
        assert set(found(FEW, MONDAY, [reached])) == left

    def test_a_close_one_of_a_year_ago_is_dormant(self):
        """What counts is how long it has been."""
        due = due_among([person("old", Closeness.CLOSE, 365)], {}, MONDAY)
        assert [each.tie for each in suggested(due, (), MONDAY)] == [Tie.DORMANT]

    def test_ties_in_waiting_are_broken_by_id(self):
        """So that two windows show the same three."""
        same = [person(each) for each in ("d", "b", "a", "c")]
        assert found(same, MONDAY) == found(same[::-1], MONDAY) == ["a", "b", "c"]

    def test_who_is_due_soon_waits(self):
        """The due list shows them; nobody is asked to write early."""
        assert found([person("soon", Closeness.CLOSE, 25)], MONDAY) == []


class TestAtMostThree:
    """A few at a time are enough."""

    @given(PEOPLE, st.sampled_from(WEEK), st.lists(st.sampled_from(Tie), max_size=5))
    def test_with_those_who_were_reached(self, people, today, reached):
        """Never more than three a week, nobody twice, and nobody before their day."""
        names = found(people, today, reached)
        assert len(names) <= max(0, A_WEEK - len(reached))
        assert max(Counter(names).values(), default=1) == 1
        ready = {each.person.id for each in due_among(people, {}, today) if each.on <= today}
        assert ready.issuperset(names)
        assert len(names) == min(len(ready), max(0, A_WEEK - len(reached)))

    def test_nobody_known_is_nobody_suggested(self):
        """An empty list is no fault."""
        assert found([], MONDAY) == []


class TestSteadyAllWeek:
    """Who was shown on Monday is not gone on Tuesday."""

    @given(PEOPLE)
    def test_from_day_to_day_names_are_only_added(self, people):
        """Where nothing is noted, whoever comes up later takes a free place."""
        days = [found(people, today) for today in WEEK]
        for before, after in pairwise(days):
            assert after[: len(before)] == before

    @settings(max_examples=50)
    @given(PEOPLE, st.sampled_from(WEEK), st.integers(0, 2))
    def test_writing_to_one_leaves_the_others(self, people, today, which):
        """The two who are left are those who stood beside."""
        before = found(people, today)
        if which >= len(before):
            return
        workspace = Workspace.in_memory(Clock(datetime.combine(today, time(12), UTC)))
        workspace.people.add_all(people)
        workspace.touchpoints.add(touch(before[which], today))
        left = [each.due.person.id for each in suggested_now(workspace, today)]
        assert [each for each in before if each != before[which]] == sorted(left, key=before.index)

    def test_a_snooze_makes_room_for_the_next(self):
        """The others stay where they are."""
        crowd = [*FEW, person("next", ago=190)]
        later = [snoozed(each, MONDAY) if each.id == "close" else each for each in crowd]
        assert set(found(crowd, MONDAY)) == {"close", "weak", "dormant"}
        assert set(found(later, MONDAY)) == {"weak", "dormant", "next"}

    @pytest.mark.parametrize("today", WEEK)
    def test_a_week_begins_on_its_monday(self, today):
        """Whatever day it is."""
        assert week_of(today) == MONDAY
        assert week_of(today + 7 * DAY) == MONDAY + 7 * DAY


def reached(touches, letters, today):
    """The ids of those who were reached in the week of a day."""
    return reached_out_to(contacts_in(touches, letters, until=today), today)


class TestWhoWasReached:
    """Who was written to or met this week counts toward the three."""

    @pytest.mark.parametrize(
        ("told", "counts"),
        [
            ({}, True),
            ({"channel": Channel.MET}, True),
            ({"channel": Channel.REACTION}, False),
            ({"started": Started.THEM}, False),
            ({"happened_on": MONDAY - DAY}, False),
            ({"happened_on": MONDAY}, True),
            ({"happened_on": MONDAY + 5 * DAY}, False),
        ],
    )
    def test_what_the_person_began_this_week(self, told, counts):
        """No reaction, nothing that came from the other, nothing of another week or ahead."""
        each = touch("ada", MONDAY + 2 * DAY, **told)
        assert bool(reached([each], (), MONDAY + 3 * DAY)) is counts

    @pytest.mark.parametrize(
        ("kind", "counts"),
        [
            (Kind.STAY_IN_TOUCH, True),
            (Kind.INFORMATIONAL_TALK, True),
            (Kind.ASK_FOR_LEADS, True),
            (Kind.DECLINE, False),
            (Kind.THANKS_AFTER_NO, False),
        ],
    )
    def test_letters_for_the_sake_of_the_tie(self, kind, counts):
        """What a case asks for takes no place from a friend."""
        letter = Letter(kind=kind, to_id="ada", state=LetterState.SENT, sent_on=MONDAY)
        assert bool(reached((), [letter], MONDAY)) is counts

    def test_after_three_it_is_enough(self, workspace):
        """However many are due: rest comes next, until Monday."""
        workspace.people.add_all([*FEW, *(person(f"p{n}") for n in range(5))])
        for n, each in enumerate(FEW):
            assert not week_is_full(workspace, MONDAY + n * DAY)
            workspace.touchpoints.add(touch(each.id, MONDAY + n * DAY))
        sunday = MONDAY + 6 * DAY
        assert week_is_full(workspace, sunday)
        assert suggested_now(workspace, sunday) == ()
        assert due_people(workspace, sunday)
        assert len(suggested_now(workspace, sunday + DAY)) == A_WEEK

    def test_the_tie_counts_as_it_was_before_they_were_reached(self, workspace):
        """A dormant one who was written to today is the dormant one of this week."""
        workspace.people.add_all([*FEW, person("other", ago=900)])
        workspace.touchpoints.add(touch("other", MONDAY))
        assert reached_this_week(workspace, MONDAY) == (Tie.DORMANT,)
        names = {each.due.person.id for each in suggested_now(workspace, MONDAY)}
        assert names == {"close", "weak"}

    @pytest.mark.parametrize("kept", ["talks", "cases", "letters"])
    def test_talks_news_and_letters_were_contacts_before(self, workspace, kept):
        """Who was met or heard last month is not dormant, whatever record tells of it."""
        workspace.people.add(person("Ada", ago=900))
        month_ago = MONDAY - 30 * DAY
        told = {
            "talks": Talk(person_id="Ada", held_on=month_ago),
            "cases": Case(
                direction=Direction.THEY_SAID_NO, contact_id="Ada", happened_on=month_ago
            ),
            "letters": Letter(
                kind=Kind.STAY_IN_TOUCH, to_name="ada", state=LetterState.SENT, sent_on=month_ago
            ),
        }
        getattr(workspace, kept).add(told[kept])
        workspace.touchpoints.add(touch("Ada", MONDAY))
        assert reached_this_week(workspace, MONDAY) == (Tie.WEAK,)

    def test_a_letter_to_a_name_alone_takes_its_reader_off(self, workspace):
        """Whoever was written to is not asked for again."""
        workspace.people.add(person("Ada"))
        assert suggested_now(workspace, MONDAY)
        sent = {"state": LetterState.SENT, "sent_on": MONDAY, "to_name": "Ada"}
        workspace.letters.add(Letter(kind=Kind.STAY_IN_TOUCH, **sent))
        assert suggested_now(workspace, MONDAY) == ()
        assert reached_this_week(workspace, MONDAY) == (Tie.WEAK,)

    def test_two_notes_to_one_are_one(self, workspace):
        """It is people that are counted."""
        workspace.people.add_all(FEW)
        for _ in range(3):
            workspace.touchpoints.add(touch("weak", MONDAY, channel=Channel.CALL))
        assert len(suggested_now(workspace, MONDAY)) == 2
