"""Calling: phone or email first, what to say in 90 seconds, and the sheet to have at hand.

Source: catalogue S4-8, S4-9, S0-26; evidence 20. Nothing is invented: a line whose fact is
missing is left out.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.content.calls import CallLine, call_words
from core.content.slots import fill, slots_in
from core.letters.kinds import Kind
from core.letters.phrases import as_sentence, word_count

WORDS_A_MINUTE = 150
MOST_WORDS = 225
"""Ninety seconds at 150 words a minute."""

URGENT_DAYS = 2
CLOSE = 2
KNOWN = 1
IN_PERSON = frozenset({"phone", "video", "in_person"})
FRAGMENTS = frozenset({"ask", "standard", "reason", "role"})
"""Facts that stand in the middle of a line: a full stop at their end goes."""

SENTENCES = frozenset({"changed", "value", "reason_line"})
"""Facts that are whole sentences of their own."""


@dataclass(frozen=True)
class Channel:
    """Which way first: `first` is "phone" or "email"; all three are ids of `calls.toml`."""

    first: str
    why: str
    then: str


@dataclass(frozen=True)
class Script:
    """What to say, line by line, and how long that takes at a calm pace."""

    lines: tuple[str, ...]

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(map(word_count, self.lines))

    @property
    def seconds(self) -> int:
        """How long it takes at 150 words a minute, rounded to whole seconds."""
        return round(self.words * 60 / WORDS_A_MINUTE)

    @property
    def is_brief(self) -> bool:
        """Whether it takes 90 seconds at most."""
        return self.words <= MOST_WORDS


def channel(
    rapport: int | None = None,
    offer_came_by: str = "",
    days_left: int | None = None,
    *,
    agency: bool = False,
) -> Channel:
    """Return whether to call or to write first, and why.

    `rapport` runs from 0 to 3, `offer_came_by` is a way of `cases.toml` (told_by), `days_left`
    the days until they want an answer, `agency` whether one stands between. Unknown facts count
    as no reason to call: a letter never interrupts anyone.
    """
    if agency:
        return Channel("phone", "agency", "agency")
    if days_left is not None and days_left <= URGENT_DAYS:
        return Channel("phone", "urgent", "phone")
    known = rapport or 0
    if known >= CLOSE:
        return Channel("phone", "rapport", "phone")
    if offer_came_by in IN_PERSON and (known >= KNOWN or rapport is None):
        return Channel("phone", "same_way", "phone")
    if rapport is None:
        return Channel("email", "not_told", "email")
    return Channel("email", "in_writing" if known >= KNOWN else "hardly_know", "email")


def can_be_called(kind: Kind) -> bool:
    """Return whether there is a script for a call about this kind of letter."""
    return kind in call_words().scripts


def script(kind: Kind, facts: Mapping[str, str]) -> Script:
    """Return what to say in the call for this kind, from the facts that are known.

    `facts` are by the names that `calls.toml` declares as slots; empty ones count as unknown.
    Optional lines go, the last first, until it takes 90 seconds at most. Raises KeyError for a
    kind without a script.
    """
    lines = [line for line in call_words().scripts[kind].lines if _said(line, facts)]
    while not _spoken(lines, facts).is_brief:
        optional = [place for place, line in enumerate(lines) if line.optional]
        if not optional:
            break
        del lines[optional[-1]]
    return _spoken(lines, facts)


def voicemail(kind: Kind, facts: Mapping[str, str]) -> Script:
    """Return the message to leave where nobody answers; raises KeyError as `script` does."""
    return _spoken(call_words().scripts[kind].voicemail, facts)


def _spoken(lines: Iterable[CallLine], facts: Mapping[str, str]) -> Script:
    return Script(tuple(said for line in lines if (said := _said(line, facts))))


def _said(line: CallLine, facts: Mapping[str, str]) -> str:
    """Return the first wording whose facts are all known, filled; "" where there is none."""
    known = {name: _fitted(name, fact) for name, fact in facts.items() if fact.strip()}
    wording = _first_known(line.wordings, known)
    return fill(wording, **known) if wording else ""


def _first_known(wordings: Sequence[str], known: Mapping[str, str]) -> str:
    return next((each for each in wordings if slots_in(each) <= known.keys()), "")


def _fitted(name: str, fact: str) -> str:
    """Return a fact as it can stand in its line; a whole sentence ends like one."""
    fact = " ".join(fact.split())
    if name in FRAGMENTS:
        return fact.rstrip(".!?… ") or fact
    if name in SENTENCES:
        return as_sentence(fact)
    return fact
