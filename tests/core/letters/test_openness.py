"""How open to be: the chooser, its sentences, and what is better held back."""

from datetime import date
from itertools import product
from typing import get_args

import pytest

from core.cases import Case, Direction
from core.content.cases import LetterTag
from core.content.letter_openness import openness_words
from core.content.loader import case_words
from core.letters.kinds import Firmness, Openness
from core.letters.openness import (
    choose,
    general_reasons,
    main_tag,
    process_feedback,
    reason_noun,
    reason_sentence,
)
from core.letters.reasons import read_tags

TAGS = get_args(LetterTag)
REASONS = case_words().reasons
EVERY = list(product(range(4), range(4), TAGS, range(3)))
each_tag = pytest.mark.parametrize("tag", TAGS)


def told(**facts):
    """A declined offer."""
    return Case(direction=Direction.I_SAID_NO, happened_on=date(2026, 3, 1), **facts)


class TestTheChooser:
    """All 432 answers to its four questions."""

    @pytest.mark.parametrize(("rapport", "later", "tag", "sting"), EVERY)
    def test_it_follows_its_rule(self, rapport, later, tag, sting):
        """The rule of the catalogue, line by line, and a why that has its words."""
        if sting == 2 or tag == "culture":
            expected = Openness.GENERIC
        elif rapport <= 1 and later == 0:
            expected = Openness.NONE
        elif tag == "pay":
            expected = Openness.SPECIFIC if rapport >= 1 and sting <= 1 else Openness.GENERIC
        elif rapport >= 1 or later >= 1:
            expected = Openness.SPECIFIC
        else:
            expected = Openness.GENERIC
        found = choose(rapport, later, tag, sting)
        assert found.level is expected
        assert openness_words().why[found.why]

    def test_more_rapport_never_means_less_openness(self):
        """S3-26: unless the truth would read as blame, which rapport does not change."""
        order = list(Openness)
        for rapport, later, tag, sting in EVERY:
            if rapport < 3 and sting < 2 and tag != "culture":
                now, more = (choose(r, later, tag, sting).level for r in (rapport, rapport + 1))
                assert order.index(more) >= order.index(now)

    def test_without_a_reason_there_is_none_to_give(self):
        """A clear no needs none."""
        assert choose(3, 3, None, 0).level is Openness.NONE

    def test_every_why_is_used(self):
        """A coach edits no words that nobody sees."""
        used = {choose(*each).why for each in EVERY} | {choose(0, 0, None, 0).why}
        assert used == set(openness_words().why)


class TestOfACase:
    """The chooser reads the case that it stands on."""

    @pytest.mark.parametrize(
        ("true", "given", "tag"),
        [
            (("location",), ("pay",), "location"),
            ((), ("pay", "hours"), "pay"),
            (("people", "pay"), (), "culture"),
            (("unheard_of",), (), None),
            ((), (), None),
        ],
    )
    def test_the_first_true_reason_counts(self, true, given, tag):
        """Else the first that was given; one that is not known counts as none."""
        assert main_tag(told(reasons_true=true, reasons_given=given), REASONS) == tag


class TestSentences:
    """One true sentence for each reason, cushioned or plain."""

    @each_tag
    @pytest.mark.parametrize("firmness", Firmness)
    def test_at_most_twenty_five_words_and_no_figure(self, tag, firmness):
        """Pay too is named without a number."""
        sentence = reason_sentence(tag, firmness)
        assert len(sentence.split()) <= 25
        assert not any(each.isdigit() for each in sentence)
        assert sentence.endswith(".")

    @each_tag
    def test_soft_differs_from_plain(self, tag):
        """Two ways to say one thing."""
        soft, plain = (reason_sentence(tag, each) for each in (Firmness.SOFT, Firmness.PLAIN))
        assert soft != plain
        assert reason_sentence(tag, Firmness.FIRM) == plain

    @each_tag
    @pytest.mark.parametrize("firmness", Firmness)
    def test_it_is_read_as_the_one_reason_that_it_gives(self, tag, firmness):
        """R11: the checks of a letter find this reason in it, and no other."""
        assert read_tags(reason_sentence(tag, firmness)) == {tag}

    @each_tag
    def test_the_noun_stands_after_because_of(self, tag):
        """It begins in small letters and ends without a full stop."""
        noun = reason_noun(tag)
        assert noun[0].islower()
        assert noun[-1].isalpha()


class TestGeneralReasons:
    """R32, S3-28: general is fine, false is not."""

    def test_another_offer_is_offered_only_where_there_is_one(self):
        """Whether the case says so or a reason does."""
        assert "other_offer" not in general_reasons({"culture"})
        assert "other_offer" not in general_reasons({"other_offer"}, other_offer=False)
        assert "other_offer" in general_reasons({"culture"}, other_offer=True)
        assert "other_offer" in general_reasons({"other_offer"})

    def test_what_fits_the_reasons_comes_first(self):
        """The person says of each whether it is true."""
        assert next(iter(general_reasons({"timing"}))) == "timing"

    def test_there_is_always_something_to_pick(self):
        """Each with the question that asks whether it is true."""
        assert all(each.ask.endswith("?") for each in general_reasons(()).values())
        assert len(general_reasons(())) >= 3

    def test_each_is_read_as_what_it_is(self):
        """The checks of a letter find its tag in it, and no other."""
        for each in openness_words().general.values():
            assert read_tags(each.text) == {each.tag}

    def test_only_what_a_general_reason_may_be(self):
        """R11: growth, personal, other offer or timing."""
        tags = {each.tag for each in openness_words().general.values()}
        assert tags <= {"growth", "personal", "other_offer", "timing"}


class TestFeedbackOnTheirProcess:
    """Would they ask for this, and can they act on it: catalogue S3-14."""

    @pytest.mark.parametrize(
        ("asked", "can_act", "expected"),
        [
            (True, True, "keep"),
            (True, False, "drop"),
            (False, True, "drop"),
            (False, False, "drop"),
            (False, None, "drop"),
            (None, True, "undecided"),
            (None, None, "undecided"),
        ],
    )
    def test_two_yes_keep_it(self, asked, can_act, expected):
        """One no drops it; an open question decides nothing."""
        assert process_feedback(asked=asked, can_act=can_act) == expected
        assert getattr(openness_words().process_feedback, expected)
