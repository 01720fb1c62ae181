"""The seventeen kinds of letter, and the choices that colour them."""

from enum import StrEnum


class Kind(StrEnum):
    """What a letter is for, in the order of their codes L1 to L17."""

    THANKS_AFTER_NO = "thanks_after_no"
    FEEDBACK_REQUEST = "feedback_request"
    DECLINE = "decline"
    DECLINE_DOOR_OPEN = "decline_door_open"
    REFERRER_NOTE = "referrer_note"
    REAPPROACH = "reapproach"
    STAY_IN_TOUCH = "stay_in_touch"
    INFORMATIONAL_TALK = "informational_talk"
    REAPPLY = "reapply"
    COUNTER = "counter"
    WITHDRAW_ACCEPTANCE = "withdraw_acceptance"
    THANKS_FOR_FEEDBACK = "thanks_for_feedback"
    ASK_FOR_LEADS = "ask_for_leads"
    ASK_FOR_TIME = "ask_for_time"
    STATUS_CHECK = "status_check"
    THANKS_AFTER_TALK = "thanks_after_talk"
    ACCEPTANCE = "acceptance"

    @property
    def code(self) -> str:
        """The short name that rules and sources use: L1 to L17."""
        return f"L{list(Kind).index(self) + 1}"


class Tone(StrEnum):
    """How a letter sounds."""

    WARM = "warm"
    DIRECT = "direct"
    FORMAL = "formal"


class Firmness(StrEnum):
    """How a no is put: always clear, more or less cushioned."""

    SOFT = "soft"
    PLAIN = "plain"
    FIRM = "firm"


class Openness(StrEnum):
    """How much of the reason a letter gives: nothing, a true generality, or the one reason."""

    NONE = "none"
    GENERIC = "generic"
    SPECIFIC = "specific"


SAY_THANKS = frozenset({Kind.THANKS_AFTER_NO, Kind.THANKS_FOR_FEEDBACK, Kind.THANKS_AFTER_TALK})
"""The kinds that say thanks and wait for no answer: they never stand unanswered (rule R28)."""

DECLINES = frozenset({Kind.DECLINE, Kind.DECLINE_DOOR_OPEN})
"""The kinds that answer an offer with a no, door open or not."""

TELL_OF_A_NO = DECLINES | {Kind.REFERRER_NOTE}
"""The kinds that tell of a no: no more of the reason than was chosen stands in them (rule R11)."""

GIVE_A_REASON = TELL_OF_A_NO | {Kind.WITHDRAW_ACCEPTANCE}
"""The kinds that say no and may give the one reason of a case in one line."""

PAIRED = TELL_OF_A_NO | {Kind.REAPPROACH}
"""The kinds of one case that must give the same reason (rule R12)."""
