"""What `[ahead]` of `sample.toml` holds: the search and other paths, in days before today."""

from collections.abc import Mapping
from datetime import time
from typing import Annotated

from pydantic import Field

from core.applications import Fact, Outcome, Tests
from core.cases import Stage
from core.choices import ChoiceKind
from core.content.shapes import Content, Words
from core.paths import Reach, Trial
from core.records import Score

DaysAgo = Annotated[int, Field(ge=0)]


class SampleRequest(Content):
    """Something that they asked for, due in so many days, or sent so many days ago."""

    what: Words
    due_in: int | None = None
    sent_days_ago: DaysAgo | None = None


class SampleApplication(Content):
    """One application of the sample life, sent so many days ago.

    `reached` holds the stages after sending, each with the days since. `case` is the key of the
    case that it became, `key` how a talk refers to it.
    """

    role: Words
    employer: Words
    sent_days_ago: DaysAgo
    key: str = ""
    source: str = ""
    tailored: bool | None = None
    contacted: bool | None = None
    must_haves: Annotated[int, Field(ge=0, le=100)] | None = None
    reached: tuple[tuple[Stage, DaysAgo], ...] = ()
    outcome: Outcome | None = None
    ended_days_ago: DaysAgo | None = None
    note: str = ""
    case: str = ""
    requested: tuple[SampleRequest, ...] = ()
    facts: tuple[Fact, ...] = ()


class SampleInterview(Content):
    """One talk, `in_days` from today (before it where below 0) at a time of a time zone.

    `application` is the key of one.
    """

    application: Words
    in_days: int
    time: time
    zone: Words
    with_whom: str = ""
    minutes: Annotated[int, Field(ge=5)] = 60
    place: str = ""
    travel: Annotated[int, Field(ge=0)] = 0
    questions: tuple[str, ...] = ()
    send_ahead: tuple[SampleRequest, ...] = ()
    learned: tuple[str, ...] = ()
    follow_up: str = ""
    answer_in: int | None = None
    thanked_days_ago: DaysAgo | None = None


class SampleExperiment(Content):
    """One change that is tried, or was until so many days ago."""

    tests: Tests
    change: Words
    begun_days_ago: DaysAgo
    count: Annotated[int, Field(ge=1)]
    stop_in: int | None = None
    ended_days_ago: DaysAgo | None = None
    learned: str = ""


class SamplePath(Content):
    """One path of the sample life; what nobody looked up stays empty."""

    days_ago: DaysAgo
    name: Words
    reach: Reach
    tuesday: str = ""
    demand: str = ""
    source: str = ""
    checked_days_ago: DaysAgo | None = None
    skills: Mapping[str, Annotated[int, Field(ge=0, le=3)]] = {}
    cost: str = ""
    worry: str = ""
    test: str = ""
    test_kind: Trial | None = None
    test_in: int | None = None
    test_done_days_ago: DaysAgo | None = None
    test_found: str = ""
    pull: Score | None = None
    feasible: Score | None = None
    proven: Score | None = None


class SampleActivity(Content):
    """Something that gave or took energy, so many days ago: -3 to +3."""

    days_ago: DaysAgo
    what: Words
    energy: Annotated[int, Field(ge=-3, le=3)]
    unpaid: bool | None = None


class SampleChoice(Content):
    """One way on that is open, with its next move in so many days."""

    days_ago: DaysAgo
    what: Words
    kind: ChoiceKind
    next_move: str = ""
    in_days: int | None = None


class SampleLook(Content):
    """One look back at the decision of a case."""

    case: Words
    days_ago: DaysAgo
    after_days: int
    regret: Score | None = None
    outcome: Annotated[int, Field(ge=-5, le=5)] | None = None
    effect: Annotated[int, Field(ge=-2, le=2)] | None = None
    learned: str = ""


class SampleAhead(Content):
    """Everything that the sample person sends, tries and weighs."""

    applications: tuple[SampleApplication, ...]
    interviews: tuple[SampleInterview, ...]
    experiments: tuple[SampleExperiment, ...]
    paths: tuple[SamplePath, ...]
    activities: tuple[SampleActivity, ...]
    choices: tuple[SampleChoice, ...]
    look_backs: tuple[SampleLook, ...]
