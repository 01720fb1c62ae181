"""Reasons: what a letter is understood to give as the reason for a no."""

import tomllib
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.content.cases import LetterTag
from core.content.files import EN
from core.content.letter_openness import openness_words
from core.content.letter_reasons import LetterReasons
from core.letters.findings import CaseFacts, Level, rewritten
from core.letters.kinds import Kind, Openness
from core.letters.reasons import read_reasons, read_tags
from core.letters.rules.draft import Draft
from core.letters.rules.reasons import RULES

TAGS = get_args(LetterTag)
TRUE_LINES = [
    (tag, line) for tag, each in openness_words().tags.items() for line in (each.soft, each.plain)
] + [(each.tag, each.text) for each in openness_words().general.values()]

GIVEN = {
    "pay": [
        "I have to say no because of the money.",
        "in the end the pay wasnt enough for us to live on in london",
        "Having looked at our mortgage, I cannot make the numbers work on this salary.",
        "Unfortunately the salary is below what I earn now.",
        "I can't afford to take the pay cut.",
        "My reason is simple: the salary.",
        "We could not agree on the salary.",
        "Due to financial reasons I cannot join you.",
    ],
    "location": [
        "The commute would be over an hour each way, which is too much for me.",
        "I decided against it because Leeds is just too far from home.",
        "we cannot move to Glasgow this year",
        "It came down to the daily journey.",
        "My partner and I have decided to stay in Bristol.",
        "Being on site every day is not possible for me.",
        "i cant do the travel every day sorry",
        "We will stay here. It is only for the location.",
    ],
    "hours": [
        "The shifts don't fit with the school run.",
        "I can\u2019t work weekends.",
        "It is because of the night shifts.",
        "I'm looking for part-time work.",
        "I do not want to be on call again.",
        "A full-time post is more than I can take on at present.",
    ],
    "content": [
        "The day-to-day tasks are not what I want to do.",
        "The role is mostly sales, and I want to keep teaching.",
        "I came to see that I would miss the patients.",
        "the tasks dont suit me",
    ],
    "growth": [
        "I don't see enough room for growth in the role.",
        "It does not fit with my career plans.",
        "I feel it would be a step back for me.",
        "I am going freelance.",
        "It is not the right match for where I want to grow next.",
        "The position is not aligned with my long-term goals.",
    ],
    "culture": [
        "It was the culture, to be honest.",
        "I didn't feel comfortable with the management style.",
        "the atmosphere felt wrong to me",
        "I do not think your way of working would suit me.",
    ],
    "other_offer": [
        "I have accepted another offer.",
        "I've decided to go with another company.",
        "I have accepted a position elsewhere.",
        "i already signed with other company",
        "I've opted for a role at a smaller studio.",
        "Another company has made me an offer and I accepted it.",
        "I start elsewhere in May.",
    ],
    "personal": [
        "I have to decline for personal reasons.",
        "My mother is ill and needs me at home.",
        "due to personal circumstances i cant take it",
        "There has been a change at home.",
    ],
    "timing": ["The timing is not right for me.", "It's a question of timing."],
}
NOT_GIVEN = [
    "I enjoyed the culture day and meeting the team.",
    "Your work on growth hormones is what drew me to the lab.",
    "It was never about the money.",
    "This has nothing to do with the salary.",
    "The pay was generous and the hours were fine.",
    "I did not decline because of the commute.",
    "Thank you for explaining the hours and the pay so clearly.",
    "If a role nearer to home comes up, I would love to hear about it.",
    "Should another role open on the data side, please let me know.",
    "I will pay attention to your advice.",
    "Thank you for the two hours you gave me.",
    "I have thought about it over the weekend.",
    "It was a hard decision because I liked the team very much.",
    "I have not accepted another offer.",
    "Despite the long commute I would have loved the job.",
    "The salary was not the issue.",
    "I told the hiring manager the same.",
    "I wanted to tell you today so that you can plan the rota.",
    "I have decided to stay in my current role.",
    "I can't accept the role at this time.",
    "I have no complaints about the hours or the pay.",
    "Please give my best to your family.",
    "They wanted someone with more experience in pay data.",
]


def findings(rule, text, kind=Kind.DECLINE, **facts):
    """What one rule says about a text."""
    return list(RULES[rule](Draft(kind, None, text, CaseFacts(**facts))))


class TestReading:
    """A reason is read where it is given, and nowhere else."""

    @pytest.mark.parametrize(
        ("tag", "text"), [(tag, text) for tag, texts in GIVEN.items() for text in texts]
    )
    def test_a_reason_that_is_given(self, tag, text):
        """In many words: short, long, without apostrophes, by people who learned English late."""
        assert tag in read_tags(text)

    @pytest.mark.parametrize(("tag", "line"), TRUE_LINES)
    def test_the_sentences_that_ajar_offers(self, tag, line):
        """What the chooser offers for a reason is read as that reason and no other."""
        assert read_tags(line) == {tag}

    @pytest.mark.parametrize("text", NOT_GIVEN)
    def test_no_reason(self, text):
        """Praise, denial, doors, names of things and what they said are no reasons of mine."""
        assert read_tags(text) == frozenset()

    @pytest.mark.parametrize(
        ("text", "tags"),
        [
            ("The culture felt wrong and the pay was low, so I have declined.", {"culture", "pay"}),
            ("It is not the pay, it is the commute.", {"location"}),
            ("I said no because of the commute, but the pay was fine.", {"location"}),
            (
                "I told them about the commute, but really it was the culture.",
                {"location", "culture"},
            ),
            ("I liked the culture, and yet I have accepted another offer.", {"other_offer"}),
        ],
    )
    def test_some_of_several(self, text, tags):
        """Each topic of a sentence is judged by what is said of it."""
        assert read_tags(text) == tags

    @pytest.mark.parametrize(
        "text",
        [
            "I didn't get the job. It was because of the hours they need.",
            "They went with another candidate because the pay was too high for them.",
            "The role was cut because of money.",
        ],
    )
    def test_their_no_has_no_reason_of_mine(self, text):
        """A letter that tells that somebody else decided gives no reason for a no."""
        assert read_reasons(text) == ()

    def test_a_reason_knows_its_words(self):
        """What was read can be shown: the place is that of the words in the letter."""
        text = "Dear Jonas,\n\nThank you. The pay was too LOW for me.\n\nBest,\nSam"
        (found,) = read_reasons(text)
        assert found.tag == "pay"
        assert "pay" in text[found.words.start : found.words.end]
        assert text[found.sentence.start : found.sentence.end] == "The pay was too LOW for me."

    @given(st.text())
    def test_any_text_can_be_read(self, text):
        """Whatever was typed, reading it ends, and every place lies in the text."""
        for each in read_reasons(text):
            assert each.tag in TAGS
            assert 0 <= each.words.start < each.words.end <= len(text)


def test_a_slip_in_a_pattern_is_named():
    """Who edits the words of a tag and writes no pattern is told which one it is."""
    raw = tomllib.loads((EN / "letter_reasons.toml").read_text(encoding="utf-8"))
    raw["tags"]["pay"]["words"].append("(salary")
    with pytest.raises(ValueError, match=r"\(salary"):
        LetterReasons.model_validate(raw).compile_all()


class TestOpenness:
    """R11: a letter gives as much of the reason as was chosen."""

    NONE, GENERAL, SPECIFIC = Openness

    @pytest.mark.parametrize(
        ("openness", "text", "message"),
        [
            (NONE, "I have decided to decline because of the salary.", "reason_beyond_none"),
            (NONE, "I have decided to decline.", None),
            (NONE, "I decline, as the timing is not right for me.", None),
            (GENERAL, "I decline because the commute is too long.", "reason_beyond_generic"),
            (GENERAL, "I have decided to decline for personal reasons.", None),
            (GENERAL, "I have accepted another offer.", None),
            (SPECIFIC, "I decline because of the commute.", None),
            (SPECIFIC, "I decline because the timing is not right.", None),
            (SPECIFIC, "I have decided to decline.", "reason_left_out"),
            (SPECIFIC, "I decline because of the pay and the commute.", "more_than_one_reason"),
            (SPECIFIC, "My mother lives with us now, and nights would not work.", None),
        ],
    )
    def test_each_level(self, openness, text, message):
        """None, a general one, or exactly one; timing is no breach, background no second one."""
        said = {each.message for each in findings("R11", text, openness=openness)}
        assert said == ({message} if message else set())

    def test_a_list_of_complaints(self):
        """R11b: three reasons are a list, at whatever openness, and even if none was chosen."""
        text = "The salary is too low, the commute is too long and the hours are too early."
        for openness in (None, *Openness):
            said = {each.message for each in findings("R11", text, openness=openness)}
            assert said == {"list_of_complaints"}

    def test_the_persons_answer_wins(self):
        """What they say their reason is counts, in place of what was read."""
        text = "I have decided to decline because of the salary."
        none = {"openness": Openness.NONE}
        assert not findings("R11", text, tags=frozenset(), **none)
        assert findings("R11", "I have decided to decline.", tags=frozenset({"pay"}), **none)

    @pytest.mark.parametrize(
        ("text", "left"),
        [
            (
                "I have decided to decline because of the salary. I wish you well.",
                "I have decided to decline. I wish you well.",
            ),
            (
                "I have decided to decline. The commute would not work for me. I wish you well.",
                "I have decided to decline. I wish you well.",
            ),
        ],
    )
    def test_a_reason_too_many_can_be_taken_out(self, text, left):
        """One click takes out the reason, and what stays is a whole text that gives none."""
        (found,) = findings("R11", text, openness=Openness.NONE)
        assert rewritten(text, found) == left
        assert not findings("R11", left, openness=Openness.NONE)

    @pytest.mark.parametrize(
        "kind", sorted(set(Kind) - {Kind.DECLINE, Kind.DECLINE_DOOR_OPEN, Kind.REFERRER_NOTE})
    )
    def test_other_kinds_are_left_alone(self, kind):
        """Only a no and the note to a referrer are held against the choice."""
        text = "I had to say no because of the salary."
        assert not findings("R11", text, kind, openness=Openness.NONE)


class TestTheSameToAll:
    """R12: employer, referrer and a later letter hear the same reason."""

    @pytest.mark.parametrize("mine", TAGS)
    @pytest.mark.parametrize("theirs", TAGS)
    def test_two_answers(self, mine, theirs):
        """Two reasons clash unless they are one; beside none or timing one is a question."""
        found = findings(
            "R12", "No.", tags=frozenset({mine}), pair_tags=frozenset({theirs, "timing"})
        )
        assert bool(found) is (mine != theirs)
        level = Level.WARNING if "timing" in {mine, theirs} else Level.ERROR
        assert all(each.level is level for each in found)

    @pytest.mark.parametrize(
        ("text", "pair", "level"),
        [
            ("I said no because of the commute.", {"location"}, None),
            ("I said no because of the commute.", {"pay"}, Level.ERROR),
            ("I said no because of the commute.", set(), Level.WARNING),
            ("I said no.", set(), None),
            ("I said no.", {"pay"}, Level.WARNING),
            ("The timing was off, and nothing more.", set(), None),
            ("With my mother ill at home, nights would not work.", {"hours"}, None),
            ("I have accepted another offer, closer to the work I love.", {"other_offer"}, None),
        ],
    )
    def test_as_read_in_a_note_to_the_referrer(self, text, pair, level):
        """Another reason is an error, one that only one letter gives asks, background is none."""
        found = findings("R12", text, Kind.REFERRER_NOTE, pair_tags=frozenset(pair))
        assert [each.level for each in found[:1]] == ([level] if level else [])

    def test_what_came_since_is_no_reason(self):
        """On the way back a job taken meanwhile, or news from home, is not why it was no."""
        text = "I turned it down in June and took a job at a bigger firm."
        assert not findings("R12", text, Kind.REAPPROACH, pair_tags=frozenset({"pay"}))
        text = "I turned it down in June because of the hours."
        assert findings("R12", text, Kind.REAPPROACH, pair_tags=frozenset({"pay"}))

    def test_nothing_to_compare_with(self):
        """Without a sister letter, or where they decided, nothing can differ."""
        text = "I said no because of the commute."
        assert not findings("R12", text)
        assert not findings("R12", text, pair_tags=frozenset({"pay"}), own_decision=False)


class TestTrue:
    """R32: an offer that there is not is no reason."""

    @pytest.mark.parametrize(("known", "found"), [(True, False), (None, False), (False, True)])
    def test_another_offer(self, known, found):
        """It is an error only where the case says that there is none."""
        said = findings("R32", "I have accepted another offer.", other_offer=known)
        assert bool(said) is found
        assert all(each.level is Level.ERROR for each in said)

    def test_an_answer_wins(self):
        """Who says that this was not the reason is believed."""
        text = "I have accepted another offer."
        assert not findings("R32", text, other_offer=False, tags=frozenset({"pay"}))
