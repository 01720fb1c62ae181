"""Energy: what gives it, what takes it, and which themes come back (catalogue S0-29).

Words are counted, not understood: what a theme means, and which role it points to, the person
says.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from core.ads import holds, shared_terms, stems_of
from core.names import plain, same_name
from core.paths import Activity
from core.records import instant

Term = tuple[str, ...]
"""The stems of the words of a theme."""

LATELY = timedelta(days=30)
COMES_BACK = 2
"""From so many notes on, something is a theme."""


@dataclass(frozen=True)
class Noted:
    """One note: what was done, -3 (drains) to +3 (gives), whether it would be done unpaid."""

    what: str
    energy: int
    unpaid: bool | None = None
    on: date | None = None


@dataclass(frozen=True)
class Theme:
    """Something that comes back in `count` notes, with their mean energy, -3 to +3.

    `lately` is the mean of the last 30 days, `before` that of all earlier notes; None where
    there is none.
    """

    name: str
    count: int
    mean: Fraction
    lately: Fraction | None = None
    before: Fraction | None = None


def notes_of(activities: Iterable[Activity]) -> tuple[Noted, ...]:
    """Return activities as notes, the latest first."""
    return tuple(
        Noted(each.what, each.energy, each.unpaid, each.happened_on)
        for each in latest_first(activities)
    )


def latest_first(activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """Return activities by their day, the latest first, and of one day the one noted last."""
    return tuple(
        sorted(activities, key=lambda e: (e.happened_on, instant(e.created_at)), reverse=True)
    )


def is_noted(activities: Iterable[Activity], note: Noted) -> bool:
    """Return whether the same was noted before: the same thing, with the same energy."""
    return any(same_name(e.what, note.what) and e.energy == note.energy for e in activities)


def gives(notes: Iterable[Noted]) -> tuple[Noted, ...]:
    """Return what gives energy, the most first; ties as they were noted."""
    return tuple(sorted((e for e in notes if e.energy > 0), key=lambda e: -e.energy))


def drains(notes: Iterable[Noted]) -> tuple[Noted, ...]:
    """Return what takes energy, the most first; ties as they were noted."""
    return tuple(sorted((e for e in notes if e.energy < 0), key=lambda e: e.energy))


def delights(notes: Iterable[Noted]) -> tuple[Noted, ...]:
    """Return what gives energy and would be done without pay, the most first."""
    return tuple(each for each in gives(notes) if each.unpaid)


def themes(notes: Sequence[Noted], today: date, common: Collection[str]) -> tuple[Theme, ...]:
    """Return what comes back in two notes or more: whole notes, and words that notes share.

    `common` are words that say nothing. What differs in its endings only is one theme, told as
    it was noted last. The strongest mean comes first, whichever its sign, then what comes back
    most often. A note without a day counts as of today.
    """
    stems = [stems_of(each.what) for each in notes]
    names = {stems_of(each.what): each.what for each in reversed(notes) if each.what.strip()}
    shared = [each.term for each in shared_terms(list(names.values()), (), common)]
    terms = {stems_of(each): each for each in shared} | names
    with_word = _places_of_words(stems)
    where = {term: _places_of(term, stems, with_word) for term in terms}
    back = {term: places for term, places in where.items() if len(places) >= COMES_BACK}
    found = [
        _theme(terms[term], [notes[at] for at in places], today)
        for term, places in back.items()
        if not _is_within_another(term, back)
    ]
    return tuple(sorted(found, key=lambda e: (-abs(e.mean), -e.count, plain(e.name))))


def _places_of_words(texts: Sequence[Term]) -> dict[str, set[int]]:
    """Return for each word in which texts it stands, so that few texts are looked through."""
    places: dict[str, set[int]] = {}
    for at, text in enumerate(texts):
        for word in text:
            places.setdefault(word, set()).add(at)
    return places


def _places_of(
    term: Term, texts: Sequence[Term], with_word: Mapping[str, set[int]]
) -> tuple[int, ...]:
    """Return the places of the texts that hold a term, in their order."""
    every = [with_word.get(word, set()) for word in term]
    some = set.intersection(*every) if every else set()
    return tuple(at for at in sorted(some) if holds(texts[at], term))


def _is_within_another(term: Term, where: Mapping[Term, tuple[int, ...]]) -> bool:
    """Return whether a longer theme of the very same notes holds this one: it says more."""
    places = where[term]
    return any(other != term and where[other] == places and holds(other, term) for other in where)


def _theme(name: str, ours: Sequence[Noted], today: date) -> Theme:
    lately = [each for each in ours if today - (each.on or today) < LATELY]
    before = [each for each in ours if today - (each.on or today) >= LATELY]
    return Theme(name, len(ours), _mean(ours) or Fraction(0), _mean(lately), _mean(before))


def _mean(notes: Sequence[Noted]) -> Fraction | None:
    return Fraction(sum(each.energy for each in notes), len(notes)) if notes else None
