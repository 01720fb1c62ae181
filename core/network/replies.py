"""What became of reaching out to one person since a day: written, answered, talked, thanked.

It is read from letters, contacts and talks, so that nothing is asked twice. A reaction is no
contact; a talk counts for both, whoever began it (rule R28, evidence 21: thanks within a day).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from core.letters.kinds import Kind
from core.letters.letter import Letter, LetterState
from core.network.talks import Talk
from core.network.touchpoints import TALKS, CameOf, Started, Touchpoint

THANKS = frozenset({Kind.THANKS_AFTER_TALK, Kind.THANKS_FOR_FEEDBACK})
"""Letters that are thanks, and no first word."""


@dataclass(frozen=True)
class Became:
    """The first day of each, as far as it happened; `owes_thanks` where a talk waits for them."""

    wrote_on: date | None = None
    answered_on: date | None = None
    talked_on: date | None = None
    thanked_on: date | None = None
    owes_thanks: bool = False
    came_of: tuple[CameOf, ...] = ()


def became(
    letters: Iterable[Letter],
    touchpoints: Iterable[Touchpoint],
    talks: Iterable[Talk],
    since: date,
    today: date,
) -> Became:
    """Return what became of it with one person, whose records these are, from `since` to today."""

    def first(days: Iterable[date | None]) -> date | None:
        return min((day for day in days if day and since <= day <= today), default=None)

    sent = [each for each in letters if each.is_out]
    touched = [each for each in touchpoints if each.is_real and since <= each.happened_on <= today]
    held = [each for each in talks if each.held_on and since <= each.held_on <= today]
    met = [each for each in touched if each.channel in TALKS]
    mine = [each for each in touched if each.started is Started.ME and each not in met]
    theirs = [each for each in touched if each.started is Started.THEM and each not in met]
    thanks = [
        *(each.sent_on for each in sent if each.kind in THANKS),
        *(each.thanked_on for each in touched),
        *(each.thanked_on for each in held),
    ]
    talked = first((*(each.happened_on for each in met), *(each.held_on for each in held)))
    return Became(
        wrote_on=first(
            (
                *(each.sent_on for each in sent if each.kind not in THANKS),
                *(each.happened_on for each in mine),
            )
        ),
        answered_on=first((*map(_answered_on, sent), *(each.happened_on for each in theirs))),
        talked_on=talked,
        thanked_on=first(thanks) if talked else None,
        owes_thanks=_owes(met, held, [day for day in thanks if day]),
        came_of=_came_of(touched, held),
    )


def _answered_on(letter: Letter) -> date | None:
    return letter.replied_on or letter.sent_on if letter.state is LetterState.ANSWERED else None


def _owes(met: Iterable[Touchpoint], held: Iterable[Talk], thanked: Collection[date]) -> bool:
    """Return whether a talk waits for thanks: none that was thanked for since, or left alone."""
    talks = {each.id: each for each in held}
    owed = [
        each.happened_on
        for each in met
        if each.owes_thanks and not _is_settled(each, talks.pop(each.talk_id, None))
    ]
    owed += [each.held_on for each in talks.values() if each.held_on and not _is_over(each)]
    return any(all(each < day for each in thanked) for day in owed)


def _is_settled(touch: Touchpoint, talk: Talk | None) -> bool:
    return touch.thanked_on is not None or (talk is not None and _is_over(talk))


def _is_over(talk: Talk) -> bool:
    return talk.thanked_on is not None or talk.thanks_left


def _came_of(touched: Iterable[Touchpoint], held: Iterable[Talk]) -> tuple[CameOf, ...]:
    """Return what came of it, each once; something that was learned in a talk counts."""
    found = {each for touch in touched for each in touch.came_of}
    if any(each.learned for each in held):
        found.add(CameOf.LEARNED)
    return tuple(each for each in CameOf if each in found)
