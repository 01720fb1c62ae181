"""What the worksheet on other paths works out of its answers."""

from collections.abc import Iterable, Iterator, Sequence

from core.content.paths import RATINGS, path_words
from core.path_fit import (
    LITTLE_KNOWN,
    Comparison,
    Ratings,
    Standing,
    compared,
    gaps_that_matter,
    is_late,
    is_old,
    open_evidence,
    overlap,
    widest_gaps,
)
from core.worksheets.answers import Answers, Named, Row
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Cell, Outcome, Picture, Said

COMMA = ", "


def degrees_of(answers: Answers, carries: str) -> dict[Named, dict[str, int]]:
    """Return how far each skill carries on each path: paths first, then skills by their names."""
    degrees: dict[Named, dict[str, int]] = {}
    for (skill, path), degree in answers.matrix(carries).items():
        degrees.setdefault(path, {})[skill.label] = degree
    return degrees


def gaps_in(answers: Answers, carries: str, pull: str) -> tuple[str, ...]:
    """Return the names of the skills whose gap matters most."""
    pulls = {named.key: score for named, score in answers.scores(pull).items()}
    degrees = {path.key: each for path, each in degrees_of(answers, carries).items()}
    return gaps_that_matter(degrees, pulls)


def _overlap(answers: Answers, _: Around, *, carries: str, pull: str) -> Outcome:
    """Return how much of each path is covered, and the one gap that matters most (S0-31)."""
    degrees = degrees_of(answers, carries)
    if not degrees:
        return Outcome()
    rows = tuple(_overlap_row(path, each) for path, each in degrees.items())
    says = [
        Said("overlap", {"path": name, "overlap": share, "count": count})
        for name, share, count, _ in rows
    ]
    whole = not any(widest_gaps(each) for each in degrees.values())
    cells = ((path.label, s, d) for path, each in degrees.items() for s, d in each.items())
    return Outcome(
        says=(*says, _gap(gaps_in(answers, carries, pull), whole=whole)),
        columns=("path", "overlap", "count", "gap"),
        rows=rows,
        picture=Picture.HEAT,
        points=tuple(cells),
    )


def _overlap_row(path: Named, degrees: dict[str, int]) -> tuple[str, int, int, str]:
    share = overlap(degrees.values()) or 0
    return path.label, round(share * 100), len(degrees), COMMA.join(widest_gaps(degrees))


def _gap(gaps: Sequence[str], *, whole: bool) -> Said:
    if not gaps:
        return Said("no_gap" if whole else "no_pull")
    if len(gaps) > 1:
        return Said("gaps", {"skills": COMMA.join(gaps)})
    return Said("gap", {"skill": gaps[0]})


def open_in(row: Row) -> tuple[str, ...]:
    """Return what of the evidence in a row is open."""
    cells = row.cells
    return open_evidence(cells["demand"], cells["source"], cells["checked"])


def _evidence(answers: Answers, around: Around, *, about: str) -> Outcome:
    """Return what speaks for each path, and what is not checked (S0-30)."""
    rows = answers.rows(about)
    if not rows:
        return Outcome()
    return Outcome(
        says=tuple(_evidence_in_words(rows, around)),
        columns=("path", "demand", "source", "checked"),
        rows=tuple((row.label, *_cells(row)) for row in rows),
    )


def _evidence_in_words(rows: Sequence[Row], around: Around) -> Iterator[Said]:
    say = path_words().evidence
    blank = [row.label for row in rows if not row.cells["demand"]]
    partly = [row for row in rows if row.cells["demand"] and open_in(row)]
    if not (blank or partly):
        yield Said("checked")
    if blank:
        yield Said("unchecked", {"paths": COMMA.join(blank)})
    for row in partly:
        parts = COMMA.join(say[each] for each in open_in(row))
        yield Said("partly", {"path": row.label, "parts": parts})
    for row in rows:
        if row.cells["demand"] and is_old(row.cells["checked"], around.today):
            yield Said("old", {"path": row.label})


def _cells(row: Row) -> tuple[Cell, ...]:
    """Return the three parts of the evidence; what is open says that it is not checked."""
    parts = (row.cells[each] for each in ("demand", "source", "checked"))
    return tuple(each or path_words().not_checked for each in parts)


def _tests(answers: Answers, around: Around, *, tests: str) -> Outcome:
    """Return the small tests by their days, and what is kindly asked about them."""
    rows = answers.rows(tests)
    planned = sorted((row for row in rows if row.cells["test"]), key=_day)
    if not planned:
        return Outcome()
    return Outcome(
        says=tuple(_tests_in_words(rows, planned, around)),
        columns=("path", "kind", "test", "by"),
        rows=tuple((row.label, _kind(row), row.cells["test"], row.cells["by"]) for row in planned),
    )


def _tests_in_words(rows: Sequence[Row], planned: Sequence[Row], around: Around) -> Iterator[Said]:
    dated = [row for row in planned if row.cells["by"]]
    if dated:
        first = dated[0].cells
        yield Said("first", {"test": first["test"], "date": first["by"]})
    for row in dated:
        if is_late(row.cells["by"], around.today):
            yield Said("late", {"path": row.label, "date": row.cells["by"]})
    if open_days := [row.label for row in planned if not row.cells["by"]]:
        yield Said("no_day", {"paths": COMMA.join(open_days)})
    if bare := [row.label for row in rows if not row.cells["test"]]:
        yield Said("no_test", {"paths": COMMA.join(bare)})


def _day(row: Row) -> tuple[bool, str]:
    by = row.cells["by"]
    return by is None, by.isoformat() if by else ""


def _kind(row: Row) -> str | None:
    kind = row.cells["kind"]
    return next((each for trial, each in path_words().trials.items() if trial == kind), None)


def _comparison(
    answers: Answers, _: Around, *, about: str, pull: str, feasible: str, proven: str
) -> Outcome:
    """Return the paths side by side, and whether one is ahead; never below three of them."""
    rows = {row.key: row for row in answers.rows(about)}
    scores = {
        rating: {named.key: score for named, score in answers.scores(field).items()}
        for rating, field in zip(RATINGS, (pull, feasible, proven), strict=True)
    }
    ratings = {key: Ratings(*(scores[rating].get(key) for rating in RATINGS)) for key in rows}
    if not rows:
        return Outcome()
    found = compared(ratings)
    points = tuple(_points(rows, ratings))
    return Outcome(
        says=tuple(_standing(found, rows, ratings)),
        columns=("path", *RATINGS, "score"),
        rows=tuple(_compared_row(found, rows[key], each) for key, each in ratings.items()),
        picture=Picture.LINES if points else None,
        points=points,
    )


def _standing(
    found: Comparison, rows: dict[str, Row], ratings: dict[str, Ratings]
) -> Iterator[Said]:
    if found.standing is Standing.OPEN_ANOTHER:
        yield Said("open_another")
        return
    if found.standing is Standing.UNRATED:
        yield Said("unrated", {"paths": _named(rows, found.unrated)})
        return
    if found.standing is Standing.CLOSE:
        yield Said("close", {"paths": _named(rows, found.ahead)})
    else:
        [key] = found.ahead
        yield Said("ahead", {"path": rows[key].label, "score": ratings[key].score})
        if (ratings[key].proven or 0) < LITTLE_KNOWN or open_in(rows[key]):
            yield Said("untested")
    if found.unrated:
        yield Said("left_out", {"paths": _named(rows, found.unrated)})


def _named(rows: dict[str, Row], keys: Iterable[str]) -> str:
    return COMMA.join(rows[key].label for key in keys)


def _compared_row(found: Comparison, row: Row, ratings: Ratings) -> tuple[Cell, ...]:
    score = ratings.score if found.ahead else None
    return row.label, ratings.pull, ratings.feasible, ratings.proven, score


def _points(rows: dict[str, Row], ratings: dict[str, Ratings]) -> Iterator[tuple[Cell, ...]]:
    for key, row in rows.items():
        for rating in RATINGS:
            score = getattr(ratings[key], rating)
            if score is not None:
                yield row.label, path_words().ratings[rating].short, score


PATH_OVERLAP = Calculation(
    _overlap,
    frozenset({"overlap", "gap", "gaps", "no_gap", "no_pull"}),
    frozenset({"path", "overlap", "count", "gap"}),
)
PATH_EVIDENCE = Calculation(
    _evidence,
    frozenset({"checked", "unchecked", "partly", "old"}),
    frozenset({"path", "demand", "source", "checked"}),
)
PATH_TESTS = Calculation(
    _tests,
    frozenset({"first", "late", "no_day", "no_test"}),
    frozenset({"path", "kind", "test", "by"}),
)
PATH_COMPARISON = Calculation(
    _comparison,
    frozenset({"open_another", "unrated", "close", "ahead", "untested", "left_out"}),
    frozenset({"path", *RATINGS, "score"}),
)
