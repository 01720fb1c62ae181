"""What the must-and-nice sorter works out: which roles come back if one nice-to-have is let go."""

from collections.abc import Iterable

from core.role_sorter import sorted_roles
from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Outcome, Picture, Said

COLUMNS = ("wish", "count", "roles")


def _readmitted(answers: Answers, _: Around, *, roles: str, musts: str, nices: str) -> Outcome:
    """Return which roles have all of it, and which come back without one nice-to-have (S1-24).

    `roles` is a table, its column `lacks` the wishes that a role does not meet.
    """
    rows = answers.rows(roles)
    wishes = {each.key: each.label for each in (*answers.named(musts), *answers.named(nices))}
    if not (rows and wishes):
        return Outcome()
    names = {row.key: row.label for row in rows}
    found = sorted_roles(
        {row.key: row.cells["lacks"] for row in rows},
        [each.key for each in answers.named(musts)],
        [each.key for each in answers.named(nices)],
    )
    said = [Said("none_whole")]
    if found.whole:
        said = [Said("whole", {"count": len(found.whole), "of": len(rows)})]
    best = [(wish, back) for wish, back in found.back if back]
    if best:
        wish, back = best[0]
        facts = {"wish": wishes[wish], "count": len(back), "roles": _list(names, back)}
        said.insert(0, Said("back", facts))
    elif found.back:
        said.append(Said("no_single"))
    if found.apart:
        said.append(Said("apart", {"roles": _list(names, found.apart)}))
    if found.out:
        said.append(Said("out", {"roles": _list(names, found.out)}))
    table = tuple((wishes[wish], len(back), _list(names, back) or None) for wish, back in best)
    return Outcome(tuple(said), COLUMNS, table, Picture.BARS if table else None)


def _list(names: dict[str, str], keys: Iterable[str]) -> str:
    return ", ".join(names[each] for each in keys)


READMITTED = Calculation(
    _readmitted,
    frozenset({"back", "whole", "none_whole", "no_single", "apart", "out"}),
    frozenset(COLUMNS),
)
