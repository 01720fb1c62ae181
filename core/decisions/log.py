"""The decision log: every no that the person gave, and what became of it (catalogue S3-35)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from core.cases import OWN_NO, Case
from core.content.cases import case_words
from core.decisions.felt import Felt, felt
from core.decisions.look_backs import LookBack, newest_first, told_last
from core.decisions.process import OFFER_REVIEW, effect_of, outcome_of, process_of
from core.decisions.reviews import answers_of, deadline_of, is_open, review_of
from core.letters.kinds import DECLINES, Kind
from core.letters.letter import Letter
from core.records import instant
from core.worksheets.answers import Named
from core.worksheets.desk import is_begun, runs_of
from core.worksheets.run import WorksheetRun
from core.worksheets.shelf import worksheets
from core.workspace import Workspace

AFTER_ASKING = "after_asking"
"""The worksheet on what asking to come back taught."""

TOLD_THEM = DECLINES | {Kind.WITHDRAW_ACCEPTANCE}
"""The letters that tell the employer."""

OFFER = "offer"
"""The field of the offer review that names the offer."""

RECALLED, RECALLED_UNDATED = timedelta(days=7), timedelta(days=14)
"""So long Today recalls an open offer after the day for its answer, or without such a day."""

REASONS, OWN_REASON = "reasons", "own_reason"
"""The field of the offer review that picks what counted, and the key of a reason of one's own."""


@dataclass(frozen=True)
class Said:
    """How a no was said (catalogue S3-58): on which day, by which way, in which manner.

    `by` and `manner` are ids of `told_by` and `manners` in `cases.toml`, empty where they are not
    known. `letter` is the one that told it first, `days` how long after the decision it went out.
    """

    on: date
    by: str = ""
    manner: str = ""
    letter: Letter | None = None
    days: int | None = None


@dataclass(frozen=True)
class Decision:
    """One deliberate no: the case, how it was said, and how it looked later.

    `felt` is how strong the regret was, the latest first, passes that were gone through too.
    `reasons` are those that counted, by id and label; what the employer was told is none of them.
    `process` runs from 0 to 12 and comes from the newest review of the offer. `outcome` runs from
    -5 to +5, `effect` on the person's path from -2 to +2: of both, what was told last counts, in
    a look back or in that review.
    """

    case: Case
    said: Said
    reasons: tuple[Named, ...] = ()
    looks: tuple[LookBack, ...] = ()
    felt: tuple[Felt, ...] = ()
    process: int | None = None
    outcome: int | None = None
    effect: int | None = None
    review: WorksheetRun | None = None

    @property
    def last_look(self) -> LookBack | None:
        """The latest look back; None where there is none yet."""
        return next(iter(self.looks), None)


def decisions(workspace: Workspace) -> tuple[Decision, ...]:
    """Return every decision, those at rest too: the latest first."""
    cases = (each for each in workspace.cases.all() if each.direction in OWN_NO)
    order = sorted(
        cases, key=lambda each: (each.happened_on, instant(each.created_at)), reverse=True
    )
    return tuple(decision_of(workspace, each) for each in order)


def decision_of(workspace: Workspace, case: Case) -> Decision:
    """Return what is known of one decision."""
    looks = looks_at(workspace, case.id)
    review = review_of(workspace, case.id)
    answers = review.answers if review else {}
    return Decision(
        case=case,
        said=said(case, workspace.letters.all()),
        reasons=reasons_for(case, review),
        looks=looks,
        felt=felt(workspace, case.id),
        process=process_of(answers),
        outcome=_last(looks, "outcome", review, outcome_of(answers)),
        effect=_last(looks, "effect", review, effect_of(answers)),
        review=review,
    )


def looks_at(workspace: Workspace, case_id: str) -> tuple[LookBack, ...]:
    """Return the looks back at one decision, the latest first."""
    return newest_first(each for each in workspace.look_backs.all() if each.case_id == case_id)


def said(case: Case, letters: Iterable[Letter]) -> Said:
    """Return how a no was said: on the day of the first letter that told them, else of the case."""
    out = [each for each in letters if _tells_them(each, case)]
    first = min(out, key=lambda each: (_sent(each, case), instant(each.created_at)), default=None)
    if first is None:
        return Said(case.happened_on, case.told_by, case.manner)
    on = _sent(first, case)
    days = max(0, (on - case.happened_on).days)
    return Said(on, case.told_by, case.manner, first, days)


def reasons_for(case: Case, review: WorksheetRun | None) -> tuple[Named, ...]:
    """Return the reasons that counted, each once: those of the review, else those of the case.

    What the employer was told is kept apart, and never stands in for them.
    """
    picked = answers_of(review).chosen(REASONS) if review else ()
    if picked:
        return picked
    labels = case_words().reasons
    known = [Named(e, labels[e].label) for e in dict.fromkeys(case.reasons_true) if e in labels]
    own = case.reason_words.strip()
    return (*known, *([Named(OWN_REASON, own)] if own else []))


def open_offers(workspace: Workspace) -> tuple[WorksheetRun, ...]:
    """Return the reviews of offers that were not answered yet, the one changed last first.

    An offer that was said no to is none of them, whatever its review tells.
    """
    runs = runs_of(workspace, OFFER_REVIEW)
    return tuple(each for each in runs if is_open(workspace.cases.find(each.case_id), each))


def offers_for_today(workspace: Workspace, today: date) -> tuple[WorksheetRun, ...]:
    """Return the open offers to recall on a day, the one that wants its answer first first.

    One whose day is over is recalled for a week more, one without a day for two weeks from its
    beginning. What belongs to a case at rest rests too, and so does a page that was left blank.
    """
    found = [each for each in open_offers(workspace) if _is_recalled(workspace, each, today)]
    return tuple(sorted(found, key=lambda each: deadline_of(each) or date.max))


def _is_recalled(workspace: Workspace, run: WorksheetRun, today: date) -> bool:
    case, deadline = workspace.cases.find(run.case_id), deadline_of(run)
    if case and case.at_rest:
        return False
    if deadline:
        return today - deadline <= RECALLED
    is_blank = not run.answers.get(OFFER) and not is_begun(run, worksheets()[OFFER_REVIEW])
    return not is_blank and today - run.happened_on <= RECALLED_UNDATED


def _tells_them(letter: Letter, case: Case) -> bool:
    return letter.case_id == case.id and letter.kind in TOLD_THEM and letter.is_out


def _sent(letter: Letter, case: Case) -> date:
    return letter.sent_on or case.happened_on


def _last(
    looks: Iterable[LookBack], name: str, review: WorksheetRun | None, weighed: int | None
) -> int | None:
    """Return which of two answers to a question counts: that of the later day, else the look's."""
    looked = told_last(looks, name)
    if looked is None or weighed is None or review is None:
        return getattr(looked, name) if looked else weighed
    day = review.finished_on or review.happened_on
    return weighed if day > looked.happened_on else getattr(looked, name)
