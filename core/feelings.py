"""Strain: the one measure of how much a feeling weighs that every gate asks."""

from collections.abc import Collection
from datetime import datetime, timedelta

from core.check_ins import STEADIER, CheckIn

STRAIN_LASTS = timedelta(hours=24)


def strain(check_ins: Collection[CheckIn], now: datetime, case_id: str = "") -> int | None:
    """Return the highest strength, 0-10, of a feeling outside the family Steadier.

    Only the latest check-in of the last 24 hours for this case counts, or, where the
    case has none, the latest one without a case. None means that there is neither.
    A person's own word counts unless they filed it under Steadier.
    """
    recent = _recent(check_ins, now)
    latest = _latest(recent, now, case_id) or _latest(recent, now, "")
    return None if latest is None else _weight(latest)


def strain_of_any(check_ins: Collection[CheckIn], now: datetime) -> int:
    """Return the highest strain, 0-10, over every case and none; 0 where there is nothing.

    A case without a check-in of the last 24 hours has the strain of those without a case.
    """
    recent = _recent(check_ins, now)
    about = {"", *(each.case_id for each in recent)}
    return max(strain(recent, now, each) or 0 for each in about)


def _recent(check_ins: Collection[CheckIn], now: datetime) -> list[CheckIn]:
    return [each for each in check_ins if now - each.happened_by(now) <= STRAIN_LASTS]


def _latest(check_ins: Collection[CheckIn], now: datetime, case_id: str) -> CheckIn | None:
    of_case = (each for each in check_ins if each.case_id == case_id)
    return max(
        of_case, key=lambda each: (each.happened_by(now), each.created_at or now), default=None
    )


def _weight(check_in: CheckIn) -> int:
    return max((felt.strength for felt in check_in.feelings if felt.family != STEADIER), default=0)
