"""The form of one contact: noted in a minute, changed later, and what became of the clock."""

from collections.abc import Mapping
from contextlib import nullcontext
from datetime import date
from typing import Any

import streamlit as st

from core.content.loader import fill, network_words, words
from core.network.cadence import Rests, rests
from core.network.log import (
    FORM,
    Clock,
    Named,
    clock_after,
    introduce,
    is_owed,
    named_in,
    named_since,
    people_by_name,
)
from core.network.touchpoints import Channel, Started, Touchpoint
from core.people import Person
from core.workspace import Workspace
from pages.parts.conflict import (
    conflict_of,
    from_record,
    keep_record,
    rev_over,
    settle_conflict,
)
from pages.parts.days import in_words
from pages.parts.forms import Form
from pages.parts.messages import done, show_done
from pages.parts.person_clock import contacts_with
from pages.parts.plain_text import inert
from pages.parts.questions import KEPT, ask_day, ask_line, ask_long, ask_one, ask_some
from pages.parts.support import notice

PLACE, CHANGED = "person.log", "person.log.changed"
"""Where a new contact is told of, and a changed one: beside the button, and above the form."""

LINES = ("note", "asked", "gave", "who_else")
FIELDS = {*LINES, "happened_on", "channel", "started", "came_of", "owes_thanks", "rev"}
FOLDED = ("asked", "gave", "who_else", "owes_thanks")


def show_touch_form(
    workspace: Workspace, person: Person, edited: Touchpoint | None, today: date
) -> None:
    """Ask for one contact, a new one or one that is to be changed."""
    say = words("person")
    start = from_record(_fields(edited)) if edited else _fields(_new(person, today))
    name = f"{FORM}:{edited.id if edited else person.id}"
    form = Form(workspace, name, start, dates={"happened_on"})
    show_done(CHANGED)
    st.header(say["log_change" if edited else "log_title"])
    if conflict_of(form):
        settle_conflict(workspace, workspace.touchpoints, form)
        return
    form.show_resumed()
    answers = _ask(workspace, form, person, today)
    form.keep()
    if _is_to_save(workspace, form, person, edited):
        notice(*form.written())
        if answers["happened_on"] is not None:
            _keep(workspace, form, person, edited, answers, today)
        st.warning(say["log_ahead"])


def _fields(touch: Touchpoint) -> dict[str, Any]:
    fields = touch.model_dump(include=FIELDS)
    fields |= {"channel": touch.channel.value, "started": touch.started.value}
    return fields | {"came_of": [each.value for each in touch.came_of]}


def _new(person: Person, today: date) -> Touchpoint:
    return Touchpoint(person_id=person.id, happened_on=today)


def _ask(workspace: Workspace, form: Form, person: Person, today: date) -> dict[str, Any]:
    say, labels = words("person"), network_words()
    st.caption(say["log_lead"])
    answers: dict[str, Any] = {
        "channel": ask_one(form, "channel", say["channel"], _by_id(labels.channels)),
        "started": ask_one(form, "started", say["began"], _by_id(labels.started)),
        "happened_on": ask_day(form, "happened_on", say["day"], today),
        "note": ask_long(form, "note", say["note"], say["note_help"]),
        "came_of": ask_some(form, "came_of", say["came_of"], _by_id(labels.came_of)),
    }
    with st.expander(say["more"], expanded=any(form[each] for each in FOLDED)):
        st.checkbox(say["owes_thanks"], key=form.key("owes_thanks"), persist_state=KEPT)
        answers["owes_thanks"] = bool(form["owes_thanks"])
        answers["asked"] = ask_line(form, "asked", say["asked"])
        answers["gave"] = ask_line(form, "gave", say["gave"])
        who = ask_line(form, "who_else", say["who_else"], help_text=say["who_else_help"])
        answers["who_else"] = who
        if who.strip():
            since = named_since(who, form.started_with("who_else") or "")
            _show_named(named_in(since, workspace.view(people_by_name), person))
        else:
            st.caption(say["who_else_ask"])
    return answers


def _show_named(found: Named) -> None:
    """Say before it is saved who will be new here, and who is known."""
    say = words("person")
    if found.new:
        st.caption(fill(say["will_be_new"], names=inert(", ".join(found.new))))
    if found.known:
        names = ", ".join(each.name for each in found.known)
        st.caption(fill(say["are_known"], names=inert(names)))


def _is_to_save(
    workspace: Workspace, form: Form, person: Person, edited: Touchpoint | None
) -> bool:
    say = words("person")
    with st.container(horizontal=True):
        label = say["log_save_change" if edited else "log_save"]
        off = workspace.read_only
        saved = st.button(label, type="primary", key=form.act("save"), disabled=off)
        left = bool(edited) and st.button(say["log_leave"], type="tertiary", key=form.act("leave"))
    if left:
        notice(*form.written())
        form.finish()
        _come_back(person)
        st.rerun()
    return saved


def _keep(  # noqa: PLR0913, PLR0917 - the form, what it is about, and what was answered
    workspace: Workspace,
    form: Form,
    person: Person,
    edited: Touchpoint | None,
    answers: Mapping[str, Any],
    today: date,
) -> None:
    """Save whom they named and the contact, and say what became of the clock.

    A new contact is one commit with them. Before a changed one they are saved by themselves, so
    that they are there whichever of two versions is kept.
    """
    told = {**(edited or _new(person, today)).model_dump(), **answers}
    told["rev"] = rev_over(form, from_record(_fields(edited))) if edited else 0
    told["channel"] = answers["channel"] or Channel.MESSAGE
    told["started"] = answers["started"] or Started.ME
    if not answers["owes_thanks"]:
        told["thanked_on"] = None
    how_known = fill(words("person")["named_by"], name=person.name)
    touch = Touchpoint.model_validate(told)
    with workspace.one_commit() if edited is None else nullcontext():
        since = named_since(touch.who_else, edited.who_else if edited else "")
        found = introduce(workspace, since, person, how_known)
        kept = keep_record(workspace.touchpoints, form, touch)
    _come_back(person)
    done(CHANGED if edited else PLACE, _what_became(workspace, kept, found, today))


def _what_became(workspace: Workspace, touch: Touchpoint, found: Named, today: date) -> str:
    say = words("person")
    clock, day = clock_after(workspace, touch, today)
    person = workspace.people.get(touch.person_id)
    unanswered = rests(person, contacts_with(workspace, person, today)) is Rests.UNANSWERED
    waits = clock is Clock.RESTS and unanswered
    sentence = say["their_turn"] if waits else say[f"clock_{clock}"]
    told = [fill(sentence, date=in_words(day))]
    if is_owed(touch):
        told.append(say["thanks_noted"])
    if found.new:
        told.append(fill(say["named_new"], names=inert(", ".join(found.new))))
    return " ".join(told)


def _come_back(person: Person) -> None:
    st.query_params.from_dict({"person": person.id, "part": "log"})


def _by_id(labels: Mapping[Any, str]) -> dict[str, str]:
    return {each.value: label for each, label in labels.items()}
