"""Wins: kept for a low day, and never pushed on any other."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.cases import Case, Direction
from core.check_ins import CheckIn, Felt
from core.content.slots import fill
from core.content.steady import steady_words
from core.letters.kinds import Kind
from core.wins import (
    Win,
    is_low_day,
    low_day_wins,
    newest_first,
    offers_without_win,
    wins_for_letter,
)

NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TODAY = NOW.date()


def win(name, minutes=0):
    """A win that was noted some minutes after noon."""
    at = datetime(2026, 3, 1, 12, 0, tzinfo=UTC) + timedelta(minutes=minutes)
    return Win(id=name, what=name, created_at=at)


def mood(number, hours_ago=1, day=TODAY):
    """A check-in with a mood alone."""
    return CheckIn(happened_on=day, mood=number, created_at=NOW - timedelta(hours=hours_ago))


def felt(strength, family="sad", case_id=""):
    """A check-in with one feeling."""
    feelings = (Felt(word="heavy", family=family, strength=strength),)
    return CheckIn(happened_on=TODAY, feelings=feelings, case_id=case_id, created_at=NOW)


class TestALowDay:
    """Mood 3 or lower today, or a feeling of 7 or more."""

    @pytest.mark.parametrize(("number", "low"), [(0, True), (3, True), (4, False), (10, False)])
    def test_by_mood(self, number, low):
        """From 0 to 3."""
        assert is_low_day([mood(number)], NOW) is low

    @pytest.mark.parametrize(("strength", "low"), [(6, False), (7, True), (10, True)])
    def test_by_strain(self, strength, low):
        """From 7 on."""
        assert is_low_day([felt(strength)], NOW) is low

    def test_what_is_steadier_is_no_strain(self):
        """Proud 10 is no low day."""
        assert not is_low_day([felt(10, family="steadier")], NOW)

    def test_the_latest_mood_of_the_day_counts(self):
        """A morning that was low and got better, and the other way round."""
        assert not is_low_day([mood(2, hours_ago=8), mood(6, hours_ago=1)], NOW)
        assert is_low_day([mood(2, hours_ago=1), mood(6, hours_ago=8)], NOW)

    def test_a_check_in_without_a_mood_hides_none(self):
        """The latest mood told today still counts."""
        assert is_low_day([mood(2, hours_ago=2), felt(1)], NOW)

    def test_yesterday_is_over(self):
        """A low mood of yesterday says nothing about today."""
        assert not is_low_day([mood(1, hours_ago=20, day=TODAY - timedelta(days=1))], NOW)

    def test_without_a_check_in_it_is_no_low_day(self):
        """Ajar does not guess."""
        assert not is_low_day([], NOW)

    def test_the_strain_of_the_case_counts(self):
        """What weighs for the case in hand makes the day low, another case does not."""
        assert is_low_day([felt(8, case_id="acme")], NOW, "acme")
        assert not is_low_day([felt(8, case_id="acme")], NOW, "other")


class TestShownUnasked:
    """Two at most, only on a low day."""

    def test_never_on_another_day(self):
        """A good day needs no reminder."""
        assert low_day_wins([win("a")], [mood(6)], NOW) == ()

    def test_nothing_kept_shows_nothing(self):
        """No empty card on a low day."""
        assert low_day_wins([], [mood(1)], NOW) == ()

    def test_one_is_shown_once(self):
        """Going round never repeats it."""
        assert low_day_wins([win("a")], [mood(1)], NOW) == (win("a"),)

    @given(st.integers(1, 9), st.integers(0, 400))
    def test_two_at_most_and_no_win_twice(self, many, days):
        """Whatever the day."""
        now = NOW + timedelta(days=days)
        told = [CheckIn(happened_on=now.date(), mood=1, created_at=now)]
        wins = [win(str(each), each) for each in range(many)]
        shown = low_day_wins(wins, told, now)
        assert len(shown) == min(2, many)
        assert len({each.id for each in shown}) == len(shown)

    @given(st.integers(1, 9))
    def test_every_win_has_its_days(self, many):
        """Over as many days as there are wins, each comes up."""
        wins = [win(str(each), each) for each in range(many)]
        seen = set()
        for days in range(many):
            now = NOW + timedelta(days=days)
            told = [CheckIn(happened_on=now.date(), mood=1, created_at=now)]
            seen |= {each.id for each in low_day_wins(wins, told, now)}
        assert len(seen) == many

    def test_the_newest_is_first_in_the_list(self):
        """By when it was noted; without a moment it is the oldest."""
        kept = [win("a", 1), win("b", 2), Win(id="c", what="c")]
        assert [each.id for each in newest_first(kept)] == ["b", "a", "c"]


class TestInLetters:
    """S1-16: at hand where the person writes about their work."""

    def test_a_letter_that_asks_for_something_may_borrow_from_them(self):
        """The one noted last first."""
        kept = [win("a", 1), win("b", 2)]
        assert [each.id for each in wins_for_letter(kept, Kind.REAPPLY)] == ["b", "a"]

    @pytest.mark.parametrize("kind", [Kind.DECLINE, Kind.THANKS_AFTER_NO, Kind.WITHDRAW_ACCEPTANCE])
    def test_a_no_or_a_thank_you_needs_none(self, kind):
        """Nobody boasts there by accident."""
        assert wins_for_letter([win("a")], kind) == ()


class TestAnOffer:
    """S3-38: being picked from many says something good."""

    def test_a_declined_offer_is_a_win_to_be_noted(self):
        """Whether the person doubts it now or not, the latest first."""
        cases = [
            Case(id="a", direction=Direction.I_SAID_NO, happened_on=date(2026, 1, 1)),
            Case(id="b", direction=Direction.SECOND_THOUGHTS, happened_on=date(2026, 2, 1)),
        ]
        assert [each.id for each in offers_without_win(cases, [])] == ["b", "a"]

    @pytest.mark.parametrize(
        "direction",
        [Direction.THEY_SAID_NO, Direction.SILENCE, Direction.CANCELLED, Direction.WITHDREW],
    )
    def test_without_an_offer_nothing_is_claimed(self, direction):
        """Nobody is told that they were chosen who was not."""
        assert not offers_without_win([Case(direction=direction, happened_on=TODAY)], [])

    def test_it_is_offered_once(self):
        """A win that tells of the case is enough."""
        case = Case(id="a", direction=Direction.I_SAID_NO, happened_on=TODAY)
        assert not offers_without_win([case], [Win(what="They chose me", case_id="a")])

    def test_its_words_need_no_name(self):
        """Nothing but the direction is asked of a case."""
        say = steady_words().offer
        assert fill(say.what)
        assert fill(say.proof)
        assert "Acme" in fill(say.what_at, employer="Acme")
        assert "editor" in fill(say.proof_as, role="editor")


def test_a_win_is_kept_changed_and_brought_back(workspace):
    """As every record is."""
    kept = workspace.wins.add(Win(what="I shipped it", proof="the release", on=date(2025, 6, 1)))
    changed = workspace.wins.replace(kept.model_copy(update={"who_saw": "Ann"}))
    deleted = workspace.delete(changed)
    assert workspace.wins.all() == ()
    workspace.put_back(deleted)
    assert workspace.wins.all() == (changed,)
    assert set(changed.own_words) == {"I shipped it", "the release", "Ann"}
