"""What `network.toml` holds: the words for people, contacts, and when somebody is due."""

from functools import cache
from typing import Annotated, Self

from pydantic import Field, model_validator

from core.content.files import load
from core.content.shapes import Slotted, Table, Words, has_words_for_all
from core.network.boundary import Question, Reading
from core.network.cadence import Band, Rests
from core.network.opener import Source
from core.network.suggested import Tie
from core.network.touchpoints import CameOf, Channel, GiveKind, Started
from core.people import Circle, Closeness


class NetworkWords(Slotted):
    """Labels by id: circles, closeness, contacts, what was given, bands, rests and ties.

    `rests` say why nobody is asked to write to somebody, `ties` why somebody is suggested;
    `boundary_questions` and `boundary_readings` are those of the boundary check.
    """

    circles: Table[Circle, Words]
    closeness: Table[Closeness, Words]
    channels: Table[Channel, Words]
    started: Table[Started, Words]
    came_of: Table[CameOf, Words]
    gives: Table[GiveKind, Words]
    bands: Table[Band, Words]
    rests: Table[Rests, Words]
    ties: Table[Tie, Words]
    openers: Table[Source, Annotated[tuple[Words, ...], Field(min_length=1)]]
    opener_from: Table[Source, Words]
    employer_contact: Words
    boundary_questions: Table[Question, Words]
    boundary_readings: Table[Reading, Words]

    @model_validator(mode="after")
    def _names_them_all(self) -> Self:
        has_words_for_all(self.circles, Circle)
        has_words_for_all(self.closeness, Closeness)
        has_words_for_all(self.channels, Channel)
        has_words_for_all(self.started, Started)
        has_words_for_all(self.came_of, CameOf)
        has_words_for_all(self.gives, GiveKind)
        has_words_for_all(self.bands, Band)
        has_words_for_all(self.rests, Rests)
        has_words_for_all(self.ties, Tie)
        has_words_for_all(self.openers, Source)
        has_words_for_all(self.opener_from, Source)
        has_words_for_all(self.boundary_questions, Question)
        has_words_for_all(self.boundary_readings, Reading)
        return self


@cache
def network_words() -> NetworkWords:
    """Return the words for people and contacts."""
    return load("network.toml", NetworkWords)
