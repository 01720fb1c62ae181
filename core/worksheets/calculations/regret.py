"""What the regret untangler works out of its answers (W3)."""

from collections.abc import Iterator, Mapping
from typing import Any, TypedDict, Unpack

from core.content.regret import regret_words
from core.decisions.process import OFFER_REVIEW, known_of, outcome_of, process_of
from core.decisions.regret import (
    Facts,
    Kind,
    Known,
    known_as,
    revisit_day,
    sank,
    top_kinds,
)
from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.calculations.offer import listed
from core.worksheets.fields import PickField
from core.worksheets.outcomes import Around, Outcome, Said
from core.worksheets.raw import number_in

KNOWN = "known"
"""The column that says since when a thought is known."""

LET_BE = "let_be"


class Sources(TypedDict):
    """The fields that the kinds are worked out from."""

    thought: str
    thoughts: str
    bad_week: str
    hard_days: str
    tasks: str
    people: str
    growth: str
    pay: str
    balance: str
    values_then: str
    values_now: str


def facts_of(
    answers: Answers, others: Mapping[str, Mapping[str, Any]], **of: Unpack[Sources]
) -> Facts:
    """Return what a pass says, counted; `others` holds the offer review of the same case.

    A bad week that was described without one hard day named in it counts as no drawback.
    """
    pieces = answers.rows(of["thoughts"])
    spot = (of["tasks"], of["people"], of["growth"], of["pay"], of["balance"])
    scores = (answers.number(each) for each in spot)
    review = others.get(OFFER_REVIEW, {})
    return Facts(
        known=known_as(each.cells[KNOWN] for each in pieces),
        process=process_of(review),
        outcome=outcome_of(review),
        then=tuple(each.key for each in answers.chosen(of["values_then"])),
        now=tuple(each.key for each in answers.chosen(of["values_now"])),
        facets=tuple(int(each) for each in scores if each is not None),
        hard=len(answers.rows(of["hard_days"])),
        thought=bool(answers.text(of["thought"]) or pieces or answers.text(of["bad_week"])),
    )


def regret_knew(answers: Answers, around: Around, *, thoughts: str) -> Outcome:
    """Say what the person knew that day, before any count (catalogue S0-15).

    In the words of the offer review, then in those of the thoughts that were known that day.
    Without any of them it still says that nobody has more to choose by. What came only later and
    what is a guess is named as that, so that every piece that was sorted is seen again.
    """
    review = known_of(around.others.get(OFFER_REVIEW, {}))
    known = tuple(dict.fromkeys((*review, *_pieces(answers, thoughts, Known.THEN))))
    others = {since: _pieces(answers, thoughts, since) for since in (Known.LATER, Known.GUESS)}
    says = [Said(since.value, {"facts": listed(told)}) for since, told in others.items() if told]
    first = Said("told" if known else "bare")
    return Outcome((first, *says), ("fact",) if known else (), tuple((each,) for each in known))


def regret_news(answers: Answers, _: Around, *, brings_up: str) -> Outcome:
    """Say what brings it up now, as something new can change what going back would be."""
    text = answers.text(brings_up)
    return Outcome((Said("news", {"fact": listed((text,))}),)) if text else Outcome()


def regret_kinds(answers: Answers, around: Around, **of: Unpack[Sources]) -> Outcome:
    """Say which kinds the regret is made of, at most two, and what each asks for."""
    facts = facts_of(answers, around.others, **of)
    if not facts.tells:
        return Outcome((Said("early"),))
    found = top_kinds(facts)
    says = [said for each in found for said in _kind_in_words(answers, facts, each, of)]
    if facts.process is None:
        says.append(Said("reviewed" if OFFER_REVIEW in around.since else "unrated"))
    if not found:
        return Outcome((Said("none"), *says))
    words = regret_words().kinds
    rows = tuple((words[each].label, words[each].asks) for each in found)
    return Outcome(tuple(says), ("kind", "asks"), rows)


def regret_learned(answers: Answers, _: Around, *, learned: str) -> Outcome:
    """Say the one thing that was learned, in the person's words."""
    text = answers.text(learned)
    return Outcome((Said("learned", {"learned": text}),)) if text else Outcome()


def regret_doing(answers: Answers, _: Around, *, acts: str) -> Outcome:
    """Say what the person chose to act on; to let it be alone has words of its own."""
    chosen = answers.chosen(acts)
    if not chosen:
        return Outcome()
    if [each.key for each in chosen] == [LET_BE]:
        return Outcome((Said("let_be"),))
    return Outcome((Said("one", {"acts": ", ".join(each.label for each in chosen)}),))


def regret_until(answers: Answers, around: Around, *, until: str) -> Outcome:
    """Say until when the thoughts may rest; nothing of a pass in which nothing was answered."""
    if not any(answers.is_answered(each) for each in answers.worksheet.fields.values()):
        return Outcome()
    day = revisit_day(answers.day(until), around.today)
    return Outcome((Said("until", {"day": day}),))


def regret_mood(answers: Answers, around: Around, *, before: str, after: str) -> Outcome:
    """Say that the mood sank, and after the second time that this may not be the right page."""
    if not _sank(answers.raw, before, after):
        return Outcome()
    facts = {"before": answers.number(before), "after": answers.number(after)}
    again = any(_sank(each, before, after) for each in around.earlier)
    return Outcome((Said("lower", facts), *([Said("stop")] if again else [])))


def _kind_in_words(answers: Answers, facts: Facts, kind: Kind, of: Sources) -> Iterator[Said]:
    match kind:
        case Kind.LUCK | Kind.PROCESS_GAP:
            yield Said(kind.value, {"process": facts.process})
        case Kind.HINDSIGHT:
            yield Said(kind.value, {"later": facts.later, "sorted": len(facts.known)})
        case Kind.SHIFTED:
            came = len(facts.came) >= len(facts.went)
            moved = facts.came if came else facts.went
            names = _names(answers, of["values_now" if came else "values_then"], moved)
            yield Said("shifted" if came else "shifted_away", {"values": names})
        case Kind.CONTRAST:
            yield Said(kind.value, {"spot": facts.spot})
            if facts.is_thin:
                yield Said("contrast_thin")
        case Kind.ROSY:
            yield Said(kind.value)


def _pieces(answers: Answers, thoughts: str, since: Known) -> tuple[str, ...]:
    return tuple(e.label for e in answers.rows(thoughts) if e.cells[KNOWN] == since)


def _names(answers: Answers, field: str, keys: tuple[str, ...]) -> str:
    asked = answers.worksheet.fields[field]
    labels = asked.choices if isinstance(asked, PickField) else {}
    return ", ".join(labels.get(each, each) for each in keys)


def _sank(raw: Mapping[str, Any], before: str, after: str) -> bool:
    return sank(number_in(raw.get(before)), number_in(raw.get(after)))


_KINDS = {each.value for each in Kind}

REGRET_KNEW = Calculation(
    regret_knew, frozenset({"told", "bare", "later", "guess"}), frozenset({"fact"})
)
REGRET_NEWS = Calculation(regret_news, frozenset({"news"}))
REGRET_KINDS = Calculation(
    regret_kinds,
    frozenset({*_KINDS, "shifted_away", "contrast_thin", "none", "early", "unrated", "reviewed"}),
    frozenset({"kind", "asks"}),
)
REGRET_LEARNED = Calculation(regret_learned, frozenset({"learned"}))
REGRET_DOING = Calculation(regret_doing, frozenset({"one", "let_be"}))
REGRET_UNTIL = Calculation(regret_until, frozenset({"until"}))
REGRET_MOOD = Calculation(regret_mood, frozenset({"lower", "stop"}))
