"""Felt: how strong the regret about one decision was, in every look back and every pass."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from core.decisions.passes import day_of_pass, passes_of
from core.decisions.regret import REGRET
from core.decisions.untangled import LEARNED, STRENGTH
from core.records import instant
from core.worksheets.answers import Answers
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace


@dataclass(frozen=True)
class Felt:
    """Regret on a day, 0 to 10: told in a look back, or in a pass that was gone through."""

    id: str
    on: date
    regret: int
    is_pass: bool = False
    noted: datetime | None = None
    learned: str = ""


def felt(workspace: Workspace, case_id: str) -> tuple[Felt, ...]:
    """Return how strong the regret of a case was, the latest first.

    What a pass kept as a look back is told once, as the pass that it was.
    """
    passes = tuple(_of_passes(workspace, case_id))
    kept = {(each.on, each.regret, each.learned) for each in passes}
    looks = (
        Felt(each.id, each.happened_on, each.regret, noted=each.created_at, learned=each.learned)
        for each in workspace.look_backs.all()
        if each.case_id == case_id and each.regret is not None
    )
    own = (each for each in looks if (each.on, each.regret, each.learned) not in kept)
    every = (*own, *passes)
    return tuple(sorted(every, key=lambda each: (each.on, instant(each.noted)), reverse=True))


def _of_passes(workspace: Workspace, case_id: str) -> Iterator[Felt]:
    for run in passes_of(workspace, case_id) if case_id else ():
        answers = Answers(worksheets()[REGRET], run.answers)
        strength = answers.number(STRENGTH)
        if run.is_finished and strength is not None:
            yield _of_pass(run, int(strength), answers.text(LEARNED))


def _of_pass(run: WorksheetRun, strength: int, learned: str) -> Felt:
    day, noted = day_of_pass(run), run.created_at
    return Felt(run.id, day, strength, is_pass=True, noted=noted, learned=learned)
