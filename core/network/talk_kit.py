"""The kit for an informational talk: its minutes, where it stands, and its thanks.

Sources: evidence 21 (15 to 30 minutes, not asking for a job, keep to time, thank within a day),
catalogue S1-27, S3-48, S0-32.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from types import MappingProxyType

from core.applications import Interview
from core.interviews import THANKS_WITHIN, Standing, over_at, standing
from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.names import same_name
from core.network.talks import Talk
from core.records import instant

LENGTHS = (15, 20, 30)
"""Minutes that one may ask somebody for (evidence 21)."""

ASKED_BEFORE = timedelta(days=30)
"""A letter may have asked for a talk so long before it was noted as a plan."""

ASKED_LATELY = timedelta(days=60)
"""For so long a letter that asked for a talk stands among the talks."""

MOST_LEARNED = 3
MOST_STEPS = 6
MOST_QUESTIONS = 12
"""How many lines a talk holds of each; six questions are for a move alone (S0-32)."""


class Question(StrEnum):
    """What questions are about."""

    WORK = "work"
    WAY_IN = "way_in"
    PLACE = "place"
    MADE_MOVE = "made_move"
    WHO_ELSE = "who_else"


class FramePart(StrEnum):
    """The parts of a talk, in their order."""

    THANKS = "thanks"
    STORY = "story"
    QUESTIONS = "questions"
    WHO_ELSE = "who_else"
    CLOSE = "close"


USUAL: Mapping[FramePart, int] = MappingProxyType(
    {
        FramePart.THANKS: 1,
        FramePart.STORY: 3,
        FramePart.QUESTIONS: 7,
        FramePart.WHO_ELSE: 2,
        FramePart.CLOSE: 2,
    }
)
"""Minutes of each part of a talk of 15."""


class State(StrEnum):
    """Where a talk stands: its time is over, it is to come, it has no moment, it was held."""

    OVER = "over"
    AHEAD = "ahead"
    OPEN = "open"
    HELD = "held"


@dataclass(frozen=True)
class Slot:
    """A part of a talk, from one minute to another, counted from its beginning."""

    part: FramePart
    begins: int
    ends: int


def frame(minutes: int) -> tuple[Slot, ...]:
    """Return the parts of a talk of so many minutes, at least five.

    More time goes to the questions; less is taken from the longest part, minute by minute.
    """
    lengths = dict(USUAL)
    lengths[FramePart.QUESTIONS] += max(0, minutes - sum(lengths.values()))
    while sum(lengths.values()) > minutes:
        longest = max(lengths, key=lambda each: lengths[each])
        lengths[longest] -= 1
    slots, begins = [], 0
    for part, length in lengths.items():
        slots.append(Slot(part, begins, begins + length))
        begins += length
    return tuple(slots)


def timed(talk: Talk, name: str = "") -> Interview:
    """Return a talk as the clocks of `core.interviews` know one; nothing of it is stored."""
    return Interview(
        with_whom=name,
        at=talk.at,
        zone=talk.zone,
        minutes=talk.minutes,
        place=talk.place,
        travel=talk.travel,
        buffer=0,
    )


def day_of(talk: Talk, own: tzinfo | None) -> date | None:
    """Return the day of a talk where the person is; None without a moment."""
    return talk.at.astimezone(own).date() if talk.at else None


def state_of(talk: Talk, now: datetime) -> State:
    """Return where a talk stands at this moment."""
    if talk.held_on:
        return State.HELD
    return _STATES[standing(timed(talk), now)]


def in_order(talks: Iterable[Talk], now: datetime) -> tuple[Talk, ...]:
    """Return talks: those just over first, then those to come, the next one first, those without
    a moment, the newest first, and at last the held ones, the latest first.
    """
    every = tuple(talks)
    by_state = {each: [t for t in every if state_of(t, now) is each] for each in State}
    return (
        *sorted(by_state[State.OVER], key=lambda each: -instant(each.at)),
        *sorted(by_state[State.AHEAD], key=lambda each: instant(each.at)),
        *sorted(by_state[State.OPEN], key=lambda each: -instant(each.created_at)),
        *sorted(by_state[State.HELD], key=lambda each: each.held_on or date.min, reverse=True),
    )


def held(talk: Talk, today: date, own: tzinfo | None) -> Talk:
    """Return a talk as held, on its own day where that is not to come, else today."""
    return talk.model_copy(update={"held_on": min(day_of(talk, own) or today, today)})


def not_held(talk: Talk) -> Talk:
    """Return a talk that was not held, or not yet; it waits for a new moment."""
    return talk.model_copy(update={"held_on": None, "at": None, "thanks_left": False})


def thanked_on(talk: Talk, letters: Iterable[Letter]) -> date | None:
    """Return the day on which thanks for a held talk went out, noted by hand or as a letter."""
    if talk.thanked_on or not (talk.held_on and talk.person_id):
        return talk.thanked_on
    days = (
        each.sent_on
        for each in letters
        if each.kind is Kind.THANKS_AFTER_TALK and each.to_id == talk.person_id and each.sent_on
    )
    return min((day for day in days if day >= talk.held_on), default=None)


def thanks_by(talk: Talk, held_on: date, own: tzinfo | None) -> date:
    """Return the day within which thanks go out: a day after a talk that was held on a day."""
    end = over_at(timed(talk))
    if end and day_of(talk, own) == held_on:
        return (end + THANKS_WITHIN).astimezone(own).date()
    return held_on + timedelta(days=1)


def asked_on(talk: Talk, letters: Iterable[Letter]) -> date | None:
    """Return the day on which a letter that went out asked this person for the talk, if one did.

    One that went out long before the talk was planned asked for another one.
    """
    if not talk.person_id:
        return None
    days = (
        each.sent_on
        for each in letters
        if each.kind is Kind.INFORMATIONAL_TALK and each.to_id == talk.person_id and each.is_out
    )
    since = talk.created_at.date() if talk.created_at else date.min
    return max((day for day in days if day and day >= since - ASKED_BEFORE), default=None)


def asked_for(letters: Iterable[Letter], talks: Iterable[Talk], today: date) -> tuple[Letter, ...]:
    """Return letters that asked somebody for a talk which is not planned yet, the latest first.

    One for each person: the last that waits for its answer or has one. What went out long ago is
    let go of.
    """
    out = {LetterState.SENT, LetterState.ANSWERED}
    ours = (e for e in letters if e.kind is Kind.INFORMATIONAL_TALK and e.to_id and e.state in out)
    lately = [each for each in ours if each.sent_on and today - each.sent_on <= ASKED_LATELY]
    lately.sort(key=lambda each: each.sent_on or today)
    kept, last = tuple(talks), {each.to_id: each for each in lately}
    open_ones = [e for e in last.values() if not any(_is_for(talk, e) for talk in kept)]
    return tuple(sorted(open_ones, key=lambda each: each.sent_on or today, reverse=True))


def _is_for(talk: Talk, letter: Letter) -> bool:
    """Return whether a talk is the one that a letter asked for, planned before it or after."""
    was_before = talk.held_on and letter.sent_on and talk.held_on < letter.sent_on
    return not was_before and asked_on(talk, [letter]) is not None


def with_signs(talks: Iterable[Talk], employer: str = "") -> tuple[Talk, ...]:
    """Return held talks that tell how people are there, the latest first (catalogue S0-19).

    With an employer only those about it; spaces and capitals do not count.
    """
    told = (each for each in talks if each.held_on and each.culture)
    ours = [e for e in told if not employer or same_name(e.organisation, employer)]
    return tuple(sorted(ours, key=lambda each: each.held_on or date.min, reverse=True))


def moved_up(questions: tuple[str, ...], question: str) -> tuple[str, ...]:
    """Return questions with one of them a place further up; the first one stays."""
    if question not in questions[1:]:
        return questions
    at = questions.index(question)
    return (*questions[: at - 1], question, questions[at - 1], *questions[at + 1 :])


_STATES = {
    Standing.OPEN: State.OPEN,
    Standing.AHEAD: State.AHEAD,
    Standing.OVER: State.OVER,
}
