"""Contacts: what is known of every contact with a person, read once for each revision and day.

A contact is a touchpoint, a talk that was held, a letter that went out, the answer to one, or the
news of a no that somebody told. The clock runs from the last of them, whoever began it. Days are
days of the calendar where the person is. Source: rule R28.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from core.cases import Case, Direction
from core.letters.kinds import SAY_THANKS, Kind
from core.letters.letter import Letter, LetterState
from core.network.addressed import letters_to_people
from core.network.talks import Talk
from core.network.touchpoints import TALKS, Channel, Started, Touchpoint
from core.records import instant
from core.workspace import Workspace

SPOKE_LAST = frozenset({Direction.THEY_SAID_NO, Direction.CANCELLED})
"""After these, the news itself is a word from the one who told it."""

REACHES_OUT = frozenset({Kind.STAY_IN_TOUCH, Kind.INFORMATIONAL_TALK, Kind.ASK_FOR_LEADS})
"""Letters that the person writes of their own accord; what a case asks for is none."""

BY_MAIL = frozenset({Channel.EMAIL, Channel.LETTER})
"""Channels by which a letter goes."""

NEAR_DAYS = 2
"""So many days apart, a note by mail and a letter that both wait are the same one."""

NEVER = date.min


@dataclass(frozen=True, slots=True)
class Contacts:
    """What is known of the contacts with one person.

    `last_on` is the last real contact, whoever began it; `heard_on` the last on which the other
    was heard; `wrote_on` the last on which the person wrote or tried. `unanswered` counts what was
    written since the other was heard, but for thanks, which wait for no answer; `silent_on` is the
    last day of what was written since then, thanks included. `note` is what was noted last, with
    its day `noted_on`. `count` is how many contacts there were. `began_on` is the last day on which
    the person reached out of their own accord. `told_news` marks who is the contact of a case.

    For the letters (`core.letters.reminders`): `spoke_on` is the last day on which the other was
    heard other than by an answer to a letter or by news, and `notes` are the days of what was
    written since the other was heard without a letter, in order.
    """

    last_on: date | None = None
    heard_on: date | None = None
    wrote_on: date | None = None
    unanswered: int = 0
    silent_on: date | None = None
    note: str = ""
    noted_on: date | None = None
    count: int = 0
    began_on: date | None = None
    told_news: bool = False
    spoke_on: date | None = None
    notes: tuple[date, ...] = ()


NONE_YET = Contacts()


@dataclass(slots=True)
class _Gathered:
    """The days of one person, in any order.

    `notes` and `letters` are what was written, a letter with whether it was answered and whether
    it says thanks; `mailed` are the days of notes by mail. `spoke` is the last day of a talk or a
    note of theirs, `replied` that of an answer to a letter or of news, `began` that of what the
    person began. `said` is the last note with its day and the moment it was kept.
    """

    notes: list[date] = field(default_factory=list)
    mailed: list[date] = field(default_factory=list)
    letters: list[tuple[date, bool, bool]] = field(default_factory=list)
    spoke: date = NEVER
    replied: date = NEVER
    began: date = NEVER
    heard: int = 0
    said: tuple[date, float, str] = (NEVER, 0.0, "")
    told_news: bool = False

    def taken_together(self) -> Contacts:
        """Return what these days come to."""
        spoke, replied = self.spoke, self.replied
        written = [on for on, *_ in self.letters]
        notes, alone = _without(self.notes, written) if written else (self.notes, [])
        silent = [on for on in notes if on > spoke and on >= replied]
        waiting = [e for e in self.letters if not e[1] and e[0] > spoke and e[0] >= replied]
        if waiting and silent:
            silent = _not_near(silent, self.mailed, {on for on, *_ in waiting} & set(alone))
        heard_on = max(spoke, replied)
        wrote_on = max((*written, *notes), default=NEVER)
        silent_on = max([*silent, *[on for on, *_ in waiting]], default=NEVER)
        return Contacts(
            last_on=_known(max(heard_on, wrote_on)),
            heard_on=_known(heard_on),
            wrote_on=_known(wrote_on),
            unanswered=len(silent) + sum(not thanks for *_, thanks in waiting),
            silent_on=_known(silent_on),
            note=self.said[2],
            noted_on=_known(self.said[0]),
            count=self.heard + len(written) + len(notes),
            began_on=_known(self.began),
            told_news=self.told_news,
            spoke_on=_known(spoke),
            notes=tuple(sorted(silent)),
        )


_Found = dict[str, _Gathered]


def contacts_by_person(workspace: Workspace, today: date | None = None) -> Mapping[str, Contacts]:
    """Return the contacts with each person by their id, up to today; who has none is left out.

    Without a day, what is dated ahead counts as well. A letter to a name alone is to the one
    person who is called so.
    """
    return contacts_in(
        workspace.touchpoints.all(),
        workspace.view(letters_to_people),
        talks=workspace.talks.all(),
        cases=workspace.cases.all(),
        until=today,
    )


def contacts_in(
    touchpoints: Iterable[Touchpoint],
    letters: Iterable[Letter],
    *,
    talks: Iterable[Talk] = (),
    cases: Iterable[Case] = (),
    until: date | None = None,
) -> Mapping[str, Contacts]:
    """Return the contacts with each person by their id; their order does not matter.

    What is dated after `until` does not count before its day. On one day, a talk or a note of
    theirs answers all that was written; an answer to a letter, and the news of a case, answer
    that letter and what went before. A note on the day of a letter is that letter, and so is one by
    mail within two days of it while both wait; a talk that is noted as a contact counts once.
    """
    found, last = _Found(), until or date.max
    noted = _take_touchpoints(found, touchpoints, last)
    _take_talks(found, talks, noted, last)
    _take_letters(found, letters, last)
    _take_news(found, cases, last)
    return {key: each.taken_together() for key, each in found.items() if key}


def _take_touchpoints(found: _Found, touchpoints: Iterable[Touchpoint], last: date) -> set[str]:
    """Take in touchpoints; return the ids of the talks that they tell of."""
    noted = set()
    for touch in touchpoints:
        on, channel = touch.happened_on, touch.channel
        if on > last or channel is Channel.REACTION:
            continue
        theirs = found.get(touch.person_id) or found.setdefault(touch.person_id, _Gathered())
        mine = touch.started is Started.ME
        if mine and on > theirs.began:
            theirs.began = on
        if mine and channel not in TALKS:
            theirs.notes.append(on)
            if channel in BY_MAIL:
                theirs.mailed.append(on)
        else:
            _hear(theirs, on)
        if touch.talk_id:
            noted.add(touch.talk_id)
        if touch.note and on >= theirs.said[0]:
            theirs.said = max(theirs.said, (on, instant(touch.created_at), touch.note))
    return noted


def _take_talks(found: _Found, talks: Iterable[Talk], noted: set[str], last: date) -> None:
    for talk in talks:
        if talk.held_on and talk.held_on <= last and talk.id not in noted:
            _hear(found.setdefault(talk.person_id, _Gathered()), talk.held_on)


def _take_letters(found: _Found, letters: Iterable[Letter], last: date) -> None:
    for letter in letters:
        if letter.sent_on is None or letter.sent_on > last or not letter.is_out:
            continue
        theirs = found.setdefault(letter.to_id, _Gathered())
        replied = letter.replied_on or letter.sent_on
        answered = letter.state is LetterState.ANSWERED and replied <= last
        theirs.letters.append((letter.sent_on, answered, letter.kind in SAY_THANKS))
        if letter.kind in REACHES_OUT:
            theirs.began = max(theirs.began, letter.sent_on)
        if answered:
            theirs.heard += 1
            theirs.replied = max(theirs.replied, replied)
            if letter.reply:
                kept = (replied, instant(letter.updated_at), letter.reply)
                theirs.said = max(theirs.said, kept)


def _take_news(found: _Found, cases: Iterable[Case], last: date) -> None:
    for case in cases:
        if not case.contact_id:
            continue
        theirs = found.setdefault(case.contact_id, _Gathered())
        theirs.told_news = True
        if case.direction in SPOKE_LAST and case.happened_on <= last:
            theirs.heard += 1
            theirs.replied = max(theirs.replied, case.happened_on)


def _hear(theirs: _Gathered, on: date) -> None:
    theirs.heard += 1
    theirs.spoke = max(theirs.spoke, on)


def _without(notes: Iterable[date], letters: Iterable[date]) -> tuple[list[date], list[date]]:
    """Return the days of notes, and of letters, that are not both on the same day."""
    sent, kept = list(letters), []
    for on in notes:
        if on in sent:
            sent.remove(on)
        else:
            kept.append(on)
    return kept, sent


def _not_near(notes: Iterable[date], mailed: list[date], letters: Iterable[date]) -> list[date]:
    """Return the days of notes, but for those by mail that are a letter of a day or two apart."""
    sent, kept = sorted(letters), []
    for on in sorted(notes):
        same = (each for each in sent if on in mailed and abs((each - on).days) <= NEAR_DAYS)
        if found := next(same, None):
            sent.remove(found)
        else:
            kept.append(on)
    return kept


def _known(day: date) -> date | None:
    return None if day == NEVER else day
