"""Results: every calculation that a worksheet can ask for, by name, and what it found in a run."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.thoughts import THOUGHT_SHIFT
from core.worksheets.calculations.wider import CIRCLES, WEIGHTS
from core.worksheets.definition import Result
from core.worksheets.outcomes import Around, Outcome

CALCULATIONS: Mapping[str, Calculation] = {
    "control_circles": CIRCLES,
    "thought_shift": THOUGHT_SHIFT,
    "weight_over_time": WEIGHTS,
}


@dataclass(frozen=True)
class Found:
    """A result of a worksheet with what was found for it."""

    result: Result
    outcome: Outcome


def results_of(answers: Answers, around: Around) -> tuple[Found, ...]:
    """Return what the results of a worksheet are, those left out that have nothing to tell."""
    found = (Found(each, _outcome(each, answers, around)) for each in answers.worksheet.results)
    return tuple(each for each in found if not each.outcome.is_empty)


def _outcome(result: Result, answers: Answers, around: Around) -> Outcome:
    return CALCULATIONS[result.calculation].work_out(answers, around, **result.of)
