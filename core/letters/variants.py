"""Variants: the situation within a kind of letter, and the letter that a suggestion leads to."""

from collections.abc import Collection

from core.cases import Case, Direction, Door
from core.letters.kinds import DECLINES, Kind

AFTER_REAPPROACH = "after_reapproach"
"""Thanks after they said no to a re-approach (catalogue S4-15)."""

DECLINED = "declined"
NOT_CHOSEN = "not_chosen"
WITHDREW = "withdrew"
CANCELLED = "cancelled"
"""What a referrer is told; withdrawing before an offer is also a variant of the decline."""

APPLICATION = "after_application"
ASKED_AFTER = {
    Kind.FEEDBACK_REQUEST: "after_feedback_request",
    Kind.REAPPROACH: "after_reapproach",
    Kind.INFORMATIONAL_TALK: "after_talk_request",
}
"""What a status check asks after: an application, or a letter of one of these kinds."""

NOT_MET = "recruiter"
"""A request for feedback to somebody who passed on the news and never talked with the person."""

REFERRER = "referrer"
"""A request for feedback to the person who put in a word (catalogue S2-24)."""

AFTER_SILENCE = "after_silence"
"""A request for feedback where no answer ever came."""


def kind_for_suggestion(suggestion: str, case: Case) -> tuple[Kind, str] | None:
    """Return the kind and variant that a suggestion of `next.toml` leads to, None for no letter."""
    if suggestion == "decline_promptly":
        return (Kind.DECLINE if case.door is Door.CLOSED else Kind.DECLINE_DOOR_OPEN), ""
    if suggestion == "thank_referrer":
        return Kind.REFERRER_NOTE, _TO_REFERRER[case.direction]
    return _SUGGESTED.get(suggestion)


def taken_care_of(case: Case, sent: Collection[Kind]) -> frozenset[str]:
    """Return the suggestions for a case that letters of these kinds, once sent, have met."""
    met = {*sent, *(DECLINES if DECLINES & {*sent} else ())}
    every = (*_SUGGESTED, "decline_promptly", "thank_referrer")
    ways = ((each, kind_for_suggestion(each, case)) for each in every)
    return frozenset(each for each, way in ways if way and way[0] in met)


_SUGGESTED = {
    "ask_feedback": (Kind.FEEDBACK_REQUEST, ""),
    "thank_after_no": (Kind.THANKS_AFTER_NO, ""),
    "status_check": (Kind.STATUS_CHECK, APPLICATION),
    "feedback_after_silence": (Kind.FEEDBACK_REQUEST, AFTER_SILENCE),
    "connect_later": (Kind.STAY_IN_TOUCH, ""),
    "withdrew_note": (Kind.DECLINE, WITHDREW),
}
_TO_REFERRER = {
    Direction.THEY_SAID_NO: NOT_CHOSEN,
    Direction.I_SAID_NO: DECLINED,
    Direction.SECOND_THOUGHTS: DECLINED,
    Direction.SILENCE: NOT_CHOSEN,
    Direction.CANCELLED: CANCELLED,
    Direction.WITHDREW: WITHDREW,
}
