"""Talks, events and companies on one screen, and what of them Today tells."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.cases import Case, Direction
from core.check_ins import CheckIn
from core.content.loader import talk_words, words
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.me import Me
from core.network.talks import Event, Look, Talk, Watch
from core.network.touchpoints import Channel
from core.people import Circle, Person
from tests.pages.test_reassess import links

SAY = words("talks")
TALKS = "reach_out/talks.py"
TODAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def _in_london(stored):
    """The person told that they live in London."""
    stored().save_me(Me(time_zone="Europe/London"))


@pytest.fixture
def event(stored):
    """A meet-up of yesterday."""
    return stored().events.add(Event(name="Data *evening*", on=TODAY - timedelta(days=1)))


def keep(screen, part):
    """Press the button that keeps a form."""
    form = next(b for b in screen.app.button if (b.key or "").startswith(part))
    return screen.press(form.key)


class TestTalks:
    """What was talked about, and what is to come."""

    def test_an_empty_screen_says_how_to_begin(self, visit):
        """The first action stands there."""
        screen = visit(TALKS)
        assert SAY["no_talks"] in screen.seen
        assert SAY["new_talk"] in links(screen)

    def test_those_to_come_stand_before_those_held(self, visit, stored):
        """Each with its day and what it brought."""
        people = stored().people.add_all([Person(name="Ada"), Person(name="Ben")])
        at = datetime(2026, 11, 25, 15, tzinfo=UTC)
        stored().talks.add_all(
            [
                Talk(person_id=people[0].id, held_on=TODAY, learned=("They hire in spring.",)),
                Talk(person_id=people[1].id, at=at, zone="Europe/London"),
            ]
        )
        screen = visit(TALKS)
        assert [each.value for each in screen.app.header] == [SAY["ahead"], SAY["held"]]
        assert "25 November 2026, 15:00" in screen.seen
        assert "They hire in spring." in screen.seen

    def test_an_answered_letter_leads_to_the_plan(self, visit, stored):
        """Who said yes need not be looked for; once it is planned, the line goes."""
        ada = stored().people.add(Person(name="Ada"))
        told = {"state": LetterState.ANSWERED, "sent_on": TODAY, "replied_on": TODAY}
        stored().letters.add(Letter(kind=Kind.INFORMATIONAL_TALK, to_id=ada.id, **told))
        screen = visit(TALKS)
        assert SAY["asked_answered"] in screen.seen
        assert ada.id in links(screen)["Ada"]
        stored().talks.add(Talk(person_id=ada.id))
        assert SAY["asked_answered"] not in screen.run().seen


class TestEvents:
    """Two people are enough."""

    def test_a_new_one_has_a_goal_of_two(self, visit, stored):
        """A name is all it needs."""
        screen = visit(TALKS, part="events").type("name", "Job fair")
        keep(screen, "event.0.save")
        [kept] = stored().events.all()
        assert (kept.name, kept.to_meet) == ("Job fair", 2)

    def test_a_first_sentence_takes_one_tap(self, visit, stored):
        """Somebody shy need not find one."""
        event = stored().events.add(Event(name="Job fair", on=TODAY + timedelta(days=3)))
        opener = talk_words().openers.openers[0]
        screen = visit(TALKS, event=event.id)
        screen.field("pills", "opener_idea").set_value(opener)
        keep(screen.run(), f"event:{event.id}.0.save")
        assert stored().events.get(event.id).opener == opener

    def test_whom_one_met_joins_the_people_as_a_contact(self, visit, stored, event):
        """New ones are known with how they were met; the clock of known ones starts again."""
        known = stored().people.add(Person(name="Ada"))
        screen = visit(TALKS, event=event.id).type("names", "Ada, Ben")
        keep(screen, f"event:{event.id}.0.save")
        ada, ben = stored().people.all()
        assert (ada.id, ben.how_known, ben.circle) == (
            known.id,
            "met at Data *evening*",
            Circle.INTEREST,
        )
        told = {
            (each.person_id, each.channel, each.happened_on) for each in stored().touchpoints.all()
        }
        assert told == {
            (ada.id, Channel.EVENT, date(2026, 11, 19)),
            (ben.id, Channel.EVENT, date(2026, 11, 19)),
        }
        assert SAY["met_one"] in screen.seen

    def test_a_card_with_a_fuller_name_stays_linked(self, visit, stored, event):
        """First names will do at first; nobody is there twice once the rest is known."""
        screen = visit(TALKS, event=event.id).type("names", "Ada")
        keep(screen, f"event:{event.id}.0.save")
        workspace = stored()
        [ada] = workspace.people.all()
        workspace.people.replace(ada.model_copy(update={"name": "Ada Cole"}))
        assert ada.id in links(screen.run())["**Ada Cole**"]
        keep(screen.type("heard", "A new team"), f"event:{event.id}.")
        assert [each.name for each in stored().people.all()] == ["Ada Cole"]

    def test_to_have_been_there_can_be_taken_back(self, visit, stored, event):
        """The people stay, the contacts go."""
        screen = visit(TALKS, event=event.id).type("names", "Ben")
        keep(screen, f"event:{event.id}.0.save").press("event.undone")
        assert stored().events.get(event.id).done_on is None
        assert [each.name for each in stored().people.all()] == ["Ben"]
        assert not stored().touchpoints.all()

    def test_names_wait_while_the_plan_is_kept(self, visit, stored, event):
        """What was typed under After is there still, and nobody is added by it."""
        screen = visit(TALKS, event=event.id).type("names", "Ada, Ben")
        screen.app.session_state[f"event.part.{event.id}"] = "before"
        keep(screen.run().type("place", "Leeds"), f"event:{event.id}.0.save")
        assert stored().events.get(event.id).place == "Leeds"
        assert not stored().people.all()
        again = visit(TALKS, event=event.id)
        assert again.field("text_input", "names").value == "Ada, Ben"

    def test_the_version_that_is_kept_reaches_the_people(self, visit, stored, event):
        """Who was met is known, though another window changed the event meanwhile."""
        screen = visit(TALKS, event=event.id).type("names", "Ada, Ben")
        update = {"place": "Leeds"}
        stored().events.replace(stored().events.get(event.id).model_copy(update=update))
        keep(screen, f"event:{event.id}.0.save").press("conflict.mine.")
        assert [each.name for each in stored().people.all()] == ["Ada", "Ben"]
        assert len(stored().touchpoints.all()) == 2

    def test_work_that_was_heard_of_becomes_an_opening(self, visit, stored, event):
        """It names the event that it was heard at (S0-18)."""
        screen = visit(TALKS, event=event.id)
        keep(screen, f"event:{event.id}.0.save").type("role", "Tester")
        screen.press(f"event_opening:{event.id}.0.add")
        assert [each.heard_from for each in stored().openings.all()] == ["Data *evening*"]

    def test_a_deleted_one_comes_back(self, visit, stored, event):
        """With a question first and an undo after."""
        screen = visit(TALKS, part="events").press(f"delete.{event.id}")
        screen.press(f"delete.yes.{event.id}")
        assert not stored().events.all()
        screen.press("undo.undo")
        assert [each.id for each in stored().events.all()] == [event.id]


class TestWatches:
    """A look now and then."""

    def test_a_new_one_is_looked_at_every_thirty_days(self, visit, stored):
        """The first look is thirty days from today, unless it is said otherwise."""
        screen = visit(TALKS, part="watches").type("employer", "Harbour Works")
        keep(screen, "watch.0.save")
        [kept] = stored().watches.all()
        assert (kept.every_days, kept.began_on) == (30, TODAY)
        assert "20 December 2026" in screen.seen

    def test_it_begins_from_what_happened(self, visit, stored):
        """The company of a case is filled in, and the case stays with it."""
        case = stored().cases.add(
            Case(direction=Direction.I_SAID_NO, employer="Harbour Works", happened_on=TODAY)
        )
        screen = visit(TALKS, case=case.id)
        assert screen.field("text_input", "employer").value == "Harbour Works"
        keep(screen, f"watch:{case.id}.0.save")
        assert [each.case_id for each in stored().watches.all()] == [case.id]

    def test_a_role_that_is_back_leads_to_weighing(self, visit, stored):
        """Where they once said no themselves, going back is weighed first (S3-56)."""
        stored().cases.add(
            Case(direction=Direction.I_SAID_NO, employer="harbour works", happened_on=TODAY)
        )
        stored().watches.add(Watch(employer="Harbour Works", began_on=date(2026, 10, 1)))
        screen = visit(TALKS, part="watches").type("note", "Analyst again")
        screen.field("checkbox", "reposted").check()
        screen.run().press(next(b.key for b in screen.app.button if b.key.endswith(".looked")))
        assert stored().watches.all()[0].looks == (
            Look(on=TODAY, note="Analyst again", reposted=True),
        )
        assert SAY["weigh"] in links(screen)
        assert SAY["reposted_own"] in screen.seen

    @pytest.mark.parametrize(
        ("direction", "told"),
        [
            (Direction.THEY_SAID_NO, "reposted_theirs"),
            (Direction.SILENCE, "reposted_quiet"),
            (Direction.CANCELLED, "reposted_cancelled"),
        ],
    )
    def test_nobody_is_told_of_a_no_that_was_not_said(self, visit, stored, direction, told):
        """Silence and a role that was let go are called what they were."""
        stored().cases.add(Case(direction=direction, employer="Pier", happened_on=TODAY))
        stored().watches.add(Watch(employer="Pier", looks=(Look(on=TODAY, reposted=True),)))
        assert SAY[told] in visit(TALKS, part="watches").seen

    def test_a_look_is_taken_off_and_put_back(self, visit, stored):
        """A slip of the finger costs nothing."""
        look = Look(on=date(2026, 11, 1), note="A new team")
        stored().watches.add(Watch(employer="Harbour Works", looks=(look,)))
        screen = visit(TALKS, part="watches").press("watch.off.")
        assert stored().watches.all()[0].looks == ()
        screen.press("watch.put_back.")
        assert stored().watches.all()[0].looks == (look,)

    def test_it_stops_and_runs_again(self, visit, stored):
        """What is stopped asks for nothing, and keeps what was seen."""
        watch = stored().watches.add(Watch(employer="Harbour Works", began_on=date(2026, 10, 1)))
        screen = visit(TALKS, part="watches").press(f"watch.stop.{watch.id}")
        assert stored().watches.get(watch.id).stopped_on == TODAY
        assert SAY["watch_rests"] in screen.seen
        screen.press(f"watch.stop.{watch.id}")
        assert stored().watches.get(watch.id).stopped_on is None


class TestToday:
    """What of it has its day."""

    def test_thanks_are_noted_with_one_tap(self, visit, stored):
        """A talk of today asks for a few lines by tomorrow, until they went out."""
        ada = stored().people.add(Person(name="Ada"))
        talk = stored().talks.add(Talk(person_id=ada.id, held_on=TODAY))
        screen = visit()
        assert "Thank Ada for the talk, by tomorrow" in screen.seen
        screen.press(f"network_dues.{talk.id}.thanks")
        assert stored().talks.get(talk.id).thanked_on == TODAY
        assert "Thank Ada" not in screen.seen

    def test_at_most_three_stand_there_at_once(self, visit, stored):
        """The rest waits behind one button."""
        stored().events.add_all([Event(name=f"Fair {each}", on=TODAY) for each in "ABCDE"])
        screen = visit()
        assert [name in screen.seen for name in ("Fair A", "Fair C", "Fair D")] == [
            True,
            True,
            False,
        ]

    def test_a_heavy_day_folds_all_but_what_is_today(self, visit, stored, now):
        """An event of today cannot be put off; a look can."""
        stored().check_ins.add(CheckIn(happened_on=TODAY, mood=2, created_at=now))
        stored().events.add(Event(name="Job fair", on=TODAY))
        stored().watches.add(Watch(employer="Harbour Works", began_on=date(2026, 9, 1)))
        screen = visit()
        folded = [each.label for each in screen.app.expander]
        assert SAY["due_folded_one"] in folded
        assert "Today: Job fair" in screen.seen


class TestNoDoubles:
    """One company, one card."""

    def test_a_company_is_not_watched_twice(self, visit, stored):
        """Spaces and capitals do not make it another one."""
        stored().watches.add(Watch(employer="Harbour Works", began_on=TODAY))
        screen = visit(TALKS, part="watches").type("employer", "harbour  works")
        keep(screen, "watch.0.save")
        assert [each.employer for each in stored().watches.all()] == ["Harbour Works"]
        assert "You watch Harbour Works already." in [each.value for each in screen.app.info]


class TestFromCases:
    """The way from what happened to watching."""

    def test_a_case_leads_to_watching_its_company_once(self, visit, stored):
        """Where it is watched already, the link says so."""
        case = stored().cases.add(
            Case(direction=Direction.THEY_SAID_NO, employer="Pier", happened_on=TODAY)
        )
        screen = visit("reflect/case.py", case=case.id)
        assert case.id in links(screen)[SAY["watch_it"]]
        watch = stored().watches.add(Watch(employer="pier"))
        assert watch.id in links(visit("reflect/case.py", case=case.id))[SAY["watched_one"]]
        assert SAY["watched_already"].partition("{")[0] in visit(TALKS, case=case.id).seen
