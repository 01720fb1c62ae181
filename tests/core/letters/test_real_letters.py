"""The letters that the checks are judged on: of every kind, with labels that mean something."""

import pytest

from core.letters.kinds import Kind
from tools.real_letters import RULE_OF, SETS, load

SIZES = {"dev": 170, "blind": 100}


@pytest.mark.parametrize("name", SETS)
def test_every_letter_is_told_apart_and_labelled(name):
    """A set holds every kind of letter, each under a name of its own, with labels that exist."""
    letters = load(name)
    assert len(letters) == SIZES[name]
    assert len({each.id for each in letters}) == len(letters)
    assert {each.kind for each in letters} == set(Kind)
    assert all(each.id.startswith(f"{name}-") and each.body.strip() for each in letters)


def test_no_letter_is_in_both_sets():
    """What the checks were tuned on says nothing about letters they have not seen."""
    seen, unseen = ({each.body for each in load(name)} for name in SETS)
    assert not seen & unseen


def test_every_fault_stands_in_a_letter_the_checks_were_tuned_on():
    """No rule goes without a letter in which its fault stands."""
    faults = {fault for each in load("dev") for fault in each.faults}
    assert faults == set(RULE_OF)
