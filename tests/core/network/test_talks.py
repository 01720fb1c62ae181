"""Talks about work: their minutes, where they stand, and what the log and Today say of them."""

import itertools
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.loader import talk_words
from core.errors import EditedElsewhereError
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.contacts import contacts_by_person
from core.network.talk_dues import Dated, everything_dated, network_dues
from core.network.talk_kit import (
    LENGTHS,
    FramePart,
    State,
    asked_for,
    asked_on,
    frame,
    held,
    in_order,
    moved_up,
    not_held,
    state_of,
    thanked_on,
    thanks_by,
)
from core.network.talk_log import delete_talk, keep_talk, touch_of
from core.network.talks import Event, Talk, Watch
from core.network.touchpoints import CameOf, Channel
from core.people import Person

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
KATHMANDU = ZoneInfo("Asia/Kathmandu")
QUESTIONS = st.lists(st.text(min_size=1, max_size=5), unique=True, max_size=8).map(tuple)


@pytest.fixture
def ada(workspace):
    """Somebody to talk with."""
    return workspace.people.add(Person(name="Ada"))


@pytest.fixture
def talk(workspace, ada):
    """A talk that was held today, and as such stands in the log."""
    plan = workspace.talks.add(Talk(person_id=ada.id, topic="Data work"))
    return keep_talk(workspace, plan.model_copy(update={"held_on": TODAY}))


def thanks(person_id, on):
    """A thank-you that went out on a day."""
    sent = {"state": LetterState.SENT, "sent_on": on}
    return Letter(kind=Kind.THANKS_AFTER_TALK, to_id=person_id, **sent)


class TestFrame:
    """The talk, minute by minute."""

    def test_fifteen_minutes_are_as_a_short_talk_needs_them(self):
        """Thanks 1, their story 3, questions 7, who else 2, close 2."""
        assert [(each.part, each.begins, each.ends) for each in frame(15)] == [
            (FramePart.THANKS, 0, 1),
            (FramePart.STORY, 1, 4),
            (FramePart.QUESTIONS, 4, 11),
            (FramePart.WHO_ELSE, 11, 13),
            (FramePart.CLOSE, 13, 15),
        ]

    def test_more_time_goes_to_the_questions(self):
        """Half an hour does not make the thanks longer."""
        slots = {each.part: each.ends - each.begins for each in frame(30)}
        assert slots[FramePart.QUESTIONS] == 22
        assert slots[FramePart.THANKS] == 1

    @given(st.integers(min_value=5, max_value=240))
    def test_every_talk_has_all_parts_and_ends_on_time(self, minutes):
        """However short it is, nobody is left without an ending; it never runs over."""
        slots = frame(minutes)
        assert [each.part for each in slots] == list(FramePart)
        assert (slots[0].begins, slots[-1].ends) == (0, minutes)
        assert all(one.ends == two.begins for one, two in itertools.pairwise(slots))
        assert all(each.ends > each.begins for each in slots)

    def test_six_questions_are_for_a_move_and_lengths_stay_small(self):
        """What the evidence says a talk may ask for."""
        assert (min(LENGTHS), max(LENGTHS)) == (15, 30)
        assert {*talk_words().frame} == {*FramePart}


class TestQuestions:
    """The questions of a talk in their order."""

    @given(QUESTIONS, st.text(max_size=5))
    def test_moving_up_loses_none(self, questions, one):
        """Only two places change, and one that is not there changes nothing."""
        after = moved_up(questions, one)
        assert sorted(after) == sorted(questions)
        if one in questions:
            assert after.index(one) == max(questions.index(one) - 1, 0)
        else:
            assert after == questions


class TestState:
    """Where a talk stands."""

    @pytest.mark.parametrize(
        ("told", "state"),
        [
            ({}, State.OPEN),
            ({"at": NOW + timedelta(minutes=1)}, State.AHEAD),
            ({"at": NOW - timedelta(minutes=14)}, State.AHEAD),
            ({"at": NOW - timedelta(minutes=15)}, State.OVER),
            ({"at": NOW + timedelta(days=3), "held_on": TODAY}, State.HELD),
        ],
    )
    def test_its_time_tells(self, told, state):
        """It is to come until its minutes are over; what was held was held."""
        assert state_of(Talk(**told), NOW) is state

    def test_those_just_over_come_first_and_held_ones_last(self):
        """What is asked for now stands on top."""
        over = Talk(id="over", at=NOW - timedelta(hours=2))
        soon, later = (Talk(id=f"in{each}", at=NOW + timedelta(days=each)) for each in (1, 9))
        plain, old = Talk(id="plain"), Talk(id="old", held_on=date(2026, 1, 1))
        new = Talk(id="new", held_on=TODAY)
        every = [old, plain, later, new, soon, over]
        assert in_order(every, NOW) == (over, soon, later, plain, new, old)

    def test_held_is_on_its_own_day_where_the_person_is(self):
        """Shortly after midnight in Kathmandu it is the next day there."""
        late = Talk(at=datetime(2026, 11, 18, 18, 30, tzinfo=UTC))
        assert held(late, TODAY, KATHMANDU).held_on == date(2026, 11, 19)
        assert held(late, TODAY, UTC).held_on == date(2026, 11, 18)

    def test_what_was_held_early_was_held_today(self):
        """They rang before the day that was agreed: the future holds no contact."""
        early = Talk(at=NOW + timedelta(days=4))
        assert held(early, TODAY, UTC).held_on == TODAY
        assert held(Talk(), TODAY, UTC).held_on == TODAY

    def test_not_held_keeps_what_was_prepared(self):
        """Only the moment goes."""
        talk = Talk(at=NOW, goal="A first year", questions=("How?",))
        after = not_held(talk)
        assert (after.at, after.goal, after.questions) == (None, "A first year", ("How?",))


class TestLog:
    """A talk that was held is a contact, once."""

    def test_saving_it_again_logs_it_once(self, workspace, talk, ada):
        """The clock runs from the day of the talk, however often it is saved."""
        for lines in ((), ("They hire in spring.",)):
            keep_talk(workspace, workspace.talks.get(talk.id).model_copy(update={"learned": lines}))
        [touch] = workspace.touchpoints.all()
        assert (touch.note, touch.came_of) == ("They hire in spring.", (CameOf.LEARNED,))
        assert contacts_by_person(workspace)[ada.id].last_on == TODAY

    def test_before_it_was_held_nothing_is_logged(self, workspace, ada):
        """A plan is no contact."""
        plan = workspace.talks.add(Talk(person_id=ada.id, at=NOW))
        keep_talk(workspace, plan.model_copy(update={"goal": "A first year"}))
        assert not workspace.touchpoints.all()

    def test_another_day_moves_the_contact(self, workspace, talk):
        """A day that was noted wrong is put right in both places."""
        keep_talk(workspace, talk)
        kept = workspace.talks.get(talk.id)
        keep_talk(workspace, kept.model_copy(update={"held_on": date(2026, 11, 1)}))
        assert [each.happened_on for each in workspace.touchpoints.all()] == [date(2026, 11, 1)]

    def test_what_was_changed_in_the_log_by_hand_stays(self, workspace, talk):
        """The person's own words in the log are never written over."""
        keep_talk(workspace, talk)
        [touch] = workspace.touchpoints.all()
        by_hand = {"note": "Loves hiking.", "channel": Channel.MET}
        workspace.touchpoints.replace(touch.model_copy(update=by_hand))
        keep_talk(workspace, talk.model_copy(update={"learned": ("Spring.",), "who_else": "Ben"}))
        [touch] = workspace.touchpoints.all()
        assert (touch.note, touch.channel, touch.who_else) == ("Loves hiking.", Channel.MET, "Ben")

    def test_taking_it_back_takes_the_contact_back(self, workspace, talk, ada):
        """And what was written of the talk stays."""
        keep_talk(workspace, talk.model_copy(update={"learned": ("Spring.",)}))
        kept = workspace.talks.get(talk.id)
        keep_talk(workspace, kept.model_copy(update={"held_on": None}))
        assert not workspace.touchpoints.all()
        assert ada.id not in contacts_by_person(workspace)
        assert workspace.talks.get(talk.id).learned == ("Spring.",)

    @pytest.mark.parametrize(
        "by_hand", [{"note": "Loves hiking."}, {"asked": "A name"}, {"gave": "Seeds"}]
    )
    def test_taking_it_back_loses_no_word_of_the_log(self, workspace, talk, by_hand):
        """What was added there stays; held again, it is still one contact."""
        [touch] = workspace.touchpoints.all()
        workspace.touchpoints.replace(touch.model_copy(update=by_hand))
        kept = keep_talk(workspace, talk.model_copy(update={"held_on": None}))
        keep_talk(workspace, kept.model_copy(update={"held_on": TODAY}))
        [touch] = workspace.touchpoints.all()
        assert touch.model_dump().items() >= by_hand.items()

    def test_what_was_deleted_in_the_log_does_not_come_back(self, workspace, talk, ada):
        """The talk itself still is a contact."""
        workspace.delete(*workspace.touchpoints.all())
        keep_talk(workspace, talk.model_copy(update={"learned": ("Spring.",)}))
        assert not workspace.touchpoints.all()
        assert contacts_by_person(workspace)[ada.id].last_on == TODAY

    def test_a_talk_with_nobody_known_logs_nothing(self):
        """Whoever it was, there is no clock to move."""
        assert touch_of(Talk(held_on=TODAY)) is None

    def test_another_window_is_not_written_over(self, workspace, talk):
        """Neither the talk nor the log changes where the talk changed elsewhere."""
        [before] = workspace.touchpoints.all()
        workspace.talks.replace(talk.model_copy(update={"goal": "Theirs"}))
        with pytest.raises(EditedElsewhereError):
            keep_talk(workspace, talk.model_copy(update={"topic": "Mine", "held_on": None}))
        assert workspace.touchpoints.all() == (before,)

    def test_deleting_it_takes_its_contact_along_and_back(self, workspace, talk):
        """One undo brings both."""
        keep_talk(workspace, talk)
        gone = delete_talk(workspace, workspace.talks.get(talk.id))
        assert not (workspace.talks.all())
        assert not (workspace.touchpoints.all())
        workspace.put_back(gone)
        assert len(workspace.talks.all()) == len(workspace.touchpoints.all()) == 1


class TestThanks:
    """Within a day, and once."""

    def test_a_letter_after_the_talk_counts(self, talk, ada):
        """One that went out before it does not, nor one to somebody else."""
        early, other = thanks(ada.id, TODAY - timedelta(days=1)), thanks("ben", TODAY)
        assert thanked_on(talk, [early, other]) is None
        assert thanked_on(talk, [early, other, thanks(ada.id, TODAY)]) == TODAY

    def test_what_was_noted_by_hand_goes_first(self, talk):
        """No letter is needed for a thank-you on the phone."""
        noted = talk.model_copy(update={"thanked_on": TODAY})
        assert thanked_on(noted, []) == TODAY

    def test_they_are_due_a_day_after_its_end_where_the_person_is(self):
        """A talk that ends at 23:45 in London ends on the next day in Kathmandu."""
        talk = Talk(at=datetime(2028, 2, 28, 23, 30, tzinfo=UTC))
        assert thanks_by(talk, date(2028, 2, 29), KATHMANDU) == date(2028, 3, 1)
        assert thanks_by(Talk(), date(2028, 2, 28), UTC) == date(2028, 2, 29)


class TestAsking:
    """Whether the talk was asked for already."""

    @pytest.mark.parametrize(
        ("to", "days_ago", "state", "asked"),
        [
            ("ada", 3, LetterState.SENT, True),
            ("ada", 3, LetterState.ANSWERED, True),
            ("ada", 3, LetterState.DRAFT, False),
            ("ada", 60, LetterState.SENT, False),
            ("ben", 3, LetterState.SENT, False),
            ("", 3, LetterState.SENT, False),
        ],
    )
    def test_only_a_letter_for_this_talk_counts(self, to, days_ago, state, asked):
        """Nobody is asked twice, and an old letter to them asked for another talk."""
        day = TODAY - timedelta(days=days_ago)
        letter = Letter(kind=Kind.INFORMATIONAL_TALK, to_id=to, state=state, sent_on=day)
        found = asked_on(Talk(person_id="ada", created_at=NOW), [letter])
        assert found == (day if asked else None)


class TestAskedFor:
    """Whom a letter asked for a talk that is not planned yet."""

    def ask(self, to, days_ago, state=LetterState.SENT):
        """A letter that asked somebody for a talk."""
        sent = {"state": state, "sent_on": TODAY - timedelta(days=days_ago)}
        return Letter(kind=Kind.INFORMATIONAL_TALK, to_id=to, **sent)

    def test_each_person_stands_there_once_the_latest_first(self):
        """Of two letters to one person the later one counts."""
        old, new, other = self.ask("ada", 40), self.ask("ada", 2), self.ask("ben", 9)
        assert asked_for([new, other, old], [], TODAY) == (new, other)

    def test_a_planned_talk_is_not_asked_for_any_more(self):
        """Whether its plan came before the letter or after; one held before is another talk."""
        letter = self.ask("ada", 5)
        before, after = NOW - timedelta(days=20), NOW - timedelta(days=1)
        for planned in (before, after):
            assert asked_for([letter], [Talk(person_id="ada", created_at=planned)], TODAY) == ()
        held_before = Talk(person_id="ada", created_at=before, held_on=TODAY - timedelta(days=10))
        assert asked_for([letter], [held_before], TODAY) == (letter,)

    @pytest.mark.parametrize(
        ("days_ago", "state"),
        [(61, LetterState.SENT), (3, LetterState.NO_REPLY), (3, LetterState.DRAFT)],
    )
    def test_what_rests_is_let_go_of(self, days_ago, state):
        """No answer is an answer; nothing waits there for ever."""
        assert asked_for([self.ask("ada", days_ago, state)], [], TODAY) == ()


class TestDues:
    """What has its day."""

    def test_talks_and_events_of_today_come_first(self, workspace, ada):
        """What cannot be put off stands above thanks and looks that can."""
        held_before = TODAY - timedelta(days=3)
        workspace.talks.add(Talk(person_id=ada.id, held_on=held_before))
        workspace.watches.add(Watch(employer="Harbour", began_on=date(2026, 1, 1)))
        workspace.events.add(Event(name="Fair", on=TODAY))
        workspace.talks.add(Talk(person_id=ada.id, at=NOW + timedelta(hours=2), travel=30))
        found = network_dues(workspace, NOW)
        assert {each.what for each in found[:2]} == {Dated.TALK, Dated.EVENT}
        assert {each.what for each in found[2:]} == {Dated.THANKS, Dated.LOOK}
        [ahead] = [each for each in found if each.what is Dated.TALK]
        assert (ahead.who, ahead.leave) == ("Ada", NOW + timedelta(minutes=90))

    def test_the_day_after_tomorrow_is_not_told_yet(self, workspace, ada):
        """Today stays short; a look is told on its day, not before it."""
        workspace.talks.add(Talk(person_id=ada.id, at=NOW + timedelta(days=2)))
        workspace.watches.add(Watch(employer="H", began_on=TODAY - timedelta(days=29)))
        assert network_dues(workspace, NOW) == ()
        assert [each.what for each in everything_dated(workspace, NOW)] == [Dated.LOOK, Dated.TALK]

    @pytest.mark.parametrize(
        "told",
        [
            {"held_on": TODAY - timedelta(days=8)},
            {"held_on": TODAY, "thanked_on": TODAY},
            {"held_on": TODAY, "thanks_left": True},
            {"at": NOW - timedelta(days=8)},
            {},
        ],
    )
    def test_what_is_over_for_long_or_settled_is_not_recalled(self, workspace, ada, told):
        """Nothing here piles up."""
        workspace.talks.add(Talk(person_id=ada.id, **told))
        assert everything_dated(workspace, NOW) == ()

    def test_a_talk_just_over_is_asked_about(self, workspace, ada):
        """And so is an event, until either is answered."""
        workspace.talks.add(Talk(person_id=ada.id, at=NOW - timedelta(hours=1)))
        workspace.events.add(Event(name="Fair", on=TODAY - timedelta(days=1)))
        kinds = {each.what for each in network_dues(workspace, NOW)}
        assert kinds == {Dated.TALK_OVER, Dated.EVENT_OVER}

    def test_a_thank_you_letter_ends_the_thanks(self, workspace, talk, ada):
        """It counts by itself, as every letter that went out."""
        assert [each.what for each in network_dues(workspace, NOW)] == [Dated.THANKS]
        workspace.letters.add(thanks(ada.id, TODAY))
        assert network_dues(workspace, NOW) == ()

    def test_the_day_is_that_of_the_person(self, workspace, ada):
        """A talk at 20:00 in London is on the next day in Kathmandu."""
        workspace.talks.add(Talk(person_id=ada.id, at=datetime(2026, 11, 22, 20, tzinfo=UTC)))
        [told] = everything_dated(workspace, NOW.astimezone(KATHMANDU))
        assert told.on == date(2026, 11, 23)

    def test_ids_stay_and_tell_all_apart(self, workspace, talk):
        """A calendar that reads them again finds the same entries."""
        workspace.events.add(Event(name="Fair", on=TODAY))
        first, again = ([e.id for e in everything_dated(workspace, NOW)] for _ in range(2))
        assert first == again
        assert len({*first}) == len(first) == 2
