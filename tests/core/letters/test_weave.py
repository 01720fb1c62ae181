"""Weaving: what a person wrote by hand is never overwritten by what Ajar composes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.letters.compose import body_of
from core.letters.letter import Piece
from core.letters.weave import Woven, insist, weave

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


@pytest.mark.parametrize("piece", LETTER)
def test_on_request_a_sentence_replaces_what_was_written_there(piece):
    """Who asks for the new sentence gets it where the old one stood, and nothing else changes."""
    body = body_of(LETTER).replace(piece.text, "My own words here")
    assert insist(body, LETTER, piece.move) == body_of(LETTER)


def test_a_postscript_outlives_a_new_closing():
    """Even then, what stands below in a paragraph of its own stays."""
    body = body_of(LETTER).replace(BYE.text, "Cheers, S") + "\n\nP.S. Hello to Lena."
    assert insist(body, LETTER, "closing") == f"{body_of(LETTER)}\n\nP.S. Hello to Lena."


MY_THANKS, MY_GOOD = "Thanks, in my words.", "Lena's lab was a joy."
CHANGED = {THANKS.text: MY_THANKS, GOOD.text: MY_GOOD, ASK.text: "My ask?", BYE.text: "Cheers, S"}


def by_hand(*pieces):
    """The letter with these pieces rewritten."""
    body = body_of(LETTER)
    for piece in pieces:
        body = body.replace(piece.text, CHANGED[piece.text])
    return body


@pytest.mark.parametrize("rewritten", [(THANKS, GOOD), (GOOD, ASK), (ASK, BYE), LETTER[1:]])
def test_the_neighbour_keeps_its_own_words(rewritten):
    """Of neighbours that were rewritten, only the one that is asked for gives way."""
    for piece in rewritten:
        others = [each for each in rewritten if each is not piece]
        assert insist(by_hand(*rewritten), LETTER, piece.move) == by_hand(*others)


@pytest.mark.parametrize("move", ["thanks", "good"])
@pytest.mark.parametrize(
    "mine", ["Thanks for all of it", "One. Two. Three.", "One.\n\nTwo. Three."]
)
def test_what_may_be_a_neighbours_stays(move, mine):
    """Where it cannot be told whose words they are, the new sentence comes beside them."""
    body = body_of(LETTER).replace(f"{THANKS.text} {GOOD.text}", mine)
    text = insist(body, LETTER, move)
    new = THANKS.text if move == "thanks" else GOOD.text
    assert mine in text
    assert sorted(text.split()) == sorted([*body.split(), *new.split()])


@given(st.lists(mine, min_size=2, max_size=4), st.sampled_from(LETTER))
def test_no_words_of_another_move_are_lost(own, piece):
    """Whatever stands for the moves between, at most one move's worth of it is replaced."""
    marked = [f"<{n}>{each}<{n}/>" for n, each in enumerate(own)]
    body = body_of(LETTER)
    rewritten = [each for each in LETTER[1:-1] if each is not piece]
    for words, other in zip(marked, rewritten, strict=False):
        body = body.replace(other.text, words)
    text = insist(body.replace(piece.text, "Mine."), LETTER, piece.move)
    kept = [words for words, _ in zip(marked, rewritten, strict=False)]
    assert all(each in text for each in kept)
    assert piece.text in text


def test_a_greeting_that_cannot_be_told_apart_comes_first():
    """The new greeting stands at the top, and what was written there below it."""
    body = body_of(LETTER).replace(f"{HELLO.text}\n\n{THANKS.text}", "Hey. You. There.")
    assert insist(body, LETTER, "greeting") == f"{HELLO.text}\n\n{body}"


def test_a_deleted_sentence_comes_back_where_it_stood():
    """Who took it out and asks for it again gets it without a double gap."""
    body = body_of((HELLO, THANKS, ASK, BYE))
    assert insist(body, LETTER, "good") == body_of(LETTER)


@pytest.mark.parametrize(
    ("before", "own"),
    [
        (f"{HELLO.text}\n\n", f"{HELLO.text}\n\nThank you.\n\n"),
        (f"{GOOD.text} ", f"{GOOD.text} Truly. Thank you. I mean it. "),
        ("", "Thank you. "),
    ],
)
def test_the_same_words_by_hand_are_not_taken_for_ours(before, own):
    """Of two places with the same words, the one in its place among the others is Ajar's."""
    thanks = Piece(move="thanks", text="Thank you.", paragraph=1)
    letter = (HELLO, GOOD, thanks, ASK, BYE) if GOOD.text in before else (HELLO, thanks, ASK, BYE)
    body = body_of(letter).replace(before, own, 1) if before else own + body_of(letter)
    after = tuple(said(each, "I am grateful.") if each is thanks else each for each in letter)
    woven = weave(body, letter, after)
    new = body_of(after)
    assert woven.body == (new.replace(before, own, 1) if before else own + new)
    assert woven.by_hand == ()


def test_a_moved_sentence_is_still_found():
    """Who changed the order of the sentences gets new words for each of them."""
    body = body_of((HELLO, said(ASK, ASK.text), THANKS, BYE))
    after = (HELLO, said(THANKS, "I am grateful."), ASK, BYE)
    woven = weave(body, (HELLO, THANKS, ASK, BYE), after)
    assert woven == Woven(body.replace(THANKS.text, "I am grateful."))


def test_words_by_hand_stay_in_their_paragraph():
    """A new paragraph does not come between a sentence and what was written behind it."""
    before, after = (HELLO, THANKS, BYE), (HELLO, THANKS, ASK, BYE)
    mine = f"{THANKS.text} And for the tea."
    body = body_of(before).replace(THANKS.text, mine)
    assert weave(body, before, after).body == body_of(after).replace(THANKS.text, mine)


def test_a_paragraph_that_was_split_is_not_taken_for_sentences():
    """Where there are more paragraphs than moves, none of them gives way."""
    body = body_of(LETTER).replace(f"{THANKS.text} {GOOD.text}", "Thanks, it was lovely.")
    body = body.replace(ASK.text, "One more thing.\n\nMay I ask?")
    assert insist(body, LETTER, "good") == body.replace("Ada,", f"Ada,\n\n{GOOD.text}")
