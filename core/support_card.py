"""The support card: one sentence built from what a line really offers, and how fresh it is."""

from datetime import date, timedelta

from core.content.slots import fill
from core.content.support import Anywhere, Country, HelpLine, support_words
from core.support import Tier

STALE_AFTER = timedelta(days=180)


def country_of(code: str) -> Country | None:
    """Return the country that the person chose, or None where none is chosen or listed."""
    return support_words().countries.get(code)


def card_sentences(
    country: Country | None, tier: Tier = Tier.T3, *, asked: bool = False
) -> tuple[str, ...]:
    """Return the sentences of the card in order: opening, way to a person, danger, company.

    `asked` is True where the person pressed "I'm not safe" instead of writing.
    """
    card = support_words().card
    opening = card.opening_button if asked else _opening(tier)
    free = country is not None and country.lines[0].free
    return (
        opening,
        reach(country.lines[0]) if country else reach_anywhere(),
        card.free if free else card.not_sure,
        fill(card.danger, emergency=emergency(country)),
        card.company,
    )


def reach(line: HelpLine) -> str:
    """Return how to reach a line, by its own channels: "You can call or text ... at ...".

    Where a word has to be texted to a number, the sentence says which.
    """
    card = support_words().card
    number = joined(line.numbers)
    if line.keyword:
        keyword = line.keyword
        return fill(card.reach_by_text, keyword=keyword, number=number, service=line.service)
    ways = joined(tuple(support_words().channels[each] for each in line.channels))
    return fill(card.reach, ways=ways, service=line.service, number=number)


def reach_anywhere() -> str:
    """Return where a line for any country can be found."""
    words = support_words()
    return fill(words.card.reach_anywhere, address=words.anywhere.address_words)


def emergency(country: Country | None) -> str:
    """Return the emergency number as the card says it; no country means the local one."""
    if country is None:
        return support_words().anywhere.emergency
    return f"{joined(country.emergency)} {country.emergency_note}".strip()


def freshness(line: HelpLine | Anywhere, today: date, country: Country | None = None) -> str:
    """Return when a person last tried this line: never, on a day, or over 180 days ago."""
    words = support_words()
    if line.checked_on is None:
        return fill(words.freshness.not_checked, source=line.source)
    day = line.checked_on.isoformat()
    if not is_stale(line, today):
        return fill(words.freshness.checked, date=day)
    address = words.anywhere.address_words
    return fill(words.freshness.stale, date=day, address=address, emergency=emergency(country))


def is_stale(line: HelpLine | Anywhere, today: date) -> bool:
    """Return whether the last live check is more than 180 days ago; False without one."""
    return line.checked_on is not None and today - line.checked_on > STALE_AFTER


def joined(parts: tuple[str, ...]) -> str:
    """Return "a", "a or b", "a, b or c"."""
    *before, last = parts
    return f"{', '.join(before)} {support_words().either} {last}" if before else last


def _opening(tier: Tier) -> str:
    card = support_words().card
    return card.opening_words if tier is Tier.T3 else card.opening_numbers
