"""The odds: the checked figures of the evidence, hand-worked examples, and what must hold."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.check_ins import CheckIn, Felt
from core.odds import TARGETS, Guess, Odds, Record, in_100, mean_in_100, too_heavy

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 3, 12, 9, tzinfo=UTC)
RECORDS = st.integers(0, 200).flatmap(
    lambda sent: st.integers(0, sent).flatmap(
        lambda talks: st.integers(0, talks).map(lambda offers: Record(sent, talks, offers))
    )
)
FORTY, TWELVE = Odds(Record(40, 3)), Odds(Record(12, 0))


class TestCheckedFigures:
    """Evidence 15, figure by figure."""

    def test_forty_sent_and_three_talks(self):
        """About 8 of 100, plausibly 4 to 13."""
        assert mean_in_100(FORTY.talks.mean) == 8
        assert [in_100(each) for each in FORTY.talks.range] == [4, 13]

    def test_twenty_more_after_forty(self):
        """A talk in 75 of 100; as if the share were certain it would claim 81."""
        assert in_100(FORTY.a_talk_within(20)) == 75
        assert in_100(FORTY.if_fixed(20)) == 81

    def test_how_many_more_after_forty(self):
        """9, 24 and 37 for 50, 80 and 90 of 100."""
        assert [FORTY.more_for(each) for each in TARGETS] == [9, 24, 37]

    def test_twelve_sent_and_none(self):
        """About 4.5 of 100, plausibly 0.5 to 10."""
        assert mean_in_100(TWELVE.talks.mean) == 4.5
        assert [in_100(each) for each in TWELVE.talks.range] == [0.5, 10]

    def test_twenty_more_with_none_after_twelve(self):
        """That happens in 51 of 100."""
        assert in_100(TWELVE.talks.none_in(20)) == 51

    def test_an_offer_within_fifty_after_forty(self):
        """Three talks without an offer: 36 of 100."""
        assert in_100(FORTY.an_offer_within(50)) == 36


class TestOffers:
    """Two shares, one after the other."""

    @pytest.mark.parametrize(
        "record", [Record(40, 3), Record(0, 0), Record(60, 20, 5), Record(30, 30, 30)]
    )
    def test_the_exact_sum_agrees_with_draws(self, record):
        """Two hundred thousand draws of both shares come to the same."""
        odds, draws = Odds(record), np.random.default_rng(7)
        talks = draws.beta(odds.talks.a, odds.talks.b, 200_000)
        offers = draws.beta(odds.offers.a, odds.offers.b, 200_000)
        drawn = float(np.mean(1 - (1 - talks * offers) ** 50))
        assert odds.an_offer_within(50) == pytest.approx(drawn, abs=0.005)

    def test_one_seed_draws_one_range(self):
        """What a person sees does not flicker; another seed comes close."""
        one, other = FORTY.offer_range(1), FORTY.offer_range(2)
        assert one == FORTY.offer_range(1)
        assert one == pytest.approx(other, abs=0.002)
        assert one[0] < FORTY.talks.mean * FORTY.offers.mean < one[1]

    def test_talks_without_an_answer_yet_do_not_count_against_it(self):
        """Three talks of which one has an answer: two are open."""
        told, open_ = Odds(Record(40, 3, 0)), Odds(Record(40, 3, 0, heard=1))
        assert open_.an_offer_within(20) > told.an_offer_within(20)

    def test_by_hand_for_one_application(self):
        """With nothing known: one in ten to a talk, one in four to an offer."""
        assert Odds(Record(0, 0)).an_offer_within(1) == pytest.approx(1 / 40)

    def test_a_long_and_lucky_record_stays_a_chance(self):
        """Two thousand talks of two thousand, and two hundred more."""
        odds = Odds(Record(2000, 2000, 2000))
        assert 0.999 < odds.an_offer_within(200) <= 1
        assert 0.999 < odds.a_talk_within(200) <= 1


class TestWhatHolds:
    """Whatever the record is."""

    @settings(max_examples=50)
    @given(record=RECORDS, more=st.integers(1, 60))
    def test_one_more_talk_never_lowers_the_odds(self, record, more):
        """Neither of a talk nor of an offer."""
        if record.talks == record.sent:
            return
        better = Odds(Record(record.sent, record.talks + 1, record.offers, heard=record.talks))
        now = Odds(record)
        assert better.a_talk_within(more) >= now.a_talk_within(more)
        assert better.an_offer_within(more) >= now.an_offer_within(more) - 1e-12

    @settings(max_examples=50)
    @given(record=RECORDS, more=st.integers(0, 60))
    def test_more_applications_never_lower_them(self, record, more):
        """And an offer never comes more easily than a talk."""
        odds = Odds(record)
        assert odds.a_talk_within(more) <= odds.a_talk_within(more + 1)
        assert odds.an_offer_within(more) <= odds.an_offer_within(more + 1) + 1e-12
        assert odds.an_offer_within(more) <= odds.a_talk_within(more) + 1e-12

    @given(record=RECORDS, more=st.integers(1, 60))
    def test_a_share_taken_as_certain_always_claims_more(self, record, more):
        """Which is why it is not what is told."""
        odds = Odds(record)
        assert odds.if_fixed(more) >= odds.a_talk_within(more) - 1e-12

    @given(record=RECORDS)
    def test_higher_chances_take_more(self, record):
        """Where one is beyond 999, so are those above it."""
        counts = [Odds(record).more_for(each) or 1000 for each in TARGETS]
        assert counts == sorted(counts)

    @settings(max_examples=50, deadline=None)  # the first draw loads numpy
    @given(record=RECORDS, one_in=st.integers(2, 50), worth=st.integers(4, 200))
    def test_the_range_holds_the_mean(self, record, one_in, worth):
        """Whatever guess it starts from."""
        talks = Odds(record, Guess(one_in, worth)).talks
        low, high = talks.range
        assert 0 <= low < talks.mean < high <= 1

    @given(record=RECORDS, one_in=st.integers(2, 50), worth=st.integers(4, 200))
    def test_another_guess_moves_the_odds_towards_it(self, record, one_in, worth):
        """The mean lies between the guess and the record."""
        mean = Odds(record, Guess(one_in, worth)).talks.mean
        ends = [1 / one_in, record.talks / record.sent if record.sent else 1 / one_in]
        assert min(ends) - 1e-9 <= mean <= max(ends) + 1e-9


class TestNumbers:
    """So many of 100, as people read them."""

    @pytest.mark.parametrize(
        ("chance", "told"),
        [(0, 0), (0.0049, 0.5), (0.0361, 4), (0.99, 99), (0.994, 99.4), (1, 100)],
    )
    def test_a_chance_is_whole_from_one_on(self, chance, told):
        """Below one, and above 99, it has one digit."""
        assert in_100(chance) == told

    @pytest.mark.parametrize(("chance", "told"), [(1e-9, 0.1), (1 - 1e-9, 99.9)])
    def test_nothing_that_is_open_is_told_as_none_or_all(self, chance, told):
        """However long or lucky a record is."""
        assert in_100(chance) == told

    @pytest.mark.parametrize(
        ("chance", "told"), [(0.04545, 4.5), (0.08, 8), (0.1267, 13), (0.0996, 10)]
    )
    def test_a_small_mean_keeps_one_digit(self, chance, told):
        """From ten on it is whole."""
        assert mean_in_100(chance) == told


class TestTooHeavy:
    """The odds wait while a strong feeling stands (safety)."""

    @pytest.mark.parametrize(
        ("word", "family", "strength", "waits"),
        [
            ("afraid", "afraid", 8, True),
            ("afraid", "afraid", 7, False),
            ("proud", "steadier", 10, False),
        ],
    )
    def test_from_eight_on_and_never_for_pride(self, word, family, strength, waits):
        """Whichever case the check-in belongs to."""
        felt = Felt(word=word, family=family, strength=strength)
        for case in ("", "c1"):
            one = CheckIn(happened_on=NOW.date(), created_at=NOW, feelings=(felt,), case_id=case)
            assert too_heavy([one], NOW) is waits
            assert not too_heavy([one], NOW + timedelta(hours=25))

    def test_no_check_in_is_no_strain(self):
        """Nothing is assumed."""
        assert not too_heavy([], NOW)


def test_no_draws_are_loaded_before_they_are_drawn():
    """To begin any worksheet or letter costs no numpy: a screen without odds stays light."""
    code = (
        "import sys\n"
        "import core.letters.desk\n"
        "import core.worksheets.results\n"
        "print(*{'numpy', 'pandas'} & sys.modules.keys())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
