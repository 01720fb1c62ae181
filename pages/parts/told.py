"""A field of a record in words: how two versions of it are shown side by side."""

from datetime import date

from core.cases import StageReached
from core.check_ins import Felt
from core.content.loader import case_words, feeling_words, support_words
from core.views import people_by_id
from core.workspace import Workspace
from pages.parts.days import in_words


def told(workspace: Workspace, field: str, value: object) -> str:
    """Return what stands in a field, in the words of the screens; "" where nothing does."""
    if isinstance(value, tuple):
        return ", ".join(told(workspace, field, each) for each in value)
    for kind, in_short in _KINDS.items():
        if isinstance(value, kind):
            return in_short(value)
    if field in _PEOPLE:
        person = workspace.view(people_by_id).get(str(value))
        return person.name if person else ""
    return str(_NAMES[field]().get(value, "")) if field in _NAMES else str(value or "")


def _labels(by_id: dict) -> dict:  # type: ignore[type-arg]
    return {name: each.label for name, each in by_id.items()}


_PEOPLE = {"contact_id", "referrer_id"}
_KINDS = {
    Felt: lambda felt: f"{felt.word} {felt.strength} / 10",
    StageReached: lambda reached: case_words().stages[reached.stage].label,
    date: in_words,
}
_NAMES = {
    "direction": lambda: _labels(case_words().directions),
    "told_by": lambda: case_words().told_by,
    "pulls": lambda: case_words().pulls,
    "reasons_given": lambda: _labels(case_words().reasons),
    "reasons_true": lambda: _labels(case_words().reasons),
    "door": lambda: case_words().doors,
    "goal": lambda: case_words().goals,
    "body": lambda: feeling_words().body,
    "country": lambda: {code: each.name for code, each in support_words().countries.items()},
}
