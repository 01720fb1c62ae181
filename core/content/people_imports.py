"""What `people_imports.toml` holds: names of columns in lists of people from elsewhere."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, cached_property
from typing import Self

from pydantic import model_validator

from core.content.files import load
from core.content.imports import FieldWords, as_compared
from core.content.shapes import Content, Table, Words, has_words_for_all


class PersonField(StrEnum):
    """What a column can tell of a person. A name may stand in one column or in three."""

    NAME = "name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    ORGANISATION = "organisation"
    ROLE = "role"
    ADDRESS = "address"
    PHONE = "phone"
    LINK = "link"
    HOW_KNOWN = "how_known"
    KNOWN_SINCE = "known_since"
    CIRCLE = "circle"
    CLOSENESS = "closeness"
    LAST_BEFORE = "last_before"
    EVERY_DAYS = "every_days"
    NOT_BEFORE = "not_before"
    STOPPED_ON = "stopped_on"
    HELPS = "helps"
    KNOWS = "knows"
    MAY_KNOW_OF = "may_know_of"
    MADE_SHIFT = "made_shift"
    HIRES = "hires"
    CARES_ABOUT = "cares_about"
    COULD_GIVE = "could_give"
    TAGS = "tags"
    NOTES = "notes"
    ARCHIVED_ON = "archived_on"


PARTS_OF_NAME = (PersonField.FIRST_NAME, PersonField.MIDDLE_NAME, PersonField.LAST_NAME)
OWN = tuple(each for each in PersonField if each not in PARTS_OF_NAME)
"""The fields of a card: the columns of our own download."""


class PeopleImportWords(Content):
    """Everything that is needed to read a list of people from elsewhere.

    `no_tags` are labels that programs put on everybody, `groups` the kinds of a card that is not
    one person's.
    """

    no_tags: tuple[Words, ...]
    groups: tuple[Words, ...]
    fields: Table[PersonField, FieldWords]

    @model_validator(mode="after")
    def _names_all(self) -> Self:
        has_words_for_all(self.fields, PersonField)
        return self

    @cached_property
    def field_names(self) -> Mapping[str, PersonField]:
        """The field of every known name of a column, as names are compared; the first counts."""
        by_name: dict[str, PersonField] = {}
        for field, each in self.fields.items():
            for name in (each.label, *each.names):
                by_name.setdefault(as_compared(name), field)
        return by_name

    @cached_property
    def of_no_tags(self) -> frozenset[str]:
        """The labels that say nothing of a person, as words are compared."""
        return frozenset(map(as_compared, self.no_tags))

    @cached_property
    def of_groups(self) -> frozenset[str]:
        """The kinds of a card that is not one person's, as words are compared."""
        return frozenset(map(as_compared, self.groups))


@cache
def people_import_words() -> PeopleImportWords:
    """Return the names by which lists of people from elsewhere are read."""
    return load("people_imports.toml", PeopleImportWords)
