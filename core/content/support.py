"""What `support.toml` holds: the words of the support cards, and helplines by country."""

from datetime import date
from functools import cache
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StringConstraints

from core.content.files import load
from core.content.shapes import Content, Slotted, Table, Words

Number = Annotated[str, StringConstraints(pattern=r"^\d[\d -]*\d$")]
"""A number to dial or text: digits, spaces and hyphens."""

Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
"""A country as a two-letter ISO 3166 code."""

Channel = Literal["call", "text", "chat"]
CheckedOn = Annotated[date | None, BeforeValidator(lambda value: value or None)]
"""The day on which a person called or wrote to see that a number works; empty until then."""


class HelpLine(Content):
    """One service: `said` is how a sentence names it, `keyword` the word to text.

    `free` is set only where the source says so.
    """

    service: Words
    said: str = ""
    numbers: Annotated[tuple[Number, ...], Field(min_length=1)]
    channels: Annotated[tuple[Channel, ...], Field(min_length=1)]
    keyword: str = ""
    free: bool = False
    hours: str = ""
    languages: str = ""
    source: Words
    checked_on: CheckedOn = None


class Country(Content):
    """The lines of one country, the first one first, and its emergency numbers."""

    name: Words
    emergency: Annotated[tuple[Number, ...], Field(min_length=1)]
    emergency_note: str = ""
    lines: Annotated[tuple[HelpLine, ...], Field(min_length=1)]


class Anywhere(Content):
    """What helps in every country: an address, and what to say where no number is known."""

    service: Words
    address: Words
    address_words: Words
    emergency: Words
    emergency_eu: Words
    source: Words
    checked_on: CheckedOn = None


class Openings(Content):
    """How the crisis card begins: after words, after the button."""

    words: Words
    button: Words


class CardWords(Content):
    """The parts of the card's sentence; `core.support.card_sentence` puts them together."""

    opening: Openings
    reach: Words
    reach_by_keyword: Words
    reach_anywhere: Words
    free: Words
    not_sure: Words
    danger: Words
    company: Words


class Freshness(Content):
    """What a line says on when its number was last tried by a person."""

    not_checked: Words
    checked: Words
    stale: Words


class TierWords(Content):
    """What each tier says beside the card, and what leads on from it."""

    t1: Words
    t1_action: Words
    t1_talk: Words
    t2: Words
    t2_people: Words
    t2_doctor: Words
    t2_lines: Words
    t3: Words
    t3_not_safe_button: Words
    t3_close: Words


class SupportWords(Slotted):
    """Everything that the support screen, the cards and the footer say."""

    scope: Words
    either: Words
    channels: Table[Channel, Words]
    tiers: TierWords
    card: CardWords
    freshness: Freshness
    friend_texts: Annotated[tuple[Words, ...], Field(min_length=3)]
    right_now: Annotated[tuple[Words, ...], Field(min_length=5)]
    anywhere: Anywhere
    countries: Table[Code, Country]


@cache
def support_words() -> SupportWords:
    """Return the words and lines of support."""
    return load("support.toml", SupportWords)
