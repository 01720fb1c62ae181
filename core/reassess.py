"""Reassess: what a no is a good moment to ask, and what the person's own numbers answer.

Four questions (catalogue S1-9 to S1-13). The answers come from worksheets and records as they
are; nothing is asked here a second time.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Any

from core.content.loader import case_words
from core.openings import Opening, is_over, soonest_first
from core.role_aims import aims_of
from core.skills import Skill, by_worth, gap
from core.values import Rated, rated, widest_gaps
from core.worksheets.calculations.skills import plain
from core.worksheets.desk import finished, found_in
from core.worksheets.outcomes import Cell
from core.worksheets.results import Found, sentence
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace

VALUES_SHEET, SKILLS_SHEET = "values_fit", "skills_plan"
GOAL_ALIGNMENT, VALUE_GAPS = "goal_alignment", "value_gaps"
FIT_OF_ROLES, SKILL_PRIORITIES = "fit_of_roles", "skill_priorities"

SENTENCES = 2
"""So many sentences of a result answer a question; the rest is a link away."""

SCORES, MATCHES, LEVELS = 10, 3, 4
"""The ends of the scales that mismatches are measured on."""

FAR = Fraction(1, 5)
"""From this share of a scale on, two things are apart: 2 of 10, one level of 4, 0.6 of 3."""


class Question(StrEnum):
    """The four questions, in their order."""

    GOALS = "goals"
    SKILLS = "skills"
    ROLES = "roles"
    OPENINGS = "openings"


class Apart(StrEnum):
    """What is apart, in the order that decides between two that are as far apart."""

    GOAL = "goal"
    VALUE = "value"
    SKILL = "skill"
    ROLE = "role"


@dataclass(frozen=True)
class Answer:
    """What answers a question: sentences of the run that it came from, or facts of records.

    `on` is the day of the answer, where it is known.
    """

    question: Question
    told: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    run: WorksheetRun | None = None
    on: date | None = None


@dataclass(frozen=True)
class Mismatch:
    """Two things of the person's that are apart; `size` is the share of the whole scale, 0 to 1."""

    apart: Apart
    size: Fraction
    facts: Mapping[str, Any]

    @property
    def question(self) -> Question:
        """The question that it belongs to."""
        return _QUESTIONS[self.apart]


_QUESTIONS = {
    Apart.GOAL: Question.GOALS,
    Apart.VALUE: Question.GOALS,
    Apart.SKILL: Question.SKILLS,
    Apart.ROLE: Question.ROLES,
}


def answers_to(workspace: Workspace, today: date) -> Mapping[Question, Answer]:
    """Return the answers that there are by now, in the order of the questions."""
    found = (
        _from_run(workspace, today, Question.GOALS, VALUES_SHEET, GOAL_ALIGNMENT),
        _from_run(workspace, today, Question.SKILLS, SKILLS_SHEET, SKILL_PRIORITIES)
        or _from_skills(workspace.skills.all()),
        _from_aims(workspace, today),
        _from_openings(workspace.openings.all(), today),
    )
    return {each.question: each for each in found if each}


def mismatch(workspace: Workspace, today: date) -> Mismatch | None:
    """Return the biggest mismatch over all; None where nothing is far apart, or known at all."""
    return biggest(_mismatches(workspace, today))


def biggest(every: Iterable[Mismatch]) -> Mismatch | None:
    """Return the mismatch that takes the largest share of its scale, a fifth or more.

    Of two alike the one that stands first in `Apart` counts, and of one kind the first told: so
    the same records always give the same answer.
    """
    order = list(Apart)
    apart = (each for each in every if each.size >= FAR)
    return min(apart, key=lambda each: (-each.size, order.index(each.apart)), default=None)


def value_mismatch(every: Iterable[Rated]) -> Mismatch | None:
    """Return the value that is lived least for what it matters (evidence 14)."""
    for each in widest_gaps(every, 1):
        facts = {"value": each.name, "importance": each.importance, "lived": each.lived}
        return Mismatch(Apart.VALUE, Fraction(each.gap or 0, SCORES), facts)
    return None


def skill_mismatch(skills: Iterable[Skill]) -> Mismatch | None:
    """Return the gap in skills that comes first, by the order of the plan.

    It may be 0. A skill that does not matter for the goal is none; None where no gap is known.
    """
    for each in by_worth(skills):
        missing = gap(each.level, each.asked)
        if missing is not None and each.goal_link != 0:
            facts = {"skill": each.name, "gap": missing}
            return Mismatch(Apart.SKILL, Fraction(missing, LEVELS), facts)
    return None


def _mismatches(workspace: Workspace, today: date) -> Iterator[Mismatch]:
    goals = _latest(workspace, today, VALUES_SHEET, GOAL_ALIGNMENT)
    gaps = _latest(workspace, today, VALUES_SHEET, VALUE_GAPS)
    roles = _latest(workspace, today, VALUES_SHEET, FIT_OF_ROLES)
    needs = _latest(workspace, today, SKILLS_SHEET, SKILL_PRIORITIES)
    values = rated(workspace.values.all())
    known = any(each.gap is not None for each in values)
    yield from _of_goals(goals[1]) if goals else ()
    yield from filter(None, [value_mismatch(values if known else _rated_in(gaps))])
    skills = skill_mismatch(workspace.skills.all())
    yield from [skills] if skills else _of_needs(needs[1]) if needs else ()
    yield from _of_roles(roles[1]) if roles else ()


def _of_goals(found: Found) -> Iterator[Mismatch]:
    """Yield the value that the goals serve not at all, or only a little (1 of 3)."""
    for said in found.outcome.says:
        if said.id in ("missed", "little"):
            best = 0 if said.id == "missed" else 1
            yield Mismatch(Apart.GOAL, Fraction(MATCHES - best, MATCHES), said.facts)


def _rated_in(found: tuple[WorksheetRun, Found] | None) -> tuple[Rated, ...]:
    rows = _rows(found[1]) if found else ()
    return tuple(
        Rated(str(row["value"]), place, _whole(row["importance"]), _whole(row["lived"]))
        for place, row in enumerate(rows, start=1)
    )


def _of_needs(found: Found) -> Iterator[Mismatch]:
    """Yield the gap of the need that comes first in the plan and matters for the goal."""
    for row in [each for each in _rows(found) if each["goal"] != 0][:1]:
        missing = _whole(row["gap"]) or 0
        facts = {"skill": row["skill"], "gap": missing}
        yield Mismatch(Apart.SKILL, Fraction(missing, LEVELS), facts)


def _of_roles(found: Found) -> Iterator[Mismatch]:
    """Yield what the role that fits best still lacks: if that is much, the aim may be off."""
    known = [(row["role"], row["fit"]) for row in _rows(found)]
    fits = [(name, Fraction(str(fit))) for name, fit in known if fit is not None]
    for name, fit in sorted(fits, key=lambda each: -each[1])[:1]:
        yield Mismatch(Apart.ROLE, (MATCHES - fit) / MATCHES, {"role": name, "fit": plain(fit)})


def _rows(found: Found) -> tuple[Mapping[str, Cell], ...]:
    """Return the rows of a table of results, each cell by the id of its column."""
    outcome = found.outcome
    return tuple(dict(zip(outcome.columns, row, strict=True)) for row in outcome.rows)


def _from_run(
    workspace: Workspace, today: date, question: Question, sheet: str, calculation: str
) -> Answer | None:
    latest = _latest(workspace, today, sheet, calculation)
    if latest is None:
        return None
    run, found = latest
    says = found.outcome.says[:SENTENCES]
    told = tuple(sentence(found.result, each, str) for each in says)
    return Answer(question, told, run=run, on=run.finished_on)


def _latest(
    workspace: Workspace, today: date, sheet: str, calculation: str
) -> tuple[WorksheetRun, Found] | None:
    """Return the run finished last in which this was found, and what was found."""
    worksheet = worksheets().get(sheet)
    for run in finished(workspace, sheet) if worksheet else ():
        for each in found_in(workspace, run, worksheet, today) if worksheet else ():
            if each.result.calculation == calculation:
                return run, each
    return None


def _from_skills(skills: Iterable[Skill]) -> Answer | None:
    every = tuple(skills)
    widest = skill_mismatch(every)
    if widest is None:
        return None
    noted = max((each.noted_on for each in every if each.noted_on), default=None)
    return Answer(Question.SKILLS, facts=widest.facts, on=noted)


def _from_aims(workspace: Workspace, today: date) -> Answer | None:
    """Return what roles that were held side by side say, and what the last applications do."""
    answer = _from_run(workspace, today, Question.ROLES, VALUES_SHEET, FIT_OF_ROLES)
    found = aims_of(workspace.applications.all(), case_words().waits, today)
    if found is None:
        return answer
    return replace(answer or Answer(Question.ROLES), facts={"aims": found})


def _from_openings(openings: Iterable[Opening], today: date) -> Answer | None:
    ahead = [each for each in soonest_first(openings, today) if not is_over(each, today)]
    if not ahead:
        return None
    name = ", ".join(filter(None, (ahead[0].role, ahead[0].employer)))
    facts = {"count": len(ahead), "opening": name, "by": ahead[0].deadline}
    return Answer(Question.OPENINGS, facts=facts)


def _whole(cell: object) -> int | None:
    return int(cell) if isinstance(cell, int | float) else None
