"""Support: which words and numbers ask for a person's help, and what the card then says.

Deterministic, on this machine, and never stored. It never scores or names an illness. When
unsure, the card is shown: a false alarm costs little.
"""

import heapq
import re
import unicodedata
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from enum import IntEnum

from core.check_ins import CheckIn
from core.content.signals import signals
from core.feelings import strain

LOW_MOOD = 3
LITTLE_HOPE = 2
HEAVY_STRAIN = 8
LOW_MOODS, OF_MOODS, OVER_DAYS = 3, 5, 7
"""Three low moods among the last five, over seven days or more, are a low run."""

LASTS = timedelta(hours=24)
STANDS = timedelta(days=7)


class Tier(IntEnum):
    """How much support to show: none, a kind word, the support card, the crisis card."""

    T0 = 0
    T1 = 1
    T2 = 2
    T3 = 3


def tier_of_text(*texts: str) -> Tier:
    """Return the highest tier (T0, T2 or T3) that any of these free texts speaks of."""
    return max((_tier_of_plain(plain(text)) for text in texts), default=Tier.T0)


def tier_of_check_in(check_in: CheckIn, earlier: Collection[CheckIn], now: datetime) -> Tier:
    """Return the tier of a check-in, from its words, its numbers and the run it stands in.

    `earlier` holds the others in any order; an older version of the same one does not count.
    """
    others = [each for each in earlier if not each.id or each.id != check_in.id]
    every = (*others, check_in)
    weight = strain(every, now, check_in.case_id)
    return max(
        tier_of_text(*_texts(check_in)),
        _tier_if(_has_little_hope(check_in) or _is_low_run(every, now), Tier.T2),
        _tier_if(_is_low(check_in) or (weight or 0) >= HEAVY_STRAIN, Tier.T1),
    )


def standing_tier(check_ins: Collection[CheckIn], texts: Iterable[str], now: datetime) -> Tier:
    """Return the tier that still stands on later pages, worked out anew and never above T2.

    T2 rests on the check-ins felt in the last 7 days and on `texts`, the other free texts of
    these days; T1 on the latest check-in of the last 24 hours. The crisis card of T3
    belongs to the moment of writing; afterwards T2 stands.
    """
    recent = [each for each in check_ins if now - each.felt_at(now) <= STANDS]
    said = (text for each in recent for text in _texts(each))
    heavy = (
        any(map(_has_little_hope, recent))
        or (recent and _is_low_run(check_ins, now))
        or tier_of_text(*texts, *said) >= Tier.T2
    )
    return Tier.T2 if heavy else _tier_if(_weighs_today(recent, now), Tier.T1)


def plain(text: str) -> str:
    """Return a text as the patterns of `signals.toml` read it."""
    folded = unicodedata.normalize("NFKD", _DROPPED.sub("", text.casefold()))
    letters = _DROPPED.sub("", _PARAGRAPH.sub(" . ", folded))
    marked = _COMMA.sub(" , ", _STOP.sub(" . ", _OTHER.sub(" ", letters)))
    single = _REPEATED.sub(r"\1", " ".join(marked.split()))
    known = signals()
    return known.spellings.sub(lambda found: known.alike[found[0]], known.filling.sub("", single))


# Apostrophes go before the letters are taken apart: a lone acute accent becomes a space there.
_DROPPED = re.compile(
    "['`\u00b4\u02b9\u02bc\u2018\u2019\u201b\u2032\uff07"  # apostrophes of every keyboard
    "\u0300-\u036f"  # accents
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]"  # what cannot be seen
)
_PARAGRAPH = re.compile(r"\n\s*\n")
_OTHER = re.compile(r"[^\w\s*.!?,;:]|_")
_STOP = re.compile(r"[.!?]+")
_COMMA = re.compile(r"[,;:]+")
_REPEATED = re.compile(r"(\w)\1{2,}")


def _tier_of_plain(text: str) -> Tier:
    telling = signals().harmless.sub(",", text)
    if signals().danger.search(telling):
        return Tier.T3
    return _tier_if(signals().despair.search(telling), Tier.T2)


def _tier_if(sign: object, tier: Tier) -> Tier:
    return tier if sign else Tier.T0


def _texts(check_in: CheckIn) -> tuple[str, ...]:
    return (check_in.note, *(felt.word for felt in check_in.feelings))


def _is_low(check_in: CheckIn) -> bool:
    return check_in.mood is not None and check_in.mood <= LOW_MOOD


def _has_little_hope(check_in: CheckIn) -> bool:
    return check_in.hope is not None and check_in.hope <= LITTLE_HOPE


def _is_low_run(check_ins: Iterable[CheckIn], now: datetime) -> bool:
    with_mood = (each for each in check_ins if each.mood is not None)
    last = heapq.nlargest(OF_MOODS, with_mood, key=lambda each: each.felt_at(now))
    if sum(map(_is_low, last)) < LOW_MOODS:
        return False
    return (last[0].happened_on - last[-1].happened_on).days >= OVER_DAYS


def _weighs_today(recent: Collection[CheckIn], now: datetime) -> bool:
    today = [each for each in recent if now - each.felt_at(now) <= LASTS]
    latest = max(today, key=lambda each: each.felt_at(now), default=None)
    if latest is None:
        return False
    return _is_low(latest) or (strain(today, now, latest.case_id) or 0) >= HEAVY_STRAIN
