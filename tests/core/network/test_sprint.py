"""The two weeks as a living plan: read from the log, moved by hand, and over in the end."""

from datetime import UTC, datetime, timedelta
from itertools import count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.merge import merge
from core.network.replies import became
from core.network.sprint import Doing, Stands, next_thing, sprint_now, waiting_in_sprint
from core.network.sprint_changes import let_go, move, rest, take_back
from core.network.talks import Talk
from core.network.touchpoints import CameOf, Channel, Started, Touchpoint
from core.people import Person
from core.steps import Step
from core.views import due
from core.worksheets.answers import Answers
from core.worksheets.desk import begin, finish
from core.worksheets.keeping import offers_of, take_up
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace

NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
TODAY = NOW.date()
SHEET = worksheet_in("sprint.toml")
NAMES = ("Amara", "Ben", "Chidi", "Dana", "Elif")
DAYS = (12, 16, 18, 20, 24)
REACH = st.lists(
    st.tuples(
        st.integers(-5, 20),
        st.sampled_from(Channel),
        st.sampled_from(Started),
        st.booleans(),
        st.none() | st.integers(-5, 20),
    ),
    max_size=6,
)


def day(days):
    """A day so many days after the first."""
    return TODAY + timedelta(days=days)


@pytest.fixture
def workspace():
    """Five people who are known, and a sprint with them that was finished today."""
    minutes = count()
    workspace = Workspace.in_memory(lambda: NOW + timedelta(minutes=next(minutes)))
    for name in NAMES:
        workspace.people.add(Person(name=name))
    planned(workspace)
    return workspace


def planned(workspace, **more):
    """A finished run with the five; its steps are kept."""
    ids = [each.id for each in workspace.people.all()]
    run = begin(workspace, SHEET, None, TODAY, {"five": ids, **more})
    run = finish(workspace, run.id, TODAY)
    offers = offers_of(workspace, run, Answers(SHEET, run.answers), NOW)
    return take_up(workspace, run, {each.keep.id: each.proposals for each in offers})


def who(workspace, name):
    """The id of somebody."""
    return next(each.id for each in workspace.people.all() if each.name == name)


def touch(workspace, name, days, channel=Channel.MESSAGE, started=Started.ME, **more):
    """A contact with somebody, so many days after the first."""
    told = {"person_id": who(workspace, name), "happened_on": day(days), "channel": channel}
    return workspace.touchpoints.add(Touchpoint(**told, started=started, **more))


def letter(workspace, name, days, answered=None, kind=Kind.STAY_IN_TOUCH, **more):
    """A letter that went to somebody, answered after so many days or not."""
    state = LetterState.SENT if answered is None else LetterState.ANSWERED
    replied = None if answered is None else day(answered)
    told = {"kind": kind, "to_id": who(workspace, name), "to_name": name, **more}
    return workspace.letters.add(Letter(**told, state=state, sent_on=day(days), replied_on=replied))


def stands(workspace, name, days=0):
    """How somebody stands, seen from so many days after the first."""
    sprint = sprint_now(workspace, day(days))
    return next(each for each in sprint.contacts if each.note.name == name)


def doing(workspace, days):
    """The one thing of a day, and whom it is about."""
    thing = next_thing(sprint_now(workspace, day(days)), day(days))
    return thing.doing, thing.contact.note.name if thing.contact else ""


class TestWhereItComesFrom:
    """The newest finished run."""

    def test_nothing_is_planned_without_one(self):
        """Nor by one that is half done."""
        workspace = Workspace.in_memory(lambda: NOW)
        assert sprint_now(workspace, TODAY) is None
        begin(workspace, SHEET, None, TODAY, {"people": ["r1"], "five": ["r1"]})
        assert sprint_now(workspace, TODAY) is None

    def test_one_without_anybody_is_no_plan(self, workspace):
        """The one before it goes on."""
        before = sprint_now(workspace, TODAY).run_id
        run = begin(workspace, SHEET, None, TODAY, {"five": []})
        finish(workspace, run.id, TODAY)
        assert sprint_now(workspace, TODAY).run_id == before

    def test_fourteen_days_and_five_in_their_order(self, workspace):
        """Each on a working day of their own."""
        sprint = sprint_now(workspace, TODAY)
        assert (sprint.begins, sprint.ends) == (TODAY, day(13))
        assert [each.note.name for each in sprint.contacts] == list(NAMES)
        assert tuple(each.note.on.day for each in sprint.contacts) == DAYS
        assert all(each.stands is Stands.OPEN for each in sprint.contacts)

    def test_somebody_who_was_not_kept_is_there_by_name(self):
        """A letter to that name still counts."""
        workspace = Workspace.in_memory(lambda: NOW)
        raw = {"people": ["r1"], "people.r1.who": "Amara", "five": ["r1"]}
        finish(workspace, begin(workspace, SHEET, None, TODAY, raw).id, TODAY)
        [contact] = sprint_now(workspace, TODAY).contacts
        assert contact.person is None
        sent = Letter(kind=Kind.STAY_IN_TOUCH, to_name="amara", state=LetterState.SENT)
        workspace.letters.add(sent.model_copy(update={"sent_on": TODAY}))
        assert stands(workspace, "Amara").stands is Stands.WRITTEN


class TestRenamed:
    """One of the five is called something else by now."""

    @pytest.mark.parametrize("was_sent", [False, True])
    def test_a_fuller_name_changes_nothing(self, workspace, was_sent):
        """The note that went out still went out, and nobody is asked for it again."""
        if was_sent:
            touch(workspace, "Amara", 0)
        before = stands(workspace, "Amara")
        card = before.person.model_copy(update={"name": "Amara Okafor"})
        workspace.people.replace(card)
        after = stands(workspace, "Amara")
        assert (after.person.id, after.stands) == (before.person.id, before.stands)
        assert any("Amara" in each.text for each in due(workspace, TODAY)) is not was_sent

    def test_a_merge_that_keeps_the_fuller_name_changes_nothing(self, workspace):
        """What was sent to the card that went is sent to the one that stays."""
        touch(workspace, "Amara", 0)
        full = workspace.people.add(Person(name="Amara Okafor"))
        gone = workspace.people.get(who(workspace, "Amara"))
        merge(workspace, full, gone)
        found = stands(workspace, "Amara")
        assert (found.person.id, found.stands) == (full.id, Stands.WRITTEN)

    def test_somebody_who_was_typed_and_kept_stays_the_same(self):
        """By what was kept of the row."""
        workspace = Workspace.in_memory(lambda: NOW)
        raw = {"people": ["r1"], "people.r1.who": "Amara", "five": ["r1"]}
        run = finish(workspace, begin(workspace, SHEET, None, TODAY, raw).id, TODAY)
        offers = offers_of(workspace, run, Answers(SHEET, run.answers), NOW)
        take_up(workspace, run, {each.keep.id: each.proposals for each in offers})
        touch(workspace, "Amara", 0)
        [amara] = workspace.people.all()
        workspace.people.replace(amara.model_copy(update={"name": "Amara Okafor"}))
        assert stands(workspace, "Amara").stands is Stands.WRITTEN


class TestHowEachStands:
    """Read from letters, contacts and talks; nothing is asked twice."""

    def test_a_letter_and_its_answer(self, workspace):
        """Written on one day, answered on another."""
        letter(workspace, "Amara", 0, answered=3)
        assert stands(workspace, "Amara", 2).stands is Stands.WRITTEN
        found = stands(workspace, "Amara", 3)
        assert (found.stands, found.on) == (Stands.ANSWERED, day(3))

    def test_a_message_that_was_noted(self, workspace):
        """It counts as a letter does; a like counts as nothing."""
        touch(workspace, "Amara", 0)
        touch(workspace, "Ben", 0, Channel.REACTION)
        assert stands(workspace, "Amara").stands is Stands.WRITTEN
        assert stands(workspace, "Ben").stands is Stands.OPEN

    def test_they_wrote_first(self, workspace):
        """Then they were in touch, and that is an answer."""
        touch(workspace, "Amara", 0, started=Started.THEM)
        assert stands(workspace, "Amara").stands is Stands.ANSWERED

    def test_a_talk_and_its_thanks(self, workspace):
        """Thanks are owed until they are said, by a letter or by hand."""
        touch(workspace, "Amara", 1, Channel.MET, owes_thanks=True)
        assert stands(workspace, "Amara", 2).owes_thanks
        letter(workspace, "Amara", 2, kind=Kind.THANKS_AFTER_TALK)
        found = stands(workspace, "Amara", 2)
        assert (found.stands, found.owes_thanks) == (Stands.THANKED, False)

    def test_a_talk_of_its_own_screen(self, workspace):
        """Held is talked; thanks may be left alone."""
        told = {"person_id": who(workspace, "Amara"), "held_on": day(1)}
        talk = workspace.talks.add(Talk(**told))
        assert stands(workspace, "Amara", 1).owes_thanks
        workspace.talks.replace(talk.model_copy(update={"thanks_left": True}))
        found = stands(workspace, "Amara", 1)
        assert (found.stands, found.owes_thanks) == (Stands.TALKED, False)

    def test_one_talk_that_is_noted_twice_is_thanked_once(self, workspace):
        """On its own screen and as a contact."""
        told = {"person_id": who(workspace, "Amara"), "held_on": day(1), "thanked_on": day(1)}
        talk = workspace.talks.add(Talk(**told))
        touch(workspace, "Amara", 1, Channel.CALL, owes_thanks=True, talk_id=talk.id)
        assert stands(workspace, "Amara", 2).stands is Stands.THANKED

    def test_what_was_before_the_two_weeks_does_not_count(self, workspace):
        """Nor what is dated ahead."""
        letter(workspace, "Amara", -1)
        touch(workspace, "Ben", 5)
        assert stands(workspace, "Amara").stands is Stands.OPEN
        assert stands(workspace, "Ben").stands is Stands.OPEN

    def test_a_letter_that_is_begun_is_gone_on_with(self, workspace):
        """Thanks and letters that were put away are no beginning."""
        ben = who(workspace, "Ben")
        draft = workspace.letters.add(Letter(kind=Kind.STAY_IN_TOUCH, to_id=ben))
        workspace.letters.add(Letter(kind=Kind.THANKS_AFTER_TALK, to_id=who(workspace, "Amara")))
        assert stands(workspace, "Ben").draft == draft.id
        assert stands(workspace, "Amara").draft == ""

    @pytest.mark.parametrize("told", [{"stopped_on": TODAY}, {"archived_on": TODAY}])
    def test_whoever_is_left_alone_rests(self, workspace, told):
        """Nobody is asked to write to them; the next one is, and their step is left out."""
        amara = workspace.people.get(who(workspace, "Amara"))
        workspace.people.replace(amara.model_copy(update=told))
        assert stands(workspace, "Amara").stands is Stands.RESTS
        assert doing(workspace, 0) == (Doing.LATER, "Ben")
        assert amara.id not in waiting_in_sprint(workspace, TODAY)
        assert not any("Amara" in each.text for each in due(workspace, TODAY))

    def test_after_two_notes_without_an_answer_the_third_rests(self, workspace):
        """Rule R28; an answer brings it back."""
        touch(workspace, "Amara", -40)
        touch(workspace, "Amara", -20)
        assert stands(workspace, "Amara").stands is Stands.RESTS
        touch(workspace, "Amara", -10, started=Started.THEM)
        assert stands(workspace, "Amara").stands is Stands.OPEN

    def test_what_happened_counts_more_than_rest(self, workspace):
        """Whoever was written to and then put away was written to."""
        touch(workspace, "Amara", 0)
        amara = workspace.people.get(who(workspace, "Amara"))
        workspace.people.replace(amara.model_copy(update={"archived_on": TODAY}))
        assert stands(workspace, "Amara").stands is Stands.WRITTEN

    @given(REACH)
    def test_no_record_ever_makes_less_of_it(self, touches):
        """More contacts never take a day away, and thanks are owed only after a talk."""
        made = [
            Touchpoint(
                person_id="p",
                happened_on=day(on),
                channel=channel,
                started=started,
                owes_thanks=owes,
                thanked_on=None if thanked is None else day(thanked),
            )
            for on, channel, started, owes, thanked in touches
        ]
        whole = became([], made, [], TODAY, day(13))
        part = became([], made[:-1], [], TODAY, day(13))
        for name in ("wrote_on", "answered_on", "talked_on"):
            before, after = getattr(part, name), getattr(whole, name)
            assert before is None or after <= before
            assert after is None or TODAY <= after <= day(13)
        assert whole.talked_on or not whole.owes_thanks


class TestToday:
    """One thing at most."""

    def test_the_note_whose_day_it_is(self, workspace):
        """Then rest, until the next one's day."""
        assert doing(workspace, 0) == (Doing.WRITE, "Amara")
        letter(workspace, "Amara", 0)
        assert doing(workspace, 0) == (Doing.ENOUGH, "Ben")
        assert doing(workspace, 1) == (Doing.LATER, "Ben")
        assert doing(workspace, 4) == (Doing.WRITE, "Ben")

    def test_an_answer_on_the_same_day_asks_for_no_other_note(self, workspace):
        """After one note, rest; their word is no reason to write more."""
        touch(workspace, "Amara", 4)
        touch(workspace, "Amara", 4, started=Started.THEM)
        assert doing(workspace, 4) == (Doing.ENOUGH, "Ben")
        assert doing(workspace, 5) == (Doing.WRITE, "Ben")

    def test_a_day_that_passed_is_simply_today(self, workspace):
        """The first that waits, and only that."""
        assert doing(workspace, 9) == (Doing.WRITE, "Amara")

    def test_thanks_come_first(self, workspace):
        """Within a day is kind (evidence 21)."""
        touch(workspace, "Chidi", 0, Channel.CALL, owes_thanks=True)
        assert doing(workspace, 0) == (Doing.THANK, "Chidi")

    def test_with_all_written_there_is_nothing_left(self, workspace):
        """Letting go counts as done."""
        run = sprint_now(workspace, TODAY).run_id
        for name in NAMES[:4]:
            letter(workspace, name, 0)
        let_go(workspace, run, who(workspace, "Elif"), TODAY)
        assert doing(workspace, 0) == (Doing.NONE, "")

    def test_after_fourteen_days_it_is_over(self, workspace):
        """With what came of it, whatever is left."""
        touch(workspace, "Amara", 2, Channel.MET, came_of=(CameOf.LEAD, CameOf.LEARNED))
        assert doing(workspace, 13)[0] is not Doing.OVER
        assert doing(workspace, 14) == (Doing.OVER, "")
        sprint = sprint_now(workspace, day(14))
        assert set(sprint.came_of) == {CameOf.LEAD, CameOf.LEARNED}
        assert sprint.count(Stands.TALKED) == 1


class TestByHand:
    """Another day, letting go, and rest; the steps on Today go along."""

    def step(self, workspace, name):
        """The step of somebody's note."""
        return next(each for each in workspace.steps.all() if name in each.text)

    def test_another_day_moves_one_note_and_its_step(self, workspace):
        """The others stay where they are."""
        before = sprint_now(workspace, TODAY)
        move(workspace, before, who(workspace, "Amara"), day(4))
        after = sprint_now(workspace, TODAY)
        days = {each.note.name: each.note.on for each in after.contacts}
        assert days["Amara"] == day(4)
        assert [days[name].day for name in NAMES[1:]] == list(DAYS[1:])
        assert self.step(workspace, "Amara").due == day(4)
        assert self.step(workspace, "Ben").due.day == DAYS[1]

    def test_a_day_beyond_the_two_weeks_makes_them_longer(self, workspace):
        """Until that note is written."""
        move(workspace, sprint_now(workspace, TODAY), who(workspace, "Amara"), day(20))
        assert sprint_now(workspace, TODAY).ends == day(20)
        letter(workspace, "Amara", 15)
        assert sprint_now(workspace, day(15)).ends == day(13)

    def test_letting_go_and_taking_up_again(self, workspace):
        """The step with it, both ways."""
        sprint, ben = sprint_now(workspace, TODAY), who(workspace, "Ben")
        let_go(workspace, sprint.run_id, ben, TODAY)
        assert stands(workspace, "Ben").stands is Stands.LET_GO
        assert not self.step(workspace, "Ben").is_open
        take_back(workspace, sprint.run_id, ben)
        assert stands(workspace, "Ben").stands is Stands.OPEN
        assert self.step(workspace, "Ben").is_open

    def test_a_step_that_is_done_stays_done(self, workspace):
        """Whatever becomes of the note."""
        done = self.step(workspace, "Ben").model_copy(update={"done_on": TODAY})
        workspace.steps.replace(done)
        let_go(workspace, sprint_now(workspace, TODAY).run_id, who(workspace, "Ben"), TODAY)
        assert self.step(workspace, "Ben").let_go_on is None

    def test_a_note_that_was_let_go_and_then_written_is_written(self, workspace):
        """The log counts."""
        let_go(workspace, sprint_now(workspace, TODAY).run_id, who(workspace, "Ben"), TODAY)
        letter(workspace, "Ben", 2)
        assert stands(workspace, "Ben", 2).stands is Stands.WRITTEN

    def test_rest_is_kept_and_can_be_taken_back(self, workspace):
        """And a new plan begins without it."""
        run = sprint_now(workspace, TODAY).run_id
        rest(workspace, run, day(14))
        assert sprint_now(workspace, day(14)).rested_on == day(14)
        rest(workspace, run, None)
        assert sprint_now(workspace, day(14)).rested_on is None
        rest(workspace, run, day(14))
        planned(workspace)
        assert sprint_now(workspace, day(14)).rested_on is None


class TestOnToday:
    """Steps on Today: nobody is asked for what was done elsewhere."""

    def asked(self, workspace, days=0):
        """Whom the steps on Today are about."""
        texts = [each.text for each in due(workspace, day(days))]
        return [name for name in NAMES if any(name in text for text in texts)]

    def test_a_note_that_went_out_is_not_asked_for(self, workspace):
        """Whichever way it went; the other steps stay."""
        assert self.asked(workspace, 4) == ["Amara", "Ben"]
        letter(workspace, "Amara", 0)
        assert self.asked(workspace, 4) == ["Ben"]

    def test_after_two_weeks_nothing_is_left_over(self, workspace):
        """Nor while the person rests from them."""
        assert self.asked(workspace, 13) == list(NAMES)
        assert self.asked(workspace, 14) == []
        rest(workspace, sprint_now(workspace, TODAY).run_id, TODAY)
        assert self.asked(workspace, 4) == []

    def test_another_plan_takes_the_place_of_the_one_before(self, workspace):
        """Its own steps count, and those of the other are over."""
        planned(workspace)
        assert len(due(workspace, day(13))) == len(NAMES)

    def test_steps_of_other_kinds_are_left_alone(self, workspace):
        """Only what came of a sprint can be met by it."""
        step = workspace.steps.add(Step(text="Call Amara", due=TODAY))
        letter(workspace, "Amara", 0)
        assert step in due(workspace, TODAY)
