"""What a skills plan works out of actions: which weeks they take, and which are worth most."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Unpack

from core.skill_plan import (
    USUAL_WEEKS,
    Piece,
    Placed,
    WeekPlan,
    last_day,
    week_plan,
)
from core.skills import closed_per_hour
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.skills import (
    COMMA,
    Needs,
    NeedSources,
    PlanSources,
    first_ones,
    needs_of,
    plain,
)
from core.worksheets.outcomes import Around, Cell, Outcome, Picture, Said

TEN_HOURS = 10
PLAN = ("action", "skill", "hours", "begins", "ends", "by")
WORTH = ("action", "worth", "closes", "hours")


def pieces_of(answers: Answers, needs: Needs, of: PlanSources) -> tuple[Piece, ...]:
    """Return the actions that have hours, those for the first gap first."""
    picked = first_ones(answers, needs, of["top"])
    by_rank = [each.need.key for each in needs.order]
    place = {key: at for at, key in enumerate(dict.fromkeys([*picked, *by_rank]))}
    rows = [row for row in answers.rows(of["actions"]) if row.cells["hours"]]
    rows.sort(key=lambda row: place.get(row.cells["skill"], len(place)))
    return tuple(Piece.of(row.key, row.cells["hours"]) for row in rows)


def hours_free(answers: Answers, around: Around, free_hours: str) -> float | None:
    """Return the free hours of a week, as told here, else as told before."""
    told = answers.number(free_hours)
    return around.free_hours if told is None else told


def _weeks(
    answers: Answers,
    around: Around,
    *,
    terms: str,
    free_hours: str,
    weeks: str,
    **of: Unpack[PlanSources],
) -> Outcome:
    """Lay the actions over weeks, and say whether there is room for them."""
    rows = {row.key: row for row in answers.rows(of["actions"])}
    if not rows:
        return Outcome()
    found = needs_of(answers, of)
    free = hours_free(answers, around, free_hours)
    plan = week_plan(pieces_of(answers, found, of), free, around.today)
    no_length = [row.label for row in rows.values() if not row.cells["hours"]]
    open_ones = [Said("no_length", {"actions": COMMA.join(no_length)})] if no_length else []
    if plan is None:
        return Outcome((Said("no_hours" if free is None else "no_free"), *open_ones))
    if not plan.placed:
        return Outcome(tuple(open_ones))
    wanted = int(answers.number(weeks) or USUAL_WEEKS)
    days = {row.key: row.cells["by"] for row in answers.rows(terms)}
    late = [each for each in plan.placed if _is_late(each, days.get(each.piece.key), around)]
    says = [_end_of(plan), *_room_in(plan, wanted, rows)]
    if late:
        says.append(Said("late", {"actions": _labels(rows, (each.piece for each in late))}))
    table = tuple(_placed_row(each, rows, found, around) for each in plan.placed)
    points = tuple((row[0], row[3], row[4]) for row in table)
    if plan.ends_on is None:
        return Outcome((*says, *open_ones), PLAN, table)
    return Outcome((*says, *open_ones), PLAN, table, Picture.WEEKS, points)


def _end_of(plan: WeekPlan) -> Said:
    if plan.ends_on is None:
        return Said("beyond")
    hours = {"hours": plain(plan.hours), "per_week": plain(plan.per_week)}
    return Said("ends", {**hours, "week": plan.weeks, "date": plan.ends_on})


def _room_in(plan: WeekPlan, weeks: int, rows: dict[str, Row]) -> Iterator[Said]:
    if not plan.is_over_full(weeks):
        yield Said("room", {"weeks": weeks})
        return
    yield Said("over", {"weeks": weeks})
    fitting = plan.that_fit(weeks)
    facts = {"weeks": weeks, "actions": _labels(rows, fitting)}
    yield Said("fits" if fitting else "fits_none", facts)


def _is_late(placed: Placed, by: Any, around: Around) -> bool:  # noqa: ANN401 - a cell
    last = last_day(around.today, placed.ends)
    return by is not None and (last is None or last > by)


def _placed_row(
    placed: Placed, rows: dict[str, Row], found: Needs, around: Around
) -> tuple[Cell, ...]:
    row = rows[placed.piece.key]
    skill = found.names.get(row.cells["skill"] or "", "")
    weeks = placed.begins, placed.ends
    by = last_day(around.today, placed.ends)
    return row.label, skill, plain(placed.piece.hours), *weeks, by


def _labels(rows: dict[str, Row], pieces: Iterable[Piece]) -> str:
    return COMMA.join(rows[each.key].label for each in pieces)


def _worth(answers: Answers, _: Around, *, actions: str, **of: Unpack[NeedSources]) -> Outcome:
    """Rank the actions by how much of a gap they close in an hour (catalogue S1-22)."""
    found = needs_of(answers, of)
    gaps = {each.need.key: each.gap for each in found.order}
    rows = [(row, _closed(row, gaps)) for row in answers.rows(actions)]
    worth = [(row, lift, closed_per_hour(lift, row.cells["hours"])) for row, lift in rows]
    counted = [(row, lift, each) for row, lift, each in worth if each is not None]
    if not counted:
        return Outcome()
    counted.sort(key=lambda each: -each[2])
    best = [row.label for row, _, each in counted if each and each == counted[0][2]]
    missing = [row.label for row, _, each in worth if each is None]
    says = [*_best(best)]
    if missing:
        says.append(Said("open", {"actions": COMMA.join(missing)}))
    table = tuple(
        (row.label, plain(each * TEN_HOURS), lift, plain(row.cells["hours"]))
        for row, lift, each in counted
    )
    return Outcome(tuple(says), WORTH, table, Picture.BARS)


def _closed(row: Row, gaps: Mapping[str, int]) -> int | None:
    """Return the levels that an action lifts, as far as there is a gap to close."""
    lift: int | None = row.cells["closes"]
    if lift is None:
        return None
    return min(lift, gaps.get(row.cells["skill"] or "", lift))


def _best(labels: list[str]) -> Iterator[Said]:
    if len(labels) == 1:
        yield Said("best", {"action": labels[0]})
    elif labels:
        yield Said("tie", {"actions": COMMA.join(labels)})


SKILL_WEEKS = Calculation(
    _weeks,
    frozenset(
        {
            *("ends", "beyond", "room", "over", "fits", "fits_none", "late"),
            *("no_hours", "no_free", "no_length"),
        }
    ),
    frozenset(PLAN),
)
SKILL_WORTH = Calculation(_worth, frozenset({"best", "tie", "open"}), frozenset(WORTH))
