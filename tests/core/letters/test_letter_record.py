"""The record of a letter: what it holds of a person's own words, and how it is stored."""

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from core.letters.kinds import Firmness, Kind, Openness, Tone
from core.letters.letter import Letter, LetterState, Piece, Version, Weighed
from core.records import LINE_LENGTH, TEXT_LENGTH, longest

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
DAY = date(2026, 3, 12)
FULL = Letter(
    kind=Kind.REAPPROACH,
    case_id="c",
    to_id="p",
    to_name="Amara",
    to_address="a@example.org",
    variant="after_years",
    tone=Tone.FORMAL,
    firmness=Firmness.SOFT,
    openness=Openness.GENERIC,
    facts={"fit": "six years of shifts", "me": "Sam"},
    optional=("fit",),
    seed=4,
    turns={"fit": 2},
    pieces=(Piece(move="fit", text="I bring six years.", paragraph=2),),
    subject="A new start",
    body="Dear Amara,\n\nI bring six years.",
    tags=("location",),
    weighed=Weighed.SKIPPED,
    state=LetterState.ANSWERED,
    sent_on=DAY,
    sent_by="email",
    reply="Come by.",
    replied_on=DAY,
    reply_was="yes",
    versions=(Version(kept_at=NOW, subject="An old start", body="Dear A"),),
)


def test_every_kind_has_its_code():
    """L1 to L17, in the order in which rules and sources name them."""
    assert [kind.code for kind in Kind] == [f"L{number}" for number in range(1, 18)]
    assert (Kind.FEEDBACK_REQUEST.code, Kind.REAPPROACH.code) == ("L2", "L6")


def test_own_words_hold_everything_that_was_typed():
    """Names, addresses, facts, subject, text, reply and every earlier version."""
    assert sorted(FULL.own_words) == sorted(
        [
            "Amara",
            "a@example.org",
            "six years of shifts",
            "Sam",
            "A new start",
            "Dear Amara,\n\nI bring six years.",
            "Come by.",
            "An old start",
            "Dear A",
        ]
    )


def test_an_empty_letter_has_no_words():
    """What was never typed is not there."""
    assert Letter(kind=Kind.DECLINE).own_words == ()


def test_every_text_that_is_typed_counts_as_own_words():
    """Each line and text of the record, by its field, is among the words."""
    typed = [name for name, field in Letter.model_fields.items() if longest(field)]
    assert set(typed) == {"to_name", "to_address", "subject", "body", "reply"}
    for name in typed:
        assert Letter(**{"kind": Kind.DECLINE, name: "mine"}).own_words == ("mine",)


def test_a_letter_is_stored_as_it_is():
    """To plain JSON and back nothing changes, also through the workspace."""
    assert Letter.model_validate(FULL.model_dump(mode="json")) == FULL


def test_the_workspace_gives_it_back(on_disk, open_again):
    """Another window reads the same letter, its pieces, turns and versions included."""
    kept = on_disk.letters.add(FULL)
    (read,) = open_again().letters.all()
    assert read == kept
    stamps = {"id", "rev", "created_at", "updated_at"}
    assert read.model_dump(exclude=stamps) == FULL.model_dump(exclude=stamps)


@pytest.mark.parametrize(
    ("state", "is_out"),
    [
        (LetterState.DRAFT, False),
        (LetterState.READY, False),
        (LetterState.HELD, False),
        (LetterState.SENT, True),
        (LetterState.ANSWERED, True),
        (LetterState.NO_REPLY, True),
    ],
)
def test_what_was_sent_is_out(state, is_out):
    """Whatever came of it."""
    assert Letter(kind=Kind.DECLINE, state=state).is_out is is_out


@pytest.mark.parametrize(
    "wrong",
    [
        {"facts": {"fit": "x" * (LINE_LENGTH + 1)}},
        {"subject": "x" * (LINE_LENGTH + 1)},
        {"body": "x" * (TEXT_LENGTH + 1)},
        {"tone": "loud"},
        {"kind": "memo"},
    ],
)
def test_what_cannot_be_is_not_stored(wrong):
    """Texts beyond their length and unknown choices are refused."""
    with pytest.raises(ValidationError):
        Letter.model_validate({"kind": "decline"} | wrong)
