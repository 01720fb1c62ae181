"""Touchpoints: each contact with a person, who began it, and what came of it; and what was given.

Letters that went out, and answers to them, are contacts too; they are read from the letters
themselves (`core.network.contacts`), never noted twice.
"""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from core.records import Happening, Line, Text


class Channel(StrEnum):
    """How two people were in contact."""

    MESSAGE = "message"
    EMAIL = "email"
    LETTER = "letter"
    CALL = "call"
    MET = "met"
    VIDEO = "video"
    EVENT = "event"
    REACTION = "reaction"


TALKS = frozenset({Channel.CALL, Channel.MET, Channel.VIDEO, Channel.EVENT})
"""Channels in which both were there: whoever began, the other was heard."""


class Started(StrEnum):
    """Who began."""

    ME = "me"
    THEM = "them"


class CameOf(StrEnum):
    """What came of a contact."""

    LEARNED = "learned"
    LEAD = "lead"
    INTRODUCTION = "introduction"
    REFERRAL = "referral"
    NOTHING = "nothing"


class Touchpoint(Happening):
    """One contact with one person, on its day.

    A reaction (a like, a short comment) is noted but is no real contact: it moves no clock.
    `asked` is what was asked of them, `gave` what was given, each in one line; `who_else` whom
    they named. Thanks are owed where `owes_thanks` is set and `thanked_on` is not.
    """

    called: ClassVar[str] = "contact"
    inner: ClassVar[frozenset[str]] = frozenset({"person_id", "talk_id", "event_id"})

    person_id: str
    channel: Channel = Channel.MESSAGE
    started: Started = Started.ME
    came_of: tuple[CameOf, ...] = ()
    note: Text = ""
    asked: Line = ""
    gave: Line = ""
    who_else: Line = ""
    owes_thanks: bool = False
    thanked_on: date | None = None
    talk_id: str = ""
    event_id: str = ""

    @property
    def is_real(self) -> bool:
        """Whether it is a real contact, from which the clock runs."""
        return self.channel is not Channel.REACTION

    @property
    def is_heard(self) -> bool:
        """Whether the other was heard in it: they began it, or both were there."""
        return self.started is Started.THEM or self.channel in TALKS


class GiveKind(StrEnum):
    """What kind of thing was given (catalogue S2-34)."""

    SHARED = "shared"
    HELPED = "helped"
    INTRODUCED = "introduced"
    POSTED = "posted"


class Give(Happening):
    """Something small that was given, to somebody or to nobody in particular."""

    called: ClassVar[str] = "thing you gave"
    inner: ClassVar[frozenset[str]] = frozenset({"person_id"})

    kind: GiveKind
    what: Line
    person_id: str = ""
