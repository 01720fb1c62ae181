"""The paper that something is printed on, and what goes with it."""

from enum import StrEnum

_ON_US_LETTER = frozenset(
    ("BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE")
)
"""Countries (ISO 3166) whose paper is US Letter, as Unicode's CLDR lists them."""


class Paper(StrEnum):
    """The sizes of paper that something is set for."""

    A4 = "a4"
    LETTER = "letter"


def paper_for(choice: str, country: str) -> Paper:
    """Return the paper that the person chose, else the one that is usual in their country.

    `choice` is "a4", "letter" or empty; `country` an ISO 3166 code or empty, which means A4.
    """
    if choice in tuple(Paper):
        return Paper(choice)
    return Paper.LETTER if country in _ON_US_LETTER else Paper.A4


SIZES = {Paper.A4: "a4", Paper.LETTER: "us-letter"}
"""What the typesetter calls each size."""

MILLIMETRES = {Paper.A4: (210, 297), Paper.LETTER: (215.9, 279.4)}
"""Width and height of each size."""

LANGUAGE = {Paper.A4: "en-GB", Paper.LETTER: "en-US"}
"""Which English the spelling is checked by."""
