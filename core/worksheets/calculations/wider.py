"""What the wider view works out: how the weight changes with time, and what is mine to move.

Catalogue S1-30: in a week, a year and five years, and the circles of control.
"""

from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.fields import SortField, TableField
from core.worksheets.outcomes import Around, Outcome, Picture, Said

ENOUGH = 2
"""How many times have to be weighed to say how the weight changes."""

MINE, CAN_INFLUENCE, NOT_MINE = "mine", "influence", "not_mine"


def _weights(answers: Answers, _: Around, *, times: str) -> Outcome:
    """Tell how much it weighs at each time, by the first column with a score; two are needed."""
    asked = answers.worksheet.fields[times]
    if not isinstance(asked, TableField):
        return Outcome()
    score = next(each.id for each in asked.columns if each.kind == "score")
    told = [(each.label, each.cells[score]) for each in answers.rows(times)]
    points = tuple((label, weight) for label, weight in told if weight is not None)
    if len(points) < ENOUGH:
        return Outcome()
    first, last = points[0], points[-1]
    facts = {"first": first[0], "before": first[1], "last": last[0], "after": last[1]}
    fall = first[1] - last[1]
    said = "lighter" if fall > 0 else "as_heavy" if fall == 0 else "heavier"
    return Outcome((Said(said, facts),), ("when", "weight"), points, Picture.BARS)


def _circles(answers: Answers, _: Around, *, sorted_in: str) -> Outcome:
    """Tell how many of the person's lines lie in their own circle, and list each circle."""
    piles = {each: answers.pile(sorted_in, each) for each in (MINE, CAN_INFLUENCE, NOT_MINE)}
    count = sum(map(len, piles.values()))
    if not count:
        return Outcome()
    asked = answers.worksheet.fields[sorted_in]
    names = asked.piles if isinstance(asked, SortField) else {}
    rows = tuple((names[each], card.label) for each, cards in piles.items() for card in cards)
    facts = {"mine": len(piles[MINE]), "count": count}
    said = Said("some_mine" if piles[MINE] else "none_mine", facts)
    rest = (Said("not_mine"),) if piles[NOT_MINE] else ()
    return Outcome((said, *rest), ("circle", "what"), rows)


WEIGHTS = Calculation(
    _weights, frozenset({"lighter", "as_heavy", "heavier"}), frozenset({"when", "weight"})
)
CIRCLES = Calculation(
    _circles, frozenset({"some_mine", "none_mine", "not_mine"}), frozenset({"circle", "what"})
)
