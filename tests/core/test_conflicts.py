"""Two windows changed one record: nothing that was typed is lost unseen."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.cases import Case, Direction, Door, Stage, StageReached
from core.check_ins import CheckIn, Felt
from core.conflicts import both, differences, rebased
from core.steps import Step

DAY = date(2026, 3, 12)

words = st.text("abc 1", max_size=20).map(str.strip)
ids = st.lists(st.sampled_from(["pay", "hours", "people"]), unique=True, max_size=3).map(tuple)
cases = st.builds(
    Case,
    direction=st.sampled_from(Direction),
    happened_on=st.dates(),
    employer=words,
    role=words,
    story=words,
    reason_words=words,
    protected=words,
    pulls=ids,
    reasons_given=ids,
    stages=st.lists(st.builds(StageReached, stage=st.sampled_from(Stage)), max_size=2).map(tuple),
    rev=st.integers(1, 9),
)
TEXTS = ("employer", "role", "story", "reason_words", "protected")
LISTS = ("pulls", "reasons_given", "stages")


def told(**facts):
    """A case."""
    return Case(**{"direction": Direction.SILENCE, "happened_on": DAY} | facts)


def felt(*words_, **facts):
    """A check-in with these feelings."""
    feelings = tuple(Felt(word=each, strength=5) for each in words_)
    return CheckIn(feelings=feelings, happened_on=DAY, **facts)


@settings(max_examples=150, deadline=None)
@given(cases, cases)
def test_keeping_both_loses_no_words(mine, theirs):
    """Every text and every choice of either version is in the one that is kept."""
    kept = both(mine, theirs)
    for name in TEXTS:
        for version in (mine, theirs):
            assert getattr(version, name) in getattr(kept, name)
    for name in LISTS:
        assert set(getattr(kept, name)) == {*getattr(mine, name), *getattr(theirs, name)}


@settings(max_examples=100, deadline=None)
@given(cases, cases)
def test_what_is_kept_can_be_saved(mine, theirs):
    """The joined version is of the right shape, and stands on theirs."""
    kept = both(mine, theirs)
    assert Case.model_validate(kept.model_dump(mode="json")) == kept
    assert kept.rev == theirs.rev


@given(cases)
def test_two_versions_alike_are_one(case):
    """Where nothing differs, nothing is doubled."""
    assert differences(case, case) == ()
    assert both(case, case) == case


def test_lines_stand_side_by_side_and_texts_one_after_the_other():
    """A line stays a line, and paragraphs stay paragraphs; theirs comes first."""
    mine, theirs = told(employer="Acme", story="Mine."), told(employer="ACME", story="Theirs.")
    kept = both(mine, theirs)
    assert kept.employer == "ACME / Acme"
    assert kept.story == "Theirs.\n\nMine."


@pytest.mark.parametrize(("mine", "theirs"), [("", "Acme"), ("Acme", "")])
def test_an_empty_answer_gives_way(mine, theirs):
    """Whoever typed something is heard, without a stray mark beside it."""
    assert both(told(employer=mine), told(employer=theirs)).employer == "Acme"


def test_where_only_one_can_stand_mine_does():
    """A day, a direction, a door and an id cannot be joined: my version was chosen last."""
    mine = told(direction=Direction.WITHDREW, door=Door.AJAR, told_by="email", referrer_id="a")
    theirs = told(door=Door.OPEN, told_by="phone", referrer_id="b", deadline=DAY)
    kept = both(mine, theirs)
    assert kept == theirs.model_copy(
        update={"direction": Direction.WITHDREW, "door": Door.AJAR}
        | {"told_by": "email"}
        | {"referrer_id": "a"}
    )
    assert kept.deadline == DAY


@pytest.mark.parametrize(("length", "joined"), [(98, True), (99, False)])
def test_lines_are_joined_only_as_far_as_they_may_be_long(length, joined):
    """Two lines that fit into 200 characters are joined; longer ones could not be saved."""
    mine, theirs = told(employer="m" * 99), told(employer="t" * length)
    assert ("t" in both(mine, theirs).employer) is joined
    assert "m" * 99 in both(mine, theirs).employer


def test_feelings_are_joined_up_to_three_mine_first():
    """A check-in holds three words: all of mine stay, and as many of theirs as there is room."""
    kept = both(felt("sad", "flat"), felt("angry", "sad", "torn"))
    assert [each.word for each in kept.feelings] == ["sad", "flat", "angry"]


def test_numbers_are_not_added_up():
    """A mood of nothing at all is an answer, and stands."""
    assert both(felt("sad", mood=0), felt("sad", mood=7)).mood == 0
    assert both(felt("sad"), felt("sad", mood=7)).mood == 7


def test_the_stamps_are_no_difference():
    """Only what a person can see is told as changed."""
    one = Step(text="call", id="1", rev=1)
    assert differences(one, one.model_copy(update={"rev": 4, "text": "write"})) == ("text",)


def test_my_version_is_ready_to_be_saved_over_theirs():
    """Choosing mine changes no word of it."""
    mine, theirs = told(employer="mine", rev=1), told(employer="theirs", rev=4)
    assert rebased(mine, theirs) == mine.model_copy(update={"rev": 4})
