"""Support: which words and numbers ask for a person's help, and what the card then says.

Deterministic, on this machine, and never stored. It never scores or names an illness. When
unsure, the card is shown: a false alarm costs little.
"""

import heapq
from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum

from core.check_ins import CheckIn
from core.content.slots import fill
from core.content.support import Anywhere, Country, HelpLine, support_words
from core.feelings import strain
from core.signs import as_read, speaks_of_danger, speaks_of_despair

LOW_MOOD = 3
LITTLE_HOPE = 2
HEAVY_STRAIN = 8
LOW_MOODS, OF_MOODS, OVER_DAYS = 3, 5, 7
"""Three low moods among the last five, over seven days or more, are a low run."""

LASTS = timedelta(hours=24)
STANDS = timedelta(days=7)
STALE_AFTER = timedelta(days=180)


class Tier(IntEnum):
    """How much support to show: none, a kind word, the support card, the crisis card."""

    T0 = 0
    T1 = 1
    T2 = 2
    T3 = 3


class Opening(StrEnum):
    """What the crisis card answers to: words, or the button "I'm not safe"."""

    WORDS = "words"
    BUTTON = "button"


def tier_of_text(*texts: str) -> Tier:
    """Return the highest tier (T0, T2 or T3) that any of these free texts speaks of."""
    read = [as_read(each) for each in texts]
    if any(map(speaks_of_danger, read)):
        return Tier.T3
    return _tier_if(any(map(speaks_of_despair, read)), Tier.T2)


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
    recent = [each for each in check_ins if now - each.happened_by(now) <= STANDS]
    said = (text for each in recent for text in _texts(each))
    heavy = (
        any(map(_has_little_hope, recent))
        or (recent and _is_low_run(check_ins, now))
        or tier_of_text(*texts, *said) >= Tier.T2
    )
    return Tier.T2 if heavy else _tier_if(_weighs_today(recent, now), Tier.T1)


def card_sentence(country: Country | None, opening: Opening = Opening.WORDS) -> str:
    """Return what the card says: opening, a way to a person, what to do in danger, company.

    The way to a person is built from the country's first line: its own channels, and "free"
    only where its source says so. Without a country it is the page for every country.
    """
    card = support_words().card
    free = country is not None and country.lines[0].free
    return " ".join(
        (
            getattr(card.opening, opening),
            way_to(country.lines[0]) if country else _way_to_anyone(),
            card.free if free else card.not_sure,
            fill(card.danger, emergency=emergency(country)),
            card.company,
        )
    )


def way_to(line: HelpLine) -> str:
    """Return how to reach a line: "You can call or text ... at ...", or which word to text."""
    words = support_words()
    ways = _either(words.channels[each] for each in line.channels)
    pattern = words.card.reach_by_keyword if line.keyword else words.card.reach
    service = line.said or line.service
    number = _either(line.numbers)
    return fill(pattern, ways=ways, service=service, number=number, keyword=line.keyword)


def emergency(country: Country | None) -> str:
    """Return the emergency number as a sentence says it; without a country, "your local ..."."""
    if country is None:
        return support_words().anywhere.emergency
    return f"{_either(country.emergency)} {country.emergency_note}".strip()


def staleness(line: HelpLine | Anywhere, today: date) -> str:
    """Return when a person last tried this line: never, on a day, or over 180 days ago."""
    say = support_words().freshness
    if line.checked_on is None:
        return fill(say.not_checked, source=line.source)
    stale = today - line.checked_on > STALE_AFTER
    address = support_words().anywhere.address_words
    day = line.checked_on.isoformat()
    return fill(say.stale if stale else say.checked, date=day, address=address)


def _way_to_anyone() -> str:
    words = support_words()
    return fill(words.card.reach_anywhere, address=words.anywhere.address_words)


def _either(parts: Iterable[str]) -> str:
    *before, last = parts
    return f"{', '.join(before)} {support_words().either} {last}" if before else last


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
    last = heapq.nlargest(OF_MOODS, with_mood, key=lambda each: each.happened_by(now))
    if sum(map(_is_low, last)) < LOW_MOODS:
        return False
    return (last[0].happened_on - last[-1].happened_on).days >= OVER_DAYS


def _weighs_today(recent: Collection[CheckIn], now: datetime) -> bool:
    today = [each for each in recent if now - each.happened_by(now) <= LASTS]
    latest = max(today, key=lambda each: each.happened_by(now), default=None)
    if latest is None:
        return False
    return _is_low(latest) or (strain(today, now, latest.case_id) or 0) >= HEAVY_STRAIN
