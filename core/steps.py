"""Next steps: one small action at a time, chosen by the person."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Line, Record, Score


class Energy(StrEnum):
    """How much the person has to give right now."""

    LOW = "low"
    SOME = "some"
    MORE = "more"


class Step(Record):
    """One small action of at most 15 minutes.

    `cue` is the "if ..." of an if-then plan. A step is open until it is `done_on` a
    day or `let_go_on` a day; without `due` it waits without a date. `suggestion` is the
    id of the suggestion that it was taken from, so that it is not suggested twice. `awaits` is the
    answer to a letter that it is meant for: yes, no or silence. The moods around it run from 0
    (very low) to 10 (very good).
    """

    called: ClassVar[str] = "next step"
    inner: ClassVar[frozenset[str]] = frozenset({"awaits"})

    text: Line
    why: Line = ""
    cue: Line = ""
    minutes: Annotated[int, Field(ge=1, le=15)] = 15
    energy: Energy | None = None
    due: date | None = None
    done_on: date | None = None
    let_go_on: date | None = None
    mood_before: Score | None = None
    mood_after: Score | None = None
    suggestion: str = ""
    awaits: str = ""
    case_id: str = ""
    check_in_id: str = ""

    @property
    def is_open(self) -> bool:
        """Neither done nor let go."""
        return self.done_on is None and self.let_go_on is None


def due_steps(steps: Iterable[Step], today: date) -> tuple[Step, ...]:
    """Open steps that are due by `today` or have no date, the longest waiting first."""
    waiting = [each for each in steps if each.is_open and (each.due or today) <= today]
    return tuple(sorted(waiting, key=lambda each: each.due or today))
