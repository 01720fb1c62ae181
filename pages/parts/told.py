"""A field of a record in words: how two versions of it are shown side by side."""

from datetime import date, datetime

from core.applications import Answered, Fact, Outcome, Requested
from core.cases import StageReached
from core.check_ins import Felt
from core.choices import ChoiceKind
from core.content.debrief import debrief_words
from core.content.loader import (
    case_words,
    feeling_words,
    network_words,
    path_words,
    skill_words,
    steady_words,
    support_words,
    words,
)
from core.debriefs import About
from core.network.talks import Look
from core.paths import SkillOnPath
from core.skills import SkillAction
from core.views import people_by_id
from core.workspace import Workspace
from pages.parts.days import in_words
from pages.parts.happenings import name_of


def told(workspace: Workspace, field: str, value: object) -> str:
    """Return what stands in a field, in the words of the screens; "" where nothing does."""
    if isinstance(value, tuple):
        return ", ".join(told(workspace, field, each) for each in value)
    if isinstance(value, dict):
        return ", ".join(_pair(field, *each) for each in value.items())
    if field == "case_id":
        case = workspace.cases.find(str(value))
        return name_of(case) if case else ""
    for kind, in_short in _KINDS.items():
        if isinstance(value, kind):
            return in_short(value)
    if field in _PEOPLE:
        person = workspace.view(people_by_id).get(str(value))
        return person.name if person else ""
    names = _NAMES[field]() if field in _NAMES else {}
    return str(names.get(value, value) or "")


def _pair(field: str, name: str, value: object) -> str:
    """Return an explanation with what it was given: how likely it is, or what it is about."""
    explanation = debrief_words().explanations.get(name)
    given = f"{value} / 10" if field == "explanations" else debrief_words().about[About(value)]
    return f"{explanation.label if explanation else name}: {given}"


def _labels(by_id: dict) -> dict:  # type: ignore[type-arg]
    return {name: each.label for name, each in by_id.items()}


_PEOPLE = {"contact_id", "referrer_id"}
_KINDS = {
    bool: lambda answer: words("forms")["yes" if answer else "no"],
    Felt: lambda felt: f"{felt.word} {felt.strength} / 10",
    SkillAction: lambda action: action.text,
    Requested: lambda asked: asked.what,
    Fact: lambda fact: fact.what,
    Answered: lambda answer: answer.question,
    Look: lambda look: look.note or in_words(look.on),
    SkillOnPath: lambda carried: f"{carried.skill} {carried.degree} / 3",
    StageReached: lambda reached: case_words().stages[reached.stage].label,
    datetime: lambda at: f"{in_words(at.date())}, {at:%H:%M}",
    date: in_words,
}


def _kinds_of_ways() -> dict[str, str]:
    say = words("reassess")
    return {each.value: say[f"kind_{each}"] for each in ChoiceKind}


_NAMES = {
    "kind": _kinds_of_ways,
    "circle": lambda: network_words().circles,
    "closeness": lambda: network_words().closeness,
    "channel": lambda: network_words().channels,
    "started": lambda: network_words().started,
    "came_of": lambda: network_words().came_of,
    "direction": lambda: _labels(case_words().directions),
    "told_by": lambda: case_words().told_by,
    "manner": lambda: case_words().manners,
    "pulls": lambda: case_words().pulls,
    "reasons_given": lambda: _labels(case_words().reasons),
    "reasons_true": lambda: _labels(case_words().reasons),
    "stage": lambda: _labels(case_words().stages),
    "door": lambda: case_words().doors,
    "goal": lambda: case_words().goals,
    "body": lambda: feeling_words().body,
    "level": lambda: dict(enumerate(skill_words().levels)),
    "asked": lambda: dict(enumerate(skill_words().levels)),
    "goal_link": lambda: dict(enumerate(skill_words().goal)),
    "pull": lambda: dict(enumerate(skill_words().degrees)),
    "reach": lambda: path_words().reaches,
    "test_kind": lambda: path_words().trials,
    "outcome": lambda: {str(each): words("applications")[f"outcome_{each}"] for each in Outcome},
    "helps": lambda: {kind.value: each.label for kind, each in steady_words().helps.items()},
    "country": lambda: {code: each.name for code, each in support_words().countries.items()},
}
