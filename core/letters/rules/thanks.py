"""Thanks: whether there are any (R02), and whether they come first (R03)."""

from collections.abc import Iterator

from core.letters.findings import Finding, Level
from core.letters.rules.draft import Draft, Rule, marked, whole

_NEED_NONE = {"L7", "L13"}
_THANKS_FIRST = {"L1", "L2", "L3", "L4", "L5", "L16"}
_OPENING, _OPENING_TO_A_FRIEND = 2, 3
"""Thanks stand in the first so many sentences after the greeting; a friend waits for the news."""

_A_SIGH = 2
"""A sentence of so many words ("Fair.") keeps nobody waiting."""

_NOTE_TO_REFERRER = "L5"


def no_thanks(draft: Draft) -> Iterator[Finding]:
    """R02: no word of thanks anywhere, the close included."""
    if draft.code not in _NEED_NONE and not draft.says("thanks"):
        yield whole("R02", Level.ERROR, "no_thanks")


def thanks_late(draft: Draft) -> Iterator[Finding]:
    """R03: the first thanks come after the opening; thanks in the close alone are late too."""
    said = draft.matches("thanks")
    to_friend = draft.code == _NOTE_TO_REFERRER
    opening = _OPENING_TO_A_FRIEND if to_friend else _OPENING
    told = [each for each in draft.sentences if len(draft.plain(each).split()) > _A_SIGH]
    if draft.code not in _THANKS_FIRST or not said or len(told) <= opening:
        return
    opening_ends = told[opening - 1].end
    if said[0].start >= opening_ends:
        yield marked("R03", Level.WARNING, "thanks_late", said[0])


RULES: dict[str, Rule] = {"R02": no_thanks, "R03": thanks_late}
