"""Raw answers: what is stored, read as a number or a day, or as nothing at all."""

from datetime import date


def number_in(value: object) -> float | None:
    """Return a stored number; None where it is none."""
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None


def day_in(value: object) -> date | None:
    """Return a stored day; None where it is none."""
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def is_nothing(value: object) -> bool:
    """Return whether nothing stands in a field; white space alone is nothing."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value in ([], ())


def same(one: object, other: object) -> bool:
    """Return whether two stored answers say the same; nothing is always the same as nothing."""
    return one == other or (is_nothing(one) and is_nothing(other))
