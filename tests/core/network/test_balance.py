"""Giving and asking: each thing counts once, on its day, and nobody is judged by it."""

from datetime import date, timedelta

import pytest
from hypothesis import given as every
from hypothesis import strategies as st

from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.asks import ASKING, Stands, asks, may_hear, outcomes
from core.network.balance import (
    BALANCE_DAYS,
    balance,
    balance_now,
    could_give,
    gave_this_week,
    given,
    idea_of_the_week,
)
from core.network.touchpoints import CameOf, Channel, Give, GiveKind, Started, Touchpoint
from core.people import Person

TODAY = date(2026, 3, 12)
"""A Thursday."""

DAYS = st.integers(-400, 400).map(lambda days: TODAY + timedelta(days=days))


def ago(days):
    """The day so many days before."""
    return TODAY - timedelta(days=days)


def touch(days=0, person="amara", **more):
    """A contact some days ago."""
    return Touchpoint(person_id=person, happened_on=ago(days), **more)


def gift(days=0, what="A link", **more):
    """Something small that was given some days ago."""
    return Give(kind=GiveKind.SHARED, what=what, happened_on=ago(days), **more)


def letter(kind=Kind.ASK_FOR_LEADS, days=0, state=LetterState.SENT, to="amara", **more):
    """A letter that went out some days ago."""
    return Letter(kind=kind, to_id=to, sent_on=ago(days), state=state, **more)


class TestGiven:
    """What was given, by itself or in a contact."""

    def test_both_sorts_stand_together_the_latest_first(self):
        """A give of its own and one that a contact notes are told alike."""
        told = given([gift(5), gift(1, "A book")], [touch(3, gave="Seeds"), touch(2)])
        assert [each.what for each in told] == ["A book", "Seeds", "A link"]
        assert [each.give is None for each in told] == [False, True, False]

    def test_what_was_noted_in_both_places_counts_once(self):
        """The same words for the same person on the same day are one thing."""
        twice = given([gift(3, "seeds ", person_id="amara")], [touch(3, gave="Seeds")])
        assert len(twice) == 1
        assert twice[0].give is not None

    @pytest.mark.parametrize(
        "other", [gift(3, "A book", person_id="amara"), gift(4, "Seeds", person_id="amara")]
    )
    def test_other_words_or_another_day_are_another_thing(self, other):
        """Nothing is taken for the same that may not be."""
        assert len(given([other], [touch(3, gave="Seeds")])) == 2

    def test_a_week_begins_on_monday(self):
        """What was given on Sunday was last week's."""
        assert gave_this_week(given([gift(3)], []), TODAY)
        assert not gave_this_week(given([gift(4)], []), TODAY)
        assert not gave_this_week(given([gift(-1)], []), TODAY)

    def test_what_could_be_given_leaves_out_who_is_put_away(self):
        """An offer is made to somebody who is here."""
        people = [
            Person(name="A", could_give="Seeds"),
            Person(name="B"),
            Person(name="C", could_give="A book", archived_on=TODAY),
        ]
        assert [each.name for each in could_give(people)] == ["A"]


class TestIdea:
    """One idea a week, another on request."""

    @every(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
    def test_an_idea_stays_from_monday_to_sunday(self, day):
        """Whoever looks twice in a week sees the same one, and it changes after that."""
        monday = day - timedelta(days=day.weekday())
        week = {idea_of_the_week("abc", monday + timedelta(days=each)) for each in range(7)}
        assert len(week) == 1
        assert idea_of_the_week("abc", monday + timedelta(days=7)) not in week

    def test_turning_goes_through_all_of_them(self):
        """Every idea comes up before the first comes again."""
        told = [idea_of_the_week("abcd", TODAY, turn) for turn in range(4)]
        assert sorted(told) == list("abcd")
        assert idea_of_the_week("abcd", TODAY, 4) == told[0]


class TestBalance:
    """Two numbers over ninety days."""

    def test_the_ninety_days_begin_and_end_with_a_day(self):
        """Today counts, and so does the ninetieth day; the one before and tomorrow do not."""
        edge = BALANCE_DAYS - 1
        found = balance([ago(0), ago(edge), ago(edge + 1), ago(-1)], [ago(edge + 1)], TODAY)
        assert (found.gives, found.asks) == (2, 0)

    def test_it_counts_gives_and_asks_of_both_sorts(self, workspace):
        """Gives, gives in contacts, asks in contacts and letters that ask; no draft, no thanks."""
        workspace.gives.add(gift(1))
        workspace.touchpoints.add_all([touch(2, gave="Seeds", asked="A name"), touch(3)])
        workspace.letters.add_all(
            [
                letter(days=4),
                letter(days=200),
                letter(Kind.THANKS_AFTER_TALK, days=4),
                Letter(kind=Kind.ASK_FOR_LEADS, to_id="amara"),
            ]
        )
        found = balance_now(workspace, TODAY)
        assert (found.gives, found.asks) == (2, 2)

    @every(st.lists(DAYS), st.lists(DAYS))
    def test_giving_never_changes_what_was_asked(self, gave, asked):
        """The two numbers have nothing to do with each other, nor with their order."""
        found = balance(gave, asked, TODAY)
        assert balance(gave[::-1], [], TODAY).gives == found.gives
        assert balance([], asked[::-1], TODAY).asks == found.asks


class TestAsks:
    """What was asked for, and what came of it."""

    @pytest.mark.parametrize("kind", list(Kind))
    def test_only_letters_that_ask_are_asks(self, kind):
        """A thank you asks for nothing."""
        assert len(asks([], [letter(kind)])) == (kind in ASKING)

    def test_letters_of_the_asking_kinds_are_named_by_their_codes(self):
        """L2, L6, L8, L13, L14 and L15 ask somebody for something."""
        assert {each.code for each in ASKING} == {"L2", "L6", "L8", "L13", "L14", "L15"}

    @pytest.mark.parametrize(
        ("state", "stands"),
        [
            (LetterState.SENT, Stands.WAITS),
            (LetterState.ANSWERED, Stands.ANSWERED),
            (LetterState.NO_REPLY, Stands.QUIET),
        ],
    )
    def test_a_letter_stands_where_its_answer_stands(self, state, stands):
        """Nothing is noted twice."""
        assert asks([], [letter(state=state)])[0].stands is stands

    def test_an_ask_in_a_talk_was_heard(self):
        """Both were there, so no answer is waited for."""
        met, written = asks(
            [touch(1, asked="A name", channel=Channel.MET), touch(2, asked="A name")], []
        )
        assert (met.stands, written.stands) == (Stands.ANSWERED, Stands.WAITS)

    @pytest.mark.parametrize(
        ("back", "stands"),
        [
            ({"started": Started.THEM}, Stands.ANSWERED),
            ({"channel": Channel.MET}, Stands.ANSWERED),
            ({"started": Started.ME}, Stands.WAITS),
            ({"started": Started.THEM, "channel": Channel.REACTION}, Stands.WAITS),
        ],
    )
    def test_an_ask_is_answered_once_they_were_heard(self, back, stands):
        """Written back or met since; a second note of one's own, or a like, is no answer."""
        [ask] = asks([touch(9, asked="A name"), touch(3, **back)], [])
        assert ask.stands is stands

    def test_what_came_later_belongs_to_the_ask_before_it(self):
        """A referral that was noted a week after the letter came of the letter."""
        late = touch(3, came_of=(CameOf.REFERRAL,), started=Started.THEM)
        [ask] = asks([late], [letter(days=10)])
        assert ask.came_of == (CameOf.REFERRAL,)

    def test_what_came_before_or_of_somebody_else_does_not(self):
        """Last month's lead is no outcome of today's letter, and Ben's is not Amara's."""
        earlier = touch(30, came_of=(CameOf.LEAD,))
        other = touch(3, person="ben", came_of=(CameOf.LEAD,))
        [ask] = asks([earlier, other], [letter(days=10)])
        assert ask.came_of == ()

    def test_the_next_ask_ends_the_time_of_the_one_before(self):
        """Of two asks, only the later one led to what came after both."""
        late = touch(1, came_of=(CameOf.LEAD,))
        later, earlier = asks([late], [letter(days=20), letter(days=10)])
        assert (later.came_of, earlier.came_of) == ((CameOf.LEAD,), ())

    def test_after_half_a_year_an_outcome_is_of_its_own(self):
        """What comes two years later is no outcome of the letter."""
        [ask] = asks([touch(0, came_of=(CameOf.LEAD,))], [letter(days=184)])
        assert ask.came_of == ()
        [ask] = asks([touch(0, came_of=(CameOf.LEAD,))], [letter(days=183)])
        assert ask.came_of == (CameOf.LEAD,)

    def test_nothing_is_told_only_where_nothing_came(self):
        """A nothing gives way to the lead that came in the end."""
        asked = touch(10, asked="A name", came_of=(CameOf.NOTHING,))
        assert asks([asked], [])[0].came_of == (CameOf.NOTHING,)
        [ask] = asks([asked, touch(3, came_of=(CameOf.LEAD,))], [])
        assert ask.came_of == (CameOf.LEAD,)

    def test_outcomes_are_counted_by_ask(self):
        """Two leads of one ask are one."""
        led = [touch(8, came_of=(CameOf.LEAD,)), touch(7, came_of=(CameOf.LEAD,))]
        counted = outcomes(asks(led, [letter(days=10), letter(days=10, to="ben")]))
        assert counted[CameOf.LEAD] == 1
        assert counted[CameOf.REFERRAL] == 0

    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_the_ends_of_the_calendar_stop_nothing(self, day):
        """A day that was mistyped breaks no page."""
        told = asks([Touchpoint(person_id="a", happened_on=day, asked="A name")] * 2, [])
        assert [each.on for each in told] == [day, day]

    @every(
        st.lists(
            st.tuples(DAYS, st.sampled_from("ab"), st.booleans(), st.sampled_from(CameOf)),
            max_size=8,
        )
    )
    def test_each_ask_is_told_once_and_no_outcome_twice(self, told):
        """However contacts and asks are mixed, a noted outcome belongs to one ask at most."""
        touched = [
            Touchpoint(
                person_id=person,
                happened_on=on,
                asked="A name" if asked else "",
                came_of=() if asked else (came,),
            )
            for on, person, asked, came in told
        ]
        found = asks(touched, [])
        assert len(found) == sum(bool(each.asked) for each in touched)
        assert [each.on for each in found] == sorted((each.on for each in found), reverse=True)
        noted = sum(len(each.came_of) for each in touched)
        assert sum(len(each.came_of) for each in found) <= noted


class TestHearing:
    """The ask list: who may hear of which work."""

    def test_the_work_that_most_may_hear_of_comes_first(self):
        """Two spellings are one work, and a person stands under each of theirs."""
        amara = Person(name="Amara", may_know_of=("Libraries", "museums"))
        ben = Person(name="Ben", may_know_of=("libraries ",))
        away = Person(name="Cy", may_know_of=("museums",), archived_on=TODAY)
        told = may_hear([amara, ben, away])
        assert list(told) == ["Libraries", "museums"]
        assert told["Libraries"] == (amara, ben)
        assert told["museums"] == (amara,)

    def test_somebody_who_names_a_work_twice_stands_there_once(self):
        """A slip of the pen doubles nobody."""
        amara = Person(name="Amara", may_know_of=("museums", "Museums"))
        assert may_hear([amara]).popitem()[1] == (amara,)
