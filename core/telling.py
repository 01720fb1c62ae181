"""Telling what happened: a person's answers become a case and the people named in it."""

from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from core.cases import Case, Direction, Door, Stage, asks, stage_at_start
from core.errors import AjarError
from core.names import same_name
from core.people import Person
from core.workspace import Workspace

FORM = "case"


class AnswerError(AjarError):
    """An answer cannot be kept as it is; `field` names the question it belongs to."""

    def __init__(self, field: str) -> None:
        super().__init__(
            "This answer is longer than Ajar can keep, or not a day that the calendar knows. "
            "Nothing is lost: change it here and save again."
        )
        self.field = field


def answers_of(case: Case | None, people: Mapping[str, Person], today: date) -> dict[str, Any]:
    """Return the answers that a case was told with, as the form shows them; new ones are empty."""
    answers: dict[str, Any] = {
        name: _as_typed(value)
        for name, value in (case.model_dump(include=_PLAIN) if case else _EMPTY).items()
    }
    answers["happened_on"] = case.happened_on if case else today
    answers["stage"] = _as_typed(case.stage) if case else None
    answers["stage_on"] = None
    answers["rev"] = case.rev if case else 0
    for role in _ROLES:
        person = people.get(getattr(case, f"{role}_id"), _NOBODY) if case else _NOBODY
        answers |= {f"{role}_{part}": getattr(person, part) for part in _PARTS}
    return answers


def tell(workspace: Workspace, answers: Mapping[str, Any], case_id: str = "") -> Case:
    """Save the answers as a new case, or over the case that they were read from.

    People who are named and not known yet become records of their own: with a new case in
    the same commit, before a changed one, so that both versions of it can name them. Raises
    AnswerError for an answer that cannot be kept, EditedElsewhereError where the case has
    changed since.
    """
    base = workspace.cases.get(case_id) if case_id else None
    with workspace.one_commit():
        known = {f"{role}_id": _person_id(workspace, role, answers, base) for role in _ROLES}
        case = _case(answers, base, known, workspace.now())
        if base is None:
            return workspace.cases.add(case, form=FORM, payload=dict(answers))
    return workspace.cases.replace(case)


def _as_typed(value: object) -> object:
    """Return a value as a form holds it: plain text for ids, lists for many."""
    if isinstance(value, StrEnum):
        return value.value
    return list(value) if isinstance(value, tuple) else value


def _case(
    answers: Mapping[str, Any], base: Case | None, known: Mapping[str, str], now: datetime
) -> Case:
    direction = Direction(answers["direction"])
    asked = {name: answers[name] for name in _PLAIN if _is_asked(name, direction)}
    fields = {
        **(base.model_dump() if base else {}),
        **{name: value for name, value in asked.items() if value is not None},
        **known,
        "door": asked.get("door") or (base.door if base else Door.UNKNOWN),
        "deadline": answers["deadline"],
        "happened_on": answers["happened_on"],
        "rev": answers["rev"],
    }
    try:
        case = Case.model_validate(fields)
    except ValidationError as error:
        raise AnswerError(str(error.errors()[0]["loc"][0])) from None
    stage = answers["stage"] or (None if case.stages else stage_at_start(direction))
    reached_on = answers.get("stage_on")
    is_news = stage != case.stage or reached_on
    return case.reached(Stage(stage), reached_on, now) if stage and is_news else case


def _is_asked(name: str, direction: Direction) -> bool:
    question = _ASKED_WITH.get(name, name)
    return question in asks(direction) or name == "direction"


def _person_id(
    workspace: Workspace, role: str, answers: Mapping[str, Any], base: Case | None
) -> str:
    """Return the id of the person named in this role; "" for nobody.

    Whoever the case named before is changed as typed. Somebody else of a known name is that
    person unless what is typed says otherwise: then it is a namesake, and nothing is overwritten.
    """
    named = {part: str(answers.get(f"{role}_{part}") or "").strip() for part in _PARTS}
    if not named["name"]:
        return ""
    before = workspace.people.find(getattr(base, f"{role}_id")) if base else None
    if before and _is_called(before, named):
        return workspace.people.replace(_person(before.model_dump() | named, role)).id
    for known in workspace.people.all():
        if _is_called(known, named) and _agrees(known, named):
            added = {part: value for part, value in named.items() if value}
            return workspace.people.replace(_person(known.model_dump() | added, role)).id
    return workspace.people.add(_person(named, role)).id


def _is_called(person: Person, named: Mapping[str, str]) -> bool:
    return same_name(person.name, named["name"])


def _agrees(person: Person, named: Mapping[str, str]) -> bool:
    pairs = ((getattr(person, part), named[part]) for part in _PARTS if part != "name")
    return all(known == told or not known or not told for known, told in pairs)


def _person(fields: Mapping[str, Any], role: str) -> Person:
    try:
        return Person.model_validate(fields)
    except ValidationError as error:
        raise AnswerError(f"{role}_{error.errors()[0]['loc'][0]}") from None


_ROLES = ("contact", "referrer")
_ASKED_WITH = {
    "reasons_given": "reasons",
    "reasons_true": "reasons",
    "reason_words": "reasons",
    "elsewhere": "pulls",
}
_PARTS = ("name", "how_known", "address")
_NOBODY = Person(name="")
_PLAIN = {
    "direction", "employer", "role", "told_by", "story", "pulls", "reasons_given",
    "reasons_true", "reason_words", "protected", "deadline", "door", "goal", "elsewhere",
}  # fmt: skip
_EMPTY = Case(direction=Direction.THEY_SAID_NO, happened_on=date.min).model_dump(include=_PLAIN) | {
    "direction": None
}
