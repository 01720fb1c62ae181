"""Dated: what of all records has a day, each once, few people a week, and discreet if asked."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from core.applications import Application, Interview, Outcome, Requested
from core.cases import Case, Direction
from core.choices import Choice
from core.content.loader import calendar_words
from core.exports.calendar_entries import calendar_of, file_of, title_of
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.letters.views import letter_reminders
from core.network.dated import AHEAD_DAYS, PAST_DAYS, dated, to_come, wanted
from core.network.dated_things import SORTS, Dated, Sort, What
from core.network.sprint import SPRINT, sprint_now
from core.network.sprint_changes import rest
from core.network.suggested import A_WEEK, week_of
from core.network.talks import Event, Look, Talk, Watch
from core.network.touchpoints import Channel, Started, Touchpoint
from core.openings import Opening
from core.paths import Path
from core.people import Closeness, Person
from core.sample import sample_workspace
from core.skills import Skill, SkillAction
from core.steps import Step
from core.views import due
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.shelf import worksheets
from core.workspace import Workspace
from tests.clock import Clock

LONDON = ZoneInfo("Europe/London")
NOW = datetime(2026, 11, 24, 12, 0, tzinfo=LONDON)
TODAY = NOW.date()
TOMORROW, YESTERDAY = TODAY + timedelta(days=1), TODAY - timedelta(days=1)


@pytest.fixture
def home():
    """An empty workspace on a Tuesday noon in November."""
    return Workspace.in_memory(Clock(NOW))


@pytest.fixture(scope="module")
def life():
    """The sample life, with something of nearly every kind."""
    return sample_workspace(lambda: NOW)


def days(workspace, what=None, now=NOW):
    """The days of what has one, of one kind or of all."""
    return [each.on for each in dated(workspace, now) if what in (None, each.what)]


def known(days_ago=0, **told):
    """Somebody warm, last heard of so many days ago."""
    before = TODAY - timedelta(days=days_ago)
    return Person(**{"name": "Amara", "closeness": Closeness.WARM, "last_before": before} | told)


def sent(**told):
    """A letter that asks for a talk and went out today; its follow-up is due in a week."""
    start = {"kind": Kind.INFORMATIONAL_TALK, "to_name": "Mina", "sent_on": TODAY}
    return Letter(**start | {"state": LetterState.SENT} | told)


class TestPeople:
    """Few, on a day each, and never one who is to be left alone."""

    def test_somebody_stands_on_the_day_they_are_due(self, home):
        """Ninety days after the last contact with somebody warm."""
        home.people.add(known(days_ago=80))
        assert days(home, What.PERSON) == [TODAY + timedelta(days=10)]

    def test_a_logged_contact_moves_the_entry_and_keeps_its_id(self, home):
        """So a second import moves it too."""
        person = home.people.add(known(days_ago=80))
        [before] = dated(home, NOW)
        home.touchpoints.add(
            Touchpoint(person_id=person.id, channel=Channel.CALL, happened_on=YESTERDAY)
        )
        assert days(home, What.PERSON) == []
        later = NOW + timedelta(days=70)
        [after] = dated(home, later)
        assert after.key == before.key
        assert after.on == YESTERDAY + timedelta(days=90)

    @pytest.mark.parametrize(
        "told",
        [
            {"archived_on": TODAY},
            {"stopped_on": TODAY},
            {"closeness": None},
            {"snoozed_until": TODAY + timedelta(days=40)},
        ],
    )
    def test_who_rests_stands_in_no_calendar(self, home, told):
        """Put away, stopped, not placed, or snoozed beyond the weeks ahead."""
        home.people.add(known(days_ago=80, **told))
        assert days(home) == []

    def test_those_of_this_week_are_spread_over_it(self, home):
        """Every other day from Monday on, not three on one day."""
        for name in "ABCDE":
            home.people.add(known(days_ago=100, name=name))
        assert days(home, What.PERSON) == [TODAY, TOMORROW, TODAY + timedelta(days=3)]

    def test_at_the_end_of_a_week_nobody_moves_into_the_next(self, home):
        """On Sunday all who are left stand on Sunday."""
        for name in "ABC":
            home.people.add(known(days_ago=100, name=name))
        sunday = NOW + timedelta(days=5)
        assert days(home, What.PERSON, sunday) == [sunday.date()] * 3

    @given(
        st.lists(
            st.tuples(st.integers(0, 400), st.sampled_from(list(Closeness)), st.booleans()),
            max_size=30,
        ),
        st.integers(0, 6),
    )
    @settings(max_examples=40)
    def test_never_more_than_three_a_week(self, told, shift):
        """Whoever there is and whoever was reached, counted with those reached this week."""
        now = NOW + timedelta(days=shift)
        home = Workspace.in_memory(Clock(now))
        monday, reached = week_of(now.date()), set()
        for ago, closeness, just_now in told:
            before = now.date() - timedelta(days=ago)
            person = home.people.add(Person(name="A", closeness=closeness, last_before=before))
            if just_now:
                home.touchpoints.add(Touchpoint(person_id=person.id, happened_on=now.date()))
                reached.add(person.id)
        weeks = Counter(week_of(on) for on in days(home, What.PERSON, now))
        assert all(count <= A_WEEK for count in weeks.values())
        assert weeks[monday] <= max(0, A_WEEK - len(reached))

    def planned(self, home, names="cdefg"):
        """A sprint with these of seven who have waited equally long; its steps are kept."""
        people = [known(days_ago=100, name=name, id=name) for name in "abcdefg"]
        home.people.add_all(each for each in people if home.people.find(each.id) is None)
        run = begin(home, worksheets()[SPRINT], None, TODAY, {"five": list(names)})
        run = finish(home, run.id, TODAY)
        offers = offers_of(home, run, Answers(worksheets()[SPRINT], run.answers), NOW)
        return take_up(home, run, {each.keep.id: each.proposals for each in offers})

    @pytest.mark.parametrize(("names", "others"), [("cdefg", 1), ("abcde", 0)])
    def test_a_sprint_sets_the_days_of_its_five(self, home, names, others):
        """As it plans them, once each; others only where the week has a place for them."""
        self.planned(home, names)
        plan = {e.person.id: e.note.on for e in sprint_now(home, TODAY).contacts}
        entries = [each for each in dated(home, NOW) if each.what is What.PERSON]
        assert {each.record_id: each.on for each in entries if each.record_id in plan} == plan
        assert len({each.key for each in entries}) == len(entries)
        weeks = Counter(week_of(each.on) for each in entries)
        assert sum(week_of(on) == week_of(TODAY) for on in plan.values()) == 2
        assert weeks[week_of(TODAY)] == 2 + others

    def test_a_note_of_a_sprint_stands_there_once(self, home):
        """Not beside its step, and not any more once it went out; Today asks as the calendar."""
        self.planned(home)
        home.steps.add(Step(text="Call c", due=TODAY))
        assert len(home.steps.all()) == 6
        assert days(home, What.STEP) == [TODAY]
        home.touchpoints.add(Touchpoint(person_id="c", happened_on=TODAY))
        assert days(home, What.STEP) == [TODAY]
        assert [each.text for each in due(home, TODAY)] == ["Call c"]

    def test_the_step_of_a_day_that_passed_stays_on_it(self, home):
        """No note stands there for it, and it still waits."""
        self.planned(home)
        assert days(home, What.STEP, NOW + timedelta(days=1)) == [TODAY]

    def test_a_sprint_that_is_over_leaves_no_steps(self, home):
        """Nor does one from which the person rests."""
        run = self.planned(home)
        rest(home, run.id, TODAY)
        assert days(home, What.STEP) == []
        rest(home, run.id, None)
        assert days(home, What.STEP, NOW + timedelta(days=15)) == []

    def test_thanks_stand_on_the_day_after(self, home):
        """Until they are noted."""
        person = home.people.add(known())
        touch = Touchpoint(person_id=person.id, happened_on=TODAY, owes_thanks=True)
        touch = home.touchpoints.add(touch)
        assert days(home, What.PERSON_THANKS) == [TOMORROW]
        home.touchpoints.replace(touch.model_copy(update={"thanked_on": TODAY}))
        assert days(home, What.PERSON_THANKS) == []


class TestNetwork:
    """Talks about work, events, and companies to look at."""

    def test_a_talk_stands_at_its_moment_and_rings_before_it(self, home):
        """Ten minutes before where there is no way to go, else when to set out."""
        at = NOW + timedelta(days=1)
        home.talks.add(Talk(at=at, zone="Asia/Kathmandu", organisation="Harbour"))
        home.talks.add(Talk(at=at, travel=40))
        first, second = (each for each in dated(home, NOW) if each.what is What.TALK)
        assert (first.on, first.at, first.name) == (TOMORROW, at, "Harbour")
        assert at - first.leave == timedelta(minutes=10)
        assert at - second.leave == timedelta(minutes=40)

    def test_a_talk_without_a_moment_has_no_day(self, home):
        """It waits."""
        home.talks.add(Talk(topic="Museums"))
        assert days(home) == []

    def test_a_talk_stands_on_the_day_of_the_person(self, home):
        """Late in the evening elsewhere can be tomorrow here."""
        at = datetime(2026, 11, 24, 22, 0, tzinfo=ZoneInfo("America/New_York"))
        home.talks.add(Talk(at=at, zone="America/New_York"))
        assert days(home) == [TOMORROW]

    def test_an_event_has_its_day(self, home):
        """One without a day has none."""
        home.events.add(Event(name="Fair", on=TOMORROW))
        home.events.add(Event(name="Some day"))
        assert days(home) == [TOMORROW]

    @pytest.mark.parametrize(
        ("looks", "day"), [([], 25), ([Look(on=TODAY)], 30), ([Look(on=TODAY - timedelta(90))], 0)]
    )
    def test_the_next_look_is_counted_from_the_last(self, home, looks, day):
        """One whose day has passed waits for today, not in the past."""
        began = TODAY - timedelta(days=5)
        home.watches.add(Watch(employer="Harbour", began_on=began, looks=tuple(looks)))
        home.watches.add(Watch(employer="Left", began_on=began, stopped_on=TODAY))
        assert days(home) == [TODAY + timedelta(days=day)]


class TestSearch:
    """What employers asked for, talks with them, letters, offers, steps."""

    def test_a_talk_of_an_application_that_ended_is_gone(self, home):
        """A talk to come will not take place; one that was stays on its day."""
        ended = home.applications.add(
            Application(role="Analyst", outcome=Outcome.NO, ended_on=TODAY)
        )
        for shift in (-3, 3):
            at = NOW + timedelta(days=shift)
            home.interviews.add(Interview(application_id=ended.id, at=at))
        assert days(home) == [TODAY - timedelta(days=3)]

    def test_each_thing_asked_for_has_an_id_of_its_own(self, home):
        """Which stays as it is when another is taken out before it."""
        two = (Requested(what="CV", due=TOMORROW), Requested(what="Samples", due=TOMORROW))
        told = home.applications.add(Application(role="Analyst", requested=(*two, *two)))
        before = [each.key for each in dated(home, NOW)]
        home.applications.replace(told.model_copy(update={"requested": two[1:]}))
        [after] = [each.key for each in dated(home, NOW)]
        assert len(set(before)) == 4
        assert after in before
        assert not any("CV" in each or "Samples" in each for each in before)

    def test_a_letter_that_rests_and_one_that_waits_have_a_day(self, home):
        """The end of the rest, and the day of the one follow-up."""
        until = NOW + timedelta(days=1)
        home.letters.add(Letter(kind=Kind.DECLINE, state=LetterState.HELD, held_until=until))
        assert days(home, What.HOLD) == [TOMORROW]
        home.letters.add(sent())
        assert days(home, What.FOLLOW_UP) == [TODAY + timedelta(days=7)]

    @pytest.mark.parametrize(
        "told",
        [{"state": LetterState.ANSWERED}, {"state": LetterState.NO_REPLY}, {"archived_at": NOW}],
    )
    def test_a_letter_that_is_over_has_none(self, home, told):
        """Answered, given up, or put away."""
        home.letters.add(sent(**told))
        assert days(home) == []

    def test_nobody_is_followed_up_on_after_two_letters(self, home):
        """R28: two unanswered, then rest."""
        for shift in (20, 0):
            home.letters.add(sent(sent_on=TODAY - timedelta(days=shift)))
        [first] = days(home, What.FOLLOW_UP) or [None]
        assert first is None or first < TODAY

    @pytest.mark.parametrize(
        ("contact", "started", "follows_up"),
        [
            (None, Started.ME, 1),
            (Channel.CALL, Started.ME, 0),
            (Channel.EMAIL, Started.THEM, 0),
            (Channel.EMAIL, Started.ME, 0),
            (Channel.REACTION, Started.ME, 1),
        ],
    )
    def test_the_calendar_follows_up_as_today_does(self, home, contact, started, follows_up):
        """Not on who spoke or wrote since, nor after a second note that was noted by hand."""
        mina = home.people.add(Person(name="Mina", closeness=Closeness.WARM))
        home.letters.add(sent(to_id=mina.id, sent_on=TODAY - timedelta(days=6)))
        if contact:
            touch = {"person_id": mina.id, "happened_on": YESTERDAY, "channel": contact}
            home.touchpoints.add(Touchpoint(**touch, started=started))
        assert len(days(home, What.FOLLOW_UP)) == follows_up
        later = [each.id for each in letter_reminders(home, NOW + timedelta(days=7))]
        assert ("follow_up" in later) is bool(follows_up)

    def test_a_no_that_is_told_has_no_last_day(self, home):
        """Until then the day by which they want to hear stands there."""
        case = home.cases.add(
            Case(direction=Direction.I_SAID_NO, happened_on=TODAY, deadline=TOMORROW)
        )
        assert days(home) == [TOMORROW]
        out = {"state": LetterState.SENT, "sent_on": TODAY}
        home.letters.add(Letter(kind=Kind.DECLINE, case_id=case.id, **out))
        assert days(home) == []

    def test_what_is_done_or_let_go_has_no_day(self, home):
        """Steps, ways on, tests of paths, actions for skills."""
        on = {"due": TOMORROW}
        for told in ({}, {"done_on": TODAY}, {"let_go_on": TODAY}):
            home.steps.add(Step(text="Call", **on, **told))
            home.choices.add(Choice(what="Lead", by=TOMORROW, closed_on=TODAY if told else None))
        home.steps.add(Step(text="Some day"))
        done = {"test_done_on": TODAY}
        home.paths.add(Path(name="Bindery", test="Visit", test_by=TOMORROW))
        home.paths.add(Path(name="Bindery", test="Visit", test_by=TOMORROW, **done))
        todo = SkillAction(text="Read", by=TOMORROW)
        home.skills.add(
            Skill(name="SQL", actions=(todo, todo.model_copy(update={"done_on": TODAY})))
        )
        home.openings.add(Opening(role="Analyst", deadline=TOMORROW))
        whats = [What.STEP, What.CHOICE, What.TEST, What.SKILL, What.OPENING]
        assert sorted(each.what for each in dated(home, NOW)) == sorted(whats)


class TestWhole:
    """All of it together."""

    def test_every_entry_is_there_once(self, life):
        """No id twice, in whatever it is taken to."""
        found = dated(life, NOW)
        assert len({each.key for each in found}) == len(found) > 10

    def test_it_is_in_the_order_of_days_and_clocks(self, life):
        """What has no moment comes first on its day."""
        order = [(each.on, each.at is not None, each.at or NOW) for each in dated(life, NOW)]
        assert order == sorted(order)

    def test_it_begins_a_month_back_and_ends_next_year(self, home):
        """What is farther off has no place yet; what is long over has none any more."""
        for shift in (-PAST_DAYS - 1, -PAST_DAYS, 0, AHEAD_DAYS, AHEAD_DAYS + 1):
            home.steps.add(Step(text="Call", due=TODAY + timedelta(days=shift)))
        assert len(days(home)) == 3
        assert len(to_come(dated(home, NOW), NOW)) == 2

    def test_a_person_leaves_out_what_they_like(self, life):
        """All of it or nothing of it; a sort that is not known leaves all in."""
        found = dated(life, NOW)
        assert wanted(found, list(Sort)) == ()
        assert wanted(found, ["no_such_sort"]) == found
        assert {each.sort for each in wanted(found, [Sort.PEOPLE])} == set(Sort) & {
            each.sort for each in found
        } - {Sort.PEOPLE}

    def test_every_kind_belongs_somewhere(self):
        """So that it can be left out."""
        assert set(SORTS) == set(What)
        assert set(SORTS.values()) == set(Sort)


class TestWords:
    """With names it is the person's own; without, it is nobody's."""

    def test_without_names_nothing_of_anybody_is_told(self, life):
        """No name, no word, no place of the sample life is in the file, ids included."""
        found = dated(life, NOW)
        file = file_of(found, NOW, names=False).replace(b"\r\n ", b"").decode()
        told = {
            text
            for each in found
            for text in (each.name, each.thing, each.more, each.place)
            if text
        }
        assert len(told) > 10
        assert [text for text in told if text in file] == []

    @pytest.mark.parametrize("what", What)
    def test_what_lacks_a_fact_is_told_plainly(self, what):
        """No title has a hole in it."""
        each = Dated(what, "a", TODAY)
        assert title_of(each, names=True) == calendar_words().titles[what].plain

    def test_braces_that_somebody_typed_stay_braces(self):
        """A step is shown as it was written."""
        each = Dated(What.STEP, "a", TODAY, thing="Fix {name}")
        assert title_of(each, names=True) == "Fix {name}"

    def test_the_whole_calendar_is_as_the_person_wants_it(self, home):
        """What is left out is not there, and names are as chosen."""
        home.steps.add(Step(text="Call Mina", due=TOMORROW))
        home.events.add(Event(name="Fair", on=TOMORROW))
        me = home.me.model_copy(update={"calendar_without": ("events",), "calendar_names": False})
        home.save_me(me)
        file = calendar_of(home, NOW.replace(minute=0))
        assert [str(each["SUMMARY"]) for each in Calendar.from_ical(file).walk("VEVENT")] == [
            "A small step"
        ]

    def test_a_leap_day_and_a_far_zone_are_days_like_others(self):
        """The day is that of the person's own clock."""
        now = datetime(2028, 2, 28, 23, 30, tzinfo=UTC).astimezone(ZoneInfo("Asia/Kathmandu"))
        home = Workspace.in_memory(Clock(now))
        home.people.add(Person(name="Amara", closeness=Closeness.WARM))
        assert now.date() == date(2028, 2, 29)
        assert [each.on for each in dated(home, now)] == [now.date()]
