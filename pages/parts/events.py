"""Events on screen: a small goal and a first sentence before, whom one met afterwards."""

from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import fill, talk_words, words
from core.errors import EditedElsewhereError
from core.network.events import EventState, delete_event, in_order, keep_event, state_of, touches_of
from core.network.log import names_in
from core.network.talks import PEOPLE_AT_AN_EVENT, Event
from core.people import Circle, Person, known_person
from core.workspace import Workspace
from pages.parts.conflict import conflict_of, from_record, raise_conflict, rev_over, settle_conflict
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.gone import show_gone
from pages.parts.messages import done, show_done
from pages.parts.paging import first_few
from pages.parts.people_ways import TALKS, link_to_person
from pages.parts.plain_text import inert, show_line, show_text
from pages.parts.questions import KEPT, ask_any_day, ask_line, ask_long, legible
from pages.parts.saving import ask_to_save
from pages.parts.sections import PART
from pages.parts.talk_gains import ask_opening
from pages.parts.undo import ask_delete, offer_delete

FORM = "event"
PART_EVENTS = "events"
FIELDS = {"name", "on", "place", "link", "to_meet", "opener", "heard", "rev"}
MOST_TO_MEET = 10
BEFORE, AFTER = "before", "after"


def show_events(workspace: Workspace, today: date) -> None:
    """Show every event, those to come first, and ask for a new one."""
    say = words("talks")
    events = in_order(workspace.events.all(), today)
    if not events:
        st.write(say["no_events"])
    for each in first_few(events, key=PART_EVENTS, more=say["more"]):
        _show_event(workspace, each, today)
    with st.expander(say["new_event"], expanded=not events):
        form = open_form(workspace, None)
        form.show_resumed()
        _ask_before(form)
        form.keep()
        if ask_to_save(workspace, form, say["event_save"], part=PART_EVENTS):
            _keep(workspace, form, None)


def show_event(workspace: Workspace, event_id: str, today: date) -> None:
    """Show one event with what to prepare, and afterwards with whom one met there."""
    say = words("talks")
    event = workspace.events.find(event_id)
    query = {PART: PART_EVENTS}
    st.page_link(TALKS, label=say["to_events"], icon=":material/arrow_back:", query_params=query)
    if event is None:
        show_gone(workspace, f"{FORM}:{event_id}", Event)
        return
    form = open_form(workspace, event)
    st.header(inert(event.name))
    if conflict_of(form):
        settle_conflict(workspace, workspace.events, form, lambda mine: _save(workspace, mine))
        return
    st.caption(_when(event, today))
    show_done(FORM)
    form.show_resumed()
    key = f"event.part.{event.id}"
    over = state_of(event, today) in {EventState.OVER, EventState.DONE}
    st.session_state.setdefault(key, AFTER if over else BEFORE)
    chosen = st.segmented_control(
        say["event_part"],
        [BEFORE, AFTER],
        required=True,
        format_func=lambda each: legible(say[f"event_{each}"]),
        key=key,
        label_visibility="collapsed",
        persist_state=KEPT,
    )
    if chosen == AFTER:
        _show_after(workspace, event, form, today)
    else:
        _show_before(workspace, event, form)


def open_form(workspace: Workspace, event: Event | None) -> Form:
    """Open the form of an event, or of a new one."""
    name = f"{FORM}:{event.id}" if event else FORM
    return Form(workspace, name, _fields(event or Event(name="")), dates={"on"})


def _show_event(workspace: Workspace, event: Event, today: date) -> None:
    say = words("talks")
    with st.container(border=True, key=f"event.{event.id}", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="center"):
            label, query = inert(event.name), {FORM: event.id}
            st.page_link(TALKS, label=label, icon=":material/event:", query_params=query)
            offer_delete(event.id)
        st.caption(" · ".join(filter(None, (_when(event, today), inert(event.place)))))
        if event.done_on:
            st.caption(_met(event))
        else:
            st.caption(_goal(event))
        ask_delete(event.id, say["event_sure"], lambda: delete_event(workspace, event))


def _show_before(workspace: Workspace, event: Event, form: Form) -> None:
    """Show ideas for somebody who would rather stay at home, and the form."""
    say, ideas = words("talks"), talk_words().openers
    st.write(_goal(event))
    if event.opener:
        st.caption(say["opener"])
        show_text(event.opener)
    if event.link:
        show_line(event.link)
    with st.expander(say["event_ideas"]):
        for each in (*ideas.arriving, *ideas.leaving):
            st.text(each)
    _ask_opener(form)
    with st.expander(say["event_details"]):
        _ask_before(form)
    form.keep()
    if ask_to_save(workspace, form, say["event_save"], part=PART_EVENTS):
        _keep(workspace, form, event)


def _show_after(workspace: Workspace, event: Event, form: Form, today: date) -> None:
    """Ask whom one met and what one heard, and show who is known now."""
    say = words("talks")
    st.caption(say["met_lead"])
    ask_line(form, "names", say["met"], help_text=say["met_help"])
    ask_long(form, "heard", say["heard"], say["heard_help"])
    form.keep()
    if ask_to_save(workspace, form, say["event_done" if not event.done_on else "event_keep"]):
        if event.on and event.on > today:
            st.warning(say["event_later"])
        else:
            _keep(workspace, form, event, done_on=event.done_on or today)
    if event.done_on is None:
        return
    with st.container(horizontal=True):
        for person in _people_met(workspace, event):
            link_to_person(person)
    ask_opening(workspace, f"event_opening:{event.id}", event.name)
    if st.button(
        say["event_undone"], type="tertiary", key="event.undone", disabled=workspace.read_only
    ):
        keep_event(workspace, event.model_copy(update={"done_on": None}), Person(name=""))
        done(FORM, say["event_undone_said"])


def _people_met(workspace: Workspace, event: Event) -> tuple[Person, ...]:
    """Return whom one met at an event, by their names and as the log knows them since."""
    named = (known_person(workspace.people.all(), each) for each in event.met)
    logged = (workspace.people.find(each.person_id) for each in touches_of(workspace, event))
    return tuple({each.id: each for each in (*named, *logged) if each}.values())


def _ask_before(form: Form) -> None:
    """Ask what the event is, when and where, and how many people are enough."""
    say = words("talks")
    ask_line(form, "name", say["event_name"])
    ask_any_day(form, "on", say["event_on"])
    ask_line(form, "place", say["event_place"])
    ask_line(form, "link", say["event_link"])
    st.number_input(
        say["to_meet"],
        min_value=1,
        max_value=MOST_TO_MEET,
        key=form.key("to_meet"),
        help=say["to_meet_help"],
        persist_state=KEPT,
    )


def _ask_opener(form: Form) -> None:
    """Ask for a first sentence; an idea takes one tap."""
    say, ideas = words("talks"), talk_words().openers.openers
    st.pills(
        say["opener_ideas"],
        ideas,
        format_func=legible,
        key=form.act("opener_idea"),
        on_change=_take_opener,
        args=(form,),
        wrap=True,
    )
    ask_line(form, "opener", say["opener"])


def _take_opener(form: Form) -> None:
    if idea := st.session_state.get(form.act("opener_idea")):
        form["opener"] = idea


def _keep(
    workspace: Workspace, form: Form, event: Event | None, done_on: date | None = None
) -> None:
    """Save an event as it stands in the form, and with it whom one met."""
    say = words("talks")
    if not (form["name"] or "").strip():
        st.warning(say["event_first"])
        return
    base = event or Event(name="")
    told: dict[str, Any] = {
        **base.model_dump(),
        **{each: form[each] for each in FIELDS - {"rev", "to_meet"}},
        "to_meet": form["to_meet"] or base.to_meet,
        "met": names_in(form["names"] or "") if done_on else base.met,
        "done_on": done_on or base.done_on,
        "rev": rev_over(form, _fields(base)),
    }
    told |= {each: told[each] or "" for each in ("place", "link", "opener", "heard")}
    known = len(workspace.people.all())
    changed = Event.model_validate(told)
    if event is None:
        workspace.events.add(changed, form=FORM)
    else:
        try:
            _save(workspace, changed)
        except EditedElsewhereError as error:
            raise_conflict(form, error)
    names = {"names": form["names"]} if "names" in form.changed() and not done_on else {}
    form.finish()
    if event and names:
        open_form(workspace, workspace.events.get(event.id)).type_again(names)
    new = len(workspace.people.all()) - known
    if event is None:
        done(PART_EVENTS, say["event_saved"])
    done(FORM, _told(new) if done_on else say["event_saved"])


def _save(workspace: Workspace, event: Event) -> None:
    """Save a changed event, and with it whom one met. Raises EditedElsewhereError."""
    keep_event(workspace, event, _met_there(event))


def _told(new: int) -> str:
    say = words("talks")
    if not new:
        return say["event_kept"]
    return say["met_one"] if new == 1 else fill(say["met_new"], count=new)


def _met_there(event: Event) -> Person:
    """Return what is known of somebody who was met at an event, but for the name."""
    how = fill(words("talks")["met_at"], event=event.name)
    return Person(name="", how_known=how[:200], circle=Circle.INTEREST)


def _fields(event: Event) -> dict[str, Any]:
    fields = event.model_dump(include=FIELDS)
    return from_record(fields | {"names": ", ".join(event.met)})


def _when(event: Event, today: date) -> str:
    say = words("talks")
    if event.on is None:
        return say["event_no_day"]
    return say["event_today"] if event.on == today else in_words(event.on)


def _goal(event: Event) -> str:
    say = words("talks")
    if event.to_meet == PEOPLE_AT_AN_EVENT:
        return say["goal_two"]
    return say["goal_one"] if event.to_meet == 1 else fill(say["goal"], count=event.to_meet)


def _met(event: Event) -> str:
    say = words("talks")
    if not event.met:
        return say["met_nobody"]
    return fill(say["met_them"], names=", ".join(map(inert, event.met)))
