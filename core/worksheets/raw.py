"""Raw answers: what is stored, read as a number or a day, or as nothing at all."""

from datetime import date
from math import inf


def number_in(value: object, least: float = -inf, most: float = inf) -> float | None:
    """Return a stored number; None where it is none, or none from `least` to `most`."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if least <= value <= most else None


def day_in(value: object) -> date | None:
    """Return a stored day; None where it is none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def keys_in(value: object) -> tuple[str, ...]:
    """Return the keys that are stored in a list; none where it is no list of them."""
    return tuple(e for e in value if isinstance(e, str)) if isinstance(value, list | tuple) else ()


def is_nothing(value: object) -> bool:
    """Return whether nothing stands in a field; white space alone is nothing."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value in ([], ())


def same(one: object, other: object) -> bool:
    """Return whether two stored answers say the same; nothing is always the same as nothing."""
    return one == other or (is_nothing(one) and is_nothing(other))
