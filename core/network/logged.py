"""What stands in the log because of a talk or an event, and what a person changed of it by hand.

Whatever was put otherwise in the log stays as it was put; only what still says what the talk or
the event said of it moves with them, or goes with them.
"""

from collections.abc import Collection

from core.network.touchpoints import Touchpoint

_STAMPS = {"id", "rev", "created_at", "updated_at"}


def brought_in_line(
    stored: Touchpoint, told: Touchpoint, before: Touchpoint | None, fields: Collection[str]
) -> Touchpoint:
    """Return a contact as it is told now in these fields, but for those changed by hand.

    `before` is how it was told until now; without it, all of these fields are told anew.
    """
    own = [each for each in fields if before and getattr(stored, each) != getattr(before, each)]
    return stored.model_copy(update={e: getattr(told, e) for e in fields if e not in own})


def is_as_told(stored: Touchpoint, told: Touchpoint | None) -> bool:
    """Return whether a contact says what was told of it and nothing else."""
    words = stored.model_dump(exclude=_STAMPS)
    return told is not None and words == told.model_dump(exclude=_STAMPS)
