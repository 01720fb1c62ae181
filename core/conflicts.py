"""Two windows changed one record: how both versions can be kept."""

from typing import TypeVar

from core.records import LINE_LENGTH, Record, longest

PARAGRAPH = "\n\n"
R = TypeVar("R", bound=Record)
_EMPTY = ("", None, ())
_STAMPS = frozenset({"id", "rev", "created_at", "updated_at"})


def differences(mine: R, theirs: R) -> tuple[str, ...]:
    """Names of the fields in which two versions of a record differ, stamps left out."""
    names = (name for name in type(mine).model_fields if name not in _STAMPS)
    return tuple(name for name in names if getattr(mine, name) != getattr(theirs, name))


def rebased(mine: R, theirs: R) -> R:
    """Return my version, ready to be saved over theirs because the person chose it."""
    return mine.model_copy(update={"rev": theirs.rev})


def both(mine: R, theirs: R) -> R:
    """Return one version that loses no word of either where both can stand.

    Texts follow one another, lines stand side by side, lists are joined as far as they may
    be long, mine first; where only one can stand (a date, a direction, texts that are too long
    together) mine does, unless it is empty.
    """
    fields = type(mine).model_fields
    merged = {
        name: _joined(getattr(mine, name), getattr(theirs, name), longest(fields[name]))
        for name in differences(mine, theirs)
    }
    return theirs.model_copy(update=merged)


def _joined(mine: object, theirs: object, limit: int | None) -> object:
    if theirs in _EMPTY or mine in _EMPTY:
        return mine if theirs in _EMPTY else theirs
    if isinstance(mine, tuple) and isinstance(theirs, tuple):
        every = (*theirs, *_new(mine, theirs))
        fits = limit is None or len(every) <= limit
        return every if fits else (*mine, *_new(theirs, mine))[:limit]
    if type(mine) is not str or type(theirs) is not str or limit is None:
        return mine
    joined = f"{theirs}{' / ' if limit <= LINE_LENGTH else PARAGRAPH}{mine}"
    return joined if len(joined) <= limit else mine


def _new(these: tuple[object, ...], known: tuple[object, ...]) -> tuple[object, ...]:
    return tuple(each for each in these if each not in known)
