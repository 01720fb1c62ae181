"""A letter: what it is for, what it is made of, what it says now, and what became of it."""

from datetime import date, datetime
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from core.letters.kinds import Firmness, Kind, Openness, Tone
from core.records import Line, Part, Record, Text


class LetterState(StrEnum):
    """Where a letter stands. Writing and sending are two steps."""

    DRAFT = "draft"
    READY = "ready"
    HELD = "held"
    SENT = "sent"
    ANSWERED = "answered"
    NO_REPLY = "no_reply"


class Weighed(StrEnum):
    """Whether going back was weighed before it was written."""

    YES = "yes"
    SKIPPED = "skipped"


class Piece(Part):
    """One move of a letter in the words that Ajar put there; the body may differ by now."""

    move: str
    text: str
    paragraph: int = 0


class Version(Part):
    """The letter as it stood at a moment that the person, or sending it, kept."""

    kept_at: datetime
    subject: str
    body: str


class Letter(Record):
    """One letter, from the first fact to the answer.

    `facts` holds what the person told, by the ids of `core/content/en/letters/`; `variant` the
    situation within a kind; `optional` the optional moves that are wanted; `seed` and `turns`
    (how often another wording was asked for, by move) pick the wordings. `pieces` is what Ajar
    last put into `body`: whatever differs from it was written by hand. `tags` is what the
    person says their reason is, where they answered; it wins over what is read in the text.
    `recent_on` is the day of the recent fact that a new application names.
    """

    called: ClassVar[str] = "letter"
    inner: ClassVar[frozenset[str]] = frozenset(
        {"kind", "case_id", "to_id", "variant", "tone", "firmness", "openness", "facts", "optional"}
        | {"seed", "turns", "pieces", "tags", "weighed", "state", "held_until", "sent_by"}
        | {"follow_up_on", "follows_id", "reply_was", "versions", "archived_at", "recent_on"}
    )

    kind: Kind
    case_id: str = ""
    to_id: str = ""
    to_name: Line = ""
    to_address: Line = ""
    variant: str = ""
    tone: Tone = Tone.WARM
    firmness: Firmness = Firmness.PLAIN
    openness: Openness = Openness.NONE
    facts: dict[str, Line] = Field(default_factory=dict)
    optional: tuple[str, ...] = ()
    seed: int = 0
    turns: dict[str, int] = Field(default_factory=dict)
    pieces: tuple[Piece, ...] = ()
    subject: Line = ""
    body: Text = ""
    recent_on: date | None = None
    tags: tuple[str, ...] | None = None
    weighed: Weighed | None = None
    state: LetterState = LetterState.DRAFT
    held_until: datetime | None = None
    sent_on: date | None = None
    sent_by: str = ""
    follow_up_on: date | None = None
    follows_id: str = ""
    reply: Text = ""
    replied_on: date | None = None
    reply_was: str = ""
    versions: tuple[Version, ...] = ()
    archived_at: datetime | None = None

    @property
    def is_out(self) -> bool:
        """Whether it was sent, whatever came of it."""
        return self.state in (LetterState.SENT, LetterState.ANSWERED, LetterState.NO_REPLY)

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every text of this letter, its facts and earlier versions included."""
        kept = (text for each in self.versions for text in (each.subject, each.body))
        return (*super().own_words, *self.facts.values(), *kept)
