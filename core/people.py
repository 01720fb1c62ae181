"""People: those who are named when something happens."""

from enum import StrEnum
from typing import ClassVar

from core.records import Line, Record


class Help(StrEnum):
    """What somebody can be asked for (catalogue S1-18)."""

    LISTEN = "listen"
    ADVISE = "advise"
    INTRODUCE = "introduce"
    DISTRACT = "distract"


class Person(Record):
    """Someone the person knows or has met on the way; `helps` is what they are good for."""

    called: ClassVar[str] = "person"

    name: Line
    how_known: Line = ""
    address: Line = ""
    helps: tuple[Help, ...] = ()
