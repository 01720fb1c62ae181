"""What a skills plan works out of ads and feedback: which gap comes first, and what to practise."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TypedDict, Unpack

from core.feedback import way_on
from core.skills import Need, Ranked, ads_read, ranked, top_gaps
from core.worksheets.answers import Answers, Row
from core.worksheets.calculation import Calculation
from core.worksheets.outcomes import Around, Cell, Outcome, Picture, Said

EFFORT = {"small": 1, "some": 2, "large": 3}
FEW_ADS = 3
IN_MY_HANDS = 2
"""From here on, of 3, something is in the person's control."""

COMMA = ", "
ORDER = ("skill", "priority", "gap", "ads", "goal", "effort")
WAYS = ("act", "know", "park", "open")


class NeedSources(TypedDict):
    """Where needs are told: what ads ask for, my own, what each is worth, and how many ads."""

    needs: str
    mine: str
    weigh: str
    ads: str


class PlanSources(NeedSources):
    """Where a plan is told: the needs, those picked from them, and what to do."""

    top: str
    actions: str


@dataclass(frozen=True)
class Needs:
    """The needs of a run in their order, their names, and how many ads were read."""

    order: tuple[Ranked, ...]
    every: tuple[Need, ...]
    names: dict[str, str]
    of_ads: Fraction

    def named(self, keys: Iterable[str]) -> str:
        """Return the names of needs, in one line."""
        return COMMA.join(self.names[each] for each in keys)


def needs_of(answers: Answers, of: NeedSources) -> Needs:
    """Return the needs that are told in three tables: asked for, my own, and weighed."""
    own = {row.key: row.cells for row in answers.rows(of["mine"])}
    weight = {row.key: row.cells for row in answers.rows(of["weigh"])}
    rows = answers.rows(of["needs"])
    every = tuple(
        Need(
            row.key,
            own.get(row.key, {}).get("level"),
            row.cells["asked"],
            row.cells["ads"],
            weight.get(row.key, {}).get("goal"),
            EFFORT.get(weight.get(row.key, {}).get("effort") or ""),
        )
        for row in rows
    )
    read = answers.number(of["ads"])
    of_ads = ads_read(read, (each.ads for each in every))
    return Needs(ranked(every, read), every, {row.key: row.label for row in rows}, of_ads)


def first_ones(answers: Answers, needs: Needs, top: str) -> tuple[str, ...]:
    """Return the gaps that the plan is for: those picked, else the three that come out first."""
    return tuple(each.key for each in answers.chosen(top)) or top_gaps(needs.order)


def _priorities(answers: Answers, _: Around, *, top: str, **of: Unpack[NeedSources]) -> Outcome:
    """Rank the needs by gap x share of ads x goal link / effort, and say what that rests on."""
    found = needs_of(answers, of)
    if not found.order:
        return Outcome()
    says = [*_leading(found), *_chosen(answers, found, top), *_rests_on(found)]
    rows = tuple(_ranked_row(found, each) for each in found.order)
    return Outcome(tuple(says), ORDER, rows, Picture.BARS)


def _leading(found: Needs) -> Iterator[Said]:
    best = found.order[0]
    leading = [each for each in found.order if each.priority == best.priority]
    if not any(each.gap for each in found.order):
        yield Said("level")
    elif not best.priority:
        yield Said("no_pull")
    elif len(leading) > 1:
        yield Said("tie", {"skills": found.named(each.need.key for each in leading)})
    else:
        facts = {"gap": best.gap, "ads": plain(best.share * found.of_ads)}
        of_ads = plain(found.of_ads)
        yield Said("first", {"skill": found.names[best.need.key], **facts, "of_ads": of_ads})


def _chosen(answers: Answers, found: Needs, top: str) -> Iterator[Said]:
    picked = [each.label for each in answers.chosen(top)]
    if picked:
        yield Said("picked", {"skills": COMMA.join(picked)})
    elif suggested := top_gaps(found.order):
        yield Said("top", {"skills": found.named(suggested)})


def _rests_on(found: Needs) -> Iterator[Said]:
    guessed = [each.need.key for each in found.order if each.gap and each.need.is_guessed]
    if guessed:
        yield Said("guessed", {"skills": found.named(guessed)})
    unknown = [each.key for each in found.every if each.gap is None]
    if unknown:
        yield Said("unknown", {"skills": found.named(unknown)})
    if found.of_ads < FEW_ADS:
        yield Said("few_ads")


def _ranked_row(found: Needs, each: Ranked) -> tuple[Cell, ...]:
    need = each.need
    seen = plain(each.share * found.of_ads)
    worth = round(float(each.priority), 2)
    return found.names[need.key], worth, each.gap, seen, need.goal_link, need.effort


def plain(number: float | Fraction) -> float:
    """Return a number to be read: whole where it is, else with one digit behind the point."""
    return int(number) if number == int(number) else round(float(number), 1)


def way_of(row: Row) -> str:
    """Return what a piece of feedback points to: "act", "know", "park" or "open"."""
    control = row.cells["control"]
    mine = None if control is None else control >= IN_MY_HANDS
    return way_on(row.cells["fits"], in_my_control=mine)


def _feedback(answers: Answers, _: Around, *, heard: str) -> Outcome:
    """Sort what people said by whether it fits and is in the person's hands (S1-7, S2-26)."""
    sorted_by = {way: [r.label for r in answers.rows(heard) if way_of(r) == way] for way in WAYS}
    says = (Said(way, {"quotes": COMMA.join(each)}) for way, each in sorted_by.items() if each)
    return Outcome(tuple(says))


SKILL_PRIORITIES = Calculation(
    _priorities,
    frozenset(
        {
            *("first", "tie", "level", "no_pull", "top", "picked"),
            *("guessed", "unknown", "few_ads"),
        }
    ),
    frozenset(ORDER),
)
SKILL_FEEDBACK = Calculation(_feedback, frozenset(WAYS))
