"""What the worksheet on going back prepares (W4): conditions, worries, the call and its ends."""

from collections.abc import Iterator

from core.content.calls import call_words
from core.content.cases import case_words
from core.content.reapproach import reapproach_words
from core.decisions.factors import Edge
from core.decisions.way_back import EDGES, REASONS, verdict_in, was_safe
from core.letters.calls import Channel, channel
from core.worksheets.answers import Answers
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Outcome, Said

WORRIES = ("worry_stay", "worry_again", "worry_second", "worry_now")
PLANS = ("plan_yes", "plan_no", "plan_silence")
RAPPORT = ("k0", "k1", "k2", "k3")
"""Fields and choices of the worksheet by their ids."""


def way_back_conditions(answers: Answers, _: Around) -> Outcome:
    """Return what must be true now, for each reason that spoke against it then (S4-3)."""
    known, labels = reapproach_words().conditions, case_words().reasons
    named = [each.key for each in answers.chosen(REASONS)]
    rows = tuple((labels[key].label, line) for key in named for line in known.get(key, ()))
    if not rows or not was_safe(answers):
        return Outcome()
    return Outcome((Said("lead"),), ("reason", "condition"), rows)


def way_back_worries(answers: Answers, _: Around) -> Outcome:
    """Say which of their four worries have an honest answer: an empty one is said, not scored."""
    asked = [answers.worksheet.fields[each] for each in WORRIES]
    told = {each.label: answers.text(each.id) for each in asked}
    if not any(told.values()) or not was_safe(answers):
        return Outcome()
    empty = [label for label, answer in told.items() if not answer]
    said = Said("ready") if not empty else Said("empty", {"count": len(empty), "of": len(told)})
    rows = tuple((label, answer or None) for label, answer in told.items())
    return Outcome((said,), ("worry", "answer"), rows)


def way_back_channel(answers: Answers, around: Around) -> Outcome:
    """Say whether to call or to write first, from rapport, how the offer came, and the time."""
    way = channel_in(answers, around)
    if way is None:
        return Outcome()
    said = call_words()
    facts = {"first": said.first[way.first], "why": said.why[way.why], "then": said.then[way.then]}
    return Outcome((Said("first", facts),))


def way_back_sheet(answers: Answers, around: Around) -> Outcome:
    """Return the call sheet: whom and when, what they may ask, what to ask, what may be new."""
    found = verdict_in(answers, around.today, around.asks)
    if found is None or not found.may_ask:
        return Outcome()
    said = []
    if answers.text("whom"):
        said.append(Said("whom", {"whom": answers.text("whom")}))
    if day := answers.day("when"):
        said.append(Said("when", {"day": day}))
    if way := channel_in(answers, around):
        said.append(Said("first", {"first": call_words().first[way.first]}))
    said.append(Said("lines"))
    return Outcome(tuple(said), ("kind", "line"), tuple(_lines()))


def way_back_plans(answers: Answers, _: Around) -> Outcome:
    """Tell the plan for each answer: yes, no and silence."""
    plans = ((each, answers.plan(each)) for each in PLANS)
    told = [
        Said(each.removeprefix("plan_"), {"cue": _open(plan.cue), "action": _open(plan.action)})
        for each, plan in plans
        if plan.cue and plan.action
    ]
    return Outcome(tuple(told) if was_safe(answers) else ())


def channel_in(answers: Answers, around: Around) -> Channel | None:
    """Return whether to call or to write first; None where nothing was told of it."""
    rapport = next((RAPPORT.index(each.key) for each in answers.chosen("rapport")), None)
    came_by = next((each.key for each in answers.chosen("came_by")), "")
    closes_on = answers.day("closes_on")
    agency = Edge.AGENCY in {each.key for each in answers.chosen(EDGES)}
    if rapport is None and not (came_by or closes_on or agency):
        return None
    days_left = (closes_on - around.today).days if closes_on else None
    ahead = days_left if days_left is not None and days_left >= 0 else None
    return channel(rapport, came_by, ahead, agency=agency)


def _lines() -> Iterator[tuple[str, str]]:
    """Yield each line of the sheet with the head that it stands under."""
    words = reapproach_words()
    heads = words.sheet
    yield from ((heads["they_ask"], each) for each in words.practice.values())
    yield from ((heads["i_ask"], each) for each in call_words().sheet.questions)
    yield from ((heads["new_there"], each) for each in words.changed_there)


def _open(text: str) -> str:
    return text.rstrip(" .,;")


CONDITIONS = Calculation(
    way_back_conditions, frozenset({"lead"}), frozenset({"reason", "condition"})
)
WORRIES_TOLD = Calculation(
    way_back_worries, frozenset({"ready", "empty"}), frozenset({"worry", "answer"})
)
CHANNEL = Calculation(way_back_channel, frozenset({"first"}))
CALL_SHEET = Calculation(
    way_back_sheet,
    frozenset({"whom", "when", "first", "lines"}),
    frozenset({"kind", "line"}),
)
WAY_BACK_PLANS = Calculation(way_back_plans, frozenset({"yes", "no", "silence"}))
