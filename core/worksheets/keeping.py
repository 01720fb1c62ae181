"""Keeping: which records a person may make of the answers of a run, and making them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from core.content.slots import fill
from core.records import instant
from core.steps import Step
from core.worksheets.answers import Answers, Named
from core.worksheets.definition import Keep, Worksheet
from core.worksheets.desk import beside, finished
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.keepers.applications import APPLICATIONS, EXPERIMENT
from core.worksheets.keepers.cases import CASE_PULLS
from core.worksheets.keepers.offer import CASE_PROTECTED, OFFER_WIN
from core.worksheets.keepers.paths import ACTIVITIES, PATH_GAP, PATH_TESTS, PATHS
from core.worksheets.keepers.people import CONTACTS, DAYS, NEXT, PEOPLE
from core.worksheets.keepers.reapproach import CALL_DAY, CALL_PLANS, WATCH
from core.worksheets.keepers.regret import REGRET_ACTIONS, REGRET_LEARNING, REGRET_REVISIT
from core.worksheets.keepers.skills import SKILL_PEOPLE, SKILL_PIECES, SKILL_PRACTICE, SKILLS
from core.worksheets.keepers.steadying import (
    CHECK_IN,
    FIRST_PEOPLE,
    LETTER_DAYS,
    PEOPLE_NEAR,
    TODAY_AND_TOMORROW,
    WAITS,
)
from core.worksheets.keepers.stories import STORY
from core.worksheets.keepers.trends import TRENDS
from core.worksheets.keepers.values import NORTH_STAR, VALUES
from core.worksheets.keepers.wins import WINS
from core.worksheets.marks import Mark, as_text, digest_of, mark_of, marks_in, others_in, told_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Offer:
    """What one keep of a worksheet offers: proposals that were not taken up yet."""

    keep: Keep
    proposals: tuple[Proposal, ...]
    taken: int = 0
    """How many were taken up before."""


def offers_of(
    workspace: Workspace, run: WorksheetRun, answers: Answers, now: datetime
) -> tuple[Offer, ...]:
    """Return what may be kept of a run, keeps left out that have nothing in them.

    A run after which another of its worksheet was finished offers nothing any more: what is
    newer stays as it is.
    """
    if _is_outdated(workspace, run, answers.worksheet):
        return ()
    offers = (_offer(workspace, run, answers, now, each) for each in answers.worksheet.keeps)
    return tuple(each for each in offers if each.proposals or each.taken)


def take_up(
    workspace: Workspace, run: WorksheetRun, chosen: Mapping[str, Iterable[Proposal]]
) -> WorksheetRun:
    """Save the records of the chosen proposals, by keep, and remember them, in one commit.

    A record that is there already (it has an id) is changed, any other is added. Raises
    EditedElsewhereError and saves nothing where one was changed meanwhile.
    """
    homes = {each.kind: each for each in workspace.collections}
    marks = marks_in(run.kept)
    with workspace.one_commit():
        for keep, proposals in chosen.items():
            for each in proposals:
                home = homes[type(each.record)]
                known = each.record.id and home.find(each.record.id)
                saved = home.replace(each.record) if known else home.add(each.record)
                ours = each.changes or not known
                at = (keep, each.key)
                marks[at] = mark_of(each, saved.id if ours else "", marks.get(at))
        kept = (*others_in(run.kept), *(as_text(*each) for each in marks.items()))
        return workspace.runs.replace(run.model_copy(update={"kept": kept}))


def _is_outdated(workspace: Workspace, run: WorksheetRun, worksheet: Worksheet) -> bool:
    """Return whether another run that stands for the same was finished after this one."""
    runs = beside(finished(workspace, run.worksheet), run, worksheet)
    return any(_place(each) > _place(run) for each in runs)


def _place(run: WorksheetRun) -> tuple[date, float]:
    return run.finished_on or date.max, instant(run.created_at)


def _offer(
    workspace: Workspace, run: WorksheetRun, answers: Answers, now: datetime, keep: Keep
) -> Offer:
    keeper = KEEPERS[keep.keeper]
    marks = {key: mark for (name, key), mark in marks_in(run.kept).items() if name == keep.id}
    if keeper.of_its_day and now.date() > day_of(run, now) + ONE_DAY:
        return Offer(keep, (), len(marks))
    proposals = keeper.propose(workspace, run, answers, now, keep, **keep.of)
    fresh = (each for each in proposals if not _is_kept(each, marks.get(each.key)))
    return Offer(
        keep, tuple(_on_top(workspace, each, marks.get(each.key)) for each in fresh), len(marks)
    )


def _is_kept(proposal: Proposal, mark: Mark | None) -> bool:
    return mark is not None and mark.digest == digest_of(proposal)


def _on_top(workspace: Workspace, proposal: Proposal, mark: Mark | None) -> Proposal:
    """Return a proposal as a change of the record that came of an earlier version of it.

    What was set by hand meanwhile stays, a step that is over is left as it is.
    """
    homes = {each.kind: each for each in workspace.collections}
    new, told = proposal.record, told_of(proposal)
    before = homes[type(new)].find(mark.record_id) if mark and mark.record_id else None
    if before is None or new.id not in ("", before.id):
        return proposal
    if isinstance(before, Step) and not before.is_open:
        return proposal
    if new.id:
        return replace(proposal, told=told, changes=True)
    update = {name: getattr(new, name) for name in new.model_fields_set}
    record = before.model_copy(update=update)
    return replace(proposal, record=record, told=told, changes=True)


def _steps(
    _: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    text: str,
) -> tuple[Proposal, ...]:
    """Propose each thing that a source names as a small step for the day."""
    return tuple(_as_step(run, answers, now, keep, each) for each in answers.named(text))


def _as_step(
    run: WorksheetRun, answers: Answers, now: datetime, keep: Keep, named: Named
) -> Proposal:
    plan = answers.plan(named.key)
    cue = plan.cue if plan.action else ""
    step = Step(text=named.label[:200], cue=cue, due=day_of(run, now), case_id=run.case_id)
    return Proposal(named.key, named.label, fill(keep.says["note"], cue=cue), step)


KEEPERS: Mapping[str, Keeper] = {
    "applications": APPLICATIONS,
    "case_pulls": CASE_PULLS,
    "case_protected": CASE_PROTECTED,
    "check_in": CHECK_IN,
    "experiment": EXPERIMENT,
    "first_people": FIRST_PEOPLE,
    "letter_days": LETTER_DAYS,
    "people_near": PEOPLE_NEAR,
    "today_and_tomorrow": TODAY_AND_TOMORROW,
    "waits": WAITS,
    "north_star": NORTH_STAR,
    "offer_win": OFFER_WIN,
    "values": VALUES,
    "activities": ACTIVITIES,
    "path_gap": PATH_GAP,
    "path_tests": PATH_TESTS,
    "paths": PATHS,
    "wins": WINS,
    "steps": Keeper(_steps, frozenset({"note"}), of_its_day=True),
    "regret_actions": REGRET_ACTIONS,
    "regret_learning": REGRET_LEARNING,
    "regret_revisit": REGRET_REVISIT,
    "skill_people": SKILL_PEOPLE,
    "skill_pieces": SKILL_PIECES,
    "skill_practice": SKILL_PRACTICE,
    "skills": SKILLS,
    "sprint_contacts": CONTACTS,
    "sprint_days": DAYS,
    "sprint_next": NEXT,
    "sprint_people": PEOPLE,
    "story": STORY,
    "trends": TRENDS,
    "way_back_call": CALL_DAY,
    "way_back_plans": CALL_PLANS,
    "way_back_watch": WATCH,
}
