"""Steady: what was practised, told without counting days in a row (catalogue S1-14, S1-18)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.content.steady import steady_words
from core.letters.kinds import Kind
from core.letters.letter import Letter
from core.people import Help, Person
from core.steady import (
    Change,
    Practice,
    awaiting_mood,
    feeling_change,
    help_gaps,
    mood_change,
    near_people,
    people_for,
    practised,
    week_done,
)
from core.steps import Step
from core.thoughts import Shift, thought_shift
from core.worksheets.run import WorksheetRun
from core.writing import Way, Writing

TODAY = date(2026, 3, 12)
days = st.integers(-3, 20).map(lambda ago: TODAY - timedelta(days=ago))
steps = st.builds(Step, text=st.just("walk"), done_on=st.one_of(st.none(), days))


def run(worksheet, finished_on=TODAY):
    """A run of a worksheet that was begun in February."""
    return WorksheetRun(worksheet=worksheet, happened_on=date(2026, 2, 1), finished_on=finished_on)


class TestWhatWasPractised:
    """A log with days and nothing else."""

    def test_everything_is_in_it_the_latest_day_first(self):
        """Actions with their text; worksheets on the day on which they were finished."""
        yesterday = TODAY - timedelta(days=1)
        log = practised(
            [Step(text="walk", done_on=yesterday)],
            [run("thought_check"), run("wider_view", date(2026, 1, 1))],
            [Writing(happened_on=date(2026, 2, 2), way=Way.DIARY)],
        )
        assert [(each.practice, each.on, each.text) for each in log] == [
            (Practice.THOUGHT_CHECK, TODAY, ""),
            (Practice.SMALL_ACTION, yesterday, "walk"),
            (Practice.WRITING, date(2026, 2, 2), ""),
            (Practice.WIDER_VIEW, date(2026, 1, 1), ""),
        ]

    def test_what_was_left_open_or_let_go_is_not_in_it(self):
        """Nothing unfinished is held up to anybody."""
        open_, let_go = Step(text="a"), Step(text="b", let_go_on=TODAY)
        assert not practised([open_, let_go], [run("thought_check", None)], [])

    def test_other_worksheets_are_not_counted_here(self):
        """Steady tells of its own practices only."""
        assert not practised([], [run("values_fit")], [])

    @pytest.mark.parametrize("practice", Practice)
    def test_each_has_a_name(self, practice):
        """In the words of the screen."""
        assert steady_words().practice[practice]


class TestTheWeek:
    """What was done in seven days, by day."""

    def test_today_and_six_days_before(self):
        """The seventh day before is last week."""
        done = [Step(text=str(ago), done_on=TODAY - timedelta(days=ago)) for ago in (7, 6, 0)]
        week = week_done(done, TODAY)
        assert [[each.text for each in steps] for steps in week.values()] == [["0"], ["6"]]

    @given(st.lists(steps))
    def test_no_day_is_empty_and_the_latest_is_first(self, told):
        """A day without a step does not stand there as a gap."""
        week = week_done(told, TODAY)
        assert list(week) == sorted(week, reverse=True)
        assert all(week.values())
        for day, done in week.items():
            assert 0 <= (TODAY - day).days < 7
            assert {each.done_on for each in done} == {day}


class TestChange:
    """Told in words, from two on, and never as a mark."""

    def test_only_what_has_both_moods_counts(self):
        """One that was skipped says nothing."""
        told = [
            Step(text="a", mood_before=3, mood_after=5),
            Step(text="b", mood_before=3, mood_after=3),
            Step(text="c", mood_before=3),
            Step(text="d", mood_after=9),
            Writing(happened_on=TODAY, way=Way.DIARY, mood_before=0, mood_after=1),
        ]
        assert mood_change(told) == Change(better=2, of=3)

    def test_a_feeling_weighed_less(self):
        """Only where it was told before and after; the belief alone says nothing of it."""
        shifts = [Shift(strength=1), Shift(strength=0), Shift(strength=-2), Shift(belief=5)]
        assert feeling_change(shifts) == Change(better=1, of=3)

    def test_more_calm_is_no_heavier(self):
        """A feeling that is no strain is better where it grew."""
        calmer = thought_shift((None, None), {"calm": 2}, {"calm": 9})
        still = thought_shift((None, None), {"calm": 5}, {"calm": 5})
        assert feeling_change([calmer, still]) == Change(better=1, of=2)

    @pytest.mark.parametrize(("many", "told"), [(0, False), (1, False), (2, True)])
    def test_one_telling_says_nothing_yet(self, many, told):
        """It begins with two."""
        assert Change(0, many).can_be_told is told

    @given(st.lists(st.tuples(*[st.one_of(st.none(), st.integers(0, 10))] * 2)))
    def test_never_more_than_there_were(self, moods):
        """Whatever was told."""
        told = [Step(text="a", mood_before=was, mood_after=is_) for was, is_ in moods]
        change = mood_change(told)
        assert 0 <= change.better <= change.of <= len(told)


class TestAskingAfterwards:
    """How is it now: asked once, on the day itself."""

    @pytest.mark.parametrize(
        ("change", "asked"),
        [
            ({}, True),
            ({"mood_before": 0}, True),
            ({"mood_after": 0}, False),
            ({"mood_before": None}, False),
            ({"done_on": TODAY - timedelta(days=1)}, False),
            ({"done_on": None}, False),
        ],
    )
    def test_only_where_it_was_told_before(self, change, asked):
        """A mood of 0 was told too."""
        step = Step(text="walk", done_on=TODAY, mood_before=4).model_copy(update=change)
        assert bool(awaiting_mood([step], TODAY)) is asked


class TestPeople:
    """Who can be asked for what."""

    ANN = Person(name="Ann", helps=(Help.LISTEN, Help.DISTRACT))
    BEN = Person(name="Ben", helps=(Help.LISTEN,))

    def test_by_kind_of_help(self):
        """In the order in which they were named."""
        assert people_for([self.ANN, self.BEN], Help.LISTEN) == (self.ANN, self.BEN)
        assert people_for([self.ANN, self.BEN], Help.ADVISE) == ()

    def test_who_is_only_there_for_a_case_is_not_near(self):
        """Neither its contact nor its referrer, nor who gets a letter; a friend of old is."""
        every = [Person(id=each, name=each) for each in ("boss", "link", "lead", "friend")]
        case = Case(
            direction=Direction.SILENCE, happened_on=TODAY, contact_id="boss", referrer_id="link"
        )
        letter = Letter(kind=Kind.STATUS_CHECK, to_id="lead")
        assert [each.name for each in near_people(every, [case], [letter])] == ["friend"]

    @pytest.mark.parametrize("good_for", [{"helps": (Help.ADVISE,)}, {"knows": ("SQL",)}])
    def test_a_contact_who_is_good_for_something_is_near(self, good_for):
        """They were named for more than the case."""
        boss = Person(id="boss", name="Bo", **good_for)
        case = Case(direction=Direction.SILENCE, happened_on=TODAY, contact_id="boss")
        assert near_people([boss], [case], []) == (boss,)

    def test_who_is_good_for_something_comes_first(self):
        """The others follow; who has no name is nobody."""
        plain = Person(id="p", name="Pat")
        nobody = Person(id="n", name="", helps=tuple(Help))
        assert near_people([plain, nobody, self.ANN], [], []) == (self.ANN, plain)

    def test_gaps(self):
        """All four at first; somebody without a name fills none."""
        assert help_gaps([]) == tuple(Help)
        assert help_gaps([self.ANN]) == (Help.ADVISE, Help.INTRODUCE)
        assert help_gaps([Person(name="", helps=tuple(Help))]) == tuple(Help)

    @pytest.mark.parametrize("help_", Help)
    def test_each_kind_has_a_message_and_a_prompt(self, help_):
        """The prompt is a question; the message asks for something that can be declined."""
        say = steady_words().helps[help_]
        assert "?" in say.gap
        assert "?" in say.message
