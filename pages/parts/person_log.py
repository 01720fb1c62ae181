"""The contacts with one person on screen: what was noted, letters and answers, talks, gives."""

from collections.abc import Iterator
from datetime import date

import streamlit as st

from core.cases import Case
from core.content.letters import kind_words
from core.content.loader import fill, network_words, words
from core.letters.letter import Letter
from core.network.history import Contact, What, history
from core.network.log import FORM, is_owed, named_in, people_by_name, thanked
from core.network.talks import Talk
from core.network.touchpoints import CameOf, Give, Touchpoint
from core.people import Person
from core.workspace import Workspace
from pages.parts.days import ago
from pages.parts.happenings import CASE, name_of
from pages.parts.letters import link_to_letter
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.people_ways import TALK, link_to_person
from pages.parts.person_touch import PLACE, show_touch_form
from pages.parts.plain_text import inert, show_text
from pages.parts.undo import ask_delete, offer_delete


def show_log(workspace: Workspace, person: Person, today: date) -> None:
    """Ask for one contact, then show all of them; or ask how to change the one of the address."""
    edited = workspace.touchpoints.find(st.query_params.get(FORM, ""))
    edited = edited if edited and edited.person_id == person.id else None
    show_touch_form(workspace, person, edited, today)
    show_done(PLACE)
    if edited:
        return
    say = words("person")
    st.header(say["history"])
    found = workspace.view(history, person.id)
    if not found:
        st.write(say["history_empty"])
    for each in first_few(found, key=f"person.log.{person.id}", more=say["show_more"]):
        _show_contact(workspace, person, each, today)


def link_to_case(case: Case) -> None:
    """Link to what happened, under the name of it."""
    query, icon = {"case": case.id}, ":material/history:"
    st.page_link(CASE, label=inert(name_of(case)), icon=icon, query_params=query)


def _show_contact(workspace: Workspace, person: Person, contact: Contact, today: date) -> None:
    record = contact.record
    with st.container(border=True, key=f"contact.{contact.what}.{record.id}", gap="xsmall"):
        st.caption(" · ".join([*_headline(contact), ago(contact.on, today)]))
        if isinstance(record, Touchpoint):
            _show_touch(workspace, person, record, today)
        elif isinstance(record, Letter):
            if contact.what is What.ANSWERED and record.reply:
                show_text(record.reply)
            link_to_letter(record.id, words("person")["open_letter"], ":material/mail:")
        elif isinstance(record, Talk):
            _link_to_talk(record.id)
        elif isinstance(record, Case):
            link_to_case(record)
        else:
            show_text(record.what)


def _headline(contact: Contact) -> Iterator[str]:
    say, labels, record = words("person"), network_words(), contact.record
    if isinstance(record, Touchpoint):
        yield labels.channels[record.channel]
        yield labels.started[record.started]
    elif isinstance(record, Letter):
        yield say["they_answered" if contact.what is What.ANSWERED else "you_wrote"]
        yield kind_words(record.kind).title
    elif isinstance(record, Case):
        yield say["they_told"]
    elif isinstance(record, Give):
        yield say["you_gave"]
        yield labels.gives[record.kind]
    else:
        yield say["you_talked"]
        if record.topic:
            yield inert(record.topic)


def _show_touch(workspace: Workspace, person: Person, touch: Touchpoint, today: date) -> None:
    say = words("person")
    if event := workspace.events.find(touch.event_id):
        st.caption(inert(event.name))
    if touch.note:
        show_text(touch.note)
    owed = is_owed(touch, workspace.letters.all())
    for line in _told(touch, owed=owed):
        st.caption(line)
    _show_named(workspace, person, touch)
    place = f"contact.{touch.id}"
    show_done(place)
    with st.container(horizontal=True, vertical_alignment="center"):
        offer_thanks(workspace, touch, today, place)
        st.button(
            say["change"],
            icon=":material/edit:",
            type="tertiary",
            key=f"touchpoint.change.{touch.id}",
            on_click=st.query_params.from_dict,
            args=({"person": person.id, "part": "log", FORM: touch.id},),
        )
        if touch.talk_id and workspace.talks.find(touch.talk_id):
            _link_to_talk(touch.talk_id)
        offer_delete(touch.id)
    ask_delete(touch.id, say["sure"], lambda: workspace.delete(touch))


def _told(touch: Touchpoint, *, owed: bool) -> Iterator[str]:
    say, labels = words("person"), network_words().came_of
    came = [each for each in touch.came_of if each is not CameOf.NOTHING]
    if came:
        yield " · ".join(labels[each] for each in came)
    if touch.asked:
        yield fill(say["asked_line"], what=inert(touch.asked))
    if touch.gave:
        yield fill(say["gave_line"], what=inert(touch.gave))
    if owed:
        yield say["to_thank"]


def _show_named(workspace: Workspace, person: Person, touch: Touchpoint) -> None:
    """Show whom they named: those who are here with the way to them, others by name."""
    say = words("person")
    found = named_in(touch.who_else, workspace.view(people_by_name), person)
    if found.new:
        st.caption(fill(say["named_line"], names=inert(", ".join(found.new))))
    if found.known:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(say["they_introduced"], width="content")
            for each in found.known:
                link_to_person(each)


def offer_thanks(workspace: Workspace, touch: Touchpoint, today: date, place: str) -> None:
    """Offer to note with one tap that thanks went out, or to take that back; told at `place`."""
    say, off = words("person"), workspace.read_only
    key = f"touchpoint.thanks.{touch.id}"
    if is_owed(touch, workspace.letters.all()):
        icon = ":material/check:"
        if st.button(say["thanked"], icon=icon, type="tertiary", key=key, disabled=off):
            workspace.touchpoints.replace(thanked(touch, today))
            done(place, say["thanked_done"])
    elif touch.thanked_on:
        st.caption(fill(say["thanked_on"], when=ago(touch.thanked_on, today)), width="content")
        if st.button(say["not_thanked"], type="tertiary", key=key, disabled=off):
            workspace.touchpoints.replace(thanked(touch, None))
            st.rerun()


def _link_to_talk(talk_id: str) -> None:
    label, icon = words("person")["open_talk"], ":material/forum:"
    st.page_link(TALK, label=label, icon=icon, query_params={"talk": talk_id})
