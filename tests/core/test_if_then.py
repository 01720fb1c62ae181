"""If-then plans: a cue that can be noticed, and one action (evidence 7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.if_then import if_then_words
from core.if_then import Hint, if_then_hints

ACTION = "open the letter"
CUE = "after breakfast"


class TestTheCue:
    """A time, a place, a feeling, or something that happens."""

    @pytest.mark.parametrize(
        "cue",
        [
            *("it is 8", "on Monday morning", "After lunch", "I sit at my desk", "I feel low"),
            *("I am panicky", "the phone rings", "another no comes", "I'm on the bus home"),
            *("I wake at night and think of it", "I feel not good enough", "MY CHEST IS TIGHT"),
            "later, after dinner",
        ],
    )
    def test_what_can_be_noticed_gets_no_hint(self, cue):
        """Whichever way it is said."""
        assert if_then_hints(cue, ACTION) == ()

    @pytest.mark.parametrize(
        "cue",
        [
            *("soon", "when I have time", "Sometime", "later", "whenever", "things get hard"),
            *("I feel like it", "WHEN  I CAN", "at some point", "one day", "I\u2019m ready"),
        ],
    )
    def test_what_could_be_any_moment_gets_a_hint(self, cue):
        """One, and gently."""
        assert if_then_hints(cue, ACTION) == (Hint.VAGUE_CUE,)

    def test_an_empty_cue_is_asked_for(self):
        """Blanks are nothing."""
        assert if_then_hints("  ", ACTION) == (Hint.NO_CUE,)


class TestTheAction:
    """One verb."""

    @pytest.mark.parametrize(
        "action",
        [
            *("walk round the block", "stretch my neck, back and hips", "drink tea and water"),
            *("call Ann and Ben", "write the first and second line", "do yoga; 10 minutes"),
            "stand up",
        ],
    )
    def test_one_thing_is_fine(self, action):
        """Also with several things that it is done to."""
        assert if_then_hints(CUE, action) == ()

    @pytest.mark.parametrize(
        "action",
        [
            *("get up and then go for a walk", "call Ann, then write to Ben", "rest; read a page"),
            *("open the mail and answer it", "Walk. Call Ann.", "wash up, and I will sleep"),
        ],
    )
    def test_two_things_get_a_hint(self, action):
        """One is enough."""
        assert if_then_hints(CUE, action) == (Hint.TWO_ACTIONS,)

    def test_an_empty_action_is_asked_for(self):
        """Blanks are nothing."""
        assert if_then_hints(CUE, " ") == (Hint.NO_ACTION,)


class TestAnyPlan:
    """Whatever was typed."""

    def test_nothing_begun_gets_no_hints(self):
        """Nobody is told what an empty page lacks."""
        assert if_then_hints("", " ") == ()

    @given(st.text(max_size=80), st.text(max_size=80))
    def test_at_most_one_hint_for_each_side(self, cue, action):
        """And never the same twice."""
        hints = if_then_hints(cue, action)
        assert len({Hint.NO_CUE, Hint.VAGUE_CUE} & set(hints)) <= 1
        assert len({Hint.NO_ACTION, Hint.TWO_ACTIONS} & set(hints)) <= 1
        assert len(hints) == len(set(hints))

    @given(st.text(max_size=80), st.sampled_from(if_then_words().cue.times))
    def test_a_named_time_is_always_enough(self, before, moment):
        """Whatever else stands around it."""
        assert Hint.VAGUE_CUE not in if_then_hints(f"{before} ,{moment}", ACTION)

    def test_every_hint_has_words(self):
        """And no words are left over."""
        assert set(if_then_words().hints) == set(Hint)
