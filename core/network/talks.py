"""Talks, events and companies to watch: where one hears of work that no advert names."""

from datetime import date, datetime
from typing import Annotated, ClassVar

from pydantic import Field

from core.network.touchpoints import Channel
from core.records import Line, Part, Record, Text

TALK_MINUTES = 15
"""How long an informational talk is asked for (letter L8)."""

PEOPLE_AT_AN_EVENT = 2
"""How many people to meet is enough for one event (catalogue S1-23)."""

LOOK_DAYS = 30
"""Days between two looks at a company that is watched (catalogue S3-62)."""


class Talk(Record):
    """An informational talk: asking somebody about their work, not for a job (catalogue S1-27).

    `at` is its moment with its own time zone (`zone`, an IANA name); it takes `minutes`, and
    `travel` are the minutes of the way there. `goal` is the one thing to find out, `questions`
    those to ask, in their order, `story` how the person tells what brings them. After it:
    `learned` is what was learned in a few lines, `culture` what it tells of how people are there,
    `skills` the names of skills that were said to matter, `steps` what it took somebody to make
    the same move (S0-32), `who_else` whom they named. Thanks went out on `thanked_on`, or are left
    alone (`thanks_left`).
    """

    called: ClassVar[str] = "talk"
    inner: ClassVar[frozenset[str]] = frozenset({"person_id", "case_id", "thanks_left"})

    person_id: str = ""
    case_id: str = ""
    topic: Line = ""
    organisation: Line = ""
    at: datetime | None = None
    zone: str = ""
    minutes: Annotated[int, Field(ge=5, le=240)] = TALK_MINUTES
    travel: Annotated[int, Field(ge=0, le=1440)] = 0
    channel: Channel = Channel.CALL
    place: Line = ""
    goal: Line = ""
    questions: tuple[Line, ...] = ()
    story: Text = ""
    held_on: date | None = None
    learned: tuple[Line, ...] = ()
    culture: Text = ""
    skills: tuple[Line, ...] = ()
    steps: tuple[Line, ...] = ()
    who_else: Line = ""
    thanked_on: date | None = None
    thanks_left: bool = False

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line and text of this talk, those in lists included."""
        listed = (*self.questions, *self.learned, *self.skills, *self.steps)
        return (*super().own_words, *filter(None, listed))


class Event(Record):
    """A fair, a meet-up, a lecture: a small goal before it, what it brought after it.

    `to_meet` is how many people are enough, `met` the names of those who were met.
    """

    called: ClassVar[str] = "event"

    name: Line
    on: date | None = None
    place: Line = ""
    link: Line = ""
    to_meet: Annotated[int, Field(ge=1, le=10)] = PEOPLE_AT_AN_EVENT
    opener: Line = ""
    met: tuple[Line, ...] = ()
    heard: Text = ""
    done_on: date | None = None

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line and text of this event, the names included."""
        return (*super().own_words, *filter(None, self.met))


class Look(Part):
    """One look at a company: the day, what was new, and whether a role stood there again.

    Sources: catalogue S3-62, S3-56.
    """

    on: date
    note: Line = ""
    reposted: bool = False


class Watch(Record):
    """A company that is looked at every `every_days` days: posts, newsletter, open roles."""

    called: ClassVar[str] = "company you watch"
    inner: ClassVar[frozenset[str]] = frozenset({"case_id"})

    employer: Line
    why: Line = ""
    link: Line = ""
    case_id: str = ""
    every_days: Annotated[int, Field(ge=7, le=365)] = LOOK_DAYS
    began_on: date | None = None
    looks: tuple[Look, ...] = ()
    stopped_on: date | None = None

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line about this company, what each look found included."""
        return (*super().own_words, *(each.note for each in self.looks if each.note))
