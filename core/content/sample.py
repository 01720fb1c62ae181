"""What `sample.toml` holds: a sample life to look around in, in days before today."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any

from pydantic import Field

from core.cases import Direction, Door, Stage
from core.content.files import load
from core.content.sample_ahead import SampleAhead
from core.content.shapes import Content, Id, Words
from core.letters.kinds import Kind
from core.me import Me
from core.records import Score
from core.steps import Energy
from core.writing import Way

DaysAgo = Annotated[int, Field(ge=0)]


class SampleCase(Content):
    """One case of the sample life; people are named by their key, stages with the days since."""

    key: Words
    days_ago: DaysAgo
    direction: Direction
    employer: Words
    role: Words
    stages: tuple[tuple[Stage, DaysAgo], ...]
    told_by: str = ""
    manner: str = ""
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


class SampleWin(Content):
    """One thing that went well in the sample life."""

    days_ago: DaysAgo
    what: Words
    proof: str = ""
    who_saw: str = ""
    case: str = ""


class SampleWriting(Content):
    """One session of private writing in the sample life; moods run from 0 to 10."""

    days_ago: DaysAgo
    way: Way
    minutes: Annotated[int, Field(ge=0)]
    text: str = ""
    kept: bool = False
    mood_before: Score | None = None
    mood_after: Score | None = None
    case: str = ""


class SampleOpening(Content):
    """One opening of the sample life; its deadline is in so many days from today."""

    days_ago: DaysAgo
    role: Words
    employer: str = ""
    heard_from: str = ""
    deadline_in: int | None = None
    next_move: str = ""


class SampleWalk(Content):
    """The way through one case of the sample life, with the stops that are left out."""

    case: Words
    skipped: tuple[Id, ...] = ()


class SampleRun(Content):
    """One run of a worksheet in the sample life, half done where it has no day of finishing.

    `answers` holds them by field, row and column; a list of tables is the rows of a table, and
    `in_days` a day from today. `kept` names the keeps that became records when it was finished,
    `at` is the step where a half-done one was left.
    """

    worksheet: Id
    begun_days_ago: DaysAgo
    finished_days_ago: DaysAgo | None = None
    case: str = ""
    at: str = ""
    answers: Mapping[str, Any]
    kept: tuple[Id, ...] = ()
    next_step: str = ""


class SampleLife(Content):
    """Everything that the sample person told, felt and planned; people stand in their own file."""

    me: Me
    cases: tuple[SampleCase, ...]
    check_ins: tuple[SampleCheckIn, ...]
    steps: tuple[SampleStep, ...]
    letters: tuple[SampleLetter, ...]
    feedback: tuple[SampleFeedback, ...]
    wins: tuple[SampleWin, ...]
    writings: tuple[SampleWriting, ...]
    openings: tuple[SampleOpening, ...]
    walks: tuple[SampleWalk, ...]
    runs: tuple[SampleRun, ...]
    ahead: SampleAhead


@cache
def sample_life() -> SampleLife:
    """Return the sample life."""
    return load("sample.toml", SampleLife)
