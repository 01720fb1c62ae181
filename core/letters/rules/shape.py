"""Rules on the shape of a letter: length, subject, name, close, one specific thing, readability."""

from collections.abc import Iterator

from core.content.letter_points import letter_points
from core.letters.findings import Finding, Level
from core.letters.greeted import names
from core.letters.kinds import Tone
from core.letters.names import greeting_name
from core.letters.phrases import word_count
from core.letters.readability import grade
from core.letters.reading import Span, plain
from core.letters.rules.draft import Draft, Rule, marked, whole
from core.letters.rules.points import said

FAR_TOO_LONG = 1.5
FAR_TOO_SHORT = 0.55
LONGEST_SUBJECT = 60
LONGEST_SENTENCE, HARDEST = 35, 10
ENOUGH_CONTENT = 2
"""So many words that could not stand in any letter make a sentence specific."""
SPECIFIC = frozenset({"L1", "L3", "L4", "L5", "L9", "L12", "L16"})
SPECIFIC_IF_NO_FIT = "L6"
TELLING = 4
"""So many such words make a sentence specific even if nothing is said to be liked."""

_OPENING_WORDS = 10
_CAPITALS = 2
_LONG_CAPITALS = 5


def _length(draft: Draft) -> Iterator[Finding]:
    count, least, most = draft.words, draft.limits.least, draft.limits.most
    if count > most:
        level = Level.ERROR if count > FAR_TOO_LONG * most else Level.WARNING
        yield whole("R13", level, "too_long", count=count, most=most)
    elif count < FAR_TOO_SHORT * least:
        yield whole("R13", Level.WARNING, "too_short", count=count, least=least)


def _subject(draft: Draft) -> Iterator[Finding]:
    subject = draft.subject
    if subject is None:
        return
    if _says_nothing(subject):
        yield _in_subject("subject_empty", 0, len(subject))
        return
    if len(subject.strip()) > LONGEST_SUBJECT:
        yield _in_subject("subject_long", 0, len(subject), most=LONGEST_SUBJECT)
    if _is_capitals(draft, subject):
        yield _in_subject("subject_capitals", 0, len(subject), _in_small(draft, subject))
    for start, end in letter_points().compiled["urgent"].places(plain(subject)):
        rest = subject[end:].lstrip(" :!,-")
        to = len(subject) - len(rest) if start == 0 else end
        yield _in_subject("subject_urgent", start, to, "" if _words_in(rest) else None)
    at = subject.find("!")
    if at >= 0:
        yield _in_subject("subject_loud", at, at + _run(subject, at), "")


def _name(draft: Draft) -> Iterator[Finding]:
    contact, greeting = draft.facts.contact.strip(), draft.layout.greeting
    if not contact:
        return
    if not greeting.end:
        if not names(_opening(draft), contact):
            yield whole("R22", Level.WARNING, "name_missing", name=contact)
    elif not (names(draft.text(greeting), contact) or _greets_well(draft, greeting)):
        rewrite = _greeted(draft.text(greeting), contact)
        yield marked("R22", Level.WARNING, "name_missing", greeting, rewrite, name=contact)


def _close(draft: Draft) -> Iterator[Finding]:
    if draft.layout.closes_by:
        return
    if draft.layout.signed:
        yield whole("R23", Level.INFO, "close_bare")
    else:
        yield whole("R23", Level.WARNING, "close_missing")


def _nothing_specific(draft: Draft) -> Iterator[Finding]:
    without_fit = draft.code == SPECIFIC_IF_NO_FIT and "fit" in draft.facts.left_out
    if not (draft.code in SPECIFIC or without_fit):
        return
    if not any(_is_specific(draft, each) for each in draft.sentences):
        level = Level.INFO if without_fit else Level.WARNING
        vague = next((each for each in draft.sentences if said(draft, "impressed", each)), None)
        yield marked("R04", level, "nothing_specific", vague or Span(0, 0))


def _hard_to_read(draft: Draft) -> Iterator[Finding]:
    for each in draft.sentences:
        count = word_count(draft.text(each))
        if count > LONGEST_SENTENCE:
            yield marked("R27", Level.INFO, "long_sentence", each, count=count)
    level = grade(map(draft.text, draft.sentences))
    if level is not None and level > HARDEST:
        yield whole("R27", Level.INFO, "hard_to_read", count=round(level))


def _in_subject(
    message: str, start: int, end: int, rewrite: str | None = None, most: int = 0
) -> Finding:
    slots = {"most": str(most)} if most else {}
    return Finding("R21", Level.WARNING, message, start, end, "subject", rewrite, slots)


def _greets_well(draft: Draft, greeting: Span) -> bool:
    """Whether a greeting is open to fill in, or of the respectful kind that names nobody."""
    return bool(said(draft, "left_open", greeting) or said(draft, "respectful", greeting))


def _says_nothing(subject: str) -> bool:
    nothing = letter_points().compiled["empty_subject"].wanted
    return not _words_in(subject) or bool(nothing.fullmatch(plain(subject).strip()))


def _words_in(text: str) -> bool:
    return any(map(str.isalnum, text))


def _is_capitals(draft: Draft, subject: str) -> bool:
    """Whether a subject line is all capitals, names of the case aside."""
    words = [each for each in subject.split() if any(map(str.isalpha, each))]
    own = [each for each in words if plain(each).strip(".,:;!?()") not in _names(draft)]
    loud = [each for each in own if each.isupper() and len(each) > 1]
    return loud == own and (
        len(loud) >= _CAPITALS or any(len(each) >= _LONG_CAPITALS for each in loud)
    )


def _names(draft: Draft) -> frozenset[str]:
    return frozenset(
        part for name in (draft.facts.contact, *draft.facts.names) for part in plain(name).split()
    )


def _in_small(draft: Draft, subject: str) -> str:
    """Return a subject line in small letters, its first letter and the names as they are."""
    named = {part.casefold(): part for name in draft.facts.names for part in name.split()}
    small = " ".join(named.get(each.casefold(), each.lower()) for each in subject.split())
    return small[:1].upper() + small[1:]


def _run(subject: str, at: int) -> int:
    return len(subject[at:]) - len(subject[at:].lstrip("!"))


def _opening(draft: Draft) -> str:
    """Return the first words of a letter that starts without a greeting."""
    return " ".join(draft.body.split()[:_OPENING_WORDS])


def _greeted(greeting: str, contact: str) -> str | None:
    """Return the greeting with the contact's name; None where its first word greets nobody."""
    opener = greeting.split(maxsplit=1)[0]
    if opener.casefold() not in letter_points().sets["openers"]:
        return None
    tone = Tone.FORMAL if opener.casefold() == "dear" else Tone.WARM
    mark = greeting.rstrip()[-1:]
    return f"{opener} {greeting_name(contact, tone)}{mark if mark in tuple(',:;!.') else ','}"


def _is_specific(draft: Draft, sentence: Span) -> bool:
    """Whether a sentence says that one thing was liked or learned, and which."""
    liked, thanked = said(draft, "impressed", sentence), said(draft, "thanks_for", sentence)
    if not (liked or thanked):
        return len(_content(draft, sentence)) >= TELLING and not said(draft, "applies", sentence)
    text = draft.plain(sentence)
    if any(plain(told).strip(" .") in text for told in draft.facts.told if _is_detail(told)):
        return True
    content = _content(draft, sentence)
    if not liked:
        names = _names(draft)
        return sum(plain(each) not in names for each in content) >= ENOUGH_CONTENT
    return len(content) >= ENOUGH_CONTENT or any(map(_is_name, content))


def _is_detail(told: str) -> bool:
    return len(told.split()) > 1


def _content(draft: Draft, sentence: Span) -> list[str]:
    """Return the words of a sentence that could not stand in any letter, as they are written.

    The first is left out of what may be a name; the contact's own name says nothing.
    """
    empty = letter_points().sets["empty"] | frozenset(plain(draft.facts.contact).split())
    words = draft.text(sentence).split()
    first = words[:1]
    bare = [each.strip(".,:;!?()\"'\u201c\u201d\u2018\u2019-\u2013") for each in words]
    kept = [each for each in bare if each and plain(each).removesuffix("'s") not in empty]
    return [each.lower() if [each] == first and not _has_number(each) else each for each in kept]


def _is_name(word: str) -> bool:
    return word[:1].isupper() or _has_number(word)


def _has_number(word: str) -> bool:
    return any(map(str.isdigit, word))


RULES: dict[str, Rule] = {
    "R04": _nothing_specific,
    "R13": _length,
    "R21": _subject,
    "R22": _name,
    "R23": _close,
    "R27": _hard_to_read,
}
"""One specific thing, a fitting length, a clear subject, a name, a close, sentences that read."""
