"""The wordings of every kind of letter: enough of them, different from each other, and true."""

import re
from itertools import combinations, product

import pytest

from core.content.letters import common_words, kind_words
from core.letters.compose import Choices, compose, facts_asked, known_facts, moves_of
from core.letters.kinds import Firmness, Kind, Openness, Tone
from core.letters.phrases import word_count
from tests.core.letters.plausible_facts import answers, plausible

MOST_ALIKE = 0.6
TEMPLATE = re.compile(r"\{[%{].*?[%}]\}")
UNFILLED = re.compile(r"[{}\[\]]|__|\bNone\b")
every_kind = pytest.mark.parametrize("kind", Kind)


def distinct_words(wording):
    """The words of a wording, without the places of facts."""
    return set(re.findall(r"[a-z]+(?:['\u2019][a-z]+)*", TEMPLATE.sub(" ", wording).casefold()))


def alike(one, other):
    """How much of their words two wordings share: 0 none, 1 all (Dice coefficient)."""
    mine, theirs = distinct_words(one), distinct_words(other)
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


def wordings_of(move):
    """Every wording of a move, in all tones and firmnesses."""
    by_tone = move.by_firmness.values() or (move.wordings,)
    return [text for tones in by_tone for texts in tones.values() for text in texts]


def colours(kind):
    """Every variant, tone, firmness and openness that makes a difference to a kind."""
    words = kind_words(kind)
    firmness = Firmness if words.has_firmness else (Firmness.PLAIN,)
    levels = Openness if any(move.openness for move in words.moves) else (Openness.NONE,)
    for variant, tone, firm, openness in product(words.variants or ("",), Tone, firmness, levels):
        yield Choices(kind, variant, tone, firm, openness)


def with_optional(choices, seed, wanted):
    """These choices with a seed, and with the optional moves that are wanted."""
    moves = (move.id for move in kind_words(choices.kind).moves if not move.required)
    optional = frozenset(move for n, move in enumerate(moves) if wanted >> n & 1)
    return Choices(
        choices.kind,
        choices.variant,
        choices.tone,
        choices.firmness,
        choices.openness,
        optional,
        seed,
    )


@every_kind
def test_a_kind_has_its_words(kind):
    """Every kind loads, and knows the question for each fact that its wordings use."""
    words = kind_words(kind)
    known = {*common_words().facts, *words.facts}
    assert set(words.ask) <= known
    assert words.least < words.most
    used = {fact for each in colours(kind) for fact in facts_asked(with_optional(each, 0, -1))}
    assert used == set(words.ask)


@every_kind
def test_no_two_wordings_of_a_move_are_alike(kind):
    """Two people, or two letters of one person, do not say the same in the same words."""
    twins = [
        (move.id, one, other)
        for move in kind_words(kind).moves
        for one, other in combinations(wordings_of(move), 2)
        if alike(one, other) >= MOST_ALIKE
    ]
    assert twins == []


@every_kind
def test_no_question_is_left_without_plausible_answers(kind):
    """The tests below speak of every question: at least four answers to each."""
    assert all(len(plausible(kind).get(fact, ())) >= 4 for fact in kind_words(kind).ask)


@every_kind
def test_every_letter_is_whole(kind):
    """With its facts, each letter says every move and asks for nothing more."""
    for n, colour in enumerate(colours(kind)):
        for seed in range(6):
            choices = with_optional(colour, seed, n + seed)
            letter = compose(choices, answers(kind, seed + n))
            said = [piece.move for piece in letter.pieces]
            assert letter.missing == ()
            assert said == ["greeting", *(move.id for move in moves_of(choices)), "closing"]
            assert not UNFILLED.search(letter.body + letter.subject), letter.body
            assert "  " not in letter.body
            assert not re.search(r"[.,;:?][.,;]|\s[.,;:?]", letter.body), letter.body
            assert 0 < len(letter.subject) <= 60, letter.subject


@every_kind
def test_a_letter_says_what_was_told(kind):
    """A fact that a letter uses stands in it as it was told; what was not told does not."""
    for seed in range(6):
        choices = with_optional(next(iter(colours(kind))), seed, -1)
        told = answers(kind, seed)
        bare = compose(choices, {"me": told["me"]})
        for text in known_facts(choices, told).values():
            if len(text) > 20:
                assert text.casefold() not in bare.body.casefold()


@every_kind
def test_lengths_leave_room(kind):
    """Required moves alone reach the least words; typical choices stay within the most."""
    words = kind_words(kind)
    for seed in range(12):
        for colour in colours(kind):
            short = compose(with_optional(colour, seed, 0), answers(kind, seed))
            assert word_count(short.body) >= words.least, short.body
            assert word_count(short.body) <= words.most, short.body


@every_kind
def test_a_letter_that_is_too_long_says_what_to_leave_out(kind):
    """Without the optional moves that are named, a letter is not longer than its kind may be."""
    for seed in range(6):
        for colour in colours(kind):
            full = with_optional(colour, seed, -1)
            told = answers(kind, seed)
            letter = compose(full, told)
            kept = full.optional - set(letter.drop)
            shorter = compose(
                Choices(kind, full.variant, full.tone, full.firmness, full.openness, kept, seed),
                told,
            )
            assert shorter.drop == ()
            assert word_count(shorter.body) <= kind_words(kind).most
