"""Surface: places left to fill (R01), shouting (R30), phrases that everybody uses (R31)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from core.letters.findings import Finding, Level
from core.letters.reading import Span, plain
from core.letters.rules.draft import Draft, Rule, marked, whole

_PLACEHOLDER = re.compile(
    r"\{\{[^{}\n]{0,60}\}\}|\{[A-Za-z_ ]{1,40}\}|\{%[^%\n]{0,60}%\}"
    r"|\[(?![.\u2026 ]*\]|\d+\]|sic\])[^\[\]\n]{0,60}\]|\[ *\]"
    r"|<(?!https?:|mailto:)(?![^<>\n]*@)[A-Za-z][^<>\n]{0,40}>"
    r"|_{3,}|%[A-Z_]{3,30}%|\bX{2,}\b(?![^\n]*\Z)|\b(?:TBD|TBC|TODO|FIXME|N\.N\.|LOREM)\b"
    r"|\b(?:COMPANY|EMPLOYER|YOUR|MANAGER|RECRUITER|FIRST|LAST|FULL|ROLE|JOB|POSITION|CONTACT)"
    r"[ _-](?:NAME|TITLE|COMPANY|POSITION|ROLE|HERE)\b"
    r"|\((?:[Ii]nsert|[Yy]our|[Nn]ame|[Cc]ompany|[Rr]ole|[Dd]ate|[Tt]itle)(?: [A-Za-z]+){0,3}\)"
    r"|\b[Ii]nsert (?:your |the |company |their |job |role )?(?:name|role|date|company|title)"
    r"(?: here)?\b|\bxx+ (?:company|role|name|position)\b|(?<=[Dd]ear )(?=[,\n])|\blorem ipsum\b"
)
_MARKS = re.compile(r"!+")
_RUN = 3
"""So many exclamation marks in a row count as two."""

_CAPITALS = re.compile(r"(?<![\w&/-])[A-Z\u00c0-\u00de]{5,}(?![\w&/]|-\d)")
_VOWEL = re.compile(r"[AEIOUY]")
_MANY_STOCK = 3
"""So many phrases that everybody uses leave little of the writer."""


def placeholder(draft: Draft) -> Iterator[Finding]:
    """R01: a place that was to be filled, in the body or the subject."""
    for found in _places(draft.body):
        yield marked("R01", Level.ERROR, "placeholder", _held(found))
    for found in _places(draft.subject or ""):
        in_body = marked("R01", Level.ERROR, "placeholder", _held(found))
        yield replace(in_body, where="subject")


def shouting(draft: Draft) -> Iterator[Finding]:
    """R30: more than one exclamation mark, or a long word in capitals that is no name."""
    yield from _exclaimed(draft)
    for word in _shouted(draft):
        yield marked("R30", Level.WARNING, "capitals", word, _spoken(draft, word))


def stock_phrases(draft: Draft) -> Iterator[Finding]:
    """R31: phrases that everybody uses; three and more in one letter are worth a question."""
    openings = draft.matches("stock_opening")
    for opening in openings:
        yield _stock_opening(draft, opening)
    others = [
        each for each in draft.faults("stock") if not any(each.meets(one) for one in openings)
    ]
    for phrase in others:
        rewrite = draft.swap("stock", phrase)
        yield marked("R31", Level.INFO, "stock_phrase", phrase, rewrite, words=draft.text(phrase))
    count = len(openings) + len(others)
    if count >= _MANY_STOCK:
        yield whole("R31", Level.WARNING, "many_stock_phrases", count=count)


def _places(text: str) -> Iterator[re.Match[str]]:
    yield from _PLACEHOLDER.finditer(text)


def _held(found: re.Match[str]) -> Span:
    """Return where a placeholder stands; one of no width marks the word before it."""
    return Span(found.start() if found[0] else max(0, found.start() - 5), found.end())


def _exclaimed(draft: Draft) -> Iterator[Finding]:
    marks = [
        Span(*each.span())
        for each in _MARKS.finditer(draft.body)
        if draft.layout.main.start <= each.start() < draft.layout.main.end
    ]
    weight = sum(2 if each.end - each.start >= _RUN else 1 for each in marks)
    if weight > 1:
        for number, each in enumerate(marks):
            is_kept = number == 0
            if is_kept and each.end - each.start == 1:
                continue
            yield marked("R30", Level.WARNING, "exclaimed", each, "!" if is_kept else ".")


def _shouted(draft: Draft) -> Iterator[Span]:
    known = plain(" ".join((*draft.reading.names, *draft.facts.told)))
    for found in _CAPITALS.finditer(draft.body):
        word = Span(*found.span())
        is_known = re.search(rf"\b{re.escape(plain(found[0]))}\b", known)
        is_short_form = not _VOWEL.search(found[0]) or draft.matches("acronym", word)
        inside = draft.layout.greeting.end <= word.start < draft.layout.close.start
        to_fill = any(each.start() <= word.start < each.end() for each in _places(draft.body))
        if inside and not is_known and not is_short_form and not to_fill:
            yield word


def _spoken(draft: Draft, word: Span) -> str:
    words = draft.text(word)
    begins = word.start == draft.sentence_of(word).start
    return words.capitalize() if begins else words.lower()


def _stock_opening(draft: Draft, opening: Span) -> Finding:
    """Mark the whole sentence if nothing else is in it: then it can go."""
    sentence = draft.sentence_of(opening)
    is_all = draft.plain(sentence).strip(" .!,") == draft.plain(opening)
    span = sentence if is_all else opening
    rewrite = "" if is_all else None
    return marked("R31", Level.INFO, "stock_opening", span, rewrite)


RULES: dict[str, Rule] = {"R01": placeholder, "R30": shouting, "R31": stock_phrases}
