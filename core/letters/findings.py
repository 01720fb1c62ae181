"""What a check has to say about a letter: where, how much it matters, what could stand there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

from core.cases import Door
from core.letters.kinds import Openness


class Level(StrEnum):
    """An error takes the "ready" sign away, a warning asks, an information tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True)
class Finding:
    """One rule that a letter sets off.

    `start` up to `end` are code points in the body or the subject (`where`); both 0 where it is
    about the whole letter. `rule` is an id such as "R05"; `message` is the id of its words in
    `core/content/en/letter_rules.toml`, `slots` the facts for them. `rewrite` is what may take
    the place of the marked words with one click ("" deletes them), None where there is none.
    """

    rule: str
    level: Level
    message: str
    start: int = 0
    end: int = 0
    where: Literal["body", "subject"] = "body"
    rewrite: str | None = None
    slots: Mapping[str, str] = field(default_factory=dict)


HEATED = frozenset({"R08", "R09", "R19", "R20", "R30"})
"""Rules that speak up where a letter may be written in anger or in despair."""

HEATED_FROM = 2


def is_heated(findings: Iterable[Finding]) -> bool:
    """Return whether a letter sounds as if a night's sleep might help: one error or two doubts."""
    found = [each for each in findings if each.rule in HEATED and each.level is not Level.INFO]
    return len(found) >= HEATED_FROM or any(each.level is Level.ERROR for each in found)


def rewritten(text: str, finding: Finding) -> str:
    """Return a text with what a finding offers in the place of its words; no gap is left.

    Where words are only taken out, blanks that parted them from their neighbours go too, and so
    does a line or a paragraph that is empty then.
    """
    before, after = text[: finding.start], text[finding.end :]
    return before + finding.rewrite + after if finding.rewrite else _closed(before, after)


def _closed(before: str, after: str) -> str:
    """Return two texts with nothing left between them, and one gap where each had its own."""
    if not before.strip() or not after.strip():
        return before.rstrip() + after.lstrip()
    if before.endswith((" ", "\n")):
        after = after.lstrip(" ")
    if after.startswith(tuple(".,;:!?\n")):
        before = before.rstrip(" ")
    lines = len(before) - len(before.rstrip("\n"))
    doubled = min(lines, len(after) - len(after.lstrip("\n")))
    return before + after[doubled:]


@dataclass(frozen=True)
class CaseFacts:
    """What the checks need to know of the case and the letter, beside its kind and text.

    None or empty means "not known": then no rule rests on it. `names` are employer, role and
    people: words in them are never faults. `told` are the facts that the person gave for this
    letter. `tags` is the person's own answer to "we read your reason as ..."; `pair_tags` are the
    reason tags of the paired letter of the same case (an empty set is "no reason given").
    `reason_tags` are the tags of the reasons on the case; `pay_may_reopen` is what weighing a
    re-approach allowed. `left_out` are the optional moves that the person left out;
    `own_decision` is False where the letter tells of a decision that somebody else made.
    """

    contact: str = ""
    names: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    openness: Openness | None = None
    tags: frozenset[str] | None = None
    pair_tags: frozenset[str] | None = None
    reason_tags: frozenset[str] = frozenset()
    pay_may_reopen: bool = False
    other_offer: bool | None = None
    door: Door = Door.UNKNOWN
    left_out: frozenset[str] = frozenset()
    own_decision: bool = True
