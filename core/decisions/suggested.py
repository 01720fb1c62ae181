"""What of Today's suggestions about a decision has been done already, as the records tell it."""

from core.cases import OWN_NO, Case
from core.debriefs import Debrief
from core.today import LONG_AGO_DAYS
from core.workspace import Workspace

NAME, LOOK, LOOK_BACK = "name_what_it_protected", "second_thoughts_look", "look_back"
"""Ids of suggestions in `next.toml`."""

LOOKED_AT_IN = frozenset({"offer_review", "regret"})
"""The worksheets in which what was known that day is written down."""


def met_by_records(workspace: Workspace, case: Case) -> frozenset[str]:
    """Return the suggestions for a case that its records have met, whichever way that was.

    A decision has looks back of its own, offered when they are due: it needs no other. Elsewhere
    a look back counts from a month on, when it is suggested.
    """
    runs = (each for each in workspace.runs.all() if each.case_id == case.id and each.is_finished)
    looks = (each for each in workspace.debriefs.all() if each.case_id == case.id)
    met = {
        NAME: bool(case.protected),
        LOOK: any(each.worksheet in LOOKED_AT_IN for each in runs),
        LOOK_BACK: case.direction in OWN_NO or any(_is_late(each, case) for each in looks),
    }
    return frozenset(name for name, is_met in met.items() if is_met)


def _is_late(look: Debrief, case: Case) -> bool:
    return (look.happened_on - case.happened_on).days >= LONG_AGO_DAYS
