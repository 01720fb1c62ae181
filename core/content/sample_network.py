"""What `sample_network.toml` holds: the people of the sample life, in days before today."""

from datetime import time
from functools import cache
from typing import Annotated

from pydantic import Field

from core.content.files import load
from core.content.shapes import Content, Words
from core.network.touchpoints import CameOf, Channel, GiveKind, Started
from core.people import Circle, Closeness, Help

DaysAgo = Annotated[int, Field(ge=0)]


class SamplePerson(Content):
    """Someone in the sample life; `key` is how the files refer to them.

    `cases` are the keys of cases, `introduced_by` is the key of somebody further up.
    """

    key: Words
    name: Words
    days_ago: DaysAgo = 120
    how_known: str = ""
    organisation: str = ""
    role: str = ""
    address: str = ""
    link: str = ""
    circle: Circle | None = None
    closeness: Closeness | None = None
    helps: tuple[Help, ...] = ()
    made_shift: bool = False
    hires: bool = False
    knows: tuple[str, ...] = ()
    may_know_of: tuple[str, ...] = ()
    cares_about: str = ""
    could_give: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    cases: tuple[str, ...] = ()
    introduced_by: str = ""
    known_days_ago: DaysAgo | None = None
    last_before_days_ago: DaysAgo | None = None
    stopped_days_ago: DaysAgo | None = None


class SampleContact(Content):
    """One contact with somebody, so many days ago."""

    person: Words
    days_ago: DaysAgo
    channel: Channel
    started: Started
    came_of: tuple[CameOf, ...] = ()
    note: str = ""
    asked: str = ""
    gave: str = ""
    who_else: str = ""
    owes_thanks: bool = False
    thanked_days_ago: DaysAgo | None = None


class SampleGive(Content):
    """Something small that was given, to somebody or to nobody in particular."""

    kind: GiveKind
    what: Words
    days_ago: DaysAgo
    person: str = ""


class SampleTalk(Content):
    """A talk about somebody's work, `in_days` from today (before it where below 0)."""

    person: Words
    in_days: int
    time: time
    zone: Words
    topic: str = ""
    organisation: str = ""
    channel: Channel = Channel.CALL
    place: str = ""
    goal: str = ""
    questions: tuple[str, ...] = ()
    story: str = ""
    held_days_ago: DaysAgo | None = None
    learned: tuple[str, ...] = ()
    culture: str = ""
    skills: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    who_else: str = ""
    thanked_days_ago: DaysAgo | None = None


class SampleEvent(Content):
    """A fair or a meet-up, `in_days` from today."""

    name: Words
    in_days: int
    place: str = ""
    link: str = ""
    opener: str = ""


class SampleSeen(Content):
    """One look at a company, so many days ago."""

    days_ago: DaysAgo
    note: str = ""


class SampleWatch(Content):
    """A company that is watched since so many days."""

    employer: Words
    days_ago: DaysAgo
    why: str = ""
    link: str = ""
    looks: tuple[SampleSeen, ...] = ()


class SampleNetwork(Content):
    """Everybody in the sample life, and what went to and fro."""

    people: tuple[SamplePerson, ...]
    contacts: tuple[SampleContact, ...]
    gives: tuple[SampleGive, ...]
    talks: tuple[SampleTalk, ...]
    events: tuple[SampleEvent, ...]
    watches: tuple[SampleWatch, ...]


@cache
def sample_network() -> SampleNetwork:
    """Return the people of the sample life."""
    return load("sample_network.toml", SampleNetwork)
