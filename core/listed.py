"""Lists on a record: one entry is found by what it says, never by the place where it stood.

Another window may have changed the list since it was shown.
"""

from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

from pydantic_core import to_json

from core.records import Part

P = TypeVar("P", bound=Part)


def instead(entries: Sequence[P], shown: P, *new: P) -> tuple[P, ...] | None:
    """Return entries with `new` in the place of the one that was shown; None where it is gone.

    Of entries that say the same it is the first.
    """
    if shown not in entries:
        return None
    at = entries.index(shown)
    return (*entries[:at], *new, *entries[at + 1 :])


def keys_of(entries: Sequence[Part]) -> tuple[str, ...]:
    """Return a short name for each entry, which it keeps wherever it stands in the list."""
    met: Counter[str] = Counter()
    keys = []
    for each in entries:
        key = digest_of(each.model_dump(mode="json"))
        met[key] += 1
        keys.append(f"{key}.{met[key]}")
    return tuple(keys)


def digest_of(told: object) -> str:
    """Return what tells one text, or one set of answers, from another, in twelve characters."""
    return blake2b(to_json(told), digest_size=6).hexdigest()
