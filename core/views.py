"""Views: what screens ask of a workspace on every run, computed once for each revision.

Each function takes the workspace first and is called through `Workspace.view`.
"""

from datetime import date, datetime, timedelta
from itertools import chain

from core.cases import Case, alive
from core.check_ins import CheckIn
from core.content.loader import case_words
from core.decisions.after_asking import ANSWERED, After, asked
from core.decisions.suggested import met_by_records
from core.letters.variants import taken_care_of
from core.letters.views import letter_reminders
from core.network.sprint_steps import steps_met
from core.people import Person
from core.records import Record, instant
from core.steps import Step, due_steps
from core.support import Tier, standing_tier, tier_of_text
from core.today import REST, YOUR_PLAN, Suggestion, case_in_hand, suggestion
from core.waits import put_off
from core.workspace import Workspace

STANDING_DAYS = 7


def first_run(workspace: Workspace) -> bool:
    """Return whether nothing was ever told here."""
    told = (each for each in workspace.collections if each is not workspace.facts)
    return not any(each.all() for each in told)


def last_seen(workspace: Workspace) -> datetime | None:
    """Return when anything was last saved, or None where nothing was."""
    happenings = (*workspace.cases.all(), *workspace.check_ins.all(), *workspace.steps.all())
    return max((each.updated_at for each in happenings if each.updated_at), default=None)


def in_hand(workspace: Workspace) -> Case | None:
    """Return the case that is alive and was touched last."""
    return case_in_hand(workspace.cases.all())


def this_minute(now: datetime) -> datetime:
    """Return the end of the minute that it is now: views that ask the time are kept that long."""
    return now.replace(second=0, microsecond=0) + timedelta(minutes=1)


def suggested(workspace: Workspace, case_id: str, minute: datetime) -> Suggestion:
    """Return the one next step to suggest for a case, as of this minute.

    Where the referrer is no longer known by name, nobody is suggested to be thanked. What the
    person said can wait is not suggested before then. Where nothing is left to suggest, and Today
    shows a step or a letter of the case, it points to that.
    """
    case = workspace.cases.get(case_id)
    referrer = workspace.people.find(case.referrer_id)
    if referrer is None or not referrer.name:
        case = case.model_copy(update={"referrer_id": ""})
    steps = {each.suggestion for each in workspace.steps.all() if each.case_id == case_id}
    letters = (each for each in workspace.letters.all() if each.case_id == case_id)
    taken = steps | taken_care_of(case, {each.kind for each in letters if each.is_out})
    taken |= put_off(workspace.waits.all(), minute, case_id) | met_by_records(workspace, case)
    found = suggestion(case, workspace.check_ins.all(), taken, case_words().waits, minute)
    is_planned = found.id == REST and _waits_below(workspace, case_id, minute)
    return Suggestion(YOUR_PLAN) if is_planned else found


def _waits_below(workspace: Workspace, case_id: str, minute: datetime) -> bool:
    """Return whether Today shows a step or a letter of a case beside its card."""
    letters = (each.letter.case_id for each in letter_reminders(workspace, minute))
    steps = (each.case_id for each in due(workspace, minute.date()))
    return case_id in {*letters, *steps}


def due(workspace: Workspace, today: date) -> tuple[Step, ...]:
    """Return the open steps that are due by today or have no date.

    One that is meant for a yes or a no waits for that answer, one for silence ends with any; one
    for a note that went out already is met.
    """
    met = workspace.view(steps_met, today)
    steps = (e for e in due_steps(workspace.steps.all(), today) if e.id not in met)
    return tuple(each for each in steps if not each.awaits or _has_come(workspace, each, today))


def _has_come(workspace: Workspace, step: Step, today: date) -> bool:
    found = asked(workspace.letters.all(), step.case_id, case_words().waits, today)
    after = found.after if found else None
    if step.awaits in (After.YES, After.NO):
        return after == step.awaits
    return after not in ANSWERED


def standing(workspace: Workspace, minute: datetime) -> Tier:
    """Return the tier that the records of the last seven days speak of, as of this minute."""
    since = minute - timedelta(days=STANDING_DAYS)
    homes = (each for each in workspace.collections if each is not workspace.check_ins)
    told = (each for home in homes for each in home.all())
    recent = (each for each in told if each.updated_at and each.updated_at > since)
    heavy = chain.from_iterable(workspace.readings.of(_heavy_words, recent))
    return standing_tier(workspace.check_ins.all(), heavy, minute)


def _heavy_words(record: Record) -> tuple[str, ...]:
    """Return the texts of a record that alone would ask for the support card."""
    return tuple(each for each in record.listened_to if tier_of_text(each) >= Tier.T2)


def newest_first(workspace: Workspace) -> tuple[CheckIn, ...]:
    """Return the check-ins, the latest day first."""
    return tuple(
        sorted(
            workspace.check_ins.all(),
            key=lambda each: (each.happened_on, instant(each.created_at)),
            reverse=True,
        )
    )


def living(workspace: Workspace) -> tuple[Case, ...]:
    """Return the cases that are not at rest, the one touched last first."""
    return alive(workspace.cases.all())


def resting(workspace: Workspace) -> tuple[Case, ...]:
    """Return the cases that are at rest, the one put to rest last first."""
    asleep = (each for each in workspace.cases.all() if each.at_rest)
    return tuple(sorted(asleep, key=lambda each: instant(each.rested_at), reverse=True))


def people_by_id(workspace: Workspace) -> dict[str, Person]:
    """Return everyone who was named, by id."""
    return {each.id: each for each in workspace.people.all()}
