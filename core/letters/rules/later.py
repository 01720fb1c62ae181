"""Later: whether a door stays open (R17), too much is promised (R18), or time pressed (R19)."""

from collections.abc import Iterator

from core.cases import Door
from core.letters.findings import Finding, Level
from core.letters.kinds import Kind
from core.letters.rules.draft import Draft, Rule, marked, whole

_DOOR_MOVE = "apply_again"
"""The optional move of a letter of thanks that leaves the door open."""


def door_missing(draft: Draft) -> Iterator[Finding]:
    """R17: L4 without a word about later; L1 where the move for it was left out."""
    if draft.says("door"):
        return
    if draft.kind is Kind.DECLINE_DOOR_OPEN:
        yield whole("R17", Level.ERROR, "door_missing")
    elif draft.kind is Kind.THANKS_AFTER_NO and _DOOR_MOVE in draft.facts.left_out:
        yield whole("R17", Level.INFO, "door_left_out")


def over_promise(draft: Draft) -> Iterator[Finding]:
    """R18: promises nobody can keep; in L3 a door that the person has closed for themselves."""
    for words in draft.faults("promise"):
        rewrite = draft.swap("promise", words)
        yield marked("R18", Level.WARNING, "over_promise", words, rewrite)
    if draft.kind is Kind.DECLINE and draft.facts.door is Door.CLOSED:
        for words in draft.faults("door")[:1]:
            yield marked("R18", Level.WARNING, "door_closed", words)


def pressure(draft: Draft) -> Iterator[Finding]:
    """R19: words that press for an answer or threaten."""
    for words in draft.faults("pressure"):
        yield marked("R19", Level.ERROR, "pressure", words, draft.swap("pressure", words))


RULES: dict[str, Rule] = {"R17": door_missing, "R18": over_promise, "R19": pressure}
