"""Support: words and numbers that ask for people are noticed, and the card says what is true."""

import json
import time
import tomllib
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.check_ins import STEADIER, CheckIn, Felt
from core.content.loader import feeling_words, support_words
from core.support import (
    Opening,
    Tier,
    card_sentence,
    emergency,
    staleness,
    standing_tier,
    tier_of_check_in,
    tier_of_text,
    way_to,
)

HERE = Path(__file__).parent
AGREED = json.loads((HERE / "safety_cases.json").read_text(encoding="utf-8"))["cases"]
PHRASES = tomllib.loads((HERE / "support_phrases.toml").read_text(encoding="utf-8"))
EVERY = [text for texts in PHRASES.values() for text in texts]
NOW = datetime(2026, 3, 12, 18, 0, tzinfo=UTC)
TODAY = NOW.date()


def check_in(days_ago=0, **facts):
    """A check-in of some days ago with a middling mood, unless it says otherwise."""
    at = NOW - timedelta(days=days_ago)
    return CheckIn(**{"mood": 6, "happened_on": at.date(), "created_at": at} | facts)


def felt(strength, family="sad", word="sad"):
    """One feeling of this strength."""
    return (Felt(word=word, family=family, strength=strength),)


def tier_of(latest, *earlier):
    """The tier of the latest check-in after these."""
    return tier_of_check_in(latest, earlier, NOW)


class TestWords:
    """What free text alone can ask for."""

    @pytest.mark.parametrize("case", AGREED, ids=lambda case: case["text"])
    def test_the_agreed_phrases_reach_their_tier(self, case):
        """Every phrase that was agreed on gets exactly the tier that was agreed on."""
        assert tier_of_text(case["text"]) == case["tier"]

    @pytest.mark.parametrize("text", PHRASES["silent"])
    def test_everyday_talk_stays_silent(self, text):
        """A job search is full of dead ends and killer interviews; none of it opens a card."""
        assert tier_of_text(text) is Tier.T0

    @pytest.mark.parametrize("text", PHRASES["t2"])
    def test_despair_opens_the_support_card(self, text):
        """Hopelessness is noticed as people really write it."""
        assert tier_of_text(text) is Tier.T2

    @pytest.mark.parametrize("text", PHRASES["t3"])
    def test_danger_opens_the_crisis_card(self, text):
        """Danger is noticed through typos, missing apostrophes and roundabout words."""
        assert tier_of_text(text) is Tier.T3

    def test_at_least_sixty_phrases_of_our_own_are_held(self):
        """The list stays large, and half of it everyday talk."""
        assert len(EVERY) >= 120
        assert len(PHRASES["silent"]) >= 60

    @pytest.mark.parametrize("text", PHRASES["t3"])
    def test_how_it_is_typed_makes_no_difference(self, text):
        """Capitals, curly or no apostrophes, line ends and wide spaces change nothing."""
        for typed in (
            text.upper(),
            text.replace("'", "\u2019"),
            text.replace("'", "\u02bc"),
            text.replace("'", ""),
            text.replace(" ", "\n"),
            text.replace(" ", "\u00a0 "),
            f"Dear diary,\n\n{text}\n\nThe interview was at nine.",
        ):
            assert tier_of_text(typed) is Tier.T3, typed

    @pytest.mark.parametrize(
        "word", [w for f in feeling_words().families.values() for w in f.words]
    )
    def test_our_own_feeling_words_stay_silent(self, word):
        """Picking a word from the list never opens a card by itself."""
        assert tier_of_text(word) is Tier.T0

    def test_an_idiom_does_not_hide_what_stands_beside_it(self):
        """A real sign next to everyday talk is still seen."""
        assert tier_of_text("The wait is killing me. I want to die.") is Tier.T3
        assert tier_of_text("career suicide, and I feel hopeless") is Tier.T2

    def test_no_text_asks_for_nothing(self):
        """Empty and missing texts are silent."""
        assert tier_of_text() is Tier.T0
        assert tier_of_text("", "   ", "\n") is Tier.T0

    @settings(deadline=None)
    @given(st.text())
    def test_any_text_at_all_can_be_read(self, text):
        """No writing system and no odd character can make saving fail."""
        assert tier_of_text(text) in {Tier.T0, Tier.T2, Tier.T3}

    @settings(deadline=None)
    @given(st.lists(st.sampled_from(EVERY), max_size=4), st.sampled_from(EVERY))
    def test_more_text_never_lowers_the_tier(self, texts, another):
        """Writing more, in another field or a new paragraph, hides nothing."""
        before = tier_of_text(*texts)
        assert tier_of_text(*texts, another) >= before
        assert tier_of_text("\n\n".join([*texts, another])) >= before

    @settings(deadline=None)
    @given(st.sampled_from(EVERY), st.text(alphabet="abcdefghij \n", max_size=200))
    def test_a_sentence_around_it_never_lowers_the_tier(self, text, around):
        """A sign is found wherever in a longer text it stands."""
        assert tier_of_text(f"{around}.\n\n{text}\n\n{around}") >= tier_of_text(text)

    @settings(deadline=None)
    @example("I want to ")
    @example("\n ")
    @example("\u0301")
    @example("no point in ")
    @example("wish that i could not ")
    @example("hill to i im id am ")
    @given(st.text(alphabet="iwantodebhrcu' .\n", min_size=1, max_size=40))
    def test_a_very_long_text_is_read_at_once(self, piece):
        """Time grows no faster than the text: twenty thousand letters take under a second."""
        text = (piece * 20_000)[:20_000]
        start = time.perf_counter()
        tier_of_text(text)
        assert time.perf_counter() - start < 1


class TestCheckIns:
    """What the numbers of a check-in can ask for, beside its words."""

    def test_a_middling_day_asks_for_nothing(self):
        """Most check-ins show no card."""
        assert tier_of(check_in(mood=5, hope=5, feelings=felt(7))) is Tier.T0

    @pytest.mark.parametrize(("mood", "tier"), [(0, 1), (3, 1), (4, 0)])
    def test_a_low_mood_gets_a_kind_word(self, mood, tier):
        """A mood of 3 or less is met at once."""
        assert tier_of(check_in(mood=mood)) == tier

    @pytest.mark.parametrize(("strength", "tier"), [(7, 0), (8, 1), (10, 1)])
    def test_heavy_strain_gets_a_kind_word(self, strength, tier):
        """A feeling of 8 or more is met at once."""
        assert tier_of(check_in(feelings=felt(strength))) == tier

    def test_strong_steady_feelings_ask_for_nothing(self):
        """Proud 10 and relieved 9 trigger nothing."""
        steady = (*felt(10, STEADIER, "proud"), *felt(9, STEADIER, "relieved"))
        assert tier_of(check_in(feelings=steady)) is Tier.T0

    @pytest.mark.parametrize(("hope", "tier"), [(0, 2), (2, 2), (3, 0)])
    def test_little_hope_opens_the_support_card(self, hope, tier):
        """Hopefulness of 2 or less asks for people, whatever the mood."""
        assert tier_of(check_in(mood=8, hope=hope)) == tier

    def test_the_note_is_read(self):
        """What is written beside the numbers counts."""
        assert tier_of(check_in(mood=9, note="I don't want to be here anymore")) is Tier.T3

    def test_a_word_of_ones_own_is_read(self):
        """An own feeling word can carry a sign."""
        assert tier_of(check_in(feelings=felt(1, "", "worthless"))) is Tier.T2

    def test_three_low_moods_of_five_over_a_week_open_the_support_card(self):
        """Low days that go on ask for more than a kind word."""
        earlier = [check_in(days, mood=mood) for days, mood in ((8, 2), (6, 7), (4, 3), (2, 6))]
        assert tier_of(check_in(mood=3), *earlier) is Tier.T2

    def test_two_low_moods_do_not(self):
        """Two hard days are hard days."""
        earlier = [check_in(days, mood=mood) for days, mood in ((8, 2), (6, 7), (4, 6), (2, 6))]
        assert tier_of(check_in(mood=3), *earlier) is Tier.T1

    def test_three_low_moods_within_one_week_do_not(self):
        """A bad weekend is not yet a run of low days."""
        earlier = [check_in(days, mood=2) for days in (1, 2)]
        assert tier_of(check_in(mood=2), *earlier) is Tier.T1

    def test_only_the_last_five_moods_count(self):
        """Low days long left behind no longer count, and check-ins without a mood are no gap."""
        low = [check_in(days, mood=1) for days in (60, 50, 40)]
        since = [check_in(days, mood=7) for days in (20, 15, 10)]
        words_only = check_in(5, mood=None, feelings=felt(4))
        assert tier_of(check_in(mood=6), *low, *since, words_only) is Tier.T0

    def test_the_order_of_earlier_check_ins_does_not_matter(self):
        """They can come in any order."""
        earlier = [check_in(days, mood=mood) for days, mood in ((8, 2), (6, 7), (4, 3), (2, 6))]
        assert tier_of(check_in(mood=3), *reversed(earlier)) is Tier.T2

    def test_an_edit_is_not_counted_twice(self):
        """An older version of the same check-in does not count beside its new one."""
        earlier = [check_in(9, mood=2), check_in(0, mood=2, id="a")]
        assert tier_of(check_in(0, mood=2, id="a"), *earlier) is Tier.T1

    @given(st.integers(0, 10), st.integers(0, 10), st.sampled_from(EVERY))
    def test_a_note_never_lowers_the_tier(self, mood, hope, note):
        """Saying more never makes less support appear."""
        bare = tier_of(check_in(mood=mood, hope=hope))
        assert tier_of(check_in(mood=mood, hope=hope, note=note)) >= bare

    @given(st.integers(0, 10), st.integers(0, 10))
    def test_a_lower_mood_never_lowers_the_tier(self, mood, other):
        """The lower the mood, the more support, never the less."""
        low, high = sorted((mood, other))
        assert tier_of(check_in(mood=low)) >= tier_of(check_in(mood=high))


class TestStanding:
    """What still stands on later pages, worked out anew from the last seven days."""

    def test_nothing_stands_without_records(self):
        """A new person sees no card."""
        assert standing_tier([], (), NOW) is Tier.T0

    @pytest.mark.parametrize(("days", "tier"), [(0, 2), (6, 2), (8, 0)])
    def test_little_hope_stands_for_a_week(self, days, tier):
        """After seven days it no longer holds anything back."""
        assert standing_tier([check_in(days, hope=1)], (), NOW) == tier

    def test_danger_stands_as_the_support_card(self):
        """The crisis card belongs to the moment of writing; help stays in sight after it."""
        assert standing_tier([check_in(1, note="I want to die")], (), NOW) is Tier.T2
        assert standing_tier([], ("I want to die",), NOW) is Tier.T2

    def test_a_run_of_low_days_stands(self):
        """A low run that reaches into this week still counts."""
        run = [check_in(days, mood=2) for days in (14, 10, 3)]
        assert standing_tier(run, (), NOW) is Tier.T2

    def test_an_old_run_of_low_days_does_not(self):
        """Low days that ended long ago are not brought up again."""
        run = [check_in(days, mood=2) for days in (40, 35, 30)]
        assert standing_tier(run, (), NOW) is Tier.T0

    @pytest.mark.parametrize(("days", "tier"), [(0, 1), (2, 0)])
    def test_a_low_mood_stands_for_a_day(self, days, tier):
        """The kind word of one evening is not repeated all week."""
        assert standing_tier([check_in(days, mood=2)], (), NOW) == tier


class TestCard:
    """The card says what a line really offers, and no more."""

    def test_the_sentence_is_built_from_the_lines_own_channels(self):
        """A line that can only be called is never offered for texting."""
        countries = support_words().countries
        assert "You can call Samaritans at 116 123." in card_sentence(countries["GB"])
        assert "call or text the 988 Suicide Crisis Helpline at 988" in card_sentence(
            countries["CA"]
        )

    def test_a_word_to_text_is_named(self):
        """Where a word has to be texted, the sentence says which, and where to."""
        [shout] = [each for each in support_words().countries["GB"].lines if each.keyword]
        assert way_to(shout) == "You can text SHOUT to 85258 (Shout)."

    def test_free_is_said_only_where_the_source_says_so(self):
        """No line is called free on a guess."""
        country = support_words().countries["NZ"]
        assert "free" not in card_sentence(country)
        free = country.lines[0].model_copy(update={"free": True})
        assert "It is free" in card_sentence(country.model_copy(update={"lines": (free,)}))

    def test_without_a_country_the_card_still_leads_to_a_person(self):
        """Nobody has to choose a country first."""
        sentence = card_sentence(None)
        assert "findahelpline.com" in sentence
        assert "call your local emergency number" in sentence

    @pytest.mark.parametrize("code", [*support_words().countries])
    @pytest.mark.parametrize("opening", Opening)
    def test_every_card_names_the_emergency_number(self, code, opening):
        """In danger there is always a number to call, and no place is left unfilled."""
        country = support_words().countries[code]
        sentence = card_sentence(country, opening)
        assert f"call {emergency(country)}." in sentence
        assert country.lines[0].numbers[0] in sentence
        assert "{" not in sentence

    def test_an_unchecked_line_says_so(self):
        """Until a person has tried a number, the card says that nobody has."""
        line = support_words().countries["ES"].lines[0]
        assert staleness(line, TODAY) == "Not yet checked by us; source: two published pages."

    @pytest.mark.parametrize(("days", "begins"), [(0, "Checked"), (180, "Checked"), (181, "Last")])
    def test_a_check_grows_old_after_180_days(self, days, begins):
        """An old check is named as old, with another way to go."""
        day = TODAY - timedelta(days=days)
        line = support_words().countries["ES"].lines[0].model_copy(update={"checked_on": day})
        assert staleness(line, TODAY).startswith(begins)
        assert day.isoformat() in staleness(line, TODAY)

    def test_the_page_for_every_country_has_its_own_check(self):
        """findahelpline.com is held to the same rule as the numbers."""
        assert staleness(support_words().anywhere, TODAY).startswith("Not yet checked")


class TestLines:
    """The list of lines keeps its form; whether a number works only a person can try."""

    @pytest.mark.parametrize("code", [*support_words().countries])
    def test_no_check_is_dated_ahead(self, code):
        """A date of a check is a day on which somebody really tried the number."""
        for line in support_words().countries[code].lines:
            assert line.checked_on is None or line.checked_on <= date.today()  # noqa: DTZ011

    def test_lines_that_changed_lately_are_left_out(self):
        """A wrong number does harm, so a doubtful one is not listed."""
        assert not {"SG", "KR"} & set(support_words().countries)

    def test_a_text_line_says_how_to_text(self):
        """Every line has at least one way in that the screen can name."""
        known = set(support_words().channels)
        lines = [line for each in support_words().countries.values() for line in each.lines]
        assert all(set(line.channels) <= known for line in lines)
