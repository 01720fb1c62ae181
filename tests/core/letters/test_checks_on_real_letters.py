"""Letters as people write them: the checks leave good ones alone and find what would hurt."""

import pytest

from tools.judge_letters import judge, plain_found, report, score, subtle_found, without_error
from tools.real_letters import RULE_OF, load


@pytest.fixture(scope="module")
def judged():
    """The letters that the checks were tuned on, as the checks read them."""
    return judge(load("dev"))


def test_a_decent_letter_is_ready(judged):
    """At least 95 of 100 letters that an adviser would send go out without an error."""
    assert without_error(judged) >= 0.95


def test_a_plainly_worded_fault_is_found(judged):
    """At least 9 of 10 faults that stand there in plain words are found."""
    assert plain_found(judged) >= 0.9


def test_half_of_the_faults_between_the_lines_are_found(judged):
    """At least half of the faults that no list of words would catch are found."""
    assert subtle_found(judged) >= 0.5


def test_the_report_tells_every_rule_and_no_letter_twice(judged):
    """The report has a line for each rule, and no rule counts a letter more than once."""
    lines = report(judged)
    for fault, rule in RULE_OF.items():
        told = score(judged, fault)
        faulty = [each for each in judged if fault in each.sample.faults]
        assert told.true_found + told.false_missed == len(faulty)
        assert told.false_found + told.true_quiet <= len(judged) - len(faulty)
        assert any(line.startswith(rule) and fault in line for line in lines)
