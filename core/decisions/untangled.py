"""Untangled: the passes of one regret that were gone through, to be read one beside the other."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from core.check_ins import CheckIn
from core.decisions.passes import day_of_pass, passes_of
from core.decisions.regret import REGRET, Kind, top_kinds
from core.records import instant
from core.worksheets.answers import Answers
from core.worksheets.calculations.regret import facts_of
from core.worksheets.desk import around
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace

KINDS = "kinds"
"""The result of the worksheet that names the kinds."""

STRENGTH, OFTEN, ACTS, LEARNED = "strength", "often", "acts", "learned"
"""The fields of the worksheet that are read here."""


@dataclass(frozen=True)
class Untangled:
    """One finished pass: how strong (0-10), how often (0-10), which kinds, and what was learned.

    `acts` are the choices of what can still be acted on, by id and label.
    """

    run: WorksheetRun
    day: date
    strength: int | None = None
    often: int | None = None
    kinds: tuple[Kind, ...] = ()
    acts: tuple[tuple[str, str], ...] = ()
    learned: str = ""


def untangled(workspace: Workspace, case_id: str) -> tuple[Untangled, ...]:
    """Return the finished passes of a case ("" for none in particular), the latest first."""
    ended = [each for each in passes_of(workspace, case_id) if each.is_finished]
    latest = sorted(ended, key=lambda e: (day_of_pass(e), instant(e.created_at)), reverse=True)
    return tuple(_untangled(workspace, each) for each in latest)


def comings_back(
    check_ins: Iterable[CheckIn], passes: Iterable[Untangled], case_id: str
) -> tuple[tuple[date, int], ...]:
    """Return how often it came back to mind (0-10) by day, the oldest first (catalogue S0-1).

    Both check-ins of this case and finished passes ask for it.
    """
    felt = (
        (each.happened_on, each.comes_back)
        for each in check_ins
        if each.case_id == case_id and each.comes_back is not None
    )
    gone = ((each.day, each.often) for each in passes if each.often is not None)
    return tuple(sorted([*felt, *gone], key=lambda each: each[0]))


def _untangled(workspace: Workspace, run: WorksheetRun) -> Untangled:
    sheet = worksheets()[REGRET]
    answers = Answers(sheet, run.answers)
    others = around(workspace, run, sheet, day_of_pass(run)).others
    of = next(each.of for each in sheet.results if each.id == KINDS)
    return Untangled(
        run=run,
        day=day_of_pass(run),
        strength=_score(answers, STRENGTH),
        often=_score(answers, OFTEN),
        kinds=top_kinds(facts_of(answers, others, **of)),
        acts=tuple((each.key, each.label) for each in answers.chosen(ACTS)),
        learned=answers.text(LEARNED),
    )


def _score(answers: Answers, field: str) -> int | None:
    number = answers.number(field)
    return None if number is None else int(number)
