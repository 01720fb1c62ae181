"""Names: when two that were typed mean the same person or thing."""


def plain(name: str) -> str:
    """Return a name as it is compared: in small letters, with single spaces."""
    return " ".join(name.casefold().split())


def same_name(one: str, other: str) -> bool:
    """Return whether two names mean the same: spaces and capitals do not count."""
    return plain(one) == plain(other)
