"""What the search audit works out of what the person says of the search: heads, sureness, a change.

No total is made of the heads, and how sure somebody feels is told as a change only (evidence 11).
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TypedDict, Unpack

from core.applications import Tests
from core.content.search import search_words
from core.insights.funnel import funnel_of
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.search import tries_in
from core.worksheets.calculations.skills import plain
from core.worksheets.outcomes import Around, Outcome, Said

COMMA = ", "
HEAD_COLUMNS = ("head", "score", "before", "proof")
COUNT = 10
"""So many applications one change is tried for, if nothing else is said."""


def _heads(answers: Answers, around: Around, *, heads: str) -> Outcome:
    """Return which of the four parts has the most room, and what moved since the last time."""
    rows = [row for row in answers.rows(heads) if row.cells["score"] is not None]
    if not rows:
        return Outcome()
    before = _before(answers, around, heads)
    scores = [row.cells["score"] for row in rows]
    says = [Said("even", {"score": scores[0]})] if len(scores) > 1 else []
    if min(scores) < max(scores):
        says = [_at("room", rows, min(scores)), _at("strong", rows, max(scores))]
    if bare := [_short(row) for row in rows if not row.cells["proof"]]:
        says.append(Said("proof", {"heads": COMMA.join(bare)}))
    says += _moved(rows, before, "heads")
    table = tuple(
        (row.label, row.cells["score"], before.get(row.key), row.cells["proof"] or None)
        for row in rows
    )
    return Outcome(tuple(says), HEAD_COLUMNS, table)


def _at(said: str, rows: Sequence[Row], score: int) -> Said:
    named = COMMA.join(_short(row) for row in rows if row.cells["score"] == score)
    return Said(said, {"heads": named, "score": score})


def _short(row: Row) -> str:
    """Return the one word that a head begins with."""
    return row.label.partition(":")[0]


def _before(answers: Answers, around: Around, table: str) -> dict[str, int]:
    """Return the scores of the last finished run before this one, by the keys of the rows."""
    if not around.earlier:
        return {}
    rows = Answers(answers.worksheet, around.earlier[0]).rows(table)
    return {row.key: row.cells["score"] for row in rows if row.cells["score"] is not None}


def _moved(rows: Sequence[Row], before: Mapping[str, int], slot: str) -> list[Said]:
    """Say which rows stand higher or lower than the last time; those of one time are left out."""
    both = [row for row in rows if row.key in before]
    up = [_short(row) for row in both if row.cells["score"] > before[row.key]]
    down = [_short(row) for row in both if row.cells["score"] < before[row.key]]
    told = {"up": up, "down": down}
    return [Said(way, {slot: COMMA.join(named)}) for way, named in told.items() if named]


def _confidence(answers: Answers, around: Around, *, sure: str) -> Outcome:
    """Return by how much the person feels more or less sure of each task; it is no test."""
    rows = [row for row in answers.rows(sure) if row.cells["score"] is not None]
    if not rows:
        return Outcome()
    before = _before(answers, around, sure)
    both = [row for row in rows if row.key in before]
    if not both:
        return Outcome((Said("first"),))
    says = _moved(both, before, "tasks") or [Said("same")]
    table = tuple((row.label, row.cells["score"] - before[row.key]) for row in both)
    return Outcome((*says, Said("test")), ("task", "change"), table)


class Plan(TypedDict):
    """Where one change is told: what it is about, how, for how many, and until when."""

    change: str
    how: str
    count: str
    stop_on: str


class Planned(Plan):
    """A change, and the two tables of applications that it starts from."""

    log: str
    ways: str


def planned_count(answers: Answers, count: str) -> int:
    """Return for how many applications a change is tried, 1-100; ten where it is not told."""
    return min(100, max(1, int(answers.number(count) or COUNT)))


def last_day(answers: Answers, stop_on: str, begun_on: date) -> date | None:
    """Return the day on which a change ends; one that is over before it begins is none."""
    day = answers.day(stop_on)
    return day if day and day > begun_on else None


def _experiment(
    answers: Answers, around: Around, *, hours: str, days_off: str, **of: Unpack[Planned]
) -> Outcome:
    """Return the one change with its end, else changes worth a try, and the limits around it.

    One that runs already is told first, and then no other is named as worth a try: one at a time.
    """
    says = [*_change(answers, around, of)]
    if around.trying:
        says.insert(0, Said("trying", {"change": search_words().tests[Tests(around.trying)]}))
    says = says or [*_ideas(answers, around, of)]
    for said, slot, number in (("hours", "hours", hours), ("days_off", "days", days_off)):
        told = answers.number(number)
        if told is not None:
            says.append(Said(said, {slot: plain(told)}))
    return Outcome(tuple(says))


def _change(answers: Answers, around: Around, of: Plan) -> Iterator[Said]:
    for chosen in answers.chosen(of["change"]):
        count = planned_count(answers, of["count"])
        yield Said("change", {"count": count, "change": chosen.label})
        if day := last_day(answers, of["stop_on"], around.today):
            yield Said("until", {"day": day})
        if how := answers.text(of["how"]):
            yield Said("how", {"how": how.rstrip(" .")})
        else:
            yield Said("idea", {"idea": search_words().ideas[Tests(chosen.key)]})
        yield Said("look")


def _ideas(answers: Answers, around: Around, of: Planned) -> Iterator[Said]:
    """Yield which changes speak to the place where most things stopped."""
    stops = funnel_of(tries_in(answers, of["log"], of["ways"], around.today)).stops
    if stops:
        say = search_words()
        names = [say.tests[each] for each in say.helps[stops[0][0]]]
        yield Said("fits", {"tests": COMMA.join(names)})


SEARCH_HEADS = Calculation(
    _heads,
    frozenset({"room", "even", "strong", "proof", "up", "down"}),
    frozenset(HEAD_COLUMNS),
)
SEARCH_CONFIDENCE = Calculation(
    _confidence,
    frozenset({"first", "up", "down", "same", "test"}),
    frozenset({"task", "change"}),
)
SEARCH_EXPERIMENT = Calculation(
    _experiment,
    frozenset({"trying", "change", "until", "how", "idea", "fits", "look", "hours", "days_off"}),
)
