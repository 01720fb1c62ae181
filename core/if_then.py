"""If-then plans: a look at whether the cue can be noticed and the action is one (evidence 7).

"If it is eight and I sit at my desk, then I will open the letter": a plan of this form is kept
more often than a wish. A hint is only offered; nothing is held back because of one.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from core.content.feelings import feeling_words
from core.content.if_then import if_then_words

_CLOCK = re.compile(r"\d")
_FIRST_PERSON = r"(?:i(?: will|'ll)? )?"


class Hint(StrEnum):
    """What could make a plan easier to keep."""

    NO_CUE = "no_cue"
    VAGUE_CUE = "vague_cue"
    NO_ACTION = "no_action"
    TWO_ACTIONS = "two_actions"


def if_then_hints(cue: str, action: str) -> tuple[Hint, ...]:
    """Return what could make the plan "if `cue`, then I will `action`" easier to keep.

    A cue is concrete when it names a time, a place, a feeling or something that happens; an
    action is one when no second verb is joined to it. A plan that is not begun gets no hints.
    """
    cue, action = _plain(cue), _plain(action)
    if not (cue or action):
        return ()
    hints = []
    if not cue:
        hints.append(Hint.NO_CUE)
    elif not _is_concrete(cue):
        hints.append(Hint.VAGUE_CUE)
    if not action:
        hints.append(Hint.NO_ACTION)
    elif _second_verb().search(action):
        hints.append(Hint.TWO_ACTIONS)
    return tuple(hints)


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("\u2019", "'").split())


def _is_concrete(cue: str) -> bool:
    rest = _vague().sub(" ", cue)
    return bool(_CLOCK.search(rest) or _concrete().search(rest))


@cache
def _vague() -> re.Pattern[str]:
    return _any_of(if_then_words().cue.vague)


@cache
def _concrete() -> re.Pattern[str]:
    families = feeling_words().families.values()
    felt = (word for family in families for word in family.words)
    return _any_of((*if_then_words().cue.concrete, *felt))


@cache
def _second_verb() -> re.Pattern[str]:
    signs = if_then_words().action
    joins, verbs = _one_of(signs.joins), _one_of(signs.verbs)
    return re.compile(rf"(?:\b{joins}\b|[,;.&+/])\s*(?:{joins} )?{_FIRST_PERSON}{verbs}\b")


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_one_of(words)}(?!\w)")


def _one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of these words; the longest one counts where several fit."""
    longest_first = sorted({_plain(each) for each in words}, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"
