"""Judge the letter checks on letters as people write them: `python -m tools.judge_letters dev`.

A finding of level error or warning counts, a mere information does not. A fault is found where
its rule speaks; a subtle one also where any rule about tone does, which then is no misfire.
"""

import sys
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from core.letters.checks import check
from core.letters.findings import Finding, Level
from tools.real_letters import RULE_OF, SETS, TONE_RULES, Sample, load


@dataclass(frozen=True)
class Judged:
    """A letter and what the checks said about it, informations left out."""

    sample: Sample
    findings: tuple[Finding, ...]

    @property
    def rules(self) -> frozenset[str]:
        """The rules that spoke."""
        return frozenset(each.rule for each in self.findings)

    @property
    def has_error(self) -> bool:
        """Whether the checks would take the "ready" sign away."""
        return any(each.level is Level.ERROR for each in self.findings)

    def found(self, fault: str) -> bool:
        """Whether `fault`, one of the letter's own, was noticed."""
        by_tone = fault in self.sample.subtle and bool(TONE_RULES & self.rules)
        return by_tone or self.named(fault)

    def named(self, fault: str) -> bool:
        """Whether the rule for `fault` itself spoke."""
        return RULE_OF[fault] in self.rules

    def words(self, rule: str) -> list[str]:
        """Return what `rule` marked; "whole letter" where it marked no words."""
        return [self._marked(each) for each in self.findings if each.rule == rule]

    def _marked(self, finding: Finding) -> str:
        text = self.sample.subject if finding.where == "subject" else self.sample.body
        words = " ".join(text[finding.start : finding.end].split())
        return f'{finding.level}: "{words}"' if words else f"{finding.level}: whole letter"


@dataclass(frozen=True)
class Score:
    """How often one rule was right: letters, by what it said and what was true."""

    true_found: int
    false_found: int
    false_missed: int
    true_quiet: int

    @property
    def precision(self) -> float | None:
        """The share of its findings that were right, None where it found nothing."""
        return share(self.true_found, self.true_found + self.false_found)

    @property
    def recall(self) -> float | None:
        """The share of the faults that it found, None where there were none."""
        return share(self.true_found, self.true_found + self.false_missed)


def share(part: int, whole: int) -> float | None:
    """Return part of whole between 0 and 1, None of nothing."""
    return part / whole if whole else None


def judge(samples: Iterable[Sample]) -> tuple[Judged, ...]:
    """Let the checks read each letter."""
    return tuple(Judged(each, _heard(each)) for each in samples)


def score(judged: Collection[Judged], fault: str) -> Score:
    """Count how the rule for `fault` did; letters where it may speak or not are left out."""
    said = [
        (fault in each.sample.faults, each.named(fault))
        for each in judged
        if fault in each.sample.faults or RULE_OF[fault] not in each.sample.open_to
    ]
    return Score(
        true_found=said.count((True, True)),
        false_found=said.count((False, True)),
        false_missed=said.count((True, False)),
        true_quiet=said.count((False, False)),
    )


def without_error(judged: Collection[Judged]) -> float | None:
    """Return the share of decent letters that have no error."""
    decent = [each for each in judged if each.sample.is_decent]
    return share(sum(not each.has_error for each in decent), len(decent))


def without_finding(judged: Collection[Judged]) -> float | None:
    """Return the share of decent letters with no error and no warning but on what is minor."""
    decent = [each for each in judged if each.sample.is_decent]
    return share(sum(not false_finds(each) for each in decent), len(decent))


def plain_found(judged: Collection[Judged]) -> float | None:
    """Return the share of the plainly worded faults that were found."""
    return _told([each.found(fault) for each in judged for fault in each.sample.plain])


def subtle_found(judged: Collection[Judged]) -> float | None:
    """Return the share of the subtle faults that were found."""
    return _told([each.found(fault) for each in judged for fault in each.sample.subtle])


def subtle_named(judged: Collection[Judged]) -> float | None:
    """Return the share of the subtle faults that their very own rule found."""
    return _told([each.named(fault) for each in judged for fault in each.sample.subtle])


def false_finds(judged: Judged) -> list[str]:
    """Return the rules that spoke without cause, sorted."""
    owed = {RULE_OF[each] for each in judged.sample.faults}
    return sorted(judged.rules - owed - judged.sample.open_to)


def missed(judged: Judged) -> list[str]:
    """Return the letter's faults that were not found, sorted."""
    return sorted(each for each in judged.sample.faults if not judged.found(each))


def report(judged: Collection[Judged]) -> list[str]:
    """Return the lines to print: each rule, the shares, each misfire with its words."""
    return [*_table(judged), "", *_shares(judged), "", *_misfires(judged)]


def main(arguments: list[str]) -> int:
    """Print the report for one set; 2 where none, or an unknown one, was named."""
    if len(arguments) != 1 or arguments[0] not in SETS:
        print("usage: python -m tools.judge_letters dev|blind")
        return 2
    print("\n".join(report(judge(load(arguments[0])))))
    return 0


def _heard(sample: Sample) -> tuple[Finding, ...]:
    found = check(sample.kind, sample.subject, sample.body, sample.facts)
    return tuple(each for each in found if each.level is not Level.INFO)


def _told(said: Collection[bool]) -> float | None:
    return share(sum(said), len(said))


def _table(judged: Collection[Judged]) -> list[str]:
    head = f"{'rule':5} {'fault':23} {'tp':>3} {'fp':>3} {'fn':>3} {'tn':>3}  precision  recall"
    return [head, *(_row(rule, fault, score(judged, fault)) for fault, rule in RULE_OF.items())]


def _row(rule: str, fault: str, told: Score) -> str:
    counts = (told.true_found, told.false_found, told.false_missed, told.true_quiet)
    cells = " ".join(f"{count:3}" for count in counts)
    return f"{rule:5} {fault:23} {cells}  {_percent(told.precision):>9}  {_percent(told.recall):>6}"


def _shares(judged: Collection[Judged]) -> list[str]:
    shares = {
        "decent letters without an error": without_error(judged),
        "decent letters without an error or warning": without_finding(judged),
        "plainly worded faults found": plain_found(judged),
        "subtle faults found": subtle_found(judged),
        "subtle faults found by their own rule": subtle_named(judged),
    }
    return [f"{name:44} {_percent(value):>5}" for name, value in shares.items()]


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"


def _misfires(judged: Iterable[Judged]) -> list[str]:
    return [line for each in judged for line in (*_false_lines(each), *_missed_lines(each))]


def _false_lines(judged: Judged) -> list[str]:
    return [
        f"{judged.sample.id}  false {rule}  {words}"
        for rule in false_finds(judged)
        for words in judged.words(rule)
    ]


def _missed_lines(judged: Judged) -> list[str]:
    return [
        f"{judged.sample.id}  missed {RULE_OF[fault]} {fault}"
        + (" (subtle)" if fault in judged.sample.subtle else "")
        for fault in missed(judged)
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
