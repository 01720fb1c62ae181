"""What was noted of the person that a letter is for, beside its questions: theirs to choose from.

Nothing of it goes into the letter by itself: a note about somebody is rarely a sentence to them.
"""

from collections.abc import Iterator

import streamlit as st

from core.content.loader import fill, words
from core.letters.letter import Letter
from core.names import same_name
from core.network.contacts import NONE_YET, contacts_by_person
from core.people import Person
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.interview_times import own_now
from pages.parts.plain_text import inert
from pages.parts.session import app_mode, current_workspace

CARES, GIVES, NOTE = "cares", "gives", "note"
BESIDE = {
    "about_them": (CARES, NOTE),
    "interest": (CARES,),
    "personal": (NOTE, CARES),
    "use_to_them": (GIVES,),
    "good_thing": (NOTE,),
}
"""What can help to answer each question of a letter (L7, L8, L13, L16)."""


MOST_LETTERS = 280
"""How much of a note stands on a card or beside a question; the whole is with the person."""


def in_short(note: str) -> str:
    """Return the beginning of a note, whole where it is short."""
    return note if len(note) <= MOST_LETTERS else f"{note[:MOST_LETTERS].rstrip()} …"


def show_beside(fact: str, letter: Letter, name: str) -> None:
    """Recall what was noted of somebody where a letter asks for such a thing.

    Where another name was typed, nothing is recalled of who stood there before.
    """
    asked = BESIDE.get(fact, ())
    workspace = current_workspace()
    person = workspace.people.find(letter.to_id) if asked and letter.to_id else None
    if person is None or not same_name(person.name, name):
        return
    told = dict(_noted(workspace, person))
    for each in asked:
        if each in told:
            st.caption(told[each])


def _noted(workspace: Workspace, person: Person) -> Iterator[tuple[str, str]]:
    """Yield what was noted of somebody, each in a sentence for the person."""
    say, today = words("people_due"), own_now(workspace, app_mode().now()).date()
    contacts = workspace.view(contacts_by_person, today).get(person.id, NONE_YET)
    if person.cares_about:
        yield CARES, fill(say["beside_cares"], note=_inline(person.cares_about))
    if person.could_give:
        yield GIVES, fill(say["beside_gives"], note=_inline(person.could_give))
    if contacts.note and contacts.noted_on:
        when = ago(contacts.noted_on, today)
        yield NOTE, fill(say["beside_note"], when=when, note=_inline(contacts.note))


def _inline(note: str) -> str:
    return inert(in_short(note))
