"""What `steps.toml` holds: small actions of at most 15 minutes, by energy and by what happened."""

from collections.abc import Mapping
from functools import cache
from typing import Annotated

from pydantic import Field

from core.cases import Direction
from core.content.files import load
from core.content.shapes import Content, Id, Table, Words
from core.steps import Energy


class SmallStep(Content):
    """One small action; `after` holds the directions it is made for, empty for any day."""

    text: Words
    minutes: Annotated[int, Field(ge=1, le=15)]
    energy: Energy
    after: tuple[Direction, ...] = ()


class StepWords(Content):
    """The question for energy, its answers, and the small actions by id."""

    question: Words
    energies: Table[Energy, Words]
    steps: Table[Id, SmallStep]

    def fitting(
        self, energy: Energy, direction: Direction | None = None
    ) -> Mapping[str, SmallStep]:
        """Return the steps for this energy by id: those made for the direction, then any day's."""
        ready = {id_: step for id_, step in self.steps.items() if step.energy is energy}
        made_for = {id_: step for id_, step in ready.items() if direction in step.after}
        return made_for | {id_: step for id_, step in ready.items() if not step.after}


@cache
def step_words() -> StepWords:
    """Return the small actions."""
    return load("steps.toml", StepWords)
