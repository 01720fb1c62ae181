"""What `steps.toml` holds: small actions of at most 15 minutes, by energy and by what happened."""

from functools import cache
from typing import Annotated

from pydantic import Field

from core.cases import Direction
from core.content.files import load
from core.content.shapes import Content, Id, Table, Words
from core.steps import Energy


class SmallStep(Content):
    """One small action; `after` holds the directions it is made for, empty for any day."""

    id: Id
    text: Words
    minutes: Annotated[int, Field(ge=1, le=15)]
    energy: Energy
    after: tuple[Direction, ...] = ()


class StepWords(Content):
    """The answers to how much energy there is, and the small actions."""

    energy: Table[Energy, Words]
    steps: Annotated[tuple[SmallStep, ...], Field(min_length=1)]

    def ideas(self, energy: Energy, direction: Direction | None = None) -> tuple[SmallStep, ...]:
        """Return the steps for this energy: those made for the direction first, then any day's."""
        ready = [step for step in self.steps if step.energy is energy]
        made_for = [step for step in ready if direction in step.after]
        return (*made_for, *(step for step in ready if not step.after))


@cache
def step_words() -> StepWords:
    """Return the small actions."""
    return load("steps.toml", StepWords)
