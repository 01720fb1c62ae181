"""Setbacks: which knock weighs most, what its plan lacks, and which knock a new no is (W10).

Whoever rehearsed an answer to a setback before it came was shielded when it did (evidence 10).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from core.cases import Case, Direction, Stage

TOP = 3
"""For how many knocks a plan is looked for."""

STAYS = timedelta(days=14)
"""How long a plan comes back after the no was logged."""

LONG_AGO = timedelta(days=30)


class Knock(StrEnum):
    """What could come next."""

    SILENCE = "silence"
    QUICK_NO = "quick_no"
    FINAL_NO = "final_no"
    OFFER_PULLED = "offer_pulled"
    MONEY = "money"
    FAMILY = "family"
    LOSE_JOB = "lose_job"


@dataclass(frozen=True)
class KnockPlan:
    """A knock with what was planned for it.

    `likely` and `hard` run from 0 (hardly) to 10 (very); None where it was not rated.
    """

    name: str
    likely: int | None = None
    hard: int | None = None
    action: str = ""
    person: str = ""

    @property
    def weight(self) -> int | None:
        """Likely times hard, 0-100; None where one of them is not known."""
        return None if self.likely is None or self.hard is None else self.likely * self.hard

    @property
    def is_covered(self) -> bool:
        """Whether it has a first action and a first person."""
        return bool(self.action and self.person)


def weightiest(plans: Iterable[KnockPlan]) -> tuple[KnockPlan, ...]:
    """Return the three that weigh most, the weightiest first, those that are not rated last.

    What weighs the same stays in the order in which it was named.
    """
    return tuple(sorted(plans, key=_lightness)[:TOP])


def knocks_met(case: Case) -> tuple[Knock, ...]:
    """Return which knocks a case is, the closest first; none where the no was the person's own."""
    match case.direction:
        case Direction.SILENCE:
            return (Knock.SILENCE,)
        case Direction.CANCELLED:
            return (Knock.OFFER_PULLED,)
        case Direction.THEY_SAID_NO:
            return _BY_STAGE[case.stage]
    return ()


def is_news(case: Case, now: datetime) -> bool:
    """Return whether a case is a knock that was logged lately and is not at rest.

    What is told for the first time and happened a month ago or more is no new knock, silence
    excepted: it begins on the day of the last word.
    """
    logged = case.created_at
    if not knocks_met(case) or case.at_rest or logged is None or now - logged > STAYS:
        return False
    is_old = logged.astimezone(now.tzinfo).date() - case.happened_on >= LONG_AGO
    return not is_old or case.direction is Direction.SILENCE


def _lightness(plan: KnockPlan) -> tuple[bool, int]:
    return plan.weight is None, -(plan.weight or 0)


_EARLY = (Knock.QUICK_NO,)
_MIDWAY = (Knock.QUICK_NO, Knock.FINAL_NO)
_LATE = (Knock.FINAL_NO,)
_BY_STAGE: dict[Stage | None, tuple[Knock, ...]] = {
    None: _MIDWAY,
    Stage.APPLIED: _EARLY,
    Stage.SCREENED: _EARLY,
    Stage.FIRST_TALK: _MIDWAY,
    Stage.TASK: _MIDWAY,
    Stage.LATER_INTERVIEW: _LATE,
    Stage.FINAL: _LATE,
    Stage.OFFER: (Knock.OFFER_PULLED,),
    Stage.ACCEPTED: (Knock.LOSE_JOB, Knock.OFFER_PULLED),
}
