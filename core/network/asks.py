"""Asks: what people were asked for, what came of it, and who may hear of which work.

An ask is a letter of an asking kind that went out, or what a contact notes as asked. Sources:
catalogue S0-18 (the ask list), S2-13 (asks and their outcomes).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.names import plain
from core.network.touchpoints import CameOf, Touchpoint
from core.people import Person
from core.workspace import Workspace

ASKING = frozenset(
    {
        Kind.FEEDBACK_REQUEST,
        Kind.REAPPROACH,
        Kind.INFORMATIONAL_TALK,
        Kind.ASK_FOR_LEADS,
        Kind.ASK_FOR_TIME,
        Kind.STATUS_CHECK,
    }
)
"""The kinds of letter that ask somebody for something: L2, L6, L8, L13, L14 and L15."""

HALF_A_YEAR = 183
"""Days after an ask in which what is noted of a contact counts as its outcome."""


class Stands(StrEnum):
    """Where an ask stands."""

    WAITS = "waits"
    ANSWERED = "answered"
    QUIET = "quiet"


@dataclass(frozen=True)
class Ask:
    """One thing that was asked on one day, by a letter or in a contact.

    `what` is in the person's own words, and empty for a letter: that is told by its kind.
    `came_of` is what was noted of it since, before the next ask of the same person.
    """

    on: date
    person_id: str
    name: str = ""
    what: str = ""
    letter: Letter | None = None
    touchpoint: Touchpoint | None = None
    stands: Stands = Stands.WAITS
    came_of: tuple[CameOf, ...] = ()


def asks(touchpoints: Iterable[Touchpoint], letters: Iterable[Letter]) -> tuple[Ask, ...]:
    """Return every ask, the latest first, each with what came of it."""
    touched = tuple(touchpoints)
    found = [*(_of_touch(each) for each in touched if each.asked), *_of_letters(letters)]
    found.sort(key=lambda each: each.on)
    by_person: dict[str, list[Touchpoint]] = {each.person_id: [] for each in found}
    for each in touched:
        if (each.came_of or _answers(each)) and each.person_id in by_person:
            by_person[each.person_id].append(each)
    until: dict[str, date] = {}
    told = []
    for ask in reversed(found):
        told.append(_with_outcome(ask, by_person.get(ask.person_id, ()), until.get(ask.person_id)))
        if ask.person_id:
            until[ask.person_id] = ask.on
    return tuple(told)


def asks_made(workspace: Workspace) -> tuple[Ask, ...]:
    """Return every ask, the latest first, for `workspace.view`."""
    return asks(workspace.touchpoints.all(), workspace.letters.all())


def outcomes(made: Iterable[Ask]) -> Mapping[CameOf, int]:
    """Return after how many asks each outcome was noted."""
    every = tuple(made)
    return {each: sum(each in ask.came_of for ask in every) for each in CameOf}


def may_hear(people: Iterable[Person]) -> Mapping[str, tuple[Person, ...]]:
    """Return the ask list: who may hear of which work, the work that most may hear of first.

    The work is named as it was written first; who is put away is left out.
    """
    written: dict[str, str] = {}
    hears: dict[str, list[Person]] = {}
    for person in people:
        if person.archived_on is None:
            for key, work in {plain(each): each for each in person.may_know_of}.items():
                written.setdefault(key, work)
                hears.setdefault(key, []).append(person)
    ranked = sorted(hears, key=lambda each: (-len(hears[each]), each))
    return {written[each]: tuple(hears[each]) for each in ranked}


def _of_touch(touch: Touchpoint) -> Ask:
    stands = Stands.ANSWERED if touch.is_heard else Stands.WAITS
    return Ask(
        touch.happened_on, touch.person_id, what=touch.asked, touchpoint=touch, stands=stands
    )


def _of_letters(letters: Iterable[Letter]) -> Iterable[Ask]:
    states = {LetterState.ANSWERED: Stands.ANSWERED, LetterState.NO_REPLY: Stands.QUIET}
    for each in letters:
        if each.kind in ASKING and each.is_out and each.sent_on:
            stands = states.get(each.state, Stands.WAITS)
            yield Ask(each.sent_on, each.to_id, name=each.to_name, letter=each, stands=stands)


def _with_outcome(ask: Ask, touched: Iterable[Touchpoint], until: date | None) -> Ask:
    """Return the ask with what was noted in it and since, up to the next one or half a year on.

    One that waits is answered once the other was heard, also on its day.
    """
    end = _half_a_year_after(ask.on)
    later = (each for each in touched if ask.on <= each.happened_on <= end)
    since = [each for each in later if until is None or each.happened_on < until]
    own = [ask.touchpoint] if ask.touchpoint else []
    noted = {each for touch in (*own, *since) for each in touch.came_of}
    told = noted - {CameOf.NOTHING} or noted
    heard = ask.stands is Stands.WAITS and any(map(_answers, since))
    return replace(
        ask,
        stands=Stands.ANSWERED if heard else ask.stands,
        came_of=tuple(each for each in CameOf if each in told),
    )


def _answers(touch: Touchpoint) -> bool:
    return touch.is_real and touch.is_heard


def _half_a_year_after(day: date) -> date:
    return day + min(timedelta(days=HALF_A_YEAR), date.max - day)
