"""Setbacks: which knock weighs most, which knock a new no is, and the plan that comes back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction, Stage
from core.setbacks import TOP, Knock, KnockPlan, is_news, knocks_met, weightiest
from core.worksheets.comeback import bring_back, comeback, put_away
from core.worksheets.desk import begin, finish, write
from core.worksheets.shelf import worksheet_in
from core.workspace import Workspace
from tests.clock import Clock

MARCH = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
SHEET = worksheet_in("setback.toml")
PLANNED = {
    "knocks": ["silence", "final_no"],
    "helped": "Walking with Mara.",
    "plans.silence.action": "Close the laptop",
    "plans.final_no.feeling": "Heavy",
    "plans.final_no.balanced": "They met me four times.",
    "plans.final_no.action": "Walk to the river",
    "plans.final_no.person": "Mara",
    "plan.cue": "it is nine",
    "plan.action": "open one advert",
}
scores = st.none() | st.integers(0, 10)
plans = st.builds(KnockPlan, st.text(min_size=1, max_size=3), scores, scores)


@pytest.fixture
def clock():
    """A clock that can be moved on."""
    return Clock(MARCH)


@pytest.fixture
def workspace(clock):
    """An empty workspace."""
    return Workspace.in_memory(clock)


def planned(workspace, raw=None):
    """A rehearsal that was walked through today."""
    today = workspace.now().date()
    run = begin(workspace, SHEET, None, today, PLANNED if raw is None else raw)
    return finish(workspace, run.id, today)


def knock(workspace, direction=Direction.THEY_SAID_NO, stage=Stage.FINAL, days_ago=0, **facts):
    """A no that is logged now."""
    on = workspace.now().date() - timedelta(days=days_ago)
    stages = ({"stage": stage},) if stage else ()
    return workspace.cases.add(Case(direction=direction, happened_on=on, stages=stages, **facts))


class TestWhatWeighsMost:
    """Likely times hard, the heaviest first."""

    def test_likely_times_hard(self):
        """Neither alone decides; what was not rated comes last."""
        likely, hard = KnockPlan("likely", 10, 2), KnockPlan("hard", 3, 10)
        unknown = KnockPlan("unknown", 10, None)
        assert weightiest([unknown, likely, hard]) == (hard, likely, unknown)

    def test_never_is_still_known(self):
        """A knock that weighs nothing comes before one that nobody rated."""
        assert [e.name for e in weightiest([KnockPlan("a"), KnockPlan("b", 0, 0)])] == ["b", "a"]

    def test_ties_stay_in_their_order(self):
        """As the person named them."""
        named = [KnockPlan(each, 5, 5) for each in "abcd"]
        assert [each.name for each in weightiest(named)] == ["a", "b", "c"]

    @given(st.lists(plans, max_size=8))
    def test_nothing_left_out_weighs_more(self, every):
        """Three at most, all of them named, and none of the others heavier."""
        top = weightiest(every)
        assert len(top) == min(TOP, len(every))
        left = [each.weight or 0 for each in every if each not in top]
        assert all((each.weight or 0) >= weight for each in top for weight in left)

    @pytest.mark.parametrize(
        ("action", "person", "covered"),
        [("", "", False), ("Walk", "", False), ("", "Mara", False), ("Walk", "Mara", True)],
    )
    def test_covered_is_an_action_and_a_person(self, action, person, covered):
        """One of them is not enough."""
        assert KnockPlan("a", action=action, person=person).is_covered is covered


class TestWhichKnockItIs:
    """A case tells by its direction and how far it got."""

    @pytest.mark.parametrize(
        ("direction", "stage", "first"),
        [
            (Direction.SILENCE, None, Knock.SILENCE),
            (Direction.SILENCE, Stage.FINAL, Knock.SILENCE),
            (Direction.CANCELLED, Stage.OFFER, Knock.OFFER_PULLED),
            (Direction.THEY_SAID_NO, Stage.APPLIED, Knock.QUICK_NO),
            (Direction.THEY_SAID_NO, Stage.SCREENED, Knock.QUICK_NO),
            (Direction.THEY_SAID_NO, Stage.LATER_INTERVIEW, Knock.FINAL_NO),
            (Direction.THEY_SAID_NO, Stage.FINAL, Knock.FINAL_NO),
            (Direction.THEY_SAID_NO, Stage.OFFER, Knock.OFFER_PULLED),
            (Direction.THEY_SAID_NO, Stage.ACCEPTED, Knock.LOSE_JOB),
        ],
    )
    def test_by_direction_and_stage(self, direction, stage, first):
        """Silence, a quick no, a late no, an offer taken back, a job that ends."""
        stages = ({"stage": stage},) if stage else ()
        case = Case(direction=direction, happened_on=MARCH.date(), stages=stages)
        assert knocks_met(case)[0] is first

    @pytest.mark.parametrize("stage", [None, *Stage])
    @pytest.mark.parametrize("direction", Direction)
    def test_every_case_has_its_knocks(self, direction, stage):
        """A no of one's own is no knock; any other is one, whatever is known of it."""
        own = {Direction.I_SAID_NO, Direction.SECOND_THOUGHTS, Direction.WITHDREW}
        stages = ({"stage": stage},) if stage else ()
        case = Case(direction=direction, happened_on=MARCH.date(), stages=stages)
        assert bool(knocks_met(case)) is (direction not in own)

    def test_the_worksheet_asks_for_these_knocks(self):
        """An id of the one is an id of the other."""
        assert set(SHEET.fields["knocks"].choices) == set(Knock)

    @pytest.mark.parametrize(("days", "news"), [(0, True), (14, True), (15, False)])
    def test_two_weeks_after_it_was_logged_it_is_no_news(self, days, news):
        """The plan does not stay for ever."""
        case = Case(direction=Direction.SILENCE, happened_on=date(2026, 3, 1), created_at=MARCH)
        assert is_news(case, MARCH + timedelta(days=days)) is news

    @pytest.mark.parametrize(
        ("direction", "days_ago", "news"),
        [
            (Direction.THEY_SAID_NO, 29, True),
            (Direction.THEY_SAID_NO, 30, False),
            (Direction.SILENCE, 60, True),
        ],
    )
    def test_an_old_no_told_today_is_no_new_knock(self, direction, days_ago, news):
        """Silence begins with the last word, so it may be older."""
        on = MARCH.date() - timedelta(days=days_ago)
        case = Case(direction=direction, happened_on=on, created_at=MARCH)
        assert is_news(case, MARCH) is news


class TestThePlanThatComesBack:
    """A rehearsed plan is there on the day of the knock, without being looked for."""

    def test_it_is_the_plan_for_this_very_knock(self, workspace, clock):
        """With what helped last time and the plan for the month."""
        planned(workspace)
        clock.forward(days=9)
        case = knock(workspace)
        plan = comeback(workspace, clock())
        assert (plan.case, plan.planned_on) == (case, MARCH.date())
        assert plan.knock == "A final-round no"
        assert (plan.feeling, plan.balanced) == ("Heavy", "They met me four times.")
        assert (plan.action, plan.person) == ("Walk to the river", "Mara")
        assert (plan.helped, plan.cue, plan.then) == (
            *("Walking with Mara.", "it is nine", "open one advert"),
        )

    def test_without_a_plan_for_it_the_rest_comes_back(self, workspace, clock):
        """What helped last time helps after any knock."""
        planned(workspace)
        clock.forward(days=1)
        knock(workspace, Direction.CANCELLED)
        plan = comeback(workspace, clock())
        assert (plan.knock, plan.action, plan.helped) == ("", "", "Walking with Mara.")

    def test_midway_the_closest_plan_counts(self, workspace, clock):
        """A no after a first talk is nearer to a late no than to silence."""
        planned(workspace)
        clock.forward(days=1)
        knock(workspace, stage=Stage.FIRST_TALK)
        assert comeback(workspace, clock()).knock == "A final-round no"

    @pytest.mark.parametrize(
        "direction", [Direction.I_SAID_NO, Direction.SECOND_THOUGHTS, Direction.WITHDREW]
    )
    def test_a_no_of_ones_own_is_no_knock(self, workspace, clock, direction):
        """Nothing comes back."""
        planned(workspace)
        clock.forward(days=1)
        knock(workspace, direction)
        assert comeback(workspace, clock()) is None

    def test_a_knock_from_before_the_plan_brings_nothing(self, workspace, clock):
        """A plan is for what comes next."""
        knock(workspace)
        clock.forward(days=1)
        planned(workspace)
        assert comeback(workspace, clock()) is None

    def test_a_rehearsal_that_is_half_done_brings_nothing(self, workspace, clock):
        """Only one that was walked through."""
        begin(workspace, SHEET, None, clock().date(), PLANNED)
        clock.forward(days=1)
        knock(workspace)
        assert comeback(workspace, clock()) is None

    @pytest.mark.parametrize("raw", [{}, {"knocks": ["final_no"], "plans.final_no.feeling": "Low"}])
    def test_an_empty_plan_does_not_come_back(self, workspace, clock, raw):
        """All skipped, or nothing in it that could help."""
        planned(workspace, raw)
        clock.forward(days=1)
        knock(workspace)
        assert comeback(workspace, clock()) is None

    def test_the_latest_plan_for_it_counts(self, workspace, clock):
        """An older plan for this very knock comes before a newer one for another."""
        planned(workspace)
        clock.forward(days=1)
        planned(workspace, {"knocks": ["silence"], "plans.silence.action": "Bake bread"})
        clock.forward(days=1)
        final, quiet = knock(workspace), knock(workspace, Direction.SILENCE)
        assert comeback(workspace, clock(), final.id).action == "Walk to the river"
        assert comeback(workspace, clock(), quiet.id).action == "Bake bread"

    def test_what_was_changed_in_the_plan_counts(self, workspace, clock):
        """It is read where it was written."""
        run = planned(workspace)
        write(workspace, run.id, run.answers, {"plans.final_no.person": "Tom"})
        clock.forward(days=1)
        knock(workspace)
        assert comeback(workspace, clock()).person == "Tom"

    def test_the_knock_logged_last_comes_first(self, workspace, clock):
        """One plan at a time."""
        planned(workspace)
        clock.forward(days=1)
        knock(workspace)
        clock.forward(days=1)
        second = knock(workspace, Direction.SILENCE)
        assert comeback(workspace, clock()).case.id == second.id

    def test_once_seen_it_stays_away_for_this_case(self, workspace, clock):
        """And comes back with the next knock; putting it away can be undone."""
        planned(workspace)
        clock.forward(days=1)
        knock(workspace)
        plan = comeback(workspace, clock())
        put_away(workspace, plan)
        put_away(workspace, plan)
        assert comeback(workspace, clock()) is None
        bring_back(workspace, plan)
        assert comeback(workspace, clock()) == plan
        put_away(workspace, plan)
        knock(workspace, employer="Another")
        assert comeback(workspace, clock()).case.employer == "Another"

    def test_after_two_weeks_or_at_rest_it_goes(self, workspace, clock):
        """Whoever has put the case to rest is not reminded of it."""
        planned(workspace)
        clock.forward(days=1)
        case = knock(workspace)
        clock.forward(days=15)
        assert comeback(workspace, clock()) is None
        knock(workspace, rested_at=clock())
        assert comeback(workspace, clock(), case.id) is None
