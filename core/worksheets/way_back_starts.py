"""What is known already when a way back is judged: the case, and the letters that went out.

Nothing is guessed: what the records do not tell stays open.
"""

from datetime import timedelta
from typing import Any

from core.cases import Case, Direction, Stage
from core.content.cases import case_words
from core.content.reapproach import reapproach_words
from core.decisions.factors import Edge
from core.decisions.reapproach import hardest
from core.decisions.way_back import ASKS, asks_on_record
from core.letters.kinds import DECLINES, Kind
from core.letters.letter import Letter, LetterState
from core.letters.timing import DECLINE_DAYS
from core.worksheets.answers import address
from core.worksheets.fields import Field
from core.workspace import Workspace

ROUNDS = 2
"""So many letters asking for more are a long bargaining."""

NO_WORD, SAID_YES = "no_word", "yes"

LOOKS = frozenset({"offer_review", "regret"})
"""The worksheets that look at how it was decided."""

Answers = dict[str, Any]


def reasons_then(_: Workspace, case: Case | None, field: Field) -> Answers:
    """Return the true reasons of a case, as they were told."""
    return _told(field, list(case.reasons_true) if case else [])


def reason_given(_: Workspace, case: Case | None, field: Field) -> Answers:
    """Return F3: of the reasons that were given, the one that is hardest to unsay."""
    known = case_words().reasons
    given = [e for e in (case.reasons_given if case else ()) if e in known]
    return _told(field, hardest(known[e].hard_to_unsay for e in given) if given else "")


def how_no(workspace: Workspace, case: Case | None, field: Field) -> Answers:
    """Return F5 from the letters that went out: its day, its kind, and rounds of asking for more.

    A no that went out more than two days after the decision is late (rule R29).
    """
    return _told(field, _how(case, _out(workspace, case)) if case else "")


def tie(workspace: Workspace, case: Case | None, field: Field) -> Answers:
    """Return F6 where they answered a letter with a yes to staying in touch."""
    friendly = {*DECLINES, Kind.STAY_IN_TOUCH, Kind.THANKS_AFTER_NO}
    warm = any(
        each.kind in friendly and each.state is LetterState.ANSWERED and each.reply_was == SAID_YES
        for each in _out(workspace, case)
    )
    return _told(field, "stay_in_touch" if warm else "")


def asks_so_far(workspace: Workspace, case: Case | None, field: Field) -> Answers:
    """Return F10 from the letters that asked to go back."""
    if case is None:
        return {}
    asked = asks_on_record(workspace.letters.all(), case.id)
    return _told(field, ASKS[min(asked, len(ASKS) - 1)])


def new_proof(workspace: Workspace, case: Case | None, field: Field) -> Answers:
    """Return F9 where something that was learned was done since the no."""
    done = (
        action.done_on
        for skill in workspace.skills.all()
        for action in skill.actions
        if action.done_on
    )
    fresh = case is not None and any(each >= case.happened_on for each in done)
    return _told(field, "proof" if fresh else "")


def looked_at_process(workspace: Workspace, case: Case | None, field: Field) -> Answers:
    """Return the check of the process: looked at with care once W2 or W3 is done for the case."""
    done = {
        each.worksheet
        for each in workspace.runs.all()
        if case and each.case_id == case.id and each.is_finished
    }
    return _told(field, "d2" if done & LOOKS else "")


def special(_: Workspace, case: Case | None, field: Field) -> Answers:
    """Return the special cases that the case tells of."""
    return _told(field, [Edge.REFERRER.value] if case and case.referrer_id else [])


def came_by(_: Workspace, case: Case | None, field: Field) -> Answers:
    """Return by which way they talk, as the case has it: by phone, in person or in writing."""
    return _told(field, _CAME_BY.get(case.told_by, "") if case else "")


def rapport(_: Workspace, case: Case | None, field: Field) -> Answers:
    """Return how well they know each other, 0 to 3 as k0 to k3."""
    known = case is not None and case.rapport is not None
    return _told(field, f"k{case.rapport}" if case and known else "")


def contact(workspace: Workspace, case: Case | None, field: Field) -> Answers:
    """Return whom the case names as the contact there."""
    person = workspace.people.find(case.contact_id) if case else None
    return _told(field, person.name if person else "")


def plan_cue(_: Workspace, __: Case | None, field: Field) -> Answers:
    """Return how the plan for a yes, a no or silence begins."""
    cue = reapproach_words().plans.get(field.id.rpartition("_")[2], "")
    return {address(field.id, "cue"): cue} if cue else {}


def _told(field: Field, value: str | list[str]) -> Answers:
    return {field.id: value} if value else {}


def _out(workspace: Workspace, case: Case | None) -> list[Letter]:
    letters = workspace.letters.all()
    return [each for each in letters if case and each.case_id == case.id and each.is_out]


def _how(case: Case, out: list[Letter]) -> str:
    if any(each.kind is Kind.WITHDRAW_ACCEPTANCE for each in out) or _took_back(case):
        return "withdrew"
    if sum(each.kind is Kind.COUNTER for each in out) >= ROUNDS:
        return "bargain"
    sent = sorted(
        (each.sent_on, each.kind) for each in out if each.kind in DECLINES if each.sent_on
    )
    if not sent:
        return "no_reply" if case.told_by == NO_WORD else ""
    on, kind = sent[0]
    if on > case.happened_on + timedelta(days=DECLINE_DAYS):
        return "late"
    return "warm" if kind is Kind.DECLINE_DOOR_OPEN else "neutral"


def _took_back(case: Case) -> bool:
    return case.direction is Direction.WITHDREW and case.stage is Stage.ACCEPTED


_CAME_BY = {
    **dict.fromkeys(("phone", "video"), "phone"),
    **dict.fromkeys(("email", "letter", "portal"), "email"),
    "in_person": "in_person",
}
