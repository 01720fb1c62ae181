"""What a skills plan may keep: skills with their actions, first pieces, practice and people."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Unpack

from core.content.slots import fill
from core.names import plain, same_name
from core.people import Help, Person, known_person
from core.records import LINE_LENGTH
from core.skill_plan import first_day, last_day, week_plan
from core.skills import ActionKind, Skill, SkillAction, merged
from core.steps import Step
from core.worksheets.answers import Answers, Row
from core.worksheets.calculations.skill_weeks import pieces_of
from core.worksheets.calculations.skills import NeedSources, PlanSources, needs_of, way_of
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


def _skills(  # noqa: PLR0913 - each is a question of the worksheet
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    heard: str,
    actions: str,
    terms: str,
    **of: Unpack[NeedSources],
) -> tuple[Proposal, ...]:
    """Propose each skill once, with its actions; one that is known by name is brought up to date.

    Practice that fitting feedback led to becomes an action of its skill (S2-26).
    """
    found = needs_of(answers, of)
    proof = {row.key: row.cells["proof"] for row in answers.rows(of["mine"])}
    proposals = []
    for each in _first_of_name(found.names):
        need = next(need for need in found.every if need.key == each)
        told = Skill(
            name=found.names[each],
            level=need.level,
            asked=need.asked,
            ads=1 if need.ads is None else int(need.ads),
            of_ads=int(found.of_ads),
            proof=proof.get(each, ""),
            goal_link=need.goal_link,
            effort=need.effort,
            actions=(
                *_actions(answers, each, actions, terms),
                *_practised(answers.rows(heard), each),
            ),
            noted_on=day_of(run, now),
            run_id=run.id,
        )
        known = next((s for s in workspace.skills.all() if same_name(s.name, told.name)), None)
        skill = merged(known, told) if known else told
        way = f"{'known' if known else 'new'}{'_with' if told.actions else ''}"
        note = fill(keep.says[way], actions=len(told.actions))
        facts = told.model_dump(exclude_unset=True)
        proposals.append(Proposal(plain(told.name), told.name, note, skill, facts))
    return tuple(proposals)


def _first_of_name(names: dict[str, str]) -> Iterator[str]:
    seen: list[str] = []
    for key, name in names.items():
        if not any(same_name(name, each) for each in seen):
            seen.append(name)
            yield key


def _actions(answers: Answers, skill: str, actions: str, terms: str) -> Iterator[SkillAction]:
    more = {row.key: row.cells for row in answers.rows(terms)}
    for row in answers.rows(actions):
        if row.cells["skill"] == skill:
            cells = more.get(row.key, {})
            yield SkillAction(
                kind=ActionKind(row.cells["kind"]) if row.cells["kind"] else None,
                text=row.label,
                hours=row.cells["hours"],
                closes=row.cells["closes"],
                cost=cells.get("cost", ""),
                by=cells.get("by"),
                proof=cells.get("proof", ""),
            )


def _practised(heard: Iterable[Row], skill: str) -> Iterator[SkillAction]:
    for row in heard:
        if row.cells["skill"] == skill and row.cells["practice"] and way_of(row) == "act":
            yield SkillAction(text=row.cells["practice"])


def _pieces(  # noqa: PLR0913 - each is a question of the worksheet
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    free_hours: str,
    **of: Unpack[PlanSources],
) -> tuple[Proposal, ...]:
    """Propose the first quarter of an hour of each action, on the day its first week begins.

    Weeks count from the day on which the plan was made; those that are over are left out.
    """
    found = needs_of(answers, of)
    told = answers.number(free_hours)
    free = workspace.me.free_hours if told is None else told
    today = day_of(run, now)
    plan = week_plan(pieces_of(answers, found, of), free, today)
    placed = plan.placed if plan else ()
    weeks = {each.piece.key: each.begins for each in placed}
    proposals = []
    for row in sorted(answers.rows(of["actions"]), key=lambda row: weeks.get(row.key, 1)):
        week = weeks.get(row.key, 1)
        due, last = first_day(today, week), last_day(today, week)
        if due and last and last >= now.date():
            text = fill(keep.says["step"], action=row.label)[:LINE_LENGTH]
            note = fill(keep.says["week" if row.key in weeks else "note"], week=week)
            step = Step(text=text, due=due, case_id=run.case_id)
            proposals.append(Proposal(row.key, text, note, step))
    return tuple(proposals)


def _practice(
    _: Workspace, run: WorksheetRun, answers: Answers, now: datetime, keep: Keep, *, heard: str
) -> tuple[Proposal, ...]:
    """Propose a small step for each practice that fits and is in the person's hands (S2-26)."""
    return tuple(
        Proposal(
            row.key,
            row.cells["practice"],
            fill(keep.says["note"]),
            Step(
                text=row.cells["practice"],
                why=fill(keep.says["why"]),
                due=day_of(run, now),
                case_id=run.case_id,
            ),
        )
        for row in answers.rows(heard)
        if row.cells["practice"] and way_of(row) == "act"
    )


def _people(
    workspace: Workspace,
    __: WorksheetRun,
    answers: Answers,
    ___: datetime,
    keep: Keep,
    *,
    teachers: str,
    skills: str,
) -> tuple[Proposal, ...]:
    """Propose who has which skills, as someone to ask for advice (S1-11, S0-32)."""
    rows = {row.key: row for row in answers.rows(teachers)}
    first = _first_of_name({key: row.label for key, row in rows.items()})
    asked = dict(answers.named(skills))
    proposals = []
    for name in (rows[key].label[:LINE_LENGTH] for key in first):
        theirs = [row for row in rows.values() if same_name(row.label[:LINE_LENGTH], name)]
        known = [asked[each] for row in theirs if (each := row.cells["skill"]) in asked]
        proposals.append(_person(workspace, keep, name, known))
    return tuple(proposals)


def _person(workspace: Workspace, keep: Keep, name: str, skills: Sequence[str]) -> Proposal:
    known = known_person(workspace.people.all(), name)
    person = known or Person(name=name)
    knows = {plain(each): each for each in reversed([*person.knows, *skills])}
    update = {
        "helps": tuple(dict.fromkeys([*person.helps, Help.ADVISE])),
        "knows": tuple(reversed(knows.values())),
    }
    note = fill(keep.says["known" if known else "new"], name=person.name)
    told = {"knows": sorted(map(plain, skills))}
    return Proposal(plain(name), name, note, person.model_copy(update=update), told)


SKILLS = Keeper(_skills, frozenset({"new", "new_with", "known", "known_with"}))
SKILL_PIECES = Keeper(_pieces, frozenset({"step", "week", "note"}))
SKILL_PRACTICE = Keeper(_practice, frozenset({"why", "note"}), of_its_day=True)
SKILL_PEOPLE = Keeper(_people, frozenset({"new", "known"}))
