"""Between the lines: what no bad word gives away, asked about and never called a fault."""

from collections.abc import Iterator

from core.content.letter_signs import Hint, letter_signs
from core.letters.findings import Finding, Level
from core.letters.reading import Span
from core.letters.rules.draft import Draft, Rule, marked

_A_TONE = 3
"""A turn that often carries a sting weighs 2, one that sometimes does 1; this much is a tone."""


def hints(draft: Draft) -> Iterator[Finding]:
    """Ask about turns of phrase that people use when they mean more than they say.

    Each hint speaks once for a letter, under the rule that it belongs to.
    """
    spoken = False
    for name, hint in letter_signs().between_lines.items():
        found = draft.faults(name, draft.layout.main) if _holds(hint, draft) else ()
        for words in found[:1]:
            spoken = True
            yield marked(hint.rule, Level.WARNING, hint.message, words)
    if not spoken:
        yield from _undertone(draft)


def _holds(hint: Hint, draft: Draft) -> bool:
    return not hint.kinds or draft.code in hint.kinds


def _undertone(draft: Draft) -> Iterator[Finding]:
    main = draft.layout.main
    often, at_times = draft.faults("undertone", main), draft.faults("faint_undertone", main)
    weight = 2 * len(set(map(draft.plain, often))) + len(set(map(draft.plain, at_times)))
    if weight >= _A_TONE:
        yield marked("R08", Level.WARNING, "undertone", min((*often, *at_times), key=_start))


def _start(span: Span) -> int:
    return span.start


RULES: dict[str, Rule] = {"hints": hints}
