"""What was asked for, of whom, and what came of it."""

from datetime import date

import streamlit as st

from core.content.loader import fill, words
from core.network.asks import Ask, asks_made, outcomes
from core.network.touchpoints import CameOf
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.letters import link_to_letter, name_of
from pages.parts.paging import first_few
from pages.parts.people_ways import link_to_person
from pages.parts.plain_text import inert

AT_ONCE = 5


def show_asks(workspace: Workspace, today: date) -> None:
    """Show every ask, the latest first, with what came of it; and what is known of referrals."""
    say = words("people")
    st.header(say["asks"])
    st.caption(say["asks_lead"])
    made = workspace.view(asks_made)
    if made:
        st.write(_summed_up(made))
    else:
        st.caption(say["asks_empty"])
    more = say["show_more"]
    few = first_few(made, key="people.asks", more=more, at_once=AT_ONCE)
    for place, each in enumerate(few):
        with st.container(key=f"people.ask.{place}", gap="xxsmall"):
            _show_ask(workspace, each, today)
    with st.expander(say["asks_note"]):
        st.write(say["asks_evidence"])


def _summed_up(made: tuple[Ask, ...]) -> str:
    say = words("people")
    one = len(made) == 1
    first = say["asks_one"] if one else fill(say["asks_told"], count=len(made))
    led = [
        _counted(say[f"outcome_{each}"], count)
        for each, count in outcomes(made).items()
        if count and each is not CameOf.NOTHING
    ]
    return f"{first} {fill(say['asks_led'], what=', '.join(led))}" if led else first


def _counted(what: str, count: int) -> str:
    told = words("people")["outcome_times"]
    return what if count == 1 else fill(told, what=what, count=count)


def _show_ask(workspace: Workspace, ask: Ask, today: date) -> None:
    say = words("people")
    person = workspace.people.find(ask.person_id)
    name = person.name if person else ask.name
    what = name_of(ask.letter) if ask.letter else inert(ask.what)
    if ask.letter is None and name:
        what = fill(say["ask_to"], what=what, name=inert(name))
    st.write(what)
    led = [each for each in ask.came_of if each is not CameOf.NOTHING]
    came = [say[f"outcome_{each}"] for each in led] or [say[f"stands_{ask.stands}"]]
    st.caption(" · ".join([ago(ask.on, today), *came]))
    if ask.letter:
        link_to_letter(ask.letter.id, say["ask_open"], ":material/visibility:")
    elif person:
        link_to_person(person, say["ask_open"], part="log")
