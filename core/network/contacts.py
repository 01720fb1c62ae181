"""Contacts: what is known of every contact with a person, read once for each revision.

A contact is a touchpoint, a letter that went out, or the answer to one. Source: rule R28; the
clock runs from the last real contact, whoever began it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from core.letters.letter import Letter, LetterState
from core.network.touchpoints import Touchpoint
from core.workspace import Workspace


@dataclass(frozen=True)
class Contacts:
    """What is known of the contacts with one person.

    `last_on` is the last real contact, whoever began it; `heard_on` the last on which the other
    was heard; `wrote_on` the last on which the person wrote or tried. `unanswered` counts what was
    written since the other was heard. `note` is what was noted last, with its day `noted_on`.
    """

    last_on: date | None = None
    heard_on: date | None = None
    wrote_on: date | None = None
    unanswered: int = 0
    note: str = ""
    noted_on: date | None = None
    count: int = 0


NONE_YET = Contacts()


@dataclass(frozen=True)
class _Moment:
    on: date
    heard: bool
    mine: bool
    answered: bool = False
    note: str = ""


def contacts_by_person(workspace: Workspace) -> Mapping[str, Contacts]:
    """Return the contacts with each person by their id; who has none is left out."""
    return contacts_in(workspace.touchpoints.all(), workspace.letters.all())


def contacts_in(
    touchpoints: Iterable[Touchpoint], letters: Iterable[Letter]
) -> Mapping[str, Contacts]:
    """Return the contacts with each person by their id, from touchpoints and letters."""
    found: dict[str, list[_Moment]] = {}
    for touch in touchpoints:
        if touch.is_real:
            found.setdefault(touch.person_id, []).append(
                _Moment(touch.happened_on, touch.is_heard, not touch.is_heard, note=touch.note)
            )
    for letter in letters:
        if letter.to_id and letter.is_out:
            found.setdefault(letter.to_id, []).extend(_of_letter(letter))
    return {person: _taken_together(moments) for person, moments in found.items() if moments}


def _of_letter(letter: Letter) -> Iterator[_Moment]:
    if letter.sent_on is None:
        return
    answered = letter.state is LetterState.ANSWERED
    yield _Moment(letter.sent_on, heard=False, mine=True, answered=answered)
    if answered:
        yield _Moment(letter.replied_on or letter.sent_on, heard=True, mine=False)


def _taken_together(moments: list[_Moment]) -> Contacts:
    heard = max((each.on for each in moments if each.heard), default=None)
    noted = [each for each in moments if each.note]
    last_note = max(noted, key=lambda each: each.on, default=None)
    return Contacts(
        last_on=max(each.on for each in moments),
        heard_on=heard,
        wrote_on=max((each.on for each in moments if each.mine), default=None),
        unanswered=sum(
            each.mine and not each.answered and (heard is None or each.on > heard)
            for each in moments
        ),
        note=last_note.note if last_note else "",
        noted_on=last_note.on if last_note else None,
        count=len(moments),
    )
