"""What is known already when the worksheet on other paths begins: energy, strengths, paths."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from core.cases import Case
from core.energy import latest_first
from core.names import plain, same_name
from core.paths import Path, on_board
from core.records import LINE_LENGTH, instant
from core.skills import by_worth
from core.wins import newest_first
from core.worksheets.answers import address
from core.worksheets.fields import Field, SliderField, TableField
from core.workspace import Workspace

STRENGTHS = 5
"""So many strengths are there at the beginning: as many as the worksheet asks for stories."""

MOST = 8
"""So many rows the table of strengths has."""

ALONE = 3
"""From this level on, of 4, a skill is one that the person has."""

COLON = ": "
CALLED = {"checked": "checked_on", "kind": "test_kind", "by": "test_by"}
"""Columns of the worksheet that a path knows under another name."""


def activities_at_hand(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return a row for each activity of the energy log, the latest first."""
    most = field.most if isinstance(field, TableField) else 0
    latest = latest_first(workspace.activities.all())[:most]
    unpaid = {True: "yes", False: "no", None: None}
    told = [
        {"what": each.what, "energy": each.energy, "unpaid": unpaid[each.unpaid]} for each in latest
    ]
    return _rows(field, told)


def strengths_at_hand(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return skills that the person has, with their proof, then wins as stories."""
    told = [{"strength": name, "proof": story} for name, story in _strengths(workspace)]
    return _rows(field, told)


def path_of_reach(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return the name of the path of the board that leads as far as the field is called."""
    path = _paths(workspace).get(field.id)
    return {field.id: path.name} if path else {}


def path_facts(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return what is known of these paths: the columns of a table, or one rating of each."""
    answers: dict[str, Any] = {}
    for reach, path in _paths(workspace).items():
        if isinstance(field, SliderField):
            answers[address(field.id, reach)] = getattr(path, field.id)
        elif isinstance(field, TableField) and not (path.test_done_on and field.id == "tests"):
            for column in field.columns:
                value = _raw(getattr(path, CALLED.get(column.id, column.id)))
                answers[address(field.id, reach, column.id)] = value
    return _told(answers)


def path_degrees(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return how far the strengths carry on these paths, as it was told before."""
    answers: dict[str, Any] = {}
    strengths = [name for name, _ in _strengths(workspace)]
    for reach, path in _paths(workspace).items():
        for at, name in enumerate(strengths, 1):
            degrees = (d for skill, d in path.degrees.items() if name and same_name(skill, name))
            answers[address(field.id, f"r{at}", reach)] = next(degrees, None)
    return _told(answers)


def _strengths(workspace: Workspace) -> list[tuple[str, str]]:
    """Return strengths, each a name and a story; of a win the name may be open.

    Skills that were rated on a path come first, up to eight of them; others fill up to five.
    """
    rated = dict.fromkeys(
        plain(name) for path in _paths(workspace).values() for name in path.degrees
    )
    found: dict[str, tuple[str, str]] = {}
    for name, story in (*_carried(workspace), *_skills(workspace), *_stories(workspace)):
        if name:
            before = found.get(plain(name), (name, ""))
            found[plain(name)] = (before[0], before[1] or story)
        elif not any(same_name(story, told) for _, told in found.values()):
            found[plain(story)] = (name, story)
    return list(found.values())[: max(STRENGTHS, min(len(rated), MOST))]


def _carried(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for path in _paths(workspace).values():
        yield from ((name, "") for name in path.degrees)


def _skills(workspace: Workspace) -> Iterator[tuple[str, str]]:
    for each in by_worth(workspace.skills.all()):
        if each.proof or (each.level or 0) >= ALONE:
            yield each.name, each.proof


def _stories(workspace: Workspace) -> Iterator[tuple[str, str]]:
    """Yield wins: one that a worksheet kept says the strength before its story."""
    for each in newest_first(workspace.wins.all()):
        name, colon, story = each.what.partition(COLON)
        yield (name, story) if colon else ("", each.what)


def _paths(workspace: Workspace) -> dict[str, Path]:
    """Return the path of each reach that was changed last."""
    latest = sorted(on_board(workspace.paths.all()), key=lambda each: instant(each.updated_at))
    return {each.reach.value: each for each in latest if each.reach}


def _rows(field: Field, told: list[dict[str, Any]]) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    for at, cells in enumerate(told, 1):
        answers.setdefault(field.id, []).append(f"r{at}")
        answers |= {address(field.id, f"r{at}", name): each for name, each in cells.items()}
    return _told(answers)


def _raw(value: object) -> Any:  # noqa: ANN401 - as an answer is stored
    if isinstance(value, date):
        return value.isoformat()
    return value[:LINE_LENGTH] if isinstance(value, str) else value


def _told(answers: dict[str, Any]) -> dict[str, Any]:
    return {place: value for place, value in answers.items() if value not in (None, "", [])}
