"""Starts: what Ajar may know already when a worksheet is begun, as answers to start from."""

from collections.abc import Callable, Mapping
from typing import Any

from core.cases import Case
from core.values import in_order
from core.worksheets.fields import Field, PickField
from core.worksheets.offer_starts import (
    case_deadline,
    case_protected,
    case_reasons,
    top_values,
)
from core.worksheets.path_starts import (
    activities_at_hand,
    path_degrees,
    path_facts,
    path_of_reach,
    strengths_at_hand,
)
from core.worksheets.people_starts import (
    sprint_five,
    sprint_gives,
    sprint_marks,
    sprint_people,
)
from core.worksheets.search_starts import last_applications, last_ways
from core.worksheets.skill_starts import feedback_on_skills, free_hours
from core.worksheets.way_back_starts import (
    asks_so_far,
    came_by,
    contact,
    how_no,
    looked_at_process,
    new_proof,
    plan_cue,
    rapport,
    reason_given,
    reasons_then,
    special,
    tie,
)
from core.workspace import Workspace

Start = Callable[[Workspace, Case | None, Field], dict[str, Any]]
"""Returns answers by their addresses, for one field."""


def _case_line(_: Workspace, case: Case | None, field: Field) -> dict[str, Any]:
    told = ", ".join(each for each in (case.role, case.employer) if each) if case else ""
    return {field.id: told} if told else {}


def _case_day(_: Workspace, case: Case | None, field: Field) -> dict[str, Any]:
    return {field.id: case.happened_on.isoformat()} if case else {}


def _case_pulls(_: Workspace, case: Case | None, field: Field) -> dict[str, Any]:
    return {field.id: list(case.pulls)} if case and case.pulls else {}


def _ranked_values(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return the person's first values, as far as a pick offers them as its own choices."""
    if not isinstance(field, PickField):
        return {}
    cards = [each.card for each in in_order(workspace.values.all()) if each.rank]
    offered = [each for each in cards if each in field.choices][: field.most]
    return {field.id: offered} if offered else {}


STARTS: Mapping[str, Start] = {
    "case_day": _case_day,
    "case_deadline": case_deadline,
    "case_line": _case_line,
    "case_protected": case_protected,
    "case_pulls": _case_pulls,
    "case_reasons": case_reasons,
    "activities_at_hand": activities_at_hand,
    "feedback_on_skills": feedback_on_skills,
    "free_hours": free_hours,
    "last_applications": last_applications,
    "last_ways": last_ways,
    "top_values": top_values,
    "ranked_values": _ranked_values,
    "path_degrees": path_degrees,
    "path_facts": path_facts,
    "path_of_reach": path_of_reach,
    "sprint_five": sprint_five,
    "sprint_gives": sprint_gives,
    "sprint_marks": sprint_marks,
    "sprint_people": sprint_people,
    "strengths_at_hand": strengths_at_hand,
    "case_reasons_true": reasons_then,
    "way_asks": asks_so_far,
    "way_came_by": came_by,
    "way_contact": contact,
    "way_how": how_no,
    "way_plan": plan_cue,
    "way_process": looked_at_process,
    "way_proof": new_proof,
    "way_rapport": rapport,
    "way_reason": reason_given,
    "way_special": special,
    "way_tie": tie,
}
