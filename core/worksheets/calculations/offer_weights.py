"""What the offer review weighs: two options, and the weights that would turn the answer."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypedDict, Unpack

from core.decisions.offer import (
    DRAWS,
    Firmness,
    Flip,
    Matrix,
    ahead,
    failing,
    firmness,
    flips,
    pulls,
    robustness,
    shares_of,
    totals,
)
from core.decisions.reasons import growth_score
from core.names import plain
from core.worksheets.answers import Answers, Named
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.offer import listed
from core.worksheets.fields import MatrixField
from core.worksheets.outcomes import Around, Cell, Outcome, Picture, Said

TEN = 10
"""Weights are told as parts of ten."""

MOST_TURNS = 3
"""So many turns are told; all of them stand in the table."""

GROWTH, SKILL = "growth", "skill"
GOALS, GOAL = "goals", "goal"
OFFER = "offer"
YES, NO = "yes", "no"


class Weighed(TypedDict):
    """The fields of a weighing: swing weights, scores, must-haves and who has them."""

    swing: str
    scores: str
    must_haves: str
    meets: str


class Weighing:
    """What stands in the fields of a weighing: its options and criteria by key, and its matrix."""

    def __init__(self, answers: Answers, swing: str, scores: str) -> None:
        asked = answers.worksheet.fields[scores]
        across = answers.of(asked.across) if isinstance(asked, MatrixField) else ()
        self.options = told_apart(answers, {each.key: each.label for each in across})
        self.criteria = {each.key: each.label for each in answers.named(swing)}
        self.matrix = Matrix(
            {each.key: weight for each, weight in answers.scores(swing).items()},
            tuple(self.options),
            _with_growth(answers, by_keys(answers.matrix(scores))),
        )

    @property
    def open(self) -> tuple[str, ...]:
        """The criteria that miss a number, and so cannot be weighed yet."""
        weighed = self.matrix.weighed
        return tuple(label for key, label in self.criteria.items() if key not in weighed)


def told_apart(answers: Answers, options: Mapping[str, str]) -> dict[str, str]:
    """Return what options are called: where two are called alike, as they were asked for."""
    if len({plain(each) for each in options.values()}) == len(options):
        return dict(options)
    return {each: answers.worksheet.fields[each].label for each in options}


def by_keys(scores: Mapping[tuple[Named, Named], int]) -> dict[tuple[str, str], int]:
    """Return the scores of a grid by the keys of its rows and columns."""
    return {(row.key, across.key): score for (row, across), score in scores.items()}


def _with_growth(
    answers: Answers, scores: Mapping[tuple[str, str], int]
) -> dict[tuple[str, str], int]:
    """Return scores with the offer's step up, sideways or down as room to grow (S0-5).

    What the person scored themselves counts.
    """
    worth = growth_score(answers.text(GROWTH), answers.text(SKILL))
    return ({(GROWTH, OFFER): worth} if worth is not None else {}) | dict(scores)


def options_weighed(answers: Answers, around: Around, **of: Unpack[Weighed]) -> Outcome:
    """Return how the options come out: must-haves first, then totals and how firm they are."""
    found = Weighing(answers, of["swing"], of["scores"])
    if not found.criteria:
        return Outcome()
    if len(found.options) <= 1:
        return Outcome((Said("alone"),))
    lacks = lacking(answers, found, of["must_haves"], of["meets"])
    left = found.matrix.without(lacks)
    unsure = _unsure(answers, found, left, of)
    said = [*_in_words(found, left, around.seed, unsure), *_left_out(found, lacks)]
    if found.open and shares_of(left):
        said.append(Said("unscored", {"criteria": listed(found.open)}))
    drawn = {} if lacks else pulls(found.matrix)
    said += _speaking(found, drawn)
    if GOALS in found.criteria and (goal := answers.text(GOAL)):
        said.append(Said("goal", {"goal": goal}))
    return Outcome(
        tuple(said),
        ("criterion", "weight", "offer", "other", "pull"),
        tuple(_table(found, drawn)),
        Picture.PULLS if drawn else None,
        tuple((found.criteria[each], told(pull)) for each, pull in drawn.items()),
    )


def _speaking(found: Weighing, drawn: Mapping[str, Fraction]) -> Iterable[Said]:
    """Yield what speaks for each of two options, what weighs most first."""
    strongest = sorted(drawn, key=lambda each: -abs(drawn[each]))
    for option, sign in zip(found.options.values(), (1, -1), strict=True):
        names = [found.criteria[each] for each in strongest if drawn[each] * sign > 0]
        if names:
            yield Said("speaks", {"option": option, "criteria": listed(names)})


def lacking(
    answers: Answers, found: Weighing, must_haves: str, meets: str
) -> dict[str, tuple[str, ...]]:
    """Return for each option that lacks a must-have what it lacks."""
    has = {
        (row.key, option): row.cells[option] != NO
        for row in answers.rows(meets)
        for option in found.options
        if row.cells.get(option)
    }
    return failing((each.key for each in answers.named(must_haves)), has, found.options)


def _unsure(answers: Answers, found: Weighing, left: Matrix, of: Weighed) -> tuple[str, ...]:
    """Return the must-haves of which nobody said that the one option that is left has them."""
    if len(left.options) != 1:
        return ()
    rows = {row.key: row.cells.get(left.options[0]) for row in answers.rows(of["meets"])}
    needed = (each.key for each in answers.named(of["must_haves"]))
    return tuple(found.criteria[each] for each in needed if rows.get(each) != YES)


def _left_out(found: Weighing, lacks: Mapping[str, Iterable[str]]) -> Iterable[Said]:
    for option, missing in lacks.items():
        names = listed(found.criteria[each] for each in missing)
        yield Said("left_out", {"option": found.options[option], "criteria": names})


def _in_words(found: Weighing, left: Matrix, seed: str, unsure: Iterable[str]) -> tuple[Said, ...]:
    """Return who is ahead, and in how many of the shaken weightings that stays so."""
    sums = totals(left)
    leaders = ahead(sums)
    if not left.options:
        return (Said("none_left"),)
    if not leaders:
        return (Said("early"),)
    first, total = found.options[leaders[0]], told(sums[leaders[0]])
    if len(left.options) == 1:
        facts = {"option": first, "total": total, "criteria": listed(unsure)}
        return (Said("one_left" if facts["criteria"] else "only", facts),)
    if len(leaders) > 1:
        return (Said("level", {"total": total}),)
    second = _other(left, leaders[0])
    rival = {"other": found.options[second], "less": told(sums[second])}
    share = robustness(left, seed) or Fraction(0)
    stays = {"option": first, "count": int(share * DRAWS), "of": DRAWS}
    which = "ahead" if rival["less"] != total else "by_a_hair"
    return (
        Said(which, {"option": first, "total": total, **rival}),
        Said(firmness(share).value, stays),
    )


def _other(matrix: Matrix, option: str) -> str:
    return next(each for each in matrix.options if each != option)


def _table(found: Weighing, drawn: Mapping[str, Fraction]) -> Iterable[tuple[Cell, ...]]:
    by, scores = shares_of(found.matrix), found.matrix.scores
    for key, label in found.criteria.items():
        weight = told(by[key] * TEN) if key in by else None
        pull = told(drawn[key]) if key in drawn else None
        yield label, weight, *(scores.get((key, option)) for option in found.options), pull


def turning_weights(answers: Answers, _: Around, **of: Unpack[Weighed]) -> Outcome:
    """Return at which weight of each criterion the answer would turn (evidence 16).

    Something on which both are alike is left out: with all of the weight it makes them level,
    and never turns the answer.
    """
    found = Weighing(answers, of["swing"], of["scores"])
    matrix = found.matrix.without(lacking(answers, found, of["must_haves"], of["meets"]))
    leaders = ahead(totals(matrix))
    if len(matrix.options) <= 1 or len(leaders) != 1:
        return Outcome()
    first, second = found.options[leaders[0]], found.options[_other(matrix, leaders[0])]
    turns = [each for each in flips(matrix) if each.at != 1]
    if not turns:
        return Outcome((Said("no_turn", {"option": first}),))
    rows = tuple((found.criteria[e.criterion], told(e.now * TEN), told(e.at * TEN)) for e in turns)
    said = [
        Said(_kind(turn, row, place), _turn(row, second))
        for place, (turn, row) in enumerate(zip(turns[:MOST_TURNS], rows, strict=False))
    ]
    return Outcome(tuple(said), ("criterion", "now", "at"), rows, Picture.GAPS)


def _kind(turn: Flip, row: tuple[str, float, float], place: int) -> str:
    """Return how a turn is told: at no weight, so near that it looks the same, or plainly."""
    if turn.at == 0:
        return "without"
    if row[1] == row[2]:
        return "on_the_point"
    return "also" if place else "turn"


def _turn(row: tuple[str, float, float], other: str) -> dict[str, str | float]:
    return {**dict(zip(("criterion", "now", "at"), row, strict=True)), "other": other}


def told(number: Fraction) -> float:
    """Return a number as it is told: to one decimal."""
    return float(round(number, 1))


OPTIONS_WEIGHED = Calculation(
    options_weighed,
    frozenset(
        {
            *("alone", "early", "ahead", "by_a_hair", "level", "only", "one_left", "none_left"),
            *("left_out", "unscored", "speaks", "goal"),
            *(each.value for each in Firmness),
        }
    ),
    frozenset({"criterion", "weight", "offer", "other", "pull"}),
)
TURNING_WEIGHTS = Calculation(
    turning_weights,
    frozenset({"turn", "without", "on_the_point", "also", "no_turn"}),
    frozenset({"criterion", "now", "at"}),
)
