"""Factors: the names of everything that a way back to an employer is judged by.

Two axes: the door (could they say yes?) and the wish (should you ask?). The points of the
levels stand in `core/content/en/reapproach.toml`; they are judgement rules, not statistics.
Source: the re-approach evaluator, evidence 20, catalogue S4-1 to S4-8.
"""

from enum import StrEnum


class Factor(StrEnum):
    """The ten factors of the door, F1 to F10, by the ids of the fields that ask for them."""

    ROLE = "role"
    TIME = "time"
    REASON = "reason_given"
    NOW = "reason_now"
    HOW = "how_no"
    TIE = "tie"
    NEED = "need"
    STANDING = "standing"
    PROOF = "new_proof"
    ASKS = "asks"


UNKNOWN = "unknown"
"""The level "don't know" of a factor that may be unknown."""


class Band(StrEnum):
    """How likely it is that the door opens, in words and never as a number."""

    UNLIKELY = "unlikely"
    POSSIBLE = "possible"
    LIKELY = "likely"

    @property
    def height(self) -> int:
        """Where it stands: 0 unlikely, 1 possible, 2 likely."""
        return list(Band).index(self)


class Cap(StrEnum):
    """What no sum of points can outweigh, G1 to G7."""

    FILLED = "filled"
    THIRD_ASK = "third_ask"
    TRUST = "trust"
    LONG_AGO = "long_ago"
    UNCHANGED = "unchanged"
    FREEZE = "freeze"
    FIND_OUT = "find_out"


class Confidence(StrEnum):
    """How sure the band is: by how many factors are not known."""

    HIGHER = "higher"
    MEDIUM = "medium"
    LOW = "low"


class Check(StrEnum):
    """The six checks of the wish, 0 to 2 each."""

    RESOLVED = "resolved"
    FACTS = "facts"
    PROCESS = "process"
    FIT = "fit"
    NO_BREAKER = "no_breaker"
    STAY = "stay"


class Worth(StrEnum):
    """Whether asking is good for the person."""

    WORTH_IT = "worth_it"
    THINK = "think"
    PAUSE = "pause"


class Edge(StrEnum):
    """What makes a case unlike the usual one; each has words, some change what counts."""

    AGENCY = "agency"
    REFERRER = "referrer"
    PUBLIC = "public"
    THEY_WITHDREW = "they_withdrew"
    SIGNED = "signed"
    LAPSED = "lapsed"
    SEVERAL = "several"
    TWO_YEARS = "two_years"
    CONTACT_LEFT = "contact_left"
    NOT_SAFE = "not_safe"
    MONEY = "money"
    VISA = "visa"
    ON_HOLD = "on_hold"
    THEY_ASKED = "they_asked"
    MERGED = "merged"
    INTERNAL = "internal"
    NOT_WEIGHED = "not_weighed"


class Way(StrEnum):
    """Where a verdict leads: a letter, a worksheet or a screen."""

    REAPPROACH = "reapproach"
    LATER_ROLE = "later_role"
    STAY_IN_TOUCH = "stay_in_touch"
    TALK = "talk"
    REAPPLY = "reapply"
    WITHDRAW = "withdraw"
    REGRET = "regret"
    VALUES = "values"
    OFFER = "offer"
    REASSESS = "reassess"
    PATHS = "paths"
    DEBRIEF = "debrief"
    PEOPLE = "people"
