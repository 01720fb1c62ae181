"""The funnel: how far applications got, from step to step, and what goes with getting further.

Only what can be counted is counted. An application that was sent within the usual wait is too
recent to say anything, also where a talk or a no came already: else early news would count, and
early silence not. So it goes at each later step. One that was taken back stopped by the
person's own choice. All these are left out of a share, and told. Silence after the usual wait
counts as silence.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from core.insights.tries import Match, Reached, Stop, Try, match_of, stop_of
from core.names import plain
from core.odds import Record
from core.shares import Compared, Count, compared

ENOUGH = 5
"""With fewer applications whose must-haves are told, nothing is said about where they aim."""

WEEKS = 4


@dataclass(frozen=True)
class Yield:
    """How many of those that got to one step, and can be counted, got `to` the next or further."""

    to: Reached
    count: Count


@dataclass(frozen=True)
class Group:
    """Applications that have something in common, and how many of them led to a talk."""

    name: str
    count: Count


@dataclass(frozen=True)
class Pair:
    """Two ways to apply, and what their counts say of each other so far."""

    one: Group
    other: Group

    @property
    def says(self) -> Compared:
        """Which led to a talk more often so far, or that it is too early to tell."""
        return compared(self.one.count, self.other.count)


@dataclass(frozen=True)
class Funnel:
    """What a record of applications says.

    `recent` are those too recent to count, and how many of these led to a talk already;
    `taken_back` are the others that the person ended. `stops` are
    the places where the others stopped, the commonest first. `pairs` are "tailored" and "contacted"
    (with it, without it), "matches" (close ones, all others) and, where there are two or more,
    "sources" (the two used most: chosen by how often they were used, and not by how they did).
    `sources` stand with the one used most first, `matches` from the closest on.
    """

    sent: int
    recent: Count
    taken_back: int
    yields: tuple[Yield, ...]
    stops: tuple[tuple[Stop, int], ...]
    sources: tuple[Group, ...]
    pairs: Mapping[str, Pair]
    matches: tuple[Group, ...]
    record: Record


def funnel_of(tries: Sequence[Try]) -> Funnel:
    """Return what applications say together."""
    sources = _sources(tries)
    return Funnel(
        sent=len(tries),
        recent=too_recent(tries),
        taken_back=sum(each.taken_back and each.waits_at is None for each in tries),
        yields=tuple(_yields(tries)),
        stops=_stops(tries),
        sources=sources,
        pairs={
            "tailored": _pair(tries, lambda each: each.tailored),
            "contacted": _pair(tries, lambda each: each.contacted),
            "matches": _pair(tries, _is_close),
            **({"sources": Pair(*sources[:2])} if len(sources) > 1 else {}),
        },
        matches=_matches(tries),
        record=record_of(tries),
    )


def record_of(tries: Iterable[Try]) -> Record:
    """Return the counts that the odds start from: applications, talks and offers."""
    every = tuple(tries)
    talks = _count(every, Reached.SENT, Reached.TALK)
    offers = _count(every, Reached.TALK, Reached.OFFER)
    return Record(sent=talks.of, talks=talks.yes, offers=offers.yes, heard=offers.of)


def to_talk(tries: Iterable[Try]) -> Count:
    """Return how many of the applications that can be counted led to a talk."""
    return _count(tries, Reached.SENT, Reached.TALK)


def too_recent(tries: Iterable[Try]) -> Count:
    """Return how many are too recent to count, and how many of them led to a talk already."""
    recent = [each for each in tries if each.too_recent]
    return Count(sum(each.reached >= Reached.TALK for each in recent), len(recent))


def aims_narrow(tries: Iterable[Try]) -> bool:
    """Return whether nearly all roles were close matches: four of five, of five or more (S1-12)."""
    told = [each.must_haves for each in tries if each.must_haves is not None]
    close = sum(match_of(each) is Match.CLOSE for each in told)
    return len(told) >= ENOUGH and 5 * close >= 4 * len(told)


def contacts(tries: Iterable[Try], today: date) -> tuple[int, int, int]:
    """Return how many had a contact, of how many where it is told, and how many in four weeks."""
    told = [each for each in tries if each.contacted is not None]
    since = today - timedelta(weeks=WEEKS)
    lately = [each for each in told if each.contacted and each.sent_on and each.sent_on > since]
    return sum(bool(each.contacted) for each in told), len(told), len(lately)


def _count(tries: Iterable[Try], step: Reached, to: Reached) -> Count:
    told = [each for each in tries if each.counts_from(step, to)]
    return Count(sum(each.reached >= to for each in told), len(told))


def _yields(tries: Sequence[Try]) -> Iterable[Yield]:
    steps = list(Reached)
    for step, to in pairwise(steps):
        count = _count([each for each in tries if each.reached >= step], step, to)
        if count.of:
            yield Yield(to, count)


def _stops(tries: Iterable[Try]) -> tuple[tuple[Stop, int], ...]:
    ended = (each for each in tries if each.waits_at is None and not each.taken_back)
    counted = Counter(stop_of(each) for each in ended if each.reached < Reached.OFFER)
    return tuple(sorted(counted.items(), key=lambda pair: (-pair[1], list(Stop).index(pair[0]))))


def _sources(tries: Sequence[Try]) -> tuple[Group, ...]:
    named: dict[str, list[Try]] = {}
    for each in tries:
        if each.source:
            named.setdefault(plain(each.source), []).append(each)
    groups = [Group(of_one[-1].source, to_talk(of_one)) for of_one in named.values()]
    told = (each for each in groups if each.count.of)
    return tuple(sorted(told, key=lambda each: (-each.count.of, plain(each.name))))


def _pair(tries: Sequence[Try], told: Callable[[Try], bool | None]) -> Pair:
    yes = to_talk(each for each in tries if told(each) is True)
    no = to_talk(each for each in tries if told(each) is False)
    return Pair(Group("yes", yes), Group("no", no))


def _is_close(each: Try) -> bool | None:
    return None if each.must_haves is None else match_of(each.must_haves) is Match.CLOSE


def _matches(tries: Sequence[Try]) -> tuple[Group, ...]:
    named: dict[Match, list[Try]] = {each: [] for each in Match}
    for each in tries:
        if each.must_haves is not None:
            named[match_of(each.must_haves)].append(each)
    groups = (Group(name, to_talk(of_one)) for name, of_one in named.items())
    return tuple(each for each in groups if each.count.of)
