"""Ways on: the board in its order, and what other records know (catalogue S0-16)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.applications import Application, Outcome, Requested
from core.cases import Stage, StageReached
from core.choices import Choice, ChoiceKind
from core.openings import Opening
from core.skills import Skill, SkillAction
from core.ways_on import closed_ways, known_ways, open_ways

TODAY = date(2026, 3, 12)
choices = st.lists(
    st.builds(
        Choice,
        what=st.sampled_from(["a", "b"]),
        by=st.one_of(st.none(), st.dates()),
        closed_on=st.one_of(st.none(), st.dates()),
    ),
    max_size=8,
)


def in_days(number):
    """The day in so many days."""
    return TODAY + timedelta(days=number)


class TestTheBoard:
    """What to act on first stands first."""

    def test_the_soonest_comes_first_then_what_has_no_day(self, workspace, clock):
        """A day that is over still asks; without a day the last one noted comes first."""
        for what, by in (("b", in_days(3)), ("x", None), ("a", in_days(-2)), ("y", None)):
            workspace.choices.add(Choice(what=what, by=by))
            clock.forward(hours=1)
        assert [each.what for each in open_ways(workspace.choices.all())] == ["a", "b", "y", "x"]

    def test_what_was_closed_stands_apart(self, workspace):
        """The one closed last first."""
        for what, on in (("a", TODAY), ("b", in_days(1)), ("c", None)):
            workspace.choices.add(Choice(what=what, closed_on=on))
        assert [each.what for each in closed_ways(workspace.choices.all())] == ["b", "a"]
        assert [each.what for each in open_ways(workspace.choices.all())] == ["c"]

    @given(choices)
    def test_each_is_either_open_or_closed(self, every):
        """None is lost and none is shown twice."""
        found = (*open_ways(every), *closed_ways(every))
        assert sorted(map(id, found)) == sorted(map(id, every))


class TestWhatAjarKnows:
    """Applications that run, openings, and what is to be learnt next."""

    def test_nothing_is_known_at_first(self, workspace):
        """The board begins with what the person says."""
        assert known_ways(workspace, TODAY) == ()

    def test_an_application_waits_for_its_answer(self, workspace):
        """Until the usual wait is over, two weeks after it was sent."""
        sent = StageReached(stage=Stage.APPLIED, on=in_days(-4))
        kept = workspace.applications.add(
            Application(role="Lead", employer="Acme", sent_on=in_days(-4), stages=(sent,))
        )
        [way] = known_ways(workspace, TODAY)
        assert (way.kind, way.id, way.what) == (ChoiceKind.APPLICATION, kept.id, "Lead, Acme")
        assert (way.next_move, way.by) == ("", in_days(10))

    def test_what_they_asked_for_comes_first(self, workspace):
        """The soonest that is not yet sent."""
        asked = (
            Requested(what="References", due=in_days(6)),
            Requested(what="Portfolio", due=in_days(1), sent_on=TODAY),
            Requested(what="Certificate", due=in_days(5)),
            Requested(what="Photo"),
        )
        workspace.applications.add(Application(role="Lead", sent_on=TODAY, requested=asked))
        [way] = known_ways(workspace, TODAY)
        assert (way.next_move, way.by) == ("Certificate", in_days(5))

    @pytest.mark.parametrize(
        "told",
        [
            {"outcome": Outcome.NO},
            {"archived_on": TODAY},
            {"sent_on": TODAY - timedelta(days=60)},
        ],
    )
    def test_what_is_over_is_no_way_on(self, workspace, told):
        """Ended, put away, or silent for longer than usual."""
        workspace.applications.add(Application(role="Lead", **{"sent_on": TODAY} | told))
        assert known_ways(workspace, TODAY) == ()

    def test_openings_bring_their_own_next_move(self, workspace):
        """One whose day is over does not."""
        workspace.openings.add(Opening(role="Cook", deadline=in_days(-1)))
        workspace.openings.add(Opening(role="Baker", next_move="Call Ines", deadline=in_days(2)))
        [way] = known_ways(workspace, TODAY)
        assert (way.kind, way.what, way.next_move) == (ChoiceKind.LEAD, "Baker", "Call Ines")
        assert way.by == in_days(2)

    def test_of_a_skill_the_next_action_counts(self, workspace):
        """The soonest that is not done; a skill without one is no way on."""
        actions = (
            SkillAction(text="Course", by=in_days(9)),
            SkillAction(text="Book", by=in_days(3), done_on=TODAY),
            SkillAction(text="Talk", by=in_days(4)),
        )
        workspace.skills.add(Skill(name="Excel", actions=actions))
        workspace.skills.add(Skill(name="SQL", actions=(SkillAction(text="", by=TODAY),)))
        [way] = known_ways(workspace, TODAY)
        assert (way.kind, way.what, way.next_move) == (ChoiceKind.LEARN, "Excel", "Talk")

    def test_three_of_each_are_enough(self, workspace):
        """Applications, then openings, then what is learnt."""
        for number in range(5):
            workspace.applications.add(Application(role=f"a{number}", sent_on=TODAY))
            workspace.openings.add(Opening(role=f"o{number}"))
            action = SkillAction(text="Course")
            workspace.skills.add(Skill(name=f"s{number}", actions=(action,)))
        kinds = [each.kind for each in known_ways(workspace, TODAY)]
        order = (ChoiceKind.APPLICATION, ChoiceKind.LEAD, ChoiceKind.LEARN)
        assert kinds == [kind for kind in order for _ in range(3)]
