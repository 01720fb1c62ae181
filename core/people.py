"""People: those who are named when something happens."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.names import same_name
from core.records import Line, Part, Record, Text

_TEXTS = ("how_known", "cares_about", "could_give", "notes")
_LISTS = ("knows", "may_know_of", "tags")


class Help(StrEnum):
    """What somebody can be asked for (catalogue S1-18)."""

    LISTEN = "listen"
    ADVISE = "advise"
    INTRODUCE = "introduce"
    DISTRACT = "distract"


class Circle(StrEnum):
    """Where in life somebody belongs: the eight circles of a network (catalogue S3-46)."""

    WORK = "work"
    PAST_WORK = "past_work"
    STUDY = "study"
    NEIGHBOURS = "neighbours"
    FAMILY = "family"
    INTEREST = "interest"
    COMMUNITY = "community"
    ONLINE = "online"


class Closeness(StrEnum):
    """How close somebody is: it sets how often to be in touch (evidence 13)."""

    CLOSE = "close"
    WARM = "warm"
    WEAK = "weak"


class Filled(Part):
    """What a list from elsewhere filled on a card that was here: the import, and the fields.

    `rev` is the revision of the card that this made, `file` the name of the list.
    """

    import_id: str
    file: str = ""
    fields: tuple[str, ...]
    rev: int = 0


class Person(Record):
    """Someone the person knows or has met on the way; only the name is needed.

    `helps` is what they are good for, `knows` the names of skills and paths that they know,
    `made_shift` whether they made the move that the person wants, `may_know_of` what work they
    may hear of. `hires` marks a recruiter, a manager or an interviewer: they are written to with
    more care (rule R28). `last_before` is the last real contact before there was a log, and
    `known_since` the day they connected, where a list told it.

    When they are due (`core.network.cadence`): every `every_days`, or as their `closeness` has
    it; not before `not_before` or `snoozed_until`; never while `stopped_on` or `archived_on` is
    set. Somebody of no closeness has no clock.

    `boundary` is what the boundary check read (`core.network.boundary`), `boundary_on` its day.
    `apart_from` holds the ids of those who were said to be somebody else, `filled` what lists
    filled here. `import_file` is the name of the list that brought somebody.
    """

    called: ClassVar[str] = "person"
    inner: ClassVar[frozenset[str]] = frozenset(
        {"case_ids", "introduced_by", "import_id", "snoozed_until", "stopped_on"}
        | {"boundary", "boundary_on", "apart_from", "filled", "import_file"}
    )

    name: Line
    how_known: Line = ""
    organisation: Line = ""
    role: Line = ""
    address: Line = ""
    phone: Line = ""
    link: Line = ""
    circle: Circle | None = None
    closeness: Closeness | None = None
    helps: tuple[Help, ...] = ()
    made_shift: bool = False
    hires: bool = False
    knows: tuple[Line, ...] = ()
    may_know_of: tuple[Line, ...] = ()
    cares_about: Text = ""
    could_give: Text = ""
    notes: Text = ""
    tags: tuple[Line, ...] = ()
    case_ids: tuple[str, ...] = ()
    introduced_by: str = ""
    known_since: date | None = None
    last_before: date | None = None
    every_days: Annotated[int, Field(ge=7, le=1095)] | None = None
    not_before: date | None = None
    snoozed_until: date | None = None
    stopped_on: date | None = None
    archived_on: date | None = None
    boundary: str = ""
    boundary_on: date | None = None
    import_id: str = ""
    import_file: str = ""
    apart_from: tuple[str, ...] = ()
    filled: tuple[Filled, ...] = ()

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line and text about this person, those in lists included."""
        listed = (*self.knows, *self.may_know_of, *self.tags)
        return (*super().own_words, *filter(None, listed))

    @property
    def listened_to(self) -> tuple[str, ...]:
        """What the person wrote about this one in words of their own.

        What others call themselves is left out, and whatever a list from elsewhere brought, as
        long as it stands as it came.
        """
        if self.import_id and self.rev == 1:
            return ()
        as_filled = self.filled[-1:] and self.filled[-1].rev == self.rev
        brought = {name for each in self.filled for name in each.fields if as_filled}
        texts = (getattr(self, name) for name in _TEXTS if name not in brought)
        lists = (getattr(self, name) for name in _LISTS if name not in brought)
        return tuple(filter(None, (*texts, *(text for each in lists for text in each))))

    def has(self, skill: str) -> bool:
        """Return whether this is somebody who has a skill, by its name."""
        return any(same_name(each, skill) for each in self.knows)


def known_person(people: Iterable[Person], name: str) -> Person | None:
    """Return the first person of this name; spaces and capitals do not count."""
    return next((each for each in people if same_name(each.name, name)), None)
