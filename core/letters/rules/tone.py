"""Tone: apologies (R07), hard words (R08), arguing (R09), putting oneself down (R20)."""

from collections.abc import Iterator

from core.letters.findings import Finding, Level
from core.letters.reading import Span
from core.letters.rules.draft import Draft, Rule, marked

_SORRY_ONCE = {"L3", "L4", "L5", "L6"}
_SORRY_TWICE = {"L11"}
_FAR_TOO_OFTEN = 2
"""So many apologies over what is allowed are an error."""

_HARD_WORDS_COUNT = {"L3", "L4", "L5", "L6", "L9"}
_NO_ARGUING = {"L1", "L2", "L12", "L16"}
_ARGUING_ASKED = {"L9", "L15"}
_WHOLE_APOLOGY = 12
"""A sentence of at most so many words that apologises can go as a whole."""


def over_apology(draft: Draft) -> Iterator[Finding]:
    """R07: more apologies than the kind allows; those beyond it are marked."""
    said = draft.matches("apology")
    allowed = _apologies_allowed(draft)
    over = len(said) - allowed
    level = Level.ERROR if over >= _FAR_TOO_OFTEN else Level.WARNING
    message = "over_apology" if allowed else "needless_apology"
    sentences = {draft.sentence_of(each): each for each in reversed(said[allowed:])}
    for sentence, first in sorted(sentences.items(), key=lambda item: item[0].start):
        can_go = _can_go(draft, sentence, said[:allowed])
        span = sentence if can_go else first
        rewrite = "" if can_go else None
        yield marked("R07", level, message, span, rewrite, count=len(said))


def negative(draft: Draft) -> Iterator[Finding]:
    """R08: a hard word about them; names such as a toxicology team are no hard words."""
    level = Level.ERROR if draft.code in _HARD_WORDS_COUNT else Level.WARNING
    argued = draft.faults("arguing") if draft.code in _NO_ARGUING else ()
    elsewhere = (*argued, *draft.matches("self_put_down"))
    for word in draft.faults("negative"):
        if any(map(word.meets, elsewhere)):
            continue
        yield marked("R08", level, "negative", word, words=draft.text(word))


def arguing(draft: Draft) -> Iterator[Finding]:
    """R09: words that fight the decision or the feedback."""
    if draft.code in _NO_ARGUING | _ARGUING_ASKED:
        level = Level.ERROR if draft.code in _NO_ARGUING else Level.WARNING
        for words in draft.faults("arguing"):
            yield marked("R09", level, "arguing", words)


def self_put_down(draft: Draft) -> Iterator[Finding]:
    """R20: words that make the writer small, or beg."""
    openings = draft.matches("self_put_down_opening")
    for opening in openings:
        yield _without_opening(draft, opening)
    for words in draft.faults("self_put_down"):
        if not any(map(words.meets, openings)):
            rewrite = draft.swap("self_put_down", words)
            yield marked("R20", Level.WARNING, "self_put_down", words, rewrite)


def _apologies_allowed(draft: Draft) -> int:
    if draft.code in _SORRY_TWICE:
        return 2
    return 1 if draft.code in _SORRY_ONCE else 0


def _can_go(draft: Draft, sentence: Span, kept: tuple[Span, ...]) -> bool:
    """Whether a sentence is short, only apologises, and holds no apology that stays."""
    words = draft.plain(sentence).split()
    begins = draft.matches("apology", Span(sentence.start, sentence.start + 1))
    says_more = draft.says("decision", sentence) or draft.says("thanks", sentence)
    stays = any(map(sentence.meets, kept))
    return bool(begins) and len(words) <= _WHOLE_APOLOGY and not says_more and not stays


def _without_opening(draft: Draft, opening: Span) -> Finding:
    """Offer to begin with what follows "Sorry to bother you, ..."."""
    after = draft.body[opening.end :].lstrip(" ")
    upto = opening.end + len(draft.body[opening.end :]) - len(after)
    if not after[:1].isalpha():
        return marked("R20", Level.WARNING, "self_put_down", opening)
    span = Span(opening.start, upto + 1)
    is_capital = draft.body[opening.start].isupper()
    first = after[:1].upper() if is_capital else after[:1]
    return marked("R20", Level.WARNING, "self_put_down", span, first)


RULES: dict[str, Rule] = {
    "R07": over_apology,
    "R08": negative,
    "R09": arguing,
    "R20": self_put_down,
}
