"""What the worksheet on values and role fit works out of its answers."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from core.content.values import value_words
from core.names import plain, same_name
from core.value_matches import Closer, Evidence, Fit, alignment, closer, role_fit
from core.values import Rated, widest_gaps, with_room
from core.worksheets.answers import Answers, Named, Row
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.skills import plain as number
from core.worksheets.fields import MatrixField
from core.worksheets.outcomes import Around, Outcome, Picture, Said

EVIDENCE, MATCH = "evidence", "match"
"""The columns that a table of evidence has: a line, and a score 0-3."""

ByName = TypeVar("ByName", Named, Row)


def card_of(named: Named | Row) -> str:
    """Return the id of the card that a value is, or is worded like; "" for one of its own."""
    cards = value_words().cards
    if named.key in cards:
        return named.key
    return next((each for each, card in cards.items() if same_name(card.name, named.label)), "")


def each_once(values: Iterable[ByName]) -> tuple[ByName, ...]:
    """Return values without those that say the same as one before: a card, in own words too."""
    found: dict[str, ByName] = {}
    for each in values:
        found.setdefault(card_of(each) or plain(each.label), each)
    return tuple(found.values())


def value_gaps(answers: Answers, _: Around, *, importance: str, lived: str) -> Outcome:
    """Return how much of each value is lived, as gaps; `importance` and `lived` are sliders."""
    matters, now = answers.scores(importance), answers.scores(lived)
    told = (each for each in answers.named(importance) if each in matters or each in now)
    ordered = enumerate(each_once(told), start=1)
    every = [Rated(each.label, at, matters.get(each), now.get(each)) for at, each in ordered]
    if not every:
        return Outcome()
    both = [each for each in every if each.gap is not None]
    return Outcome(
        says=tuple(_gaps_in_words(every)),
        columns=("value", "importance", "lived", "gap"),
        rows=tuple((each.name, each.importance, each.lived, each.gap) for each in every),
        picture=Picture.GAPS if both else None,
        points=tuple((each.name, each.importance, each.lived) for each in both),
    )


def _gaps_in_words(every: Sequence[Rated]) -> list[Said]:
    widest = widest_gaps(every)
    if not any(each.gap is not None for each in every):
        return [Said("early")]
    said = [Said("even")]
    if widest:
        facts = {"importance": widest[0].importance, "lived": widest[0].lived}
        said = [Said("widest", {"value": widest[0].name, **facts})]
    if widest[1:]:
        said.append(Said("next", {"values": _list([each.name for each in widest[1:]])}))
    if room := with_room(every):
        said.append(Said("room", {"values": _list([each.name for each in room])}))
    return said


def goal_alignment(answers: Answers, _: Around, *, match: str) -> Outcome:
    """Return how goals and values go together; `match` is a grid of goals and values, 0-3."""
    grid = answers.worksheet.fields[match]
    scores = answers.matrix(match)
    if not scores or not isinstance(grid, MatrixField):
        return Outcome()
    goals, values = answers.of(grid.rows), each_once(answers.of(grid.across))
    scores = {pair: score for pair, score in scores.items() if pair[1] in values}
    labels = {each.key: each.label for each in (*goals, *values)}
    by_key = {(goal.key, value.key): score for (goal, value), score in scores.items()}
    found = alignment(by_key, [each.key for each in goals], [each.key for each in values])
    said = [Said("served", {"count": len(found.served), "of": len(values)})]
    if found.missed:
        facts = {"value": labels[found.missed], "place": _place(values, found.missed)}
        said.append(Said("little" if found.best else "missed", facts))
    if found.idle:
        said.append(Said("idle", {"goals": _list([labels[each] for each in found.idle])}))
    if len(found.served) == len(values) and not found.idle:
        said.append(Said("aligned"))
    if found.unanswered:
        said.append(Said("open", {"count": found.unanswered}))
    cells = tuple((goal.label, value.label, score) for (goal, value), score in scores.items())
    return Outcome(tuple(said), ("goal", "value", "match"), cells, Picture.HEAT)


def _place(values: Sequence[Named], key: str) -> int:
    return next(place for place, each in enumerate(values, start=1) if each.key == key)


def fit_of_roles(
    answers: Answers,
    _: Around,
    *,
    role_a: str,
    evidence_a: str,
    role_b: str,
    evidence_b: str,
) -> Outcome:
    """Return how far two roles fit; a role is a line, its evidence a table over the values."""
    pairs = ((role_a, evidence_a), (role_b, evidence_b))
    told = [_role(answers, *pair) for pair in pairs if answers.text(pair[0])]
    fits = [each for each in told if each is not None]
    if not fits:
        return Outcome()
    cells = tuple(cell for pair in pairs for cell in _matches(answers, *pair))
    return Outcome(
        says=(*_compared(fits), *(said for each in fits for said in _fit_in_words(*each))),
        columns=("role", "fit", "evidence", "blind"),
        rows=tuple(_fit_row(*each) for each in fits),
        picture=Picture.HEAT if cells else None,
        points=cells,
    )


def _matches(answers: Answers, role: str, evidence: str) -> list[tuple[str, str, int]]:
    """Return the matches of a role that has a name: role, value and degree."""
    name = answers.text(role)
    rows = each_once(answers.rows(evidence)) if name else ()
    return [(name, row.label, row.cells[MATCH]) for row in rows if row.cells[MATCH] is not None]


_Role = tuple[str, Fit, Sequence[str]]
"""A role by its name, how far it fits, and the names of the values without evidence."""


def _role(answers: Answers, role: str, evidence: str) -> _Role | None:
    """Return how far a role fits; None where nothing at all was noted on it."""
    rows = each_once(answers.rows(evidence))
    every = [Evidence(each.key, each.cells[MATCH], bool(each.cells[EVIDENCE])) for each in rows]
    if not any(each.seen or each.match is not None for each in every):
        return None
    fit = role_fit(every)
    blind = [each.label for each in rows if each.key in fit.blind]
    return answers.text(role), fit, blind


def _compared(fits: Sequence[_Role]) -> list[Said]:
    if len(fits) < 2:  # noqa: PLR2004 - two roles can be compared
        return []
    (one, first, _), (other, second, _) = fits
    which = closer(first, second)
    nearer = {Closer.FIRST: one, Closer.SECOND: other}.get(which)
    return [Said("closer", {"role": nearer}) if nearer else Said(which.value)]


def _fit_in_words(role: str, fit: Fit, blind: Sequence[str]) -> list[Said]:
    facts = {"role": role, "seen": fit.seen, "of": fit.of}
    if fit.degree is None:
        said = Said("guess" if not fit.seen else "unmatched", facts)
    else:
        said = Said("fit", {**facts, "fit": number(fit.degree)})
    ask = Said("ask", {"role": role, "values": _list(blind)})
    return [said, ask] if fit.seen and blind else [said]


def _fit_row(role: str, fit: Fit, blind: Sequence[str]) -> tuple[str, float | None, str, str]:
    degree = None if fit.degree is None else number(fit.degree)
    return role, degree, f"{fit.seen}/{fit.of}", _list(blind)


def value_questions(answers: Answers, _: Around, *, values: str) -> Outcome:
    """Return a question for an interview, and a sign, for each value that a source names."""
    named = each_once(answers.named(values))
    about = [(each.label, value_words().about(card_of(each) or each.key)) for each in named]
    if not about:
        return Outcome()
    return Outcome(
        says=(Said("how", {"count": len(about)}),),
        columns=("value", "question", "sign"),
        rows=tuple((name, card.ask, card.sign) for name, card in about),
    )


def _list(names: Sequence[str]) -> str:
    return ", ".join(names)


GAPS = Calculation(
    value_gaps,
    says=frozenset({"early", "even", "widest", "next", "room"}),
    columns=frozenset({"value", "importance", "lived", "gap"}),
)
ALIGNMENT = Calculation(
    goal_alignment,
    says=frozenset({"served", "missed", "little", "idle", "aligned", "open"}),
    columns=frozenset({"goal", "value", "match"}),
)
FIT = Calculation(
    fit_of_roles,
    says=frozenset({"closer", "alike", "early", "fit", "guess", "unmatched", "ask"}),
    columns=frozenset({"role", "fit", "evidence", "blind"}),
)
QUESTIONS = Calculation(
    value_questions,
    says=frozenset({"how"}),
    columns=frozenset({"value", "question", "sign"}),
)
