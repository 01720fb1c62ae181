"""Openers: a way to begin in the person's own material, the same all week, and nothing made up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.loader import fill, network_words
from core.network.opener import MOST_LETTERS, Source, opener
from core.people import Person
from core.records import TEXT_LENGTH

MONDAY = date(2026, 3, 9)
DAY = timedelta(days=1)
WORDS = network_words()
NOTE = "Split up with Jo in May"
TYPED = ("cares_about", "could_give", "organisation", "introducer")
PLAIN = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])


def begin(turn=0, today=MONDAY, since=None, introducer="", **told):
    """A way to begin a note to Amara."""
    person = Person(**{"id": "a", "name": "Amara Bello"} | told)
    return opener(person, WORDS.openers, today, since=since, introducer=introducer, turn=turn)


def said(found):
    """The sentences, with what is known in them."""
    return fill(found.text, **found.facts)


class TestWhatItBeginsFrom:
    """The most personal there is."""

    @pytest.mark.parametrize(
        ("told", "source"),
        [
            ({"cares_about": "her allotment", "could_give": "seeds"}, Source.CARES),
            ({"could_give": "seeds for the spring", "made_shift": True}, Source.GIVES),
            ({"made_shift": True, "introducer": "Mo Farouk"}, Source.SHIFT),
            ({"introducer": "Mo Farouk", "how_known": "Evening class"}, Source.INTRODUCED),
            ({"how_known": "Evening class", "organisation": "Leeds Trust"}, Source.KNOWN_FROM),
            ({"organisation": "Leeds Trust", "since": MONDAY - 500 * DAY}, Source.WORK),
            ({"since": MONDAY - 365 * DAY}, Source.LONG),
            ({"since": MONDAY - 364 * DAY}, Source.HELLO),
            ({}, Source.HELLO),
        ],
    )
    def test_the_most_personal_comes_first(self, told, source):
        """What they care about, before where they work, before a plain hello."""
        assert begin(**told).source is source

    @pytest.mark.parametrize("told", [{}, {"how_known": "Panel"}, {"made_shift": True}])
    def test_to_who_hires_it_is_light(self, told):
        """No question on a move, no shared memory: a note that wants nothing."""
        assert begin(hires=True, since=MONDAY - 700 * DAY, **told).source is Source.KEPT

    def test_what_they_told_goes_to_who_hires_too(self):
        """Where there is something of use, that is the better note."""
        assert begin(hires=True, could_give="the paper on rotas").source is Source.GIVES

    @pytest.mark.parametrize(
        "text",
        [
            "Her mother is ill. Do not ask.",
            "open data\nher garden",
            "x" * (MOST_LETTERS + 1),
            "x" * MOST_LETTERS + ", and much more",
            "x" * (MOST_LETTERS - 1) + "? and more",
            "note: call her first",
            "...",
            "   ",
        ],
    )
    def test_what_reads_as_a_note_stays_beside(self, text):
        """Several sentences or lines, or a long one, are for the person's eyes."""
        found = begin(cares_about=text, could_give=text, organisation=text)
        assert found.source is Source.HELLO

    @pytest.mark.parametrize("end", ["", ".", ", ", " ..."])
    def test_as_long_as_it_may_be_it_stands_whole(self, end):
        """The stops at its end do not count."""
        text = "x" * MOST_LETTERS
        assert f" {text}" in said(begin(cares_about=text + end))

    @pytest.mark.parametrize("turn", range(0, 6, 2))
    def test_a_last_stop_is_left_out(self, turn):
        """The sentence has its own."""
        told = said(begin(turn, cares_about="open data."))
        assert told == said(begin(turn, cares_about="open data"))
        assert "open data" in told

    @pytest.mark.parametrize("theirs", ["her", "His", "their"])
    def test_what_is_theirs_is_yours_in_a_note_to_them(self, theirs):
        """A note about somebody becomes a note to them."""
        assert "your garden" in said(begin(cares_about=f"{theirs} garden"))

    def test_it_reads_on_within_the_sentence(self):
        """An article is small there; a name stays as it is."""
        assert "the greenhouse" in said(begin(cares_about="The greenhouse"))
        assert "Arsenal" in said(begin(cares_about="Arsenal"))

    @pytest.mark.parametrize("text", ["how she runs the ward", "a talk on her rota", "call him"])
    def test_what_speaks_of_them_stays_beside(self, text):
        """A note to somebody does not speak about them."""
        assert begin(cares_about=text, could_give=text).source is Source.HELLO


class TestWhatItSays:
    """A scaffold of the person's own words."""

    @pytest.mark.parametrize("turn", range(30))
    def test_a_private_note_is_never_in_it(self, turn):
        """What was noted is shown beside, for their eyes alone."""
        found = begin(
            turn, notes=NOTE, tags=("ex",), how_known="Jo's sister", cares_about="her choir",
            role="Nurse", since=MONDAY - 500 * DAY,
        )  # fmt: skip
        told = said(found)
        assert NOTE not in told
        assert "Jo" not in told
        assert "Nurse" not in told

    @given(
        st.integers(0, 40),
        st.fixed_dictionaries(
            {
                "hires": st.booleans(),
                "made_shift": st.booleans(),
                "name": st.text(PLAIN, min_size=1),
            }
            | {each: st.text(PLAIN, max_size=80) for each in TYPED}
        ),
    )
    def test_it_always_reads_whole(self, turn, told):
        """Whatever was typed: no slot stays open, and braces of the person stay theirs."""
        assert said(begin(turn, **told)).startswith("Hello")

    def test_braces_of_the_person_stay_theirs(self):
        """What looks like a place for a fact is none."""
        assert "{name} tags" in said(begin(could_give="{name} tags"))

    @pytest.mark.parametrize("source", Source)
    def test_only_a_blank_asks_to_be_filled(self, source):
        """Where something is left to the person, it says so with three dots."""
        for wording in WORDS.openers[source]:
            assert "___" not in wording
            assert wording.count("…") <= 1

    def test_a_very_long_life_story_is_no_opener(self):
        """Nor does it slow anything down."""
        assert begin(cares_about="a " * (TEXT_LENGTH // 2)).source is Source.HELLO


class TestTheSameAllWeek:
    """It does not flicker, and another is one tap away."""

    @pytest.mark.parametrize("days", range(7))
    def test_from_monday_to_sunday(self, days):
        """The same person, the same words."""
        first = begin(cares_about="her garden")
        assert begin(today=MONDAY + days * DAY, cares_about="her garden") == first

    def test_the_weeks_bring_all_wordings(self):
        """Nobody reads the same line for ever."""
        found = {begin(today=MONDAY + 7 * n * DAY).text for n in range(60)}
        assert found == set(WORDS.openers[Source.HELLO])

    def test_turning_tries_each_source_before_a_second_wording(self):
        """And ends up where it began once all were there."""
        told = {"cares_about": "her garden", "could_give": "seeds", "organisation": "Leeds Trust"}
        turns = [begin(turn, **told) for turn in range(8)]
        kinds = [Source.CARES, Source.GIVES, Source.WORK, Source.HELLO]
        assert [each.source for each in turns] == kinds * 2
        assert all(one.text != other.text for one, other in zip(turns, turns[4:], strict=False))
