"""Views: what every screen asks of a workspace."""

from datetime import UTC, date, datetime, timedelta

import pytest

from core.applications import Application
from core.cases import Case, Direction, Stage, StageReached
from core.check_ins import CheckIn
from core.content.loader import fill, next_words
from core.debriefs import Debrief
from core.feedback import Feedback
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.people import Filled, Person
from core.steps import Step
from core.support import Tier
from core.today import Suggestion
from core.views import (
    due,
    first_run,
    in_hand,
    last_seen,
    living,
    newest_first,
    people_by_id,
    resting,
    standing,
    suggested,
    this_minute,
)

DAY = date(2026, 3, 1)


@pytest.fixture
def told(workspace, clock):
    """Tell a case of some days ago."""

    def tell(days_ago=0, direction=Direction.THEY_SAID_NO, **facts):
        day = clock().date() - timedelta(days=days_ago)
        return workspace.cases.add(Case(direction=direction, happened_on=day, **facts))

    return tell


class TestFirstRun:
    """The first screen is for those who told nothing yet."""

    def test_nothing_told_is_a_first_run(self, workspace):
        """Filling in one's name is not telling."""
        workspace.save_me(workspace.me.model_copy(update={"name": "Robin"}))
        workspace.drafts.keep("case", {"employer": "Acme"})
        assert first_run(workspace)

    def test_one_case_or_one_check_in_ends_it(self, workspace, clock, told):
        """Whoever told one thing is not welcomed as a stranger again."""
        check_in = workspace.check_ins.add(CheckIn(mood=5, happened_on=clock().date()))
        assert not first_run(workspace)
        workspace.check_ins.remove(check_in.id)
        told(rested_at=clock())
        assert not first_run(workspace)

    def test_whoever_only_keeps_a_log_of_applications_is_no_stranger(self, workspace):
        """Whatever kind of thing was kept first."""
        workspace.applications.add(Application(role="Baker"))
        assert not first_run(workspace)


class TestLastSeen:
    """When anything was last saved."""

    def test_it_is_the_latest_save_of_any_kind(self, workspace, clock, told):
        """An old case that was changed today was seen today."""
        assert last_seen(workspace) is None
        case = told(40)
        clock.forward(days=3)
        workspace.steps.add(Step(text="call"))
        clock.forward(days=3)
        workspace.cases.replace(case.model_copy(update={"employer": "Acme"}))
        assert last_seen(workspace) == clock()


class TestSuggested:
    """One next step for a case, from all that is known."""

    def test_a_step_made_of_it_is_not_suggested_again(self, workspace, clock, told):
        """Put on the list, it makes room for the next, in this case only."""
        case, other = told(3, Direction.I_SAID_NO), told(3, Direction.I_SAID_NO)
        workspace.steps.add(Step(text="one", suggestion="name_what_it_protected", case_id=case.id))
        assert suggested(workspace, case.id, clock()).id == "your_plan"
        assert suggested(workspace, other.id, clock()).id == "name_what_it_protected"

    @pytest.mark.parametrize("direction", [Direction.CANCELLED, Direction.THEY_SAID_NO])
    def test_a_referrer_who_is_gone_is_not_thanked(self, workspace, clock, told, direction):
        """No sentence ever has a hole where a name should be."""
        ben = workspace.people.add(Person(name="Ben"))
        case = told(0, direction, referrer_id=ben.id)
        taken = Step(text="x", suggestion="no_feedback_early", case_id=case.id)
        workspace.steps.add(taken)
        found = suggested(workspace, case.id, clock())
        assert found == Suggestion("thank_referrer")
        said = fill(next_words().suggestions[found.id].text, name=ben.name)
        assert "Ben" in said
        workspace.people.remove(ben.id)
        assert suggested(workspace, case.id, clock()).id != "thank_referrer"

    def test_where_a_step_waits_nothing_says_that_nothing_is_to_do(self, workspace, clock, told):
        """The card points to what stands below it; a step of another case changes nothing."""
        case = told(days_ago=200, direction=Direction.CANCELLED, rested_at=None)
        for each in ("cancelled_rest", "connect_later", "look_back"):
            workspace.steps.add(Step(text="x", suggestion=each, case_id=case.id, done_on=DAY))
        minute = this_minute(clock())
        workspace.steps.add(Step(text="Call", case_id="another"))
        assert suggested(workspace, case.id, minute) == Suggestion("rest")
        workspace.steps.add(Step(text="Call", case_id=case.id))
        assert suggested(workspace, case.id, minute) == Suggestion("your_plan")

    def test_the_usual_waits_are_those_of_the_words(self, workspace, clock, told):
        """After an application, fourteen days are the usual wait."""
        stages = (StageReached(stage=Stage.APPLIED),)
        case = told(13, Direction.SILENCE, stages=stages)
        found = suggested(workspace, case.id, clock())
        assert found == Suggestion("wait_quietly", clock().date() + timedelta(days=1))
        later = clock() + timedelta(days=1)
        assert suggested(workspace, case.id, later) == Suggestion("status_check")


class TestLists:
    """What screens list, in the order in which it is wanted."""

    def test_living_and_resting_are_all_there_is(self, workspace, clock, told):
        """Every case is in one of the two, the latest touched or put to rest first."""
        first, second = told(9), told(1)
        rested = [told(rested_at=clock() - timedelta(days=days)) for days in (5, 2, 7)]
        clock.forward(minutes=1)
        first = workspace.cases.replace(first.model_copy(update={"employer": "Acme"}))
        assert living(workspace) == (first, second)
        assert in_hand(workspace) == first
        assert resting(workspace) == (rested[1], rested[0], rested[2])

    def test_check_ins_stand_by_the_day_they_tell_of(self, workspace, clock):
        """Dated back, a check-in stands on its day; of one day, the one saved last is first."""
        days = (0, 3, 0, 1)
        saved = []
        for ago in days:
            day = clock().date() - timedelta(days=ago)
            saved.append(workspace.check_ins.add(CheckIn(mood=5, happened_on=day)))
            clock.forward(minutes=1)
        assert newest_first(workspace) == (saved[2], saved[0], saved[3], saved[1])

    def test_due_steps_are_those_of_today(self, workspace, clock):
        """The step for tomorrow waits for tomorrow."""
        today = clock().date()
        workspace.steps.add(Step(text="tomorrow", due=today + timedelta(days=1)))
        late = workspace.steps.add(Step(text="late", due=today - timedelta(days=1)))
        assert due(workspace, today) == (late,)

    @pytest.mark.parametrize(
        ("reply", "due_then"),
        [("", {"silence"}), ("yes", {"yes"}), ("no", {"no"}), ("other", set())],
    )
    def test_a_plan_for_an_answer_waits_for_that_answer(
        self, workspace, clock, told, reply, due_then
    ):
        """Nobody is reminded each day of what to do if they say yes, before they did."""
        case, today = told(days_ago=40, direction=Direction.I_SAID_NO), clock().date()
        for each in ("yes", "no", "silence"):
            workspace.steps.add(Step(text=each, awaits=each, due=today, case_id=case.id))
        assert [each.text for each in due(workspace, today)] == ["silence"]
        told_us = {"state": LetterState.ANSWERED, "reply_was": reply, "replied_on": today}
        letter = {"sent_on": today} | (told_us if reply else {"state": LetterState.SENT})
        workspace.letters.add(Letter(kind=Kind.REAPPROACH, case_id=case.id, **letter))
        assert {each.text for each in due(workspace, today)} == due_then

    def test_everybody_is_found_by_id(self, workspace):
        """Two people of one name are two people."""
        people = [workspace.people.add(Person(name="Ada")) for _ in range(2)]
        assert people_by_id(workspace) == {each.id: each for each in people}


class TestStanding:
    """What the last seven days speak of is worked out anew, and never stored."""

    @pytest.mark.parametrize(("days", "tier"), [(0, Tier.T2), (6, Tier.T2), (8, Tier.T0)])
    def test_the_words_of_a_case_stand_for_seven_days(self, workspace, clock, told, days, tier):
        """Heavy words in a story are met for a week after they were written."""
        told(40, story="It is all hopeless and I am worthless.")
        assert standing(workspace, clock() + timedelta(days=days)) == tier

    def test_so_do_the_words_of_feedback_and_of_a_look_back(self, workspace, clock):
        """Lines in lists too."""
        heavy = "It is all hopeless and I am worthless."
        feedback = workspace.feedback.add(Feedback(quote=heavy))
        assert standing(workspace, clock()) == Tier.T2
        workspace.feedback.remove(feedback.id)
        workspace.debriefs.add(Debrief(happened_on=clock().date(), went_well=(heavy,)))
        assert standing(workspace, clock()) == Tier.T2

    @pytest.mark.parametrize("field", ["notes", "cares_about", "could_give", "how_known"])
    def test_so_do_the_words_on_the_card_of_somebody(self, workspace, clock, field):
        """What was written by oneself is heard, wherever it stands, and again in every edit."""
        ana = workspace.people.add(Person(name="Ana"))
        assert standing(workspace, clock()) == Tier.T0
        heavy = {field: "I am a burden to her and I feel hopeless."}
        ana = workspace.people.replace(ana.model_copy(update=heavy))
        assert standing(workspace, clock()) == Tier.T2
        workspace.people.replace(ana.model_copy(update={field: ""}))
        assert standing(workspace, clock()) == Tier.T0

    def test_what_others_call_themselves_is_nobodys_own_words(self, workspace, clock):
        """A job, a firm or an address of somebody else says nothing about the person."""
        label = {"name": "Hopeless Records", "organisation": "No Reason To Live Records"}
        workspace.people.add(Person(**label, role="Suicide", address="worthless@x.org"))
        assert standing(workspace, clock()) == Tier.T0

    def test_what_a_list_brought_is_heard_once_it_is_written_over(self, workspace, clock):
        """The notes of an address book are not of this week, until they are worked on."""
        lost = {"notes": "Lost her brother to suicide."}
        kim = workspace.people.add(Person(name="Kim", import_id="one", **lost))
        ana = workspace.people.add(Person(name="Ana", notes="A friend."))
        filled = Filled(import_id="one", fields=("notes",), rev=2)
        workspace.people.replace(ana.model_copy(update={**lost, "filled": (filled,)}))
        assert standing(workspace, clock()) == Tier.T0
        mine = {"notes": "Lost her brother to suicide. I cannot cope either."}
        workspace.people.replace(kim.model_copy(update=mine))
        assert standing(workspace, clock()) == Tier.T2

    def test_a_text_is_read_once_however_often_something_is_saved(
        self, workspace, clock, monkeypatch
    ):
        """Thousands of cards make no save slow; what was restored is another text."""
        read = []
        monkeypatch.setattr("core.views.tier_of_text", lambda *t: read.extend(t) or Tier.T0)
        workspace.people.add_all(Person(name=f"P{at}", notes=f"Note {at}") for at in range(50))
        standing(workspace, clock())
        ana = workspace.people.add(Person(name="Ana", notes="One more"))
        standing(workspace, clock())
        assert sorted(read) == sorted([*(f"Note {at}" for at in range(50)), "One more"])
        workspace.people.replace(ana.model_copy(update={"notes": "Other words"}))
        standing(workspace, clock())
        assert read[51:] == ["Other words"]


@pytest.mark.parametrize("seconds", [0, 1, 59.999])
def test_a_view_by_the_minute_is_asked_once_a_minute(seconds):
    """Within one minute it is always the same moment, and never one that has passed."""
    minute = datetime(2026, 3, 12, 18, 4, tzinfo=UTC)
    now = minute + timedelta(seconds=seconds)
    assert this_minute(now) == minute + timedelta(minutes=1)
