"""Slots: the `{slot}` places in a text that a fact goes into."""

import re

from core.errors import AjarError

_SLOT = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class UnfilledSlotError(AjarError):
    """A text that was to be shown before all of its facts were known."""

    def __init__(self, slot: str) -> None:
        super().__init__(
            f"A sentence cannot be shown yet: the fact for its place {slot} is missing. "
            "Your own words are safe."
        )
        self.slot = slot


def slots_in(text: str) -> frozenset[str]:
    """Return the names of the slots of a text."""
    return frozenset(_SLOT.findall(text))


def fill(text: str, **slots: object) -> str:
    """Return the text with each fact in its `{slot}`; facts that it has no place for are left out.

    A fact goes in exactly as it is: braces in a person's words are never read as slots.
    Raises UnfilledSlotError where a slot has no fact.
    """
    if missing := sorted(slots_in(text) - slots.keys()):
        raise UnfilledSlotError(missing[0])
    return _SLOT.sub(lambda place: str(slots[place[1]]), text)
