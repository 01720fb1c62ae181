"""What `calendar.toml` holds: what stands in a person's own calendar, with names and without."""

from functools import cache
from typing import Self

from pydantic import model_validator

from core.content.files import load
from core.content.shapes import Content, Slotted, Table, Words, has_words_for_all
from core.content.slots import slots_in
from core.network.dated_things import Sort, What


class Title(Content):
    """The title of an entry: `named` as the person knows it, `plain` as anybody may read it."""

    named: Words
    plain: Words

    @model_validator(mode="after")
    def _tells_nothing_in_plain_words(self) -> Self:
        if slots_in(self.plain):
            raise ValueError("a plain title may name nothing")
        return self


class CalendarWords(Slotted):
    """Labels of the sorts that can be left out, and titles by what an entry is.

    In a title, `{name}` and `{thing}` stand for the facts; one that lacks a fact is told plainly.
    """

    sorts: Table[Sort, Words]
    titles: Table[What, Title]

    @model_validator(mode="after")
    def _names_them_all(self) -> Self:
        has_words_for_all(self.sorts, Sort)
        has_words_for_all(self.titles, What)
        return self


@cache
def calendar_words() -> CalendarWords:
    """Return the words for entries of a calendar."""
    return load("calendar.toml", CalendarWords)
