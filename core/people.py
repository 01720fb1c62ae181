"""People: those who are named when something happens."""

from typing import ClassVar

from core.records import Line, Record


class Person(Record):
    """Someone the person knows or has met on the way."""

    called: ClassVar[str] = "person"

    name: Line
    how_known: Line = ""
    address: Line = ""
