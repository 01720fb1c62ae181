"""Look-backs: how a decision looks from where one stands 30, 90 or 180 days later."""

from typing import Annotated, ClassVar

from pydantic import Field

from core.records import Happening, Score, Text

LOOK_BACK_DAYS = (30, 90, 180)
"""After so many days a decision is worth another look (catalogue S0-35)."""


class LookBack(Happening):
    """One look back at the decision of a case, on a day.

    `after_days` is which of `LOOK_BACK_DAYS` it answers, 0 for one in between. `regret` runs from
    0 (none) to 10 (strong), `outcome` from -5 (turned out badly) to +5 (turned out well), and
    `effect` on the person's path from -2 (set it back) to +2 (moved it on).
    """

    called: ClassVar[str] = "look back"
    inner: ClassVar[frozenset[str]] = frozenset({"after_days"})

    case_id: str
    after_days: int = 0
    regret: Score | None = None
    outcome: Annotated[int, Field(ge=-5, le=5)] | None = None
    effect: Annotated[int, Field(ge=-2, le=2)] | None = None
    learned: Text = ""
