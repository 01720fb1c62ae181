"""What `criteria.toml` holds: what an offer can be weighed by."""

from functools import cache
from typing import Annotated

from pydantic import Field

from core.content.files import load
from core.content.shapes import Content, Id, Table, Words


class CriteriaWords(Content):
    """What matters in a choice between offers, by id: a ready list to pick from."""

    criteria: Annotated[Table[Id, Words], Field(min_length=4, max_length=12)]


@cache
def criteria_words() -> CriteriaWords:
    """Return what an offer can be weighed by."""
    return load("criteria.toml", CriteriaWords)
