"""What is known already when an offer is looked at again: reasons, the deadline, values."""

from typing import Any

from core.cases import Case
from core.content.cases import case_words
from core.values import in_order
from core.worksheets.answers import address
from core.worksheets.fields import Field, PickField
from core.workspace import Workspace

MOST_VALUES = 5
MOST_REASONS = 5


def case_reasons(_: Workspace, case: Case | None, field: Field) -> dict[str, Any]:
    """Return the reasons of a case that the person knows; what they told the employer is none."""
    told = case.reasons_true if case else ()
    known = [each for each in told if each in case_words().reasons]
    most = min(MOST_REASONS, field.most) if isinstance(field, PickField) else MOST_REASONS
    return {field.id: known[:most]} if known else {}


def case_deadline(_: Workspace, case: Case | None, field: Field) -> dict[str, Any]:
    """Return the day by which the employer wanted an answer."""
    return {field.id: case.deadline.isoformat()} if case and case.deadline else {}


def case_protected(_: Workspace, case: Case | None, field: Field) -> dict[str, Any]:
    """Return what the no kept safe, as told before."""
    return {field.id: case.protected} if case and case.protected else {}


def top_values(workspace: Workspace, _: Case | None, field: Field) -> dict[str, Any]:
    """Return a row for each of the person's first five values (catalogue S0-7)."""
    first = in_order(workspace.values.all())[:MOST_VALUES]
    rows = [f"r{at}" for at, _ in enumerate(first, 1)]
    names = zip(rows, first, strict=True)
    told = {address(field.id, row, "value"): each.name for row, each in names}
    return {field.id: rows, **told} if rows else {}
