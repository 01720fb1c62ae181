"""Calling: which way first, ninety seconds, and nothing invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.calls import call_words
from core.letters.calls import (
    MOST_WORDS,
    Script,
    can_be_called,
    channel,
    script,
    voicemail,
)
from core.letters.kinds import Kind

KINDS = [Kind.REAPPROACH, Kind.COUNTER, Kind.WITHDRAW_ACCEPTANCE]
FACTS = {
    "me": "Priya",
    "contact": "Amara",
    "employer": "NVIDIA",
    "role": "Data Lead",
    "reason": "the daily journey",
    "reason_line": "The commute would not work for me",
    "changed": "I have moved, and it is twenty minutes now",
    "value": "Your team tests each release with nurses.",
    "ask": "one day a week from home.",
    "standard": "what similar roles offer here",
}
each_kind = pytest.mark.parametrize("kind", KINDS)


class TestWhichWayFirst:
    """S4-9: phone or email, with why."""

    @pytest.mark.parametrize(
        ("facts", "first", "why"),
        [
            ({}, "email", "not_told"),
            ({"rapport": 1}, "email", "in_writing"),
            ({"rapport": 2}, "phone", "rapport"),
            ({"rapport": 0, "days_left": 2}, "phone", "urgent"),
            ({"rapport": 0, "days_left": 3}, "email", "hardly_know"),
            ({"offer_came_by": "phone"}, "phone", "same_way"),
            ({"offer_came_by": "in_person", "rapport": 1}, "phone", "same_way"),
            ({"offer_came_by": "phone", "rapport": 0}, "email", "hardly_know"),
            ({"offer_came_by": "email", "rapport": 1}, "email", "in_writing"),
        ],
    )
    def test_by_rapport_channel_and_time(self, facts, first, why):
        """What is not known is no reason to call."""
        found = channel(**facts)
        assert (found.first, found.why) == (first, why)

    def test_an_agency_is_called_first(self):
        """They hold the contact."""
        assert channel(0, "email", agency=True).why == "agency"

    @given(
        st.none() | st.integers(0, 3),
        st.sampled_from(["", "email", "phone", "video", "portal"]),
        st.none() | st.integers(-5, 30),
        st.booleans(),
    )
    def test_every_advice_has_its_words(self, rapport, came_by, days, agency):
        """And says what comes second."""
        found = channel(rapport, came_by, days, agency=agency)
        said = call_words()
        assert said.first[found.first]
        assert said.why[found.why]
        assert said.then[found.then]


class TestTheScript:
    """What to say in ninety seconds."""

    def test_there_is_one_for_three_kinds(self):
        """Going back, a counter, and taking back a yes."""
        assert [each for each in Kind if can_be_called(each)] == KINDS

    @each_kind
    def test_with_all_facts_it_takes_ninety_seconds_at_most(self, kind):
        """At 150 words a minute."""
        said = script(kind, FACTS)
        assert said.words <= MOST_WORDS
        assert said.seconds <= 90
        assert said.is_brief

    @each_kind
    def test_each_known_fact_is_said_as_it_was_told(self, kind):
        """Once, in its place, without doubled full stops."""
        text = " ".join(script(kind, FACTS).lines)
        assert ".." not in text
        assert "Amara" in text
        assert "Priya" in text

    @each_kind
    @given(known=st.sets(st.sampled_from(sorted(FACTS))))
    def test_a_missing_fact_leaves_its_line_out(self, kind, known):
        """Never a placeholder, and nothing of what is not known."""
        text = " ".join(script(kind, {name: FACTS[name] for name in known}).lines)
        assert "{" not in text
        for name in FACTS.keys() - known:
            assert FACTS[name].rstrip(".") not in text

    @pytest.mark.parametrize("kind", [Kind.REAPPROACH, Kind.WITHDRAW_ACCEPTANCE])
    def test_a_reason_is_said_as_a_phrase_or_as_its_own_sentence(self, kind):
        """Never a sentence inside a sentence, and never both."""
        line = {"reason_line": FACTS["reason_line"]}
        assert "reason" in (told := " ".join(script(kind, line).lines))
        assert "The commute would not work for me." in told
        both = " ".join(script(kind, line | {"reason": "the daily journey."}).lines)
        assert "the daily journey." in both
        assert FACTS["reason_line"] not in both

    @each_kind
    def test_blank_facts_are_missing_facts(self, kind):
        """Spaces are no answer."""
        assert script(kind, dict.fromkeys(FACTS, "  ")) == script(kind, {})

    @each_kind
    def test_braces_in_a_fact_are_only_braces(self, kind):
        """What the person types is never read as a slot."""
        assert "{me}" in script(kind, FACTS | {"contact": "{me}"}).lines[0]

    def test_a_long_story_drops_what_is_optional(self):
        """What matters stays."""
        long = " ".join(["Word"] * 150)
        text = " ".join(script(Kind.REAPPROACH, FACTS | {"changed": long}).lines)
        assert FACTS["value"] not in text
        assert long in text

    def test_a_story_that_is_too_long_is_told_so(self):
        """It is never cut; its length is shown."""
        said = script(Kind.REAPPROACH, FACTS | {"changed": " ".join(["word"] * 400)})
        assert not said.is_brief
        assert said.seconds > 90

    @given(st.dictionaries(st.sampled_from(sorted(FACTS)), st.text(max_size=200)))
    def test_facts_of_any_length_and_script_can_be_said(self, facts):
        """Whatever is typed, there is a call to make."""
        assert script(Kind.REAPPROACH, facts).lines
        assert voicemail(Kind.REAPPROACH, facts).lines

    def test_words_are_counted_as_people_count_them(self):
        """Apostrophes, hyphens and figures do not split a word."""
        assert Script(("It's a well-known £48,000 role.",)).words == 5

    def test_going_back_never_asks_for_more(self):
        """Evidence 20: own the no, ask if it is open, do not reopen pay, make a no easy."""
        text = " ".join(script(Kind.REAPPROACH, FACTS).lines).casefold()
        for part in ("i said no", "if it is still open", "as it stood", "if it is too late"):
            assert part in text
        assert not re.search(r"salary|pay\b|better terms", text)

    def test_a_counter_says_that_it_would_be_a_yes(self):
        """One ask, one measure, and the will to accept."""
        text = " ".join(script(Kind.COUNTER, FACTS).lines)
        assert "Could we meet at one day a week from home?" in text
        assert "ready to say yes" in text


class TestVoicemail:
    """Nobody answers: a short message, and the letter carries the rest."""

    @each_kind
    def test_it_is_short(self, kind):
        """Half a minute at most."""
        assert voicemail(kind, FACTS).seconds <= 30


class TestTheSheet:
    """What to have at hand."""

    def test_their_four_worries_wait_for_true_answers(self):
        """The person fills them; an empty answer is still to be found."""
        worries = list(call_words().sheet.worries)
        assert len(worries) == 4

    def test_five_questions_on_what_changed_there(self):
        """S0-26: leaders, projects, culture among them."""
        asked = " ".join(call_words().sheet.questions).casefold()
        assert all(each in asked for each in ("leads", "projects", "work together", "still open"))
