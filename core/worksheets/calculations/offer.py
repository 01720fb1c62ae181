"""What the offer review tells of the past: what was known, what counted, how it was chosen."""

from collections.abc import Iterable

from core.decisions.process import (
    CHECKS,
    DEGREES,
    checks_of,
    making_of,
    outcome_of,
    process_of,
    quadrant,
)
from core.decisions.reasons import Aged, aged
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Outcome, Picture, Said
from core.worksheets.raw import is_nothing

OPEN = "open_"
"""What the sentences are called that speak of an offer while it waits for its answer."""

SEEN_ENOUGH = 2
"""From 2 of 3 a value fits mostly."""


def known_that_day(
    answers: Answers, _: Around, *, known: str, unknown: str, answered: str
) -> Outcome:
    """Return what the person knew that day, before any number (catalogue S0-15).

    `known` and `unknown` are tables of facts, `answered` the day of the answer: without it the
    offer is open, and all is said of today. Where nothing is written, it is said as kindly, as
    long as the review has any answer at all.
    """
    facts, missing = _lines(answers, known), _lines(answers, unknown)
    if not facts and all(map(is_nothing, answers.raw.values())):
        return Outcome()
    open_ = _open(answers, answered)
    said = [Said(open_ + ("known" if facts else "unwritten"))]
    if missing:
        said.append(Said(f"{open_}unknown", {"facts": listed(missing)}))
    return Outcome(tuple(said), ("fact",), tuple((each,) for each in facts))


def reasons_then_and_now(answers: Answers, _: Around, *, weight: str, table: str) -> Outcome:
    """Return what became of each reason (S0-14); `weight` is a slider, `table` then and now."""
    weights = {each.key: score for each, score in answers.scores(weight).items()}
    rows = answers.rows(table)
    told = [each for each in rows if each.key in weights or _both(each)]
    if not told:
        return Outcome()
    groups: dict[Aged, list[str]] = {each: [] for each in Aged}
    for each in filter(_both, told):
        groups[aged(each.cells["then"], each.cells["now"])].append(each.label)
    said = [Said(each.value, {"reasons": listed(names)}) for each, names in groups.items() if names]
    if groups[Aged.FADED] or groups[Aged.REVERSED]:
        said.append(Said("was_one"))
    return Outcome(
        tuple(said) or (Said("open"),),
        ("reason", "weight", "then", "now"),
        tuple((e.label, weights.get(e.key), e.cells["then"], e.cells["now"]) for e in told),
    )


def process_and_outcome(answers: Answers, _: Around, *, turned_out: str, answered: str) -> Outcome:
    """Return how the choice was made beside how it turned out (evidence 17).

    `turned_out` is how it turned out, -5 to +5, `answered` the day of the answer: without it
    nothing can have turned out. The picture has a place for it once both are told; until then the
    checks stand in the table.
    """
    checks = checks_of(answers)
    if not checks:
        return Outcome()
    open_ = _open(answers, answered)
    score, outcome = process_of(answers), None if open_ else outcome_of(answers)
    place = quadrant(score, outcome)
    if score is None or place is None:
        said = [Said("unfinished", {"count": len(checks), "of": len(CHECKS)})]
    else:
        facts = {"process": score, "outcome": outcome and f"{outcome:+d}"}
        said = [Said(f"{open_}{place.value}", facts)]
    if made := making_of(answers):
        said.append(Said(f"{open_}{made.value}"))
    if missing := _not_yet(answers):
        said.append(Said(f"{open_}missing", {"checks": listed(missing)}))
    labels = answers.worksheet.fields
    drawn = outcome is not None and score is not None
    name = labels[turned_out].label
    return Outcome(
        says=tuple(said),
        columns=("check", "degree"),
        rows=tuple((labels[each].label, degree) for each, degree in checks.items()),
        picture=Picture.SQUARE if drawn else None,
        points=((name, score, outcome),) if drawn else (),
    )


def _open(answers: Answers, answered: str) -> str:
    """Return what the sentences of an offer that is still open begin with; "" once it is not."""
    return "" if answers.day(answered) else OPEN


def _not_yet(answers: Answers) -> list[str]:
    """Return the checks that were not met at all, as they were asked."""
    degrees, fields = checks_of(answers), answers.worksheet.fields
    return [fields[each].label for each in CHECKS if degrees.get(each) == DEGREES["no"]]


def what_was_noticed(answers: Answers, _: Around, *, gut: str, values: str) -> Outcome:
    """Return what the gut noticed, apart from the facts, and which values were seen (S0-7, S0-8).

    `gut` is a text; `values` a table with what was `seen` of each value and its `match`, 0-3.
    """
    said = [Said("gut", {"gut": " ".join(answers.text(gut).split())})] if answers.text(gut) else []
    rows = [each for each in answers.rows(values) if _is_told(each)]
    seen = [each for each in rows if each.cells["seen"]]
    if rows:
        said.append(Said("seen", {"count": len(seen), "of": len(answers.rows(values))}))
        fits = [e.label for e in seen if (e.cells["match"] or 0) >= SEEN_ENOUGH]
        misses = [e.label for e in seen if e.cells["match"] in (0, 1)]
        said += [Said("fits", {"values": listed(fits)})] if fits else []
        said += [Said("misses", {"values": listed(misses)})] if misses else []
    cells = tuple((each.label, each.cells["seen"], each.cells["match"]) for each in rows)
    return Outcome(tuple(said), ("value", "seen", "match"), cells)


def path_since(answers: Answers, _: Around, *, protected: str, effect: str) -> Outcome:
    """Return what the answer kept safe, and what it did to the path, -2 to +2 (S0-2, S3-35)."""
    kept, moved = answers.text(protected), answers.number(effect)
    said = [Said("protected", {"protected": kept})] if kept else []
    if moved is not None:
        said.append(Said("moved_on" if moved > 0 else "set_back" if moved < 0 else "as_before"))
    return Outcome(tuple(said))


def listed(names: Iterable[str]) -> str:
    """Return names in one line."""
    return "; ".join(each.rstrip(".") for each in names)


def _lines(answers: Answers, table: str) -> tuple[str, ...]:
    return tuple(each.label for each in answers.rows(table))


def _both(row: Row) -> bool:
    return row.cells["then"] is not None and row.cells["now"] is not None


def _is_told(row: Row) -> bool:
    return bool(row.cells["seen"]) or row.cells["match"] is not None


KNOWN_THAT_DAY = Calculation(
    known_that_day,
    frozenset({"known", "unwritten", "unknown", "open_known", "open_unwritten", "open_unknown"}),
    frozenset({"fact"}),
)
REASONS_THEN_AND_NOW = Calculation(
    reasons_then_and_now,
    frozenset({"open", "was_one", *(each.value for each in Aged)}),
    frozenset({"reason", "weight", "then", "now"}),
)
PROCESS_AND_OUTCOME = Calculation(
    process_and_outcome,
    frozenset(
        {
            *("sound_good", "sound_bad_luck", "shaky_lucky", "shaky_lesson"),
            *("between", "even", "early", "unfinished", "missing"),
            *("planned", "mixed", "in_the_moment"),
            *("open_early", "open_missing"),
            *("open_planned", "open_mixed", "open_in_the_moment"),
        }
    ),
    frozenset({"check", "degree"}),
)
WHAT_WAS_NOTICED = Calculation(
    what_was_noticed,
    frozenset({"gut", "seen", "fits", "misses"}),
    frozenset({"value", "seen", "match"}),
)
PATH_SINCE = Calculation(path_since, frozenset({"protected", "moved_on", "set_back", "as_before"}))
