"""A worksheet: its steps, what is worked out of the answers, and what may be kept of them.

One file in `core/content/en/worksheets/` serves the screen, the paper and a room of people.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field as Limit
from pydantic import model_validator

from core.content.shapes import Content, Id, Words
from core.worksheets.fields import (
    Condition,
    Field,
    PickField,
    SortField,
    Source,
    field_of,
)

Route = Literal["A", "B", "C"]
"""They said no; I said no; I said no and doubt it."""


class Step(Content):
    """One screenful: a few fields that belong together. Every step can be skipped."""

    id: Id
    title: Words
    lead: str = ""
    when: Condition | None = None
    recalls: tuple[Id, ...] = ()
    """Lines, texts and choices of earlier steps that are shown above the fields on screen."""

    shows: tuple[Id, ...] = ()
    """Results that are told above the fields on screen, as far as they are known by then."""

    fields: Annotated[tuple[Field, ...], Limit(min_length=1)]
    break_before: bool = False
    """Whether a print begins a new page here."""


class Result(Content):
    """Something worth knowing: a calculation of `core/worksheets/results.py` by name.

    `of` says which source each of its inputs is; `says` the sentence for each of its findings;
    `columns` the heads of its table. What it suggests can be put into the pick that it `fills`.
    """

    id: Id
    title: Words
    calculation: Id
    of: Mapping[Id, Source] = Limit(default_factory=dict)
    says: Mapping[Id, Words] = Limit(default_factory=dict)
    columns: Mapping[Id, Words] = Limit(default_factory=dict)
    private: bool = False
    """Whether it tells of feelings, and stays off a print unless the person ticks it."""
    fills: str = ""
    on_the_way: bool = False
    """Whether only the steps that show it tell it, not the end, and no print."""


class Keep(Content):
    """What may become records: a keeper of `core/worksheets/keeping.py` by name."""

    id: Id
    label: Words
    keeper: Id
    of: Mapping[Id, Source] = Limit(default_factory=dict)
    says: Mapping[Id, Words] = Limit(default_factory=dict)


class Agenda(Content):
    """One line of a workshop: at which minute, and what."""

    at: Annotated[int, Limit(ge=0, le=240)]
    what: Words


class Worksheet(Content):
    """A worksheet as its file has it. `heavy` ones stay closed on a heavy day until opened anyway.

    Of one that is `per_case` each case has runs of its own: only those are compared, and the
    newest of each may offer what can be kept.

    `routes` are the situations that it serves, `group` where it stands in the list, `pages` how
    many a blank print may take.
    """

    id: Id
    version: Annotated[int, Limit(ge=1)]
    title: Words
    purpose: Words
    minutes: Annotated[int, Limit(ge=1, le=120)]
    routes: tuple[Route, ...] = ()
    heavy: bool = False
    per_case: bool = False
    group: Literal["steady", "direction", "ahead"] = "direction"
    credit: str = ""
    steps: Annotated[tuple[Step, ...], Limit(min_length=1)]
    results: tuple[Result, ...] = ()
    keeps: tuple[Keep, ...] = ()
    settle: Words
    """A quiet line for the end: half a minute to come back to the room."""
    next_step: Words
    """How the one next step is asked for."""
    pages: Annotated[int, Limit(ge=1, le=4)] = 2
    workshop: tuple[Agenda, ...] = ()

    @model_validator(mode="after")
    def _holds_together(self) -> "Worksheet":
        known: dict[str, Field] = {}
        for step in self.steps:
            _ask_after(known, step.when, f"step {step.id}")
            for recalled in step.recalls:
                _look_up(recalled, known, f"step {step.id}")
            for field in step.fields:
                _check(field, known, f"step {step.id}, field {field.id}")
                known[field.id] = field
        parts: tuple[Result | Keep, ...] = (*self.results, *self.keeps)
        for part in parts:
            for source in part.of.values():
                _look_up(source, known, part.id)
        _check_results(self.results, self.steps, known)
        if len({step.id for step in self.steps}) != len(self.steps):
            raise ValueError("two steps have one id")
        return self

    @property
    def fields(self) -> Mapping[str, Field]:
        """Every field of every step, by id, in their order."""
        return {field.id: field for step in self.steps for field in step.fields}


def _check(field: Field, known: Mapping[str, Field], place: str) -> None:
    if field.id in known:
        raise ValueError(f"{place}: another field has this id")
    _ask_after(known, field.when, place)
    for source in field.sources:
        _look_up(source, known, place)
    by = getattr(field, "by", "")
    if by and by not in known:
        raise ValueError(f"{place}: no earlier field {by}")


def _check_results(
    results: Iterable[Result], steps: Iterable[Step], known: Mapping[str, Field]
) -> None:
    """Raise ValueError where a step shows a result, or a result fills a pick, that is not there."""
    ids = set()
    for result in results:
        ids.add(result.id)
        if result.fills and not isinstance(known.get(result.fills), PickField):
            raise ValueError(f"{result.id}: there is no pick {result.fills}")
    for step in steps:
        for missing in set(step.shows) - ids:
            raise ValueError(f"step {step.id}: there is no result {missing}")


def _ask_after(known: Mapping[str, Field], when: Condition | None, place: str) -> None:
    if when and when.field not in known:
        raise ValueError(f"{place}: no earlier field {when.field}")


def _look_up(source: str, known: Mapping[str, Field], place: str) -> None:
    """Raise ValueError where a source names no earlier field, or no pile of it."""
    field_id = field_of(source)
    if not field_id:
        return
    if field_id not in known:
        raise ValueError(f"{place}: no earlier field {field_id}")
    field, pile = known[field_id], source.partition("=")[2]
    if pile and not (isinstance(field, SortField) and pile in field.piles):
        raise ValueError(f"{place}: {field_id} has no pile {pile}")


def leading_to(worksheet: Worksheet, source: str) -> Iterator[str]:
    """Yield the lists that a source leads to in the end, whichever fields lie between."""
    field_id = field_of(source)
    if not field_id:
        yield source
        return
    for each in worksheet.fields[field_id].sources:
        yield from leading_to(worksheet, each)
