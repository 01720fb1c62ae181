"""Lists: choices that several worksheets share, from the words that Ajar has already."""

from collections.abc import Callable, Mapping
from functools import cache

from core.content.cases import case_words
from core.content.criteria import criteria_words
from core.content.feelings import feeling_words
from core.content.network import network_words
from core.content.reapproach import reapproach_words
from core.content.steps import step_words
from core.content.values import value_words
from core.decisions.factors import Check, Factor
from core.worksheets.fields import LIST, Field, PickField

Groups = Mapping[str, Mapping[str, str]]


def named_list(source: str, group: str = "") -> Mapping[str, str]:
    """Return the choices of a list by id; with a group only that one's, empty if there is none."""
    groups = groups_of(source)
    if group:
        return groups.get(group, {})
    return {name: label for each in groups.values() for name, label in each.items()}


def groups_of(source: str) -> Groups:
    """Return the groups of a list, each with its choices; raises KeyError for an unknown list."""
    return _groups(source.removeprefix(LIST))


def headings_of(source: str) -> Mapping[str, str]:
    """Return what the groups of a list are called, by id; empty where they need no name."""
    if source == f"{LIST}feelings":
        return {name: family.label for name, family in feeling_words().families.items()}
    return {}


def groups_in(asked: Field) -> Groups:
    """Return the groups that a pick is shown in; empty where it is one whole."""
    if not isinstance(asked, PickField) or asked.by or len(asked.of) != 1:
        return {}
    return groups_of(asked.of[0]) if headings_of(asked.of[0]) else {}


def hints_of(source: str) -> Mapping[str, str]:
    """Return a line that says more about each choice of a list, by id, where there is one."""
    if source == f"{LIST}values":
        return {name: card.means for name, card in value_words().cards.items()}
    return {}


def is_list(source: str) -> bool:
    """Return whether a source is a list that there is."""
    return source.removeprefix(LIST) in _LISTS


@cache
def _groups(name: str) -> Groups:
    return _LISTS[name]()


def _feelings() -> Groups:
    return {
        name: {word: word for word in family.words}
        for name, family in feeling_words().families.items()
    }


def _small_steps() -> Groups:
    """Return those that fit any day: a list does not know what happened."""
    return {
        energy.value: {step.id: step.text for step in step_words().ideas(energy)}
        for energy in step_words().energy
    }


def _reasons() -> Groups:
    return {"": {name: each.label for name, each in case_words().reasons.items()}}


def _way_back() -> dict[str, Callable[[], Groups]]:
    """Return the lists for going back: the levels of each factor, the answers to each check."""

    def levels(factor: Factor) -> Callable[[], Groups]:
        return lambda: {"": reapproach_words().factors[factor].labels}

    def answers(check: Check) -> Callable[[], Groups]:
        return lambda: {"": reapproach_words().checks[check].choices}

    return {
        **{f"way_{each}": levels(each) for each in Factor},
        **{f"way_{each}": answers(each) for each in Check},
        "way_edges": lambda: {
            "": {each.value: edge.label for each, edge in reapproach_words().edges.items()}
        },
    }


_LISTS: dict[str, Callable[[], Groups]] = {
    "feelings": _feelings,
    "body": lambda: {"": feeling_words().body},
    "pulls": lambda: {"": case_words().pulls},
    "circles": lambda: {"": {each.value: name for each, name in network_words().circles.items()}},
    "closeness": lambda: {
        "": {each.value: name for each, name in network_words().closeness.items()}
    },
    "criteria": lambda: {"": criteria_words().criteria},
    "reasons": _reasons,
    "small_steps": _small_steps,
    "energy": lambda: {"": {each.value: label for each, label in step_words().energy.items()}},
    "values": lambda: {"": {name: each.name for name, each in value_words().cards.items()}},
    **_way_back(),
}
