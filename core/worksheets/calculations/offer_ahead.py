"""What the offer review tells of what lies ahead: the years, the fit today, the next offer."""

from fractions import Fraction

from core.decisions.offer import Matrix, totals
from core.decisions.process import CHECKS, DEGREES, checks_of
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.offer_weights import OFFER, Weighing, by_keys, told, told_apart
from core.worksheets.fields import TableField
from core.worksheets.outcomes import Around, Cell, Outcome, Picture, Said

QUESTIONS = 3
"""So many questions go along to the next offer."""

ASK = {each: each.replace("check", "ask") for each in CHECKS}
"""The ready question for each check that was missing."""


def next_questions(answers: Answers, _: Around, *, could_ask: str) -> Outcome:
    """Return three questions for the next offer (S0-33): the person's own first, then ready ones.

    Ready ones follow what was missing most: checks that were not met before those in part, then
    those that were met; checks that were not answered say nothing.
    """
    own = [Said("own", {"question": each.label}) for each in answers.rows(could_ask)]
    degrees = checks_of(answers)
    if not (own or degrees):
        return Outcome()
    weakest = sorted(degrees, key=lambda each: degrees[each])
    ready = [Said(ASK[each]) for each in weakest if own or degrees[each] < DEGREES["yes"]]
    ready = ready or [Said(ASK[each]) for each in CHECKS]
    return Outcome((Said("how"), *[*own, *ready][:QUESTIONS]))


def over_the_years(answers: Answers, _: Around, *, years: str, offer: str, other: str) -> Outcome:
    """Return how good both options look now, in one year and in three (catalogue S3-33).

    `years` is a table with a score 0-10 for each option at each time.
    """
    rows = answers.rows(years)
    heads = {each: answers.text(each) or _head(answers, years, each) for each in (offer, other)}
    names = told_apart(answers, heads)
    points: tuple[tuple[Cell, ...], ...] = tuple(
        (name, row.label, row.cells[option])
        for option, name in names.items()
        for row in rows
        if row.cells[option] is not None
    )
    if not points:
        return Outcome()
    both = [row for row in rows if None not in (row.cells[offer], row.cells[other])]
    said = _crossing(both, names, offer, other) if len(both) > 1 else Said("early")
    table = tuple((row.label, row.cells[offer], row.cells[other]) for row in rows)
    return Outcome((said,), ("when", "offer", "other"), table, Picture.LINES, points)


def _crossing(rows: list[Row], names: dict[str, str], offer: str, other: str) -> Said:
    """Return who is ahead at the first and at the last time that both are told.

    Who is ahead at both and behind in between does not stay ahead.
    """
    first, last = (row.cells[offer] - row.cells[other] for row in (rows[0], rows[-1]))
    at = {"first": rows[0].label, "last": rows[-1].label}
    ahead = names[offer] if last > 0 else names[other]
    if last == 0:
        return Said("level", at)
    if first * last < 0:
        return Said(
            "crosses", {**at, "before": names[offer if first > 0 else other], "option": ahead}
        )
    if any((row.cells[offer] - row.cells[other]) * last < 0 for row in rows[1:-1]):
        return Said("wavers", {**at, "option": ahead})
    return Said("stays" if first else "parts", {**at, "option": ahead})


def _head(answers: Answers, table: str, column: str) -> str:
    asked = answers.worksheet.fields[table]
    columns = asked.columns if isinstance(asked, TableField) else ()
    return next(each.label for each in columns if each.id == column)


def fit_then_and_now(
    answers: Answers, _: Around, *, swing: str, scores: str, again: str
) -> Outcome:
    """Return how the offer was scored then and is today, by criterion and in all (S0-27).

    `again` is a second grid of scores, over the same criteria and options.
    """
    found = Weighing(answers, swing, scores)
    before, since = found.matrix.scores, by_keys(answers.matrix(again))
    both = [key for key in found.criteria if (key, OFFER) in before and (key, OFFER) in since]
    if not both:
        return Outcome()
    weights = {key: found.matrix.weights[key] for key in both if key in found.matrix.weights}
    then, now = (totals(Matrix(weights, (OFFER,), each)).get(OFFER) for each in (before, since))
    said = [_moved(then, now)] if then is not None and now is not None else [Said("early")]
    rows = tuple((found.criteria[key], before[key, OFFER], since[key, OFFER]) for key in both)
    name, old, new = max(rows, key=lambda row: abs(row[2] - row[1]))
    if old != new:
        said.append(Said("most", {"criterion": name, "then": old, "now": new}))
    return Outcome(tuple(said), ("criterion", "then", "now"), rows, Picture.GAPS)


def _moved(then: Fraction, now: Fraction) -> Said:
    which = "better" if now > then else "worse" if now < then else "same"
    return Said(which, {"then": told(then), "now": told(now)})


NEXT_QUESTIONS = Calculation(next_questions, frozenset({"how", "own", *ASK.values()}))
OVER_THE_YEARS = Calculation(
    over_the_years,
    frozenset({"early", "level", "crosses", "stays", "wavers", "parts"}),
    frozenset({"when", "offer", "other"}),
)
FIT_THEN_AND_NOW = Calculation(
    fit_then_and_now,
    frozenset({"early", "better", "worse", "same", "most"}),
    frozenset({"criterion", "then", "now"}),
)
