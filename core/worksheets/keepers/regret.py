"""What the regret untangler may keep: a day to look again, small steps, what was learned (W3)."""

from datetime import datetime
from typing import Unpack

from core.content.regret import regret_words
from core.content.slots import fill
from core.decisions.look_backs import LookBack
from core.decisions.regret import revisit_day, top_kinds
from core.decisions.suggested import LOOK
from core.records import LINE_LENGTH
from core.steps import Step
from core.worksheets.answers import Answers
from core.worksheets.calculations.regret import Sources, facts_of
from core.worksheets.definition import Keep
from core.worksheets.desk import around
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace


def _revisit(  # noqa: PLR0913 - as every keeper, and the day
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    until: str,
) -> tuple[Proposal, ...]:
    """Propose one step for the day to look again: 30 days on, or the day that was given.

    Of one case there is one such day: another pass moves it. Nothing where it is over by now,
    or where nothing was answered.
    """
    if not any(answers.is_answered(each) for each in answers.worksheet.fields.values()):
        return ()
    due = revisit_day(answers.day(until), day_of(run, now))
    days = (due - now.date()).days
    if days <= 0:
        return ()
    text = _about(workspace, run, keep)
    told = {"text": text, "due": due}
    fresh = Step(text=text, case_id=run.case_id, suggestion=LOOK)
    before = _open_step(workspace, run, text) or fresh
    note = fill(keep.says["tomorrow" if days == 1 else "note"], days=days)
    return (Proposal(keep.id, text, note, before.model_copy(update=told), told),)


def _about(workspace: Workspace, run: WorksheetRun, keep: Keep) -> str:
    case = workspace.cases.find(run.case_id)
    about = ", ".join(each for each in (case.role, case.employer) if each) if case else ""
    text = fill(keep.says["about"], about=about) if about else keep.says["text"]
    return text if len(text) <= LINE_LENGTH else keep.says["text"]


def _open_step(workspace: Workspace, run: WorksheetRun, text: str) -> Step | None:
    """Return the open step of this case that says the same, from this pass or an earlier one."""
    ours = (each for each in workspace.steps.all() if each.case_id == run.case_id)
    return next((each for each in ours if each.is_open and each.text == text), None)


def _actions(
    workspace: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    **of: Unpack[Sources],
) -> tuple[Proposal, ...]:
    """Propose the small step that goes with each kind, at most two (evidence 17).

    One that is open already, from this pass or an earlier one, is not proposed a second time.
    """
    others = around(workspace, run, answers.worksheet, day_of(run, now)).others
    found = top_kinds(facts_of(answers, others, **of))
    words = [(each.value, regret_words().kinds[each]) for each in found]
    return tuple(
        Proposal(
            key,
            each.step,
            fill(keep.says["note"], why=each.why),
            Step(text=each.step, why=each.why, due=day_of(run, now), case_id=run.case_id),
        )
        for key, each in words
        if _open_step(workspace, run, each.step) is None
    )


def _learning(  # noqa: PLR0913 - each is a question of the worksheet
    _: Workspace,
    run: WorksheetRun,
    answers: Answers,
    now: datetime,
    keep: Keep,
    *,
    learned: str,
    strength: str,
) -> tuple[Proposal, ...]:
    """Propose what was learned as a look back at the decision, with how strong the regret is."""
    text, strong = answers.text(learned), answers.number(strength)
    if not (text and run.case_id):
        return ()
    look = LookBack(
        happened_on=day_of(run, now),
        case_id=run.case_id,
        regret=None if strong is None else int(strong),
        learned=text,
    )
    told = {"learned": text, "regret": look.regret}
    return (Proposal(keep.id, text, keep.says["note"], look, told),)


REGRET_REVISIT = Keeper(_revisit, frozenset({"text", "about", "note", "tomorrow"}))
REGRET_ACTIONS = Keeper(_actions, frozenset({"note"}), of_its_day=True)
REGRET_LEARNING = Keeper(_learning, frozenset({"note"}))
