"""Rules for going back to an employer, and for asking for more: own it, name it, keep it modest."""

from collections.abc import Iterator

from core.content.letter_points import letter_points
from core.letters.findings import Finding, Level
from core.letters.reading import Span
from core.letters.rules.draft import Draft, Rule, marked, whole
from core.letters.rules.points import said
from core.letters.rules.reasons import tags_of

GOING_BACK, COUNTER, YES = "L6", "L10", "L17"
MOST_FIGURES = 1
MOST_READ = 20
"""So many figures are looked at, so that no text takes long."""


def _needs(rule: str, level: Level, name: str, message: str) -> Rule:
    """Return a rule that speaks where a letter on going back lacks what the list `name` finds."""

    def lacks(draft: Draft) -> Iterator[Finding]:
        if draft.code == GOING_BACK and not said(draft, name):
            yield whole(rule, level, message)

    return lacks


def _reopens_pay(draft: Draft) -> Iterator[Finding]:
    wanted = said(draft, "reopens_pay")
    if draft.code == YES:
        wanted = said(draft, "asks_more")
    elif draft.code != GOING_BACK or _may_reopen(draft):
        return
    figures = [each for each in _figures(draft) if not any(map(each.meets, wanted))]
    if draft.code == YES:
        figures = []
    for each in (*wanted, *figures):
        yield marked("R25", Level.WARNING, "reopens_pay", each)


def _weak_counter(draft: Draft) -> Iterator[Finding]:
    if draft.code != COUNTER:
        return
    figures = _asked_figures(draft)
    if len(figures) > MOST_FIGURES:
        for each in figures[MOST_FIGURES:]:
            yield marked("R26", Level.WARNING, "more_than_one_figure", each, count=len(figures))
    if not (said(draft, "standard") or said(draft, "own_grounds")):
        yield whole("R26", Level.WARNING, "counter_without_standard")
    if not said(draft, "will_accept"):
        yield whole("R26", Level.WARNING, "counter_without_yes")


def _may_reopen(draft: Draft) -> bool:
    told = draft.facts.tags
    tags = told if told is not None else tags_of(draft) | draft.facts.reason_tags
    return draft.facts.pay_may_reopen and "pay" in tags


def _figures(draft: Draft) -> list[Span]:
    """Return where sums of money stand, without those of one's work ("a budget of ...")."""
    by_sentence: dict[Span, list[Span]] = {}
    for each in said(draft, "money")[:MOST_READ]:
        by_sentence.setdefault(draft.sentence_of(each), []).append(each)
    return [
        each
        for sentence, figures in by_sentence.items()
        if not said(draft, "money_of_work", sentence)
        for each in figures
    ]


def _asked_figures(draft: Draft) -> list[Span]:
    """Return the sums that are asked for: not those that were offered, earned or read somewhere."""
    return [each for each in _figures(draft) if not _is_given(draft, each)]


def _is_given(draft: Draft, figure: Span) -> bool:
    sentence = draft.sentence_of(figure)
    before = draft.reading.plain[sentence.start : figure.start]
    after = draft.reading.plain[figure.end : sentence.end]
    points = letter_points()
    return points.ends("given_before", before) or points.starts("given_after", after)


RULES: dict[str, Rule] = {
    "R24a": _needs("R24a", Level.ERROR, "own_no", "own_no_missing"),
    "R24b": _needs("R24b", Level.ERROR, "change", "change_not_named"),
    "R24c": _needs("R24c", Level.ERROR, "may_be_gone", "assumes_open"),
    "R24d": _needs("R24d", Level.WARNING, "commitment", "no_commitment"),
    "R25": _reopens_pay,
    "R26": _weak_counter,
}
"""Own the no, name the change, take nothing for granted, mean it, leave pay; ask for one thing."""
