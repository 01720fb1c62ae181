"""Verdicts: how the door and the wish stand together, the nine outcomes, and where each leads."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from core.decisions.factors import (
    UNKNOWN,
    Band,
    Cap,
    Confidence,
    Edge,
    Factor,
    Way,
    Worth,
)
from core.decisions.reapproach import Door, Levels, judge
from core.decisions.worth import Wish

OPEN = "open"
"""How a verdict is called whose wish was not weighed: "likely_open"."""

FIND_OUT = "find_out"
"""The verdict where too little is known to tell, and what is unknown could change it."""

GOING_BACK = frozenset({Way.REAPPROACH, Way.LATER_ROLE})
"""The ways that speak of a role there: of this one, or of one to come."""

NO_CALL = frozenset({"stop", "anew"})
"""Verdicts after which nobody is called."""

NOT_JUDGED = (Edge.NOT_SAFE, Edge.THEY_WITHDREW)
"""Cases in which no door is judged: nobody is led back, or this is not the tool for it."""


@dataclass(frozen=True)
class Verdict:
    """What is found: `id` names its words in `reapproach.toml`, `ways` where it leads.

    `door` is None where none is judged. `levels` are those that count, after what the special
    `edges` of the case change in them.
    """

    id: str
    door: Door | None
    wish: Wish
    ways: tuple[Way, ...]
    levels: Levels
    edges: tuple[Edge, ...] = ()

    @property
    def may_ask(self) -> bool:
        """Whether a call may come of it: not where it is paused, over, or never to be."""
        return self.door is not None and self.id not in NO_CALL and not self.is_paused

    @property
    def is_paused(self) -> bool:
        """Whether the wish says to pause."""
        return self.wish.worth is Worth.PAUSE


def verdict(levels: Levels, wish: Wish, edges: Collection[Edge] = ()) -> Verdict:
    """Return the verdict for the levels that were told, the wish, and what is special.

    Signs of harassment, danger or discrimination go before everything: nobody is encouraged to
    return. An offer that they took back is no way back at all.
    """
    found = tuple(each for each in Edge if each in edges)
    for each in NOT_JUDGED:
        if each in found:
            return Verdict(each.value, None, wish, _STOPS[each], levels, found)
    counted = adjusted(levels, found)
    door = judge(counted)
    id_ = _outcome(door, wish, found)
    ways = _WAYS[id_] if Cap.LONG_AGO not in door.caps else _anew(_WAYS[id_])
    ways = tuple(dict.fromkeys((*ways, *(_BESIDE[each] for each in found if each in _BESIDE))))
    return Verdict(id_, door, wish, ways, counted, found)


def adjusted(levels: Levels, edges: Collection[Edge]) -> dict[Factor, str]:
    """Return the levels that count where something is special about the case.

    They contacted the person first: the role is open, and the tie counts +2 unless there is a
    champion. Where several speak of one factor, their own word counts most.
    """
    counted = dict(levels)
    for edge, (factor, level) in _SETS.items():
        if edge in edges:
            counted[factor] = level
    if Edge.THEY_ASKED in edges:
        counted[Factor.ROLE] = "open"
        if levels[Factor.TIE] != "champion":
            counted[Factor.TIE] = "stay_in_touch"
    return counted


def _outcome(door: Door, wish: Wish, edges: Collection[Edge]) -> str:
    if Edge.TWO_YEARS in edges:
        return "anew"
    if Cap.THIRD_ASK in door.caps:
        return "stop"
    if Edge.SIGNED in edges:
        return "signed"
    if door.confidence is Confidence.LOW and not door.is_sure:
        return FIND_OUT
    worth = None if Edge.NOT_WEIGHED in edges and not wish.has_breaker else wish.worth
    return f"{door.band}_{worth or OPEN}"


def _anew(ways: tuple[Way, ...]) -> tuple[Way, ...]:
    """Return the ways after more than half a year: a new application in place of going back."""
    return tuple(dict.fromkeys(Way.REAPPLY if each in GOING_BACK else each for each in ways))


_SETS: Mapping[Edge, tuple[Factor, str]] = {
    Edge.LAPSED: (Factor.HOW, "no_reply"),
    Edge.CONTACT_LEFT: (Factor.TIE, "contact_left"),
    Edge.ON_HOLD: (Factor.ROLE, "on_hold"),
    Edge.MERGED: (Factor.NOW, UNKNOWN),
}

_STOPS: Mapping[Edge, tuple[Way, ...]] = {
    Edge.NOT_SAFE: (Way.PEOPLE, Way.VALUES, Way.REASSESS),
    Edge.THEY_WITHDREW: (Way.DEBRIEF, Way.REASSESS),
}

_BESIDE: Mapping[Edge, Way] = {Edge.SEVERAL: Way.TALK, Edge.MONEY: Way.PATHS}
"""What a special case adds: another role there, and more ways to earn."""

_WAYS: Mapping[str, tuple[Way, ...]] = {
    f"{Band.LIKELY}_{Worth.WORTH_IT}": (Way.REAPPROACH,),
    f"{Band.LIKELY}_{Worth.THINK}": (Way.OFFER, Way.VALUES),
    f"{Band.LIKELY}_{Worth.PAUSE}": (Way.VALUES, Way.REASSESS),
    f"{Band.LIKELY}_{OPEN}": (Way.REAPPROACH,),
    f"{Band.POSSIBLE}_{Worth.WORTH_IT}": (Way.REAPPROACH, Way.REASSESS),
    f"{Band.POSSIBLE}_{Worth.THINK}": (Way.TALK, Way.STAY_IN_TOUCH),
    f"{Band.POSSIBLE}_{Worth.PAUSE}": (Way.STAY_IN_TOUCH,),
    f"{Band.POSSIBLE}_{OPEN}": (Way.REAPPROACH,),
    f"{Band.UNLIKELY}_{Worth.WORTH_IT}": (Way.LATER_ROLE, Way.REAPPLY),
    f"{Band.UNLIKELY}_{Worth.THINK}": (Way.STAY_IN_TOUCH,),
    f"{Band.UNLIKELY}_{Worth.PAUSE}": (Way.REGRET,),
    f"{Band.UNLIKELY}_{OPEN}": (Way.STAY_IN_TOUCH,),
    FIND_OUT: (Way.TALK,),
    "anew": (Way.REAPPLY, Way.STAY_IN_TOUCH),
    "stop": (Way.REGRET, Way.REASSESS),
    "signed": (Way.WITHDRAW, Way.VALUES),
}
