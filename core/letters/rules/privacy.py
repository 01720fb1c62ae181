"""Privacy: more about one's own life, money or next employer than the letter needs (R10)."""

import re
from collections.abc import Iterator

from core.letters.findings import Finding, Level
from core.letters.kinds import TELL_OF_A_NO
from core.letters.reading import Span, plain
from core.letters.rules.draft import Draft, Rule, marked

_NAME = re.compile(
    r"\s*[A-Z\u00c0-\u00de][\w&.'\u2019-]*(?: (?:[A-Z\u00c0-\u00de&][\w&.'\u2019-]*))*"
)
_NO_EMPLOYER = re.compile(
    r"(?:i|my|you|your|we|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri"
    r"|sat|sun|spring|summer|autumn|winter|christmas|easter|new year|dr|mr|mrs|ms|prof)"
)


def over_disclosure(draft: Draft) -> Iterator[Finding]:
    """R10: health, money trouble, family trouble; in a no also figures and the other employer."""
    for words in draft.faults("over_sharing"):
        yield marked("R10", Level.WARNING, "private", words)
    if draft.kind in TELL_OF_A_NO:
        for figure in draft.faults("money"):
            yield marked("R10", Level.WARNING, "figure", figure)
        for name in _other_employers(draft):
            yield marked("R10", Level.WARNING, "other_employer", name, words=draft.text(name))


def _other_employers(draft: Draft) -> Iterator[Span]:
    """Yield names that stand where a letter says with whom one has signed."""
    for lead in draft.matches("other_employer"):
        found = _NAME.match(draft.body, lead.end)
        if not found or found.end() > draft.layout.main.end:
            continue
        name = Span(found.end() - len(found[0].lstrip()), found.end())
        is_of_case = any(map(name.meets, draft.reading.fact_places))
        is_greeted = plain(found[0]).strip() in draft.plain(draft.layout.greeting)
        if not is_of_case and not is_greeted and not _NO_EMPLOYER.match(plain(found[0]).strip()):
            yield name


RULES: dict[str, Rule] = {"R10": over_disclosure}
