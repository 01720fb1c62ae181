"""Language: the rules read English, and say so once where a letter is in another language."""

import re
from collections.abc import Iterator

from core.content.letter_points import letter_points
from core.letters.findings import Finding, Level
from core.letters.rules.draft import Draft, Rule, whole

ENOUGH_WORDS = 12
"""From so many words on it can be told."""

MOSTLY = 0.15
"""English has about four of ten of its words from the list; other languages hardly any."""

ANY_LANGUAGE = frozenset({"language", "R01", "R21", "R22"})
"""What can be said of a letter in any language."""

_WORD = re.compile(r"[^\W\d_]+")


def is_english(draft: Draft) -> bool:
    """Return whether a letter reads as English; one of few words always does."""
    words = _WORD.findall(draft.reading.plain)
    known = letter_points().sets["english"]
    return len(words) < ENOUGH_WORDS or sum(each in known for each in words) >= MOSTLY * len(words)


def other_language(draft: Draft) -> Iterator[Finding]:
    """Say once that nothing else was looked at."""
    if not is_english(draft):
        yield whole("language", Level.INFO, "other_language")


RULES: dict[str, Rule] = {"language": other_language}
