"""What a thought check works out: what shifted, and whether it is time to stop (evidence 2)."""

from collections.abc import Iterable, Mapping
from typing import Any

from core.steadying import is_steadier
from core.thoughts import Shift, is_time_to_stop, thought_shift
from core.worksheets.answers import Answers, Named
from core.worksheets.calculation import Calculation
from core.worksheets.definition import Result, Worksheet
from core.worksheets.outcomes import Around, Outcome, Picture, Said

NAME = "thought_shift"
COLUMNS = ("what", "before", "after")
_BELIEF = {True: "belief_less", False: "belief_same"}


def shifts_of(worksheet: Worksheet, runs: Iterable[Mapping[str, Any]]) -> tuple[Shift, ...]:
    """Return the shift of each run of a thought check, given as raw answers, in their order."""
    asked = next((each for each in worksheet.results if each.calculation == NAME), None)
    if not isinstance(asked, Result):
        return ()
    return tuple(_shift(Answers(worksheet, raw), **asked.of) for raw in runs)


def _work_out(  # noqa: PLR0913 - each is a question of the worksheet
    answers: Answers,
    around: Around,
    *,
    before: str,
    after: str,
    belief_before: str,
    belief_after: str,
) -> Outcome:
    """Tell what the strongest feeling and the belief did, and after two without a shift, stop."""
    of = {
        "before": before,
        "after": after,
        "belief_before": belief_before,
        "belief_after": belief_after,
    }
    shift = _shift(answers, **of)
    if not shift.is_measured:
        return Outcome()
    earlier = [_shift(Answers(answers.worksheet, raw), **of) for raw in reversed(around.earlier)]
    says = [*_of_feeling(answers, shift, before, after), *_of_belief(shift)]
    if is_time_to_stop([*earlier, shift]):
        says.append(Said("stop"))
    rows = tuple(_rows(answers.scores(before), answers.scores(after)))
    return Outcome(tuple(says), COLUMNS if rows else (), rows, Picture.GAPS if rows else None)


def _shift(
    answers: Answers, *, before: str, after: str, belief_before: str, belief_after: str
) -> Shift:
    return thought_shift(
        (_whole(answers.number(belief_before)), _whole(answers.number(belief_after))),
        {each.label: score for each, score in answers.scores(before).items()},
        {each.label: score for each, score in answers.scores(after).items()},
    )


def _of_feeling(answers: Answers, shift: Shift, before: str, after: str) -> Iterable[Said]:
    """Yield what the strongest feeling did; one that is no strain rather grows than falls."""
    if shift.strength is None:
        return
    was, is_ = (_score(answers, field, shift.feeling) for field in (before, after))
    way = "same" if was == is_ else "less" if is_ < was else "more"
    kind = "steadier" if is_steadier(shift.feeling) else "feeling"
    yield Said(f"{kind}_{way}", {"feeling": shift.feeling, "before": was, "after": is_})


def _score(answers: Answers, field: str, feeling: str) -> int:
    return next(score for each, score in answers.scores(field).items() if each.label == feeling)


def _of_belief(shift: Shift) -> Iterable[Said]:
    if shift.belief is not None:
        yield Said(_BELIEF[shift.belief > 0])


def _rows(before: Mapping[Named, int], after: Mapping[Named, int]) -> Iterable[tuple[Any, ...]]:
    for each, score in before.items():
        if each in after:
            yield each.label, score, after[each]


def _whole(number: float | None) -> int | None:
    return None if number is None else int(number)


THOUGHT_SHIFT = Calculation(
    _work_out,
    frozenset(
        {
            *("feeling_less", "feeling_same", "feeling_more"),
            *("steadier_less", "steadier_same", "steadier_more"),
            *("belief_less", "belief_same", "stop"),
        }
    ),
    frozenset(COLUMNS),
)
