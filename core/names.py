"""Names: when two that were typed mean the same person or thing."""

from collections.abc import Iterable


def plain(name: str) -> str:
    """Return a name as it is compared: in small letters, with single spaces."""
    return " ".join(name.casefold().split())


def same_name(one: str, other: str) -> bool:
    """Return whether two names mean the same: spaces and capitals do not count."""
    return plain(one) == plain(other)


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """Return names in their order, each once, as it was spelled first."""
    first: dict[str, str] = {}
    for name in names:
        first.setdefault(plain(name), name)
    return tuple(first.values())
