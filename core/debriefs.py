"""Debriefs: looking back on a no, stage by stage, with more than one explanation in view."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import ClassVar

from pydantic import Field

from core.cases import Stage
from core.records import Happening, Line, Score

FIRST_TWO = 2
TENTHS = 10
MOSTLY = 6
LITTLE = 3
ENOUGH_EXPLANATIONS = 2


class About(StrEnum):
    """What an explanation is about (catalogue S1-17)."""

    ME = "me"
    MATCH = "match"
    LUCK = "luck"


class Reading(StrEnum):
    """What the shares say in one sentence."""

    EARLY = "early"
    MOSTLY_ME = "mostly_me"
    SHARED = "shared"
    MOSTLY_ELSEWHERE = "mostly_elsewhere"


class Debrief(Happening):
    """One look back at one stage of a case; `happened_on` is the day of looking back.

    `explanations` holds how likely each is, 0-10, by ids of `debrief.toml` and in the person's
    own view; `sorted_as` what the person says an explanation is about, where it differs. The
    first two of `went_well` come before anything to change. `tell_personal` and `tell_work` are
    what may be told to the people at home and to those at work.
    """

    called: ClassVar[str] = "look back"

    case_id: str = ""
    stage: Stage | None = None
    went_well: tuple[Line, ...] = ()
    change: tuple[Line, ...] = ()
    explanations: dict[str, Score] = Field(default_factory=dict)
    sorted_as: dict[str, About] = Field(default_factory=dict)
    learning: Line = ""
    tell_personal: Line = ""
    tell_work: Line = ""

    @property
    def own_words(self) -> tuple[str, ...]:
        """Every line of this look back, those in lists included."""
        return (*super().own_words, *self.went_well, *self.change)


def change_opens(went_well: Iterable[str], *, skipped: bool = False) -> bool:
    """Return whether it is time to ask what to change: after two good things, or on request."""
    return skipped or sum(1 for each in went_well if each.strip()) >= FIRST_TWO


def tenths(likelihoods: Mapping[str, int]) -> dict[str, int]:
    """Return each explanation's share in whole tenths that add up to ten; empty if none counts.

    The likelihoods (0-10 each) need not add up. Tenths left over by rounding go to the largest
    remainders, the first named first.
    """
    weights = {id_: weight for id_, weight in likelihoods.items() if weight > 0}
    total = sum(weights.values())
    if not total:
        return {}
    shares = {id_: weight * TENTHS // total for id_, weight in weights.items()}
    left = TENTHS - sum(shares.values())
    by_remainder = sorted(weights, key=lambda id_: -(weights[id_] * TENTHS % total))
    for id_ in by_remainder[:left]:
        shares[id_] += 1
    return shares


def shares_by_sort(likelihoods: Mapping[str, int], sorts: Mapping[str, About]) -> dict[About, int]:
    """Return the tenths about me, about the match and about luck; each is there, also as 0.

    `sorts` says what each explanation is about; one that it does not know is left out. What
    rounding leaves over goes last to what is about me.
    """
    weights = {about.value: 0 for about in (About.MATCH, About.LUCK, About.ME)}
    for id_, weight in likelihoods.items():
        if id_ in sorts:
            weights[sorts[id_].value] += weight
    shares = tenths(weights)
    return {about: shares.get(about.value, 0) for about in About}


def reading(likelihoods: Mapping[str, int], shares: Mapping[About, int]) -> Reading:
    """Return what the shares say: too early under two explanations, else how much is about me."""
    if sum(1 for each in likelihoods.values() if each > 0) < ENOUGH_EXPLANATIONS:
        return Reading.EARLY
    mine = shares[About.ME]
    if mine >= MOSTLY:
        return Reading.MOSTLY_ME
    return Reading.MOSTLY_ELSEWHERE if mine <= LITTLE else Reading.SHARED


def sorts_of(own: Mapping[str, About], usual: Mapping[str, About]) -> dict[str, About]:
    """Return what each explanation is about: as the person sorted it, else as usual."""
    return {**usual, **own}
