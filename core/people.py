"""People: those who are named when something happens."""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from core.names import same_name
from core.records import Line, Record


class Help(StrEnum):
    """What somebody can be asked for (catalogue S1-18)."""

    LISTEN = "listen"
    ADVISE = "advise"
    INTRODUCE = "introduce"
    DISTRACT = "distract"


class Person(Record):
    """Someone the person knows or has met on the way.

    `helps` is what they are good for, `knows` the names of skills that they have.
    """

    called: ClassVar[str] = "person"

    name: Line
    how_known: Line = ""
    address: Line = ""
    helps: tuple[Help, ...] = ()
    knows: tuple[Line, ...] = ()

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line about this person, the skills included."""
        return (*super().own_words, *filter(None, self.knows))

    def has(self, skill: str) -> bool:
        """Return whether this is somebody who has a skill, by its name."""
        return any(same_name(each, skill) for each in self.knows)


def known_person(people: Iterable[Person], name: str) -> Person | None:
    """Return the first person of this name; spaces and capitals do not count."""
    return next((each for each in people if same_name(each.name, name)), None)
