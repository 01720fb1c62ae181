"""People: those who are named when something happens."""

from core.records import Line, Record


class Person(Record):
    """Someone the person knows or has met on the way."""

    name: Line
    how_known: Line = ""
    address: Line = ""
