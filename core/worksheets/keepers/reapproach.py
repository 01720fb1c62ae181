"""What may be kept of a way back (W4): a day to look again, the call, and three plans."""

from datetime import date, datetime, timedelta

from core.content.reapproach import reapproach_words
from core.content.slots import fill
from core.decisions.doors import Verdict
from core.decisions.factors import Band, Factor
from core.decisions.way_back import ON_HOLD, asks_on_record, verdict_in, was_safe
from core.letters.follow_ups import working_days_after
from core.records import LINE_LENGTH
from core.steps import Step
from core.worksheets.answers import Answers
from core.worksheets.definition import Keep
from core.worksheets.keeper import Keeper, Proposal, day_of
from core.worksheets.run import WorksheetRun
from core.workspace import Workspace

WATCH_DAYS = 30
SILENCE_DAYS = 5
"""Working days after which silence is an answer, and one follow-up is fair (rule R28)."""

SILENCE = "plan_silence"
PLAN = "plan_"
PLANS = ("plan_yes", "plan_no", SILENCE)


def watch_step(case_id: str, today: date) -> Step:
    """Return the step that looks again at an employer, thirty days from today."""
    words = reapproach_words()
    due = today + timedelta(days=WATCH_DAYS)
    return Step(text=words.watch, why=words.watch_why, due=due, case_id=case_id)


def may_watch(found: Verdict | None) -> bool:
    """Return whether to look again later: the role is on hold, or the door is shut for now.

    Where it is kinder to stop or to let it be, nobody is told to look again at a shut door.
    """
    if found is None or found.door is None:
        return False
    on_hold = found.levels[Factor.ROLE] == ON_HOLD
    return on_hold or (found.may_ask and found.door.band is Band.UNLIKELY)


def _watch(
    workspace: Workspace, run: WorksheetRun, answers: Answers, now: datetime, keep: Keep
) -> tuple[Proposal, ...]:
    """Propose to look again in thirty days, where that may bring anything."""
    asks = asks_on_record(workspace.letters.all(), run.case_id)
    found = verdict_in(answers, now.date(), asks)
    if not may_watch(found):
        return ()
    step = watch_step(run.case_id, day_of(run, now))
    return (Proposal(keep.id, step.text, keep.says["note"], step),)


def _plans(
    _: Workspace, run: WorksheetRun, answers: Answers, now: datetime, keep: Keep
) -> tuple[Proposal, ...]:
    """Propose the plan for a yes, a no and silence, each for the day on which it may be due.

    After harm there is none: nothing makes ready for a way back into it.
    """
    if not was_safe(answers):
        return ()
    asked_on = max(answers.day("when") or now.date(), day_of(run, now))
    proposals = []
    for each in PLANS:
        cue, action = answers.plan(each)
        if not action:
            continue
        due = working_days_after(asked_on, SILENCE_DAYS) if each == SILENCE else asked_on
        step = Step(
            text=action[:LINE_LENGTH],
            cue=cue,
            due=due,
            awaits=each.removeprefix(PLAN),
            case_id=run.case_id,
        )
        note = fill(keep.says["note"], cue=cue) if cue else keep.says["bare"]
        proposals.append(Proposal(each, step.text, note, step))
    return tuple(proposals)


def _call(
    _: Workspace, run: WorksheetRun, answers: Answers, now: datetime, keep: Keep
) -> tuple[Proposal, ...]:
    """Propose the day of the call or the letter as a step, while it is still to come."""
    on = answers.day("when")
    if on is None or on < now.date():
        return ()
    way = next((each.key for each in answers.chosen("way")), "write")
    whom = answers.text("whom")
    text = fill(keep.says[way if whom else f"{way}_them"], whom=whom)[:LINE_LENGTH]
    step = Step(text=text, due=on, case_id=run.case_id)
    return (Proposal(keep.id, step.text, keep.says["note"], step),)


WATCH = Keeper(_watch, frozenset({"note"}))
CALL_PLANS = Keeper(_plans, frozenset({"note", "bare"}))
CALL_DAY = Keeper(_call, frozenset({"note", "call", "call_them", "write", "write_them"}))
