"""Aims: what the last applications say about where a person aims, and when it is too early."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.applications import Application, Outcome
from core.content.loader import case_words
from core.insights.tries import Reached, Try
from core.reassess import Question, answers_to
from core.role_aims import Aim, aims, aims_of
from core.shares import Count

TODAY = date(2026, 3, 12)
WAITS = case_words().waits
tries = st.lists(
    st.builds(
        Try,
        reached=st.sampled_from(Reached),
        waits_at=st.sampled_from([None, *Reached]),
        must_haves=st.one_of(st.none(), st.integers(0, 100)),
    ),
    max_size=12,
)


def ended(number, **told):
    """Applications that came to a no, so many."""
    told = {"outcome": Outcome.NO, "sent_on": TODAY - timedelta(days=30)} | told
    return [Application(role=f"r{at}", **told) for at in range(number)]


def sent(*must_haves, talks=0):
    """Tries with so many must-haves each; the first few led to a talk."""
    reached = [Reached.TALK] * talks + [Reached.SENT] * (len(must_haves) - talks)
    return [Try(each, must_haves=met) for each, met in zip(reached, must_haves, strict=True)]


class TestHowMany:
    """The last twenty, and at least five."""

    @pytest.mark.parametrize(("number", "known"), [(0, False), (4, False), (5, True)])
    def test_below_five_it_is_too_early(self, number, known):
        """Five are enough."""
        assert bool(aims_of(ended(number), WAITS, TODAY)) is known

    def test_only_the_last_twenty_count(self):
        """What was sent long before tells of another search."""
        old = ended(30, must_haves=10, sent_on=TODAY - timedelta(days=400))
        found = aims_of([*ended(20, must_haves=90), *old], WAITS, TODAY)
        assert (found.applications, found.must_haves) == (20, 90)

    def test_what_is_too_recent_is_not_counted(self):
        """It may still come to a talk."""
        recent = [Application(role=f"r{at}", sent_on=TODAY) for at in range(6)]
        assert aims_of(recent, WAITS, TODAY).talks == Count(0, 0)


class TestWhatTheySay:
    """How close the roles were, and how many led to a talk."""

    def test_the_one_in_the_middle_counts(self):
        """Of 20, 40, 60, 80 and 90 it is 60."""
        found = aims(sent(90, 20, 60, 40, 80))
        assert (found.must_haves, found.talks) == (Fraction(60), Count(0, 5))

    def test_four_that_tell_it_are_too_few(self):
        """Then nothing is said about the aim either."""
        found = aims([*sent(90, 90, 90, 90), Try(Reached.SENT)])
        assert (found.told, found.must_haves, found.aim) == (4, None, Aim.MIXED)

    @pytest.mark.parametrize(
        ("must_haves", "talks", "aim"),
        [
            ((90, 90, 80, 80, 90), 1, Aim.CLOSE),
            ((90, 90, 80, 80, 90), 2, Aim.MIXED),
            ((90, 90, 80, 80, 20), 0, Aim.CLOSE),
            ((90, 90, 80, 79, 20), 0, Aim.MIXED),
            ((10, 20, 49, 90, 90), 0, Aim.FAR),
            ((10, 20, 50, 90, 90), 0, Aim.MIXED),
            ((10, 20, 49, 49, 10), 3, Aim.MIXED),
        ],
    )
    def test_close_or_far_that_seldom_leads_to_a_talk(self, must_haves, talks, aim):
        """One talk of five is few, two are not; four of five close ones are nearly all."""
        assert aims(sent(*must_haves, talks=talks)).aim is aim

    @settings(max_examples=50)
    @given(tries)
    def test_what_leads_to_talks_is_never_questioned(self, every):
        """More than one in five, and the record gives no reason to aim elsewhere."""
        found = aims(every)
        if 5 * found.talks.yes > found.talks.of:
            assert found.aim is Aim.MIXED
        assert 0 <= found.talks.yes <= found.talks.of <= len(every)


class TestTheAnswer:
    """On the question of the right roles."""

    def test_applications_alone_answer_it(self, workspace):
        """Five are enough."""
        for each in ended(5):
            workspace.applications.add(each)
        answer = answers_to(workspace, TODAY)[Question.ROLES]
        assert (answer.told, answer.run) == ((), None)
        assert answer.facts["aims"].talks == Count(0, 5)

    def test_four_do_not(self, workspace):
        """It is too early to tell."""
        for each in ended(4):
            workspace.applications.add(each)
        assert Question.ROLES not in answers_to(workspace, TODAY)
