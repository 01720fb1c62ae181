"""Rules on the reason of a no: as open as was chosen, the same to everybody, and true.

What the person answered to "we read your reason as ..." wins over what is read in the text.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from core.content.letter_reasons import letter_reasons
from core.letters.findings import Finding, Level
from core.letters.kinds import GIVE_A_REASON, PAIRED, TELL_OF_A_NO, Kind, Openness
from core.letters.openness import reason_noun
from core.letters.reading import Span
from core.letters.reasons import ReasonRead
from core.letters.rules.draft import Draft, marked, whole

NAME_AN_OFFER = GIVE_A_REASON | {Kind.COUNTER, Kind.ASK_FOR_TIME}
"""The kinds in which another offer would carry weight: on the way back a job is what came since."""

TIMING = frozenset({"timing"})
"""A frame: it never clashes with a reason and is never too much."""

BACKGROUND = frozenset({"personal", "other_offer"})
"""Beside another reason these tell where it comes from ("my mother lives with us, so ...")."""

GENERAL = frozenset({"growth", "personal", "other_offer"})
A_LIST = 3
_SHORTEST_REST = 3


def tags_of(draft: Draft) -> frozenset[str]:
    """Return what the letter gives as reasons, without timing: as answered, else as read."""
    told = draft.facts.tags
    return (told if told is not None else frozenset(each.tag for each in draft.reasons)) - TIMING


def _beyond_openness(draft: Draft) -> Iterator[Finding]:
    if draft.kind not in TELL_OF_A_NO or not draft.facts.own_decision:
        return
    tags, openness = tags_of(draft), draft.facts.openness
    if len(tags - {"personal"}) >= A_LIST:
        yield from _mark(draft, tags, "R11", "list_of_complaints")
    elif openness is Openness.NONE and tags:
        yield from _mark(draft, tags, "R11", "reason_beyond_none")
    elif openness is Openness.GENERIC and _particular(tags):
        yield from _mark(draft, _particular(tags), "R11", "reason_beyond_generic")
    elif openness is Openness.SPECIFIC and len(_weighed(tags)) > 1:
        yield from _mark(draft, _weighed(tags), "R11", "more_than_one_reason")
    elif openness is Openness.SPECIFIC and not tags and not _is_timing(draft):
        yield whole("R11", Level.INFO, "reason_left_out")


def _differ(draft: Draft) -> Iterator[Finding]:
    pair = draft.facts.pair_tags
    if draft.kind not in PAIRED or pair is None or not draft.facts.own_decision:
        return
    tags, pair = tags_of(draft), pair - TIMING
    is_read = draft.facts.tags is None
    if is_read and not tags and pair and draft.kind is Kind.REFERRER_NOTE:
        yield whole("R12", Level.WARNING, "reason_not_said", told=_nouns(pair))
    elif is_read and not (tags - BACKGROUND if draft.kind is Kind.REAPPROACH else tags):
        return
    elif _clash(tags, pair):
        message = "reasons_differ" if pair else "reason_new"
        level = Level.ERROR if _clash_outright(draft, tags, pair) else Level.WARNING
        for each in _mark(draft, tags - pair or tags, "R12", message, told=_nouns(pair)):
            yield replace(each, level=level)


def _untrue(draft: Draft) -> Iterator[Finding]:
    claimed = draft.kind in NAME_AN_OFFER and "other_offer" in tags_of(draft)
    if claimed and draft.facts.other_offer is False:
        for each in _mark(draft, {"other_offer"}, "R32", "untrue_offer"):
            yield replace(each, level=Level.ERROR)


def _particular(tags: frozenset[str]) -> frozenset[str]:
    """Return the tags that a general reason leaves out; the work of another offer is part of it."""
    return tags - GENERAL - ({"content"} if "other_offer" in tags else set())


def _weighed(tags: frozenset[str]) -> frozenset[str]:
    """Return the tags that count: what only tells the background of another does not."""
    return tags - BACKGROUND or tags


def _clash(tags: frozenset[str], pair: frozenset[str]) -> bool:
    """Return whether two letters give different reasons; background may be told or not."""
    mine, theirs = tags - BACKGROUND, pair - BACKGROUND
    if mine and theirs:
        return mine != theirs
    return not tags & pair if tags and pair else tags != pair


def _clash_outright(draft: Draft, tags: frozenset[str], pair: frozenset[str]) -> bool:
    """Return whether both letters give a reason, none in common, and not just its background."""
    is_read = draft.facts.tags is None
    mine, theirs = (tags - BACKGROUND, pair - BACKGROUND) if is_read else (tags, pair)
    return bool(mine and theirs) and not mine & theirs


def _is_timing(draft: Draft) -> bool:
    told = draft.facts.tags
    return (told if told is not None else {each.tag for each in draft.reasons}) >= TIMING


def _mark(
    draft: Draft, tags: Collection[str], rule: str, message: str, told: str = ""
) -> Iterator[Finding]:
    """Yield one warning for each sentence with such a reason, or one for the whole letter."""
    slots = {"told": told, "reasons": _nouns(tags)}
    by_sentence = {each.sentence: each for each in draft.reasons if each.tag in tags}
    for each in by_sentence.values():
        cut = _cut(draft, each) if rule == "R11" and message != "list_of_complaints" else None
        yield marked(rule, Level.WARNING, message, cut or each.words, "" if cut else None, **slots)
    if not by_sentence:
        yield whole(rule, Level.WARNING, message, **slots)


def _cut(draft: Draft, reason: ReasonRead) -> Span | None:
    """Return what could go so that the reason is not given and the rest still stands."""
    sentence, span = draft.plain(reason.sentence), reason.sentence
    at = reason.words.start - span.start
    cues = letter_reasons().compiled["because"].places(sentence)
    start = next((start for start, end in cues if end <= at), None)
    rest = sentence.rstrip(" .?!")
    if start is not None and len(sentence[:start].split()) >= _SHORTEST_REST:
        before = sentence[:start].rstrip(" ,-")
        told = rest[start:]
        return None if _goes_on(told) else Span(span.start + len(before), span.start + len(rest))
    says_more = letter_reasons().compiled["says_more"].places(sentence)
    return None if says_more else span


def _goes_on(told: str) -> bool:
    """Whether more than a reason follows the cue."""
    return bool({"but", "although", "though", "however", "while"} & set(told.split()))


def _nouns(tags: Collection[str]) -> str:
    return ", ".join(reason_noun(each) for each in sorted(tags))  # type: ignore[arg-type]


RULES = {"R11": _beyond_openness, "R12": _differ, "R32": _untrue}
"""How open the reason is (with R11b, a list of complaints), the same in all letters, and true."""
