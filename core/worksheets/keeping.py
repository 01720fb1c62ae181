"""Keeping: which records a person may make of the answers of a run, and making them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from core.content.slots import fill
from core.steps import Step
from core.worksheets.answers import Answers, Named
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal
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
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


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
    """Return what may be kept of a run, keeps left out that have nothing in them."""
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
    marks = list(run.kept)
    with workspace.one_commit():
        for keep, proposals in chosen.items():
            for each in proposals:
                home = homes[type(each.record)]
                known = each.record.id and home.find(each.record.id)
                home.replace(each.record) if known else home.add(each.record)
                marks.append(_mark(keep, each))
        return workspace.runs.replace(run.model_copy(update={"kept": tuple(marks)}))


def _offer(
    workspace: Workspace, run: WorksheetRun, answers: Answers, now: datetime, keep: Keep
) -> Offer:
    proposals = KEEPERS[keep.keeper].propose(workspace, run, answers, now, keep, **keep.of)
    fresh = tuple(each for each in proposals if _mark(keep.id, each) not in run.kept)
    return Offer(keep, fresh, sum(1 for each in run.kept if each.startswith(f"{keep.id}:")))


def _mark(keep: str, proposal: Proposal) -> str:
    return f"{keep}:{proposal.key}"


def _steps(
    _: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    text: str,
) -> tuple[Proposal, ...]:
    """Propose each thing that a source names as a small step for today."""
    return tuple(_as_step(run, answers, now, keep, each) for each in answers.named(text))


def _as_step(
    run: WorksheetRun, answers: Answers, now: datetime, keep: Keep, named: Named
) -> Proposal:
    plan = answers.plan(named.key)
    cue = plan.cue if plan.action else ""
    step = Step(text=named.label[:200], cue=cue, due=now.date(), case_id=run.case_id)
    return Proposal(named.key, named.label, fill(keep.says["note"], cue=cue), step)


KEEPERS: Mapping[str, Keeper] = {
    "check_in": CHECK_IN,
    "first_people": FIRST_PEOPLE,
    "letter_days": LETTER_DAYS,
    "people_near": PEOPLE_NEAR,
    "today_and_tomorrow": TODAY_AND_TOMORROW,
    "waits": WAITS,
    "north_star": NORTH_STAR,
    "values": VALUES,
    "steps": Keeper(_steps, frozenset({"note"})),
    "skill_people": SKILL_PEOPLE,
    "skill_pieces": SKILL_PIECES,
    "skill_practice": SKILL_PRACTICE,
    "skills": SKILLS,
    "story": STORY,
    "trends": TRENDS,
}
