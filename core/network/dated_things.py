"""Dated things: what they can be, and what is known of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Sort(StrEnum):
    """What a person may put into a calendar, or leave out of it."""

    TALKS = "talks"
    EVENTS = "events"
    PEOPLE = "people"
    LETTERS = "letters"
    SEARCH = "search"
    OFFERS = "offers"
    STEPS = "steps"
    WATCHES = "watches"


class What(StrEnum):
    """What one dated thing is."""

    INTERVIEW = "interview"
    TALK = "talk"
    EVENT = "event"
    PERSON = "person"
    NOTE = "note"
    PERSON_THANKS = "person_thanks"
    TALK_THANKS = "talk_thanks"
    FOLLOW_UP = "follow_up"
    HOLD = "hold"
    REQUESTED = "requested"
    AHEAD = "ahead"
    THANKS = "thanks"
    ANSWER = "answer"
    OFFER = "offer"
    OPENING = "opening"
    STEP = "step"
    CHOICE = "choice"
    TEST = "test"
    SKILL = "skill"
    WATCH = "watch"


SORTS: Mapping[What, Sort] = {
    What.INTERVIEW: Sort.TALKS,
    What.TALK: Sort.TALKS,
    What.EVENT: Sort.EVENTS,
    What.PERSON: Sort.PEOPLE,
    What.NOTE: Sort.PEOPLE,
    What.PERSON_THANKS: Sort.PEOPLE,
    What.TALK_THANKS: Sort.PEOPLE,
    What.FOLLOW_UP: Sort.LETTERS,
    What.HOLD: Sort.LETTERS,
    What.REQUESTED: Sort.SEARCH,
    What.AHEAD: Sort.SEARCH,
    What.THANKS: Sort.SEARCH,
    What.ANSWER: Sort.SEARCH,
    What.OFFER: Sort.OFFERS,
    What.OPENING: Sort.OFFERS,
    What.STEP: Sort.STEPS,
    What.CHOICE: Sort.STEPS,
    What.TEST: Sort.STEPS,
    What.SKILL: Sort.STEPS,
    What.WATCH: Sort.WATCHES,
}
"""Where each belongs."""


@dataclass(frozen=True)
class Dated:
    """One thing with a day. What it says to others is worded elsewhere.

    `record_id` is that of the record it stands in, `part` tells which of several there, and
    `home_id` is the record whose screen shows it. `name` is of a person or an employer, `thing`
    what it is about, `more` a line beside it. What has a moment is `at` it, until `ends`, on the
    clocks of `zone` (an IANA name); `leave` is when to set out.
    """

    what: What
    record_id: str
    on: date
    name: str = ""
    thing: str = ""
    more: str = ""
    part: str = ""
    home_id: str = ""
    at: datetime | None = None
    ends: datetime | None = None
    zone: str = ""
    place: str = ""
    leave: datetime | None = None

    @property
    def sort(self) -> Sort:
        """Where it belongs."""
        return SORTS[self.what]

    @property
    def key(self) -> str:
        """What names it for as long as it is there, whatever changes in it.

        A talk with an employer is named by its record alone, as in a file of its own.
        """
        head = "" if self.what is What.INTERVIEW else self.what
        return "-".join(filter(None, (head, self.record_id, self.part)))
