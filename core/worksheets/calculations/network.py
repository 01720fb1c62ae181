"""What the networking sprint works out: whom to choose, the circles, who waits to hear (W8)."""

from collections import Counter
from collections.abc import Iterable

from core.content.network import network_words
from core.network.five import Ask, Candidate, Picked, Quiet, lacks, pick_five, tie_by
from core.people import Circle, Closeness
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.fields import Column, TableField
from core.worksheets.outcomes import Around, Outcome, Picture, Said

WAITED = {
    Closeness.CLOSE: frozenset(Quiet) - {Quiet.WEEK, Quiet.MONTH},
    Closeness.WARM: frozenset({Quiet.HALF, Quiet.YEAR, Quiet.LONGER}),
    Closeness.WEAK: frozenset({Quiet.YEAR, Quiet.LONGER}),
}
"""After how long a silence somebody would hear from one, by closeness: 30, 90, 180 days."""


def candidates_in(answers: Answers, people: str, marks: str) -> tuple[Candidate, ...]:
    """Return everybody in the table of people, each name once, with what they could do."""
    can = {row.key: frozenset(map(Ask, row.cells["can"])) for row in answers.rows(marks)}
    return tuple(
        Candidate(
            row.key,
            tie_by(row.cells["closeness"], row.cells["quiet"]),
            row.cells["circle"] or "",
            can.get(row.key, frozenset()),
            lately=row.cells["quiet"] == Quiet.WEEK,
        )
        for row in answers.rows(people)
    )


def suggestion(answers: Answers, _: Around, *, people: str, marks: str) -> Outcome:
    """Suggest five of the people in the table, with the reason for each (evidence 13)."""
    every = candidates_in(answers, people, marks)
    picked = pick_five(every)
    if not picked:
        return Outcome()
    names = {row.key: row.label for row in answers.rows(people)}
    can = _labels(answers, marks, "can")
    keys = tuple(each.candidate.key for each in picked)
    later = [names[each.key] for each in every if each.lately and each.key not in keys]
    says = [Said("mix"), *(Said(each, {"count": len(picked)}) for each in lacks(every))]
    says += [Said("lately", {"names": ", ".join(later)})] if later else []
    last = _column(answers, people, "quiet")
    lately = f"{last.label}: {last.choices[Quiet.WEEK]}"
    rows = tuple((names[each.candidate.key], _why(each, can, lately)) for each in picked)
    return Outcome(tuple(says), ("person", "why"), rows, keys=keys)


def circles(answers: Answers, _: Around, *, people: str) -> Outcome:
    """Say from how many circles people come, which are empty, and how many ties are looser.

    Catalogue S3-46 and S1-13. It counts people, and grades nobody.
    """
    rows = answers.rows(people)
    if not rows:
        return Outcome()
    words = network_words().circles
    found = Counter(row.cells["circle"] for row in rows if row.cells["circle"])
    table = tuple(
        (words[each], found[each.value], _named(rows, each) or None)
        for each in Circle
        if found[each.value]
    )
    says = [Said("circles", {"count": len(found)})]
    empty = [words[each] for each in Circle if not found[each.value]]
    says.append(Said("gaps", {"circles": ", ".join(empty)}) if empty else Said("whole"))
    says += _on_looser([row.cells["closeness"] for row in rows])
    if unplaced := len(rows) - found.total():
        says.append(Said("unplaced", {"count": unplaced}))
    return Outcome(tuple(says), ("circle", "count", "who"), table, Picture.BARS if table else None)


def due(answers: Answers, _: Around, *, people: str) -> Outcome:
    """Say who would hear from the person by now, by closeness and the last contact."""
    placed = [row for row in answers.rows(people) if row.cells["closeness"] and row.cells["quiet"]]
    if not placed:
        return Outcome()
    waits = [row for row in placed if row.cells["quiet"] in WAITED[row.cells["closeness"]]]
    if not waits:
        return Outcome((Said("nobody"), Said("rhythm")))
    last = _labels(answers, people, "quiet")
    closeness = network_words().closeness
    rows = tuple(
        (row.label, closeness[row.cells["closeness"]], last[row.cells["quiet"]]) for row in waits
    )
    names = ", ".join(row.label for row in waits)
    says = (Said("due", {"names": names}), Said("rhythm"))
    return Outcome(says, ("person", "close", "last"), rows)


def _why(picked: Picked, can: dict[str, str], lately: str) -> str:
    """Return why somebody is suggested: the tie, what they could do, and that they just heard."""
    able = [can[each] for each in Ask if each in picked.candidate.can]
    just = [lately] if picked.candidate.lately else []
    return ". ".join((network_words().ties[picked.candidate.tie], *able, *just))


def _on_looser(closeness: Iterable[str | None]) -> list[Said]:
    told = [each for each in closeness if each]
    if not told:
        return []
    weak = told.count(Closeness.WEAK)
    return [Said("weak" if weak else "no_weak", {"count": weak, "of": len(told)})]


def _named(rows: Iterable[Row], circle: Circle) -> str:
    return ", ".join(row.label for row in rows if row.cells["circle"] == circle)


def _labels(answers: Answers, table: str, column: str) -> dict[str, str]:
    """Return what the choices of a column are called."""
    return answers.options(_column(answers, table, column))


def _column(answers: Answers, table: str, column: str) -> Column:
    asked = answers.worksheet.fields[table]
    columns = asked.columns if isinstance(asked, TableField) else ()
    return next(each for each in columns if each.id == column)


SUGGESTION = Calculation(
    suggestion,
    frozenset({"mix", "no_close", "no_weak", "few_weak", "no_dormant", "few", "lately"}),
    frozenset({"person", "why"}),
)
CIRCLE_MAP = Calculation(
    circles,
    frozenset({"circles", "gaps", "whole", "weak", "no_weak", "unplaced"}),
    frozenset({"circle", "count", "who"}),
)
DUE = Calculation(
    due, frozenset({"due", "nobody", "rhythm"}), frozenset({"person", "close", "last"})
)
