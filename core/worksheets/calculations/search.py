"""What the search audit works out of its table of applications (W9)."""

from collections.abc import Iterator
from datetime import date

from core.application_log import wait_over
from core.cases import Stage
from core.content.cases import case_words
from core.content.search import search_words
from core.content.slots import fill
from core.insights.funnel import (
    Funnel,
    Group,
    Pair,
    aims_narrow,
    contacts,
    funnel_of,
)
from core.insights.tries import STEP_OF, Match, Reached, Try, first_waiting
from core.odds import in_100
from core.shares import Compared, Count
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Cell, Outcome, Picture, Said
from core.worksheets.raw import day_in
from core.worksheets.search_starts import Was, rows_in, was_in

FEW = 10
"""Fewer than this are few: their ranges are wide."""

UNCLEAR = "unclear"
PAIRS = ("tailored", "contacted", "sources")
MOST_SOURCES = 8
_TOLD = {"yes": True, "no": False, None: None}
_RANGE = ("low", "high")


def tries_in(answers: Answers, log: str, ways: str, today: date) -> tuple[Try, ...]:
    """Return the applications of two tables as far as they can be counted on this day.

    Each counts once its usual wait is over, whatever came of it. A row without any day is too
    recent only where it came from the log and ran when the run was begun. Where it is not told
    how far one got, it is left out.
    """
    rows = (each for each in rows_in(answers, log, ways) if each.cells["stage"])
    return tuple(_try(answers, log, each, today) for each in rows)


def _try(answers: Answers, log: str, row: Row, today: date) -> Try:
    stage = Stage(row.cells["stage"])
    was = was_in(answers, log, row.key)
    must = row.cells["must"]
    return Try(
        reached=STEP_OF[stage],
        waits_at=_waits_at(row, stage, was, today),
        taken_back=(
            was is not None and was.outcome == "withdrew" and STEP_OF[stage] < Reached.OFFER
        ),
        silent=None if was is None else was.outcome in ("", "silence"),
        source=row.cells["source"],
        tailored=_TOLD[row.cells["tailored"]],
        contacted=_TOLD[row.cells["contact"]],
        must_haves=None if must is None else min(100, max(0, round(must))),
        sent_on=row.cells["sent"],
    )


def _waits_at(row: Row, stage: Stage, was: Was | None, today: date) -> Reached | None:
    """Return the first step whose usual wait is not over, by the day of a row and its last sign."""
    sent_on: date | None = row.cells["sent"]
    sign = day_in(was.since) if was else sent_on
    if sign is None:
        return Reached.SENT if was and was.runs else None
    waits = case_words().waits
    over_on = {Reached.SENT: wait_over(sent_on or sign, waits[Stage.APPLIED])}
    at_last = wait_over(sign, waits[stage])
    over_on[STEP_OF[stage]] = max(over_on.get(STEP_OF[stage], at_last), at_last)
    return first_waiting(over_on, today)


def _yields(answers: Answers, around: Around, *, log: str, ways: str) -> Outcome:
    """Return how often things got from each step to the next, with what is plausible."""
    found = funnel_of(tries_in(answers, log, ways, around.today))
    if not found.sent:
        return Outcome()
    if not found.yields:
        return Outcome((Said("early"), *_recent_talks(found.recent)))
    groups = [Group(search_words().step(each.to), each.count) for each in found.yields]
    return Outcome(
        says=tuple(_on_yields(found)),
        columns=("step", "yes", "of", *_RANGE),
        rows=tuple(map(row_of, groups)),
        picture=Picture.RANGES,
        points=tuple(map(point_of, groups)),
    )


def _on_yields(found: Funnel) -> Iterator[Said]:
    first = found.yields[0].count
    facts = _facts(first)
    yield Said("talk" if first.yes else "none", facts)
    if first.of < FEW:
        yield Said("few")
    if found.recent.of:
        yield Said("recent", {"count": found.recent.of})
    yield from _recent_talks(found.recent)
    yield Said("how")


def _recent_talks(recent: Count) -> Iterator[Said]:
    if recent.yes:
        yield Said("recent_talks", {"count": recent.yes})


def _facts(count: Count) -> dict[str, float]:
    low, high = count.plausible.range
    return {"yes": count.yes, "of": count.of, "low": in_100(low), "high": in_100(high)}


def row_of(group: Group) -> tuple[Cell, ...]:
    """Return a row of a table: a name, how many of how many, and what is plausible, of 100."""
    low, high = group.count.plausible.range
    return group.name, group.count.yes, group.count.of, in_100(low), in_100(high)


def point_of(group: Group) -> tuple[Cell, ...]:
    """Return what a picture of ranges draws: a name with its count, low end, middle, high end."""
    plausible = group.count.plausible
    ends = (plausible.quantile(0.1), plausible.mean, plausible.quantile(0.9))
    count = {"yes": group.count.yes, "of": group.count.of}
    name = fill(search_words().counted, name=group.name, **count)
    return name, *(round(100 * each, 1) for each in ends)


def _stops(answers: Answers, around: Around, *, log: str, ways: str, own: str) -> Outcome:
    """Return where things stopped most, by the record and by the person's own view."""
    found = funnel_of(tries_in(answers, log, ways, around.today))
    view = [each.label for each in answers.chosen(own) if each.key != UNCLEAR]
    says = [Said("own", {"own": view[0]})] if view else []
    if not found.stops:
        return Outcome((*([Said("offers")] if found.record.offers else []), *says))
    names = search_words().stops
    every = sum(count for _, count in found.stops)
    most = found.stops[0][1]
    places = [names[stop] for stop, count in found.stops if count == most]
    facts = {"count": most, "all": every}
    told = Said("most", {"place": places[0], **facts})
    if len(places) > 1:
        told = Said("level", {"places": ", ".join(places), **facts})
    rows = tuple((names[stop], count) for stop, count in found.stops)
    return Outcome((told, *says), ("place", "count"), rows, Picture.BARS)


def _methods(answers: Answers, around: Around, *, log: str, ways: str) -> Outcome:
    """Return which ways to apply led to a talk more often so far, or that it is too early."""
    tries = tries_in(answers, log, ways, around.today)
    found = funnel_of(tries)
    said = [each for name in PAIRS for each in on_pair(name, found.pairs.get(name))]
    spoken, told, _ = contacts(tries, around.today)
    if told:
        said.append(Said("contacts", {"count": spoken, "of": told}))
    groups = [each for each in groups_of(found) if each.count.of]
    if not groups:
        return Outcome()
    says = (*said, Said("beside"))
    rows = tuple(map(row_of, groups))
    points = tuple(map(point_of, groups))
    return Outcome(says, ("way", "yes", "of", *_RANGE), rows, Picture.RANGES, points)


def on_pair(name: str, pair: Pair | None) -> Iterator[Said]:
    """Yield what two ways to apply say of each other, the one that did better named first.

    "tailored" and "contacted" always name the way with it first; with nothing on one side there
    is nothing to say.
    """
    if pair is None or pair.says is Compared.NOTHING:
        return
    one, other = pair.one, pair.other
    says = pair.says
    if name == "sources" and says is Compared.SECOND:
        one, other, says = other, one, Compared.FIRST
    yield Said(
        f"{name}_{says}",
        {
            "one": one.name,
            "other": other.name,
            "yes": one.count.yes,
            "of": one.count.of,
            "other_yes": other.count.yes,
            "other_of": other.count.of,
        },
    )


def groups_of(found: Funnel) -> Iterator[Group]:
    """Yield every way to apply that has a count: shaped or not, with a contact or not, sources."""
    say = search_words()
    for name in ("tailored", "contacted"):
        pair = found.pairs[name]
        yield Group(say.yes[name], pair.one.count)
        yield Group(say.no[name], pair.other.count)
    yield from found.sources[:MOST_SOURCES]


def _matches(answers: Answers, around: Around, *, log: str, ways: str) -> Outcome:
    """Return whether close matches led to a talk more often, and whether the aim is narrow."""
    tries = tries_in(answers, log, ways, around.today)
    found = funnel_of(tries)
    says = [Said("narrow")] if aims_narrow(tries) else []
    told = on_pair("matches", found.pairs["matches"])
    says += [Said(_MATCHED[each.id], each.facts) for each in told]
    names = search_words().matches
    rows = tuple(row_of(Group(names[Match(e.name)], e.count)) for e in found.matches)
    return Outcome(tuple(says), ("match", "yes", "of", *_RANGE), rows if says else ())


_MATCHED = {"matches_first": "close", "matches_second": "wider", "matches_early": "early"}

SEARCH_YIELDS = Calculation(
    _yields,
    frozenset({"talk", "none", "few", "recent", "recent_talks", "how", "early"}),
    frozenset({"step", "yes", "of", *_RANGE}),
)
SEARCH_STOPS = Calculation(
    _stops, frozenset({"most", "level", "offers", "own"}), frozenset({"place", "count"})
)
SEARCH_METHODS = Calculation(
    _methods,
    frozenset(
        {
            *("tailored_first", "tailored_second", "tailored_early"),
            *("contacted_first", "contacted_second", "contacted_early"),
            *("sources_first", "sources_early", "contacts", "beside"),
        }
    ),
    frozenset({"way", "yes", "of", *_RANGE}),
)
SEARCH_MATCHES = Calculation(
    _matches,
    frozenset({"narrow", "close", "wider", "early"}),
    frozenset({"match", "yes", "of", *_RANGE}),
)
