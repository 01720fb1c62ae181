"""Phrases: an answer as people type it goes into a sentence as if it had been written there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letters.phrases import as_sentence, in_place, word_count

plain = st.text("abcXYZ 9'\u2019\n\t.,;:!?\u2026-/é中א\U0001f642", max_size=60)
inside = pytest.mark.parametrize("form", ["phrase", "clause"])


class TestInsideASentence:
    """A phrase and a clause stand in the middle: no capital by habit, no stop of their own."""

    @pytest.mark.parametrize(
        ("typed", "stands"),
        [
            ("The tour of Ward 7.", "the tour of Ward 7"),
            ("Hearing how you test", "hearing how you test"),
            ("My answers on conflict", "my answers on conflict"),
            ("How I explained it", "how I explained it"),
            ("A walk round the lab", "a walk round the lab"),
            ("It was good to meet", "it was good to meet"),
            ("In-house training", "in-house training"),
        ],
    )
    @inside
    def test_a_capital_of_habit_goes(self, form, typed, stands):
        """Who starts to type with a capital does not get one inside a sentence."""
        assert in_place(typed, form) == stands

    @pytest.mark.parametrize(
        "typed",
        [
            "I was able to see the lab",
            "I'm glad of it",
            "Beijing and its people",
            "NHS night shifts",
            "Amara's questions",
            "IT support",
            "IN and out",
            "LED lighting",
            "THE LAB",
            "A/B testing",
            "A&E at night",
            "A-level maths",
            "Theo and the team",
            "Anders",
            "Hereford",
            "iOS work",
            "Élodie's talk",
            "田中さんの話",
            "Иван's talk",
            "9 to 5",
            "",
        ],
    )
    @inside
    def test_a_capital_of_its_own_stays(self, form, typed):
        """Names, "I", and what is written in capitals stand as they were typed."""
        assert in_place(typed, form) == typed

    @pytest.mark.parametrize(
        "ending", [".", "...", "\u2026", "!", "?", " ?", "?!", ",", ";", ":", " . ", "\n", "\u00a0"]
    )
    @inside
    def test_an_end_of_its_own_goes(self, form, ending):
        """The sentence around an answer ends it, not the answer."""
        assert in_place(f"the night shifts{ending}", form) == "the night shifts"

    @inside
    def test_lines_and_blanks_become_one_blank(self, form):
        """An answer over several lines stands in one."""
        typed = "  the\n\nnight \t shifts\u00a0here "
        assert in_place(typed, form) == "the night shifts here"

    @pytest.mark.parametrize("form", ["phrase", "clause", "sentence", "name", "own"])
    @given(typed=plain)
    def test_nothing_is_lost_or_added_inside(self, form, typed):
        """Letters and figures stay, each in its place; only capitals may change."""

        def letters(text):
            return "".join(each for each in text.casefold() if each.isalnum())

        assert letters(in_place(typed, form)) == letters(typed)

    @pytest.mark.parametrize("form", ["phrase", "clause", "sentence", "name", "own"])
    @given(typed=plain)
    def test_once_is_enough(self, form, typed):
        """What stands in its place stays as it is when it is put there again."""
        once = in_place(typed, form)
        assert in_place(once, form) == once


class TestByItself:
    """Names stand as typed, sentences are whole."""

    @pytest.mark.parametrize("form", ["name", "own"])
    @pytest.mark.parametrize("typed", ["The Guardian", "Yahoo!", "Acme Inc.", "eBay", "my team?"])
    def test_a_name_stands_as_typed(self, form, typed):
        """Neither capitals nor stops of a name are touched."""
        assert in_place(f" {typed}\n", form) == typed

    @pytest.mark.parametrize(
        ("typed", "stands"),
        [
            ("the hours would not fit", "The hours would not fit."),
            ("The hours would not fit.", "The hours would not fit."),
            ("would it fit?", "Would it fit?"),
            ("it would not\u2026", "It would not\u2026"),
            ('he said "no."', 'He said "no."'),
            ("he said \u201cno.\u201d", "He said \u201cno.\u201d"),
            ("it was too far (for now.)", "It was too far (for now.)"),
            ("it was too far (for now)", "It was too far (for now)."),
            ("it was far,", "It was far."),
            ("it was far ;", "It was far."),
            ("iOS is where I want to grow", "iOS is where I want to grow."),
            ("eBay is closer", "eBay is closer."),
            ("non-UK work is hard", "Non-UK work is hard."),
            ("études come first", "Études come first."),
            ("48 hours were too much", "48 hours were too much."),
            ("\U0001f642", "\U0001f642."),
            ("", ""),
            (" \n", ""),
        ],
    )
    def test_a_sentence_is_whole(self, typed, stands):
        """It begins with a capital, unless its first word has one elsewhere, and ends once."""
        assert in_place(typed, "sentence") == stands

    @given(plain)
    def test_a_sentence_has_one_end(self, typed):
        """No text gets a second stop, and each one that says something has one."""
        said = as_sentence(typed)
        assert as_sentence(said) == said
        assert not said or said.rstrip("'\u2019").endswith((".", "!", "?", "\u2026"))

    def test_a_subject_needs_no_stop(self):
        """A subject line begins with a capital and ends as it is."""
        assert as_sentence("my  answer ", ends=False) == "My answer"


class TestWordCount:
    """Words are counted as people count them."""

    @pytest.mark.parametrize(
        ("text", "count"),
        [
            ("", 0),
            (" \n", 0),
            ("one", 1),
            ("an up-to-date list", 3),
            ("\u00a348,000 a year", 3),
            ("I don't, you don\u2019t", 4),
            ("Mary-Jane O'Neil", 2),
            ("at 3.5 days", 3),
            ("one, two; three.", 3),
            ("end.\n\nStart", 2),
            ("this \u2013 or that", 3),
            ("this\u2014or that", 3),
            ("wait\u2026 what", 2),
            ("\U0001f642 fine \U0001f680", 1),
            ("- - -", 0),
            ("snake_case", 2),
            ("田中 太郎", 2),
            ("Иван Петров", 2),
            ("محمد العلي", 2),
            ("Rene\u0301e is here", 3),
            ("अनिता शर\u094dमा", 2),
        ],
    )
    def test_words_are_counted(self, text, count):
        """Hyphens, apostrophes, amounts and accents part no words; dashes and stops do."""
        assert word_count(text) == count

    @given(st.lists(st.text("abcé中9", min_size=1, max_size=8), max_size=20), plain)
    def test_words_between_blanks_count_one_each(self, words, rest):
        """However long the blanks are, and whatever follows."""
        assert word_count(" \n ".join(words)) == len(words)
        assert word_count(f"{' '.join(words)}\n{rest}") == len(words) + word_count(rest)


@pytest.mark.parametrize(
    ("typed", "form", "stands"),
    [
        ("I loved meeting the team", "phrase", "meeting the team"),
        ("I have finished a course", "phrase", "finished a course"),
        ("so that you can plan the rota", "phrase", "plan the rota"),
        ("how i presented", "phrase", "how I presented"),
        ("i have moved", "clause", "I have moved"),
        ("what I enjoyed most", "phrase", "what I enjoyed most"),
    ],
)
def test_words_that_the_question_already_says_are_not_said_twice(typed, form, stands):
    """Who types "I loved ..." after "I enjoyed ..." gets one sentence, not two in one."""
    assert in_place(typed, form) == stands
