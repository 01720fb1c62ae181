"""What a log of energy works out: what gives it, what takes it, and what comes back."""

from collections.abc import Iterator, Sequence

from core.content.paths import path_words
from core.energy import Noted, delights, drains, gives, themes
from core.names import plain
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Outcome, Picture, Said

COMMA = ", "
FEW = 3
"""So many things are named in one sentence."""

YES = "yes"


def notes_in(answers: Answers, notes: str) -> tuple[Noted, ...]:
    """Return the activities of a table that have an energy."""
    return tuple(
        Noted(row.label, row.cells["energy"], _yes_or_no(row.cells["unpaid"]))
        for row in answers.rows(notes)
        if row.cells["energy"] is not None
    )


def _energy(answers: Answers, around: Around, *, notes: str) -> Outcome:
    """Return what gives and what takes energy, what is liked unpaid, and what comes back."""
    rows = answers.rows(notes)
    rated = notes_in(answers, notes)
    if not rows:
        return Outcome()
    return Outcome(
        says=tuple(_energy_in_words(rows, rated, around)),
        columns=("what", "energy", "unpaid"),
        rows=tuple(
            (each.what, each.energy, path_words().unpaid if each.unpaid else None)
            for each in _ordered(rated)
        ),
        picture=Picture.PULLS if rated else None,
    )


def _energy_in_words(rows: Sequence[Row], rated: Sequence[Noted], around: Around) -> Iterator[Said]:
    giving, taking, liked = gives(rated), drains(rated), delights(rated)
    if rated:
        level = len(rated) - len(giving) - len(taking)
        yield Said("counts", {"gives": len(giving), "drains": len(taking), "level": level})
    for said, notes in (("most", giving), ("least", taking), ("unpaid", liked)):
        if notes:
            yield Said(said, {"things": _named(notes)})
    for each in themes(rated, around.today, path_words().common.words)[:FEW]:
        way = "theme" if each.mean > 0 else "theme_takes" if each.mean < 0 else "theme_level"
        yield Said(way, {"theme": each.name, "count": each.count})
    if unrated := [row.label for row in rows if row.cells["energy"] is None]:
        yield Said("open", {"things": COMMA.join(unrated)})


def _named(notes: Sequence[Noted]) -> str:
    """Return the first things by their names, each once."""
    names = {plain(each.what): each.what for each in reversed(notes)}
    return COMMA.join(list(reversed(names.values()))[:FEW])


def _ordered(rated: Sequence[Noted]) -> tuple[Noted, ...]:
    """Return what gives most first, what drains most last."""
    return tuple(sorted(rated, key=lambda each: -each.energy))


def _yes_or_no(choice: str | None) -> bool | None:
    return None if choice is None else choice == YES


ENERGY_THEMES = Calculation(
    _energy,
    frozenset({"counts", "most", "least", "unpaid", "theme", "theme_takes", "theme_level", "open"}),
    frozenset({"what", "energy", "unpaid"}),
)
