"""Applications: what was sent where, and how far each got."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.cases import StageReached
from core.records import Line, Part, Record, Text


class Outcome(StrEnum):
    """How an application ended; one that is still running has none."""

    NO = "no"
    SILENCE = "silence"
    CANCELLED = "cancelled"
    WITHDREW = "withdrew"
    DECLINED = "declined"
    ACCEPTED = "accepted"


class Requested(Part):
    """Something that they asked for: by when, and on which day it went out (catalogue S2-14)."""

    what: Line
    due: date | None = None
    sent_on: date | None = None


class Fact(Part):
    """Something found out about an employer, where it was read, and why it matters (S3-22)."""

    what: Line
    source: Line = ""
    why: Line = ""


class Answered(Part):
    """An answer that was practised and kept, on the day it was (catalogue S3-20)."""

    question: Line
    text: Text
    on: date | None = None


class Application(Record):
    """One application. Only the role or the employer is needed.

    `source` is where it was found, in the person's words. `tailored` says whether the CV or
    letter was shaped for it, `contacted` whether somebody there was spoken to; None is not told.
    `must_haves` is how many of the must-haves are met, 0-100. The history of `stages` is
    append-only. `ended_on` goes with an `outcome`; an `archived_on` one is out of the way, and
    still counts. `case_id` is the case that it became, `import_id` the import that brought it.
    """

    called: ClassVar[str] = "application"
    inner: ClassVar[frozenset[str]] = frozenset({"case_id", "import_id"})

    role: Line = ""
    employer: Line = ""
    sent_on: date | None = None
    source: Line = ""
    tailored: bool | None = None
    contacted: bool | None = None
    must_haves: Annotated[int, Field(ge=0, le=100)] | None = None
    stages: tuple[StageReached, ...] = ()
    outcome: Outcome | None = None
    ended_on: date | None = None
    link: Line = ""
    note: Text = ""
    requested: tuple[Requested, ...] = ()
    facts: tuple[Fact, ...] = ()
    case_id: str = ""
    import_id: str = ""
    archived_on: date | None = None

    @property
    def is_running(self) -> bool:
        """Whether it has not ended."""
        return self.outcome is None


class Interview(Record):
    """One talk with an employer: when and where, what to bring, and what came of it.

    `at` is its moment with its own time zone (`zone`, an IANA name); it takes `minutes`, and
    `travel` and `buffer` are minutes too. `questions` are those to ask, `send_ahead` what goes
    out before it, `answers` what was practised and kept. `thanked_on` and `asked_on` are when
    thanks and a question about the state of things went out; `left_alone` names those of the two
    ("thanks", "answer") that the person decided to leave.
    """

    called: ClassVar[str] = "interview"
    inner: ClassVar[frozenset[str]] = frozenset({"left_alone"})

    application_id: str = ""
    case_id: str = ""
    employer: Line = ""
    with_whom: Line = ""
    at: datetime | None = None
    zone: str = ""
    minutes: Annotated[int, Field(ge=5, le=600)] = 60
    place: Line = ""
    travel: Annotated[int, Field(ge=0, le=1440)] = 0
    buffer: Annotated[int, Field(ge=0, le=240)] = 10
    questions: tuple[Line, ...] = ()
    send_ahead: tuple[Requested, ...] = ()
    learned: tuple[Line, ...] = ()
    follow_up: Line = ""
    answer_by: date | None = None
    thanked_on: date | None = None
    asked_on: date | None = None
    answers: tuple[Answered, ...] = ()
    left_alone: tuple[str, ...] = ()

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line and text of this talk, those in lists included."""
        practised = (each.text for each in self.answers)
        return (*super().own_words, *self.questions, *self.learned, *practised)


class Tests(StrEnum):
    """What an experiment changes in the way a person applies."""

    SOURCE = "source"
    TAILORING = "tailoring"
    LEVEL = "level"
    CONTACT = "contact"
    PRACTICE = "practice"


class Experiment(Record):
    """One change, tried for a number of applications or until a day, whichever comes first."""

    called: ClassVar[str] = "experiment"

    tests: Tests
    change: Line = ""
    begun_on: date
    count: Annotated[int, Field(ge=1, le=100)] = 10
    stop_on: date | None = None
    ended_on: date | None = None
    learned: Text = ""
