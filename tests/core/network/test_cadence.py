"""The cadence: when somebody is due, counted from the last real contact and by nothing else."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.cadence import (
    GAPS,
    SOON_DAYS,
    Band,
    Rests,
    due,
    due_among,
    due_people,
    gap_days,
    in_touch_on,
    last_contact,
    next_on,
    rests,
)
from core.network.contacts import NONE_YET, contacts_in
from core.network.resting import awake, not_before, running_again, snoozed, stopped
from core.network.touchpoints import Channel, Started, Touchpoint
from core.people import Closeness, Person

DAY = timedelta(days=1)
LEAP = date(2028, 2, 29)
ADA = "ada"
DAYS = st.dates(date(2023, 1, 1), date(2033, 12, 31))
REAL = st.sampled_from(sorted(set(Channel) - {Channel.REACTION}))


def ada(closeness=Closeness.WARM, **told):
    """Somebody whose clock runs."""
    return Person(**{"id": ADA, "name": "Ada", "closeness": closeness} | told)


def touch(on, channel=Channel.MET, started=Started.ME):
    """A contact with Ada."""
    return Touchpoint(person_id=ADA, happened_on=on, channel=channel, started=started)


def contacts(*touches, until=None):
    """What is known of the contacts with Ada."""
    return contacts_in(touches, (), until=until).get(ADA, NONE_YET)


class TestTheGap:
    """How often, by closeness, unless the person chose."""

    @pytest.mark.parametrize(("closeness", "days"), [("close", 30), ("warm", 90), ("weak", 180)])
    def test_closeness_sets_the_default(self, closeness, days):
        """A month, a season, half a year (evidence 13)."""
        assert gap_days(ada(Closeness(closeness))) == days

    @pytest.mark.parametrize("closeness", [None, *Closeness])
    def test_their_own_number_goes_before(self, closeness):
        """Also where no closeness is said."""
        assert gap_days(ada(closeness, every_days=45)) == 45

    def test_nobody_is_put_on_a_clock_unasked(self):
        """No closeness and no number: no day."""
        person = ada(None)
        assert gap_days(person) is None
        assert rests(person, contacts(touch(LEAP))) is Rests.NOT_PLACED
        assert next_on(person, contacts(touch(LEAP)), LEAP) is None

    def test_a_recruiter_is_warm_once_there_was_a_contact(self):
        """A light hello after ninety days (S3-16); before any contact there is no clock."""
        recruiter = ada(None, hires=True)
        assert next_on(recruiter, contacts(touch(LEAP)), LEAP) == LEAP + 90 * DAY
        assert rests(recruiter, NONE_YET) is Rests.NOT_PLACED
        assert next_on(recruiter, NONE_YET, LEAP) is None


class TestTheClock:
    """It runs from the last real contact."""

    @pytest.mark.parametrize(
        ("last", "closeness", "on"),
        [
            (date(2028, 1, 30), Closeness.CLOSE, LEAP),
            (date(2027, 1, 30), Closeness.CLOSE, date(2027, 3, 1)),
            (LEAP, Closeness.WARM, date(2028, 5, 29)),
            (date(2027, 12, 31), Closeness.CLOSE, date(2028, 1, 30)),
        ],
    )
    def test_it_counts_days_of_the_calendar(self, last, closeness, on):
        """Over leap days and the turn of the year."""
        assert next_on(ada(closeness), contacts(touch(last)), last) == on

    @given(DAYS, st.sampled_from(Closeness), st.sampled_from(Started), REAL)
    def test_whoever_began_resets_it_alike(self, on, closeness, started, channel):
        """Monica forgot this for eight years (needs 9)."""
        found = next_on(ada(closeness), contacts(touch(on, channel, started)), on)
        assert found == on + GAPS[closeness] * DAY

    @given(DAYS, DAYS, st.lists(DAYS, max_size=4), st.integers(7, 1095))
    def test_a_contact_never_brings_the_day_nearer_than_the_gap(self, today, logged, others, gap):
        """From that contact on, whatever else was noted, earlier or later."""
        person = ada(every_days=gap)
        known = contacts(touch(logged), *map(touch, others), until=today)
        found = next_on(person, known, today)
        if logged <= today:
            assert found >= logged + gap * DAY

    @given(DAYS, st.lists(DAYS, min_size=1, max_size=5), st.randoms())
    def test_it_does_not_matter_what_was_noted_first(self, today, days, shuffled):
        """The latest day up to today counts; what is dated ahead waits."""
        mixed = list(days)
        shuffled.shuffle(mixed)
        one, other = (contacts(*map(touch, each), until=today) for each in (days, mixed))
        assert next_on(ada(), one, today) == next_on(ada(), other, today)
        past = max((each for each in days if each <= today), default=None)
        assert last_contact(ada(), one, today) == past

    @given(DAYS, DAYS, st.sampled_from(Started))
    def test_a_reaction_moves_nothing(self, on, liked, started):
        """Neither nearer nor further."""
        reaction = touch(liked, Channel.REACTION, started)
        assert contacts(touch(on), reaction) == contacts(touch(on))

    def test_from_before_there_was_a_log(self):
        """What is told of earlier counts, the latest of it; and only up to today."""
        person = ada(last_before=LEAP - 9 * DAY, known_since=LEAP - 99 * DAY)
        assert last_contact(person, NONE_YET) == LEAP - 9 * DAY
        assert in_touch_on(person, NONE_YET) == LEAP - 9 * DAY
        assert last_contact(person, contacts(touch(LEAP))) == LEAP
        ahead = ada(last_before=LEAP + DAY)
        assert last_contact(ahead, NONE_YET, LEAP) is None
        assert next_on(ahead, NONE_YET, LEAP) == LEAP

    def test_to_be_known_since_a_day_is_no_contact(self):
        """The clock counts from a day of connecting; nobody was in touch then."""
        person = ada(known_since=LEAP - 9 * DAY)
        assert in_touch_on(person, NONE_YET, LEAP) is None
        assert last_contact(person, NONE_YET, LEAP) == LEAP - 9 * DAY
        assert in_touch_on(person, contacts(touch(LEAP)), LEAP) == LEAP
        assert in_touch_on(person, contacts(touch(LEAP)), LEAP - DAY) is None

    def test_with_no_contact_known_any_day_is_good(self):
        """Today, every day; and never "a while"."""
        found = due(ada(), NONE_YET, LEAP)
        assert (found.on, found.band, found.since) == (LEAP, Band.DUE, None)

    def test_the_day_is_that_of_where_the_person_is(self):
        """One moment, two calendars: in Auckland somebody is due that in Honolulu is not yet."""
        moment = datetime(2028, 2, 28, 12, tzinfo=UTC)
        known = contacts(touch(date(2028, 1, 30)))
        days = [
            moment.astimezone(ZoneInfo(zone)).date() for zone in ("Pacific/Auckland", "US/Hawaii")
        ]
        assert [due(ada(Closeness.CLOSE), known, day).band for day in days] == [Band.DUE, Band.SOON]


class TestResting:
    """Not before, snoozed, stopped, put away: each holds, and each can be taken back."""

    @given(DAYS, DAYS, DAYS, st.none() | DAYS, st.sampled_from(Closeness))
    def test_never_before_a_day_that_was_asked_for(self, today, floor, later, last, closeness):
        """Whichever of the two is later, and whatever was noted."""
        person = ada(closeness, not_before=floor, snoozed_until=later, last_before=last)
        assert next_on(person, NONE_YET, today) >= max(floor, later)

    @given(DAYS, st.integers(1, 90), st.none() | DAYS)
    def test_waking_takes_a_snooze_back(self, today, days, last):
        """As if it had never been; a day of their own stays."""
        person = ada(last_before=last, not_before=today)
        later = snoozed(person, today, days)
        assert next_on(later, NONE_YET, today) >= today + days * DAY
        assert next_on(awake(later), NONE_YET, today) == next_on(person, NONE_YET, today)

    def test_the_last_snooze_counts(self):
        """Put off for a month and then for a week is a week."""
        assert snoozed(snoozed(ada(), LEAP, 30), LEAP, 7).snoozed_until == LEAP + 7 * DAY

    @given(DAYS, DAYS, st.none() | DAYS)
    def test_stopped_there_is_no_day_until_it_is_started(self, today, since, last):
        """And then the clock stands where it would have stood."""
        person = ada(last_before=last)
        quiet = stopped(person, since)
        assert rests(quiet, NONE_YET) is Rests.STOPPED
        assert next_on(quiet, NONE_YET, today) is None
        assert next_on(running_again(quiet), NONE_YET, today) == next_on(person, NONE_YET, today)

    def test_stopping_twice_keeps_the_first_day(self):
        """It was then that they wanted quiet."""
        assert stopped(stopped(ada(), LEAP), LEAP + DAY).stopped_on == LEAP

    def test_starting_again_ends_a_snooze_but_not_a_wish(self):
        """A day that was meant still holds; and what is put away stays so."""
        person = ada(not_before=LEAP, snoozed_until=LEAP + DAY, stopped_on=LEAP, archived_on=LEAP)
        again = running_again(person)
        assert (again.stopped_on, again.snoozed_until) == (None, None)
        assert (again.not_before, again.archived_on) == (LEAP, LEAP)
        assert not_before(again, None).not_before is None

    @pytest.mark.parametrize(
        ("told", "why"),
        [
            ({"archived_on": LEAP, "stopped_on": LEAP}, Rests.PUT_AWAY),
            ({"stopped_on": LEAP, "closeness": None}, Rests.STOPPED),
            ({"closeness": None}, Rests.NOT_PLACED),
            ({}, None),
        ],
    )
    def test_the_reason_is_the_weightiest(self, told, why):
        """Put away before stopped before not placed."""
        assert rests(ada(**told), NONE_YET) is why


class TestTwoUnanswered:
    """Rule R28: two notes, then it is their turn."""

    @given(DAYS, st.integers(0, 400), st.integers(0, 400), REAL)
    def test_two_rest_and_an_answer_opens_it(self, first, later, answer, channel):
        """Whatever day the answer came on, and however."""
        second = first + later * DAY
        wrote = [touch(each, Channel.MESSAGE) for each in (first, second)]
        assert rests(ada(), contacts(*wrote)) is Rests.UNANSWERED
        assert next_on(ada(), contacts(*wrote), second) is None
        heard = second + answer * DAY
        open_again = contacts(*wrote, touch(heard, channel, Started.THEM))
        assert rests(ada(), open_again) is None
        assert next_on(ada(), open_again, heard) == heard + 90 * DAY

    def test_after_one_the_clock_goes_on(self):
        """From that note."""
        assert next_on(ada(), contacts(touch(LEAP, Channel.EMAIL)), LEAP) == LEAP + 90 * DAY

    @pytest.mark.parametrize("hires", [False, True])
    def test_thanks_rest_nobody(self, hires):
        """A talk, thanks twice, one note: it goes on; who hires is left alone after thanks too."""
        thanks = [
            Letter(kind=kind, to_id=ADA, state=LetterState.SENT, sent_on=LEAP + DAY)
            for kind in (Kind.THANKS_AFTER_TALK, Kind.THANKS_FOR_FEEDBACK)
        ]
        person, today = ada(hires=hires, every_days=30), LEAP + 30 * DAY
        found = contacts_in([touch(LEAP)], thanks)[ADA]
        assert rests(person, found) is None
        assert next_on(person, found, today) == LEAP + (61 if hires else 31) * DAY
        noted = contacts_in([touch(LEAP), touch(LEAP + 20 * DAY, Channel.MESSAGE)], thanks)[ADA]
        assert rests(person, noted) is None

    @pytest.mark.parametrize(("every", "after"), [(7, 60), (30, 60), (60, 60), (90, 90)])
    def test_who_hires_is_left_alone_for_sixty_days(self, every, after):
        """From a note without an answer; longer where their own gap is longer."""
        person, known = ada(hires=True, every_days=every), contacts(touch(LEAP, Channel.EMAIL))
        assert next_on(person, known, LEAP) == LEAP + after * DAY

    def test_after_an_answer_their_own_gap_counts(self):
        """Sixty-one days after a reply or seven: both are fine (R28)."""
        known = contacts(touch(LEAP, Channel.EMAIL), touch(LEAP + DAY, started=Started.THEM))
        assert next_on(ada(hires=True, every_days=7), known, LEAP + DAY) == LEAP + 8 * DAY


class TestBands:
    """How pressing it is, in words."""

    @pytest.mark.parametrize(
        ("days", "band"),
        [(-14, Band.SOON), (-1, Band.SOON), (0, Band.DUE), (45, Band.DUE), (46, Band.LONG)],
    )
    def test_by_the_days_since_it_was_due(self, days, band):
        """Half the gap again, and it has been long."""
        known = contacts(touch(LEAP - (90 + days) * DAY))
        assert due(ada(), known, LEAP).band is band

    def test_further_ahead_nobody_is_shown(self):
        """Two weeks are far enough to look."""
        assert due(ada(), contacts(touch(LEAP - (89 - SOON_DAYS) * DAY)), LEAP) is None


class TestTheList:
    """Who is due, the earliest first."""

    def test_it_is_the_same_whatever_order_people_stand_in(self):
        """By day, then who was heard of at all, then by id."""
        people = [
            Person(id=each, name=each, closeness=Closeness.CLOSE, last_before=last)
            for each, last in [("d", LEAP), ("a", None), ("c", LEAP - 40 * DAY), ("b", LEAP)]
        ]
        today = LEAP + 30 * DAY
        found = [each.person.id for each in due_among(people, {}, today)]
        assert found == ["c", "b", "d", "a"]
        assert [each.person.id for each in due_among(people[::-1], {}, today)] == found

    def test_a_letter_that_is_marked_as_sent_takes_its_reader_off(self, workspace):
        """By itself, and the answer to it counts again."""
        today = workspace.now().date()
        person = workspace.people.add(ada(last_before=today - 100 * DAY))
        assert [each.person for each in due_people(workspace, today)] == [person]
        letter = Letter(
            kind=Kind.STAY_IN_TOUCH, to_id=person.id, state=LetterState.SENT, sent_on=today
        )
        workspace.letters.add(letter)
        assert due_people(workspace, today) == ()
        assert due_people(workspace, today + 90 * DAY) != ()

    def test_a_contact_that_is_dated_ahead_takes_nobody_off(self, workspace):
        """Not before its day."""
        today = workspace.now().date()
        person = workspace.people.add(ada(last_before=today - 100 * DAY))
        workspace.touchpoints.add(
            Touchpoint(person_id=person.id, happened_on=today + 7 * DAY, channel=Channel.MET)
        )
        assert [each.person for each in due_people(workspace, today)] == [person]
        assert due_people(workspace, today + 7 * DAY) == ()
