"""Reasons then and now: reasons age, and a reason that faded was still one (catalogue S0-14)."""

from enum import StrEnum

TRUE_ENOUGH = 2
"""From 2 of 3 a reason was mostly true."""

UP, SIDEWAYS, DOWN = "up", "sideways", "down"
GROWTH = {UP: 8, SIDEWAYS: 5, DOWN: 2}
"""What a step counts for room to grow, 0-10; sideways is neutral (catalogue S0-5)."""

SKILL_GAINED, MOST = 2, 10


class Aged(StrEnum):
    """What became of a reason."""

    HELD = "held"
    FADED = "faded"
    REVERSED = "reversed"
    NEW = "new"
    NEVER = "never"


def aged(then: int, now: int) -> Aged:
    """Return what became of a reason from how true it was and is, 0 (not) to 3 (fully).

    It held where it is as true as it was, or truer. It is reversed where it was mostly true and
    is not true at all any more, and faded where it lost anything less. One that was not true that
    day is new if it is now.
    """
    if then == 0:
        return Aged.NEW if now else Aged.NEVER
    if now >= then:
        return Aged.HELD
    return Aged.REVERSED if now == 0 and then >= TRUE_ENOUGH else Aged.FADED


def growth_score(step: str | None, skill: str) -> int | None:
    """Return what a step is worth as room to grow, 0-10; None where it is not told (S0-5).

    Up counts 8, sideways 5, down 2; a skill that it would have given adds 2.
    """
    if step not in GROWTH:
        return None
    return min(MOST, GROWTH[step] + (SKILL_GAINED if skill else 0))
