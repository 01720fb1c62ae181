"""Between the lines: what no bad word gives away, asked about and never called a fault."""

from bisect import bisect
from collections import Counter, defaultdict
from collections.abc import Iterator

from core.content.letter_signs import Hint, letter_signs
from core.letters.findings import Finding, Level
from core.letters.rules.draft import Draft, Rule, marked

_COUNTED = 2
"""A small sign counts so many times in a sentence at most."""


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
    """Ask about the sentence whose small signs weigh most, if they weigh enough."""
    weights = _weights(draft)
    heaviest = max(weights, key=weights.__getitem__, default=0)
    if weights.get(heaviest, 0) >= letter_signs().enough:
        yield marked("R08", Level.WARNING, "undertone", draft.sentences[heaviest])


def _weights(draft: Draft) -> dict[int, float]:
    """Return what each sentence weighs, by its number."""
    starts = [each.start for each in draft.sentences]
    weights: dict[int, float] = defaultdict(float)
    for name, tell in letter_signs().tells.items():
        numbers = (bisect(starts, each.start) - 1 for each in draft.matches(name))
        for number, times in Counter(numbers).items():
            weights[number] += tell.weight * min(_COUNTED, times)
    weights.pop(-1, None)
    return weights


RULES: dict[str, Rule] = {"hints": hints}
