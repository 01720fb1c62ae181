"""Decisions: whether a no (or a yes) is there (R05), and whether it is clear (R06)."""

from collections.abc import Iterator

from core.letters.findings import Finding, Level
from core.letters.kinds import GIVE_A_REASON, Kind
from core.letters.reading import Span
from core.letters.rules.draft import Draft, Rule, marked, whole

_EARLY = 90
"""A decision stands within the first so many words."""

_NEAR = 5
"""A weak hedge this many words before a decision weakens it."""


def no_clear_decision(draft: Draft) -> Iterator[Finding]:
    """R05: no plain no (L3-L5, L11), outcome (L5) or yes (L17) in the first 90 words."""
    if draft.kind in GIVE_A_REASON | {Kind.ACCEPTANCE}:
        said = _decisions(draft)
        if not said:
            yield whole("R05", Level.ERROR, f"no_{_which(draft)}")
        elif draft.reading.words_before(said[0].start) >= _EARLY:
            yield marked("R05", Level.ERROR, "decision_late", said[0], most=_EARLY)


def hedged_decision(draft: Draft) -> Iterator[Finding]:
    """R06: words that leave the decision open; "perhaps we meet again" leaves nothing open."""
    if draft.kind in GIVE_A_REASON:
        yield from _hedges(draft, "hedge")
        for weak in draft.matches("weak_hedge"):
            if _weakens(draft, weak):
                yield _hedged(draft, "weak_hedge", weak)
    elif draft.kind is Kind.ACCEPTANCE:
        for weak in (*draft.matches("weak_yes"), *draft.matches("hedge")):
            yield _hedged(draft, "weak_yes", weak)


def _decisions(draft: Draft) -> list[Span]:
    names = ["acceptance"] if draft.kind is Kind.ACCEPTANCE else ["decision"]
    if draft.kind is Kind.REFERRER_NOTE:
        names.append("not_chosen")
    return sorted((each for name in names for each in draft.matches(name)), key=_start)


def _hedges(draft: Draft, name: str) -> Iterator[Finding]:
    for hedge in draft.matches(name):
        if not _is_about_later(draft, hedge):
            yield _hedged(draft, name, hedge)


def _weakens(draft: Draft, weak: Span) -> bool:
    sentence = draft.sentence_of(weak)
    near = [
        each
        for each in draft.matches("decision", sentence)
        if weak.start <= each.start
        and draft.reading.words_before(each.start) - draft.reading.words_before(weak.start) <= _NEAR
    ]
    already = any(each.meets(weak) for each in draft.matches("hedge"))
    return bool(near) and not already and not _is_about_later(draft, weak)


def _is_about_later(draft: Draft, span: Span) -> bool:
    """Whether the words stand in a sentence that leaves a door open and decides nothing."""
    sentence = draft.sentence_of(span)
    return draft.says("door", sentence) and not draft.says("decision", sentence)


def _hedged(draft: Draft, name: str, span: Span) -> Finding:
    rewrite = draft.swap(name, span)
    message = "hedged_yes" if draft.kind is Kind.ACCEPTANCE else "hedged"
    if rewrite == "" and not _is_inside(draft, span):
        rewrite = None
    return marked("R06", Level.ERROR, message, span, rewrite)


def _is_inside(draft: Draft, span: Span) -> bool:
    """Whether words stand inside a sentence, so that it still begins well without them."""
    return span.start > draft.sentence_of(span).start


def _which(draft: Draft) -> str:
    if draft.kind is Kind.ACCEPTANCE:
        return "yes"
    return {Kind.REFERRER_NOTE: "outcome", Kind.WITHDRAW_ACCEPTANCE: "withdrawal"}.get(
        draft.kind, "no"
    )


def _start(span: Span) -> int:
    return span.start


RULES: dict[str, Rule] = {"R05": no_clear_decision, "R06": hedged_decision}
