"""Composing: a letter says what was told, as it was told, and nothing else."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.content.letters import common_words, kind_words
from core.letters.compose import (
    SUBJECT_LENGTH,
    Choices,
    body_of,
    compose,
    facts_asked,
    known_facts,
    moves_of,
)
from core.letters.kinds import Firmness, Kind, Openness, Tone
from core.letters.letter import Piece
from core.letters.phrases import word_count
from tests.core.letters.plausible_facts import answers

every_kind = pytest.mark.parametrize("kind", Kind)
every_tone = pytest.mark.parametrize("tone", Tone)
seeds = st.integers(0, 10**6)

HARD_FACTS = {
    "braces": "{{ me }} and {{ nobody }}",
    "raw": "{% raw %} of {% endraw %}",
    "broken template": "{% if x %} {{ {# }}",
    "markdown": "*bold* [link](http://x.example) `code` # no <b>html</b> \\n",
    "long": "ab " * 66 + "ab",
    "emoji": "\U0001f469\u200d\U0001f680 and \U0001f642",
    "right to left": "שלום مرحبا",
    "control": "a\u202eb\u2066c",
    "quotes": "\"it\" 'is' \u201cso\u201d & <so>",
}
hard = pytest.mark.parametrize("fact", HARD_FACTS.values(), ids=HARD_FACTS)

MINE = Choices(Kind.FEEDBACK_REQUEST, "interviewer", optional=frozenset({"good_thing"}))
TOLD = {"me": "Sam Reyes", "contact": "Amara Bello", "focus": "my answer in the case task"}


def whole(kind, seed=0, **more):
    """Choices that want every optional move of a kind."""
    words = kind_words(kind)
    optional = frozenset(move.id for move in words.moves if not move.required)
    variant = next(iter(words.variants), "")
    return Choices(kind, variant, optional=optional, seed=seed, **more)


def by_move(letter):
    """What a letter says, by moves."""
    return {piece.move: piece.text for piece in letter.pieces}


class TestMissingFacts:
    """A fact that is missing is asked for, or its sentence left out."""

    @every_kind
    @settings(max_examples=15, deadline=None)
    @given(seed=seeds, data=st.data())
    def test_what_is_missing_is_asked_for_or_left_out(self, kind, seed, data):
        """Whatever subset is known: a required move speaks or its fact is named."""
        told = answers(kind, seed)
        known = {fact: told[fact] for fact in data.draw(st.sets(st.sampled_from(sorted(told))))}
        choices = whole(kind, seed, openness=data.draw(st.sampled_from(Openness)))
        letter = compose(choices, known)
        said = by_move(letter)
        silent = [each for each in moves_of(choices) if each.required and each.id not in said]
        assert bool(silent) <= bool(letter.missing)
        assert set(letter.missing) <= {*facts_asked(choices), "me"} - known.keys()
        assert not re.search(r"[{}\[\]<>]|__|\bNone\b|undefined", letter.body + letter.subject)
        assert all(piece.text.strip() for piece in letter.pieces)

    @every_kind
    @settings(max_examples=15, deadline=None)
    @given(seed=seeds, openness=st.sampled_from(Openness))
    def test_only_what_is_needed_is_called_missing(self, kind, seed, openness):
        """With the facts that were missing the letter is whole; without one of them it is not."""
        choices = whole(kind, seed, openness=openness)
        told = answers(kind, seed)
        missing = compose(choices, {}).missing
        assert missing[-1] == "me"
        assert compose(choices, {fact: told[fact] for fact in missing}).missing == ()
        for fact in missing:
            others = {each: told[each] for each in missing if each != fact}
            assert compose(choices, others).missing == (fact,)

    @pytest.mark.parametrize(
        "empty", ["", " ", "\n\t", "\u00a0", ".", " ... ", "\u2026", "?!", ",;"]
    )
    def test_an_empty_answer_is_none(self, empty):
        """Blanks and mere stops say nothing, so the letter is as if nobody had answered."""
        blank = dict.fromkeys((*kind_words(MINE.kind).ask, "contact"), empty)
        form_of_names = {"role", "contact"}
        blank = {
            fact: "" if fact in form_of_names and empty.strip() else text
            for fact, text in blank.items()
        }
        assert compose(MINE, {"me": "Sam", **blank}) == compose(MINE, {"me": "Sam"})
        assert compose(MINE, {"me": "Sam"}).missing == ("focus",)

    def test_missing_facts_come_in_the_order_of_the_questions(self):
        """The screen can lead to the first open question."""
        for kind in Kind:
            missing = compose(whole(kind, openness=Openness.SPECIFIC), {}).missing
            assert list(missing) == sorted(missing, key=(*kind_words(kind).ask, "me").index)

    @every_tone
    def test_without_a_name_to_sign_there_is_no_close(self, tone):
        """A closing with nobody under it is not written, and the name is asked for."""
        letter = compose(replace(MINE, tone=tone), TOLD | {"me": " "})
        assert letter.missing == ("me",)
        assert "closing" not in by_move(letter)


class TestFactsAsTold:
    """Facts go in as they are, and are never rendered."""

    @hard
    @settings(deadline=None)
    @given(seed=seeds, tone=st.sampled_from(Tone))
    def test_a_fact_is_never_rendered(self, fact, seed, tone):
        """Braces, Markdown, emoji and any script stand in the letter as they were typed."""
        letter = compose(
            replace(MINE, seed=seed, tone=tone), TOLD | {"focus": fact, "good_thing": fact}
        )
        stands = " ".join(fact.split())
        assert letter.body.count(stands) == 2
        assert letter.missing == ()

    @hard
    def test_names_are_never_rendered(self, fact):
        """A name is signed, and a person greeted, as they are called."""
        letter = compose(replace(MINE, tone=Tone.FORMAL), TOLD | {"me": fact})
        stands = " ".join(fact.split())
        assert letter.pieces[-1].text.endswith(f"\n{stands}")
        hostile = compose(replace(MINE, tone=Tone.FORMAL), TOLD | {"contact": "{{ me }}"})
        assert hostile.pieces[0].text == "Dear {{ me }},"

    @settings(deadline=None)
    @given(st.text(min_size=1, max_size=200), seeds)
    def test_every_letter_of_a_fact_stands(self, fact, seed):
        """Whatever is typed, the letters and figures of it are in the letter, in their order."""
        letter = compose(replace(MINE, seed=seed), TOLD | {"focus": fact})

        def letters(text):
            return "".join(each for each in text.casefold() if each.isalnum())

        assert letters(fact) in letters(letter.body)

    def test_an_answer_over_lines_stands_in_one(self):
        """Line breaks in an answer do not tear the letter apart."""
        letter = compose(MINE, TOLD | {"focus": "the case\n\n task", "role": "Head\nof Data"})
        assert "the case task" in letter.body
        assert len(letter.body.split("\n\n")) == len({piece.paragraph for piece in letter.pieces})

    def test_what_is_not_asked_is_ignored(self):
        """Facts of another kind, or of none, change nothing."""
        extra = {"their_cost": "plan", "nonsense": "x", "wordings": "y", "core_line": "z"}
        assert compose(MINE, TOLD | extra) == compose(MINE, TOLD)
        assert known_facts(MINE, extra) == {}

    @pytest.mark.parametrize("employer", ["Acme Inc.", "Yahoo!", "Who?", "So\u2026"])
    @every_tone
    def test_a_name_with_a_stop_ends_a_sentence_by_itself(self, tone, employer):
        """Two stops never meet where a name brings its own."""
        for kind in Kind:
            for seed in range(6):
                told = answers(kind, seed) | {"employer": employer, "me": "Sam R."}
                body = compose(whole(kind, seed, tone=tone), told).body
                assert f"{employer}." not in body
                assert "\ue000" not in body

    def test_its_input_stays_as_it_was(self):
        """Composing changes neither the facts nor the turns."""
        facts, turns = dict(TOLD), {"thanks": 1}
        compose(replace(MINE, turns=turns), facts)
        assert (facts, turns) == (TOLD, {"thanks": 1})


class TestWordings:
    """The seed picks the wordings, and each other wording is one click away."""

    @every_kind
    @settings(max_examples=15, deadline=None)
    @given(seed=seeds)
    def test_the_same_seed_is_the_same_letter(self, kind, seed):
        """A letter does not change by being looked at."""
        told = answers(kind, seed)
        assert compose(whole(kind, seed), told) == compose(whole(kind, seed), dict(told))

    @every_kind
    @every_tone
    def test_another_seed_is_another_letter(self, kind, tone):
        """Of twenty people who tell the same, hardly two send the same letter."""
        told = answers(kind, 0)
        bodies = {compose(whole(kind, seed, tone=tone), told).body for seed in range(20)}
        assert len(bodies) >= 15

    @every_kind
    @every_tone
    def test_the_subject_and_the_greeting_differ_too(self, kind, tone):
        """Seeds pick these as well."""
        told = answers(kind, 0) | {"contact": ""}
        letters = [compose(whole(kind, seed, tone=tone), told) for seed in range(40)]
        assert len({each.pieces[0].text for each in letters}) > 1
        assert len({each.pieces[-1].text for each in letters}) == 3
        assert len({each.subject for each in letters}) > 1

    @every_kind
    @settings(max_examples=15, deadline=None)
    @given(seed=seeds, tone=st.sampled_from(Tone), firmness=st.sampled_from(Firmness))
    def test_turns_walk_through_every_wording(self, kind, seed, tone, firmness):
        """Asking for another wording shows each once, then the first again; the rest stays."""
        choices = whole(kind, seed, tone=tone, firmness=firmness, openness=Openness.SPECIFIC)
        told = answers(kind, seed)
        first = by_move(compose(choices, told))
        counts = {"greeting": 3, "closing": len(common_words().closings[tone])} | {
            move.id: len(move.said_in(tone, firmness)) for move in moves_of(choices)
        }
        for move, count in counts.items():
            turned = [
                by_move(compose(replace(choices, turns={move: turn}), told))
                for turn in range(count + 1)
            ]
            assert len({each[move] for each in turned}) == count or move == "greeting"
            assert turned[0] == turned[count] == first
            for each in turned:
                assert each | {move: first[move]} == first

    @every_kind
    @settings(max_examples=15, deadline=None)
    @given(seed=seeds, tone=st.sampled_from(Tone))
    def test_no_two_sentences_open_alike(self, kind, seed, tone):
        """No letter begins two moves with the same two words."""
        letter = compose(
            whole(kind, seed, tone=tone, openness=Openness.SPECIFIC), answers(kind, seed)
        )
        openings = [tuple(each.text.casefold().split()[:2]) for each in letter.pieces[1:-1]]
        assert len(set(openings)) == len(openings)

    def test_turns_of_the_subject_are_counted_too(self):
        """The subject line has other wordings as well."""
        told = answers(MINE.kind, 0)
        subjects = {compose(replace(MINE, turns={"subject": n}), told).subject for n in range(3)}
        assert len(subjects) == 3


class TestChoices:
    """Optional moves, openness, firmness and variants do what they say."""

    @every_kind
    def test_optional_moves_come_by_choice(self, kind):
        """Required moves always, optional ones only where they are wanted."""
        choices = whole(kind)
        bare = replace(choices, optional=frozenset())
        assert all(move.required for move in moves_of(bare))
        for move in moves_of(choices):
            if not move.required:
                alone = moves_of(replace(choices, optional=frozenset({move.id})))
                assert [each for each in alone if not each.required] == [move]

    @settings(deadline=None)
    @given(
        kind=st.sampled_from([each for each in Kind if "core_line" in kind_words(each).ask]),
        seed=seeds,
        tone=st.sampled_from(Tone),
        firmness=st.sampled_from(Firmness),
    )
    def test_where_no_reason_is_given_none_is_said(self, kind, seed, tone, firmness):
        """A letter that gives no reason does not know it, in no variant."""
        told = answers(kind, seed) | {"core_line": "The xylophone would not fit."}
        for variant in kind_words(kind).variants or ("",):
            colours = {"tone": tone, "firmness": firmness}
            choices = replace(whole(kind, seed, **colours), variant=variant)
            letter = compose(choices, told)
            assert "xylophone" not in letter.body + letter.subject
            assert "core_line" not in letter.missing
            assert "core_line" not in known_facts(choices, told)
            said = compose(replace(choices, openness=Openness.SPECIFIC), told)
            wants = "core_line" in facts_asked(replace(choices, openness=Openness.SPECIFIC))
            assert ("xylophone" in said.body) == wants

    @every_kind
    @settings(max_examples=15, deadline=None)
    @given(seed=seeds, tone=st.sampled_from(Tone))
    def test_only_optional_moves_are_to_be_dropped(self, kind, seed, tone):
        """A long letter names optional moves that it has, and enough of them to be short again."""
        long = "so many kind words of every sort " * 6
        told = dict.fromkeys(kind_words(kind).ask, long[:199]) | {"me": "Sam"}
        choices = whole(kind, seed, tone=tone)
        letter = compose(choices, told)
        optional = {move.id for move in moves_of(choices) if not move.required}
        assert set(letter.drop) <= optional & by_move(letter).keys()
        left = compose(replace(choices, optional=choices.optional - set(letter.drop)), told)
        most = kind_words(kind).most
        assert word_count(left.body) <= most or not {*by_move(left)} & optional
        assert bool(letter.drop) <= (word_count(letter.body) > most)

    def test_the_last_move_is_dropped_first_and_no_more_than_needed(self):
        """What is left out is as little as will do."""
        choices = whole(Kind.FEEDBACK_REQUEST)
        told = answers(Kind.FEEDBACK_REQUEST, 0)
        wordy = told | {"good_thing": "kind words " * 45}
        assert compose(choices, told).drop == ()
        assert compose(choices, wordy).drop == ("good_thing",)

    @every_kind
    @settings(max_examples=15, deadline=None)
    @given(seed=seeds, tone=st.sampled_from(Tone), long=st.booleans())
    def test_a_subject_is_short(self, kind, seed, tone, long):
        """A subject fits a mail program, also where role and employer have long names."""
        told = answers(kind, seed)
        if long:
            told = dict.fromkeys(told, "very long words indeed " * 8)
        for turn in range(3):
            choices = whole(kind, seed, tone=tone, turns={"subject": turn})
            assert 0 < len(compose(choices, told).subject) <= SUBJECT_LENGTH
            assert 0 < len(compose(choices, {}).subject) <= SUBJECT_LENGTH


class TestGreeting:
    """Everybody is greeted by their name, and nobody by an empty place."""

    @pytest.mark.parametrize(
        ("contact", "near", "formal"),
        [
            ("Amara Bello", "Amara", "Amara Bello"),
            ("Dr Amina Okafor", "Dr Okafor", "Dr Okafor"),
            ("LIND, Jonas", "Jonas", "Jonas LIND"),
            ("田中 太郎", "田中 太郎", "田中 太郎"),
            ("محمد", "محمد", "محمد"),
        ],
    )
    @every_tone
    def test_the_name_stands_in_the_greeting(self, tone, contact, near, formal):
        """In every tone and wording the greeting names the recipient and ends in a comma."""
        name = formal if tone is Tone.FORMAL else near
        for turn in range(3):
            choices = replace(MINE, tone=tone, turns={"greeting": turn})
            hello = compose(choices, TOLD | {"contact": contact}).pieces[0].text
            assert re.fullmatch(rf"(Hi|Hello|Dear) {re.escape(name)},", hello)

    @every_tone
    @pytest.mark.parametrize("contact", ["", " ", ","])
    def test_without_a_recipient_there_is_a_greeting_for_all(self, tone, contact):
        """No name leaves no gap before the comma."""
        for turn in range(3):
            choices = replace(MINE, tone=tone, turns={"greeting": turn})
            hello = compose(choices, TOLD | {"contact": contact}).pieces[0].text
            assert re.fullmatch(r"(Hi|Hello|Dear hiring \w+|Dear recruiting team),", hello)


def test_sentences_make_paragraphs_and_paragraphs_a_letter():
    """One blank between sentences, one empty line between paragraphs, in their order."""
    pieces = (
        Piece(move="a", text="Hi,"),
        Piece(move="d", text="Three.", paragraph=3),
        Piece(move="b", text="One.", paragraph=1),
        Piece(move="c", text="Two.", paragraph=1),
        Piece(move="e", text="Bye,\nSam", paragraph=10),
    )
    assert body_of(pieces) == "Hi,\n\nOne. Two.\n\nThree.\n\nBye,\nSam"
    assert body_of(()) == ""
