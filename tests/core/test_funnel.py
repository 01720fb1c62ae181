"""The funnel: what applications say together, and what they leave open."""

from datetime import date, timedelta
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.applications import Application, Outcome
from core.cases import Stage, StageReached
from core.content.cases import case_words
from core.insights.funnel import aims_narrow, contacts, funnel_of, record_of, to_talk
from core.insights.tries import Match, Reached, Stop, Try, as_try, live, match_of
from core.shares import Compared, Count

TODAY = date(2026, 3, 12)
LONG_AGO = date(2025, 6, 1)
WAITS = case_words().waits


def sent(days_ago=200, stage=Stage.APPLIED, **told):
    """An application that was sent so many days ago and got so far on that day."""
    day = TODAY - timedelta(days=days_ago)
    return Application(
        role="Nurse", sent_on=day, stages=(StageReached(stage=stage, on=day),), **told
    )


def talked(days_ago, then):
    """An application that was sent so many days ago, and led to a talk on another day."""
    sent_on, talk_on = (TODAY - timedelta(days=each) for each in (days_ago, then))
    return Application(
        role="Nurse",
        sent_on=sent_on,
        stages=(
            StageReached(stage=Stage.APPLIED, on=sent_on),
            StageReached(stage=Stage.FIRST_TALK, on=talk_on),
        ),
    )


def tried(*applications):
    """What the funnel says of these applications."""
    return funnel_of([as_try(each, WAITS, TODAY) for each in applications])


def counts(found):
    """How many of how many got to each step."""
    return {each.to: (each.count.yes, each.count.of) for each in found.yields}


TRIES = st.lists(
    st.builds(
        Try,
        reached=st.sampled_from(Reached),
        waits_at=st.sampled_from([None, Reached.SENT, Reached.TALK, Reached.ROUND]),
        source=st.sampled_from(["", "Board", "board", "A friend"]),
        tailored=st.sampled_from([True, False, None]),
        contacted=st.sampled_from([True, False, None]),
        must_haves=st.one_of(st.none(), st.integers(0, 100)),
        sent_on=st.dates(LONG_AGO, TODAY),
    ),
    max_size=40,
)


class TestWhatCounts:
    """Only what can tell something is counted."""

    def test_within_the_usual_wait_it_is_too_recent(self):
        """The last day of the wait is still in it, the day after is silence."""
        wait = WAITS["applied"]
        assert counts(tried(sent(wait))) == {}
        assert tried(sent(wait)).recent == Count(0, 1)
        after = tried(sent(wait + 1))
        assert counts(after) == {Reached.TALK: (0, 1)}
        assert after.stops == ((Stop.SILENCE, 1),)

    def test_each_stage_has_a_wait_of_its_own(self):
        """A talk ten days ago is over, one of three days ago counts as a talk only."""
        assert counts(tried(talked(40, 10)))[Reached.ROUND] == (0, 1)
        assert counts(tried(talked(40, 3))) == {Reached.TALK: (1, 1)}

    def test_early_good_news_counts_no_sooner_than_silence(self):
        """Ten sent yesterday, one of them with a talk: nothing can be said yet."""
        found = tried(talked(1, 0), *[sent(1) for _ in range(9)])
        assert (counts(found), found.stops, found.sources) == ({}, (), ())
        assert found.recent == Count(1, 10)
        assert (found.record.sent, found.record.talks) == (0, 0)

    def test_an_early_no_counts_no_sooner_than_silence(self):
        """Ten sent yesterday, four of them with a no, one after a talk: no share, and no stop."""
        noes = [sent(1, outcome=Outcome.NO) for _ in range(3)]
        noes.append(sent(1, Stage.FIRST_TALK, outcome=Outcome.NO))
        found = tried(*noes, *[sent(1) for _ in range(6)])
        assert (counts(found), found.stops, found.record.sent) == ({}, (), 0)
        assert found.recent == Count(1, 10)

    @pytest.mark.parametrize("outcome", [None, *Outcome])
    def test_age_alone_decides(self, outcome):
        """Whatever came of it, it counts on the day after the wait, and not on its last day."""
        wait = WAITS["applied"]
        assert tried(sent(wait, outcome=outcome)).recent.of == 1
        assert tried(sent(wait + 1, outcome=outcome)).recent.of == 0

    def test_a_no_soon_after_a_talk_waits_for_the_talks_of_its_week(self):
        """Sent long ago: it counts as a talk, and stopped nowhere yet."""
        found = tried(talked(40, 3).model_copy(update={"outcome": Outcome.NO}))
        assert (counts(found), found.stops) == ({Reached.TALK: (1, 1)}, ())

    def test_what_was_taken_back_early_is_told_once(self):
        """As too recent."""
        found = tried(sent(1, outcome=Outcome.WITHDREW))
        assert (found.taken_back, found.recent) == (0, Count(0, 1))

    def test_a_talk_without_a_day_counts_by_the_day_it_was_sent(self):
        """An old one counts, one within the usual wait does not."""
        undated = (StageReached(stage=Stage.FIRST_TALK),)
        days = [TODAY - timedelta(days=each) for each in (3, 40)]
        found = tried(*[Application(role="Cook", sent_on=day, stages=undated) for day in days])
        assert counts(found)[Reached.TALK] == (1, 1)
        assert found.recent == Count(1, 1)

    def test_an_offer_of_today_waits_for_the_talks_of_its_week(self):
        """Sent long ago and called in three days ago: the offer is no share of talks yet."""
        talk, offer = (TODAY - timedelta(days=each) for each in (3, 0))
        stages = (
            StageReached(stage=Stage.FIRST_TALK, on=talk),
            StageReached(stage=Stage.OFFER, on=offer),
        )
        quick = Application(role="Cook", sent_on=TODAY - timedelta(days=40), stages=stages)
        assert counts(tried(quick)) == {Reached.TALK: (1, 1)}
        assert tried(quick.model_copy(update={"outcome": Outcome.ACCEPTED})).record.offers == 0

    def test_sending_week_by_week_does_not_tilt_the_share(self):
        """One of ten leads to a talk after five days: one of ten is what the record says."""
        every = [
            talked(days, days - 5) if at == 0 and days >= 5 else sent(days)
            for days in range(0, 43, 7)
            for at in range(10)
        ]
        assert counts(tried(*every))[Reached.TALK] == (4, 40)

    def test_what_runs_without_a_day_is_left_out(self):
        """Nobody knows how long it has been."""
        undated = (StageReached(stage=Stage.FIRST_TALK),)
        assert tried(Application(role="Cook")).recent == Count(0, 1)
        assert tried(Application(role="Cook", stages=undated)).recent == Count(1, 1)
        assert tried(Application(role="Cook", outcome=Outcome.NO)).yields

    def test_what_was_taken_back_stopped_by_choice(self):
        """It counts up to where it got, and not after."""
        found = tried(sent(stage=Stage.FIRST_TALK, outcome=Outcome.WITHDREW))
        assert counts(found) == {Reached.TALK: (1, 1)}
        assert (found.taken_back, found.stops) == (1, ())

    @pytest.mark.parametrize("outcome", [Outcome.DECLINED, Outcome.ACCEPTED])
    def test_an_offer_is_an_offer_whatever_came_of_it(self, outcome):
        """Also where its stages were never noted."""
        found = tried(Application(role="Cook", outcome=outcome))
        assert set(counts(found).values()) == {(1, 1)}
        assert found.stops == ()

    def test_a_stage_that_was_leapt_over_is_no_stop(self):
        """From a first talk to an offer, without task and final round."""
        found = tried(sent(stage=Stage.OFFER), sent(stage=Stage.FIRST_TALK, outcome=Outcome.NO))
        assert counts(found)[Reached.ROUND] == (1, 2)
        assert counts(found)[Reached.OFFER] == (1, 1)

    def test_archived_ones_still_count(self):
        """They are out of the way, and part of the record."""
        assert counts(tried(sent(archived_on=TODAY))) == {Reached.TALK: (0, 1)}


class TestByHand:
    """Forty applications, worked out on paper."""

    def test_the_record_behind_the_checked_odds(self):
        """Thirty-seven silences and three talks; one talk is from yesterday."""
        every = [sent() for _ in range(37)]
        every += [sent(stage=Stage.FIRST_TALK, outcome=Outcome.NO) for _ in range(2)]
        every += [talked(40, 1)]
        found = tried(*every)
        assert counts(found) == {Reached.TALK: (3, 40), Reached.ROUND: (0, 2)}
        record = found.record
        assert (record.sent, record.talks, record.offers, record.answered) == (40, 3, 0, 2)
        assert found.stops == ((Stop.SILENCE, 37), (Stop.TALK, 2))

    def test_ways_to_apply(self):
        """Tailored three of four, else none of six: more often so far."""
        talk = {"stage": Stage.FIRST_TALK, "outcome": Outcome.NO}
        every = [sent(tailored=True, **talk) for _ in range(3)]
        every += [sent(tailored=True, outcome=Outcome.NO)]
        every += [sent(tailored=False, outcome=Outcome.NO) for _ in range(6)]
        pair = tried(*every, sent(outcome=Outcome.NO)).pairs["tailored"]
        assert (pair.one.count, pair.other.count) == (Count(3, 4), Count(0, 6))
        assert pair.says is Compared.FIRST

    def test_a_no_before_any_talk_is_not_silence(self):
        """Somebody answered."""
        found = tried(sent(outcome=Outcome.NO), sent(outcome=Outcome.SILENCE))
        assert dict(found.stops) == {Stop.SIFT: 1, Stop.SILENCE: 1}

    def test_sources_are_joined_whatever_their_capitals(self):
        """The two used most are compared, however they did."""
        every = [sent(source="Board"), sent(source=" board"), sent(source="A friend")]
        every += [sent(source="Fair", stage=Stage.OFFER), sent(source="a friend"), sent(1)]
        found = tried(*every)
        assert [(each.name, each.count.of) for each in found.sources] == [
            ("a friend", 2),
            ("board", 2),
            ("Fair", 1),
        ]
        assert {found.pairs["sources"].one.name, found.pairs["sources"].other.name} == {
            *("a friend", "board")
        }

    def test_one_source_has_nothing_to_stand_beside(self):
        """So no pair is made."""
        assert "sources" not in tried(sent(source="Board")).pairs


class TestAim:
    """How close the roles are, and whether the aim is narrow (S1-12)."""

    @pytest.mark.parametrize(
        ("of_100", "match"),
        [
            (100, Match.CLOSE),
            (80, Match.CLOSE),
            (79, Match.FAIR),
            (50, Match.FAIR),
            (49, Match.WIDE),
            (0, Match.WIDE),
        ],
    )
    def test_the_edges(self, of_100, match):
        """From 80 close, from 50 fair."""
        assert match_of(of_100) is match

    @pytest.mark.parametrize(
        ("told", "narrow"),
        [
            ([90] * 5, True),
            ([90] * 4, False),
            ([90] * 4 + [60], True),
            ([90] * 3 + [60] * 2, False),
            ([None] * 9, False),
            ([90] * 4 + [None] * 9, False),
        ],
    )
    def test_four_of_five_close_ones_are_a_narrow_aim(self, told, narrow):
        """With fewer than five that are told, nothing is said."""
        assert aims_narrow(Try(Reached.SENT, must_haves=each) for each in told) is narrow


class TestContacts:
    """Whether networking is real (S2-29)."""

    def test_of_those_where_it_is_told_and_lately(self):
        """Four weeks back exactly is not lately any more."""
        told = [
            Try(Reached.SENT, contacted=True, sent_on=TODAY - timedelta(days=27)),
            Try(Reached.SENT, contacted=True, sent_on=TODAY - timedelta(days=28)),
            Try(Reached.SENT, contacted=True),
            Try(Reached.SENT, contacted=False, sent_on=TODAY),
            Try(Reached.SENT, sent_on=TODAY),
        ]
        assert contacts(told, TODAY) == (3, 4, 1)


class TestLive:
    """What is still running, and within the usual wait (S2-30)."""

    def test_quiet_ended_and_archived_ones_are_not_live(self):
        """One without a day is, since nobody knows otherwise."""
        running, undated = sent(3), Application(role="Cook")
        others = [sent(40), sent(3, outcome=Outcome.NO), sent(3, archived_on=TODAY)]
        assert live([running, undated, *others], WAITS, TODAY) == (running, undated)


class TestWhatHolds:
    """Whatever was applied for."""

    @given(tries=TRIES)
    def test_no_count_is_above_its_whole(self, tries):
        """And nobody gets to a later step without the one before."""
        found = funnel_of(tries)
        every = [each.count for each in (*found.yields, *found.sources, *found.matches)]
        assert all(0 <= each.yes <= each.of for each in every)
        assert [each.to for each in found.yields] == sorted(each.to for each in found.yields)

    @given(tries=TRIES)
    def test_each_application_has_one_place(self, tries):
        """It stopped, waits for an answer, was taken back, or led to an offer."""
        found = funnel_of(tries)
        waiting = sum(each.waits_at is not None for each in tries)
        offers = sum(each.waits_at is None and each.reached is Reached.OFFER for each in tries)
        stopped = sum(count for _, count in found.stops)
        assert stopped + waiting + found.taken_back + offers == found.sent

    @given(tries=TRIES)
    def test_what_is_too_recent_is_in_no_count(self, tries):
        """Whatever came of it, all counts are the same without it."""
        found, old = funnel_of(tries), funnel_of([e for e in tries if not e.too_recent])
        assert (found.yields, found.stops, found.record) == (old.yields, old.stops, old.record)
        assert found.recent.of == found.sent - old.sent

    @given(tries=TRIES)
    def test_the_order_of_the_log_does_not_matter(self, tries):
        """All counts stay as they are."""
        one, other = funnel_of(tries), funnel_of(tries[::-1])
        assert (one.yields, one.stops, one.matches) == (other.yields, other.stops, other.matches)
        assert (one.record, to_talk(tries)) == (other.record, to_talk(tries[::-1]))

    @given(tries=TRIES)
    def test_what_the_odds_start_from_fits_together(self, tries):
        """No more offers than answered talks, no more of these than talks."""
        record = record_of(tries)
        assert 0 <= record.offers <= record.answered <= record.talks <= record.sent

    def test_nothing_says_nothing(self):
        """An empty log has no yields and no stops."""
        found = funnel_of([])
        assert (found.sent, found.yields, found.stops, found.sources) == (0, (), (), ())

    @pytest.mark.parametrize("stage", [Stage.OFFER, Stage.APPLIED])
    def test_all_yes_and_all_no_have_ranges_too(self, stage):
        """No share is ever certain."""
        found = tried(*[sent(stage=stage, outcome=Outcome.NO) for _ in range(30)])
        low, high = found.yields[0].count.plausible.range
        assert 0 < low < high < 1

    def test_two_thousand_are_quick(self):
        """Well below what a screen may take, ranges and comparisons included."""
        stages = list(Stage)
        every = [
            sent(i % 400, stages[i % 7], source=f"Source {i % 40}", tailored=bool(i % 2))
            for i in range(2000)
        ]
        began = perf_counter()
        found = tried(*every)
        assert found.pairs["tailored"].says
        assert all(each.count.plausible.range for each in found.sources)
        assert perf_counter() - began < 1
