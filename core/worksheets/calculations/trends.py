"""What a look at the field works out: a watch list, by fit and pull (catalogue S0-17)."""

from collections.abc import Iterator, Mapping
from typing import Any

from core.trends import worth
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Outcome, Picture, Said

COMMA = ", "
COLUMNS = ("name", "worth", "fits", "pull", "source", "seen")


def _order(answers: Answers, _: Around, *, found: str, rated: str) -> Outcome:
    """Rank what was found by fits x pull; ties as they were told."""
    rates = {row.key: row.cells for row in answers.rows(rated)}
    rows = answers.rows(found)
    worths = {row.key: _worth_of(row, rates) for row in rows}
    listed = sorted(
        (row for row in rows if worths[row.key] is not None),
        key=lambda row: -(worths[row.key] or 0),
    )
    if not listed:
        return Outcome()
    unrated = [row.label for row in rows if worths[row.key] is None]
    says = list(_leading([(row.label, worths[row.key] or 0) for row in listed]))
    if unrated:
        says.append(Said("unrated", {"names": COMMA.join(unrated)}))
    table = tuple(
        (
            row.label,
            worths[row.key],
            rates[row.key]["fits"],
            rates[row.key]["pull"],
            row.cells["source"] or None,
            row.cells["seen"],
        )
        for row in listed
    )
    return Outcome(tuple(says), COLUMNS, table, Picture.BARS)


def _worth_of(row: Row, rates: Mapping[str, Mapping[str, Any]]) -> int | None:
    cells = rates.get(row.key, {})
    return worth(cells.get("fits"), cells.get("pull"))


def _leading(listed: list[tuple[str, int]]) -> Iterator[Said]:
    most = listed[0][1]
    first = [name for name, each in listed if each == most]
    if not most:
        yield Said("quiet")
    elif len(first) > 1:
        yield Said("tie", {"names": COMMA.join(first)})
    else:
        yield Said("first", {"name": first[0]})


TREND_ORDER = Calculation(
    _order, frozenset({"first", "tie", "quiet", "unrated"}), frozenset(COLUMNS)
)
