"""Checks: everything that the rules have to say about one letter, in the order of the text."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from core.content.letter_signs import letter_signs
from core.letters.findings import CaseFacts, Finding, Level
from core.letters.kinds import Kind
from core.letters.reading import Span
from core.letters.rules import (
    asking,
    between_lines,
    decision,
    going_back,
    language,
    later,
    privacy,
    reasons,
    shape,
    surface,
    thanks,
    tone,
)
from core.letters.rules.draft import Draft, Rule
from core.letters.rules.language import ANY_LANGUAGE

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        **language.RULES,
        **surface.RULES,
        **thanks.RULES,
        **decision.RULES,
        **tone.RULES,
        **privacy.RULES,
        **asking.RULES,
        **later.RULES,
        **reasons.RULES,
        **going_back.RULES,
        **shape.RULES,
        **between_lines.RULES,
    }
)
"""Every rule by its id; `hints` is what may be read between the lines, under several ids."""

_LEVELS = list(Level)
_NOTHING_KNOWN = CaseFacts()


def check(
    kind: Kind, subject: str | None, body: str, facts: CaseFacts = _NOTHING_KNOWN
) -> tuple[Finding, ...]:
    """Return what the rules find in a letter: the subject first, then by place, worst first.

    `subject` is None where it is not judged. No text is refused, and none is ever blocked.
    """
    draft = Draft(kind, subject, body, facts)
    rules = RULES if language.is_english(draft) else {name: RULES[name] for name in ANY_LANGUAGE}
    found = [each for rule in rules.values() for each in rule(draft)]
    return tuple(sorted(_said_once(found, draft), key=_place))


def is_ready(findings: Iterable[Finding]) -> bool:
    """Return whether nothing found is an error."""
    return all(each.level is not Level.ERROR for each in findings)


def _said_once(found: list[Finding], draft: Draft) -> list[Finding]:
    """Leave out hints about sentences that a rule has already marked, and marks inside marks."""
    hinted = {each.message for each in letter_signs().between_lines.values()} | {"undertone"}
    plainly = [each for each in found if each.message not in hinted]
    marked = {_sentence(each, draft) for each in plainly if _is_about_words(each)}
    hints = [
        each for each in found if each.message in hinted and _sentence(each, draft) not in marked
    ]
    return [*_outermost(plainly), *hints]


def _outermost(found: list[Finding]) -> list[Finding]:
    """Leave out a finding that lies inside another one with the same message."""
    return [
        each
        for number, each in enumerate(found)
        if not any(
            (other.message, other.where) == (each.message, each.where)
            and _covers(other, each)
            and ((other.start, other.end) != (each.start, each.end) or before < number)
            for before, other in enumerate(found)
            if before != number
        )
    ]


def _covers(outer: Finding, inner: Finding) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_about_words(finding: Finding) -> bool:
    is_asked = finding.level is not Level.INFO
    return finding.where == "body" and finding.end > finding.start and is_asked


def _sentence(finding: Finding, draft: Draft) -> Span:
    return draft.reading.sentence_at(finding.start)


def _place(finding: Finding) -> tuple[bool, int, int, str]:
    in_body = finding.where == "body"
    return in_body, finding.start, _LEVELS.index(finding.level), finding.rule
