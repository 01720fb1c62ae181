"""What `sample.toml` holds: a sample life to look around in, in days before today."""

from functools import cache
from typing import Annotated

from pydantic import Field

from core.cases import Direction, Door, Stage
from core.content.files import load
from core.content.shapes import Content, Words
from core.letters.kinds import Kind
from core.me import Me
from core.records import Score
from core.steps import Energy

DaysAgo = Annotated[int, Field(ge=0)]


class SamplePerson(Content):
    """Someone in the sample life; `key` is how the file refers to them."""

    key: Words
    name: Words
    how_known: str = ""
    address: str = ""


class SampleCase(Content):
    """One case of the sample life; people are named by their key."""

    key: Words
    days_ago: DaysAgo
    direction: Direction
    employer: Words
    role: Words
    stages: tuple[Stage, ...]
    told_by: str = ""
    story: str = ""
    pulls: tuple[str, ...] = ()
    reasons_given: tuple[str, ...] = ()
    reasons_true: tuple[str, ...] = ()
    protected: str = ""
    contact: str = ""
    referrer: str = ""
    door: Door = Door.UNKNOWN
    goal: str = ""
    at_rest: bool = False


class SampleCheckIn(Content):
    """One check-in of the sample life; each feeling is word, family and strength (0-10)."""

    days_ago: DaysAgo
    mood: Score
    hope: Score | None = None
    comes_back: Score | None = None
    feelings: tuple[tuple[str, str, Score], ...] = ()
    body: tuple[str, ...] = ()
    note: str = ""
    case: str = ""


class SampleStep(Content):
    """One step of the sample life, due in so many days from today."""

    days_ago: DaysAgo
    due_in: int
    text: Words
    energy: Energy
    case: str = ""


class SampleLetter(Content):
    """One letter of the sample life that went so many days ago, and the answer, if one came."""

    kind: Kind
    case: Words
    to: Words
    sent_days_ago: DaysAgo
    sent_by: Words
    subject: Words
    body: Words
    core_line: str = ""
    reply_days_ago: DaysAgo | None = None
    reply_was: str = ""
    reply: str = ""


class SampleFeedback(Content):
    """One piece of feedback in the sample life."""

    case: Words
    heard_days_ago: DaysAgo
    quote: Words
    source: Words
    fits: Annotated[int, Field(ge=0, le=3)]
    in_my_control: bool
    will_do: str = ""


class SampleLife(Content):
    """Everything that the sample person told, felt and planned."""

    me: Me
    people: tuple[SamplePerson, ...]
    cases: tuple[SampleCase, ...]
    check_ins: tuple[SampleCheckIn, ...]
    steps: tuple[SampleStep, ...]
    letters: tuple[SampleLetter, ...]
    feedback: tuple[SampleFeedback, ...]


@cache
def sample_life() -> SampleLife:
    """Return the sample life."""
    return load("sample.toml", SampleLife)
