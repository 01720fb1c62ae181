"""Weaving: what a person wrote by hand is never overwritten by what Ajar composes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letters.compose import body_of
from core.letters.letter import Piece
from core.letters.weave import changed_by_hand, insist, weave

HELLO = Piece(move="greeting", text="Hi Ada,")
THANKS = Piece(move="thanks", text="Thank you for the talk.", paragraph=1)
GOOD = Piece(move="good", text="I enjoyed the lab.", paragraph=1)
ASK = Piece(move="ask", text="What could I practise?", paragraph=2)
BYE = Piece(move="closing", text="Kind regards,\nSam", paragraph=10)
LETTER = (HELLO, THANKS, GOOD, ASK, BYE)

moves = st.lists(st.sampled_from(LETTER[1:-1]), unique=True).map(
    lambda chosen: (HELLO, *sorted(chosen, key=LETTER.index), BYE)
)
mine = st.text("abc \n", max_size=30)


def said(piece, text):
    """The same move in other words."""
    return piece.model_copy(update={"text": text})


@given(moves, moves)
def test_an_untouched_letter_follows_every_change(before, after):
    """As long as nothing was changed by hand, the letter is what was composed last."""
    assert weave(body_of(before), before, after).body == body_of(after)


@given(moves, moves, mine)
def test_what_was_added_at_the_end_stays(before, after, postscript):
    """A line of one's own below the letter outlives every change above it, word for word."""
    body = f"{body_of(before)}\n\nP.S. {postscript}!"
    woven = weave(body, before, after)
    assert woven.body == f"{body_of(after)}\n\nP.S. {postscript}!"
    assert woven.by_hand == ()


@given(moves, moves, mine)
def test_no_sentence_of_ones_own_is_lost(before, after, own):
    """Where a sentence was rewritten, the person's words stay and the move is named."""
    rewritten = f"{own}<mine>{own}".strip()
    body = body_of(before).replace(THANKS.text, rewritten)
    after = tuple(said(each, "New words.") if each is THANKS else each for each in after)
    woven = weave(body, before, after)
    assert (rewritten in woven.body) == (THANKS in before)
    assert ("thanks" in woven.by_hand) == (THANKS in before)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            (HELLO, THANKS, BYE),
            (HELLO, THANKS, GOOD, BYE),
            "Hey Ada!\n\nThank you for the talk. I enjoyed the lab.\n\nKind regards,\nSam",
        ),
        (
            (HELLO, ASK, BYE),
            (HELLO, GOOD, ASK, BYE),
            "Hey Ada!\n\nI enjoyed the lab.\n\nWhat could I practise?\n\nKind regards,\nSam",
        ),
        (
            LETTER,
            (HELLO, GOOD, ASK, BYE),
            "Hey Ada!\n\nI enjoyed the lab.\n\nWhat could I practise?\n\nKind regards,\nSam",
        ),
        (
            LETTER,
            (HELLO, THANKS, GOOD, BYE),
            "Hey Ada!\n\nThank you for the talk. I enjoyed the lab.\n\nKind regards,\nSam",
        ),
        (
            (HELLO, THANKS, ASK, BYE),
            (HELLO, ASK, BYE),
            "Hey Ada!\n\nWhat could I practise?\n\nKind regards,\nSam",
        ),
    ],
)
def test_sentences_come_and_go_where_they_belong(before, after, expected):
    """With another greeting by hand, moves still find their place and leave no gap."""
    body = body_of(before).replace(HELLO.text, "Hey Ada!")
    assert weave(body, before, after).body == expected


def test_other_words_for_one_sentence_leave_the_rest():
    """Another wording of one sentence keeps an edit elsewhere."""
    body = body_of(LETTER).replace("the lab", "your wonderful lab")
    after = tuple(said(each, "I am grateful.") if each is THANKS else each for each in LETTER)
    assert weave(body, LETTER, after).body == body.replace(THANKS.text, "I am grateful.")


def test_an_empty_letter_takes_new_sentences():
    """Who deleted everything gets new sentences and no old ones."""
    assert weave("", (HELLO, BYE), (HELLO, GOOD, BYE)).body == GOOD.text


def test_it_is_told_what_was_changed_by_hand():
    """The screen can say which sentences are the person's own by now."""
    body = body_of(LETTER).replace("the lab", "your lab")
    assert changed_by_hand(body, LETTER) == ("good",)


@pytest.mark.parametrize("piece", LETTER)
def test_on_request_a_sentence_replaces_what_was_written_there(piece):
    """Who asks for the new sentence gets it where the old one stood, and nothing else changes."""
    body = body_of(LETTER).replace(piece.text, "My own words here")
    assert insist(body, LETTER, piece.move) == body_of(LETTER)


def test_a_postscript_outlives_a_new_closing():
    """Even then, what stands below in a paragraph of its own stays."""
    body = body_of(LETTER).replace(BYE.text, "Cheers, S") + "\n\nP.S. Hello to Lena."
    assert insist(body, LETTER, "closing") == f"{body_of(LETTER)}\n\nP.S. Hello to Lena."
