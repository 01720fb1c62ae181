"""Skills: what the wanted roles ask for, how far the person is, and how a gap is closed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import Annotated, ClassVar

from pydantic import Field

from core.names import plain
from core.records import Line, Part, Record

MIDDLE_LINK = Fraction(3, 2)
"""What a skill counts whose goal link is not told: the middle of 0 to 3."""

MIDDLE_EFFORT = 2
"""What a skill counts whose effort is not told: the middle of 1 to 3."""

A_MINUTE = Fraction(1, 60)
"""Hours."""

TOP = 3
"""So many gaps are enough for one plan."""

Level = Annotated[int, Field(ge=0, le=4)]
"""How well a skill is mastered: 0 none, 1 beginning, 2 with help, 3 alone, 4 could teach it."""


class ActionKind(StrEnum):
    """Ways to close a gap (catalogue S0-21, S1-21, S1-22)."""

    STUDY = "study"
    COURSE = "course"
    WORKSHOP = "workshop"
    MENTOR = "mentor"
    PROJECT = "project"
    CERTIFICATE = "certificate"
    PLACEMENT = "placement"
    VOLUNTEERING = "volunteering"
    FREELANCE = "freelance"
    SHOW = "show"


class SkillAction(Part):
    """One way to close the gap: `hours` of work, what it may cost, by when, and what proves it.

    `closes` is by how many levels it is meant to lift the skill, 0-4.
    """

    kind: ActionKind | None = None
    text: Line = ""
    hours: Annotated[float, Field(ge=0, le=2000)] | None = None
    cost: Line = ""
    by: date | None = None
    proof: Line = ""
    closes: Level | None = None
    done_on: date | None = None


class Skill(Record):
    """One skill. `asked` is the level that ads ask for, `ads` how many of `of_ads` ask for it.

    `goal_link` says how much it matters for the person's own goal, 0 (not) to 3 (much), `effort`
    what it takes to get there, 1 (small) to 3 (large). Both levels are as of `noted_on`.
    `run_id` is the worksheet run that it came from.
    """

    called: ClassVar[str] = "skill"
    inner: ClassVar[frozenset[str]] = frozenset({"run_id"})

    name: Line
    level: Level | None = None
    asked: Level | None = None
    ads: Annotated[int, Field(ge=0)] = 0
    of_ads: Annotated[int, Field(ge=0)] = 0
    proof: Line = ""
    goal_link: Annotated[int, Field(ge=0, le=3)] | None = None
    effort: Annotated[int, Field(ge=1, le=3)] | None = None
    actions: tuple[SkillAction, ...] = ()
    noted_on: date | None = None
    run_id: str = ""

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line of this skill, those of its actions included."""
        lines = (line for each in self.actions for line in (each.text, each.cost, each.proof))
        return (*super().own_words, *filter(None, lines))


@dataclass(frozen=True)
class Need:
    """One skill that ads ask for, as far as it is told.

    `level` and `asked` run from 0 to 4, `goal_link` from 0 to 3, `effort` from 1 (small) to 3
    (large). `ads` is how many of the ads that were read ask for it.
    """

    key: str
    level: int | None = None
    asked: int | None = None
    ads: float | None = None
    goal_link: int | None = None
    effort: int | None = None

    @property
    def gap(self) -> int | None:
        """By how many levels the person is below what is asked for; None while it is not known."""
        return gap(self.level, self.asked)

    @property
    def is_guessed(self) -> bool:
        """Whether the middle stands in for a goal link or an effort that is not told."""
        return self.goal_link is None or self.effort is None


@dataclass(frozen=True)
class Ranked:
    """A need with its place: its gap, the share of ads that ask for it, and its priority."""

    need: Need
    gap: int
    share: Fraction
    priority: Fraction


def gap(level: int | None, asked: int | None) -> int | None:
    """Return how many levels are missing, never below 0; None while a level is not told."""
    return None if level is None or asked is None else max(0, asked - level)


def ads_read(told: float | None, counts: Iterable[float | None]) -> Fraction:
    """Return how many ads were read: as told, and never fewer than ask for one skill."""
    most = max((exactly(each) for each in counts if each is not None), default=Fraction(0))
    return max(exactly(told or 0), most, Fraction(1))


def share_of_ads(ads: float | None, of_ads: Fraction) -> Fraction:
    """Return the share of ads that ask for a skill, 0 to 1.

    A skill stands on the list because one ad at least asks for it: so it counts one where no
    number is told.
    """
    return min(Fraction(1), exactly(1 if ads is None else ads) / of_ads)


def priority(
    missing: int, share: Fraction, goal_link: int | None = None, effort: int | None = None
) -> Fraction:
    """Return gap x share of ads x goal link / effort, 0 to 12 (worksheet W6, catalogue S0-20).

    A goal link or an effort that is not told counts as the middle of its scale, so that it
    neither lifts a skill nor holds it back.
    """
    link = MIDDLE_LINK if goal_link is None else Fraction(goal_link)
    return missing * share * link / (effort or MIDDLE_EFFORT)


def ranked(needs: Iterable[Need], of_ads: float | None = None) -> tuple[Ranked, ...]:
    """Return the needs whose gap is known, the highest priority first; ties as they were told."""
    every = tuple(needs)
    read = ads_read(of_ads, (each.ads for each in every))
    placed = [_placed(each, each.gap, read) for each in every if each.gap is not None]
    return tuple(sorted(placed, key=lambda each: -each.priority))


def top_gaps(order: Iterable[Ranked]) -> tuple[str, ...]:
    """Return the keys of the three gaps that come first; none that counts 0."""
    return tuple(each.need.key for each in order if each.priority > 0)[:TOP]


def closed_per_hour(closes: float | None, hours: float | None) -> Fraction | None:
    """Return the levels that an action lifts for each hour of it (catalogue S1-22).

    None where the levels are not told, and where there is not a minute to divide by.
    """
    if closes is None or hours is None or hours < A_MINUTE:
        return None
    return exactly(closes) / exactly(hours)


def by_worth(kept: Iterable[Skill]) -> tuple[Skill, ...]:
    """Return skills by their priority, as in a plan; those without a known gap last.

    Of two alike the one that matters more for the goal comes first, then the one noted first.
    """
    return tuple(sorted(kept, key=_worth, reverse=True))


def merged(known: Skill, told: Skill) -> Skill:
    """Return a known skill brought up to date; what is not told now stays as it was.

    An action that is told again is changed and stays done where it was; the others stay.
    """
    again = {plain(each.text): each for each in told.actions}
    before = {plain(each.text) for each in known.actions}
    kept = (_renewed(each, again.get(plain(each.text))) for each in known.actions)
    fresh = (each for each in told.actions if plain(each.text) not in before)
    news = {
        name: getattr(told, name)
        for name in ("level", "asked", "proof", "goal_link", "effort")
        if getattr(told, name) not in (None, "")
    }
    update = {"ads": told.ads, "of_ads": told.of_ads, "noted_on": told.noted_on}
    actions = {"actions": (*kept, *fresh), "run_id": told.run_id}
    return known.model_copy(update={**news, **update, **actions})


def exactly(number: float) -> Fraction:
    """Return a number as it was typed: 0.1 is one tenth."""
    return Fraction(str(number))


def _renewed(action: SkillAction, again: SkillAction | None) -> SkillAction:
    return again.model_copy(update={"done_on": action.done_on}) if again else action


def _placed(need: Need, missing: int, read: Fraction) -> Ranked:
    share = share_of_ads(need.ads, read)
    return Ranked(need, missing, share, priority(missing, share, need.goal_link, need.effort))


def _worth(skill: Skill) -> tuple[Fraction, int]:
    missing, link = gap(skill.level, skill.asked), skill.goal_link or 0
    if missing is None:
        return Fraction(-1), link
    share = share_of_ads(skill.ads, ads_read(skill.of_ads, (skill.ads,)))
    return priority(missing, share, skill.goal_link, skill.effort), link
